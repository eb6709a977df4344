"""Do outlets differ by a measure at all, and which stand apart? One test a measure first, then the outlets.

The outlets' names are dealt out anew among the stories, copies left out; a story that several outlets tell keeps its
outlets, and only its versions change hands. So the test is exact whenever it makes no difference who published what.
(Of thousands of stories, what outlets would have is drawn from the law of such sums: `law.py`.)

1. **Omnibus.** Three statistics, each strong against another shape: the outlet that lies furthest from all others (one
   apart), the spread of all outlets around the whole (a gradient), and the best division of the outlets, in the order
   of their values, into a lower and an upper group (several apart; Scott and Knott 1974). The least of their p values
   is calibrated by the same permutations, so that looking thrice costs what it must.
2. **Measures.** q: Benjamini and Hochberg (1995) over the primary measures, which are declared in advance; the others
   that are tested form a family of their own.
3. **Outlets.** Where the measure differs, the smaller group of the best division stands apart. Each of its outlets is
   set against the outlets outside the group, with the largest distance of any outlet in that company as the yardstick
   (max-T, Westfall and Young 1993). Where the outlets outside are alike, one that is like them is named in at most 5 %
   of the measures that differ. Where some of them stand apart too and were not found, an outlet of the common rate may
   be named, for it does lie above, or below, those taken together; that is all that is said of it.

A group is stated where q is at most `LEVEL`, its outlets' p is, and the interval of its effect excludes no difference.
`scripts/simulate_differences.py` measures error and power.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.estimates.effects import group_effect
from framing.comparison.estimates.intervals import Floats
from framing.comparison.estimates.permutation import Table, adjust
from framing.comparison.estimates.pools import Pool, pools, totals
from framing.measures.analyser import Metric
from framing.schema import Schema

LEVEL = 0.05
PERMUTATIONS = 2_999
PRIMARY = ("sentiment", "flesch_kincaid_grade", "hedging", "loaded", "quoted_share")

# One row: a measure, whether outlets differ by it at all, and which stand apart.
DIFFERENCES: Schema = {
    "metric": pl.String,
    "family": pl.String,  # primary (declared in advance), secondary: what is corrected together
    "outlets": pl.UInt32,  # with two stories or more: those that can stand apart
    "stories": pl.UInt32,
    "p": pl.Float64,  # ? omnibus, of the least of the next three
    "p_one": pl.Float64,  # ? one outlet apart
    "p_spread": pl.Float64,  # ? a gradient
    "p_groups": pl.Float64,  # ? two groups
    "q": pl.Float64,  # ? of p within the family
    "permutations": pl.UInt32,
    "side": pl.String,  # ? higher, lower: where the group lies
    "group": pl.List(pl.String),  # outlets that stand apart, the furthest first; empty where none does for certain
    "group_p": pl.List(pl.Float64),  # of each of them
    "unsure": pl.List(pl.String),  # outlets on the group's side that cannot be told apart for certain
    "rest": pl.List(pl.String),  # the outlets on the other side of the division
    "effect": pl.Float64,  # ? group against rest: ratio for rates, difference otherwise
    "low": pl.Float64,  # ?
    "high": pl.Float64,  # ?
    "stated": pl.Boolean,
}


def differences(
    metrics: pl.DataFrame,
    measures: Mapping[str, Metric],
    stories: pl.DataFrame,
    seed: int = 1,
    primary: Sequence[str] = PRIMARY,
    permutations: int = PERMUTATIONS,
) -> pl.DataFrame:
    """`DIFFERENCES`: a row for each tested measure that at least two outlets have a value of.

    primary: measures declared in advance; where none of them was taken, all tested ones are. p is null where no outlet
    has two stories beside two of others, or where nothing varies. The same seed gives the same numbers in any order
    of the rows.
    """
    tested = [name for name, measure in measures.items() if measure.tested]
    table = Table.of(metrics.filter(pl.col("metric").is_in(tested)), measures, stories)
    first = [name for name in primary if name in table.metrics] or table.metrics
    rows = [
        _row(table, place, pool, tests, random, permutations)
        for pool, places in pools(table)
        for random in [np.random.default_rng([seed, len(places), pool.size])]
        for place, tests in zip(places, omnibus(pool, table, places, random, permutations), strict=True)
    ]
    frame = pl.DataFrame(rows, schema={k: v for k, v in DIFFERENCES.items() if k not in {"family", "q", "stated"}})
    frame = frame.with_columns(
        family=pl.when(pl.col("metric").is_in(first)).then(pl.lit("primary")).otherwise(pl.lit("secondary"))
    )
    parts = frame.partition_by("family", maintain_order=True)
    corrected = [part.with_columns(q=pl.Series(adjust(part["p"].to_numpy())).fill_nan(None)) for part in parts]
    none = pl.when(pl.col("metric").is_in([n for n in tested if measures[n].kind == "rate"])).then(1.0).otherwise(0.0)
    apart = (pl.col("low") > none) | (pl.col("high") < none) | (pl.col("low").gt(none) & pl.col("high").is_null())
    known = (pl.col("q") <= LEVEL) & (pl.col("group").list.len() > 0) & apart
    whole = pl.concat(corrected) if corrected else frame.with_columns(q=pl.lit(None, pl.Float64))
    return whole.with_columns(stated=known.fill_null(False)).select(*DIFFERENCES).sort("family", "p", "metric")


@dataclass(frozen=True, eq=False)
class Omnibus:
    """One metric's tests over all outlets; p is NaN where nothing can be tested."""

    p: float
    parts: tuple[float, float, float]  # one apart, spread, two groups
    order: NDArray[np.intp]  # outlets by their value, the lowest first
    cut: int  # so many of them are the lower group


