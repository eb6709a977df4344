"""An outlet's value for each metric, with an interval that says what it rests on.

The unit is the story, not the sentence: an article, or several articles of one outlet that share
text. An outlet speaks by its own work; copies of another article are left out, unless it printed
nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from framing.comparison.estimates.intervals import add_limits, degrees_of_freedom, describe
from framing.errors import ComparisonError
from framing.measures.analyser import Metric
from framing.schema import METRICS, OUTLETS, conform

PRIOR = 4.0  # articles' worth of trust in the other outlets' variance


def outlets(
    metrics: pl.DataFrame,
    measures: Mapping[str, Metric],
    stories: pl.DataFrame,
    within: pl.DataFrame | None = None,
    moderate: bool = False,
) -> pl.DataFrame:
    """`schema.OUTLETS`: one row for each outlet and metric, in the metric's unit.

    The value is the weight-weighted mean over the outlet's own articles, so a rate is total hits over
    total weight. `low` and `high` bound the 95 % interval on this `basis`:

    articles   two or more stories: the ratio estimator's linearised standard error between stories,
               with the small-sample correction of Bell and McCaffrey (2002), and Student's t at n - 1
               degrees of freedom, fewer where articles differ in length
    sentences  one article: the interval inside that article (from `within`), no word on the outlet
    copy       all the outlet's articles are copies of others: a value (each story once), no interval
    none       no value, or one story without an interval

    `articles` counts the outlet's articles with a value, copies included; `n` the independent stories
    that the value rests on. Value null: no article has one.

    metrics: `schema.METRICS`. measures: each metric's declaration. stories: article, story, copy_of
    (key of the source, else null); an article that is missing there is a story of its own.
    within: article, metric, low, high (see `within.py`).

    moderate: lend each outlet's variance between stories the mean of all outlets' (see `moderated`): shorter
    intervals for few articles, on the assumption that outlets vary alike.

    Raises UnknownNameError for a metric that `measures` lacks, ComparisonError if `stories` names an
    article twice.
    """
    units = story_totals(metrics, measures, stories)
    weight, part = pl.col("weight").sum(), pl.col("part").sum()
    residual = pl.col("part") - part / weight * pl.col("weight")
    share = pl.col("weight") / weight
    spread = (residual**2 / (1 - share)).sum()
    n = pl.len()
    estimates = (
        units.group_by("metric", "outlet")
        .agg(
            value=part / weight / pl.col("scale").first(),
            se=pl.when(n > 1).then(spread.sqrt() / weight / pl.col("scale").first()),
            df=pl.when(n > 1).then(degrees_of_freedom(share, pl.Expr.sum)),
            weight=weight,
            size=1 / (share**2).sum(),
            n=n,
            copy=pl.col("copy").first(),
            article=pl.when(pl.col("versions").sum() == 1).then(pl.col("article").first()),
        )
        .with_columns(pl.when("copy").then(None).otherwise(pl.col("se")).alias("se"))
    )
    if moderate:
        estimates = moderated(estimates, measures)
    estimates = add_limits(estimates, measures)
    alone = (pl.col("n") == 1) & ~pl.col("copy")
    if within is not None:
        inside = within.select("article", "metric", inside_low="low", inside_high="high")
        estimates = estimates.join(inside, on=["article", "metric"], how="left").with_columns(
            low=pl.when(alone).then("inside_low").otherwise("low"),
            high=pl.when(alone).then("inside_high").otherwise("high"),
        )
    counts = metrics.group_by("metric", "outlet").agg(articles=_measured().sum())
    basis = (
        pl.when(pl.col("value").is_null())
        .then(pl.lit("none"))
        .when("copy")
        .then(pl.lit("copy"))
        .when(pl.col("n") > 1)
        .then(pl.lit("articles"))
        .when(pl.col("low").is_not_null())
        .then(pl.lit("sentences"))
        .otherwise(pl.lit("none"))
    )
    frame = (
        counts.join(estimates, on=["metric", "outlet"], how="left")
        .with_columns(basis=basis, n=pl.col("n").fill_null(0))
        .sort("metric", "outlet")
    )
    return conform(frame, OUTLETS, "outlets")


def moderated(estimates: pl.DataFrame, measures: Mapping[str, Metric]) -> pl.DataFrame:
    """Standard errors whose variance is shrunk to the mean of the outlets', as if that were `PRIOR` more articles.

    Variance between stories is taken as relative to the value for rates (half a hit added), as it is
    otherwise; degrees of freedom grow by `PRIOR` (Smyth 2004, with the prior's weight fixed). It assumes that
    outlets vary alike: an outlet that varies more than the others gets an interval that covers too seldom.

    estimates: metric, outlet, value, se, df, weight, size (of equally long stories).
    """
    facts = describe(estimates["metric"].unique().sort().to_list(), measures).select("metric", "kind", "scale")
    base = (
        pl.when(pl.col("kind") == "rate")
        .then(pl.col("value") + 0.5 / (pl.col("weight") * pl.col("scale")))
        .otherwise(1.0)
    )
    variance = (pl.col("se") / pl.col("base")) ** 2 * pl.col("size")
    known = pl.col("se").is_not_null() & (pl.col("df") > 0)
    pooled = (variance * pl.col("df")).filter(known).sum() / pl.col("df").filter(known).sum()
    lent = (PRIOR * pooled.over("metric") + pl.col("df") * variance) / (PRIOR + pl.col("df"))
    return (
        estimates.join(facts, on="metric", how="left", maintain_order="left")
        .with_columns(base=base)
        .with_columns(
            se=pl.when(known).then((lent / pl.col("size")).sqrt() * pl.col("base")),
            df=pl.when(known).then(pl.col("df") + PRIOR),
        )
        .drop("kind", "scale", "base")
    )


def story_totals(metrics: pl.DataFrame, measures: Mapping[str, Metric], stories: pl.DataFrame) -> pl.DataFrame:
    """What each outlet has on each story.

    Columns: metric, outlet, story, copy, scale, part, weight, versions (articles), article (the first).
    `part` is the numerator over the story's articles, `weight` its denominator. Copies are left out;
    where an outlet has nothing else (`copy`), each story is the mean of its copies, so that it counts once.
    """
    facts = describe(metrics["metric"].unique().sort().to_list(), measures).select("metric", "scale")
    own = pl.col("copy_of").is_null()
    rows = with_stories(metrics, stories).filter(_measured(), own | pl.col("copy")).drop("copy_of")
    rows = _coded(rows, "metric", "outlet", "story", "article")
    rows = rows.join(facts.with_columns(pl.col("metric").cast(rows["metric"].dtype, strict=False)), on="metric")
    times = pl.when("copy").then("versions").otherwise(1)
    return (
        rows.with_columns(part=pl.col("value") * pl.col("weight") * pl.col("scale"))
        .sort("article")
        .group_by("metric", "outlet", "story")
        .agg(pl.col("part", "weight").sum(), pl.col("copy", "scale", "article").first(), versions=pl.len())
        .with_columns(pl.col("part", "weight") / times)
        .sort("metric", "outlet", "story")
        .with_columns(pl.col(pl.Enum).cast(pl.String))
    )


def _coded(frame: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """The frame with texts as numbers, in the order of the texts: rows are put in order and together much sooner."""
    return frame.cast({name: pl.Enum(frame[name].unique().sort()) for name in columns})


def with_stories(metrics: pl.DataFrame, stories: pl.DataFrame) -> pl.DataFrame:
    """The metrics with story, copy_of, and `copy`: the outlet has nothing but copies."""
    if stories["article"].is_duplicated().any():
        twice = stories.filter(pl.col("article").is_duplicated())["article"].min()
        raise ComparisonError(f"the stories name the article {twice!r} twice; give each article one story")
    known = stories.select("article", "story", pl.col("copy_of").cast(pl.String))
    rows = conform(metrics, METRICS, "metrics").join(known, on="article", how="left")
    return rows.with_columns(pl.col("story").fill_null(pl.col("article"))).with_columns(
        copy=pl.col("copy_of").is_not_null().all().over("outlet")
    )


def lone_articles(metrics: pl.DataFrame, measures: Mapping[str, Metric], stories: pl.DataFrame) -> list[str]:
    """Articles that some outlet's value rests on alone: those which `within` must look into."""
    describe(metrics["metric"].unique().sort().to_list(), measures)
    own = with_stories(metrics, stories).filter(_measured(), pl.col("copy_of").is_null())
    alone = own.group_by("metric", "outlet").agg(pl.col("article").first(), articles=pl.len()).filter(articles=1)
    return alone["article"].unique().sort().to_list()


def _measured() -> pl.Expr:
    return pl.col("value").is_not_null() & (pl.col("weight") > 0)
