"""How much of a contrast hangs on one story or on one term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.estimates.contrasts import OTHERS
from framing.comparison.estimates.effects import Side, effects
from framing.comparison.estimates.intervals import Floats
from framing.comparison.estimates.permutation import Part, Table, split
from framing.measures.analyser import Metric

SENSITIVITY_COLUMNS: Mapping[str, type[pl.DataType]] = {
    "metric": pl.String,
    "outlet": pl.String,  # those that stand apart
    "other": pl.String,
    "without": pl.String,  # article, term
    "left_out": pl.String,  # the article's key (the first of its story), or the term
    "effect": pl.Float64,  # ? of what remains; ratio for rates, difference otherwise
    "low": pl.Float64,  # ?
    "high": pl.Float64,  # ?
    "holds": pl.Boolean,  # the interval of what remains lies on the same side of no difference
}


Trial = tuple[str, tuple[float, float, float]]  # what is left out; effect, low and high of the rest


def sensitivity(
    rows: pl.DataFrame,
    metrics: pl.DataFrame,
    measures: Mapping[str, Metric],
    stories: pl.DataFrame,
    evidence: pl.DataFrame | pl.LazyFrame | None = None,
) -> pl.DataFrame:
    """Each difference without the story, and without the term, that it hangs on most.

    rows: metric, group and rest (outlets on either side) of the differences to look at. Columns: `SENSITIVITY_COLUMNS`;
    for each one row for articles,
    and for a rate with evidence one row for terms. The story is taken from either side; leaving it out
    brings the effect closest to none, or beyond. `holds` is false where the remaining interval touches no
    difference, or cannot be had (an outlet of two stories): the contrast is carried by that one.

    evidence: `schema.EVIDENCE`; a term is the entry of the word list (`rule`), or the words themselves. A
    term's share of an article's hits is taken out of the article's numerator.
    """
    table = Table.of(metrics.filter(pl.col("metric").is_in(rows["metric"].to_list())), measures, stories)
    found = []
    for metric, group, rest in rows.select("metric", "group", "rest").iter_rows():
        outlet, other = ", ".join(group), OTHERS if len(rest) > 1 else "".join(rest)
        side = table.side(group, rest)
        place = table.metrics.index(metric)
        whole = next(part for part in split(table, outlet, other, side) if place in part.metrics)
        part = Part(outlet, other, np.array([place]), whole.articles, whole.mine, whole.story, whole.p, whole.done)
        is_rate = table.kinds[place] == "rate"
        sign = np.sign(_distance(_whole(part, table), is_rate))
        trials: list[tuple[str, Trial | None]] = [("article", _without_a_story(part, table, sign))]
        if evidence is not None and is_rate:
            trials.append(("term", _without_a_term(part, table, evidence, sign)))
        for without, trial in trials:
            if trial is None:
                continue
            worst, (effect, low, high) = trial
            near = _distance(low if sign > 0 else high, is_rate) * sign
            numbers = (float(number) if np.isfinite(number) else None for number in (effect, low, high))
            found.append((metric, outlet, other, without, worst, *numbers, bool(near > 0)))
    return pl.DataFrame(found, schema=dict(SENSITIVITY_COLUMNS), orient="row")


def _whole(part: Part, table: Table) -> float:
    """The effect with all stories and all terms."""
    at = part.metrics
    return _effects(part, table, table.part[:, at], table.weight[:, at])[0]


def _distance(effect: float, is_rate: bool) -> float:
    """From no difference: log ratio or difference."""
    with np.errstate(divide="ignore"):
        return float(np.log(effect)) if is_rate else effect


def _nearest(part: Part, table: Table, sign: float, tops: Floats, bottoms: Floats, names: Sequence[str]) -> int:
    """The place of the trial that leaves the effect closest to none, or beyond; of equals the first by name.

    tops, bottoms: numerators and denominators of both sides, others and outlet, as rows; a column a trial. An effect
    that is undefined comes first.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        two, one = tops / bottoms / table.scales[part.metrics[0]]
        distance = sign * (np.log(one / two) if table.kinds[part.metrics[0]] == "rate" else one - two)
    distance = np.where(np.isnan(distance), -np.inf, np.round(distance, 12))
    return min(np.flatnonzero(distance == distance.min()).tolist(), key=lambda place: names[place])


