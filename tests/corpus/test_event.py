"""event.toml: what is not as it must be is said in one line, with the nearest name."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import Corpus
from framing.corpus.event import Event, outlet_of, read_event
from framing.corpus.metadata.metadata import OutletNames
from framing.errors import CorpusError
from framing.text.typography import plain_line, plain_lines


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('titel = "A bridge"', "unknown key 'titel'; did you mean 'title'?"),
        ('name = "A bridge"', "unknown key 'name'; did you mean 'title'?"),
        ('[[actor]]\nname = "Ada"', "unknown key 'actor'; did you mean 'actors'?"),
        ('[[actors]]\nname = "Ada"\nalias = ["A."]', "unknown key 'alias'; did you mean 'aliases'?"),
        ('[[outlets]]\nname = "Courier"\n[[outlets]]\nname = "courier"', "the outlet 'courier' stands twice"),
        ('[[actors]]\nname = "Ada"\n[[actors]]\nname = "Ada"', "the actor 'ada' stands twice"),
        ("title = 3", "title must be text, not 3"),
        ("x = " + "[" * 3000 + "]" * 3000, "is not valid TOML"),
        ('titel = "\\u001b[31m"\nx', "is not valid TOML"),
    ],
)
def test_what_is_wrong_is_named(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError) as problem:
        read_event(tmp_path)
    told = str(problem.value)
    assert message in told
    assert "\n" not in told
    assert told.isprintable()


def test_all_problems_are_counted(tmp_path: Path) -> None:
    actors = "".join('[[actors]]\nalias = ["x"]\n' for _ in range(20))
    (tmp_path / "event.toml").write_text(actors, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"; and 33 more; correct the file"):
        read_event(tmp_path)


def test_what_is_added_freely_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text('[[outlets]]\nname = "Courier"\nleaning = "left"\n', encoding="utf-8")
    assert read_event(tmp_path).outlets[0].name == "Courier"


def test_a_link_out_of_the_folder_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.toml").write_text('title = "secret"', encoding="utf-8")
    event = tmp_path / "event"
    event.mkdir()
    (event / "event.toml").symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(CorpusError, match="leads out of the event's folder"):
        read_event(event)


def test_marks_that_steer_a_terminal_are_taken_out(tmp_path: Path) -> None:
    text = 'title = "A \\u001b[31mbridge\\u202e"\n[[actors]]\nname = "A\\u0007da"\naliases = ["\\u2066", "H\\nolm"]\n'
    (tmp_path / "event.toml").write_text(text, encoding="utf-8")
    event = read_event(tmp_path)
    assert event.title == "A [31mbridge"
    assert event.actors[0].names == ("Ada", "H olm")


def test_sides_and_themes(tmp_path: Path) -> None:
    text = (
        '[[actors]]\nname = "Ada"\nside = "for the closure"\n'
        '[[themes]]\nname = "the repair"\nwords = ["repair*"]\nnot = ["beyond repair"]\n'
    )
    (tmp_path / "event.toml").write_text(text, encoding="utf-8")
    event = read_event(tmp_path)
    assert event.actors[0].side == "for the closure"
    assert [(theme.name, theme.words, theme.hidden) for theme in event.themes] == [
        ("the repair", ("repair*",), ("beyond repair",))
    ]


def test_names_from_articles_steer_nothing() -> None:
    """Outlets, headlines and bylines too, from wherever they come."""
    rows = {
        "outlet": ["Bea\u202econ\x07", "Courier"],
        "headline": ["\x1b[31mRain\u2066\u2069", " Rain\ncomes "],
        "byline": ["Ada\u200f Holm", None],
        "body": ["It rains in the town.", "It pours in the town."],
    }
    articles = Corpus.from_frame(pl.DataFrame(rows)).articles
    assert articles["outlet"].to_list() == ["Beacon", "Courier"]
    assert articles["headline"].to_list() == ["[31mRain", "Rain comes"]
    assert articles["byline"].to_list() == ["Ada Holm", None]
    assert articles["text"].to_list() == ["[31mRain\n\nIt rains in the town.", "Rain comes\n\nIt pours in the town."]
    assert OutletNames(Event("e", "E")).name("Bea\u202econ\x9b") == "Beacon"


@given(st.text())
def test_one_line_of_a_column_is_that_of_a_text(text: str) -> None:
    assert pl.select(plain_lines(pl.lit(text))).item() == plain_line(text)


def test_an_outlet_by_its_name_or_its_short_form() -> None:
    names = ["Globe Flash", "Ledger & Exchange", "Élan"]
    for said, meant in (
        ("Globe Flash", "Globe Flash"),
        ("globe flash", "Globe Flash"),
        ("ledger-exchange", "Ledger & Exchange"),
        ("ÉLAN", "Élan"),
        ("Globe", None),
        ("", None),
    ):
        assert outlet_of(said, names) == meant
