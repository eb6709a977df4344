"""A claim without a check: only where one text surely checks it, and another has nothing of the kind."""

from __future__ import annotations

import pytest

from framing.comparison.content.checks import amounts, sign
from tests.comparison.statements.events import Text, comparison, filler, lettered, said, sentences

CLAIM = "Mayor Ada Holm said that thefts in the harbour had fallen by half since March."
FIGURES = CLAIM + " But police figures show that thefts in the harbour fell by eight per cent."


def texts(*lines: str) -> list[Text]:
    return lettered(lines, 700, "News of the day")


def claims(*lines: str) -> str:
    return sentences(comparison(texts(*lines)), "claim")


def test_a_claim_that_one_text_checks_and_another_only_prints() -> None:
    of = comparison(texts(FIGURES, CLAIM))
    assert [one.sentence for one in said(of, "claim")] == [
        "B prints a claim of Ada Holm (“thefts in the harbour had fallen by half since March”) with no check beside it; "
        "A sets one: “But police figures show that thefts in the harbour fell by eight per cent” (A)."
    ]
    articles = dict(of.scores.corpus.articles.select("article", "text").iter_rows())
    claim, *_, check = [articles[one.article][one.start : one.end] for one in said(of, "claim")[0].evidence]
    assert claim == "thefts in the harbour had fallen by half since March"
    assert check == "But police figures show that thefts in the harbour fell by eight per cent."


@pytest.mark.parametrize(
    "checked",
    [
        "“Thefts in the harbour have fallen by half since March,” Ada Holm said. Police records put the fall at 8 per cent.",
        "Ada Holm falsely claimed that thefts in the harbour had fallen by half since March.",
        "Ada Holm claimed, without offering any evidence, that thefts in the harbour had fallen by half since March.",
        CLAIM + " There is no evidence that thefts fell in the harbour.",
        CLAIM + " Economists doubt that.",
        "Thefts in the harbour have fallen by half since March, Ada Holm said on Monday. In fact, thefts in the harbour rose.",
        CLAIM + "\n\nHowever, documents show a rise of thefts in the harbour.",
        CLAIM + " That claim is false.",
    ],
)
def test_kinds_of_checks(checked: str) -> None:
    assert claims(checked, CLAIM).startswith("B prints a claim of Ada Holm")


@pytest.mark.parametrize(
    "other",
    [
        CLAIM + " But Holm said that more was to be done.",  # the speaker's second thoughts
        CLAIM + " But police figures show that the ferry was late on eight days.",  # about something else
        CLAIM + " Police figures show that thefts in the harbour fell by half.",  # bears it out
        CLAIM + " “In fact, thefts in the harbour rose,” Bo Kraft said.",  # an opponent
        CLAIM + " But Bo Kraft said that records show more thefts in the harbour.",
        CLAIM + " In fact the harbour was built in 1931.",
        CLAIM + " But figures show that the harbour had eight per cent more guests.",
        CLAIM + " But records show that thefts in the harbour cost $8 million.",
        CLAIM + " But polls show that the harbour is loved.\n\nThe fee is small.",
        "Ada Holm denied that thefts in the harbour had fallen by half since March. Records show that thefts fell by 8 per cent.",
        "Ada Holm said that thefts in the harbour had fallen by a fifth since March. Records show that thefts fell by 8 per cent.",
        "Bo Kraft said that thefts in the harbour had fallen by half since March. Records show that thefts fell by 8 per cent.",
    ],
)
def test_what_is_no_check(other: str) -> None:
    assert claims(other, CLAIM) == ""


@pytest.mark.parametrize(
    "answer",
    [
        "Bo Kraft of the harbour board called it a fairy tale.",
        "Bo Kraft said that thefts in the harbour were as many as ever.",
        "Critics say that the numbers are made up.",
        "Others put the fall in thefts at eight per cent.",
        "Police figures show that thefts in the harbour fell a little.",
        "Some doubt it.",
    ],
)
def test_any_answer_keeps_a_text_out(answer: str) -> None:
    assert claims(FIGURES, CLAIM + " " + answer) == ""
    assert claims(FIGURES, CLAIM + " " + answer, CLAIM).startswith("C prints")


def test_a_doubt_in_the_headline_keeps_a_text_out() -> None:
    doubtful = texts(FIGURES, CLAIM)
    doubtful[1] = ("B", "Doubts about the mayor", doubtful[1][2])
    assert sentences(comparison(doubtful), "claim") == ""


def test_versions_of_one_report_are_not_set_against_each_other() -> None:
    long = filler(720, 30)
    both = [("A", "h", FIGURES + "\n\n" + long), ("B", "h", CLAIM + "\n\n" + long)]
    assert sentences(comparison(both), "claim") == ""


def test_signs_and_amounts() -> None:
    assert sign("Records show a fall") == "records"
    assert sign("She gave no evidence") == "no evidence"
    assert sign("He records a song") is None
    assert amounts("by half in 1999, or 1,204 of twenty") == {50.0, 1204.0, 20.0}
