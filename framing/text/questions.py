"""Interviews without labels: questions, each a paragraph of its own, and answers in the first person behind them.

An article is one if at least four paragraphs are nothing but a question, text stands behind each, and three in five of
the answers say *I*, *we*, *my* or *our* outside quotation marks. What stands before the first question names one person
alone or says that somebody was asked. Explainers, whose answers are the outlet's own, and columns that ask themselves
are none. The questions are the outlet's own. Who answers is the one person named before the first question; where none
or several are named, nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import polars as pl

from framing.text.tokenise import Numbers, Tokens
from framing.text.turns import Turn
from framing.text.typography import CAPITALS

_QUESTIONS = 4
_LONGEST = 50  # tokens of a question
_ANSWERED = 0.6  # of the answers are in the first person
_FIRST_PERSON = ["i", "we", "my", "our", "i'm", "i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll", "me", "us"]
_NAME = re.compile(rf"[{CAPITALS}][\w'’-]*[^\W\d_]")
_OPENS = frozenset("the a an in on at for by from with when after before as mr mrs ms dr".split())
_ASKED = re.compile(
    r"(?i)\b(?:interview(?:ed|s)?|q&a|q-and-a|conversation|spoke|speaks|talked|talks|asked|sat down|answers|"
    r"in (?:his|her) own words|edited|condensed)\b"
)
_LEAD = 400  # tokens before the first question among which the name is looked for


def interviews(tokens: Tokens, starts: Numbers, taken: set[int]) -> Iterator[Turn]:
    """The questions and answers of all articles that are such interviews.

    starts: the row at which each paragraph begins, and behind the last. taken: articles that have turns by labels.
    """
    if len(starts) < 2 * _QUESTIONS:
        return
    last, size = starts[1:] - 1, np.diff(starts)
    closes = tokens.holds(pl.col("text") == "?", last)
    marked = tokens.holds(pl.col("lower").is_in(['"'])).cumsum()
    asks = closes & (size > 2) & (size <= _LONGEST) & (marked[last] - np.append(0, marked)[starts[:-1]] == 0)
    article = tokens.row[starts[:-1]]
    often = np.bincount(article[asks], minlength=1)
    for number in np.flatnonzero(often >= _QUESTIONS).tolist():
        if number in taken:
            continue
        low, high = np.searchsorted(article, [number, number + 1]).tolist()
        yield from _of_article(tokens, starts, asks, low, high)


def _of_article(tokens: Tokens, starts: Numbers, asks: np.ndarray, low: int, high: int) -> Iterator[Turn]:
    """The answers of one article. low, high: its paragraphs, half-open."""
    questions = (low + np.flatnonzero(asks[low:high])).tolist()
    ends = [*questions[1:], high]
    answers = [
        (int(starts[one + 1]), int(starts[end])) for one, end in zip(questions, ends, strict=True) if one + 1 < end
    ]
    if len(answers) < _QUESTIONS or questions[0] == low:
        return
    personal = 0
    for first, last in answers:
        words = tokens.of("lower", slice(first, last)).to_list()
        outside = "".join('"' if word == '"' else "x" if word in _FIRST_PERSON else " " for word in words)
        personal += "x" in re.sub('"[^"]*"?', "", outside)
    if personal < _ANSWERED * len(answers):
        return
    begin, until = int(starts[low]), int(starts[questions[0]])
    name, name_end, who = _who(tokens, begin, until)
    if who is None and not _ASKED.search(" ".join(tokens.of("text", slice(begin, min(until, begin + _LEAD))))):
        return
    for one in questions:
        first = int(starts[one])
        yield Turn(first, first, first, first + 1, first, int(starts[one + 1]), True, None)
    for first, last in answers:
        label = first if who is None else name
        yield Turn(first, first, label, first + 1 if who is None else name_end, first, last, False, who)


def _who(tokens: Tokens, low: int, high: int) -> tuple[int, int, str | None]:
    """The rows and the words of the one name of two or three words before the questions; null where it is not sure."""
    text = tokens.of("text", slice(low, min(high, low + _LEAD))).to_list()
    found: dict[str, tuple[int, int]] = {}
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and _NAME.fullmatch(text[end]) and (end == at or tokens.gap[low + end] < 2):
            end += 1
        words = text[at:end]
        if words and words[0].lower() in _OPENS:
            at, words = at + 1, words[1:]
        if 2 <= len(words) <= 3:
            found.setdefault(" ".join(words), (low + at, low + end))
        at = max(end, at) + 1
    # In a headline with capitals for style a name is not told from the words around it.
    if len(found) != 1:
        return low, low, None
    ((who, (first, last)),) = found.items()
    return first, last, who
