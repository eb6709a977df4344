"""What an outlet's coverage has more than the others' coverage of the same events: estimates over events.

Estimand: the mean over events of the outlet's own, independent coverage less the other outlets' of the same event.
Where each event has other outlets, the two-way model (`two_way.py`) sets them on one scale through the events that
they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from framing.comparison.estimates.intervals import LEVEL, Floats
from framing.comparison.study.two_way import (
    Design,
    Fit,
    Ints,
    each_and_others,
    largest_component,
    linear,
    multiplicative,
)
from framing.measures.analyser import Metric
from framing.schema import Schema

FEWEST_EVENTS = 2  # of an outlet, for an interval
FEWEST_DATES = 4  # events at different days, for a trend
YEAR = 365.25

# One row: what an outlet has more than the others on the same events, in a measure
EFFECTS: Schema = {
    "metric": pl.String,
    "outlet": pl.String,
    "events": pl.UInt32,  # with own coverage, and with other outlets, in this measure
    "value": pl.Float64,  # ? of the outlet over these events
    "other_value": pl.Float64,  # ? of the others on the same events
    "difference": pl.Float64,  # ? in the metric's unit, by the additive model
    "difference_se": pl.Float64,  # ? its standard error
    "effect": pl.Float64,  # ? ratio for rates (by the multiplicative model), else the difference
    "low": pl.Float64,  # ? of the effect, 95 %
    "high": pl.Float64,  # ? of the effect, 95 %
    "df": pl.Float64,  # ? degrees of freedom
    "p": pl.Float64,  # ? of no difference from the others
    "p_outlets": pl.Float64,  # ? corrected for the outlets of this measure (Holm)
    "above": pl.UInt32,  # events in which the outlet lies above the others
    "spread": pl.Float64,  # ? standard deviation of the effect between events (of its logarithm for rates)
    "next_low": pl.Float64,  # ? where the effect in one more event would lie, 95 %
    "next_high": pl.Float64,  # ? its upper end
    "least": pl.Float64,  # ? the effect without the event that raises it most
    "most": pl.Float64,  # ? the effect without the event that lowers it most
    "hangs_on": pl.String,  # ? the event without which it changes most
    "trend": pl.Float64,  # ? change of the effect a year (of its logarithm for rates)
    "trend_low": pl.Float64,  # ? of the trend, 95 %
    "trend_high": pl.Float64,  # ? of the trend, 95 %
    "tied": pl.Boolean,  # to the other outlets through shared events
}


@dataclass(frozen=True, eq=False)
class Measured:
    """The cells of one measure that can be compared, with the fits. names: outlets; events: by their numbers."""

    metric: Metric
    names: list[str]
    events: list[str]
    design: Design
    value: Floats
    part: Floats
    weight: Floats
    voice: Floats
    additive: Fit
    fit: Fit  # on the scale of the effect: logarithms for rates

    @property
    def is_rate(self) -> bool:
        return self.metric.kind == "rate"


def measured(metric: Metric, cells: pl.DataFrame) -> Measured | None:
    """The measure's fits; None where no two outlets share an event (or, of a rate, nothing was found at all).

    cells: `CELLS` of this measure.
    """
    rows = cells.filter(pl.len().over("event") > 1)
    if metric.kind == "rate":
        rows = rows.filter(pl.col("part").sum().over("event") > 0)
    if rows.is_empty():
        return None
    names = rows["outlet"].unique().sort()
    outlet, event = _numbers(rows["outlet"], names), _numbers(rows["event"], rows["event"].unique().sort())
    rows = rows.filter(pl.Series(largest_component(outlet, event, len(names))))
    names, events = rows["outlet"].unique().sort(), rows["event"].unique().sort()
    outlet, event = _numbers(rows["outlet"], names), _numbers(rows["event"], events)
    columns = (rows[name].to_numpy().astype(np.float64) for name in ("value", "part", "weight", "voice"))
    return fitted(metric, names.to_list(), events.to_list(), outlet, event, *columns)


def fitted(
    metric: Metric,
    names: list[str],
    events: list[str],
    outlet: Ints,
    event: Ints,
    value: Floats,
    part: Floats,
    weight: Floats,
    voice: Floats,
) -> Measured:
    """The fits of cells that are given by the numbers of their outlet and event; all outlets are tied."""
    design = Design.of(outlet, event, len(names))
    value, part, weight, voice = map(design.grid, (value, part, weight, voice))
    additive = linear(design, value, voice)
    fit = multiplicative(design, part, weight, voice) if metric.kind == "rate" else additive
    return Measured(metric, names, events, design, value, part, weight, voice, additive, fit)


def effects(
    found: Iterable[Measured | None], cells: pl.DataFrame, differences: pl.DataFrame, dates: Mapping[str, float]
) -> pl.DataFrame:
    """`EFFECTS`: one row for each measure and outlet.

    An outlet that shares no event with the others, directly or through third outlets, has a value only (tied False);
    one with a single event has an effect without an interval.

    dates: days since some day, of the events that have one.
    """
    rows = [row for one in found if one is not None for row in _rows(one, differences, dates)]
    frame = pl.DataFrame(rows, schema=dict(EFFECTS), orient="row")
    loose = (
        cells.group_by("metric", "outlet")
        .agg(value=pl.col("value").mean())
        .join(frame, on=["metric", "outlet"], how="anti")
        .with_columns(events=0, above=0, tied=False)
    )
    return (
        pl.concat([frame, loose], how="diagonal_relaxed")
        .sort("metric", "outlet")
        .select(pl.col(name).cast(dtype) for name, dtype in EFFECTS.items())
    )


@dataclass(frozen=True, eq=False)
class Interval:
    """Estimates of contrasts with their uncertainty, on the scale of the fit."""

    estimate: Floats
    se: Floats
    df: Floats
    low: Floats
    high: Floats
    p: Floats


def interval(one: Measured, mine: Floats, others: Floats, events: Floats) -> Interval:
    """95 % intervals and p of contrasts; NaN where fewer than two events bear one.

    Student's t on the CR2 standard error; of rates never narrower than counting alone makes it.

    mine, others: how much each outlet (rows) counts on either side of each contrast. events: that bear each contrast.
    """
    from scipy import special

    estimate, contrasts = one.fit.between(mine, others), one.fit.gradient(mine, others)
    variance, df = one.fit.variance(contrasts)
    known = (events >= FEWEST_EVENTS) & (df > 0.5) & (variance > 1e-24 * np.maximum(1.0, estimate**2))
    se, df = np.where(known, np.sqrt(variance), np.nan), np.where(known, df, np.nan)
    half = special.stdtrit(df, (1 + LEVEL) / 2) * se
    with np.errstate(invalid="ignore"):
        p = 2 * special.stdtr(df, -np.abs(estimate) / se)
    if one.is_rate:
        counting = np.sqrt(one.fit.poisson_variance(contrasts))
        known |= (events >= FEWEST_EVENTS) & (counting > 0)
        half = np.where(known, np.fmax(half, special.ndtri((1 + LEVEL) / 2) * counting), np.nan)
        p = np.where(known, np.fmax(p, 2 * special.ndtr(-np.abs(estimate) / counting)), np.nan)
    return Interval(estimate, se, df, estimate - half, estimate + half, p)


def _rows(one: Measured, differences: pl.DataFrame, dates: Mapping[str, float]) -> Iterator[dict[str, object]]:
    design = one.design
    mine, others = each_and_others(one.fit)
    found = interval(one, mine, others, design.events_of)
    linear_variance, _ = one.additive.variance(one.additive.gradient(*each_and_others(one.additive)))
    gap, gap_se = one.additive.between(*each_and_others(one.additive)), np.sqrt(linear_variance)
    without = one.fit.without_each(mine, others)
    without = np.where(_stands_in(design), without, np.nan)  # events that the outlet did not cover hardly matter
    shifts = _by_event(one, found.estimate)
    corrected = holm(found.p)
    there = {
        name: frame
        for (name,), frame in differences.filter(metric=one.metric.name)
        .filter(pl.col("event").is_in(one.events))
        .partition_by("outlet", as_dict=True)
        .items()
    }
    for number, name in enumerate(one.names):
        rows = there[name]
        shift = shifts[number]
        known = np.isfinite(shift)
        alone = design.events_of[number] < FEWEST_EVENTS
        apart = without[:, number][np.isfinite(without[:, number])] if not alone else np.array([])
        events = int(known.sum())
        spread = float(np.std(shift[known], ddof=1)) if events > 1 else np.nan
        ahead = _next(found.estimate[number], found.se[number], spread, events)
        at = int(np.nanargmax(np.abs(without[:, number] - found.estimate[number]))) if len(apart) else None
        trend = _trend(shift, [dates.get(event) for event in one.events])
        yield {
            "metric": one.metric.name,
            "outlet": name,
            "events": events,
            "value": _total(rows, one, "value"),
            "other_value": _total(rows, one, "other_value"),
            "difference": gap[number],
            "difference_se": None if alone else _number(gap_se[number]),
            "effect": _scaled(one, found.estimate[number]),
            "low": _scaled(one, found.low[number]),
            "high": _scaled(one, found.high[number]),
            "df": _number(found.df[number]),
            "p": _number(found.p[number]),
            "p_outlets": _number(corrected[number]),
            "above": int((rows["difference"] > 0).sum()),
            "spread": _number(spread),
            "next_low": _scaled(one, ahead[0]),
            "next_high": _scaled(one, ahead[1]),
            "least": _scaled(one, apart.min()) if len(apart) else None,
            "most": _scaled(one, apart.max()) if len(apart) else None,
            "hangs_on": None if at is None else one.events[at],
            "trend": _number(trend[0]),
            "trend_low": _number(trend[1]),
            "trend_high": _number(trend[2]),
            "tied": True,
        }


def _stands_in(design: Design) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Events x outlets."""
    return np.asarray(design.indicator.sum(axis=1) > 0)


