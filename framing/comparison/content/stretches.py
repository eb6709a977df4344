"""Quoted words from mark to mark: what stands between two quotations of a sentence is no part of either."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus

_TWO = r"[“”\"„«»‘’'][^\w]*[“”\"„«»‘’']"  # one quotation ends, another begins


def stretches(corpus: Corpus, credited: pl.DataFrame) -> pl.DataFrame:
    """`voices.quotations`, a row for each quotation of a sentence, its words counted anew, and parts: of the sentence.

    A quotation ends before words outside the marks, and where its marks close and others open. Brackets and signs of
    money at its edges are of it: *“[We face] many”*, *“$5 for all”*.
    """
    words = corpus.tokens.filter("is_word", part="body").select("article", "start", "end", "quoted")
    rows = credited.with_row_index("row").sort("first")
    low = rows.select("article", "row", low="first", high="last")
    inside = (
        words.sort("start")
        .join_asof(low, left_on="start", right_on="low", by="article", check_sortedness=False)
        .filter(pl.col("start") < pl.col("high"))
        .sort("row", "start")
        .join(corpus.articles.select("article", whole="text"), on="article", how="left", maintain_order="left")
    )
    before = pl.col("end").shift(1).over("row")
    between = pl.col("whole").str.slice(before, pl.col("start") - before).fill_null("")
    parted = inside.with_columns(part=(~pl.col("quoted") | between.str.contains(_TWO)).cum_sum().over("row"))
    runs = (
        parted.filter("quoted")
        .group_by("row", "part", maintain_order=True)
        .agg(pl.col("whole").first(), first=pl.col("start").min(), last=pl.col("end").max(), words=pl.len())
    )
    text = pl.col("whole").str.slice("first", pl.col("last") - pl.col("first"))
    ahead = pl.col("whole").str.slice(pl.col("first").cast(pl.Int64) - 1, 1)
    behind = pl.col("whole").str.slice("last", 1)
    opened = pl.col("first") > 0
    for opens, closes in (("(", ")"), ("[", "]")):
        more = text.str.count_matches(opens, literal=True).cast(pl.Int64) - text.str.count_matches(closes, literal=True)
        runs = runs.with_columns(
            first=pl.col("first") - (opened & (ahead == opens) & (more < 0)).cast(pl.UInt32),
            last=pl.col("last") + ((behind == closes) & (more > 0)).cast(pl.UInt32),
        )
    runs = runs.with_columns(
        first=pl.col("first") - (opened & ahead.is_in(["$", "£", "€", "#"])).cast(pl.UInt32),
        last=pl.col("last") + (behind == "%").cast(pl.UInt32),
        parts=pl.len().over("row"),
    )
    others = rows.drop("first", "last", "words")
    found = runs.drop("whole", "part").join(others, on="row", how="left").sort("row", "first")
    columns = credited.columns
    return found.with_columns(pl.col(name).cast(credited.schema[name]) for name in ("first", "last", "words")).select(
        *columns, "parts"
    )
