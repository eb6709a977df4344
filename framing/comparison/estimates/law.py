"""What outlets have in arrangements of many stories, drawn from the law that these sums follow.

Stories dealt out among outlets are samples drawn without putting back. Of thousands of stories, the outlets' sums are
normal together, with means, variances and covariances that are known exactly (Cochran 1977, Sampling Techniques,
chapter 2); the skewness of each is known too, and put in by Cornish and Fisher's first term. Outlets of few stories are
dealt real ones, and the others share what is left. Where few stories carry most of the hits, all are dealt.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats
from framing.comparison.estimates.normal import MANY, PEAKED

STORIES = 4_000  # from which the law is used; fewer are dealt
SKEWED = 0.25  # skewness of an outlet's sum from which stories are dealt
DEALT = 0.25  # share of all stories that outlets of few stories may have


@dataclass(frozen=True, eq=False)
class Law:
    """The stories of a stratum: values (stories x columns), and how many each outlet has.

    Columns: of each metric what its numerator has beyond its denominator's due, then the denominators.
    """

    values: Floats
    sizes: NDArray[np.intp]
    rate: Floats  # of each metric, over all stories

    @classmethod
    def of(cls, top: Floats, bottom: Floats, label: NDArray[np.intp], outlets: int) -> Law:
        """top, bottom: numerators and denominators, stories x metrics. label: the outlet of each story."""
        with np.errstate(divide="ignore", invalid="ignore"):
            rate = top.sum(axis=0) / bottom.sum(axis=0)
        return cls(np.hstack([top - rate * bottom, bottom]), np.bincount(label, minlength=outlets), rate)

    def only(self, metrics: NDArray[np.intp]) -> Law:
        """The law of some metrics."""
        return Law(self.values[:, np.concatenate([metrics, len(self.rate) + metrics])], self.sizes, self.rate[metrics])

    @property
    def large(self) -> NDArray[np.bool_]:
        """Of each outlet: its sum is drawn from the law."""
        return self.sizes >= MANY

    @property
    def holds(self) -> NDArray[np.bool_]:
        """Of each metric: whether its sums follow the law."""
        n, metrics = len(self.values), len(self.rate)
        if n < STORIES or self.sizes[~self.large].sum() > DEALT * n:
            return np.zeros(metrics, bool)
        with np.errstate(invalid="ignore"):
            apart = self.values - self.values.mean(axis=0)
            excess = (apart**4).mean(axis=0) / (apart**2).mean(axis=0) ** 2 - 3
            fine = ~(np.abs(self._shape()[1]) > SKEWED).any(axis=0)  # what does not vary has none
            fine &= ~(excess / self.sizes[self.large].min(initial=n) > PEAKED)
        return np.asarray(fine[:metrics] & fine[metrics:])

    def drawn(self, random: np.random.Generator, times: int) -> Floats:
        """Sums of each outlet, so many times: arrangements x outlets x columns, numerators and denominators."""
        large, small = np.flatnonzero(self.large), np.flatnonzero(~self.large)
        found = np.empty((times, len(self.sizes), self.values.shape[1]))
        left = np.broadcast_to(self.values.sum(axis=0), (times, self.values.shape[1]))
        if self.sizes[small].any():
            picked = distinct(random, len(self.values), (times, int(self.sizes[small].sum())))
            for outlet, mine in zip(small, np.split(picked, np.cumsum(self.sizes[small])[:-1], axis=1), strict=True):
                found[:, outlet] = self.values[mine].sum(axis=1)
            left = left - found[:, small].sum(axis=1)
        else:
            found[:, small] = 0.0
        sizes = self.sizes[large]
        share = (sizes / sizes.sum())[:, None]
        deviation, skewness = self._shape()
        apart = (
            random.standard_normal((times, len(large), self.values.shape[1])) @ self._root.T * np.sqrt(sizes)[:, None]
        )
        apart -= share * apart.sum(axis=1, keepdims=True)
        with np.errstate(divide="ignore", invalid="ignore"):
            bent = apart + np.nan_to_num(deviation * skewness / 6 * ((apart / deviation) ** 2 - 1))
        bent -= share * bent.sum(axis=1, keepdims=True)
        found[:, large] = share * left[:, None] + bent
        metrics = len(self.rate)
        found[:, :, :metrics] += self.rate * found[:, :, metrics:]
        return found

    def _shape(self) -> tuple[Floats, Floats]:
        """Standard deviation and skewness of the sums of large outlets: outlets x columns."""
        apart = self.values - self.values.mean(axis=0)
        k = self.sizes[self.large][:, None].astype(float)
        n = k.sum()
        variance = k * (n - k) / n * (apart**2).sum(axis=0) / (len(apart) - 1)
        third = k * (n - k) * (n - 2 * k) / (n * (n - 1) * (n - 2)) * (apart**3).sum(axis=0) * n / len(apart)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.sqrt(variance), third / variance**1.5

    @property
    def _root(self) -> Floats:
        """A root of the covariance of a story's columns."""
        apart = self.values - self.values.mean(axis=0)
        scale = apart.std(axis=0)
        apart = apart / np.where(scale > 0, scale, 1.0)
        strength, ways = np.linalg.eigh(apart.T @ apart / (len(apart) - 1))
        return np.asarray(scale[:, None] * ways * np.sqrt(np.maximum(strength, 0.0)))


def distinct(random: np.random.Generator, n: int, shape: tuple[int, int]) -> NDArray[np.int64]:
    """Numbers below n, none of them twice in a row of the table."""
    picked = random.integers(n, size=shape)
    while True:
        order = picked.argsort(axis=1, kind="stable")
        ordered = np.take_along_axis(picked, order, axis=1)
        row, place = np.nonzero(ordered[:, 1:] == ordered[:, :-1])
        if not len(row):
            return picked
        picked[row, order[row, place + 1]] = random.integers(n, size=len(row))
