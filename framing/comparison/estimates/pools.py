"""Which stories change hands among outlets, and what each outlet has in each arrangement of them.

The engine of `differences.py`. Where stories are many, what an outlet has is drawn from the law that its sum over
arrangements follows (`law.py`), and not from arrangements themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats
from framing.comparison.estimates.law import Law
from framing.comparison.estimates.patterns import patterns
from framing.comparison.estimates.permutation import Table, added

CELLS = 10_000_000  # stories times arrangements that are held at a time


@dataclass(frozen=True, eq=False)
class Pool:
    """The stories in which some metrics have a value, as units that change hands.

    articles: places in the table. unit: of each article. label: of each unit, a number of `names`. strata: units that
    change hands among themselves.
    """

    articles: NDArray[np.intp]
    unit: NDArray[np.intp]
    label: NDArray[np.intp]
    strata: list[NDArray[np.intp]]
    names: list[str]

    @classmethod
    def of(cls, table: Table, articles: NDArray[np.intp]) -> Pool:
        names, label = np.unique(table.outlets[articles], return_inverse=True)
        story = table.stories[articles]
        _, number = np.unique(story, return_inverse=True)
        tellers = np.bincount(np.unique(number * len(names) + label) // len(names))[number]  # outlets that tell it
        own = np.where(tellers > 1, story.max() + 1 + np.arange(len(story)), story)  # versions of a shared story
        _, first, unit = np.unique(own, return_index=True, return_inverse=True)
        shared = tellers[first] > 1
        strata = [np.flatnonzero(~shared)]
        strata += [np.flatnonzero(shared & (story[first] == one)) for one in np.unique(story[first][shared])]
        return cls(
            articles, unit.ravel(), label[first], [group for group in strata if len(group) > 1], [str(n) for n in names]
        )

    @property
    def size(self) -> int:
        return len(self.label)

    @property
    def able(self) -> NDArray[np.bool_]:
        """Of each outlet: two units or more, so that it can stand apart."""
        return np.asarray(np.bincount(self.label, minlength=len(self.names)) >= 2)

    def only(self, outlets: Sequence[int]) -> Pool:
        """The pool of some outlets."""
        kept = np.isin(self.label, outlets)
        number = np.cumsum(kept) - 1
        here = kept[self.unit]
        return Pool(
            self.articles[here],
            number[self.unit[here]],
            np.searchsorted(np.sort(outlets), self.label[kept]),
            [number[group[kept[group]]] for group in self.strata if kept[group].sum() > 1],
            [self.names[outlet] for outlet in np.sort(outlets)],
        )

    def sums(self, table: Table, place: int | NDArray[np.intp]) -> tuple[Floats, Floats]:
        """Numerators and denominators: units x metrics."""
        at = np.ix_(self.articles, np.atleast_1d(place))
        return added(self.unit, table.part[at]), added(self.unit, table.weight[at])


def pools(table: Table) -> list[tuple[Pool, list[int]]]:
    """The metrics by the articles in which they have a value, with the stories that change hands."""
    found = []
    for articles, metrics in patterns(table.weight > 0):
        if len(np.unique(table.outlets[articles])) > 1:
            found.append((Pool.of(table, articles), metrics.tolist()))
    return found


def totals(
    pool: Pool, table: Table, places: Sequence[int], random: np.random.Generator, permutations: int
) -> Iterator[tuple[int, Floats, Floats]]:
    """Of each metric: its place, each outlet's numerator and denominator in each arrangement (rows).

    The first arrangement is how things are.
    """
    top, bottom = pool.sums(table, np.array(places))
    main = max(pool.strata, key=len, default=np.arange(0))
    law = Law.of(top[main], bottom[main], pool.label[main], len(pool.names))
    lawful = law.holds
    found: dict[int, tuple[Floats, Floats]] = {}
    for chosen in (np.flatnonzero(~lawful), np.flatnonzero(lawful)):
        if not len(chosen):
            continue
        sums = np.hstack([top[:, chosen], bottom[:, chosen]])
        if lawful[chosen[0]]:
            whole = _drawn(pool, main, law.only(chosen), sums, random, permutations)
        else:
            whole = dealt(pool.label, pool.strata, sums, len(pool.names), random, permutations)
        for number, at in enumerate(chosen.tolist()):
            sides = (np.ascontiguousarray(whole[:, :, place]) for place in (number, len(chosen) + number))
            found[places[at]] = next(sides), next(sides)
    yield from ((place, *found[place]) for place in places)


def _drawn(
    pool: Pool, main: NDArray[np.intp], law: Law, sums: Floats, random: np.random.Generator, permutations: int
) -> Floats:
    """As `dealt`, the units of the main stratum by their law."""
    rest = np.ones(pool.size, bool)
    rest[main] = False
    number = np.cumsum(rest) - 1
    others = [number[group] for group in pool.strata if group is not main]
    whole = dealt(pool.label[rest], others, sums[rest], len(pool.names), random, permutations)
    whole[0] += added(pool.label[main], sums[main], len(pool.names))
    whole[1:] += law.drawn(random, permutations)
    return whole


def dealt(
    label: NDArray[np.intp],
    strata: Sequence[NDArray[np.intp]],
    sums: Floats,
    outlets: int,
    random: np.random.Generator,
    permutations: int,
) -> Floats:
    """What each outlet has when the units of each stratum are dealt out anew: arrangements x outlets x columns.

    The first arrangement is how things are. Of many stories so many arrangements are held at a time as memory has room.
    """
    step = max(1, CELLS // max(1, len(label)))
    parts = []
    for start in range(0, permutations, step):
        labels = deal(label, strata, random, min(step, permutations - start))[1 if start else 0 :]
        if outlets <= sums.shape[1]:
            one_hot = ((labels == outlet).astype(np.float64) for outlet in range(outlets))
            parts.append(np.stack([mine @ sums for mine in one_hot], axis=1))
        else:
            cell = (labels + outlets * np.arange(len(labels))[:, None]).ravel()
            columns = (np.tile(column, len(labels)) for column in sums.T)
            size = outlets * len(labels)
            found = [np.bincount(cell, weights=column, minlength=size).reshape(-1, outlets) for column in columns]
            parts.append(np.stack(found, axis=2).astype(np.float64))  # of no stories numpy gives whole numbers
    return np.concatenate(parts)


def deal(
    label: NDArray[np.intp], strata: Sequence[NDArray[np.intp]], random: np.random.Generator, times: int
) -> NDArray[np.integer[Any]]:
    """Labels of the units, dealt out anew so many times; the first row is how they are."""
    label = label.astype(np.min_scalar_type(int(label.max(initial=0))))  # small numbers are read and compared sooner
    found = np.tile(label, (times + 1, 1))
    for group in strata:
        order = random.random((times, len(group))).argsort(axis=1)
        found[1:, group] = label[group][order]
    return found
