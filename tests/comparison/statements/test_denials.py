"""Accusation without denial: only where the text has no answer at all."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

DENIED = "Inspectors say that Kettle Group steals water from the river. Kettle Group has denied this."
AGAIN = "There are claims of stealing water. Kettle Group denies the claims."
BARE = "Inspectors accuse Kettle Group of stealing water at night."


def texts(*lines: str) -> list[Text]:
    named = " Kettle Group is large. Kettle Group has a dam."
    return [("ABCDEF"[at], "h", line + named + "\n\n" + filler(400 + at)) for at, line in enumerate(lines)]


def test_a_charge_without_the_denial() -> None:
    found = sentences(comparison(texts(DENIED, AGAIN, BARE)), "denial")
    assert (
        found
        == "C reports the charge against Kettle Group (“steal”) without any denial; A and B print that Kettle Group denies it."
    )


@pytest.mark.parametrize(
    "answer",
    [
        "The company says that the charge is baseless.",
        "It rejected the claims.",
        "It insists that it pays.",
        "A spokesman denied it.",
    ],
)
def test_any_answer_keeps_silent(answer: str) -> None:
    assert sentences(comparison(texts(DENIED, AGAIN, BARE + " " + answer)), "denial") == ""


@pytest.mark.parametrize(
    "lines",
    [
        (DENIED, "Nothing was said of water.", BARE),  # one report alone has the denial
        (DENIED, AGAIN, "Kettle Group pays for its water."),  # no charge
        (DENIED, AGAIN, "Thieves steal apples in Tarn."),  # of somebody else
        ("Kettle Group did not deny that it steals water.", "Kettle Group never denied stealing.", BARE),
    ],
)
def test_no_charge_or_no_denial(lines: tuple[str, ...]) -> None:
    assert sentences(comparison(texts(*lines)), "denial") == ""


OTHER = {
    "the company": "Ada Holm says that Kettle Group steals water — a charge the company denies.",
    "a clause": "Kettle Group, which has pumped from the river for longer than anyone in the valley can remember, denies "
    "that it would steal water.",
    "other words": "Inspectors say that Kettle Group steals water. Kettle Group says that is rubbish.",
}


@pytest.mark.parametrize("other", OTHER.values(), ids=list(OTHER))
def test_a_denial_in_other_words_is_listed(other: str) -> None:
    found = sentences(comparison(texts(DENIED, AGAIN, BARE, other)), "denial")
    assert found.endswith("A, B and D print that Kettle Group denies it.")


def test_an_answer_of_which_nothing_is_told_makes_the_list_open() -> None:
    answered = BARE + " Ada Holm called it unfounded."
    found = sentences(comparison(texts(DENIED, AGAIN, BARE, answered)), "denial")
    assert found.endswith("A and B among others print that Kettle Group denies it.")


def test_a_name_inside_a_longer_one_is_the_accused_too() -> None:
    bare = "“Adopt Kettle Group and lose the river: Kettle Group steals water,” Ada Holm said."
    found = sentences(comparison(texts(DENIED, AGAIN, bare)), "denial")
    assert found.startswith("C reports the charge against Kettle Group")
