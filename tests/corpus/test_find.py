"""An event is found by its name, by its folder's path, or by a file's."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing import load
from framing.corpus.add import writable
from framing.corpus.events import sources
from framing.corpus.find import find_event
from framing.errors import CorpusError, UnknownNameError
from tests.corpus.test_load import OTHERS, write


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with an event `wall` in it, and another of that name among the events."""
    write(tmp_path / "wall", {"here--2026-01-01--1.txt": OTHERS[0], "sub/here--2026-01-02--1.txt": OTHERS[1]})
    write(tmp_path / "data" / "events" / "wall", {"among--2026-01-01--1.txt": OTHERS[2]})
    write(tmp_path / "storms" / "flood", {"flood--2026-01-01--1.txt": OTHERS[3]})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def first(event: str | Path) -> str:
    return str(load(event).articles["outlet"][0])


def test_names_come_before_what_lies_here(here: Path) -> None:
    assert find_event("wall") == Path("data/events/wall")
    assert first("wall") == "Among"


@pytest.mark.parametrize("path", ["./wall", "wall/", "wall/.", "wall/sub/..", "{}/wall"])
def test_a_folder_by_its_path(path: str, here: Path) -> None:
    assert load(path.format(here)).event.name == "wall"
    assert first(path.format(here)) == "Here"


def test_a_folder_here_that_no_event_is_called(here: Path) -> None:
    (here / "wall").rename(here / "quay")
    assert first("quay") == "Here"


@pytest.mark.parametrize(("place", "name"), [("wall", "."), ("wall/sub", ".."), ("wall/sub", "../../wall")])
def test_an_event_is_called_as_its_folder_from_anywhere(
    place: str, name: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / place)
    assert load(name).event.name == "wall"
    assert load(Path(name)).event.name == "wall"


@pytest.mark.parametrize("name", ["a/b", "./wal", "", "a\0b", "a\nb", "x" * 300, "gone.csv", "wall\\x"])
def test_what_is_not_there(name: str, here: Path) -> None:
    with pytest.raises(CorpusError, match="no such folder or file"):
        find_event(name)


def test_the_nearest_name_is_told(here: Path) -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'wall'"):
        find_event("wal")
    with pytest.raises(CorpusError, match="is a web address; bring its article into an event with `framing add`"):
        find_event("https://courier.example/1")


def test_a_folder_of_events_is_none(here: Path) -> None:
    write(here / "storms", {"flood/event.toml": 'title = "A flood"'})
    with pytest.raises(
        CorpusError, match=r"storms is a folder of events, such as flood; give one of them; `framing study"
    ):
        load("./storms")
    assert load("./storms/flood").event.title == "A flood"


def test_a_study_finds_events_as_everything_else_does(here: Path) -> None:
    found = sources(["wall", "./wall", "./wall/sub/../../storms/flood", "huawei-curb?"]).found
    assert list(found) == ["wall", "wall-2", "flood", "huawei-curbs"]
    assert found["wall"].place == str((here / "data" / "events" / "wall").resolve())
    with pytest.raises(CorpusError, match="no such folder or file"):
        sources(["./wal"])


def test_a_new_event_is_made_where_its_path_says(here: Path) -> None:
    assert writable("quay") == Path("data/events/quay")
    assert writable("./quay") == Path("quay")
    assert writable("./wall") == Path("wall")
    with pytest.raises(CorpusError, match="there is no folder gone for a new event; make it, or check the path"):
        writable("gone/quay")
    with pytest.raises(CorpusError, match="no such folder or file"):
        writable("./quay.csv")