def _by_event(one: Measured, estimate: Floats) -> Floats:
    """Outlets x events: the effect as each event alone would have it, NaN where the outlet did not cover it.

    The outlet's own value less the others' in that event, and less what these others differ from all others.
    """
    design, effect = one.design, one.fit.effect
    if one.is_rate:
        total, weight = one.part.sum(axis=1, keepdims=True), one.weight
        odds = weight * np.exp(effect[design.outlet]) * design.there
        rest = odds.sum(axis=1, keepdims=True) - odds
        expected = (total - one.part) * odds / np.where(rest > 0, rest, 1.0)  # if the outlet were as it is overall
        own = np.log((one.part + 0.5) / (expected + 0.5))
    else:
        rest = one.voice.sum(axis=1, keepdims=True) - one.voice
        left = (one.value - effect[design.outlet]) * design.there
        others = ((one.voice * left).sum(axis=1, keepdims=True) - one.voice * left) / np.where(rest > 0, rest, 1.0)
        own = left - others
    own = np.where(design.there, own, 0.0)
    result = np.einsum("ek,eko->oe", own, design.indicator) + estimate[:, None]
    return np.where(_stands_in(design).T, result, np.nan)


def _total(rows: pl.DataFrame, one: Measured, column: str) -> float | None:
    """The mean over the outlet's events; of rates weighted by its words, so that it is hits over words."""
    if not one.is_rate:
        return _number(rows[column].mean())
    weight = rows["weight"].to_numpy()
    return _number((rows[column].to_numpy() * weight).sum() / weight.sum())


