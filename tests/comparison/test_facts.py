"""What is stated as fact is true: precision and recall on the events of tests/truth/events."""

from __future__ import annotations

from functools import cache

import pytest

from tests.comparison.facts import Tally, tallies


@cache
def found() -> dict[str, Tally]:
    return tallies()


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [
        ("families: pairs", 0.98, 0.98),
        ("families: source", 0.98, 0.98),
        ("names: items", 0.95, 0.95),
        ("names: carried by", 0.98, 0.95),
        ("figures: items", 0.95, 0.95),
        ("figures: carried by", 0.98, 0.95),
        ("left out", 0.98, 0.90),
        ("rewrites", 0.95, 0.95),
        ("one event", 1.0, 1.0),
    ],
)
def test_precision_and_recall(kind: str, precision: float, recall: float) -> None:
    tally = found()[kind]
    assert tally.precision >= precision, tally.wrong
    assert tally.recall >= recall, tally.missed


def test_the_truth_is_large_enough() -> None:
    assert sum(tally.true for tally in found().values()) >= 300
