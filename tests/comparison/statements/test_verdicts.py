"""Verdicts on what somebody says, in a report's own words."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, sentences

LEAD = "The pier of Velm was shut on Monday after a talk with Mayor Ada Holm. "


def said(a: str, b: str = "Boats came.", c: str = "It rained.") -> str:
    bodies = (a, b, c)
    texts = [
        (name, "Pier of Velm shut", f"{LEAD}{body}\n\n{filler(980 + at, 14)}")
        for at, (name, body) in enumerate(zip("ABC", bodies, strict=True))
    ]
    return sentences(comparison(texts), "claim")


def test_a_verdict_of_one_report() -> None:
    assert said("She had falsely called it the longest pier in the north, and left.") == (
        "A verdict in a report’s own words: “She had falsely called it the longest pier in the north” (A); "
        "B and C have no word of doubt."
    )


def test_who_has_any_word_of_doubt_is_not_said_to_have_none() -> None:
    found = said("It contradicts her words.", "“That is a lie,” said Otto Brill.")
    assert "“It contradicts her words” (A); C has no word of doubt." in found
    assert "B and C" not in said("It contradicts her words.", "Otto Brill denies it.")


def test_a_passage_begins_with_no_small_link() -> None:
    assert "“the early letters contradicts her words” (A)" in said("One of the early letters contradicts her words.")


@pytest.mark.parametrize(
    "text",
    [
        "“It was falsely called the longest,” said Otto Brill.",  # quoted
        "Otto Brill said that she had falsely called it the longest.",  # somebody's
        "There are contradicting rules for the pier.",  # no claim
        "It fell.",
    ],
)
def test_no_verdict(text: str) -> None:
    assert "A verdict" not in said(text)


def test_contradicting_somebody_is_a_verdict() -> None:
    assert "contradicting her words" in said("It came, contradicting her words.")


def test_nothing_where_all_have_a_word_of_doubt() -> None:
    assert "A verdict" not in said("It contradicts her words.", "That is untrue.", "There is no evidence of it.")
