"""How much of an article is other people's words."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser


@analyser(
    Metric(
        "quoted_share",
        unit="% of words",
        weight="words",
        higher="more of the text is quoted speech",
        source="share of body words between quotation marks; Gans (1979) on sources in news",
        kind="share",
        title="Quoted share",
        established=True,
    )
)
def quoted_share(corpus: Corpus) -> Findings:
    """Share of the body's words that stand inside quotation marks, in %. Null for an article without words."""
    body = pl.col("is_word") & (pl.col("part") == "body")
    values = corpus.tokens.group_by("article").agg(
        quoted_share=100 * (body & pl.col("quoted")).sum() / pl.when(body.sum() > 0).then(body.sum())
    )
    run = pl.struct("article", "sentence", "quoted").rle_id()
    evidence = (
        corpus.tokens.with_columns(run=run)
        .filter(pl.col("quoted"), pl.col("part") == "body")
        .group_by("run", maintain_order=True)
        .agg(pl.col("article", "start").first(), pl.col("end").last(), value=pl.col("is_word").sum())
        .filter(pl.col("value") > 0)
        .select("article", "start", "end", metric=pl.lit("quoted_share"), value="value")
    )
    return Findings(values, evidence)
