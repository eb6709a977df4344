"""What begins between two places of a text: looked up, so that long texts take no more than their length."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, TypeVar

Place = TypeVar("Place", bound=tuple[Any, ...])


def within(places: Sequence[Place], low: int, high: int) -> Sequence[Place]:
    """Those that begin from `low` on and before `high`. places: each led by where it begins, in that order."""
    return places[bisect_left(places, (low,)) : bisect_left(places, (high,))]
