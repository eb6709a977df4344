"""How well two codings agree: precision, recall, F1, Krippendorff's alpha, Cohen's kappa, with intervals.

Codings are arrays of numbers, one place for each unit. A table of counts has the gold coding in its rows
and the other in its columns; whatever takes one takes a stack of them too (any leading axes).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Level = Literal["nominal", "ordinal", "interval"]
_DRAWS = 2_000
_AT_ONCE = 100  # resamples held in memory together


@dataclass(frozen=True)
class Estimate:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Accuracy:
    """How well a measure found what coders found, in one corpus.

    precision: share of the sentences it hits that coders confirm, of `coded_hits` looked at; recall: share of
    what coders found that it found, as sure as one of `coded_cases` plainly sampled cases. f1, alpha
    (Krippendorff's, of the measure and the coders): null where undefined. n: sentences coded. fingerprint: of the
    measure that was coded. Of several coders among themselves: coders_alpha with its interval (each half of the sheet
    by its size in the event), coders_plain (the sentences of the sheet alike), coders_kinds (plain, of the kinds that
    they wrote; null where they wrote none), coders_agreement (share of pairs of codes that are the same).
    """

    precision: float
    recall: float
    coded_hits: int
    coded_cases: int
    n: int = 0
    precision_interval: tuple[float, float] = (0.0, 1.0)
    recall_interval: tuple[float, float] = (0.0, 1.0)
    f1: Estimate | None = None
    alpha: Estimate | None = None
    coders: int = 1
    coders_alpha: float | None = None
    coders_interval: tuple[float, float] | None = None
    coders_plain: Estimate | None = None
    coders_kinds: Estimate | None = None
    coders_agreement: float | None = None
    fingerprint: str = ""


def tables(gold: npt.ArrayLike, found: npt.ArrayLike, classes: int = 2, groups: npt.ArrayLike | None = None) -> Floats:
    """A table of counts for each group of units (each unit, if left out); classes are numbered from 0."""
    rows, columns = np.asarray(gold, dtype=np.int64), np.asarray(found, dtype=np.int64)
    names = np.arange(len(rows)) if groups is None else np.unique(np.asarray(groups), return_inverse=True)[1]
    counts: Floats = np.zeros((int(names.max(initial=-1)) + 1, classes, classes))
    np.add.at(counts, (names, rows, columns), 1.0)
    return counts


def precision(counts: Floats) -> Floats:
    """Of what was found (class 1), the share that is gold. NaN where nothing was found."""
    return _share(counts[..., 1, 1], counts[..., :, 1].sum(-1))


def recall(counts: Floats) -> Floats:
    """Of what is gold (class 1), the share that was found. NaN where nothing is gold."""
    return _share(counts[..., 1, 1], counts[..., 1, :].sum(-1))


def f1(counts: Floats) -> Floats:
    """Harmonic mean of precision and recall of class 1. NaN where nothing is gold or found."""
    return _f1(counts, 1)


def macro_f1(counts: Floats) -> Floats:
    """Mean of the F1 of each class; a class that is neither gold nor found counts 0."""
    each = np.stack([np.nan_to_num(_f1(counts, number)) for number in range(counts.shape[-1])])
    mean: Floats = each.mean(0)
    return mean


def accuracy(counts: Floats) -> Floats:
    """Share of units on which both agree."""
    return _share(np.trace(counts, axis1=-2, axis2=-1), counts.sum((-2, -1)))


def kappa(counts: Floats) -> Floats:
    """Cohen's (1960) kappa of two coders. NaN where chance alone would agree throughout."""
    total = counts.sum((-2, -1))
    chance = _share((counts.sum(-1) * counts.sum(-2)).sum(-1), total**2)
    return _share(accuracy(counts) - chance, 1 - chance)


def moments(x: npt.ArrayLike, y: npt.ArrayLike, groups: npt.ArrayLike | None = None) -> Floats:
    """For each group of units what `pearson` needs: n and the sums of x, y, x², y² and xy."""
    a, b = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    names = np.arange(len(a)) if groups is None else np.unique(np.asarray(groups), return_inverse=True)[1]
    sums: Floats = np.zeros((int(names.max(initial=-1)) + 1, 6))
    np.add.at(sums, names, np.stack([np.ones_like(a), a, b, a * a, b * b, a * b], axis=1))
    return sums


def pearson(sums: Floats) -> Floats:
    """Pearson's r, from `moments`. NaN where one side does not vary."""
    n, x, y, xx, yy, xy = np.moveaxis(sums, -1, 0)
    spread = np.clip(n * xx - x * x, 0, None) * np.clip(n * yy - y * y, 0, None)
    return _share(n * xy - x * y, np.sqrt(spread))


def bootstrap(parts: Floats, figure: Callable[[Floats], Floats], seed: int = 1, draws: int = _DRAWS) -> Estimate:
    """A figure of summed parts with its percentile interval over resampled parts (Efron 1979).

    parts: one table (or row of sums) for each unit that is drawn as a whole: an article, say, with all its
    sentences. figure: takes the sum over parts. Raises ValueError without parts.
    """
    size = len(parts)
    if not size:
        raise ValueError("there is nothing to resample")
    random, flat = np.random.default_rng(seed), parts.reshape(size, -1)
    found = []
    for done in range(0, draws, _AT_ONCE):
        times = random.multinomial(size, np.full(size, 1 / size), min(_AT_ONCE, draws - done)).astype(np.float64)
        found.append(figure((times @ flat).reshape(-1, *parts.shape[1:])))
    low, high = np.nanquantile(np.concatenate(found), (0.025, 0.975))
    return Estimate(float(figure(parts.sum(0))), float(low), float(high))


def resample(
    groups: npt.ArrayLike, figure: Callable[[npt.NDArray[np.int64]], float], seed: int = 1, draws: int = 1_000
) -> Estimate:
    """A figure of rows with its percentile interval over resampled groups of rows: for figures that are no sums.

    groups: the group of each row (its story, its document); a group is drawn whole. figure: takes row numbers.
    Raises ValueError without rows.
    """
    names = np.unique(np.asarray(groups), return_inverse=True)[1]
    if not len(names):
        raise ValueError("there is nothing to resample")
    order = np.argsort(names, kind="stable")
    rows_of = np.split(order, np.cumsum(np.bincount(names))[:-1])
    random = np.random.default_rng(seed)
    found = [
        figure(np.concatenate([rows_of[group] for group in random.integers(0, len(rows_of), len(rows_of))]))
        for _ in range(draws)
    ]
    low, high = np.nanquantile(found, (0.025, 0.975))
    return Estimate(figure(order), float(low), float(high))


def auc(gold: npt.ArrayLike, value: npt.ArrayLike) -> float:
    """Chance that a case has a larger value than a unit that is none, ties half. NaN where there are only such or such.

    The area under the curve of true against false positives (Hanley and McNeil 1982).
    """
    from scipy.stats import rankdata

    case, values = np.asarray(gold, dtype=bool), np.asarray(value, dtype=np.float64)
    cases = int(case.sum())
    others = len(case) - cases
    if not cases or not others:
        return float("nan")
    return float((rankdata(values)[case].sum() - cases * (cases + 1) / 2) / (cases * others))


def rank_correlation(x: npt.ArrayLike, y: npt.ArrayLike) -> float:
    """Spearman's rank correlation, ties at their mean rank. NaN where one side does not vary."""
    from scipy.stats import rankdata

    return float(pearson(moments(rankdata(np.asarray(x)), rankdata(np.asarray(y))).sum(0)))


def krippendorff_alpha(
    codes: Sequence[npt.ArrayLike], level: Level = "nominal", weights: npt.ArrayLike | None = None
) -> float | None:
    """Krippendorff's (2011) alpha: 1 perfect agreement, 0 what chance gives.

    codes: one row for each coder, a number for each unit, NaN where a coder left one out. weights: of the
    units, where they were sampled with unequal chances; only their proportions matter. None where it is
    undefined: no unit has two codes, or all codes are the same.
    """
    ratings = np.asarray(codes, dtype=np.float64)
    coded = (~np.isnan(ratings)).sum(0)
    ratings, coded, paired = ratings[:, coded >= 2], coded[coded >= 2], coded >= 2
    if not ratings.size:
        return None
    weight = np.ones(len(coded)) if weights is None else np.asarray(weights, dtype=np.float64)[paired]
    weight = weight / weight.mean()
    values = np.unique(ratings[~np.isnan(ratings)])
    counts = (ratings[:, :, None] == values).sum(0).astype(np.float64)  # units x values
    scaled = counts * (weight / (coded - 1))[:, None]
    together = scaled.T @ counts - np.diag(scaled.sum(0))
    each = together.sum(1)
    distance = _distance(values, each, level)
    expected = float(each @ distance @ each)
    if expected == 0:
        return None
    return 1 - float((each.sum() - 1) * (together * distance).sum()) / expected


def alpha_interval(
    codes: Sequence[npt.ArrayLike],
    level: Level = "nominal",
    weights: npt.ArrayLike | None = None,
    seed: int = 1,
    draws: int = 1_000,
) -> Estimate | None:
    """Krippendorff's alpha with its percentile interval over resampled units (columns, with their weights).

    None where it is undefined; a draw in which all codes are the same says nothing and is left out.
    """
    value = krippendorff_alpha(codes, level, weights)
    if value is None:
        return None
    ratings = np.asarray(codes, dtype=np.float64)
    weight = np.ones(ratings.shape[1]) if weights is None else np.asarray(weights, dtype=np.float64)
    random = np.random.default_rng(seed)
    drawn = (random.integers(0, len(weight), len(weight)) for _ in range(draws))
    found = [krippendorff_alpha(list(ratings[:, units]), level, weight[units]) for units in drawn]
    low, high = np.quantile([one for one in found if one is not None] or [value], (0.025, 0.975))
    return Estimate(value, min(value, float(low)), max(value, float(high)))


def pairs_agree(codes: Sequence[npt.ArrayLike]) -> float | None:
    """Share of all pairs of codes of one unit that are the same; None where no unit has two."""
    ratings = np.asarray(codes, dtype=np.float64)
    one, two = np.triu_indices(len(ratings), 1)
    both = ~np.isnan(ratings[one]) & ~np.isnan(ratings[two])
    return float((ratings[one] == ratings[two])[both].mean()) if both.any() else None


def nominal_alpha(coincidences: Floats) -> Floats:
    """Krippendorff's nominal alpha from tables of coincidences. NaN where all codes are the same."""
    each = coincidences.sum(-1)
    codes = each.sum(-1)
    apart = codes - np.trace(coincidences, axis1=-2, axis2=-1)
    return 1 - _share((codes - 1) * apart, codes**2 - (each**2).sum(-1))


def from_strata(
    hits: tuple[int, int, float], others: tuple[int, int, float], seed: int = 1
) -> tuple[Estimate, Estimate, Estimate, Estimate | None, int]:
    """Precision, recall, F1 and alpha from a sample of hits and one of the rest; and the recall's worth in cases.

    hits, others: for sentences with and without a hit, how many there are, how many were coded, how many of these
    the coders found to be cases (half a case where they are divided). A hit is far likelier to be drawn than another
    sentence, so each stratum counts by its size, not by its sample (Horvitz and Thompson 1952): cases missed are the
    rest's size times the rest's share of cases. Intervals: Jeffreys' own for precision, and for the others 20,000
    draws of both shares from their Jeffreys posteriors, which hold for shares of 0 and 1 too (Brown, Cai and DasGupta
    2001). The last number is how many plainly sampled cases would give the recall as surely.

    Raises ValueError for a stratum that has sentences of which none was coded, or no case at all.
    """
    from scipy.special import betaincinv

    (size, coded, cases), (rest, rest_coded, rest_cases) = hits, others
    if coded < 1 or (rest and rest_coded < 1) or not size:
        raise ValueError("precision and recall need coded sentences with a hit and without one")
    if not cases and not rest_cases:
        raise ValueError("the coders found no case at all")
    random = np.random.default_rng(seed)
    shares = random.beta(cases + 0.5, coded - cases + 0.5, 20_000)
    missed = random.beta(rest_cases + 0.5, rest_coded - rest_cases + 0.5, 20_000) if rest else np.zeros(20_000)
    share, miss = cases / coded, rest_cases / rest_coded if rest else 0.0

    def counts(p: float | Floats, q: float | Floats) -> Floats:
        p, q = np.asarray(p, dtype=np.float64), np.asarray(q, dtype=np.float64)
        gold = [np.stack([rest * (1 - q), size * (1 - p)], -1), np.stack([rest * q, size * p], -1)]
        return np.stack(gold, -2)

    def estimate(figure: Callable[[Floats], Floats]) -> Estimate:
        value = float(figure(counts(share, miss)))
        low, high = np.nanquantile(figure(counts(shares, missed)), (0.025, 0.975))
        return Estimate(value, min(value, float(low)), max(value, float(high)))

    drawn = recall(counts(shares, missed))
    middle, spread = float(drawn.mean()), float(drawn.var())
    worth = max(1, int(middle * (1 - middle) / spread) - 2 if spread > 0 else int(cases))
    chance_corrected = estimate(_alpha_of_two(coded + rest_coded)) if rest else None
    exact = betaincinv(cases + 0.5, coded - cases + 0.5, (0.025, 0.975))
    confirmed = Estimate(share, min(share, float(exact[0])), max(share, float(exact[1])))
    return confirmed, estimate(recall), estimate(f1), chance_corrected, worth


def _alpha_of_two(units: int) -> Callable[[Floats], Floats]:
    """Krippendorff's nominal alpha of two coders from their table, scaled to so many units."""

    def figure(counts: Floats) -> Floats:
        scaled = counts * (units / counts.sum((-2, -1)))[..., None, None]
        return nominal_alpha(scaled + np.swapaxes(scaled, -2, -1))

    return figure


def _distance(values: Floats, each: Floats, level: Level) -> Floats:
    """Squared distance of every two values."""
    if level == "interval":
        return (values[:, None] - values[None, :]) ** 2
    apart = 1 - np.eye(len(values))
    if level == "nominal":
        return apart
    below = np.cumsum(each) - each / 2
    return apart * (below[:, None] - below[None, :]) ** 2


def _f1(counts: Floats, number: int) -> Floats:
    both = counts[..., number, :].sum(-1) + counts[..., :, number].sum(-1)
    return _share(2 * counts[..., number, number], both)


def _share(part: npt.ArrayLike, whole: npt.ArrayLike) -> Floats:
    """part / whole; NaN where the whole is 0."""
    top, bottom = np.asarray(part, dtype=np.float64), np.asarray(whole, dtype=np.float64)
    return np.where(bottom == 0, np.nan, top / np.where(bottom == 0, 1, bottom))
