"""How likely a word of one outlet is by chance: articles dealt out anew, or the moments of all ways to do so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats
from framing.comparison.estimates.normal import MANY, Moments, slope, spread
from framing.comparison.estimates.permutation import Part, added, draws

EXACT = 15_000  # arrangements that are all looked at, instead of a sample of them
PERMUTATIONS, REFINED, REFINE_BELOW = 1_999, 39_999, 0.005
MOST_CELLS = 20_000_000  # arrangements times articles that are drawn for an outlet
FEW = 300  # stories up to which a table with all its noughts is quicker
SKEWED = -0.1, 0.5  # skewness of an outlet's hits beyond which arrangements are drawn
FLAT = 0.12  # by how much their kurtosis may differ from that of Pearson's curve


class Deal:
    """One outlet's terms, and how often articles dealt out by chance show each as much more often, or more so.

    terms: line (places in the table) and n (how often the term stands there), lists, a row each. Terms are rare: only
    the articles that have them are looked at.
    """

    def __init__(self, part: Part, terms: pl.DataFrame, words: Floats) -> None:
        self.part = part
        at = np.repeat(np.arange(terms.height), terms["line"].list.len().to_numpy())
        line, n = (terms[name].explode(empty_as_null=False).to_numpy() for name in ("line", "n"))
        shape = terms.height, len(part.first)
        if shape[1] > FEW:
            from scipy.sparse import csr_array

            self.hits = csr_array((n, (at, part.units[line])), shape=shape)
            self.by_unit = self.hits.T.tocsr()
        else:
            self.hits = np.zeros(shape)
            np.add.at(self.hits, (at, part.units[line]), n)
            self.by_unit = self.hits.T
        self.words = added(part.units, words[:, None])[:, 0]
        self.p = np.ones(terms.height)
        self.drawn = np.ones(terms.height, bool)  # p is the share of a sample of arrangements
        self.observed = self._ratio(part.mine[part.first][None, :], np.arange(terms.height))[:, 0]

    def _ratio(self, picked: Any, chosen: NDArray[np.intp]) -> Floats:
        """The statistic of the contrasts (`permutation.statistic`), of terms (rows) and arrangements."""
        from scipy.sparse import issparse

        drawn = picked if issparse(picked) else picked.astype(np.float64)
        found = drawn @ self.by_unit[:, chosen]
        hits = (found.toarray() if issparse(found) else found).T
        whole = np.asarray(self.hits[chosen].sum(axis=1))[:, None]
        expected = whole * (drawn @ self.words / self.words.sum())
        return np.asarray((hits + 0.5) * (whole - expected + 0.5) / ((expected + 0.5) * (whole - hits + 0.5)))

    def above(self, picked: Any, chosen: NDArray[np.intp]) -> NDArray[np.int64]:
        """Arrangements in which each chosen term's ratio is at least the observed one; ties stay ties."""
        bar = self.observed[chosen, None] * (1 - 1e-9)
        return np.asarray((self._ratio(picked, chosen) >= bar).sum(axis=1))

    def by_moments(self) -> None:
        """p of the terms whose hits follow a Pearson curve of type III, where stories are many.

        Mean, variance and skewness over all arrangements are known exactly (Mielke and Berry 2007, Permutation Methods,
        chapter 2). Hits are whole numbers, which `_step` takes into account. A term that few stories have most of does
        not follow the curve, and is drawn. Where almost every story that has the term is the outlet's, p errs upwards.
        """
        if min(self.part.n) < MANY:
            return
        from scipy.sparse import csr_array

        part, words, hits = self.part, self.words, csr_array(self.hits)
        mine, shared = part.mine[part.first], part.shared[part.first]
        m, whole = hits @ mine.astype(float), np.asarray(hits.sum(axis=1))
        own, every = (m, np.full(len(m), words[mine].sum())), (whole, np.full(len(m), words.sum()))
        steep = slope(own, every, np.full(len(m), True))
        n, k = int((~shared).sum()), int((mine & ~shared).sum())
        middle, second, third, fourth = _moments(hits, words, ~shared).of_scores(np.arange(len(m)), steep)
        mean, variance, cubes = k * middle, *spread(n, k, second, third)
        for group, few in part.strata:
            if not shared[group[0]]:
                continue
            scores = hits[:, group].toarray() - steep[:, None] * words[group]
            apart = scores - scores.mean(axis=1, keepdims=True)
            more = spread(len(group), few, (apart**2).sum(axis=1), (apart**3).sum(axis=1))
            mean, variance, cubes = mean + few * scores.mean(axis=1), variance + more[0], cubes + more[1]
        with np.errstate(divide="ignore", invalid="ignore"):
            share = k / max(n, 1)
            beyond = steep * (words[mine & ~shared].sum() - share * words[~shared].sum())
            blur = steep * np.sqrt(n * share * (1 - share)) * words[~shared].std()
            z = (m - steep * own[1] - mean + _step(-beyond, blur)) / np.sqrt(variance)
            skewness = cubes / variance**1.5
            peak = n * fourth / second**2 * (1 - 6 * share * (1 - share)) / (n * share * (1 - share))
            fits = (
                np.isfinite(z)
                & (skewness >= SKEWED[0])
                & (skewness <= SKEWED[1])
                & (np.abs(peak - 1.5 * skewness**2) <= FLAT)
            )
        self.p[fits] = above(z[fits], skewness[fits])
        self.drawn = ~fits


