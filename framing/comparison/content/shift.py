"""Which words make the difference between two outlets: a word shift (Gallagher and others 2021).

The measure is the Jensen-Shannon divergence of the two outlets' own words: 0 where they use the same words equally
often, 1 (bit) where they share none. It is a sum over words, so that each word has its share of it.
"""

from __future__ import annotations

import polars as pl

from framing.comparison.content.terms import word_counts
from framing.corpus.corpus import Corpus
from framing.errors import UnknownNameError
from framing.schema import Schema, conform

# One row: a word, and its share of what two outlets' own words differ by.
SHIFT: Schema = {
    "term": pl.String,  # small letters; names, numbers and mere grammar left out
    "outlet": pl.String,  # which of the two uses it more
    "count": pl.UInt32,  # in the first outlet's own words
    "other_count": pl.UInt32,  # in the second's
    "rate": pl.Float64,  # per 1,000 of the words that are compared, in the first
    "other_rate": pl.Float64,  # in the second
    "share": pl.Float64,  # % of the divergence
}


def shift(corpus: Corpus, stories: pl.DataFrame, one: str, other: str) -> pl.DataFrame:
    """`SHIFT`: the words of two outlets, those with the largest share first; copies and quotations are left out.

    Empty where one of them has no such words, or where nothing differs. Raises UnknownNameError for an outlet that is
    not there.
    """
    names = corpus.articles["outlet"].unique().sort().to_list()
    for name in (one, other):
        if name not in names:
            raise UnknownNameError("outlet", name, names)
    counts = word_counts(corpus, stories)
    both = (
        counts.filter(outlet=one)
        .select("term", count="n")
        .join(counts.filter(outlet=other).select("term", other_count="n"), on="term", how="full", coalesce=True)
        .with_columns(pl.col("count", "other_count").fill_null(0))
    )
    p, q = (pl.col(name) / pl.col(name).sum() for name in ("count", "other_count"))
    middle = (p + q) / 2
    bits = sum(
        (pl.when(part > 0).then(part * (part / middle).log(2)).otherwise(0.0) / 2 for part in (p, q)), pl.lit(0.0)
    )
    if not both.height or not both["count"].sum() or not both["other_count"].sum():
        return pl.DataFrame(schema=dict(SHIFT))
    rows = both.with_columns(
        outlet=pl.when(p > q).then(pl.lit(one)).otherwise(pl.lit(other)),
        rate=1000 * p,
        other_rate=1000 * q,
        bits=bits,
        unlike=p != q,
    )
    if rows["bits"].sum() <= 1e-12:
        return pl.DataFrame(schema=dict(SHIFT))
    rows = rows.with_columns(share=100 * pl.col("bits") / pl.col("bits").sum()).filter("unlike")
    return conform(rows.sort(["share", "term"], descending=[True, False]), SHIFT, "word shift")
