"""How much of an article is other people's words."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser
from framing.text.annotate import BODY


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
    """Share of the body's words that are quoted, in %: by marks, block quotations, turns. Null without words."""
    words = pl.col("words").sum()
    values = (
        corpus.sentences.filter(pl.col("part") == "body")
        .group_by("article")
        .agg(quoted_share=100 * (words - pl.col("own_words").sum()) / pl.when(words > 0).then(words))
    )
    text = corpus.annotation
    run = (pl.col("sentence") != pl.col("sentence").shift(1)) | (pl.col("quoted") != pl.col("quoted").shift(1))
    evidence = (
        text.words.with_columns(run=run.fill_null(True).cast(pl.UInt32).cum_sum())
        .filter(pl.col("quoted"), pl.col("part") == BODY)
        .group_by("run", maintain_order=True)
        .agg(pl.col("row", "start").first(), pl.col("end").last(), value=pl.col("is_word").sum())
        .filter(pl.col("value") > 0)
        .select(
            "start",
            "end",
            "value",
            article=pl.lit(text.articles["article"]).gather(pl.col("row")),
            metric=pl.lit("quoted_share"),
        )
    )
    return Findings(values, evidence)
