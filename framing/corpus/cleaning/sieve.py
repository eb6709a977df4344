"""What texts may hold, told of a whole column in one pass: rules are tried only where something can match."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import polars as pl

_HALVES = re.compile("[\ud800-\udfff]")  # of pairs, as a broken export leaves them: no column takes them


def held(texts: Sequence[str], words: Collection[str]) -> list[list[str]]:
    """Of each text, in letters of any size: which of these words, given in small letters, stand in it, also in others.

    >>> held(["Read our TERMS", "Rain"], ["our terms", "term"])
    [['our terms', 'term'], []]
    """
    small = column(texts).str.to_lowercase()
    return small.str.extract_many([*words], overlapping=True).list.unique(maintain_order=True).to_list()


def may_match(texts: Sequence[str], form: str) -> list[bool]:
    """Whether each text has a passage of this form, a pattern as polars has them: no looking round."""
    return column(texts).str.contains(form).to_list()


def column(texts: Sequence[str]) -> pl.Series:
    """Texts as a column; for a half of a pair stands a control character, which no text should hold either."""
    try:
        return pl.Series(texts, dtype=pl.String)
    except UnicodeEncodeError:
        return pl.Series([_HALVES.sub("\x00", text) for text in texts], dtype=pl.String)
