"""Outlets by events: what each outlet's own coverage of each event comes to, in every measure."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from framing.comparison.estimates.intervals import describe
from framing.measures.analyser import Metric
from framing.schema import Schema

# One row: an outlet's own coverage of an event, in a measure
CELLS: Schema = {
    "metric": pl.String,
    "event": pl.String,  # name of the event
    "outlet": pl.String,
    "value": pl.Float64,  # in the metric's unit
    "part": pl.Float64,  # its numerator: hits, words, sums
    "weight": pl.Float64,  # its denominator
    "voice": pl.Float64,  # 0..1: 1, less where the outlet's texts are versions of what others print, too
    "articles": pl.UInt32,  # the outlet's own, with a value
}
# One row: an outlet beside the others in one event, in a measure
EVENT_DIFFERENCES: Schema = {
    "metric": pl.String,
    "event": pl.String,  # name of the event
    "outlet": pl.String,
    "value": pl.Float64,
    "other_value": pl.Float64,  # the other outlets' in this event
    "difference": pl.Float64,  # value - other_value
    "effect": pl.Float64,  # ratio of the two for rates (half a hit added), difference otherwise
    "weight": pl.Float64,  # the denominator of the value
    "others": pl.UInt32,  # outlets on the other side
}


def own() -> pl.Expr:
    """Whether an article is its outlet's own work: no copy, and no agency's text."""
    return pl.col("copy_of").is_null() & (pl.col("role") != "agency text")


def cells(metrics: pl.DataFrame, stories: pl.DataFrame, measures: Mapping[str, Metric]) -> pl.DataFrame:
    """`CELLS`: one row for each measure, event and outlet with own coverage of it.

    An outlet's copies of others' texts, and an agency's texts in it, are left out, and so is an outlet that printed
    nothing else. Where several
    outlets print edited copies of one text, each of these counts for its share of one voice: a text is one voice in
    its event, however many print it.

    metrics: `schema.METRICS` with `event`. stories: `schema.STORIES` with `event`.
    """
    voices = stories.filter(own()).with_columns(voice=1 / pl.col("outlet").n_unique().over("event", "story"))
    facts = describe(metrics["metric"].unique().sort().to_list(), measures).select("metric", "scale")
    return (
        metrics.filter(pl.col("value").is_not_null(), pl.col("weight") > 0)
        .join(voices.select("event", "article", "voice"), on=["event", "article"])
        .join(facts, on="metric")
        .group_by("metric", "event", "outlet")
        .agg(
            part=(pl.col("value") * pl.col("weight") * pl.col("scale") * pl.col("voice")).sum(),
            weight=(pl.col("weight") * pl.col("voice")).sum(),
            scale=pl.col("scale").first(),
            voice=pl.col("voice").sum().clip(0, 1),
            articles=pl.len(),
        )
        .with_columns(value=pl.col("part") / pl.col("weight") / pl.col("scale"))
        .sort("metric", "event", "outlet")
        .select(pl.col(name).cast(dtype) for name, dtype in CELLS.items())
    )


def differences(found: pl.DataFrame, measures: Mapping[str, Metric]) -> pl.DataFrame:
    """`EVENT_DIFFERENCES`: each outlet's coverage of each event beside the other outlets' of the same event.

    The others' value is the mean over outlets, each by its voice; of a rate it is their hits over their words, with
    which the ratio goes. Events with one outlet only are left out.

    found: `CELLS`.
    """
    facts = describe(found["metric"].unique().sort().to_list(), measures).select("metric", "kind", "scale")
    key = ["metric", "event"]
    rest = {
        name: expr.sum().over(key) - expr
        for name, expr in {
            "sum": pl.col("value") * pl.col("voice"),
            "voices": pl.col("voice"),
            "parts": pl.col("part"),
            "weights": pl.col("weight"),
        }.items()
    }
    rate = pl.col("kind") == "rate"
    expected = pl.col("parts") / pl.col("weights") * pl.col("weight")
    return (
        found.join(facts, on="metric", maintain_order="left")
        .with_columns(**rest, others=pl.len().over(key) - 1)
        .filter(pl.col("others") > 0)
        .with_columns(
            other_value=pl.when(rate)
            .then(pl.col("parts") / pl.col("weights") / pl.col("scale"))
            .otherwise(pl.col("sum") / pl.col("voices"))
        )
        .with_columns(difference=pl.col("value") - pl.col("other_value"))
        .with_columns(
            effect=pl.when(rate).then((pl.col("part") + 0.5) / (expected + 0.5)).otherwise(pl.col("difference"))
        )
        .sort("metric", "outlet", "event")
        .select(pl.col(name).cast(dtype) for name, dtype in EVENT_DIFFERENCES.items())
    )
