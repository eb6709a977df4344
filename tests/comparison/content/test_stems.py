"""Families of words: whoever has a word of one is found by any other."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.comparison.content.stems import beginning, beginnings, holders, stem
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event

ENDINGS = [
    "",
    "s",
    "es",
    "ed",
    "ing",
    "er",
    "ers",
    "ship",
    "ships",
    "ful",
    "fully",
    "less",
    "lessness",
    "ness",
    "ment",
    "ation",
]


def having(word: str, other: str) -> bool:
    return "a/1" in holders(of(word).once(beginnings), stem(other))


def of(word: str) -> Corpus:
    return Corpus.from_frame(pl.DataFrame({"outlet": ["A"], "body": [f"They said {word} in Velm."]}), Event("e", "E"))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("bankers", "bank"),
        ("censor", "censorship"),
        ("pain", "painful"),
        ("three-judge", "judge"),
        ("apportionment", "reapportionment"),
        ("businesses", "business"),
    ],
)
def test_a_word_of_the_family(word: str, other: str) -> None:
    assert having(word, other)


@pytest.mark.parametrize(("word", "other"), [("judgments", "judges"), ("rain", "rail"), ("people", "peony")])
def test_a_word_of_another_family(word: str, other: str) -> None:
    assert stem(word) != stem(other)


@given(st.text("abdelnorstu", min_size=4, max_size=9), st.sampled_from(ENDINGS))
def test_every_word_is_found_by_its_own_beginning(root: str, ending: str) -> None:
    word = root + ending
    assert "a/1" in of(word).once(beginnings).get(beginning(stem(word)), set())
