"""Lexical diversity that does not hang on length."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser

WINDOW = 50


@analyser(
    Metric(
        "lexical_diversity",
        unit="0 to 1",
        weight="words",
        higher="a more varied vocabulary",
        source="moving-average type-token ratio, window 50 (Covington and McFall 2010)",
        kind="score",
        title="Lexical diversity",
        undefined=f"an article under {WINDOW} words",
        established=True,
    )
)
def lexical_diversity(corpus: Corpus) -> Findings:
    """Mean share of different words in all windows of 50 running words of the body. Null under 50 words.

    A word is new in a window unless it stood there before, so a word adds one to each window that holds
    it but not its last appearance: the mean follows from the distances between appearances alone.
    """
    words = corpus.tokens.filter(pl.col("is_word"), pl.col("part") == "body").select("article", "lower")
    key = pl.struct("article", "lower").hash()  # numbers are grouped faster than texts
    place = words.lazy().select("article", key=key, row=pl.int_range(pl.len()))
    article = place.group_by("article").agg(first=pl.col("row").first(), size=pl.len())
    place = place.join(article, on="article", maintain_order="left").with_columns(at=pl.col("row") - pl.col("first"))
    before = pl.col("at").shift(1).over("key")
    # Windows begin at 0 .. size - WINDOW; those that hold this word begin at at - WINDOW + 1 .. at.
    first = pl.max_horizontal(pl.col("at") - WINDOW + 1, before + 1, pl.lit(0))
    last = pl.min_horizontal(pl.col("at"), pl.col("size") - WINDOW)
    values = (
        place.filter(pl.col("size") >= WINDOW)
        .with_columns(windows=pl.max_horizontal(last - first + 1, pl.lit(0)))
        .group_by("article")
        .agg(lexical_diversity=pl.col("windows").sum() / (WINDOW * (pl.col("size").first() - WINDOW + 1)))
        .collect()
    )
    return Findings(values)