def _sums(groups: NDArray[np.intp], values: Floats, size: int = 2) -> Floats:
    """The values summed by group."""
    return np.asarray(np.bincount(groups, weights=values, minlength=size), np.float64)


def _without_a_story(part: Part, table: Table, sign: float) -> Trial:
    """The story without one side's part of which the effect is closest to none, by its first article; the effect."""
    place, side = part.metrics[0], part.mine.astype(int)
    there, first, unit = np.unique(2 * part.story + side, return_index=True, return_inverse=True)  # a side's own part
    names = [table.articles[number] for number in part.articles[first]]
    left = []
    for whole in (table.part[part.articles, place], table.weight[part.articles, place]):
        both = np.repeat(_sums(side, whole)[:, None], len(there), axis=1)
        both[there % 2, np.arange(len(there))] -= _sums(unit, whole)
        left.append(both)
    alone = np.bincount(there % 2, minlength=2) == 1  # then nothing remains on that side
    left[0][there % 2, np.arange(len(there))] += np.where(alone[there % 2], np.nan, 0.0)
    worst = _nearest(part, table, sign, left[0], left[1], names)
    mine = bool(there[worst] % 2)
    if alone[int(mine)]:
        return names[worst], (np.nan, np.nan, np.nan)
    rest = np.ones((len(table.articles), 1))
    rest[part.articles[unit == worst]] = 0.0
    part_of, weight = (rest * whole[:, [place]] for whole in (table.part, table.weight))
    return names[worst], _effects(part, table, part_of, weight, less=(mine, not mine))


def _without_a_term(part: Part, table: Table, evidence: pl.DataFrame | pl.LazyFrame, sign: float) -> Trial | None:
    """The term without whose hits the effect is closest to none, and the effect; null where there is none."""
    place, side = part.metrics[0], part.mine.astype(int)
    articles = pl.DataFrame({"article": [table.articles[number] for number in part.articles]}).with_row_index("line")
    found = (
        evidence.lazy()
        .filter(pl.col("metric") == table.metrics[place])
        .with_columns(term=pl.coalesce("rule", pl.col("text").str.to_lowercase()))
        .group_by("article", "term")
        .agg(hits=pl.col("value").sum())
        .with_columns(share=pl.col("hits") / pl.col("hits").sum().over("article"))
        .join(articles.lazy(), on="article")
        .sort("line", "term")
        .collect()
    )
    if found.is_empty():
        return None
    names, term = np.unique(found["term"].to_numpy().astype(str), return_inverse=True)
    line = found["line"].to_numpy()
    less = found["share"].to_numpy() * table.part[part.articles[line], place]
    whole = _sums(side, table.part[part.articles, place])[:, None]
    taken = _sums(side[line] * len(names) + term, less, 2 * len(names)).reshape(2, -1)
    weight = _sums(side, table.weight[part.articles, place])[:, None]
    worst = _nearest(part, table, sign, whole - taken, np.repeat(weight, len(names), axis=1), names.tolist())
    part_of = table.part[:, [place]].copy()
    np.subtract.at(part_of[:, 0], part.articles[line[term == worst]], less[term == worst])
    return str(names[worst]), _effects(part, table, part_of, table.weight[:, [place]])


def _effects(
    part: Part, table: Table, numerators: Floats, weights: Floats, less: tuple[bool, bool] = (False, False)
) -> tuple[float, float, float]:
    """Effect, low and high of the part's metric with other numerators and weights (articles x 1).

    less: the side that has one story less.
    """
    one_metric = replace(
        table, part=numerators, weight=weights, kinds=table.kinds[part.metrics], scales=table.scales[part.metrics],
        trials=table.trials[part.metrics],
    )  # fmt: skip
    column = replace(part, metrics=np.zeros(1, np.intp), pattern=None)
    sides = [Side.of(column, one_metric, mine) for mine in (True, False)]
    one, two = (replace(side, n=side.n - gone) for side, gone in zip(sides, less, strict=True))
    effect, low, high = (float(numbers[0]) for numbers in effects(one, two, one_metric.kinds))
    return effect, low, high
