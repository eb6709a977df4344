"""Different days of the week in the first sentences."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, said


def told(*days: str) -> list[str]:
    texts = [
        ("ABCD"[at], "Pier of Velm", f"The pier of Velm burnt {day}. It is gone.\n\n{filler(780 + at)}")
        for at, day in enumerate(days)
    ]
    return [one.sentence for one in said(comparison(texts), "number") if "different days" in one.sentence]


def test_days_of_the_first_sentences() -> None:
    found = told("on Monday", "on Tuesday", "late on Monday", "at dusk")
    assert found == ["In their first two sentences texts name different days: Monday (A and C) and Tuesday (B)."]


@pytest.mark.parametrize(
    "days",
    [
        ("on Monday", "on Monday", "on Monday", "at dusk"),
        ("on Monday", "on Tuesday", "at night", "at dusk"),  # of two reports
        ("on Monday", "on Monday", "on Monday, not on Tuesday", "last Tuesday"),
    ],
)
def test_silent(days: tuple[str, ...]) -> None:
    assert told(*days) == []
