"""Different numbers before the same word."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, said


def texts(*lines: str) -> list[Text]:
    return [
        ("ABCD"[at], "Pier of Velm", f"The pier of Velm burnt. {line} {filler(760 + at)}")
        for at, line in enumerate(lines)
    ]


def told(*lines: str) -> list[str]:
    return [one.sentence for one in said(comparison(texts(*lines)), "number") if "Before the word" in one.sentence]


def test_numbers_before_one_word() -> None:
    lines = ("Engines came from 35 towns.", "They came from more than 33 towns.", "The smoke was seen in 35 towns.", "")
    assert told(*lines) == ["Before the word “towns” stand different numbers: 35 (A and C) and more than 33 (B)."]


def test_small_numbers_in_words() -> None:
    lines = ("Cracks ran through three cables.", "There were cracks in two cables.", "Two cables broke.")
    assert told(*lines) == ["Before the word “cables” stand different numbers: two (B and C) and three (A)."]
    assert told("It burnt for three hours.", "It burnt for two hours.") == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Engines came from 35 towns.", "They came from thirty-five towns."),  # the same
        ("Engines came from 35 towns and 12 towns.", "They came from 33 towns."),  # a text has two
        ("Engines came from 35 towns.", "They came from 33 towns. Of Tarn's 35, nobody came."),  # it has both
        ("Engines came from 35 towns.", "There are 33 thousand towns."),  # far apart
        ("Engines came from 640 towns.", "Engines came from 600 towns."),  # rounded
        ("It had 35 passengers.", "It was said that 12 passengers were hurt."),  # what became of them
        ("They fought for 35 hours.", "It burnt for 33 hours."),  # of time
        ("Engines came from 35 towns.", "They came from 33 villages."),  # another word
    ],
)
def test_silent(lines: tuple[str, str]) -> None:
    assert told(*lines) == []


def test_all_of_them_are_to_be_checked() -> None:
    found = said(comparison(texts("Engines came from 35 towns.", "They came from 33 towns.")), "number")
    assert [one.check for one in found if "Before the word" in one.sentence] == [True]
