"""Spans of time that texts give differently."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, said


def spans(one: str, other: str) -> list[str]:
    texts = [("A", "Snow in Velm", one), ("B", "Snow in Velm", other), ("C", "Snow in Velm", "It snowed.")]
    opens = ("One number is given", "One span of time")
    return [each.sentence for each in said(comparison(texts), "number") if each.sentence.startswith(opens)]


TRAINS = "The railway says {} trains were cancelled in Velm {}."


def test_one_number_of_two_periods() -> None:
    one = TRAINS.format(809, "between midnight and 10 a.m. on Monday")
    assert spans(one, TRAINS.format(809, "in the past 24 hours")) == [
        "One number is given for different times: “809 trains were cancelled in Velm between midnight and 10 a.m.” (A) "
        "and “809 trains were cancelled in Velm in the past 24 hours” (B)."
    ]


@pytest.mark.parametrize(
    "other",
    [
        TRAINS.format(809, "between midnight and 10 a.m. on Monday"),
        TRAINS.format(812, "in the past 24 hours"),
        TRAINS.format(809, "by the storm"),
        TRAINS.format(809, "in the past 24 hours, and more since Friday"),
    ],
)
def test_another_number_or_no_period(other: str) -> None:
    assert spans(TRAINS.format(809, "between midnight and 10 a.m. on Monday"), other) == []


LOST = "The man had wandered through the frozen forest for {}."


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("over a week", "nearly 10 days", True),
        ("seven days", "a week", False),
        ("two days", "10 days", False),
        ("two weeks. They searched the frozen forest for three weeks", "three weeks", False),  # both are exact
        ("over a week. He wandered through the frozen forest for closer to 10 days", "nearly 10 days", True),
    ],
)
def test_one_span(one: str, other: str, differs: bool) -> None:
    assert bool(spans(LOST.format(one), LOST.format(other))) is differs
