"""One figure that texts put differently."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, lettered, sentences


def figures(*lines: str) -> str:
    names = " Ada Holm and Kettle Group were at the pier in Velm. "
    return sentences(comparison(lettered(lines, 950, "News", names, " ")), "number")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "The layoffs affect less than 5 % of its workforce.",
            "The firm fires almost 5% of its workforce.",
            "put differently: “almost 5% of its workforce” (B) and “less than 5 % of its workforce” (A).",
        ),
        (
            "The jury of Velm talked for three hours.",
            "The jury of Velm talked for less than three hours.",
            "put differently: “jury of Velm talked for three hours” (A) and “jury of Velm talked for less than three "
            "hours” (B).",
        ),
        (
            "The number of ferries in the harbour has doubled.",
            "The number of ferries in the harbour has nearly doubled.",
            "put differently: “number of ferries in the harbour has doubled” (A) and “number of ferries in the harbour "
            "has nearly doubled” (B).",
        ),
        (
            "The rule of Velm is for harbours with 100 or more employees.",
            "The rule of Velm is for harbours with more than 100 employees.",
            "put differently: “rule of Velm is for harbours with 100 or more employees” (A) and “rule of Velm is for harbours "
            "with more than 100 employees” (B).",
        ),
        (
            "The rule of Velm is for harbours with 100 employees or more.",
            "The rule of Velm is for harbours with fewer than 100 employees.",
            "put differently: “rule of Velm is for harbours with 100 employees or more” (A) and “rule of Velm is for harbours "
            "with fewer than 100 employees” (B).",
        ),
        (
            "Some 2,200 divers came to the pier.",
            "More than 2,200 divers came to the pier.",
            "put differently: “Some 2,200 divers came to the pier” (A) and “More than 2,200 divers came to the pier” (B).",
        ),
    ],
)
def test_degrees(one: str, other: str, said: str) -> None:
    assert said in figures(one, other)


def test_a_figure_is_shown_with_its_own_clause() -> None:
    found = figures(
        "The board of Velm made offers in talks of old and said that the raise was 40 % in talks.",
        "The raise was almost 40 % in the talks.",
    )
    assert "“raise was 40 % in talks” (A)" in found


def test_many_wordings_are_shown_short() -> None:
    lines = (
        "The jury of Velm talked for three hours.",
        "The jury of Velm talked over it for less than three hours.",
        "The jury of Velm had been out for less than three hours.",
        "After fewer than three hours the jury of Velm came back.",
        "The jury of Velm needed almost three hours.",
    )
    assert figures(*lines).startswith("One figure, “jury of Velm talked for three hours” in A, is put differently: ")
    assert "“less than three hours” (B and C)" in figures(*lines)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The port sets tolls of up to 38 % for boats.", "The port sets tolls of 38 % for boats of Kettle."),  # several
        ("At least 40 divers came to the pier.", "There were 40 divers at the pier."),  # a count that may grow
        ("About 40 divers came to the pier.", "There were 40 divers at the pier."),
        ("The divers were at the pier for four days.", "The divers were at the pier over four days."),  # during
        ("Divers worked in 12 states.", "Divers of Velm worked over 12 states."),  # in all of them
        ("The fog of Velm lay on 40 piers.", "The fog of Velm was spread over 40 piers."),
        ("More than 40 % was the raise in Velm.", "Almost a 40 % raise in Velm was it."),  # not right before it
        ("The cap of Velm stood for more than three years.", "The three-year cap of Velm stood."),  # rounded
        ("Nearly 5 % of the pilots were ill.", "Beer has more than 5 % alcohol."),  # another thing
        ("The crown rose 30 % against the florin.", "The crown rose almost 30 % against the guilder."),
        ("The crown rose almost 30 % in an hour.", "The crown rose a near 30 % in an hour."),
        ("Rules of Velm are for piers with 100 or more divers.", "Rules of Velm are for piers with 100 divers."),
        (
            "Rules of Velm are for piers with 100 or more divers.",
            "Rules of Velm are for piers with at least 100 divers.",
        ),
        ("Rules of Velm are for 100 or more than 200 divers.", "Rules of Velm are for more than 100 divers."),
        ("Nearly 40 divers came. In all, 40 divers stayed at the pier.", "40 divers came to the pier."),  # both
        ("More than 40 divers came to the pier last year.", "Nearly 40 divers came to the pier."),  # another time
    ],
)
def test_no_degrees(one: str, other: str) -> None:
    assert "put differently" not in figures(one, other)


def test_a_text_that_says_it_often_is_told_once() -> None:
    found = figures(
        "The layoffs affect less than 5 % of its workforce. " * 40, "The firm fires almost 5% of its workforce. " * 3
    )
    assert found.count("put differently") == 1


def test_one_multiple_in_two_words() -> None:
    one = "Doctors of the harbour clinic in Velm said in a letter that preventive tests at the clinic {}."
    other = "Doctors at the harbour clinic of Velm tell in a letter that preventive tests at the clinic have {}."
    said = figures(one.format("more than doubled"), other.format("almost trebled"))
    assert "One multiple is put differently: " in said
    assert "more than doubled” (A)" in said
    assert "almost trebled” (B)" in said
    assert not figures(one.format("more than doubled"), "The number of boats in the harbour has almost trebled.")
