"""Surnames that are words are people where the text says so, and offices, nouns, months elsewhere."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.content.items import mentions
from framing.comparison.content.surnames import surnames
from framing.comparison.content.voices import quotations
from framing.corpus.corpus import Corpus
from framing.scoring.scores import score


def corpus(text: str) -> Corpus:
    return Corpus.from_frame(pl.DataFrame({"outlet": ["A"], "text": [text]}))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Rep. Tilda Banks spoke. “So be it,” Banks said. The banks wept. Later Banks left.",
            [("Tilda Banks", "Tilda Banks"), ("Tilda Banks", "Banks"), ("Tilda Banks", "Banks")],
        ),
        (
            "Nora Hill told Congress. He climbed Wexford Hill, and on the Hill they spoke. Hill said no.",
            [("Nora Hill", "Nora Hill"), ("Nora Hill", "Hill")],
        ),
        (
            "Enid May went home. In May 2019 it rained. May said so. They met in May.",
            [("Enid May", "Enid May"), ("Enid May", "May")],
        ),
        ("Sen. Orla King spoke and the King listened.", [("Orla King", "Orla King")]),
        (
            "Sen. Orla King met Rep. Stan King. King said no.",
            [("Orla King", "Orla King"), ("Stan King", "Stan King")],
        ),
        ("The Wexford Price Index rose. Price said nothing.", []),
        ("Banks are closing. The Wexford Church stands.", []),
        ("In March the Green Party lost. Green is a colour.", []),
    ],
)
def test_people_whose_surname_is_a_word(text: str, people: list[tuple[str, str]]) -> None:
    found = surnames(corpus(text))
    rows = found.select("item", "text").rows()
    told = {item for item, _ in people}
    assert [row for row in rows if row[0] in told] == people
    assert not people or {item for item, _ in rows} == told
    assert people or not rows


def test_they_are_one_item_and_speak_as_persons() -> None:
    one = corpus(
        "Rep. Tilda Banks brought a bill on Tuesday.\n\n“We must choose, and soon,” Banks said in a statement."
    )
    names = one.once(mentions).filter(kind="name")
    assert names["item"].to_list() == ["Tilda Banks", "Tilda Banks"]
    said = quotations(score(one))
    assert said.select("source", "kind").unique().rows() == [("Tilda Banks", "person")]
