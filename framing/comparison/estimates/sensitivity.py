"""How much of a contrast hangs on one story or on one term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import polars as pl

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


def sensitivity(
    rows: pl.DataFrame,
    metrics: pl.DataFrame,
    measures: Mapping[str, Metric],
    stories: pl.DataFrame,
    evidence: pl.DataFrame | pl.LazyFrame | None = None,
) -> pl.DataFrame:
    """Each difference without the story, and without the term, that it hangs on most.

    rows: metric, group and rest (outlets on either side) of the differences to look at: those that are stated,
    usually, for each costs a recalculation for every story. Columns: `SENSITIVITY_COLUMNS`;
    for each one row for articles,
    and for a rate with evidence one row for terms. The story is taken from either side; leaving it out
    brings the effect closest to none, or beyond. `holds` is false where the remaining interval touches no
    difference, or cannot be had (an outlet of two stories): the contrast is carried by that one.

    evidence: `schema.EVIDENCE`; a term is the entry of the word list (`rule`), or the words themselves. A
    term's share of an article's hits is taken out of the article's numerator.
    """
    table = Table.of(metrics, measures, stories)
    found = []
    for metric, group, rest in rows.select("metric", "group", "rest").iter_rows():
        outlet, other = ", ".join(group), OTHERS if len(rest) > 1 else "".join(rest)
        side = table.side(group, rest)
        place = table.metrics.index(metric)
        whole = next(part for part in split(table, outlet, other, side) if place in part.metrics)
        part = Part(outlet, other, np.array([place]), whole.articles, whole.mine, whole.story, whole.p, whole.done)
        is_rate = table.kinds[place] == "rate"
        sign = np.sign(_distance(_whole(part, table), is_rate))
        trials = [("article", list(_without_stories(part, table)))]
        if evidence is not None and is_rate:
            trials.append(("term", list(_without_terms(part, table, evidence))))
        for without, cells in trials:
            if not cells:
                continue
            worst, (effect, low, high) = min(cells, key=lambda cell: (_signed(cell[1][0], is_rate, sign), cell[0]))
            near = _distance(low if sign > 0 else high, is_rate) * sign
            numbers = (float(number) if np.isfinite(number) else None for number in (effect, low, high))
            found.append((metric, outlet, other, without, worst, *numbers, bool(near > 0)))
    return pl.DataFrame(found, schema=dict(SENSITIVITY_COLUMNS), orient="row")


def _whole(part: Part, table: Table) -> float:
    """The effect with all stories and all terms."""
    at = part.metrics
    return _effects(part, table, table.part[:, at], table.weight[:, at])[0][0]


def _distance(effect: float, is_rate: bool) -> float:
    """From no difference: log ratio or difference."""
    with np.errstate(divide="ignore"):
        return float(np.log(effect)) if is_rate else effect


def _signed(effect: float, is_rate: bool, sign: float) -> float:
    """The distance in the direction of the whole effect; an effect that is undefined comes first."""
    distance = _distance(effect, is_rate) * sign
    return -np.inf if np.isnan(distance) else distance


def _without_stories(part: Part, table: Table) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """The effect without each side's part of each story."""
    place = part.metrics[0]
    for mine in (True, False):
        stories = np.unique(part.story[part.mine == mine])
        gone = (part.story[:, None] == stories) & (part.mine == mine)[:, None]  # articles of the part x stories
        names = [table.articles[number] for number in part.articles[gone.argmax(axis=0)]]
        if len(stories) == 1:  # nothing remains on this side
            yield names[0], (np.nan, np.nan, np.nan)
            continue
        rest = np.ones((len(table.articles), len(stories)))
        rest[part.articles] -= gone
        part_of, weight = (rest * whole[:, [place]] for whole in (table.part, table.weight))
        yield from zip(names, _effects(part, table, part_of, weight, less=(mine, not mine)), strict=True)


def _without_terms(
    part: Part, table: Table, evidence: pl.DataFrame | pl.LazyFrame
) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """The effect without the hits of each term."""
    place = part.metrics[0]
    found = (
        evidence.lazy()
        .filter(
            pl.col("metric") == table.metrics[place],
            pl.col("article").is_in([table.articles[number] for number in part.articles]),
        )
        .with_columns(term=pl.coalesce("rule", pl.col("text").str.to_lowercase()))
        .group_by("article", "term")
        .agg(hits=pl.col("value").sum())
        .with_columns(share=pl.col("hits") / pl.col("hits").sum().over("article"))
        .collect()
    )
    terms = found["term"].unique().sort()
    left = np.ones((len(table.articles), len(terms)))
    lines = {name: number for number, name in enumerate(table.articles)}
    columns = {term: number for number, term in enumerate(terms)}
    at = [lines[name] for name in found["article"]], [columns[term] for term in found["term"]]
    left[at] -= found["share"].to_numpy()
    part_of = left * table.part[:, [place]]
    yield from zip(terms, _effects(part, table, part_of, table.weight[:, [place] * len(terms)]), strict=True)


def _effects(
    part: Part, table: Table, numerators: Floats, weights: Floats, less: tuple[bool, bool] = (False, False)
) -> list[tuple[float, float, float]]:
    """Effect, low and high of the part's metric with each column of other numerators and weights.

    less: the side that each column has one story less of.
    """
    count = numerators.shape[1]
    if not count:
        return []
    same = np.repeat(part.metrics, count)
    many = replace(
        table, part=numerators, weight=weights, kinds=table.kinds[same], scales=table.scales[same],
        trials=table.trials[same],
    )  # fmt: skip
    columns = Part(
        part.outlet, part.other, np.arange(count), part.articles, part.mine, part.story, np.full(count, np.nan),
        np.zeros(count, np.int64),
    )  # fmt: skip
    sides = [Side.of(columns, many, mine) for mine in (True, False)]
    one, two = (replace(side, n=side.n - gone) for side, gone in zip(sides, less, strict=True))
    return [(float(a), float(b), float(c)) for a, b, c in zip(*effects(one, two, many.kinds), strict=True)]
