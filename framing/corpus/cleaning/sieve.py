"""What texts may hold, told of a whole column in one pass: rules are tried only where something can match."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

import polars as pl

_AT_ONCE = 4_000_000  # characters of a column: a table may hold far more than memory would bear twice
_HALVES = re.compile("[\ud800-\udfff]")  # of pairs, as a broken export leaves them: no column takes them


def held(texts: Iterable[str], words: Collection[str]) -> list[list[str]]:
    """Of each text, in letters of any size: which of these words, given in small letters, stand in it, also in others.

    >>> held(["Read our TERMS", "Rain"], ["our terms", "term"])
    [['our terms', 'term'], []]
    """
    found = (
        column.str.to_lowercase().str.extract_many([*words], overlapping=True).list.unique(maintain_order=True)
        for column in _columns(texts)
    )
    return [row for some in found for row in some.to_list()]


def may_match(texts: Iterable[str], form: str) -> list[bool]:
    """Whether each text has a passage of this form, a pattern as polars has them: no looking round."""
    return [row for column in _columns(texts) for row in column.str.contains(form).to_list()]


def _columns(texts: Iterable[str]) -> Iterator[pl.Series]:
    """Texts as columns of some million characters, or of one longer text."""
    some: list[str] = []
    size = 0
    for text in texts:
        if some and size + len(text) > _AT_ONCE:
            yield _column(some)
            some, size = [], 0
        some.append(text)
        size += len(text)
    yield _column(some)


def _column(texts: list[str]) -> pl.Series:
    """Texts as a column; for a half of a pair stands a control character, which no text should hold either."""
    try:
        return pl.Series(texts, dtype=pl.String)
    except UnicodeEncodeError:
        return pl.Series([_HALVES.sub("\x00", text) for text in texts], dtype=pl.String)
