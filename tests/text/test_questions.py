"""Interviews without labels: questions of their own and answers in the first person."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.content.voices import NOBODY, quotations
from framing.corpus.corpus import Corpus
from framing.scoring.scores import score

LEAD = "The mill at Delft has stood still for a year. We asked its owner, Ada Holm, what comes next."
QUESTIONS = ["Why did it stop?", "And now?", "Who pays for it? The town?", "Will it run again?"]
LONG = "I had no choice and neither had those who worked here with me for so many years"
ANSWERS = [
    f"{LONG}.",
    "We wait. My sons wait too.",
    "Our bank does.",
    "It will, I am sure.\n\nNot soon, I fear.",
]


def corpus(*paragraphs: str, headline: str = "", genre: str | None = None) -> Corpus:
    frame = pl.DataFrame({"outlet": ["x"], "headline": [headline], "body": ["\n\n".join(paragraphs)]})
    return Corpus.from_frame(frame.with_columns(genre=pl.lit(genre, pl.String)))


def woven(questions: list[str], answers: list[str]) -> list[str]:
    return [part for pair in zip(questions, answers, strict=True) for part in pair]


def said(of: Corpus) -> str:
    return " ".join(of.tokens.filter("quoted", "is_word")["text"])


def test_answers_are_quoted_and_questions_are_the_outlets_own() -> None:
    found = corpus(LEAD, *woven(QUESTIONS, ANSWERS))
    assert said(found) == f"{LONG} We wait My sons wait too Our bank does It will I am sure Not soon I fear"
    assert found.articles["genre"].to_list() == ["qa"]
    speakers = quotations(score(found, ["sources_named"]))
    assert set(speakers["source"]) == {"Ada Holm"}


@pytest.mark.parametrize(
    "lead",
    ["The mill has stood still for a year. We asked its owner.", "We asked Ada Holm of Delft and Ben Roe about it."],
)
def test_who_answers_is_nobody_where_it_is_not_sure(lead: str) -> None:
    found = corpus(lead, *woven(QUESTIONS, ANSWERS))
    assert said(found)
    assert set(quotations(score(found, ["sources_named"]))["source"]) == {NOBODY}


@pytest.mark.parametrize(
    "paragraphs",
    [
        [LEAD, *woven(QUESTIONS[:2], ANSWERS[:2])],  # two questions that ask nobody
        [LEAD, *woven(QUESTIONS, ["It was sold.", "It waits.", "The bank does.", "It will."])],  # an explainer
        [LEAD, *woven(QUESTIONS, ["“I waited,” Holm said."] * 4)],  # an explainer that quotes
        [LEAD, *QUESTIONS, "I do not know."],  # questions alone
        [LEAD, *(f"{one} {other}" for one, other in zip(QUESTIONS, ANSWERS, strict=True))],  # within paragraphs
        [LEAD, *woven([f"It is late. “{one}”" for one in QUESTIONS], ANSWERS)],  # questions that are quoted
        woven(QUESTIONS, ANSWERS),  # nothing before the first question
        ["The mill has stood still for a year.", *woven(QUESTIONS, ANSWERS)],  # a column that asks itself
    ],
)
def test_what_is_no_interview(paragraphs: list[str]) -> None:
    found = corpus(*paragraphs)
    assert "I had no choice" not in said(found)
    assert found.annotation.turns.is_empty()


YOU = ["Were you there?", "And now?", "Who pays?"]
FEW = [f"{LONG}.", "We wait. My sons wait too.", "I hope that our bank does."]
ASKED = [
    "We asked its owner, Ada Holm, what comes next.",
    "Ada Holm, who owns the mill, answered our questions.",
    "Ada Holm spoke to us in her yard.",
    "The owner, in her own words.",
]


@pytest.mark.parametrize("lead", ASKED)
@pytest.mark.parametrize("number", [2, 3])
def test_two_or_three_questions_are_an_interview_where_all_says_so(lead: str, number: int) -> None:
    for mark in ("", "— "):
        parts = [mark + part for part in woven(YOU[:number], FEW[:number])]
        assert said(corpus(f"The mill has stood still for a year. {lead}", *parts)) == said(
            corpus(LEAD, *woven(YOU[:number], FEW[:number]))
        )
        assert "I had no choice" in said(corpus(f"The mill has stood still for a year. {lead}", *parts))
    plain = corpus(lead, *woven(["Why did it stop?", *YOU[1:number]], FEW[:number]))
    assert bool(said(plain)) == (number == 3 and "Ada Holm" in lead)  # it is told who answers


@pytest.mark.parametrize("headline", ["Interview: the mill", "Q&A: the mill"])
def test_a_headline_may_say_that_it_is_an_interview(headline: str) -> None:
    assert said(corpus("The mill has stood still.", *woven(YOU[:2], FEW[:2]), headline=headline))


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["The mill has stood still for a year.", *woven(YOU, FEW)],  # a column that asks itself
        ["In an interview with the Beacon Ada Holm said no.", *woven(YOU, FEW)],  # a column on what was said there
        ["I asked Ada Holm about it on Monday.", *woven(YOU, FEW)],
        [LEAD, *woven(YOU[:2], [FEW[0], "It waits."])],  # an answer is nobody's
        [LEAD, *woven(YOU[:2], [FEW[0], "We asked the bank, which is silent."])],  # the outlet tells of its work
        [LEAD, *woven(YOU[:2], [FEW[0], "“It waits,” my neighbour said."])],
        [LEAD, *["It rained on the yard, and nobody was there to see the wheel of the mill."] * 12, *woven(YOU, FEW)],
        [LEAD, *woven(YOU[:2], FEW[:2]), *["It rained, and the wheel of the mill stood still."] * 6],
    ],
)
def test_two_or_three_questions_are_mostly_no_interview(paragraphs: list[str]) -> None:
    assert corpus(*paragraphs).annotation.turns.is_empty()


def test_a_transcript_has_a_genre_of_its_own_and_a_section_counts_more() -> None:
    turns = ["ANA MOOR, HOST: We are back.", "ADA HOLM, OWNER: I am here.", "MOOR: Is it late?", "HOLM: We wait."]
    assert corpus(*turns).articles["genre"].to_list() == ["transcript"]
    assert corpus(*turns, genre="opinion").articles["genre"].to_list() == ["opinion"]
    asked = ["Q: Why did it stop?", "Ada Holm: I had to.", "Q: And now?", "Ada Holm: We wait and see."]
    assert corpus(*asked, genre="news").articles["genre"].to_list() == ["qa"]
    assert corpus("It rained.", genre="news").articles["genre"].to_list() == ["news"]


BODY = [
    "It was sold in spring and will be a school.",
    "Nobody. The bank has it.",
    "The town pays for all of it.",
    "It will be years.",
]


@pytest.mark.parametrize(
    ("paragraphs", "genre"),
    [
        ([LEAD, *woven(QUESTIONS[:3], BODY[:3])], "qa"),
        ([LEAD, *(f"{asked} {told}" for asked, told in zip(QUESTIONS, BODY, strict=True))], "qa"),
        ([LEAD, *woven(QUESTIONS[:2], BODY[:2])], None),  # two questions
        ([LEAD, *QUESTIONS, "Nobody says."], None),  # without answers
        ([LEAD, *(f"“{asked}” he asked. {told}" for asked, told in zip(QUESTIONS, BODY, strict=True))], None),
        ([LEAD, *woven(QUESTIONS[:3], BODY[:3]), *BODY * 2], None),  # a report that asks on its way
        ([LEAD, *BODY * 2, *woven(QUESTIONS[:3], BODY[:3])], None),  # and one that asks in the end
    ],
)
def test_an_outlet_that_asks_and_answers_explains(paragraphs: list[str], genre: str | None) -> None:
    assert corpus(*paragraphs).articles["genre"].to_list() == [genre]
