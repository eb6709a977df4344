"""Sentiment near actors: clause and sentence, words of standing, who speaks; and agreement with coders."""

from __future__ import annotations

import json

import polars as pl
import pytest

from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.measures.analysers.sentiment_toward import sentiment_toward
from framing.measures.vader import compound
from tests.conftest import shared

EVENT = Event("e", "E", actors=(Actor("Veldkamp", kind="person"), Actor("Orlo", kind="person")))


def mentions(text: str) -> list[tuple[str, float, str]]:
    """Label, value and rule of each mention."""
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}), EVENT)
    evidence = sentiment_toward.run(corpus).evidence
    assert evidence is not None
    return [
        (row["label"], round(row["value"], 4), row["rule"])
        for row in evidence.filter(metric="sentiment_toward").iter_rows(named=True)
    ]


def vader(text: str) -> float:
    return float(compound(pl.Series([text]))[0])


def test_a_neutral_mention_is_zero() -> None:
    assert mentions("The train took Veldkamp to the town of Delft.") == [("Veldkamp", 0.0, "clause")]


def test_value_is_worked_by_hand() -> None:
    # One word of standing against in clause and sentence: 0.5 less, 0.05 and 0.2 towards 0; all halved.
    text = "The subpoena reached Veldkamp on Monday."
    tone = vader(text)
    assert mentions(text) == [("Veldkamp", round((tone - 0.5 - 0.05 + 0.2) / 2, 4), "near: subpoena*")]
    text = "Voters were ahead of Veldkamp on Monday."
    assert vader(text) == 0
    assert mentions(text) == [("Veldkamp", round((0.5 - 0.05 - 0.2) / 2, 4), "near: ahead")]
    # A deed adds or takes 0.6 more, a name 1.2.
    assert mentions("Veldkamp rebuilt the bridge on Monday.") == [("Veldkamp", 0.3, "deeds: rebuilt")]
    assert mentions("The seasoned Veldkamp took the train.") == [("Veldkamp", 0.6, "called: seasoned")]
    text = "The clerk questioned Veldkamp on Monday."
    assert mentions(text) == [
        ("Veldkamp", round((vader(text) - 0.5 - 0.05 + 0.2 - 0.6) / 2, 4), "near: questioned; deeds: questioned")
    ]
    text = "The beleaguered Veldkamp rebuilt the bridge on Monday."
    assert vader(text) == 0
    assert mentions(text) == [("Veldkamp", round((0.6 - 1.2) / 2, 4), "deeds: rebuilt; called: beleaguered")]
    # Who speaks: 0.3 of the words near, and 0.1.
    text = "The bridge is a disgrace, Veldkamp said."
    assert mentions(text) == [("Veldkamp", round((0.3 * (vader(text) - 0.5) + 0.1 - 0.05 + 0.2) / 2, 4), "speaks")]


def test_each_actor_is_read_with_its_own_clause() -> None:
    text = (
        "The court indicted and jailed Veldkamp on Monday, but the town council endorsed and thanked Orlo on Tuesday."
    )
    (first, low, _), (second, high, _) = mentions(text)
    assert (first, second) == ("Veldkamp", "Orlo")
    assert low < 0 < high


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is a disgrace and a scandal, Veldkamp said.",
        "Veldkamp said the bridge is a disgrace and a scandal.",
        "“The bridge is a disgrace and a scandal,” said Veldkamp.",
        "According to Veldkamp the bridge is a disgrace and a scandal.",
    ],
)
def test_what_an_actor_says_is_hardly_said_of_it(text: str) -> None:
    ((_, value, rule),) = mentions(text)
    assert rule == "speaks"
    assert -0.5 < value <= 0


def test_who_is_accused_does_not_speak() -> None:
    ((_, value, rule),) = mentions("Prosecutors accused Veldkamp of fraud.")
    assert rule.startswith("near: accus*, fraud")
    assert value == -1


def test_is_null_where_no_actor_is_named_and_lies_within_bounds() -> None:
    corpus = Corpus.from_frame(
        pl.DataFrame({"outlet": ["x", "x"], "body": ["Nobody is named.", "Veldkamp lied, cheated, stole and lied."]}),
        EVENT,
    )
    values = sentiment_toward.run(corpus).values.sort("article")["sentiment_toward"].to_list()
    assert values == [None, -1]


def test_agrees_with_coders_of_news_about_persons() -> None:
    """NewsMTSC; VADER of the sentence reaches a macro-F1 of .52 here."""
    texts, coded = [], []
    for line in shared("gold/newsmtsc.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for target in row["targets"]:
            text = row["sentence_normalized"]
            texts.append(f"{text[: target['from']]}Veldkamp{text[target['to'] :]}")
            coded.append(int(target["polarity"] - 4) // 2)
    keys = [f"x/{number:05d}" for number in range(len(texts))]
    corpus = Corpus.from_frame(pl.DataFrame({"article": keys, "outlet": ["x"] * len(keys), "body": texts}), EVENT)
    values = pl.DataFrame({"article": keys}).join(sentiment_toward.run(corpus).values, on="article", how="left")
    found = values["sentiment_toward"].fill_null(0)
    kinds = [-1 if value <= -0.05 else 1 if value >= 0.05 else 0 for value in found]
    scores = [
        2 * sum(a == b == kind for a, b in zip(kinds, coded, strict=True)) / (kinds.count(kind) + coded.count(kind))
        for kind in (-1, 0, 1)
    ]
    assert sum(scores) / 3 >= 0.57
