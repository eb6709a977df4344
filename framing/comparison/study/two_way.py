"""A two-way additive model, outlets + events, whose standard errors take events as clusters.

Linear for means, shares and scores: value = outlet + event. Multiplicative for rates: expected hits =
words x outlet x event (Poisson pseudo-likelihood, right whatever the spread of the hits, and untroubled by
articles without a hit). Both are fitted within events, so that an event's level drops out.

Variance: CR2, the sandwich over events with Bell and McCaffrey's (2002) correction, which is without bias where
the working model holds, with Satterthwaite's degrees of freedom (Pustejovsky and Tipton 2018; event effects are
absorbed by their theorem 2). For a balanced study this is the t test of the differences within events.
`scripts/simulate_studies.py` measures how often the intervals hold; `tests/comparison/study/test_two_way.py` holds
the estimates against statsmodels, and the variance against R's clubSandwich and the formula written out in full.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats

Ints = NDArray[np.intp]
TINY, LEAST = 1e-9, 1e-300
LOST = 1e-4  # a contrast that is so far from being answered cannot be
HALF = 0.5  # hits added to every outlet, spread over its cells as no difference would have them
ROUNDS = 60  # of Newton's method; three or four are the rule


@dataclass(frozen=True, eq=False)
class Design:
    """Which outlet stands in which cell: events in rows, so many places beside each other as the fullest one has.

    outlet: events x places, numbers from 0. there: whether the place is taken. events: of each row its number, as it
    was given.
    """

    outlet: Ints
    there: NDArray[np.bool_]
    outlets: int
    events: Ints
    _place: tuple[Ints, Ints, Ints]  # of each given cell in order: the cell, its row, its place

    @classmethod
    def of(cls, outlet: Ints, event: Ints, outlets: int) -> Design:
        """The design of cells that are given by the numbers of their outlet and event."""
        order = np.lexsort((outlet, event))
        events, row, counts = np.unique(event[order], return_inverse=True, return_counts=True)
        place = np.arange(len(order)) - np.repeat(np.cumsum(counts) - counts, counts)
        shape = (len(events), int(counts.max()) if len(counts) else 0)
        grid, there = np.zeros(shape, np.intp), np.zeros(shape, bool)
        grid[row, place], there[row, place] = outlet[order], True
        return cls(grid, there, outlets, events, (order, row, place))

    def grid(self, cells: Floats) -> Floats:
        """Values of the given cells as events x places; 0 where there is none."""
        order, row, place = self._place
        result = np.zeros(self.there.shape)
        result[row, place] = cells[order]
        return result

    @cached_property
    def indicator(self) -> Floats:
        """Events x places x outlets: 1 where the outlet stands there."""
        return np.asarray((self.outlet[:, :, None] == np.arange(self.outlets)) & self.there[:, :, None], np.float64)

    @cached_property
    def events_of(self) -> Floats:
        """Events of each outlet."""
        return np.bincount(self.outlet[self.there], minlength=self.outlets).astype(np.float64)


@dataclass(frozen=True, eq=False)
class Fit:
    """A fitted model.

    effect: of each outlet, up to a constant; logarithms in a logarithmic fit. All else by event and place, for the
    variance. rows: the design's rows, within events and weighted. bread: the inverse of their cross-product. left:
    what the model leaves, weighted. weights: by which an event's mean was taken. scale: by which hits were multiplied.
    overdispersion: of hits, as a squared coefficient of variation between articles.
    """

    design: Design
    effect: Floats
    rows: Floats
    bread: Floats
    left: Floats
    weights: Floats
    logarithmic: bool = False
    scale: Floats | None = None
    overdispersion: float = 0.0

    def between(self, mine: Floats, others: Floats, effect: Floats | None = None) -> Floats:
        """What outlets have more than others: the difference of means; of logarithmic effects, log of their ratio.

        mine, others: how much each outlet (rows) counts on either side of each contrast (columns). effect: instead of
        the fitted ones, of outlets in its last dimension.
        """
        effect = self.effect if effect is None else effect
        if self.logarithmic:
            level = np.exp(effect - effect.max(axis=-1, keepdims=True))
            sides = (np.maximum(level @ _shares(side), LEAST) for side in (mine, others))
            return np.asarray(np.subtract(*map(np.log, sides)))
        return np.asarray(effect @ (_shares(mine) - _shares(others)))

    def gradient(self, mine: Floats, others: Floats) -> Floats:
        """The contrasts (outlets x contrasts) that `between` comes to near the fitted effects."""
        if self.logarithmic:
            level = np.exp(self.effect - self.effect.max())[:, None]
            mine, others = mine * level, others * level
        return _shares(mine) - _shares(others)

    @cached_property
    def counts(self) -> Floats:
        """How much each outlet counts among others: by its events; in a logarithmic fit by the hits that it would have
        if it were like the mean outlet, so that others' rate is all their hits over all that were to be expected."""
        if not self.logarithmic:
            return self.design.events_of
        hits = np.einsum("ek,eko->o", self.weights, self.design.indicator)
        return np.asarray(hits * np.exp(self.effect.mean() - self.effect))

    @cached_property
    def scores(self) -> Floats:
        """Events x outlets: what each event says of each outlet beyond the fit."""
        return np.asarray(np.matmul(self.rows.transpose(0, 2, 1), self.left[:, :, None])[:, :, 0])

    @cached_property
    def information(self) -> Floats:
        """Events x outlets x outlets: the cross-product of each event's rows."""
        return np.asarray(np.matmul(self.rows.transpose(0, 2, 1), self.rows))

    def poisson_variance(self, contrasts: Floats) -> Floats:
        """What counting alone makes uncertain: of a logarithmic fit."""
        if self.scale is None:
            return np.zeros(contrasts.shape[1])
        rows = self.rows * np.sqrt(self.scale)[:, :, None]
        meat = np.tensordot(rows, rows, axes=([0, 1], [0, 1]))
        half = self.bread @ contrasts
        return np.asarray(np.maximum(np.einsum("oc,op,pc->c", half, meat, half), 0.0))

    def variance(self, contrasts: Floats) -> tuple[Floats, Floats]:
        """CR2 variance of each contrast, and Satterthwaite's degrees of freedom."""
        within = self.rows @ self.bread @ self.rows.transpose(0, 2, 1)
        size, turn = np.linalg.eigh(np.eye(within.shape[1]) - within)
        root = np.where(size > TINY, 1 / np.sqrt(np.maximum(size, TINY)), 0.0)
        adjusted = (turn * root[:, None, :]) @ turn.transpose(0, 2, 1)
        weight = adjusted @ (self.rows @ (self.bread @ contrasts))  # events x places x contrasts
        variance = (np.einsum("ekc,ek->ec", weight, self.left) ** 2).sum(axis=0)
        own = (weight**2).sum(axis=1)
        across = np.einsum("eko,ekc->eco", self.rows, weight)
        back = across @ self.bread
        shared = (back * across).sum(axis=2)
        product = np.einsum("eco,ecp->cop", back, across)
        first = (own - shared).sum(axis=0)
        second = (own**2).sum(axis=0) - 2 * (own * shared).sum(axis=0) + np.einsum("cop,cpo->c", product, product)
        return variance, np.where(second > TINY * TINY, first**2 / np.maximum(second, TINY * TINY), 0.0)

    def without_each(self, mine: Floats, others: Floats) -> Floats:
        """Events x contrasts: the estimate without that event (exact for a linear fit, one Newton step else).

        NaN where an outlet would lose its tie to the others.
        """
        contrasts = self.gradient(mine, others)
        rest = self.information.sum(axis=0) - self.information
        asked = np.broadcast_to(contrasts, (len(rest), *contrasts.shape))
        solved = _solved(rest, np.concatenate([self.scores[:, :, None], asked], axis=2))
        moved = self.effect - solved[:, :, 0]
        lost = np.abs(rest @ solved[:, :, 1:] - contrasts).max(axis=1) > LOST
        return np.where(lost, np.nan, self.between(mine, others, moved))

    def resampled(self, counts: Floats) -> Floats:
        """Samples x outlets: effects with each event so often as `counts` (samples x events) says (one Newton step)."""
        information = np.tensordot(counts, self.information, axes=1)
        return np.asarray(self.effect + _solved(information, (counts @ self.scores)[:, :, None])[:, :, 0])


