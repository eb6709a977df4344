"""Do outlets differ at all in a measure? A permutation test of outlets within events, measure by measure.

If outlets do not differ, any of the texts of an event could be any outlet's. Under these rearrangements two
statistics are looked at, one strong where a single outlet stands apart (the largest studentised sum), one where
several do (sum of squares between outlets over all squares); the smaller of their p is calibrated by the same
rearrangements, so that looking at both costs nothing in error.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import polars as pl

from framing.comparison.estimates.intervals import Floats
from framing.comparison.study.effects import Measured
from framing.schema import Schema

PERMUTATIONS, FEWER = 4_999, 999
MANY_CELLS = 1_000  # from so many on, fewer permutations are looked at
CELLS_AT_A_TIME = 2_000_000
LEVEL = 0.05

# One row: a primary measure of a study
DIFFER: Schema = {
    "metric": pl.String,
    "events": pl.UInt32,  # that bear on it
    "outlets": pl.UInt32,  # that are tied by shared events
    "p": pl.Float64,  # ? that outlets differ no more than chance would have it
    "q": pl.Float64,  # ? Benjamini-Hochberg over the primary measures
    "differs": pl.Boolean,  # q is at most 0.05
    "level": pl.Float64,  # ? at which outlets are then tested: 0.05 x share of primary measures that differ
    "permutations": pl.UInt32,  # rearrangements looked at
}


def differ(found: Iterable[Measured | None], seed: int, every: bool = False) -> pl.DataFrame:
    """`DIFFER`: one row for each primary measure that at least two events and two outlets have.

    q: false discovery rate over measures. level: Benjamini and Bogomolov's (2014) for the outlets of the measures
    that differ, so that the share of false statements about outlets stays at 5 %, too. every: measures that are not
    primary, too.
    """
    rows = []
    for one in found:
        if one is None or not (every or one.metric.tested) or len(one.events) < 2:
            continue
        p, permutations = permuted(one, np.random.default_rng([seed, len(one.events)]))
        rows.append((one.metric.name, len(one.events), len(one.names), p, permutations))
    columns = ("metric", "events", "outlets", "p", "permutations")
    frame = pl.DataFrame(rows, schema={name: DIFFER[name] for name in columns}, orient="row").sort("metric")
    q = _benjamini_hochberg(frame["p"].to_numpy())
    differs = q <= LEVEL
    level = LEVEL * differs.sum() / max(1, len(q))
    return frame.with_columns(
        q=pl.Series(q, dtype=pl.Float64, nan_to_null=True),
        differs=pl.Series(differs, dtype=pl.Boolean),
        level=pl.when(pl.Series(differs, dtype=pl.Boolean)).then(pl.lit(level)),
    ).select(pl.col(name).cast(dtype) for name, dtype in DIFFER.items())


def permuted(one: Measured, random: np.random.Generator, permutations: int | None = None) -> tuple[float, int]:
    """The p of one measure, and how many rearrangements were looked at."""
    left = _residuals(one)
    if not (np.abs(left) > 1e-12).any():
        return 1.0, 0
    cells = one.design.there.size
    permutations = permutations or (FEWER if cells > MANY_CELLS else PERMUTATIONS)
    parts = [_statistics(one, left[None])]
    step = max(1, CELLS_AT_A_TIME // cells)
    parts.extend(
        _statistics(one, _shuffled(one, left, random, min(step, permutations - start)))
        for start in range(0, permutations, step)
    )
    statistics = np.concatenate(parts)
    # of each arrangement, in each statistic, the share of arrangements that are at least as extreme
    ranks = np.stack([_share_at_least(column) for column in statistics.T])
    smallest = ranks.min(axis=0)
    return float((smallest <= smallest[0] + 1e-12).mean()), permutations


def _residuals(one: Measured) -> Floats:
    """What each cell has more than its event would give it if outlets did not differ: events x places."""
    if one.is_rate:  # in standard deviations of their cell, so that long and short coverage may change places
        expected = one.part.sum(axis=1, keepdims=True) * one.weight / one.weight.sum(axis=1, keepdims=True)
        spread = expected * (1 + one.fit.overdispersion * expected)
        left = (one.part - expected) / np.sqrt(np.where(spread > 0, spread, 1.0))
    else:
        left = one.value - (one.voice * one.value).sum(axis=1, keepdims=True) / one.voice.sum(axis=1, keepdims=True)
    return np.asarray(left * one.design.there)


def _shuffled(one: Measured, left: Floats, random: np.random.Generator, count: int) -> Floats:
    """The residuals dealt out anew among the outlets of each event: count x events x places."""
    keys = random.random((count, *left.shape), dtype=np.float32)
    order = np.argsort(np.where(one.design.there, keys, 2.0), axis=2)
    return np.take_along_axis(np.broadcast_to(left, keys.shape), order, axis=2)


def _statistics(one: Measured, left: Floats) -> Floats:
    """Arrangements x 2: the largest studentised sum, and the sum of squares between outlets."""
    indicator = one.design.indicator.reshape(-1, one.design.outlets)
    flat = left.reshape(len(left), -1)
    total, squares = flat @ indicator, (flat**2) @ indicator
    several = one.design.events_of > 1
    with np.errstate(invalid="ignore", divide="ignore"):
        studentised = np.where(several & (squares > 1e-18), np.abs(total) / np.sqrt(squares), 0.0)
    between = (total**2 / np.maximum(one.design.events_of, 1)).sum(axis=1) / np.maximum(squares.sum(axis=1), 1e-18)
    return np.stack([studentised.max(axis=1), between], axis=1)


def _share_at_least(values: Floats) -> Floats:
    ordered = np.sort(values)
    slack = 1e-9 * np.maximum(1.0, np.abs(values))
    return np.asarray((len(values) - np.searchsorted(ordered, values - slack, "left")) / len(values))


def _benjamini_hochberg(p: Floats) -> Floats:
    order = np.argsort(p, kind="stable")
    count = len(p)
    stepped = np.minimum.accumulate((p[order] * count / np.arange(1, count + 1))[::-1])[::-1]
    result = np.empty(count)
    result[order] = np.minimum(1.0, stepped)
    return result
