"""The only tokeniser: it tiles the text, so that no character is lost and every offset is true.

A token is a word, a number, a run of stops, a single other mark, or white space. White space is
dropped after its length has been counted.

What is one word: letters and digits, joined inside by apostrophes, hyphens or a lost character
(`don't`, `state-run`, `5G`, `doesn�t`); letters with stops between and behind (`U.S.`, `a.m.`); digits
with separators (`1,000.5`). A dash is no hyphen.
"""

from __future__ import annotations

import polars as pl

APOSTROPHES = "'’ʼ�"
_LETTER = r"[\p{L}\p{M}\p{N}]"
_PIECES = "|".join(
    [
        r"(?:\p{L}\.){2,}",  # acronyms with stops
        r"\p{N}+(?:[.,:/]\p{N}+)+" + _LETTER + "*",  # 1,000.5  12:30  24/7
        _LETTER + "+(?:[" + APOSTROPHES + r"\-‐‑]" + _LETTER + "+)*",  # words
        r"\.{2,}|…",  # ellipses
        r"\s+",
        r"(?s:.)",  # any other single character
    ]
)


def tokenise(articles: pl.DataFrame) -> pl.DataFrame:
    """Tokens of every article, white space left out.

    `articles` has `article` and `text`; the rows of one article stay together and in order.

    Returns article, start, end, text, lower (small letters, straight apostrophes), is_word,
    gap (line feeds in the white space before the token; -1 where there is no white space).
    """
    tiles = (
        articles.select("article", text=pl.col("text").str.extract_all(_PIECES))
        .with_row_index("row")
        .filter(pl.col("text").list.len() > 0)
        .explode("text")
    )
    # What a piece is, is asked once of each distinct piece.
    text = pl.col("text")
    kinds = tiles.select(text.unique()).with_columns(
        length=text.str.len_chars(),
        space=text.str.contains(r"^\s"),
        feeds=text.str.count_matches("\n", literal=True).cast(pl.Int16),
        lower=text.str.to_lowercase().str.replace_all(f"[{APOSTROPHES}]", "'"),
        is_word=text.str.contains(r"[\p{L}\p{N}]"),
    )
    end = pl.col("length").cum_sum()
    first = pl.col("row") != pl.col("row").shift(1, fill_value=pl.lit(-1))
    return (
        tiles.lazy()
        .join(kinds.lazy(), on="text", how="left", maintain_order="left")
        .with_columns(end=end, base=pl.when(first).then(end - pl.col("length")).forward_fill())
        .with_columns(
            gap=pl.when(first).then(0).when(pl.col("space").shift(1)).then(pl.col("feeds").shift(1)).otherwise(-1)
        )
        .filter(~pl.col("space"))
        .select(
            "article",
            start=(pl.col("end") - pl.col("base") - pl.col("length")).cast(pl.UInt32),
            end=(pl.col("end") - pl.col("base")).cast(pl.UInt32),
            text="text",
            lower="lower",
            is_word="is_word",
            gap=pl.col("gap").cast(pl.Int16),
        )
        .collect()
    )