def each_and_others(fit: Fit) -> tuple[Floats, Floats]:
    """The two sides of each outlet's contrast with all the others (see `Fit.counts`)."""
    each = np.eye(fit.design.outlets)
    return each, fit.counts[:, None] * (1 - each)


def linear(design: Design, value: Floats, weight: Floats) -> Fit:
    """The additive fit of values (events x places) by weighted least squares."""
    rows = _within(design, weight)
    root, total = np.sqrt(weight), weight.sum(axis=1, keepdims=True)
    left = root * (value - (weight * value).sum(axis=1, keepdims=True) / total)
    bread = _inverse(rows)
    effect = bread @ np.einsum("eko,ek->o", rows, left)
    return Fit(design, effect, rows, bread, left - rows @ effect, weight)


def multiplicative(design: Design, hits: Floats, weight: Floats, voice: Floats) -> Fit:
    """The fit of hits (events x places) to weight x outlet x event; effects are logarithms.

    Events count by what they can tell, 1 / (1 / hits + spread between articles), so that one with very many hits does
    not speak for all. Half a hit is added to each outlet, spread over its cells as they would be if outlets did not
    differ: an outlet without a hit has an effect, too. Every event must have a hit.

    voice: by which the hits were multiplied already (see `cells.py`).
    """
    first = _poisson(design, hits, weight, voice)
    over = _overdispersion(first)
    typical = hits.sum(axis=1, keepdims=True) / design.there.sum(axis=1, keepdims=True)
    count = 1 / (1 + over * typical)
    found = first if over == 0 else _poisson(design, hits * count, weight * count, voice * count)
    return replace(found, overdispersion=over)


