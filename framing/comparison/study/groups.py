"""The effects by period of the study, and of outlets that share an attribute."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import polars as pl

from framing.comparison.study.effects import Measured, effects, interval, measured
from framing.corpus.plan import Plan
from framing.measures.analyser import Metric
from framing.schema import Schema

# One row: an outlet's effect within a period
PERIODS: Schema = {
    "metric": pl.String,
    "outlet": pl.String,
    "period": pl.String,  # its name in study.toml
    "events": pl.UInt32,  # of the outlet in it
    "effect": pl.Float64,  # ? ratio for rates, else difference
    "low": pl.Float64,  # ? of the effect, 95 %
    "high": pl.Float64,  # ? of the effect, 95 %
    "p": pl.Float64,  # ? of no difference from the others
}
# One row: outlets with one value of an attribute, against all the others
GROUPS: Schema = {
    "metric": pl.String,
    "attribute": pl.String,  # of study.toml: country, ownership, ...
    "group": pl.String,  # its value
    "outlets": pl.List(pl.String),  # that have it
    "effect": pl.Float64,  # ? ratio for rates, else difference
    "low": pl.Float64,  # ? of the effect, 95 %
    "high": pl.Float64,  # ? of the effect, 95 %
    "p": pl.Float64,  # ? of no difference from the others
}


def by_period(
    cells: pl.DataFrame, differences: pl.DataFrame, periods: Mapping[str, str], measures: Mapping[str, Metric]
) -> pl.DataFrame:
    """`PERIODS`: the effects, estimated in the events of each period alone. periods: of each event, where it has one.

    Primary measures only.
    """
    parts = [pl.DataFrame(schema=dict(PERIODS))]
    primary = [name for name, metric in measures.items() if metric.tested]
    for period in dict.fromkeys(periods.values()):
        events = [event for event, one in periods.items() if one == period]
        here = cells.filter(pl.col("event").is_in(events), pl.col("metric").is_in(primary))
        fits = [measured(measures[str(name)], part) for (name,), part in here.group_by("metric", maintain_order=True)]
        found = effects(fits, here, differences.filter(pl.col("event").is_in(events)), {})
        parts.append(found.filter("tied").with_columns(period=pl.lit(period)).select(*PERIODS))
    return pl.concat(parts).sort("metric", "outlet", maintain_order=True)


def by_attribute(fits: Mapping[str, Measured], plan: Plan) -> pl.DataFrame:
    """`GROUPS`: what outlets with one value of an attribute have more than all the others together.

    The outlets are taken as they are: it is a statement of these outlets, not of all of their sort. Values that one
    outlet alone, or all outlets, have are left out. Primary measures only.
    """
    attributes = sorted({key for outlet in plan.outlets for key in outlet.attributes})
    rows = []
    for metric, one in fits.items():
        for attribute in attributes:
            value = {outlet.name: outlet.attributes.get(attribute) for outlet in plan.outlets}
            for group in sorted({kind for kind in value.values() if kind}):
                mine = np.array([value.get(name) == group for name in one.names])
                if mine.sum() < 2 or mine.all():
                    continue
                counts = one.fit.counts
                bearing = float((one.design.indicator.sum(axis=1) @ mine > 0).sum())
                found = interval(one, (counts * mine)[:, None], (counts * ~mine)[:, None], np.array([bearing]))
                scaled = [
                    _number(np.exp(x[0]) if one.is_rate else x[0]) for x in (found.estimate, found.low, found.high)
                ]
                names = [name for name, there in zip(one.names, mine, strict=True) if there]
                rows.append((metric, attribute, group, names, *scaled, _number(found.p[0])))
    return pl.DataFrame(rows, schema=dict(GROUPS), orient="row").sort("metric", "attribute", "group")


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
