"""The only tokeniser: it tiles the text, so that no character is lost and every offset is true.

A token is a word, a number, a run of stops, a single other mark, or white space. White space is
dropped after its length has been counted.

What is one word: letters and digits, joined inside by apostrophes, hyphens or a lost character
(`don't`, `state-run`, `5G`, `doesn�t`); letters with stops between and behind (`U.S.`, `a.m.`); digits
with separators (`1,000.5`). A dash is no hyphen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
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
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Tokens:
    """Tokens by number: what a token is, is asked once of each distinct one (its form).

    row: of the token's article. start, end: characters of the article's text; byte: where it starts in UTF-8.
    gap: line feeds in the white space before the token; -1 where there is no white space. form: row of `forms`,
    which has text, lower (small letters, straight apostrophes) and is_word.
    """

    row: Numbers
    start: Numbers
    end: Numbers
    byte: Numbers
    gap: Numbers
    form: Numbers
    forms: pl.DataFrame

    def of(self, column: str) -> pl.Series:
        """A column of `forms` for each token."""
        return self.forms[column].gather(self.form)

    def holds(self, condition: pl.Expr) -> npt.NDArray[np.bool_]:
        """For each token whether a condition on the columns of `forms` holds."""
        answer: npt.NDArray[np.bool_] = self.forms.select(condition).to_series().to_numpy()
        return answer[self.form]


def tokenise(texts: pl.Series) -> Tokens:
    """Tokens of every text, white space left out."""
    pieces = pl.select(piece=texts.str.extract_all(_PIECES)).to_series()
    sizes = pieces.list.len().fill_null(0).to_numpy().astype(np.int64)
    form, distinct = numbered(pieces.explode(empty_as_null=False).alias("text"))
    text = pl.col("text")
    kinds = distinct.to_frame("text").with_columns(
        length=text.str.len_chars(),
        bytes=text.str.len_bytes(),
        space=text.str.contains(r"^\s"),
        feeds=text.str.count_matches("\n", literal=True),
        lower=text.str.to_lowercase().str.replace_all(f"[{APOSTROPHES}]", "'"),
        is_word=text.str.contains(r"[\p{L}\p{N}]"),
    )
    length, size, feeds = (kinds[name].to_numpy().astype(np.int64)[form] for name in ("length", "bytes", "feeds"))
    space = kinds["space"].to_numpy()[form]
    row = np.repeat(np.arange(len(sizes)), sizes)
    first = np.cumsum(sizes) - sizes  # of each article's pieces
    end, byte = np.cumsum(length), np.cumsum(size)
    base, byte_base = (np.append(ends, 0)[first - 1] for ends in (end, byte))
    gap = np.full(len(form), -1)
    behind = np.flatnonzero(space[:-1]) + 1
    gap[behind] = feeds[behind - 1]
    gap[first[sizes > 0]] = 0
    kept = np.flatnonzero(~space)
    row = row[kept]
    end = end[kept] - base[row]
    return Tokens(
        row, end - length[kept], end, (byte - size)[kept] - byte_base[row], gap[kept], form[kept],
        kinds.select("text", "lower", "is_word"),
    )  # fmt: skip


def numbered(values: pl.Series) -> tuple[Numbers, pl.Series]:
    """The values by number, in the order of their first appearance, and each distinct one once."""
    codes = values.cast(pl.Categorical(pl.Categories.random())).to_physical().to_numpy()
    first = np.full(int(codes.max(initial=0)) + 1, -1)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    order = np.argsort(first)
    order = order[first[order] >= 0]
    rank = np.empty(len(first), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return rank[codes], values.gather(first[order])
