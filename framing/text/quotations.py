"""Which tokens stand inside a quotation.

Double marks, curly or straight, and guillemets. Curly marks say themselves whether they open or
close; a straight mark opens where white space, a bracket or a dash precedes it, and closes
elsewhere. Each token takes the state that the last mark in its paragraph left. A quotation that is
still open at the end of its paragraph goes on only if the next paragraph opens with a mark again,
as newspapers set long quotations. A lost character opens where it is glued to the word behind it only,
and closes where it is glued to the word before it only: between blanks it was a dash, inside a word an
apostrophe.
"""

from __future__ import annotations

import polars as pl


def quoted(tokens: pl.DataFrame) -> pl.Series:
    """True for tokens inside a quotation; the marks themselves are not inside.

    `tokens` has article, text and gap, in order.
    """
    text, gap = pl.col("text"), pl.col("gap")
    paragraph_start = (gap >= 2) | (pl.col("article") != pl.col("article").shift(1)).fill_null(True)
    straight_opens = (gap >= 0) | paragraph_start | text.shift(1).is_in(["(", "[", "—", "–", "‘", "'"])
    lost, glued_behind = text == "�", gap.shift(-1, fill_value=0) < 0
    mark = (
        pl.when(lost & (gap < 0) & ~paragraph_start)
        .then(pl.when(~glued_behind | text.shift(-1).is_in([".", ",", ";", "?", "!"])).then(False))
        .when(lost & glued_behind)
        .then(True)
        .when(text.is_in(["“", "«", "„"]))
        .then(True)
        .when(text.is_in(["”", "»"]))
        .then(False)
        .when(text == '"')
        .then(straight_opens)
    )
    frame = (
        tokens.lazy()
        .with_columns(mark=mark, paragraph=paragraph_start.cum_sum())
        .with_columns(inside=pl.col("mark").forward_fill().over("paragraph"))
    )
    return frame.select(quoted=(pl.col("inside") & pl.col("mark").is_null()).fill_null(False)).collect().to_series()
