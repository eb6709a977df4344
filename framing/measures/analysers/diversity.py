"""Lexical diversity that does not hang on length."""

from __future__ import annotations

import numpy as np
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser
from framing.text.annotate import BODY
from framing.text.tokenise import numbered

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
    text = corpus.annotation
    words = text.words.filter(pl.col("is_word"), pl.col("part") == BODY)
    row = words["row"].to_numpy().astype(np.int64)
    lower = numbered(text.forms["lower"])[0][words["form"].to_numpy()]
    size = np.bincount(row, minlength=text.articles.height)
    at = np.arange(len(row)) - (np.cumsum(size) - size)[row]
    # Sorted by article, word and place, each appearance stands behind the one before.
    order = (row * text.forms.height + lower) * len(row) + np.arange(len(row))
    order.sort()
    key, place = np.divmod(order, len(row)) if len(row) else (order, order)
    again = np.flatnonzero(key[1:] == key[:-1]) + 1
    before = np.full(len(row), -1)
    before[place[again]] = at[place[again - 1]]
    # Windows begin at 0 .. size - WINDOW; those that hold this word begin at at - WINDOW + 1 .. at.
    first = np.maximum(np.maximum(at - WINDOW + 1, before + 1), 0)
    last = np.minimum(at, size[row] - WINDOW)
    windows = np.bincount(row, weights=np.maximum(last - first + 1, 0), minlength=len(size))
    counts = text.articles.select("article", size=pl.Series(size), windows=pl.Series(windows, dtype=pl.Float64))
    values = counts.filter(pl.col("size") >= WINDOW).select(
        "article", lexical_diversity=pl.col("windows") / (WINDOW * (pl.col("size") - WINDOW + 1))
    )
    return Findings(values)
