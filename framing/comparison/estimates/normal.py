"""The permutation test without permutations, where stories are many: the moments of drawing without replacement.

Where hundreds of stories stand on either side, the numerator less what the denominator leads to expect is a sum over a
simple random sample of each stratum. Its mean, variance and skewness over all arrangements are known exactly (Cochran
1977, Sampling Techniques, chapter 2), and Edgeworth's first term takes the skewness into account (Robinson 1978, Annals
of Statistics 6). Where few stories carry most of the hits the sum is too skewed for that, and arrangements are drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats

if TYPE_CHECKING:
    from framing.comparison.estimates.permutation import Part, Table

MANY = 100  # stories of either side
SKEWED = 0.1  # skewness of the sum from which arrangements are drawn


def normal(part: Part, table: Table, chosen: NDArray[np.intp]) -> tuple[Floats, NDArray[np.bool_]]:
    """Two-sided p of the chosen metrics of a part, and for which of them it holds; none with fewer stories."""
    if min(part.n) < MANY or not len(chosen):
        return np.ones(len(chosen)), np.zeros(len(chosen), bool)
    from scipy.special import ndtr

    top, bottom = part.totals(table, chosen)
    mine = part.mine[part.first]
    slope = _slope(top, bottom, mine, table.kinds[part.metrics[chosen]] == "rate")
    scores = top - slope * bottom
    mean, variance, third = np.zeros((3, len(chosen)))
    for group, k in part.strata:
        n = len(group)
        here = scores[group]
        middle = here.mean(axis=0)
        apart = here - middle
        mean += k * middle
        if 0 < k < n:
            variance += k * (n - k) / n * (apart**2).sum(axis=0) / (n - 1)
        if 0 < k < n and n > 2:  # two units lie evenly around their middle
            third += k * (n - k) * (n - 2 * k) / (n * (n - 1) * (n - 2)) * (apart**3).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = (scores[mine].sum(axis=0) - mean) / np.sqrt(variance)
        skewness = third / variance**1.5
    bend = skewness * (z**2 - 1) * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi) / 6
    above, below = ndtr(-z) + bend, ndtr(z) - bend
    p = np.clip(2 * np.minimum(above, below), 2 * ndtr(-np.abs(z) - 1.0), 1.0)
    return p, np.isfinite(z) & (np.abs(skewness) <= SKEWED)


def _slope(top: Floats, bottom: Floats, mine: NDArray[np.bool_], rates: NDArray[np.bool_]) -> Floats:
    """By how much the numerator must grow with the denominator for the statistic to stay as it was observed."""
    m, w = top[mine].sum(axis=0), bottom[mine].sum(axis=0)
    whole, total = top.sum(axis=0), bottom.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        e = w * whole / total
        odds = (1 / (e + 0.5) + 1 / (whole - e + 0.5)) / (1 / (m + 0.5) + 1 / (whole - m + 0.5)) * whole / total
        means = (m / w**2 + (whole - m) / (total - w) ** 2) / (1 / w + 1 / (total - w))
    return np.asarray(np.where(rates, odds, means))
