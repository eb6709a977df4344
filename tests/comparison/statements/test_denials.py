"""Accusation without denial: only where the text has no answer at all."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, lettered, sentences

DENIED = "Inspectors say that Kettle Group steals water from the river. Kettle Group has denied this."
AGAIN = "There are claims of stealing water. Kettle Group denies the claims."
BARE = "Inspectors accuse Kettle Group of stealing water at night."


def texts(*lines: str) -> list[Text]:
    named = " Kettle Group is large. Kettle Group has a dam."
    return lettered(lines, 400, behind=named + "\n\n")


def test_a_charge_without_the_denial() -> None:
    found = sentences(comparison(texts(DENIED, AGAIN, BARE)), "denial")
    assert (
        found
        == "C reports the charge against Kettle Group (“stealing”) without any denial; A and B print that Kettle Group denies it."
    )


def test_a_charge_with_an_aside_and_a_denial_by_the_adjective() -> None:
    bare = "Inspectors have accused Kettle Group, which owns the dam, of negligence."
    denied = "An inspector accused the company of negligence. Kettle Group denied it had been negligent."
    found = sentences(comparison(texts(denied, "Nothing.", bare)), "denial")
    assert found.startswith(
        "C reports the charge against Kettle Group (“negligence”) without any denial; only A prints"
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
        (
            "There are claims of stealing water. Kettle Group denies the claims.",
            "Nothing.",
            BARE,
        ),  # one, and whose claims?
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
    assert found.endswith("at least A and B print that Kettle Group denies it.")


def test_a_name_inside_a_longer_one_is_the_accused_too() -> None:
    bare = "“Adopt Kettle Group and lose the river: Kettle Group steals water,” Ada Holm said."
    found = sentences(comparison(texts(DENIED, AGAIN, bare)), "denial")
    assert found.startswith("C reports the charge against Kettle Group")


@pytest.mark.parametrize(
    ("denied", "bare", "charge"),
    [
        # beyond the list: a frame says who is accused, and of what
        (
            "Inspectors accuse Kettle Group of hiding a leak. Kettle Group denies it.",
            "Kettle Group is accused of hiding a leak.",
            "hiding",
        ),
        # the clause that is denied is about the company, not about who speaks for it
        (
            "Inspectors say that Kettle Group misled its clients. Ben Roe, its chief executive, denied that the company had "
            "misled anyone.",
            "Inspectors accuse Kettle Group of misleading its clients.",
            "misleading",
        ),
        (
            "Inspectors accuse Kettle Group of breaking the rules. Kettle Group said it had done nothing wrong.",
            "Kettle Group is accused of breaking the rules.",
            "breaking the rules",
        ),
        (
            "Kettle Group was charged with fraud. Kettle Group pleaded not guilty.",
            "Prosecutors charged Kettle Group with fraud.",
            "fraud",
        ),
        (
            "Inspectors accuse Kettle Group of fraud. Kettle Group rejected the accusations.",
            "Kettle Group is large. Inspectors accuse the company of fraud.",
            "fraud",
        ),
    ],
)
def test_one_denial_in_plain_words_is_enough(denied: str, bare: str, charge: str) -> None:
    assert sentences(comparison(texts(denied, bare, "All is calm.")), "denial") == (
        f"B reports the charge against Kettle Group (“{charge}”) without any denial; "
        "only A prints that Kettle Group denies it."
    )


@pytest.mark.parametrize(
    "bare",
    [
        "Kettle Group accuses the inspectors of hiding a leak.",  # accuses others
        "Bo Kraft is accused of hiding a leak, and Kettle Group pays him.",  # somebody else
        "Kettle Group is hiding its new logo.",  # the word is no charge
        "Kettle Group is accused of hiding a leak. The company did not respond.",  # was asked
        "Kettle Group, accused of hiding a leak, says it complied with all rules.",
    ],
)
def test_what_is_no_charge_without_a_denial(bare: str) -> None:
    denied = "Inspectors accuse Kettle Group of hiding a leak. Kettle Group denies it. Bo Kraft is calm."
    assert sentences(comparison(texts(denied, bare, "Bo Kraft is calm.")), "denial") == ""


def test_a_denial_of_somebody_else_s_guilt_is_none() -> None:
    denied = "Inspectors accuse Ada Holm of fraud. Kettle Group denies that it knew."
    bare = "There is fraud in Kettle Group, the union says. Ada Holm was there."
    assert sentences(comparison(texts(denied, bare, "Ada Holm is calm.")), "denial") == ""


def test_another_of_the_surname_denies_nothing_for_the_accused() -> None:
    lines = (
        "Prosecutors accuse Lena Roth of fraud. Her brother, Emil Roth, denied that he had helped her.",
        "The case against Lena Roth, who is accused of fraud, opened. Emil Roth, her brother, denied fraud.",
        "Lena Roth is accused of fraud. She is calm.",
    )
    assert sentences(comparison(texts(*lines)), "denial") == ""


@pytest.mark.parametrize(
    "denied",
    [
        "Inspectors accuse Kettle Group of stealing water. Kettle Group said there was no truth in it.",
        "Inspectors accuse Kettle Group of stealing water. Kettle Group dismissed the report as baseless.",
        "Inspectors accuse Kettle Group of stealing water. Kettle Group rejected it as “wholly untrue”.",
        "Inspectors accuse Kettle Group of stealing water. A spokesman described the report as false.",
        "Inspectors accuse Kettle Group of stealing water. Its lawyers said that it had done nothing wrong.",
        "Inspectors accuse Kettle Group of stealing water. The business said this was not true.",
    ],
)
def test_a_denial_in_other_words(denied: str) -> None:
    found = sentences(comparison(texts(denied, BARE)), "denial")
    assert found == (
        "B reports the charge against Kettle Group (“stealing”) without any denial; only A prints that Kettle Group "
        "denies it."
    )


@pytest.mark.parametrize(
    "answer",
    [
        "There is no truth in it.",
        "It dismissed the report.",
        "Its lawyers spoke of a smear.",
        "It did nothing illegal.",
    ],
)
def test_an_answer_in_other_words_keeps_silent(answer: str) -> None:
    assert sentences(comparison(texts(DENIED, AGAIN, BARE + " " + answer)), "denial") == ""


def test_what_somebody_else_dismisses_is_no_denial() -> None:
    other = "Inspectors accuse Kettle Group of stealing water. Ada Holm dismissed the fears of the farmers as baseless."
    assert sentences(comparison(texts(other, BARE)), "denial") == ""
