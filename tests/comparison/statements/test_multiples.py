"""Multiples of one thing that differ from text to text."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, said


def told(one: str, other: str) -> list[str]:
    texts = [("A", "A clinic in Velm", one), ("B", "A clinic in Velm", other), ("C", "A clinic in Velm", "It rained.")]
    opens = ("A multiple is not", "One multiple is")
    return [each.sentence for each in said(comparison(texts), "number") if each.sentence.startswith(opens)]


NUMBERS = "The clinic saw its new referrals rise from 201 in 2012, to 388."


@pytest.mark.parametrize(
    ("verb", "differs"),
    [("more than doubled", True), ("doubled", False), ("almost doubled", False), ("trebled", True)],
)
def test_a_verb_beside_the_numbers_of_another_text(verb: str, differs: bool) -> None:
    found = told(f"Referrals to the clinic {verb} after the speech.", NUMBERS)
    said = (
        f"A multiple is not that of the numbers: “Referrals to the clinic {verb}” (A) and “new referrals rise from 201"
    )
    assert bool(found) is differs
    assert not differs or found[0].startswith(said)


@pytest.mark.parametrize(
    "one",
    ["Prices in the clinic more than doubled after the speech.", f"Referrals more than doubled. {NUMBERS}"],
)
def test_of_something_else_or_in_one_text(one: str) -> None:
    assert told(one, "The clinic saw fewer patients." if NUMBERS in one else NUMBERS) == []


MASS = "A giant star has {} the mass of the Sun, said the observatory of Velm."


def test_multiples_of_one_thing() -> None:
    assert told(MASS.format("more than 20 times"), MASS.format("at least 25 times")) == [
        "One multiple is put differently: “more than 20 times the mass of the Sun” (A) and “at least 25 times the mass "
        "of the Sun” (B)."
    ]
    assert told(MASS.format("more than 20 times"), MASS.format("at least 70 times")) == []
