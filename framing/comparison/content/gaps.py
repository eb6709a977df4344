"""What stands where another text has three dots: words that a quotation leaves out, as another text prints them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stems
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a place of a quotation where a text leaves words out, with three dots, and another text prints them
GAPS: Schema = {
    "article": pl.String,  # that leaves the words out
    "outlet": pl.String,
    "start": pl.UInt32,  # of the words before the dots
    "end": pl.UInt32,  # of the words behind them
    "text": pl.String,
    "fuller": pl.String,  # the article that prints them
    "fuller_start": pl.UInt32,
    "fuller_end": pl.UInt32,
    "fuller_text": pl.String,  # what it prints there
    "words": pl.UInt32,  # of what is left out
}
_BESIDE = 3  # words before and behind the dots that both texts have
_SHOWN = 6  # of them that are shown
_FEWEST, _MOST = 2, 60  # words that are left out
_ENDS = re.compile(r"[“”\"„«»\n]")
_DOTS = ("…", "...", ". . .")

_Word = tuple[str, int, int, bool]  # small letters, start, end, of content


def gaps(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`GAPS`: a row for each place where one text has *…* within quotation marks and a text of another report has
    quoted words between the same three words before and the same three behind.

    Two to sixty words, one of them of content, of which the text with the dots has no three in a row anywhere.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    quoted: defaultdict[str, list[_Word]] = defaultdict(list)
    every: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    columns = ("article", "lower", "start", "end", "content", "quoted", "part")
    last: dict[str, tuple[str, ...]] = {}
    for article, lower, start, end, content, inside, part in corpus.once(stems).select(columns).iter_rows():
        word = lower.replace("’", "'")
        last[article] = (*last.get(article, ()), word)[-_BESIDE:]
        every[article].add(last[article])
        if inside and part == "body":
            quoted[article].append((word, start, end, content))
    index: defaultdict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for article, words in quoted.items():
        for at in range(len(words) - _BESIDE + 1):
            index[_run(words, at)].append((article, at))
    rows: list[dict[str, Any]] = []
    for article, words in quoted.items():
        for at in range(_BESIDE, len(words) - _BESIDE + 1):
            between = texts[article][words[at - 1][2] : words[at][1]]
            if not any(dots in between for dots in _DOTS) or any(sign.isalnum() for sign in between):
                continue
            found = [
                {"fuller": other, **filled}
                for other, low in index[_run(words, at - _BESIDE)]
                if labels.groups[other] != labels.groups[article]
                and (filled := _filled(quoted[other], low + _BESIDE, _run(words, at), every[article]))
            ]
            if not found:
                continue
            start, end = _around(texts[article], words, at)
            rows += [
                {"article": article, "outlet": outlets[article], "start": start, "end": end}
                | {"text": texts[article][start:end]}
                | row
                | {"fuller_text": texts[row["fuller"]][row["fuller_start"] : row["fuller_end"]]}
                for row in found
            ]
    return pl.DataFrame(rows, schema=dict(GAPS))


def _around(text: str, words: list[_Word], at: int) -> tuple[int, int]:
    """Some words before and behind the dots, within one pair of marks and one line."""
    low, high = at - 1, at
    while low > max(at - _SHOWN, 0) and not _ENDS.search(text[words[low - 1][2] : words[low][1]]):
        low -= 1
    while high + 1 < min(at + _SHOWN, len(words)) and not _ENDS.search(text[words[high][2] : words[high + 1][1]]):
        high += 1
    return words[low][1], words[high][2]


def _run(words: list[_Word], at: int) -> tuple[str, ...]:
    return tuple(word[0] for word in words[at : at + _BESIDE])


def _filled(
    words: list[_Word], low: int, behind: tuple[str, ...], known: set[tuple[str, ...]]
) -> dict[str, Any] | None:
    """What a text has from a word on until the words behind the dots come; None where they do not, or say nothing."""
    for high in range(low, min(low + _MOST, len(words) - _BESIDE) + 1):
        if _run(words, high) == behind:
            left_out = words[low:high]
            runs = {_run(left_out, at) for at in range(len(left_out) - _BESIDE + 1)}
            if len(left_out) < _FEWEST or not any(word[3] for word in left_out) or runs & known:
                return None
            return {"fuller_start": left_out[0][1], "fuller_end": left_out[-1][2], "words": len(left_out)}
    return None
