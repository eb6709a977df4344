"""How many articles it would take to tell two rates apart."""

from __future__ import annotations

import math

import polars as pl

LEVEL = 0.05
POWER = 0.8


def articles_needed(
    rate: float,
    words: float,
    variation: float,
    times: float = 2.0,
    power: float = POWER,
    words_variation: float = 0.5,
    outlets: int = 2,
    measures: int = 1,
) -> int:
    """Articles that each outlet needs for one of them, at `times` the others' rate, to be told apart.

    rate: hits per 1,000 words. words: in an article, on average. variation: between the articles of an
    outlet, the coefficient of variation of their true rates (see `rate_variation`). words_variation: the
    same of their lengths. power: the chance to see the difference. outlets: how many are compared, of which the
    outlet is one. measures: how many are corrected together. The level of a single comparison is 5 % divided by
    both numbers (by neither where they are 2 and 1): what the tests of `differences.py` ask for at worst.

    The sample size of Zhu and Lakkis (2014) for two negative binomial rates, with the inflation for
    unequal exposure, the others' articles pooled, and a quarter of the squared normal quantile for Student's t
    (Guenther 1981).

    Raises ValueError unless rate, words and power are positive, times positive and not 1, outlets two or more.
    """
    from scipy.special import ndtri

    if rate <= 0 or words <= 0 or not 0 < power < 1 or times <= 0 or times == 1:
        raise ValueError("rate and words must be positive, power between 0 and 1, times positive and not 1")
    if outlets < 2 or measures < 1:
        raise ValueError("it takes two outlets and one measure")
    hits = rate * words / 1_000
    others = outlets - 1
    between = variation**2 * (1 + words_variation**2)
    spread = (1 / others + 1 / times) / hits + (1 + 1 / others) * between
    level = LEVEL / (1 if outlets == 2 else outlets) / measures
    confident = float(ndtri(1 - level / 2))
    needed = (confident + float(ndtri(power))) ** 2 * spread / math.log(times) ** 2 + confident**2 / 4
    return max(2, math.ceil(needed))


def rate_variation(units: pl.DataFrame) -> float:
    """Coefficient of variation of true rates between articles, counting noise taken out (moments).

    units: part (hits) and weight of each story, outlet, of one metric (see `outlets.story_totals`); the
    variation is that around each outlet's own rate. 0 where the hits vary no more than chance would have it.
    """
    mean = (pl.col("part").sum() / pl.col("weight").sum()).over("outlet") * pl.col("weight")
    n = pl.len().over("outlet")
    frame = units.filter(n > 1).select(
        excess=(pl.col("part") - mean) ** 2 * n / (n - 1) - mean,
        square=mean**2,
    )
    square = float(frame["square"].sum())
    return math.sqrt(max(0.0, float(frame["excess"].sum()) / square)) if square > 0 else 0.0
