"""Titles of reports, books and bills between quotation marks: nobody’s words."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus

_LONG_TITLE = 3  # words of the title of a report or a book
_BESIDE = 80  # characters beside it in which most words have capitals where it is of a headline
_JOINING = (  # in small letters
    r"(?:^|[\s-])(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|over|the|to|under|with)\b"
)


def titled(told: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """The quotations that are titles: three words and more, most of them with a capital, those in small letters such as
    a title has (*of the*), and no end of a sentence (*“Greatest Show in Our Town!” she wrote*); not in a headline,
    where all words have capitals."""
    texts = corpus.articles.select("article", whole="text")
    words = pl.col("whole").str.slice(pl.col("first"), pl.col("last") - pl.col("first"))
    reach = pl.min_horizontal(pl.lit(_BESIDE), "first")
    line = pl.concat_str(
        pl.col("whole").str.slice(pl.col("first") - reach, reach).str.extract(r"([^\n]*)$"),
        pl.col("whole").str.slice("last", _BESIDE).str.extract(r"^([^\n]*)"),
        separator=" ",
    )
    capitals, small = (words.str.count_matches(rf"(?:^|[\s-])\p{{{case}}}") for case in ("Lu", "Ll"))
    above, below = (line.str.count_matches(rf"(?:^|\s)\p{{{case}}}") for case in ("Lu", "Ll"))
    ends = words.str.contains(r"[.!?;]|\p{Lu}{4}") | pl.col("whole").str.slice("last", 1).str.contains(r"[!?]")
    titled = (pl.col("words") >= _LONG_TITLE) & (capitals > small) & (small == words.str.count_matches(_JOINING))
    headline = above > below
    return told.join(texts, on="article", maintain_order="left").filter(titled & ~ends & ~headline).drop("whole")