def above(z: Floats, skewness: Floats) -> Floats:
    """Upper tail of Pearson's curve of type III: a gamma distribution, moved and scaled; normal without skewness."""
    from scipy.special import gammainc, gammaincc, ndtr

    known = np.where(np.abs(skewness) > 1e-4, skewness, 1.0)
    shape = 4 / known**2
    place = np.maximum(0.0, shape + np.sign(known) * z * np.sqrt(shape))
    tail = np.where(known > 0, gammaincc(shape, place), gammainc(shape, place))
    return np.asarray(np.where(np.abs(skewness) > 1e-4, tail, ndtr(-z)))


def _step(place: Floats, blur: Floats) -> Floats:
    """By how much a smooth curve is to be read further on than a stair whose steps are of one hit.

    Articles of unlike length blur the stair: the mean of ceil(u) - 1/2 - u over normal u around `place`, by its Fourier
    series. Half a hit back where all are equally long, nothing where they blur it wholly.
    """
    waves = np.arange(1, 41)[:, None]
    series = np.sin(2 * np.pi * waves * place) / (np.pi * waves) * np.exp(-2 * (np.pi * waves * blur) ** 2)
    return np.asarray(np.where(blur > 1e-6, series.sum(axis=0), -0.5))


def _moments(hits: Any, words: Floats, kept: NDArray[np.bool_]) -> Moments:
    """`Moments` of each term's hits and of words over the stories that are kept."""
    count, n = hits.shape[0], int(kept.sum())
    centre = words[kept].mean() if n else 0.0
    apart = np.where(kept, words - centre, 0.0)
    term = np.repeat(np.arange(count), np.diff(hits.indptr))
    data, at = hits.data * kept[hits.indices], apart[hits.indices]
    powers = {(0, j): np.full(count, (apart**j).sum()) for j in range(1, 5)}
    for i in range(1, 5):
        powers |= {(i, j): np.bincount(term, data**i * at**j, minlength=count) for j in range(5 - i)}
    return Moments(n, (np.zeros(count), np.full(count, centre)), powers)


def deal_out(deals: Sequence[Deal], width: int, seed: int) -> None:
    """Fill in p of every outlet's terms; all outlets share the random numbers."""
    for deal in deals:
        if deal.part.arrangements <= EXACT:
            deal.p = deal.above(deal.part.all_arrangements(), np.arange(len(deal.p))) / deal.part.arrangements
            deal.drawn[:] = False
        else:
            deal.by_moments()
    # A p that was drawn small is estimated again from more arrangements, fresh ones; as many as time allows.
    more = min(REFINED, max(PERMUTATIONS, MOST_CELLS // max(1, width)))
    for turn, times in enumerate((PERMUTATIONS, more)):
        left = [(deal, np.flatnonzero(deal.drawn & (deal.p <= (REFINE_BELOW if turn else 1.0)))) for deal in deals]
        left = [(deal, chosen) for deal, chosen in left if len(chosen)]
        counts = [np.zeros(len(chosen)) for _, chosen in left]
        random = np.random.default_rng([seed, 2, turn])
        for each in draws([deal.part for deal, _ in left], width, random, times):
            for picked, (deal, chosen), count in zip(each, left, counts, strict=True):
                count += deal.above(picked, chosen)
        for (deal, chosen), count in zip(left, counts, strict=True):
            deal.p[chosen] = (count + 1) / (times + 1)
