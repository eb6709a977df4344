"""What else differs between the outlets, beside how they frame: length, genre, dates, quotation, wire text."""

from __future__ import annotations

import polars as pl

from framing.comparison.estimates.outlets import with_stories
from framing.corpus.metadata.agencies import agency_of
from framing.schema import Schema, conform

# One row: an outlet, and what else may explain that it differs.
CONFOUNDS: Schema = {
    "outlet": pl.String,
    "articles": pl.UInt32,
    "stories": pl.UInt32,  # independent ones, without copies
    "words": pl.Float64,  # of its articles' bodies, median
    "news_share": pl.Float64,  # ? % of the articles whose genre is known
    "opinion_share": pl.Float64,  # ? opinion and editorial, % of the same
    "first": pl.Date,  # ? the earliest article
    "last": pl.Date,  # ?
    "quoted_share": pl.Float64,  # ? % of all words
    "wire_share": pl.Float64,  # % of its articles that copy another outlet's text or credit an agency
}


def confounds(articles: pl.DataFrame, metrics: pl.DataFrame, stories: pl.DataFrame) -> pl.DataFrame:
    """One row for each outlet: `CONFOUNDS`. Where outlets differ here, a contrast may come from that.

    articles: `schema.ARTICLES`. metrics: for quoted_share. stories: article, story, copy_of.
    """
    quoted = metrics.filter(metric="quoted_share").select("article", quoted="value", counted="weight")
    told = stories.select("article", "story", "copy_of")
    rows = articles.join(told, on="article", how="left").join(quoted, on="article", how="left")
    genre, counted = pl.col("genre"), pl.col("counted").sum()
    frame = (
        rows.with_columns(wire=wire(rows))
        .group_by("outlet")
        .agg(
            articles=pl.len(),
            stories=pl.col("story").filter(pl.col("copy_of").is_null()).n_unique(),
            words=pl.col("words").median(),
            news_share=100 * (genre == "news").mean(),
            opinion_share=100 * genre.is_in(["opinion", "editorial"]).mean(),
            first=pl.col("published").min(),
            last=pl.col("published").max(),
            quoted_share=(pl.col("quoted") * pl.col("counted")).sum() / pl.when(counted > 0).then(counted),
            wire_share=100 * pl.col("wire").mean(),
        )
    )
    return conform(frame.sort("outlet"), CONFOUNDS, "confounds")


def wire(articles: pl.DataFrame) -> pl.Series:
    """True for articles that copy another text or credit an agency that is not their own outlet."""
    names = {name: (agency_of(name) or name).lower() for name in articles["outlet"].unique()}
    outlet = pl.col("outlet").replace_strict(names, return_dtype=pl.String)
    credit = pl.col("agency").is_not_null() & (pl.col("agency").str.to_lowercase() != outlet)
    return articles.select(wire=pl.col("copy_of").is_not_null() | credit.fill_null(False)).to_series()


def independent(metrics: pl.DataFrame, articles: pl.DataFrame, stories: pl.DataFrame) -> pl.DataFrame:
    """The metrics of articles that neither credit an agency nor share a story with an earlier outlet's text."""
    told = with_stories(metrics, stories).select("article", "story", "copy_of").unique()
    rows = articles.join(told, on="article", how="inner")
    source = rows.select(story="article", source="outlet")
    kept = rows.with_columns(wire=wire(rows)).join(source, on="story", how="left")
    alone = ~pl.col("wire") & (pl.col("source").is_null() | (pl.col("source") == pl.col("outlet")))
    return metrics.join(kept.filter(alone).select("article"), on="article", how="semi", maintain_order="left")