def _next(estimate: float, se: float, spread: float, events: int) -> tuple[float, float]:
    """Where the effect in one more event would lie."""
    from scipy import special

    if events < 3 or not np.isfinite(se) or not np.isfinite(spread):
        return np.nan, np.nan
    half = float(special.stdtrit(events - 1, (1 + LEVEL) / 2)) * float(np.hypot(se, spread))
    return estimate - half, estimate + half


def _trend(shift: Floats, days: Sequence[float | None]) -> tuple[float, float, float]:
    """Slope a year of the effect over the events' days, with its 95 % interval; NaN with too few days."""
    from scipy import special

    known = np.array([day is not None for day in days]) & np.isfinite(shift)
    years = np.array([day or 0.0 for day in days])[known] / YEAR
    if len(np.unique(years)) < FEWEST_DATES:
        return np.nan, np.nan, np.nan
    x, y = years - years.mean(), shift[known] - shift[known].mean()
    slope = float((x * y).sum() / (x**2).sum())
    left = y - slope * x
    se = float(np.sqrt((left**2).sum() / (len(x) - 2) / (x**2).sum()))
    half = float(special.stdtrit(len(x) - 2, (1 + LEVEL) / 2)) * se
    return slope, slope - half, slope + half


def holm(p: Floats) -> Floats:
    """Holm's (1979) adjusted p; NaN stays."""
    result = np.full(len(p), np.nan)
    known = np.flatnonzero(np.isfinite(p))
    order = known[np.argsort(p[known], kind="stable")]
    result[order] = np.minimum(1.0, np.maximum.accumulate(p[order] * np.arange(len(order), 0, -1)))
    return result


def _scaled(one: Measured, value: float) -> float | None:
    """From the scale of the fit to that of the effect."""
    return _number(np.exp(min(float(value), 700.0)) if one.is_rate and np.isfinite(value) else value)


def _number(value: object) -> float | None:
    number = float(str(value)) if value is not None else np.nan
    return number if np.isfinite(number) else None


def _numbers(column: pl.Series, names: pl.Series) -> Ints:
    return column.replace_strict(names, np.arange(len(names)), return_dtype=pl.Int64).to_numpy().astype(np.intp)