def omnibus(
    pool: Pool, table: Table, places: Sequence[int], random: np.random.Generator, permutations: int
) -> list[Omnibus]:
    """The three statistics and their least p, for each metric of a pool."""
    found = []
    for place, part, weight in totals(pool, table, places, random, permutations):
        rate = bool(table.kinds[place] == "rate")
        split, cut, order = divided(part, weight, rate)
        if not testable(pool) or constant(pool, table, place):
            found.append(Omnibus(np.nan, (np.nan,) * 3, order[0], int(cut[0])))
            continue
        distances = np.max(distance(part, weight, rate)[:, pool.able], axis=1)
        statistics = np.stack([distances, spread(part, weight, rate), split], axis=1)
        p = tails(statistics)[0]
        least = float(tails(p.min(axis=1)[:, None])[1][0, 0])
        found.append(Omnibus(least, (float(p[0, 0]), float(p[0, 1]), float(p[0, 2])), order[0], int(cut[0])))
    return found


def testable(pool: Pool) -> bool:
    """Some outlet has two units, and so have the others together; and something can change hands."""
    sizes = np.bincount(pool.label, minlength=len(pool.names))
    return bool(pool.strata) and bool(((sizes >= 2) & (len(pool.label) - sizes >= 2)).any())


def constant(pool: Pool, table: Table, place: int) -> bool:
    """No two stories differ."""
    top, bottom = pool.sums(table, place)
    return bool(np.ptp(top / bottom) <= 1e-12)


def members(
    pool: Pool, table: Table, place: int, group: Sequence[int], random: np.random.Generator, permutations: int
) -> dict[int, float]:
    """p of each outlet of a group that has two stories: how often any outlet of its company would lie as far.

    The company are the outlets outside the group, and itself.
    """
    rest = [outlet for outlet in range(len(pool.names)) if outlet not in group]
    found = {}
    for outlet in group:
        company = sorted([*rest, outlet])
        among = pool.only(company)
        if pool.able[outlet] and testable(among):
            ((_, part, weight),) = totals(among, table, [place], random, permutations)
            far = distance(part, weight, bool(table.kinds[place] == "rate"))
            largest = far[:, among.able].max(axis=1)
            found[outlet] = float((largest >= far[0, company.index(outlet)] - 1e-9).mean())
    return found


def distance(part: Floats, weight: Floats, rate: bool) -> Floats:
    """How far each outlet lies from all others: minus the logarithm of its own two-sided p among the arrangements.

    Outlets of few and of many stories are so on one scale; where two are as far as an arrangement can be, the
    statistic in its standard deviations decides.
    """
    whole, total = part.sum(axis=1, keepdims=True), weight.sum(axis=1, keepdims=True)
    if rate:
        expected = weight * whole / total
        value = np.log((part + 0.5) * (whole - expected + 0.5) / ((expected + 0.5) * (whole - part + 0.5)))
    else:
        value = part / weight - (whole - part) / (total - weight)
    spread_ = value.std(axis=0)
    far = np.abs(value - value.mean(axis=0)) / np.where(spread_ > 0, spread_, 1.0)
    p = np.minimum(1.0, 2 * np.minimum(*tails(value)))
    return np.asarray(-np.log(p) + 1e-3 * far)


