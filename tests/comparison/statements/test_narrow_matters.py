"""Matters that some of the reports touch, and others have no word of."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, sentences

FUEL = "The pier of Velm was shut over the price of diesel. Petrol had doubled, and fuel was scarce. "
NONE = "The pier of Velm was shut by the pilots on Monday. "


def said(*leads: str) -> str:
    texts = [
        (name, "Pier of Velm shut", lead + filler(800 + at, 14))
        for at, (name, lead) in enumerate(zip("ABCDEFG", leads, strict=False))
    ]
    return sentences(comparison(texts), "theme")


def test_some_touch_a_matter_and_others_do_not() -> None:
    found = said(FUEL, FUEL, NONE, NONE, NONE)
    assert "Three of the five texts have no form of “diesel”: C, D and E. The others have: A and B." in found


@pytest.mark.parametrize(
    "leads",
    [
        (FUEL, NONE, NONE, NONE, NONE),  # one alone
        (FUEL, FUEL, FUEL, FUEL, NONE),  # nearly all
        (FUEL, FUEL, NONE, NONE + "Gas was dear. ", NONE + "The pump was empty. "),  # words that may touch it
        (NONE + "Diesel was dear. ", NONE + "Petrol was dear. ", NONE, NONE, NONE),  # an aside
        (NONE + "It fuelled by night. Their fuel tension fuel fear fuel fear grew. ",) * 2
        + (NONE,) * 3,  # other senses
    ],
)
def test_it_is_not_told(leads: tuple[str, ...]) -> None:
    assert "fuel" not in said(*leads)


ROCKET = "The rocket of Velm lost its boosters. One booster fell, then the other booster fell. "
VOTE = "The election is near. Voters of Velm will go to the election in May. "
BLAME = "Critics of the pier condemned it. The board was criticised for the pier. "


def test_a_booster_is_no_vaccine() -> None:
    assert "vaccines" not in said(ROCKET, ROCKET, NONE, NONE, NONE)


def test_an_aside_of_most_reports_is_told_where_some_have_none() -> None:
    assert "elections" not in said(VOTE, NONE, NONE, NONE, NONE)
    assert "Two of the five texts have no word of elections: D and E." in said(VOTE, VOTE, VOTE, NONE, NONE)
    assert "D and E have no word of elections" in said(VOTE, VOTE, NONE + "They won seats. ", NONE, NONE)


def test_who_has_no_word_of_criticism() -> None:
    found = said(BLAME, BLAME, NONE + "Many feared for the pier. ", NONE, NONE)
    assert "D and E have no word of any criticism; A and B have (“Critics”)." in found
