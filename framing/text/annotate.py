"""From article texts to sentences and tokens: the one place where text is taken apart."""

from __future__ import annotations

import polars as pl

from framing.schema import SENTENCES, TOKENS, conform
from framing.text.quotations import quoted
from framing.text.sentences import sentence_starts
from framing.text.tokenise import tokenise


def annotate(articles: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Sentences and tokens (`schema.SENTENCES`, `schema.TOKENS`) of articles.

    `articles` has article, text and body_start; an article depends on no other.
    """
    tokens = tokenise(articles)
    tokens = tokens.with_columns(sentence_starts(tokens).alias("first"), quoted(tokens).alias("quoted"))
    paragraph = (pl.col("gap") >= 2) & (pl.col("start") > 0)
    counts = (
        tokens.lazy()
        .group_by("article", maintain_order=True)
        .agg(tokens=pl.len(), sentences=pl.col("first").sum(), paragraphs=paragraph.sum())
        .select("article", *(pl.col(name).cum_sum() - pl.col(name) for name in ("tokens", "sentences", "paragraphs")))
    )
    tokens = (
        tokens.lazy()
        .with_row_index("token")
        .with_columns(
            sentence=pl.col("first").cast(pl.UInt32).cum_sum() - 1, paragraph=paragraph.cast(pl.UInt32).cum_sum()
        )
        .join(counts, on="article", how="left", maintain_order="left")
        .join(articles.lazy().select("article", "body_start"), on="article", how="left", maintain_order="left")
        .with_columns(
            unique=pl.col("sentence"),
            token=pl.col("token") - pl.col("tokens"),
            sentence=pl.col("sentence") - pl.col("sentences"),
            paragraph=pl.col("paragraph") - pl.col("paragraphs"),
            part=pl.when(pl.col("start") < pl.col("body_start")).then(pl.lit("headline")).otherwise(pl.lit("body")),
        )
        .collect()
    )
    sentences = (
        tokens.lazy()
        .group_by("unique", maintain_order=True)
        .agg(
            pl.col("article", "sentence", "part", "paragraph", "start").first(),
            pl.col("end").last(),
            words=pl.col("is_word").sum(),
            own_words=(pl.col("is_word") & ~pl.col("quoted")).sum(),
        )
        .join(articles.lazy().select("article", whole=pl.col("text")), on="article", how="left", maintain_order="left")
        .with_columns(text=pl.col("whole").str.slice(pl.col("start"), pl.col("end") - pl.col("start")))
        .collect()
    )
    return conform(sentences, SENTENCES, "sentences"), conform(tokens, TOKENS, "tokens")
