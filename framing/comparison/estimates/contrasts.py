"""Does an outlet differ from the others? Permutation tests, effect sizes, correction for many tests.

Each outlet against all the others, and pairs on request. What is permuted is the story: articles
that share text move together, copies are left out. A story that both sides tell stays on both, and
what is permuted is which of its versions are whose. So the test is exact whenever it makes no
difference who published an article, whatever the articles' lengths and distribution.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import polars as pl

from framing.comparison.estimates.differences import LEVEL, differences
from framing.comparison.estimates.effects import Side, effects, part_delta
from framing.comparison.estimates.permutation import Part, Table, adjust, p_values, split
from framing.errors import ComparisonError, UnknownNameError
from framing.measures.analyser import Metric
from framing.schema import CONTRASTS

OTHERS = "all others"
PERMUTATIONS = 1_999  # of a contrast by itself: what is stated rests on `differences`


def contrasts(
    metrics: pl.DataFrame,
    measures: Mapping[str, Metric],
    stories: pl.DataFrame,
    seed: int = 1,
    pairs: Sequence[tuple[str, str]] = (),
    permutations: int = PERMUTATIONS,
    different: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Each outlet against all the others (and the named pairs), by every metric.

    Columns: `schema.CONTRASTS`. Values are those of `outlets()`: weight-weighted means over articles
    that are no copies; an outlet that printed nothing but copies takes no part. The test statistic is
    the log ratio of the two rates (half a hit added to the observed and to the expected hits), or the
    difference of the two means or shares. p is two-sided: twice the smaller tail, 1 at most. Where all
    arrangements are few they are all looked at; else a tail is (b + 1) / (m + 1) with b of m random ones
    at least as extreme; where stories are many, the moments of all arrangements serve (`normal.py`). `p_floor` is the
    least p that the design can reach: above 0.05 the question cannot be decided with so many articles. What may be
    stated is decided by `differences` (given, or made here): see `with_q`.

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
    sides = [(name, OTHERS, table.side([name])) for name in table.names if len(table.names) > 1]
    sides += [(one, two, table.side([one], [two])) for one, two in pairs if {one, two} <= set(table.names)]
    parts = [part for outlet, other, side in sides for part in split(table, outlet, other, side)]
    p_values(table, parts, seed, permutations)
    rows = pl.DataFrame(
        [row for part in parts for row in finished_rows(part, table)], schema=dict(CONTRASTS), orient="row"
    )
    if different is None:
        different = differences(metrics, measures, stories, seed)
    return with_q(rows, measures, different).sort(pl.col("other") != OTHERS, "metric", "outlet", "other")


def with_q(rows: pl.DataFrame, measures: Mapping[str, Metric], different: pl.DataFrame) -> pl.DataFrame:
    """The rows with q: of tested measures that of their test over all outlets (`differences`), and null for outlets
    that do not stand apart; of pairs, and of measures that are explored, Benjamini and Hochberg's over each of them.
    """
    tested = pl.col("metric").is_in([name for name, measure in measures.items() if measure.tested])
    parts = rows.with_columns(
        family=pl.when(pl.col("other") != OTHERS).then(1).when(tested).then(0).otherwise(2)
    ).partition_by("family", as_dict=True, include_key=False)
    done = [
        part.with_columns(q=pl.Series(adjust(part["p"].to_numpy()), dtype=pl.Float64).fill_nan(None))
        for (family,), part in parts.items()
        if family
    ]
    if (main := parts.get((0,))) is not None:
        apart = (
            different.filter("stated")
            .explode("group", "group_p", empty_as_null=False)
            .select("metric", outlet="group", q=pl.max_horizontal("q", "group_p"))
        )
        done.append(main.drop("q").join(apart, on=["metric", "outlet"], how="left").select(*CONTRASTS))
    return pl.concat(done) if done else rows


def surviving(rows: pl.DataFrame, measures: Mapping[str, Metric]) -> pl.DataFrame:
    """The contrasts that may be stated: q at most `LEVEL`; of a pair, an interval that excludes no difference too."""
    rates = [name for name, measure in measures.items() if measure.kind == "rate"]
    none = pl.when(pl.col("metric").is_in(rates)).then(1.0).otherwise(0.0)
    apart = (pl.col("low") > none) | (pl.col("high") < none)
    tested = pl.col("metric").is_in([name for name, measure in measures.items() if measure.tested])
    whole = (pl.col("other") == OTHERS) & tested
    return rows.filter(pl.col("basis") == "articles", pl.col("q") <= LEVEL, whole | apart)


def finished_rows(part: Part, table: Table) -> Iterator[tuple[object, ...]]:
    """The part's rows, in the order of `schema.CONTRASTS`; q comes later."""
    one, two = Side.of(part, table, True), Side.of(part, table, False)
    effect, low, high = effects(one, two, table.kinds[part.metrics])
    delta = part_delta(part, one, two)
    varies = ~part.constant
    floor = np.where(part.done > 0, 2 / np.maximum(part.done + (not part.exact), 1), 0.0)
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
