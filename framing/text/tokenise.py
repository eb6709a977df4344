"""The only tokeniser: it tiles the text, so that no character is lost and every offset is true.

A token is a word, a number, a run of stops or a single other mark. The white space before it is found with it, and
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
_PIECES = (
    r"\s*(?:"
    + "|".join(
        [
            r"(?:\p{L}\.){2,}",  # acronyms with stops
            r"\p{N}+(?:[.,:/]\p{N}+)+" + _LETTER + "*",  # 1,000.5  12:30  24/7
            _LETTER + "+(?:[" + APOSTROPHES + "\\" + HYPHENS + "]" + _LETTER + "+)*",  # words
            r"\.{2,}|…",  # ellipses
            r"-{2,}|''|``",  # dashes and double marks, as typewriters set them
            r"\S",  # any other single character
        ]
    )
    + ")"
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

    def of(self, column: str, rows: Numbers | slice = slice(None)) -> pl.Series:
        """A column of `forms` for each token, or for some."""
        return self.forms[column].gather(self.form[rows])

    def holds(self, condition: pl.Expr, rows: Numbers | slice = slice(None)) -> npt.NDArray[np.bool_]:
        """For each token, or for some, whether a condition on the columns of `forms` holds."""
        answer: npt.NDArray[np.bool_] = self.forms.select(condition).to_series().to_numpy()
        return answer[self.form[rows]]


def tokenise(texts: pl.Series) -> Tokens:
    """Tokens of every text, white space left out."""
    pieces = pl.select(piece=texts.str.extract_all(_PIECES)).to_series()
    sizes = pieces.list.len().fill_null(0).to_numpy().astype(np.int64)
    kind, distinct = numbered(pieces.explode(empty_as_null=False).alias("piece"))
    piece, text = pl.col("piece"), pl.col("text")
    kinds = distinct.to_frame().with_columns(text=piece.str.strip_chars_start())
    kinds = kinds.select(
        "text",
        length=text.str.len_chars(),
        bytes=text.str.len_bytes(),
        whole=piece.str.len_chars(),
        whole_bytes=piece.str.len_bytes(),
        gap=pl.when(piece != text).then(piece.str.count_matches("\n", literal=True)).otherwise(-1),
    )
    form_of, forms = numbered(kinds["text"])

    def of(name: str) -> Numbers:
        """What holds of each distinct piece, for every piece."""
        values: Numbers = kinds[name].to_numpy().astype(np.int64)[kind]
        return values

    row = np.repeat(np.arange(len(sizes)), sizes)
    first = (np.cumsum(sizes) - sizes)[sizes > 0]  # of each article's tokens

    def within(ends: Numbers) -> Numbers:
        """Places counted from the beginning of each article."""
        before: Numbers = np.append(0, ends)[first]
        return ends - np.repeat(before, sizes[sizes > 0])

    end = within(np.cumsum(of("whole")))
    byte = within(np.cumsum(of("whole_bytes"))) - of("bytes")
    gap = of("gap")
    gap[first] = np.maximum(gap[first], 0)
    tokens = Tokens(row, end - of("length"), end, byte, gap, form_of[kind], _forms(forms))
    _draw_in_guillemets(tokens)
    return tokens


def _forms(texts: pl.Series) -> pl.DataFrame:
    """The distinct tokens: text, lower, is_word."""
    text = pl.col("text")
    return texts.to_frame().select(
        "text",
        lower=folded(text.str.to_lowercase().str.replace(r"^-{2,}$", "-").str.replace(r"^(?:''|``)$", '"')),
        is_word=text.str.contains(r"[\p{L}\p{N}]"),
    )


def _draw_in_guillemets(tokens: Tokens) -> None:
    """No gap between a guillemet that stands off and the words inside it: *« so »*."""
    marks = pl.col("text").is_in(["«", "»", "‹", "›"])
    if not tokens.forms.select(marks.any()).item():
        return
    rows = np.flatnonzero(tokens.holds(marks))
    last, gap = len(tokens.row) - 1, tokens.gap
    opens = tokens.holds(pl.col("text").is_in(["«", "‹"]), rows)
    behind = np.minimum(rows + 1, last)
    word = tokens.holds(pl.col("is_word"), behind)
    inside = (behind > rows) & (tokens.row[behind] == tokens.row[rows]) & (gap[behind] == 0)
    outside = (behind == rows) | (tokens.row[behind] != tokens.row[rows]) | (gap[behind] >= 0) | ~word
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
