"""How far two groups of articles lie apart: effect, interval, Cliff's delta."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats, degrees_of_freedom, limits
from framing.comparison.estimates.permutation import Part, Table, split


@dataclass(frozen=True, eq=False)
class Side:
    """One side's values by metric, with what an interval needs; tops, bottoms: stories x metrics."""

    n: int
    value: Floats
    se: Floats
    df: Floats
    weight: Floats
    scale: Floats
    trial: Floats
    tops: Floats
    bottoms: Floats

    @classmethod
    def of(cls, part: Part, table: Table, mine: bool) -> Side:
        chosen = part.mine == mine
        top, bottom = table.by_story(part.articles[chosen], part.metrics)
        n, total, scale = len(top), bottom.sum(axis=0), table.scales[part.metrics]
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = top.sum(axis=0) / total
            share = bottom / total
            df = degrees_of_freedom(share, partial(np.sum, axis=0))
            se = np.sqrt(((top - ratio * bottom) ** 2 / (1 - share)).sum(axis=0)) / total / scale
        return cls(n, ratio / scale, se, df, total, scale, table.trials[part.metrics], top, bottom)

    def values(self, stories: NDArray[np.bool_] | slice = slice(None)) -> Floats:
        """Of these of its stories: stories x metrics."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(self.tops[stories] / self.bottoms[stories] / self.scale)

    def working(self, rates: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """Value and standard error on the scale of comparison: log with half a hit added for rates."""
        per_unit = self.weight * self.scale
        hits = np.where(rates, self.value * per_unit, 1.0) + 0.5
        return (
            np.where(rates, np.log(hits / per_unit), self.value),
            np.where(rates, self.se * per_unit / hits, self.se),
        )

    def interval(self, kinds: NDArray[np.str_], df: Floats) -> tuple[Floats, Floats]:
        """Low and high on the scale of comparison; both are the value where a mean does not vary."""
        bounds = np.empty((2, len(kinds)))
        for kind in np.unique(kinds):
            at = kinds == kind
            bounds[:, at] = limits(str(kind), self.value[at], self.se[at], df[at], self.weight[at], self.trial[at])
        bounds = np.where(np.isnan(bounds), self.value, bounds)
        low, high = np.where(kinds == "rate", np.log(bounds), bounds)
        return low, high


def effects(one: Side, two: Side, kinds: NDArray[np.str_]) -> tuple[Floats, Floats, Floats]:
    """Effect with low and high: the ratio for rates, the difference otherwise; NaN where undefined.

    The sides' own intervals are joined by MOVER (Zou and Donner 2008), which keeps their asymmetry.
    """
    rates = kinds == "rate"
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        effect = np.where(rates, one.value / two.value, one.value - two.value)
        if min(one.n, two.n) < 2:
            return effect, effect * np.nan, effect * np.nan
        (centre1, se1), (centre2, se2) = one.working(rates), two.working(rates)
        df = welch(se1, se2, one.df, two.df)
        (low1, high1), (low2, high2) = one.interval(kinds, df), two.interval(kinds, df)
        low = centre1 - centre2 - np.hypot(centre1 - low1, high2 - centre2)
        high = centre1 - centre2 + np.hypot(high1 - centre1, centre2 - low2)
        low, high = np.where(rates, np.exp(low), low), np.where(rates, np.exp(high), high)
        known = high > low
        low, high = np.fmin(low, effect), np.fmax(high, effect)
        return effect, np.where(known, low, np.nan), np.where(known, high, np.nan)


def welch(se1: Floats, se2: Floats, df1: Floats, df2: Floats) -> Floats:
    """Welch's degrees of freedom; the sum of both where neither side varies."""
    with np.errstate(divide="ignore", invalid="ignore"):
        df = (se1**2 + se2**2) ** 2 / (se1**4 / df1 + se2**4 / df2)
    return np.where(np.isfinite(df), df, df1 + df2)


def cliffs_delta(one: Floats, two: Floats) -> Floats:
    """Share of pairs of stories in which the first side is higher less that in which it is lower (Cliff 1993).

    one, two: stories x metrics.
    """
    if not len(one) or not len(two):
        return np.full(one.shape[1], np.nan)
    return _places(np.sort(one, axis=0), np.sort(two, axis=0)) / (len(one) * len(two)) - 1.0


def part_delta(part: Part, one: Side, two: Side) -> Floats:
    """`cliffs_delta` of a part's sides. Of many stories all are put in order once, and not the others' for each outlet:
    the others are all, less the stories that the outlet tells, and with what others made of these.
    """
    known = part.pattern.stories if part.pattern else None
    if known is None or not one.n or not two.n:
        return cliffs_delta(one.values(), two.values())
    mine, theirs = (told > 0 for told in part.told)
    own = np.sort(one.values(), axis=0)
    told = np.sort(known.values[mine[mine | theirs]], axis=0)
    others = np.sort(two.values(mine[theirs]), axis=0)
    places = _places(own, known.ordered) - _places(own, told) + _places(own, others)
    return places / (one.n * two.n) - 1.0


def _places(one: Floats, two: Floats) -> Floats:
    """Of each metric: how many pairs have a lower or no higher value in `two`, ties counted half, times two.

    one, two: stories x metrics, each metric in order.
    """
    sides: tuple[Literal["left", "right"], ...] = ("left", "right")
    return np.array(
        [
            sum(np.searchsorted(theirs, mine, side).sum() for side in sides)
            for mine, theirs in zip(one.T, two.T, strict=True)
        ],
        float,
    )


def group_effect(
    table: Table, metric: int, group: Sequence[str], rest: Sequence[str]
) -> tuple[float | None, float | None, float | None]:
    """Effect of some outlets together against others, with its interval: as in `effects`; None where undefined."""
    part = next(part for part in split(table, "", "", table.side(group, rest)) if metric in part.metrics)
    place = part.metrics.tolist().index(metric)
    found = effects(Side.of(part, table, True), Side.of(part, table, False), table.kinds[part.metrics])
    effect, low, high = (float(numbers[place]) if np.isfinite(numbers[place]) else None for numbers in found)
    return effect, low, high
