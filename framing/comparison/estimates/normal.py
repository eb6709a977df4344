"""The permutation test without permutations, where stories are many: the moments of drawing without replacement.

Where hundreds of stories stand on either side, the numerator less what the denominator leads to expect is a sum over a
simple random sample of each stratum. Its mean, variance and skewness over all arrangements are known exactly (Cochran
1977, Sampling Techniques, chapter 2), and Edgeworth's first term takes the skewness into account (Robinson 1978, Annals
of Statistics 6). Where few stories carry most of the hits the sum is too skewed for that, and arrangements are drawn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats

if TYPE_CHECKING:
    from framing.comparison.estimates.permutation import Part, Table

MANY = 100  # stories of either side
SKEWED = 0.1  # skewness of the sum from which arrangements are drawn
PEAKED = 0.1  # excess kurtosis of the sum from which they are, too: few stories carry all that differs


@dataclass(frozen=True, eq=False)
class Moments:
    """Sums of powers of stories' numerators and denominators, less their centres, by metric: of all stories at once.

    An outlet's stories are then looked at alone, and not those of all the others again for each outlet.
    """

    n: int
    centre: tuple[Floats, Floats]
    powers: dict[tuple[int, int], Floats]

    @classmethod
    def of(cls, top: Floats, bottom: Floats) -> Moments:
        centre = top.mean(axis=0), bottom.mean(axis=0)
        return cls(len(top), centre, _powers(top - centre[0], bottom - centre[1]))

    def without(self, top: Floats, bottom: Floats) -> Moments:
        """The moments of all but these stories."""
        less = _powers(top - self.centre[0], bottom - self.centre[1])
        powers = {key: value - less[key] for key, value in self.powers.items()}
        return Moments(self.n - len(top), self.centre, powers)

    def of_scores(self, chosen: NDArray[np.intp], slope: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """Mean, and sums of the powers two to four around it, of numerators less so many times denominators."""
        sums: list[Floats] = []
        for power in range(1, 5):
            terms = [
                math.comb(power, times) * (-slope) ** times * self.powers[power - times, times][chosen]
                for times in range(power + 1)
            ]
            sums.append(np.sum(terms, axis=0))
        first, second, third, fourth = sums
        middle = first / max(self.n, 1)
        mean = middle + self.centre[0][chosen] - slope * self.centre[1][chosen]
        fourth = fourth - 4 * middle * third + 6 * middle**2 * second - 3 * self.n * middle**4
        third = third - 3 * middle * second + 2 * self.n * middle**3
        return mean, second - self.n * middle**2, third, fourth


def _powers(top: Floats, bottom: Floats) -> dict[tuple[int, int], Floats]:
    """Sums over stories of top^i bottom^j, i + j at most 4, by metric."""
    tops, bottoms = ([side**power for power in range(5)] for side in (top, bottom))
    return {
        (i, j): np.einsum("ij,ij->j", tops[i], bottoms[j]) for i in range(5) for j in range(5 - i) if i or j
    }  # fmt: skip


def normal(part: Part, table: Table, chosen: NDArray[np.intp]) -> tuple[Floats, NDArray[np.bool_]]:
    """Two-sided p of the chosen metrics of a part, and for which of them it holds; none with fewer stories."""
    if min(part.n) < MANY or not len(chosen):
        return np.ones(len(chosen)), np.zeros(len(chosen), bool)
    from scipy.special import ndtr

    shared = part.shared
    known = part.pattern.moments if part.pattern else None
    whole = known or Moments.of(*table.by_story(part.articles, part.metrics))
    main = whole.without(*table.by_story(part.articles[shared], part.metrics))
    n, k = main.n, part.n[0] - len(np.unique(part.story[shared]))
    at = np.ix_(part.articles[part.mine], part.metrics[chosen])
    own = table.part[at].sum(axis=0), table.weight[at].sum(axis=0)
    total = whole.n * whole.centre[0][chosen], whole.n * whole.centre[1][chosen]
    steep = slope(own, total, table.kinds[part.metrics[chosen]] == "rate")
    middle, second, third, fourth = main.of_scores(chosen, steep)
    mean, variance, cubes = k * middle, *spread(n, k, second, third)
    versions = np.flatnonzero(shared)
    order = versions[np.argsort(part.story[versions], kind="stable")]
    for group in np.split(order, np.flatnonzero(np.diff(part.story[order])) + 1):
        if not len(group):
            continue
        at = np.ix_(part.articles[group], part.metrics[chosen])
        scores = table.part[at] - steep * table.weight[at]
        few = int(part.mine[group].sum())
        apart = scores - scores.mean(axis=0)
        mean = mean + few * scores.mean(axis=0)
        more = spread(len(group), few, (apart**2).sum(axis=0), (apart**3).sum(axis=0))
        variance, cubes = variance + more[0], cubes + more[1]
    with np.errstate(divide="ignore", invalid="ignore"):
        z = (own[0] - steep * own[1] - mean) / np.sqrt(variance)
        skewness = cubes / variance**1.5
        peak = (n * fourth / second**2 - 3) / max(1, min(k, n - k))
    bend = skewness * (z**2 - 1) * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi) / 6
    above, below = ndtr(-z) + bend, ndtr(z) - bend
    p = np.clip(2 * np.minimum(above, below), 2 * ndtr(-np.abs(z) - 1.0), 1.0)
    return p, np.isfinite(z) & (np.abs(skewness) <= SKEWED) & ~(peak > PEAKED)


def spread(n: int, k: int, second: Floats, third: Floats) -> tuple[Floats, Floats]:
    """Variance and third central moment of the sum of k of n, drawn without putting back: by sums of powers of all."""
    variance = k * (n - k) / n * second / (n - 1) if 0 < k < n else np.zeros_like(second)
    if not (0 < k < n and n > 2):  # two units lie evenly around their middle
        return variance, np.zeros_like(third)
    return variance, k * (n - k) * (n - 2 * k) / (n * (n - 1) * (n - 2)) * third


def slope(own: tuple[Floats, Floats], all_: tuple[Floats, Floats], rates: NDArray[np.bool_]) -> Floats:
    """By how much the numerator must grow with the denominator for the statistic to stay as it was observed.

    own, all_: numerator and denominator of the outlet, and of all.
    """
    (m, w), (whole, total) = own, all_
    with np.errstate(divide="ignore", invalid="ignore"):
        e = w * whole / total
        odds = (1 / (e + 0.5) + 1 / (whole - e + 0.5)) / (1 / (m + 0.5) + 1 / (whole - m + 0.5)) * whole / total
        means = (m / w**2 + (whole - m) / (total - w) ** 2) / (1 / w + 1 / (total - w))
    return np.asarray(np.where(rates, odds, means))
