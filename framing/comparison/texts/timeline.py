"""Who published first, and which later articles took up the text of earlier ones."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: an article in the order of publication.
TIMELINE: Schema = {
    "published": pl.Date,
    "outlet": pl.String,
    "article": pl.String,
    "first": pl.Boolean,  # published on the first day of the coverage
    "follows": pl.String,  # ? the earlier article that shares most of its text
    "days": pl.UInt32,  # ? after that article
    "containment": pl.Float64,  # ? of the shorter text in the longer one
    "band": pl.String,  # ? copy, edited copy, related version
    "words": pl.UInt32,
    "more_words": pl.Int64,  # ? than the article that it follows
}


def timeline(corpus: Corpus, reuse: pl.DataFrame) -> pl.DataFrame:
    """`TIMELINE`: the dated articles in order, each with the earlier article that it shares most text with.

    reuse: of the comparison. Only articles of an earlier day count as earlier; those that are not related have no
    such article. Empty where fewer than two days are known: then nobody can be said to be first.
    """
    dated = corpus.articles.filter(pl.col("published").is_not_null()).select("article", "outlet", "published", "words")
    if dated["published"].n_unique() < 2:
        return pl.DataFrame(schema=dict(TIMELINE))
    related = reuse.filter(pl.col("band") != "independent").select("a", "b", "containment", "band")
    both = pl.concat([related, related.select(a="b", b="a", containment="containment", band="band")])
    days = dated.select("article", day="published", size="words")
    earlier = (
        both.join(days, left_on="a", right_on="article")
        .join(days, left_on="b", right_on="article", suffix="_b")
        .filter(pl.col("day_b") < pl.col("day"))
        .sort(["containment", "b"], descending=[True, False])
        .group_by("a", maintain_order=True)
        .first()
        .select(
            "containment", "band", article="a", follows="b",
            days=(pl.col("day") - pl.col("day_b")).dt.total_days(),
            more_words=pl.col("size").cast(pl.Int64) - pl.col("size_b").cast(pl.Int64),
        )
    )  # fmt: skip
    return (
        dated.join(earlier, on="article", how="left")
        .with_columns(first=pl.col("published") == pl.col("published").min())
        .sort("published", "outlet", "article")
        .select(pl.col(name).cast(dtype) for name, dtype in TIMELINE.items())
    )
