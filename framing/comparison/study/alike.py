"""Who frames alike: how far outlets lie from each other over all primary measures, and how firmly that stands.

No direction has a name: near means only that two outlets do alike in what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from framing.comparison.estimates.intervals import Floats
from framing.comparison.study.effects import Measured
from framing.schema import Schema

RESAMPLES = 200
FEWEST_EVENTS = 3
FARTHEST = 5.0  # standard deviations: an outlet without a hit is far from the others, and not infinitely so

# One row: two outlets
ALIKE: Schema = {
    "outlet": pl.String,
    "other": pl.String,
    "distance": pl.Float64,  # root mean square over measures, in standard deviations between single articles
    "low": pl.Float64,  # middle 95 % over resampled events
    "high": pl.Float64,
    "measures": pl.UInt32,  # that both have
    "nearest": pl.Float64,  # % of resamples in which `other` is the outlet's nearest
}


def alike(fits: Sequence[Measured], seed: int) -> pl.DataFrame:
    """`ALIKE`: one row for each outlet and each other, the nearest first; outlets with three events or more.

    Events are drawn anew, with replacement, and all distances are computed again (one Newton step from the fit).
    """
    counted = {name: 0.0 for one in fits for name in one.names}
    for one in fits:
        for name, events in zip(one.names, one.design.events_of, strict=True):
            counted[name] = max(counted[name], float(events))
    names = sorted(name for name, events in counted.items() if events >= FEWEST_EVENTS)
    events = sorted({event for one in fits for event in one.events})
    if len(names) < 3 or len(events) < FEWEST_EVENTS:
        return pl.DataFrame(schema=dict(ALIKE))
    random = np.random.default_rng([seed, len(events)])
    draws = random.multinomial(len(events), np.full(len(events), 1 / len(events)), size=RESAMPLES).astype(np.float64)
    squares, known = np.zeros((RESAMPLES + 1, len(names), len(names))), np.zeros((len(names), len(names)))
    for one in fits:
        place = [one.names.index(name) if name in one.names else -1 for name in names]
        there = np.array(place) >= 0
        at = [events.index(event) for event in one.events]
        effects = np.vstack([one.fit.effect, one.fit.resampled(draws[:, at])])[:, place]
        gap = np.clip((effects[:, :, None] - effects[:, None, :]) / _unit(one), -FARTHEST, FARTHEST)
        both = there[:, None] & there[None, :]
        squares += np.where(both, gap**2, 0.0)
        known += both
    distance = np.sqrt(squares / np.maximum(known, 1))
    apart = np.where(np.eye(len(names), dtype=bool), np.inf, distance)
    nearest = np.stack([(apart[1:].argmin(axis=2) == other).mean(axis=0) for other in range(len(names))], axis=1)
    low, high = np.quantile(distance[1:], (0.025, 0.975), axis=0)
    rows = [
        (name, other, distance[0, i, j], min(low[i, j], distance[0, i, j]), max(high[i, j], distance[0, i, j]),
         int(known[i, j]), 100 * nearest[i, j])
        for i, name in enumerate(names) for j, other in enumerate(names) if i != j
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=dict(ALIKE), orient="row").sort("outlet", "distance", "other")


def _unit(one: Measured) -> float:
    """The standard deviation of single cells around the fit, on its scale."""
    left, weight = one.fit.left, one.fit.weights
    cells = max(1, int(one.design.there.sum()) - len(one.events) - len(one.names) + 1)
    if one.fit.logarithmic:
        spread = np.sqrt((left**2 * weight).sum() / max(1e-9, float((weight**2).sum())))
        return float(max(spread, 0.1))
    return _or_one(np.sqrt((left**2).sum() / cells))


def _or_one(value: Floats | float) -> float:
    return float(value) if float(value) > 1e-9 else 1.0
