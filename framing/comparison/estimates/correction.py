"""What a rate or share would be if the measure made no mistakes."""

from __future__ import annotations

import math
from collections.abc import Mapping

import polars as pl

from framing.coding.agreement import Accuracy
from framing.comparison.estimates.intervals import RATE_SCALE, SHARE_SCALE
from framing.measures.analyser import Metric
from framing.schema import Schema

# One row: a measure of an outlet, beside what it would be without the measure's mistakes.
CORRECTIONS: Schema = {
    "metric": pl.String,
    "outlet": pl.String,
    "value": pl.Float64,  # as measured
    "low": pl.Float64,
    "high": pl.Float64,
    "basis": pl.String,
    "corrected": pl.Float64,
    "corrected_low": pl.Float64,
    "corrected_high": pl.Float64,
}


def corrections(
    outlets: pl.DataFrame, measures: Mapping[str, Metric], accuracy: Mapping[str, Accuracy]
) -> pl.DataFrame:
    """Outlets' values beside what they would be without the measure's mistakes: `CORRECTIONS`.

    accuracy: of measures that were coded in this corpus (`framing validate`). It is about sentences, so rates of hits
    and shares of sentences alone are corrected, of those with an interval: a share of words is not. A measure that
    found nothing of what coders found has no correction.
    """
    rows = []
    for row in outlets.drop_nulls(["value", "low", "high"]).sort("metric", "outlet").iter_rows(named=True):
        known = accuracy.get(row["metric"])
        measure = measures.get(row["metric"])
        if known is None or measure is None or known.recall == 0:
            continue
        if measure.kind == "rate" or (measure.kind == "share" and measure.weight == "sentences"):
            most = RATE_SCALE if measure.kind == "rate" else SHARE_SCALE
            found = corrected(row["value"], row["low"], row["high"], known, most)
            rows.append((*(row[name] for name in ("metric", "outlet", "value", "low", "high", "basis")), *found))
    return pl.DataFrame(rows, schema=dict(CORRECTIONS), orient="row")


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
