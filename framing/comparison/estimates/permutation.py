"""Permutation tests over stories, for all metrics and all contrasts at once.

The engine of `contrasts.py`: which units move in which strata, and how often a rearrangement is at
least as extreme as what was observed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats, describe
from framing.comparison.estimates.normal import normal
from framing.comparison.estimates.outlets import with_stories
from framing.comparison.estimates.patterns import Pattern, patterns
from framing.measures.analyser import Metric

EXACT = 10_000  # arrangements that are all looked at, instead of a sample of them
CELLS = 400_000  # random numbers held at a time: what a processor keeps near
MANY, MANY_CELLS = 1_000, 10_000_000  # articles from which only what is drawn is looked at; numbers held at a time


@dataclass(frozen=True, eq=False)
class Table:
    """Own articles by metrics, as arrays: numerators and denominators."""

    articles: list[str]
    outlets: NDArray[np.str_]
    stories: NDArray[np.intp]
    metrics: list[str]
    part: Floats  # articles x metrics
    weight: Floats  # articles x metrics; 0 where the metric has no value
    kinds: NDArray[np.str_]
    scales: Floats
    trials: Floats

    @classmethod
    def of(cls, metrics: pl.DataFrame, measures: Mapping[str, Metric], stories: pl.DataFrame) -> Table:
        """The table of all articles that are no copies, in the order of their keys."""
        rows = with_stories(metrics, stories)
        rows = rows.filter(pl.col("copy_of").is_null())
        articles = rows.select("article", "outlet", "story").unique().sort("article")
        names = rows["metric"].unique().sort()
        facts = describe(names.to_list(), measures)
        line = rows["article"].replace_strict(articles["article"], np.arange(articles.height), return_dtype=pl.Int64)
        place = rows["metric"].replace_strict(names, np.arange(len(names)), return_dtype=pl.Int64)
        at = line.to_numpy().astype(np.intp), place.to_numpy().astype(np.intp)
        value = rows["value"].fill_null(0.0).to_numpy()
        known = rows["value"].is_not_null() & (rows["weight"] > 0)
        weight = np.zeros((articles.height, len(names)))
        part = np.zeros_like(weight)
        weight[at] = np.where(known.to_numpy(), rows["weight"].to_numpy(), 0.0)
        part[at] = value * weight[at] * facts["scale"].to_numpy()[at[1]]
        return cls(
            articles["article"].to_list(),
            articles["outlet"].to_numpy().astype(np.str_),
            np.unique(articles["story"].to_numpy().astype(np.str_), return_inverse=True)[1],
            names.to_list(),
            part,
            weight,
            facts["kind"].to_numpy().astype(np.str_),
            facts["scale"].to_numpy(),
            facts["trial"].to_numpy(),
        )

    @property
    def names(self) -> list[str]:
        """Outlets with work of their own."""
        return [str(name) for name in np.unique(self.outlets)]

    def by_story(self, articles: NDArray[np.intp], metrics: NDArray[np.intp]) -> tuple[Floats, Floats]:
        """Numerators and denominators of these articles' stories: stories x metrics."""
        there = np.zeros(int(self.stories.max()) + 1 if len(self.stories) else 0, bool)
        there[self.stories[articles]] = True
        story = (np.cumsum(there) - 1)[self.stories[articles]]
        return added(story, self.part[np.ix_(articles, metrics)]), added(story, self.weight[np.ix_(articles, metrics)])

    @cached_property
    def patterns(self) -> list[Pattern]:
        """The metrics grouped by the articles in which they have a value."""
        return [Pattern.of(self, *found) for found in patterns(self.weight > 0)]

    def side(self, outlets: Sequence[str], others: Sequence[str] | None = None) -> NDArray[np.int8]:
        """For each article: 1 on these outlets' side, 0 on the other side (all others, or those named), -1 on none."""
        rest = np.ones(len(self.articles), bool) if others is None else np.isin(self.outlets, list(others))
        return np.where(np.isin(self.outlets, list(outlets)), 1, np.where(rest, 0, -1)).astype(np.int8)


