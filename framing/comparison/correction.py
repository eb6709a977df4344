"""What a rate or share would be if the measure made no mistakes."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Accuracy:
    """How well a measure found what coders found, in this corpus.

    precision: share of its hits that coders confirm, of `coded_hits` looked at; recall: share of what
    coders found that it found, of `coded_cases`.
    """

    precision: float
    recall: float
    coded_hits: int
    coded_cases: int


def corrected(
    value: float, low: float, high: float, accuracy: Accuracy, most: float = 1_000.0
) -> tuple[float, float, float]:
    """A rate or share with its 95 % interval, corrected for misclassification: value, low, high.

    True cases are hits x precision / recall: Rogan and Gladen's (1978) correction written with precision
    in the place of specificity, which counts of hits do not have. The interval joins that of the value
    with the delta-method errors of log precision and log recall, each from a proportion with one success
    and one failure added (Lang and Reiczigel 2014); taken as independent, which errs on the wide side.
    Precision depends on how common the thing is, so it must come from the same corpus. The ratio of two
    outlets is not changed where both are measured alike.

    most: bound of the scale (1,000 for a rate, 100 for a share).

    Raises ValueError for a precision or recall outside [0, 1], recall 0, or nothing coded.
    """
    from scipy.special import ndtri

    proportions = (accuracy.precision, accuracy.recall)
    if not all(0 <= share <= 1 for share in proportions) or accuracy.recall == 0:
        raise ValueError("precision and recall lie between 0 and 1, and recall is not 0")
    if min(accuracy.coded_hits, accuracy.coded_cases) < 1:
        raise ValueError("precision and recall need at least one coded passage each")
    smooth = [
        (share * n + 1) / (n + 2)
        for share, n in zip(proportions, (accuracy.coded_hits, accuracy.coded_cases), strict=True)
    ]
    variance = sum(
        (1 - share) / (share * (n + 2))
        for share, n in zip(smooth, (accuracy.coded_hits, accuracy.coded_cases), strict=True)
    )
    error = float(ndtri(0.975)) * math.sqrt(variance)
    factor, centre = accuracy.precision / accuracy.recall, smooth[0] / smooth[1]
    point = min(most, value * factor)
    # A value of 0 has no logarithm: the upper limit stands in for it, widened by the error of the factor alone.
    middle = value if value > 0 else high
    bottom = middle * centre * math.exp(-math.hypot(math.log(middle / low), error)) if low > 0 else 0.0
    top = middle * centre * math.exp(math.hypot(math.log(high / middle), error)) if middle > 0 else 0.0
    return point, min(point, bottom), min(most, max(point, top))
