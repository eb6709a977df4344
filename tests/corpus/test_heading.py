"""The first line of a plain text as its headline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import framing
from framing.corpus.files.heading import heading

BODY = (
    "The swing bridge at Ostby was shut to lorries on Monday after divers found that a pier had moved, the "
    "port said in a statement.\n\n"
    "Engineers will look at it again on Thursday, and until then drivers have to go by the northern road.\n"
)


@pytest.mark.parametrize(
    "first",
    [
        "Bridge at Ostby shut to lorries",
        "Who pays for the bridge at Ostby?",
        "“We saw it coming”: the bridge keeper of Ostby",
        "Opinion | The bridge was left to rot",
        "Brücke in Ostby für Lastwagen gesperrt",
        "34 lorries turned back at Ostby",
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n", "\n\nBy Jane Roe\n\n"])
def test_a_first_line_is_the_headline(first: str, between: str) -> None:
    assert heading(first + between + BODY) == first


@pytest.mark.parametrize(
    "first",
    [
        "By Jane Roe and John Poe",
        "OPINION",
        "3 March 2026, 10:15",
        "News / World / Bridges of the north",
        "The bridge at Ostby was shut to lorries on Monday.",
        "“We saw it coming,” the keeper of the bridge said.",
        "the swing bridge at Ostby was shut to lorries on",
        "OSTBY, March 3 (Meridian) -- The bridge was shut",
        "What the port said on Monday:",
        "https://courier.example/bridge is shut",
        "Bridge shut",
    ],
)
def test_a_first_line_that_is_none(first: str) -> None:
    assert heading(f"{first}\n\n{BODY}") is None


def test_a_wrapped_paragraph_has_none() -> None:
    text = "The swing bridge at Ostby was shut to lorries on Monday after divers\nfound that a pier had moved.\n" + BODY
    assert heading(text) is None


def test_a_text_without_sentences_has_none() -> None:
    assert heading("Bridge at Ostby shut to lorries\n\n" + "Another headline of the day\n\n" * 12) is None


def test_the_headline_is_no_sentence_of_the_body(tmp_path: Path) -> None:
    event = tmp_path / "bridge"
    event.mkdir()
    (event / "courier--2026-03-03--1.txt").write_text(f"Opinion | The bridge was left to rot\n\n{BODY}", "utf-8")
    (event / "beacon--2026-03-03--1.txt").write_text(f"Bridge at Ostby is shut\n\n{BODY} More.", "utf-8")
    index = {"file": "beacon--2026-03-03--1.txt", "headline": "Port shuts its bridge"}
    (event / "index.jsonl").write_text(json.dumps(index), "utf-8")
    articles = framing.load("bridge", data=tmp_path).articles.sort("outlet")
    bodies = [text[begin:] for text, begin in articles.select("text", "body_start").iter_rows()]
    assert articles["headline"].to_list() == ["Port shuts its bridge", "The bridge was left to rot"]
    assert articles["genre"].to_list() == ["news", "opinion"]
    assert [body.startswith("The swing bridge") for body in bodies] == [False, True]


@pytest.mark.parametrize("below", ["By Jane Roe", "3 March 2026", "By Jane Roe\nMarch 3, 2026", "Published 3 March",
                                   "The Courier, 3 March 2026", "The Courier | March 3, 2026"])  # fmt: skip
def test_a_headline_as_it_is_pasted_with_byline_and_date(below: str) -> None:
    assert heading(f"Bridge at Ostby shut to lorries\n{below}\n\n{BODY}") == "Bridge at Ostby shut to lorries"


@pytest.mark.parametrize("below", ["By Monday it will be open, he said.", "by the northern road until it is mended",
                                   "Ostby, and on 3 March 2026, as the port said, it moved"])  # fmt: skip
def test_a_wrapped_line_below_is_no_byline(below: str) -> None:
    assert heading(f"The bridge at Ostby was shut to lorries at\n{below}\n\n{BODY}") is None


def test_a_document_begins_with_its_headline(tmp_path: Path) -> None:
    event = tmp_path / "bridge"
    event.mkdir()
    lines = ["Bridge at Ostby shut to lorries", "The Northern Courier, 3 March 2026", "It moved.", *BODY.split("\n\n")]
    (event / "northern-courier--undated--1.rtf").write_text(r"{\rtf1\ansi " + r"\par ".join(lines) + "}", "utf-8")
    (event / "event.toml").write_text(
        '[[outlets]]\nname = "The Northern Courier"\naliases = ["Northern Courier"]', "utf-8"
    )
    article = framing.load(event).articles
    assert article["headline"].item() == "Bridge at Ostby shut to lorries"
    assert article["published"].item().isoformat() == "2026-03-03"
    assert article["text"].item()[article["body_start"].item() :].startswith("It moved.")


@pytest.mark.parametrize("first", ["Photos show the bridge at Ostby after the pier moved", "The bridge is 'worn out'"])
def test_bylines_dates_and_captions_between(first: str) -> None:
    between = "Jane Roe and John Poe\n2026-03-03T10:15:00Z\nThe port of Ostby\nA lorry turns back\nMeridian/John Poe"
    assert heading(f"{first}\n\n{between}\n\n{BODY}") == first


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("The swing bridge at Ostby stays shut to lorries after divers find that its pier moves.", True),
        ("The swing bridge at Ostby was shut to lorries after divers found that its pier moved.", False),
        ("The port of Ostby has grown fast, and its bridge carries more lorries than it can bear.", False),
    ],
)
def test_a_headline_with_a_full_stop_is_said_again_below(first: str, found: bool) -> None:
    assert (heading(f"{first}\n\n{BODY}") == first) is found