def tails(statistic: Floats) -> tuple[Floats, Floats]:
    """Of each arrangement (row) and column: the share of all that are at least, and at most, as large.

    Ties stay ties, whatever the order of summation.
    """
    column = np.ascontiguousarray(statistic.T)  # numpy sorts rows quickest; one sorting serves both tails
    size = column.shape[1]
    place = (np.argsort(-column, axis=1) + size * np.arange(len(column))[:, None]).ravel()
    ordered = column.ravel()[place].reshape(column.shape)
    new = np.ones(column.shape, bool)  # smaller than the one before: here a run of ties begins
    new[:, 1:] = ordered[:, :-1] - ordered[:, 1:] > 1e-9 * np.maximum(1.0, np.abs(ordered[:, 1:]))
    first = np.flatnonzero(new)
    ties = np.diff(first, append=column.size)
    before = first % max(size, 1)
    above, below = np.empty((2, column.size))
    above[place] = np.repeat((before + ties) / size, ties)
    below[place] = np.repeat((size - before) / size, ties)
    return above.reshape(column.shape).T, below.reshape(column.shape).T


def spread(part: Floats, weight: Floats, rate: bool) -> Floats:
    """Of each arrangement: squared distances of the outlets from the whole, weighted (Pearson's for rates)."""
    whole, total = part.sum(axis=1, keepdims=True), weight.sum(axis=1, keepdims=True)
    expected = weight * whole / total
    scale = expected if rate else weight
    return np.asarray(((part - expected) ** 2 / np.where(scale > 0, scale, 1.0)).sum(axis=1))


def divided(part: Floats, weight: Floats, rate: bool) -> tuple[Floats, NDArray[np.intp], NDArray[np.intp]]:
    """Of each arrangement: the best division in two groups by value (deviance, or squares), its size, the order."""
    order = np.argsort(part / weight, axis=1, kind="stable")
    low, base = (np.take_along_axis(one, order, 1).cumsum(axis=1) for one in (part, weight))
    whole, total = low[:, -1:], base[:, -1:]
    expected = base * whole / total
    with np.errstate(divide="ignore", invalid="ignore"):
        if rate:
            inside = np.where(low > 0, low * np.log(low / expected), 0.0)
            outside = np.where(whole - low > 0, (whole - low) * np.log((whole - low) / (whole - expected)), 0.0)
            gain = inside + outside
        else:
            gain = (low - expected) ** 2 / (base * (1 - base / total))
    gain = np.nan_to_num(gain[:, :-1])
    best = gain.argmax(axis=1)
    return np.take_along_axis(gain, best[:, None], 1)[:, 0], best + 1, order


def _row(
    table: Table, place: int, pool: Pool, tests: Omnibus, random: np.random.Generator, permutations: int
) -> dict[str, object]:
    """One measure's row, without what needs the other measures."""
    row: dict[str, object] = {
        "metric": table.metrics[place],
        "outlets": int(pool.able.sum()),
        "stories": pool.size,
        "permutations": permutations if tests.p == tests.p else 0,
        "group": [],
        "group_p": [],
        "unsure": [],
        "rest": [],
    }
    if tests.p != tests.p:
        return row
    one, spread_, groups = tests.parts
    row |= {"p": tests.p, "p_one": one, "p_spread": spread_, "p_groups": groups}
    lower, upper = tests.order[: tests.cut], tests.order[tests.cut :][::-1]
    group, rest, side = (upper, lower, "higher") if len(upper) <= len(lower) else (lower, upper, "lower")
    if tests.p > LEVEL:
        return row
    found = members(pool, table, place, group.tolist(), random, permutations)
    named = [outlet for outlet in group.tolist() if found.get(outlet, 1.0) <= LEVEL]
    row |= {"side": side, "rest": [pool.names[outlet] for outlet in rest]}
    row["unsure"] = [pool.names[outlet] for outlet in group if outlet not in named]
    if named:
        names = [pool.names[outlet] for outlet in named]
        effect, low, high = group_effect(table, place, names, row["rest"])  # type: ignore[arg-type]
        row |= {"group": names, "group_p": [found[outlet] for outlet in named]}
        row |= {"effect": effect, "low": low, "high": high}
    return row