def _poisson(design: Design, hits: Floats, weight: Floats, scale: Floats) -> Fit:
    """Poisson pseudo-likelihood by Newton's method. scale: by which hits and weight were multiplied, cell by cell."""
    share = weight / weight.sum(axis=1, keepdims=True)
    expected = hits.sum(axis=1, keepdims=True) * share
    known = np.einsum("ek,eko->o", expected, design.indicator)
    spread = np.einsum("ek,eko->o", scale * expected, design.indicator) / np.where(known > 0, known, 1.0)
    hits = hits + (HALF * spread / np.where(known > 0, known, 1.0))[design.outlet] * expected * design.there
    total = hits.sum(axis=1, keepdims=True)
    effect = np.zeros(design.outlets)
    for _ in range(ROUNDS):
        odds = weight * np.exp(effect[design.outlet]) * design.there
        expected = total * odds / odds.sum(axis=1, keepdims=True)
        rows = _within(design, expected)
        bread = _inverse(rows)
        step = bread @ np.einsum("ek,eko->o", hits - expected, design.indicator)
        effect = effect + step * min(1.0, 2.0 / max(TINY, float(np.abs(step).max())))
        if np.abs(step).max() < TINY:
            break
    left = np.where(expected > 0, (hits - expected) / np.sqrt(np.where(expected > 0, expected, 1.0)), 0.0)
    return Fit(design, effect, rows, bread, left, expected, logarithmic=True, scale=scale)


def _overdispersion(fit: Fit) -> float:
    """By how much the spread between articles exceeds that of counting, as a squared coefficient of variation."""
    expected, scale = fit.weights, fit.weights * 0 + 1 if fit.scale is None else fit.scale
    cells, free = fit.design.there.sum(), fit.design.there.sum() - len(fit.design.events) - fit.design.outlets + 1
    if free < 1 or fit.design.outlets < 2:
        return 0.0
    beyond = (expected * (fit.left**2 * cells / free - scale)).sum()
    return float(np.clip(beyond / max(TINY, float((expected**2).sum())), 0.0, 2.0))


def largest_component(outlet: Ints, event: Ints, outlets: int) -> NDArray[np.bool_]:
    """Of each cell: whether its outlet is tied by shared events, directly or by others, to the most of the cells."""
    label, events = np.arange(outlets), np.zeros(int(event.max()) + 1, np.intp)
    while True:  # the least label of an event's outlets spreads to all of them, until nothing moves
        events[:] = outlets
        np.minimum.at(events, event, label[outlet])
        moved = label.copy()
        np.minimum.at(moved, outlet, events[event])
        if (moved == label).all():
            break
        label = moved
    group = label[outlet]
    return np.asarray(group == np.bincount(group).argmax())


def _within(design: Design, weight: Floats) -> Floats:
    """Indicators of outlets less their weighted mean in the event, times the root of the weight."""
    total = weight.sum(axis=1, keepdims=True)
    mean = np.einsum("ek,eko->eo", weight, design.indicator) / np.where(total > 0, total, 1.0)
    rows = np.sqrt(weight)[:, :, None] * (design.indicator - mean[:, None, :])
    return np.asarray(rows * design.there[:, :, None])


def _inverse(rows: Floats) -> Floats:
    information = np.tensordot(rows, rows, axes=([0, 1], [0, 1]))
    return np.asarray(_solved(information[None], np.eye(len(information))[None])[0])


def _solved(information: Floats, right: Floats) -> Floats:
    """Solutions of many systems whose matrices have no level (and less, where an outlet has no tie to the others)."""
    outlets = information.shape[1]
    size = np.maximum(np.trace(information, axis1=1, axis2=2), TINY)[:, None, None] / outlets
    whole = information + size / outlets + TINY * size * np.eye(outlets)
    return np.asarray(np.linalg.solve(whole, right))


def _shares(counts: Floats) -> Floats:
    total = counts.sum(axis=0)
    return np.asarray(counts / np.where(total > 0, total, 1.0))
