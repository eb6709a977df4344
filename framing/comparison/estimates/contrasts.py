"""Does an outlet differ from the others? Permutation tests, effect sizes, correction for many tests.

Each outlet against all the others, and pairs on request. What is permuted is the story: articles
that share text move together, copies are left out. A story that both sides tell stays on both, and
what is permuted is which of its versions are whose. So the test is exact whenever it makes no
difference who published an article, whatever the articles' lengths and distribution.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats, degrees_of_freedom, limits
from framing.comparison.estimates.permutation import Part, Table, p_values, split
from framing.errors import ComparisonError, UnknownNameError
from framing.measures.analyser import Metric
from framing.schema import CONTRASTS

OTHERS = "all others"
PERMUTATIONS = 4_999
LEVEL = 0.05  # of q: above it nothing is said


def contrasts(
    metrics: pl.DataFrame,
    measures: Mapping[str, Metric],
    stories: pl.DataFrame,
    seed: int = 1,
    pairs: Sequence[tuple[str, str]] = (),
    permutations: int = PERMUTATIONS,
) -> pl.DataFrame:
    """Each outlet against all the others (and the named pairs), by every metric.

    Columns: `schema.CONTRASTS`. Values are those of `outlets()`: weight-weighted means over articles
    that are no copies; an outlet that printed nothing but copies takes no part. The test statistic is
    the log ratio of the two rates (half a hit added to the observed and to the expected hits), or the
    difference of the two means or shares. p is two-sided: twice the smaller tail, 1 at most. Where all
    arrangements are few they are all looked at; else a tail is (b + 1) / (m + 1) with b of m random ones
    at least as extreme, and rows with a small p are estimated again from more, fresh arrangements, so
    that the correction for many tests has digits to work on. `p_floor` is the least p that the design can
    reach: above 0.05 the question cannot be decided with so many articles.

    p is null, and `basis` says why, where a side has fewer than two stories (sentences) or where the
    metric does not vary (none). The interval joins those of the two sides (MOVER, Zou and Donner 2008),
    at Welch's degrees of freedom.

    To stratify, pass the metrics of the articles that are to count (news only, say). The same seed gives
    the same numbers in any order of the rows.

    Raises UnknownNameError for an outlet in `pairs` or a metric without a measure.
    """
    table = Table.of(metrics, measures, stories)
    known = metrics["outlet"].unique().to_list()
    for name in (name for pair in pairs for name in pair if name not in known):
        raise UnknownNameError("outlet", name, known)
    if any(one == two for one, two in pairs):
        raise ComparisonError("a pair names one outlet twice; name two different outlets")
    sides = [(name, OTHERS, table.side(name)) for name in table.names if len(table.names) > 1]
    sides += [(one, two, table.side(one, two)) for one, two in pairs if {one, two} <= set(table.names)]
    parts = [part for outlet, other, side in sides for part in split(table, outlet, other, side)]
    p_values(table, parts, seed, permutations)
    rows = pl.DataFrame(
        [row for part in parts for row in finished_rows(part, table)], schema=dict(CONTRASTS), orient="row"
    )
    order = [pl.col("other") != OTHERS, "metric", "outlet", "other"]
    tested = pl.col("metric").replace_strict(
        {name: measure.tested for name, measure in measures.items()}, return_dtype=pl.Boolean
    )
    groups = rows.with_columns(tested=tested).partition_by("tested", maintain_order=True, include_key=False)
    corrected = [
        part.with_columns(q=pl.Series(adjust(part["p"].to_numpy()), dtype=pl.Float64).fill_nan(None)) for part in groups
    ]
    return pl.concat(corrected or [rows]).sort(order)


def surviving(rows: pl.DataFrame, measures: Mapping[str, Metric]) -> pl.DataFrame:
    """The contrasts that may be stated: q at most `LEVEL`, and an interval that excludes no difference."""
    rates = [name for name, measure in measures.items() if measure.kind == "rate"]
    none = pl.when(pl.col("metric").is_in(rates)).then(1.0).otherwise(0.0)
    apart = (pl.col("low") > none) | (pl.col("high") < none)
    return rows.filter(pl.col("basis") == "articles", pl.col("q") <= LEVEL, apart)


@dataclass(frozen=True, eq=False)
class Side:
    """One side's values by metric, with what an interval needs, and `values` by story."""

    n: int
    value: Floats
    se: Floats
    df: Floats
    weight: Floats
    scale: Floats
    trial: Floats
    values: Floats

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
            values = top / bottom / scale
        return cls(n, ratio / scale, se, df, total, scale, table.trials[part.metrics], values)

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


def finished_rows(part: Part, table: Table) -> Iterator[tuple[object, ...]]:
    """The part's rows, in the order of `schema.CONTRASTS`; q comes later."""
    one, two = Side.of(part, table, True), Side.of(part, table, False)
    effect, low, high = effects(one, two, table.kinds[part.metrics])
    delta = cliffs_delta(one.values, two.values)
    varies = ~part.constant(table)
    floor = 2 / np.maximum(part.done + (not part.exact), 1)
    for place, metric in enumerate(part.metrics):
        tested = part.testable and bool(varies[place])
        numbers = (
            one.value[place],
            two.value[place],
            one.value[place] - two.value[place],
            effect[place],
            low[place],
            high[place],
            delta[place],
            part.p[place],
            min(1.0, floor[place]) if tested else math.nan,
            math.nan,
        )
        yield (
            table.metrics[metric],
            part.outlet,
            part.other,
            *(float(number) if math.isfinite(number) else None for number in numbers),
            int(part.done[place]),
            part.exact,
            *part.n,
            "articles" if tested else "sentences" if min(part.n) == 1 else "none",
        )


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
    theirs = np.sort(two, axis=0)
    below = [np.searchsorted(theirs[:, j], one[:, j], "left").sum() for j in range(one.shape[1])]
    not_above = [np.searchsorted(theirs[:, j], one[:, j], "right").sum() for j in range(one.shape[1])]
    delta: Floats = (np.array(below) + np.array(not_above)) / (len(one) * len(two)) - 1.0
    return delta


def adjust(p: Floats) -> Floats:
    """q after Benjamini and Hochberg (1995), over the values that are not NaN."""
    q = np.full(len(p), np.nan)
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    m = len(order)
    stepped = p[order] * m / np.arange(1, m + 1)
    q[order] = np.minimum(1.0, np.minimum.accumulate(stepped[::-1])[::-1])
    return q