@dataclass(eq=False)
class Part:
    """One contrast over metrics which have values in the same articles, so that they permute alike.

    Units are what moves: whole stories of one side, or single versions of a story which both sides tell.
    A stratum is what they move in: all stories of one side together, and each story of both sides.
    """

    outlet: str
    other: str
    metrics: NDArray[np.intp]
    articles: NDArray[np.intp]
    mine: NDArray[np.bool_]  # of each article
    story: NDArray[np.intp]  # of each article
    p: Floats  # of each metric
    done: NDArray[np.int64]  # arrangements looked at for it
    exact: bool = False
    pattern: Pattern | None = None

    @cached_property
    def n(self) -> tuple[int, int]:
        """Stories of the outlet and of the others."""
        mine, theirs = self.told
        return int(np.count_nonzero(mine)), int(np.count_nonzero(theirs))

    @cached_property
    def told(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Of each story, by its number: articles of the outlet and of the others."""
        size = int(self.story.max()) + 1 if len(self.story) else 0
        return np.bincount(self.story[self.mine], minlength=size), np.bincount(self.story[~self.mine], minlength=size)

    @cached_property
    def shared(self) -> NDArray[np.bool_]:
        """Of each article: both sides tell its story."""
        mine, theirs = self.told
        return ((mine > 0) & (theirs > 0))[self.story]

    @cached_property
    def units(self) -> NDArray[np.intp]:
        """Of each article: the number of the unit that it moves with."""
        size = len(self.told[0])
        label = np.where(self.shared, size + np.arange(len(self.story)), self.story)
        there = np.zeros(size + len(self.story), bool)
        there[label] = True
        return np.asarray((np.cumsum(there) - 1)[label])

    @cached_property
    def strata(self) -> list[tuple[NDArray[np.intp], int]]:
        """Units of each stratum, and how many of them are the outlet's."""
        first = self.first
        story, mine, shared = self.story[first], self.mine[first], self.shared[first]
        both = np.flatnonzero(shared)
        both = both[np.argsort(story[both], kind="stable")]
        groups = [np.flatnonzero(~shared), *np.split(both, np.flatnonzero(np.diff(story[both])) + 1)]
        return [(group, int(mine[group].sum())) for group in groups if len(group)]

    @cached_property
    def first(self) -> NDArray[np.intp]:
        """Of each unit: its first article, as a place in `articles`."""
        first = np.zeros(int(self.units.max()) + 1 if len(self.units) else 0, np.intp)
        first[self.units[::-1]] = np.arange(len(self.units))[::-1]
        return first

    @cached_property
    def arrangements(self) -> int:
        """In how many ways the outlet's articles could be drawn."""
        return math.prod(math.comb(len(group), mine) for group, mine in self.strata)

    @property
    def constant(self) -> NDArray[np.bool_]:
        """Of each metric: no two articles differ."""
        return self.pattern.constant if self.pattern else np.zeros(len(self.metrics), bool)

    @property
    def testable(self) -> bool:
        return min(self.n) >= 2

    def totals(self, table: Table, chosen: NDArray[np.intp]) -> tuple[Floats, Floats]:
        """Numerators and denominators by unit, for the chosen metrics of the part."""
        at = np.ix_(self.articles, self.metrics[chosen])
        return added(self.units, table.part[at]), added(self.units, table.weight[at])

    def all_arrangements(self) -> NDArray[np.bool_]:
        """Every arrangement (rows) of the units (columns): true where a unit is the outlet's."""
        picked = np.zeros((1, len(self.first)), bool)
        for group, mine in self.strata:
            choices = group[_choices(len(group), mine)]
            here = np.zeros((len(choices), len(self.first)), bool)
            np.put_along_axis(here, choices, True, axis=1)
            picked = (picked[:, None, :] | here[None, :, :]).reshape(-1, len(self.first))
        return picked

    def draw(self, keys: Floats) -> NDArray[np.bool_]:
        """Random arrangements: in each stratum, the units with the smallest keys are the outlet's.

        keys: arrangements x articles, uniform.
        """
        units = self.articles[self.first]
        if len(units) < keys.shape[1] or (units[1:] < units[:-1]).any():
            keys = keys[:, units]
        picked = np.zeros(keys.shape, bool)
        for group, mine in self.strata:
            if mine == len(group):
                picked[:, group] = True
            elif mine:
                among = keys if len(group) == keys.shape[1] else keys[:, group]
                picked[:, group] = among <= np.partition(among, mine - 1, axis=1)[:, mine - 1 : mine]
        return picked

    def drawn(self, keys: Floats, order: NDArray[np.intp]) -> Any:
        """The arrangements of `draw` as a table without its noughts, for an outlet that has few of many articles.

        order: the places of the keys, the smallest key of each arrangement first.
        """
        from scipy.sparse import csr_array

        units, times = self.articles[self.first], len(keys)
        found = [self._smallest(keys, order, units, group, mine) for group, mine in self.strata if mine]
        columns = np.hstack(found) if found else np.zeros((times, 0), np.intp)
        ends = np.arange(times + 1) * columns.shape[1]
        return csr_array((np.ones(columns.size), columns.ravel(), ends), shape=(times, len(units)))

    @staticmethod
    def _smallest(
        keys: Floats, order: NDArray[np.intp], units: NDArray[np.intp], group: NDArray[np.intp], mine: int
    ) -> NDArray[np.intp]:
        """Of each arrangement (row): the units of a stratum with its so many smallest keys."""
        times, width = keys.shape
        if 4 * len(group) < width:
            among = keys[:, units[group]]
            return np.asarray(group[np.argpartition(among, mine - 1, axis=1)[:, :mine]])
        unit = np.full(width, -1)
        unit[units[group]] = group
        reach = mine if len(group) == width else int(1.1 * mine * width / len(group)) + 50
        while True:  # as far along each arrangement as its `mine` units of the stratum lie
            ahead = unit[order[:, :reach]]
            there = ahead >= 0
            if reach >= width or (there.sum(axis=1) >= mine).all():
                break
            reach *= 2
        if reach > mine:
            there &= there.cumsum(axis=1, dtype=np.int32) <= mine
        return np.asarray(ahead[there].reshape(times, mine))


@lru_cache(maxsize=64)
def _choices(size: int, mine: int) -> NDArray[np.intp]:
    """Every way to choose so many places of `size`, a row each; one, without places, where none is chosen."""
    return np.array(list(combinations(range(size), mine)), np.intp).reshape(math.comb(size, mine), mine)


def added(groups: NDArray[np.intp], values: Floats, size: int = 0) -> Floats:
    """The rows of `values` summed by group (numbered from 0); of so many groups at least."""
    size = max(size, int(groups.max()) + 1 if len(groups) else 0)
    if size == len(groups) and (groups == np.arange(size)).all():
        return values
    columns = [np.bincount(groups, weights=column, minlength=size) for column in values.T]
    return np.stack(columns, axis=1) if columns else np.zeros((size, 0))


def split(table: Table, outlet: str, other: str, side: NDArray[np.int8]) -> list[Part]:
    """The contrast's parts: its metrics grouped by the articles in which they have a value."""
    if (side >= 0).all():
        found = table.patterns
    else:
        some = patterns((table.weight > 0) & (side >= 0)[:, None])
        found = [Pattern.of(table, articles, metrics, whole=False) for articles, metrics in some]
    return [
        Part(
            outlet,
            other,
            of.metrics,
            of.articles,
            side[of.articles] == 1,
            table.stories[of.articles],
            np.full(len(of.metrics), np.nan),
            np.zeros(len(of.metrics), np.int64),
            pattern=of,
        )
        for of in found
    ]


def p_values(table: Table, parts: list[Part], seed: int, permutations: int) -> None:
    """Fill in `p`, `done` and `exact` of every part that can be tested; `done` stays 0 where `normal` serves."""
    sampled: list[tuple[Part, NDArray[np.intp]]] = []
    for part in parts:
        if not part.testable:
            continue
        varying = np.flatnonzero(~part.constant)
        if part.arrangements <= EXACT:
            below, above = Sums.of(part, table, varying).extreme(part.all_arrangements())
            part.p[varying] = np.minimum(1.0, 2 * np.minimum(below, above) / part.arrangements)
            part.done[varying], part.exact = part.arrangements, True
        elif len(varying):
            p, known = normal(part, table, varying)
            part.p[varying[known]] = p[known]
            if not known.all():
                sampled.append((part, varying[~known]))
    sample(table, sampled, np.random.default_rng([seed, 0]), permutations)


def sample(
    table: Table, parts: list[tuple[Part, NDArray[np.intp]]], random: np.random.Generator, permutations: int
) -> None:
    """Monte Carlo p of the chosen metrics of each part; all parts share the random numbers."""
    counts = [np.zeros((2, len(chosen)), np.int64) for _, chosen in parts]
    sums = [Sums.of(part, table, chosen) for part, chosen in parts]
    picks = draws([part for part, _ in parts], len(table.articles), random, permutations)
    for each in picks:
        for picked, count, of in zip(each, counts, sums, strict=True):
            count += of.extreme(picked)
    for (part, chosen), count in zip(parts, counts, strict=True):
        part.p[chosen] = np.minimum(1.0, 2 * (count.min(axis=0) + 1) / (permutations + 1))
        part.done[chosen] = permutations


def draws(parts: Sequence[Part], width: int, random: np.random.Generator, times: int) -> Iterator[Iterator[Any]]:
    """Some of the arrangements of each part at a time, so many in all; all parts share the random numbers.

    width: articles of the table. Where they are many and a part draws few of them, it is a table without its noughts.
    """
    step = max(1, (CELLS if width <= MANY else MANY_CELLS) // max(1, width))
    few = [width > MANY and part.mine.mean() <= 0.2 for part in parts]
    for start in range(0, times if parts else 0, step):
        keys = random.random((min(step, times - start), width))
        order = keys.argsort(axis=1) if any(few) else np.zeros((0, 0), np.intp)
        yield (part.drawn(keys, order) if sparse else part.draw(keys) for part, sparse in zip(parts, few, strict=True))


@dataclass(frozen=True, eq=False)
class Sums:
    """Numerators and denominators of a part, units x metrics, and the statistic that was observed."""

    top: Floats
    bottom: Floats
    rates: NDArray[np.bool_]
    observed: Floats

    @classmethod
    def of(cls, part: Part, table: Table, chosen: NDArray[np.intp]) -> Sums:
        top, bottom = part.totals(table, chosen)
        rates = table.kinds[part.metrics[chosen]] == "rate"
        return cls(top, bottom, rates, statistic(part.mine[part.first][None, :].astype(float), top, bottom, rates))

    def extreme(self, picked: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Of each metric: arrangements with a statistic at most, and at least, the observed one."""
        permuted = statistic(picked.astype(float), self.top, self.bottom, self.rates)
        slack = 1e-9 * np.maximum(1.0, np.abs(self.observed))  # ties stay ties whatever the order of summation
        return (permuted <= self.observed + slack).sum(axis=0), (permuted >= self.observed - slack).sum(axis=0)


def statistic(picked: Any, top: Floats, bottom: Floats, rates: NDArray[np.bool_]) -> Floats:
    """How far the picked units lie from the others: arrangements x metrics.

    The ratio of the two rates (its logarithm would order the arrangements alike), each with half a hit
    added to the observed and to the expected hits, so that it is 1 where there is no hit at all; the
    difference of means and shares. picked: arrangements x units, 0 or 1, also without noughts. top, bottom:
    numerators and denominators, units x metrics.
    """
    if rates.any() and not rates.all():
        result = np.empty((picked.shape[0], len(rates)))
        for at in (rates, ~rates):
            result[:, at] = statistic(picked, top[:, at], bottom[:, at], rates[at])
        return result
    mine, weight = picked @ top, picked @ bottom
    whole, total = top.sum(axis=0), bottom.sum(axis=0)
    if rates.all():
        expected = weight * (whole / total)
        return np.asarray((mine + 0.5) * (whole - expected + 0.5) / ((expected + 0.5) * (whole - mine + 0.5)))
    return np.asarray(mine / weight - (whole - mine) / (total - weight))


def adjust(p: Floats) -> Floats:
    """q after Benjamini and Hochberg (1995), over the values that are not NaN."""
    q = np.full(len(p), np.nan)
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    m = len(order)
    stepped = p[order] * m / np.arange(1, m + 1)
    q[order] = np.minimum(1.0, np.minimum.accumulate(stepped[::-1])[::-1])
    return q
