"""Files are written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from framing.corpus.add import add
from framing.errors import CorpusError
from framing.whole import alone, clear_parts, whole

TEXT = "The council may close the old bridge at Norham, two officials said on Monday, because repairs cost too much. "


def test_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with whole(path) as part:
        part.write_text("new")
        assert not path.exists()
    assert path.read_text() == "new"
    with pytest.raises(UnicodeEncodeError), whole(path) as part:
        part.write_text("hal\ud800", encoding="utf-8")
    assert path.read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("links", [True, False])
def test_nothing_is_overwritten_where_that_is_asked(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a.csv"
    with whole(path, over=False) as part:
        part.write_text("first")
    with pytest.raises(FileExistsError), whole(path, over=False) as part:
        part.write_text("second")
    assert path.read_text() == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    gone = tmp_path / f".a.csv-{dead.pid}-x_y1.part"
    kept = [tmp_path / f".a.csv-{os.getpid()}-xyz.part", tmp_path / "notes.part", tmp_path / ".a.csv-12-xyz.part.md"]
    for path in (gone, *kept):
        path.write_text("x")
    clear_parts(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(kept)


def test_two_runs_do_not_add_at_once(tmp_path: Path) -> None:
    page = tmp_path / "courier--2026-01-01--1.txt"
    page.write_text(TEXT * 3)
    event = tmp_path / "event"
    event.mkdir()
    with alone(event), pytest.raises(CorpusError, match="another run is adding to event; try again when it is done"):
        list(add(event, [str(page)]))
    assert [one.file for one in add(event, [str(page)])] == ["courier--2026-01-01--1.md"]


def test_a_full_disk_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "courier--2026-01-01--1.txt"
    page.write_text(TEXT * 3)
    event = tmp_path / "event"
    written = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        written(path, content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CorpusError, match="No space left on device"):
        list(add(event, [str(page)]))
    assert not [path for path in event.rglob("*") if path.is_file()]
    monkeypatch.undo()
    assert [one.problem for one in add(event, [str(page)])] == [None]
