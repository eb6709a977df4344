"""Columns of the users' own (leaning, section, page) as other explanations, value by value.

Texts are categories, without regard to capitals; numbers and dates are cut in two halves at their median. The articles
of each value are a stratum (`strata.py`), in which the outlets are contrasted anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from framing.errors import UnknownNameError
from framing.schema import ARTICLES, Schema, conform

OTHER = "other values"
_MOST = 8  # values of one column that are looked at by themselves
_OWN = ("genre", "published", "words", "agency", "byline")  # of framing's columns: those that may explain something
# One row: an outlet's articles with one value of a covariate.
COVARIATES: Schema = {
    "covariate": pl.String,  # name of the column
    "given": pl.String,  # ? its value; of numbers and dates the half; null: the articles have none
    "outlet": pl.String,
    "articles": pl.UInt32,  # 0 where the outlet has none
    "stories": pl.UInt32,  # independent ones, without copies
}


def known(articles: pl.DataFrame) -> list[str]:
    """The columns that may be covariates: the files' own (but lists), and genre, published, words, agency, byline."""
    schema = articles.schema.items()
    return [name for name, dtype in schema if name in _OWN or (name not in ARTICLES and not dtype.is_nested())]


def given(articles: pl.DataFrame, name: str) -> pl.DataFrame:
    """article, given: the value of one covariate, or the half in which it lies; null where an article has none.

    The commonest values keep their names, the others are `OTHER`. Raises UnknownNameError for a column that is none.
    """
    if name not in (names := known(articles)):
        raise UnknownNameError("covariate", name, names)
    column = articles[name].fill_nan(None) if articles[name].dtype.is_float() else articles[name]
    ordered = column.dtype.is_numeric() or column.dtype.is_temporal()
    return articles.select(
        "article", given=_halves(column) if ordered and column.drop_nulls().n_unique() > 2 else _named(column)
    )


def _halves(column: pl.Series) -> pl.Series:
    there = column.drop_nulls().sort()
    middle = there[(len(there) - 1) // 2]
    if middle == there[-1]:
        middle = there.filter(there < middle)[-1]
    until, after = ("up to", "after") if column.dtype.is_temporal() else ("at most", "above")
    low = pl.when(column <= middle).then(pl.lit(f"{until} {middle}"))
    return pl.select(low.when(column > middle).then(pl.lit(f"{after} {middle}"))).to_series()


def _named(column: pl.Series) -> pl.Series:
    texts = pl.DataFrame({"text": column.cast(pl.String).str.strip_chars().replace("", None)}).with_row_index()
    folded = texts.drop_nulls("text").with_columns(key=pl.col("text").str.to_lowercase())
    values = (
        folded.group_by("key")
        .agg(count=pl.len(), given=pl.col("text").mode().min())
        .sort("count", "key", descending=[True, False])
        .with_row_index("rank")
    )
    kept = values if values.height <= _MOST else values.with_columns(
        given=pl.when(pl.col("rank") < _MOST).then("given").otherwise(pl.lit(OTHER))
    )  # fmt: skip
    return texts.join(
        folded.select("index", "key").join(kept.select("key", "given"), on="key"), on="index", how="left",
        maintain_order="left",
    )["given"]  # fmt: skip


def covariates(articles: pl.DataFrame, stories: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    """`COVARIATES`: how many articles of each outlet have each value. Raises UnknownNameError."""
    parts = [pl.DataFrame(schema=dict(COVARIATES))]
    for name in dict.fromkeys(names):
        rows = articles.select("article", "outlet").join(given(articles, name), on="article")
        rows = rows.join(stories.select("article", "story", "copy_of"), on="article", how="left")
        grid = rows.select("given").unique().join(rows.select("outlet").unique(), how="cross")
        counts = rows.group_by("given", "outlet").agg(
            articles=pl.len(), stories=pl.col("story").filter(pl.col("copy_of").is_null()).n_unique()
        )
        table = grid.join(counts, on=["given", "outlet"], how="left", nulls_equal=True)
        rare = pl.col("given").is_null().cast(pl.Int8) * 2 + (pl.col("given") == OTHER).fill_null(False)
        table = table.sort(rare, pl.col("articles").sum().over("given"), "given", "outlet",
                           descending=[False, True, False, False])  # fmt: skip
        parts.append(
            conform(
                table.with_columns(pl.lit(name).alias("covariate"), pl.col("articles", "stories").fill_null(0)),
                COVARIATES,
                "covariates",
            )
        )
    return pl.concat(parts)


def by_value(metrics: pl.DataFrame, articles: pl.DataFrame, names: Sequence[str]) -> Iterator[tuple[str, pl.DataFrame]]:
    """The metrics of the articles of each value, by `stratum_of`; those without a value, and `OTHER`, are none."""
    for name in dict.fromkeys(names):
        rows = given(articles, name)
        for value in rows["given"].drop_nulls().unique().sort():
            if value != OTHER:
                yield stratum_of(name, value), metrics.join(rows.filter(given=value), on="article", how="semi")


def stratum_of(name: str, value: str) -> str:
    """The key under which the contrasts of the articles with one value stand in `strata`."""
    return f"{name}={value}"
