"""95 % intervals for the four kinds of measure, from a value and its standard error.

The one place where a standard error becomes an interval: between an outlet's articles
(`outlets.py`), inside one article (`within.py`), between two groups (`contrasts.py`).

rate   Student t on the log scale with half a hit added, and never narrower than the exact Poisson
       interval of the hits (Garwood 1936). With few articles the spread between them is often
       small by chance, or nil where there is no hit; counting itself keeps the interval honest.
share  Student t on the logit scale with half a trial added to either side, and never narrower than
       the exact binomial interval (Clopper and Pearson 1934).
mean,  Student t on the measure's own scale, within the bounds that its unit states ("-1 to 1").
score  Null where nothing varies: a spread of nil is no evidence of certainty.

`scripts/simulate_intervals.py` measures how often these intervals cover.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.errors import UnknownNameError
from framing.measures.analyser import Metric

Floats = NDArray[np.float64]
Number: TypeAlias = Any  # a polars expression or an array

LEVEL = 0.95
RATE_SCALE = 1_000.0  # a rate counts hits per 1,000 of the weight
SHARE_SCALE = 100.0
WORDS_PER_TRIAL = 20.0  # words are quoted, or not, by the sentence: one trial is about one sentence


def describe(names: list[str], measures: Mapping[str, Metric]) -> pl.DataFrame:
    """What the arithmetic must know of each metric: metric, kind, scale, trial, lower, upper.

    `scale * value * weight` is the numerator (hits, part, sum); `trial` is how much weight makes one
    independent trial of a share; `lower` and `upper` bound the interval.

    Raises UnknownNameError for a metric without a declared measure.
    """
    rows = []
    for name in names:
        measure = measures.get(name)
        if measure is None:
            raise UnknownNameError("measure", name, measures)
        scale = {"rate": 1 / RATE_SCALE, "share": 1 / SHARE_SCALE}.get(measure.kind, 1.0)
        trial = WORDS_PER_TRIAL if measure.weight.endswith("words") else 1.0
        rows.append((name, measure.kind, scale, trial, *_bounds(measure)))
    columns = {"metric": pl.String, "kind": pl.String, "scale": pl.Float64, "trial": pl.Float64}
    return pl.DataFrame(rows, schema=columns | {"lower": pl.Float64, "upper": pl.Float64}, orient="row")


def limits(
    kind: str, value: Floats, se: Floats, df: Floats, weight: Floats, trial: Floats | float = 1.0
) -> tuple[Floats, Floats]:
    """Low and high of the 95 % interval of values of one kind, each with its standard error `se`.

    `value` and `se` stand in the measure's unit, `weight` is the denominator behind the value. The
    interval holds the value; it is NaN where nothing varies (mean, score).
    """
    from scipy import special

    tail = (1 - LEVEL) / 2
    t = special.stdtrit(df, 1 - tail)
    if kind == "rate":
        hits = value * weight / RATE_SCALE
        centre, half = np.log(hits + 0.5), t * se * weight / RATE_SCALE / (hits + 0.5)
        low, high = np.exp(centre - half), np.exp(np.minimum(centre + half, 700.0))
        exact_low = np.where(hits > 0, special.gammaincinv(np.maximum(hits, 1e-12), tail), 0.0)
        exact_high = special.gammaincinv(hits + 1, 1 - tail)
        per_hit = RATE_SCALE / weight
        high = np.minimum(np.maximum(high, exact_high) * per_hit, RATE_SCALE)
        return np.minimum(low, exact_low) * per_hit, np.maximum(high, value)
    if kind == "share":
        trials = np.maximum(weight / trial, 1.0)
        part = np.clip(value / SHARE_SCALE, 0.0, 1.0) * trials
        smooth = (part + 0.5) / (trials + 1)
        centre, half = special.logit(smooth), t * se / SHARE_SCALE / (smooth * (1 - smooth))
        rest = trials - part
        exact_low = np.where(part > 0, special.betaincinv(np.maximum(part, 1e-12), rest + 1, tail), 0.0)
        exact_high = np.where(rest > 0, special.betaincinv(part + 1, np.maximum(rest, 1e-12), 1 - tail), 1.0)
        low = np.minimum(special.expit(centre - half), exact_low) * SHARE_SCALE
        high = np.maximum(special.expit(centre + half), exact_high) * SHARE_SCALE
        return np.minimum(low, value), np.maximum(high, value)
    half = np.where(varies(value, se), t * se, np.nan)
    return value - half, value + half


def add_limits(estimates: pl.DataFrame, measures: Mapping[str, Metric]) -> pl.DataFrame:
    """The frame with `low` and `high` from metric, value, se, df and weight; null where any is null."""
    names = estimates["metric"].unique().sort().to_list()
    facts = describe(names, measures)
    frame = estimates.join(facts, on="metric", how="left", maintain_order="left").with_row_index("row")
    known = frame.drop_nulls(["value", "se", "df", "weight"]).filter(pl.col("df") > 0, pl.col("weight") > 0)
    parts = [frame.select("row").clear().with_columns(low=pl.lit(0.0), high=pl.lit(0.0))]
    for (kind,), part in known.group_by("kind"):
        columns = (part[name].to_numpy().astype(np.float64) for name in ("value", "se", "df", "weight", "trial"))
        low, high = limits(str(kind), *columns)
        parts.append(part.select("row").with_columns(low=pl.Series(low), high=pl.Series(high)))
    return (
        frame.join(pl.concat(parts), on="row", how="left", maintain_order="left")
        .with_columns(pl.col("low", "high").fill_nan(None))
        .with_columns(
            low=pl.when(pl.col("low") < pl.col("lower")).then("lower").otherwise("low"),
            high=pl.when(pl.col("high") > pl.col("upper")).then("upper").otherwise("high"),
        )
        .drop("row", "kind", "scale", "trial", "lower", "upper")
    )


def degrees_of_freedom(share: Number, total: Callable[[Number], Number]) -> Number:
    """Of the squared standard error where the stories have these shares of the weight.

    For the standard error that divides a story's squared residual by one less its share, which is
    without bias where stories vary alike (HC2, or CR2 with stories as clusters): Satterthwaite's degrees
    of freedom after Bell and McCaffrey (2002), as Imbens and Kolesár (2016) advise for few units. n - 1
    where all weigh the same, fewer where one outweighs the others. `total` sums over the stories of a
    group: the same formula serves polars expressions and arrays.
    """
    squared = share**2
    square = squared / (1 - share)  # what a squared residual counts for
    fourth = square**2
    s, ww, wd, dd = total(square), total(squared), total(share * square), total(fourth)
    mean = s - 2 * wd + s * ww
    spread = (
        dd
        - 4 * total(share * fourth)
        + 2 * s * total(squared * square)
        + 2 * wd**2
        + 2 * ww * dd
        - 4 * s * wd * ww
        + s**2 * ww**2
    )
    return mean**2 / spread


def varies(value: Floats, se: Floats) -> NDArray[np.bool_]:
    """Where a standard error is more than rounding."""
    return np.asarray(se > 1e-9 * np.maximum(1.0, np.abs(value)))


def _bounds(measure: Metric) -> tuple[float | None, float | None]:
    if measure.kind in ("rate", "share"):
        return 0.0, RATE_SCALE if measure.kind == "rate" else SHARE_SCALE
    unit = measure.unit.replace("\N{MINUS SIGN}", "-")
    stated = re.fullmatch(r"(-?\d+(?:\.\d+)?) to (-?\d+(?:\.\d+)?)", unit)
    return (float(stated[1]), float(stated[2])) if stated else (None, None)
