"""How far a value hangs on the sentences of one article: a delete-a-block jackknife.

With one article nothing can be said of the outlet. What can be said is how much the value would
move with other sentences of the same kind in the same article. The body is cut into about ten blocks
of consecutive sentences, every analyser scores the article without each block in turn, and the
spread of these values gives the standard error (Künsch 1989; Shao and Wu 1989 for smooth and less
smooth statistics). Because an analyser looks at one article only, this serves every measure, those
of users too.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from framing.comparison.estimates.intervals import add_limits
from framing.comparison.estimates.outlets import lone_articles
from framing.corpus.corpus import Corpus
from framing.measures.analyser import Metric
from framing.scoring.scores import Scores, score

BLOCKS = 10
FEWEST_SENTENCES = 5

WITHIN_COLUMNS = {"article": pl.String, "metric": pl.String, "low": pl.Float64, "high": pl.Float64, "blocks": pl.UInt32}


def within(scores: Scores, stories: pl.DataFrame) -> pl.DataFrame:
    """The 95 % interval inside each article on which an outlet's value rests alone.

    Columns: article, metric, low, high, blocks; in the metric's unit, on the same scales as `outlets()`,
    with Student's t at blocks - 1 degrees of freedom. Null where the article has fewer than five
    sentences in its body, where the value is undefined without some block (so it hangs on that block),
    or where it does not depend on the body (a headline's sentiment).

    stories: article, story, copy_of.
    """
    alone = lone_articles(scores.metrics, scores.measures, stories)
    blocks = cut(scores.corpus.select(alone)) if alone else None
    if blocks is None or blocks.is_empty():
        return pl.DataFrame(schema=WITHIN_COLUMNS)
    corpus = scores.corpus
    lacking = pseudo_articles(corpus.articles, blocks)
    again = score(Corpus.from_frame(lacking, corpus.event), analysers=scores.analysers).metrics
    kept = scores.metrics.filter(pl.col("article").is_in(alone))
    return jackknife(kept, again.join(lacking.select("article", "whole"), on="article"), scores.measures)


def cut(corpus: Corpus, words: float | None = None) -> pl.DataFrame:
    """Body sentences with their block: article, sentence, paragraph, text, block.

    There are ten blocks of an article, or as many as have about so many words each. None begins inside a quotation, for
    a lost quotation mark would change what is the outlet's own word. Articles of fewer than five sentences are left
    out.
    """
    body = corpus.sentences.filter(pl.col("part") == "body", pl.len().over("article", "part") >= FEWEST_SENTENCES)
    edges = corpus.tokens.group_by("article", "sentence").agg(
        opens=pl.col("quoted").first(), closes=pl.col("quoted").last()
    )
    share = pl.col("words").cum_sum().over("article") - pl.col("words") / 2
    whole = pl.col("words").sum().over("article").clip(1)
    blocks = pl.lit(BLOCKS) if words is None else (whole / words).round().clip(1)
    return (
        body.join(edges, on=["article", "sentence"], how="left", maintain_order="left")
        .with_columns(target=(share / whole * blocks).floor().clip(0, blocks - 1))
        .with_columns(
            inside=(pl.col("opens") & pl.col("closes").shift(1).over("article")).fill_null(False),
        )
        .with_columns(block=pl.when(~pl.col("inside")).then("target").forward_fill().over("article").cast(pl.Int32))
        .filter(pl.col("block").n_unique().over("article") >= 2)
        .select("article", "sentence", "paragraph", "text", "block")
    )


def pseudo_articles(articles: pl.DataFrame, blocks: pl.DataFrame) -> pl.DataFrame:
    """One article for each block, which lacks it: article, whole (its origin), outlet, headline, body, ..."""
    without = blocks.select("article", without="block").unique()
    body = (
        blocks.join(without, on="article")
        .filter(pl.col("block") != pl.col("without"))
        .sort("article", "without", "sentence")
        .group_by("article", "without", "paragraph", maintain_order=True)
        .agg(pl.col("text").str.join(" "))
        .group_by("article", "without", maintain_order=True)
        .agg(body=pl.col("text").str.join("\n\n"))
    )
    known = articles.select("article", "outlet", "headline", "language", "genre")
    return body.join(known, on="article", maintain_order="left").select(
        pl.format("{}/without-{}", "article", "without").alias("article"),
        pl.col("article").alias("whole"),
        *(name for name in known.columns if name != "article"),
        "body",
    )


def jackknife(values: pl.DataFrame, again: pl.DataFrame, measures: Mapping[str, Metric]) -> pl.DataFrame:
    """Intervals from the values of whole articles and of those that lack a block (`whole`: of which)."""
    n = pl.len()
    spread = again.group_by(pl.col("whole").alias("article"), "metric").agg(
        se=pl.when(pl.col("value").null_count() == 0).then(
            ((n - 1) / n * ((pl.col("value") - pl.col("value").mean()) ** 2).sum()).sqrt()
        ),
        df=n.cast(pl.Float64) - 1,
        blocks=n,
    )
    frame = add_limits(values.join(spread, on=["article", "metric"]), measures).sort("article", "metric")
    return frame.select(pl.col(name).cast(dtype) for name, dtype in WITHIN_COLUMNS.items())
