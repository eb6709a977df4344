"""Our columns against vaderSentiment itself on the folded sentence, to the last of its 4 decimals."""

from __future__ import annotations

import json

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from framing.measures import vader
from framing.measures.vader import compound
from framing.text.typography import set_apart
from tests.conftest import shared

LIBRARY = SentimentIntensityAnalyzer()


def differences(sentences: list[str]) -> list[tuple[str, float, float]]:
    ours = compound(pl.Series(sentences, dtype=pl.String))
    plain = pl.Series("text", sentences, dtype=pl.String).to_frame().select(set_apart(pl.col("text"))).to_series()
    theirs = [LIBRARY.polarity_scores(sentence)["compound"] for sentence in plain]
    return [(s, a, b) for s, a, b in zip(sentences, ours, theirs, strict=True) if abs(a - b) > 5e-5]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan is good.",
        "The plan is VERY GOOD!!!",
        "EVERYTHING HERE IS GOOD",
        "not good, never so good, never this bad, without doubt good, without a doubt good",
        "no good; no great harm; no crime or fraud; no",
        "It was kind of good, sort of bad, and just enough fun.",
        "at least good; least good; the very least good; least",
        "Good but bad but good but good.",
        "It isn’t good—it “won’t” win… « bad »",
        "good good but good bad, bad",
        "This is the bomb, yeah right, a kiss of death to die for.",
        "Really? Really?? Great???? Why????",
        "Fun 😁 and 💔!",
        "I can't say it isn't bad; hardly any good; n't good",
        ":) :( :D ;-) xoxo (good) [bad]",
        "great\u00a0war\u2003good\x1fbad",
        "",
        "   ",
        "!!!",
    ],
)
def test_each_rule(sentence: str) -> None:
    assert differences([sentence]) == []


@pytest.mark.parametrize("change", ["a name is gone", "another weight"])
def test_a_changed_library_is_asked_itself(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = dict(vader._constants())
    if change == "a name is gone":
        del known["BOOSTER_DICT"]
    else:
        known["N_SCALAR"] = -0.5
    vader._as_known.cache_clear()
    monkeypatch.setattr(vader, "_constants", lambda: known)
    assert not vader._as_known()
    assert differences(["It was hardly a great success.", "It’s not good, but never so bad."]) == []
    assert {"hate", "good"} <= vader.scored_words()
    monkeypatch.undo()
    vader._as_known.cache_clear()
    assert vader._as_known()


WORDS = st.sampled_from(
    "good bad war win no or nor not never so this without doubt least at very but VERY GOOD absolutely kind of "
    "sort just enough extremely hardly isn't fine. crime, !! ?? :) the a plan death love 😁 don't hate-filled"
    " (good) \"bad\" barely".split()
)  # fmt: skip


@given(st.lists(st.lists(WORDS, max_size=14).map(" ".join), min_size=1, max_size=20))
def test_any_sentence_of_such_words(sentences: list[str]) -> None:
    assert differences(sentences) == []


@given(st.text(max_size=60))
def test_any_text(sentence: str) -> None:
    assert differences([sentence]) == []


def test_null_stays_null() -> None:
    assert compound(pl.Series([None, "good"], dtype=pl.String)).to_list()[0] is None
    assert compound(pl.Series([], dtype=pl.String)).len() == 0


def test_every_sentence_of_basil() -> None:
    lines = shared("gold/basil.jsonl").read_text(encoding="utf-8").splitlines()
    articles = map(json.loads, lines)
    sentences = [sentence for article in articles for part in article["body-paragraphs"] for sentence in part]
    assert len(sentences) > 4_000
    assert differences(sentences) == []


@pytest.mark.parametrize(
    ("name", "field"), [("nyt-editorials", "text"), ("babe", "text"), ("newsmtsc", "sentence_normalized")]
)
def test_every_sentence_of_the_other_sets(name: str, field: str) -> None:
    lines = shared(f"gold/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert differences([json.loads(line)[field] for line in lines]) == []
