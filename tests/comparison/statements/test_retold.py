"""A remark quoted here and told there without marks; an accusation that one report alone prints."""

from __future__ import annotations

import re

import pytest

from tests.comparison.statements.events import comparison, lettered, sentences

NAMES = " Ada Holm and Per Moe were at the pier in Velm. "
QUOTE = "“The wind on the pier has turned against us,” said Ada Holm."


def made(subject: str, *lines: str) -> str:
    return sentences(comparison(lettered(lines, 700, "News", NAMES, " ")), subject)


def test_told_without_marks() -> None:
    said = made("quotation", QUOTE, "Ada Holm said the wind had turned against the pier.")
    assert said == (
        "What A quotes of Ada Holm (“The wind on the pier has turned against us”) is told without quotation marks "
        "elsewhere: “Ada Holm said the wind had turned against the pier” (B)."
    )


@pytest.mark.parametrize(
    "other",
    [
        "Per Moe said the wind had turned against the pier.",  # somebody else
        "Ada Holm said the wind had not turned against the pier.",  # the contrary
        "Ada Holm said the pier would be painted.",  # another matter
        "“The wind has turned,” said Ada Holm. Ada Holm said the wind had turned against the pier.",  # quoted there, too
        "The wind had turned against the pier.",  # nobody's words
        "Ada Holm said the wind had turned against the pier; Per Moe said so, too.",  # two speakers
    ],
)
def test_not_told(other: str) -> None:
    assert "without quotation marks" not in made("quotation", QUOTE, other)


def test_an_accusation_in_one_report() -> None:
    said = made("only", "Villagers accuse Per Moe of breaking a promise.", "The pier is new.")
    assert "An accusation that only A prints: “Villagers accuse Per Moe of breaking a promise”." in said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Villagers accuse Per Moe of breaking a promise.", "Per Moe kept every promise, the council said."),
        ("Villagers accuse Per Moe of breaking a promise.", "Villagers blamed Per Moe."),  # may be the same
        ("Villagers accuse Per Moe of breaking a promise.", "Per Moe denied it."),
        ("“They accuse Per Moe of breaking a promise,” said Ada Holm.", "The pier is new."),  # said, not reported
        ("Per Moe is accused of breaking a promise.", "The pier is new."),  # by whom?
    ],
)
def test_no_accusation_of_one(one: str, other: str) -> None:
    assert "accusation" not in made("only", one, other)


def test_a_charge_that_one_report_carries_is_told_once() -> None:
    said = made(
        "only", "Villagers accuse Per Moe of stealing timber from the forest.", "The pier is new.", "It rained."
    )
    assert "A charge against Per Moe that one report alone carries: “stealing timber from the forest” (A)." in said
    assert "An accusation" not in said


def test_a_charge_is_against_the_one_before_who() -> None:
    line = "Per Moe who is known for the harbours of Velm, Tarn and Osk, is now accused of stealing timber by night."
    said = made("only", line, "The pier is new. Osk and Per Moe are old.", "It rained in Osk. Per Moe left.")
    assert "A charge against Per Moe that one report alone carries" in said
    assert "against Osk" not in said


def test_charges_that_are_not_shown_are_counted() -> None:
    wrongs = ("stealing timber from the forest", "forgery of the harbour seals", "bribery of the harbour master",
              "polluting the lake of Velm", "cheating at the old regatta")  # fmt: skip
    line = " ".join(f"Villagers accuse Per Moe of {wrong}." for wrong in wrongs)
    said = made("only", line, "The pier is new.", "It rained.")
    assert re.search(r"^Charges against Per Moe .*; and two more\.$", said, re.MULTILINE)


def test_the_words_of_one_remark_are_no_theme() -> None:
    quote = "“No patient will wait for a nurse longer than today,” said Ada Holm."
    told = "Ada Holm said that no patient will wait for a nurse any longer than today."
    assert "stand only in" not in made("theme", quote, told, told, "Plums.", "Lamps.", "Boats.")
