"""How many articles it would take to tell two rates apart."""

from __future__ import annotations

import math

import polars as pl

LEVEL = 0.05
POWER = 0.8


def articles_needed(
    rate: float, words: float, variation: float, times: float = 2.0, power: float = POWER, words_variation: float = 0.5
) -> int:
    """Articles that each of two outlets needs, for one test at 5 % to see one rate `times` the other.

    rate: hits per 1,000 words. words: in an article, on average. variation: between the articles of an
    outlet, the coefficient of variation of their true rates (see `rate_variation`). words_variation: the
    same of their lengths. power: the chance to see the difference.

    The sample size of Zhu and Lakkis (2014) for two negative binomial rates, with the inflation for
    unequal exposure and a quarter of the squared normal quantile for Student's t (Guenther 1981). It is
    for one contrast that was chosen beforehand; among many, more are needed.

    Raises ValueError unless rate, words and power are positive, times positive and not 1.
    """
    from scipy.special import ndtri

    if rate <= 0 or words <= 0 or not 0 < power < 1 or times <= 0 or times == 1:
        raise ValueError("rate and words must be positive, power between 0 and 1, times positive and not 1")
    hits = rate * words / 1_000
    spread = (1 + 1 / times) / hits + 2 * variation**2 * (1 + words_variation**2)
    confident = float(ndtri(1 - LEVEL / 2))
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
