"""The only tokeniser: it tiles the text, so that no character is lost and every offset is true.

A token is a word, a number, a run of stops, a single other mark, or white space. White space is
dropped after its length has been counted.

What is one word: letters and digits, joined inside by apostrophes, hyphens or a lost character
(`don't`, `state-run`, `5G`, `doesn�t`); letters with stops between and behind (`U.S.`, `a.m.`); digits
with separators (`1,000.5`). A dash is no hyphen. A guillemet that stands off, as the French set it, counts as one
that touches the words inside.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.text.typography import APOSTROPHES, HYPHENS, folded

_LETTER = r"[\p{L}\p{M}\p{N}]"
_PIECES = "|".join(
    [
        r"(?:\p{L}\.){2,}",  # acronyms with stops
        r"\p{N}+(?:[.,:/]\p{N}+)+" + _LETTER + "*",  # 1,000.5  12:30  24/7
        _LETTER + "+(?:[" + APOSTROPHES + "\\" + HYPHENS + "]" + _LETTER + "+)*",  # words
        r"\.{2,}|…",  # ellipses
        r"-{2,}|''|``",  # dashes and double marks, as typewriters set them
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
    which has text, lower (small letters, plain marks) and is_word.
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
        lower=folded(text.str.to_lowercase().str.replace(r"^-{2,}$", "-").str.replace(r"^(?:''|``)$", '"')),
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
    tokens = Tokens(
        row, end - length[kept], end, (byte - size)[kept] - byte_base[row], gap[kept], form[kept],
        kinds.select("text", "lower", "is_word"),
    )  # fmt: skip
    _draw_in_guillemets(tokens)
    return tokens


def _draw_in_guillemets(tokens: Tokens) -> None:
    """No gap between a guillemet that stands off and the words inside it: *« so »*."""
    rows = np.flatnonzero(tokens.holds(pl.col("text").is_in(["«", "»", "‹", "›"])))
    if not len(rows):
        return
    last, gap, word = len(tokens.row) - 1, tokens.gap, tokens.holds(pl.col("is_word"))
    opens = tokens.holds(pl.col("text").is_in(["«", "‹"]))[rows]
    behind = np.minimum(rows + 1, last)
    inside = (behind > rows) & (tokens.row[behind] == tokens.row[rows]) & (gap[behind] == 0)
    outside = (behind == rows) | (tokens.row[behind] != tokens.row[rows]) | (gap[behind] >= 0) | ~word[behind]
    begins = np.append(True, tokens.row[1:] != tokens.row[:-1])[rows]
    drawn = np.concatenate(
        [
            behind[opens & inside & (gap[rows] >= 0)],
            rows[~opens & outside & ~begins & (gap[rows] == 0)],
        ]
    )
    gap[drawn] = -1


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
