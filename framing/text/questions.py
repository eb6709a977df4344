"""Interviews without labels: questions, each a paragraph of its own, and answers in the first person behind them.

An article is one if at least four paragraphs are nothing but a question, text stands behind each, and three in five of
the answers say *I*, *we*, *my* or *our* outside quotation marks. What stands before the first question names one person
alone or says that somebody was asked. Explainers, whose answers are the outlet's own, and columns that ask themselves
are none. The questions are the outlet's own. Who answers is the one person named before the first question; where none
or several are named, nobody.

Two or three questions make an interview only where nothing speaks against it: the text begins with few words that say
that the outlet asked (*answered our questions*), every answer is in the first person and tells of nobody's interview
or speech in marks, and a question says *you*; of three, one person named before them will do for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import polars as pl

from framing.text.tokenise import Numbers, Tokens
from framing.text.turns import Turn
from framing.text.typography import CAPITALS

_QUESTIONS, _FEW = 4, 2
_LONGEST = 50  # tokens of a question
_ANSWERED = 0.6  # of the answers are in the first person
_FIRST_PERSON = ["i", "we", "my", "our", "i'm", "i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll", "me", "us"]
_NAME = re.compile(rf"[{CAPITALS}][\w'’-]*[^\W\d_]")
_OPENS = frozenset("the a an in on at for by from with when after before as mr mrs ms dr".split())
_ASKED = re.compile(
    r"(?i)\b(?:interview(?:ed|s)?|q&a|q-and-a|conversation|spoke|speaks|talked|talks|asked|sat down|answers|"
    r"in (?:his|her) own words|edited|condensed)\b"
)
# That the outlet itself asked, before two or three questions, in words with a blank between any two.
_WE_ASKED = re.compile(
    r"(?i)^\W*(?:(?:the|an?|exclusive) )*(?:\w+ )?interview (?:[:|–—-]|with\b)|[:|–—-] (?:an? |the )?interview\b|"
    r"\bthis interview\b|\bq ?& ?a\b|\bq-and-a\b|\bin conversation with (?:us|our)\b|"
    r"\bwe (?:(?:have|sat down and|met and|also) )?(?:asked|spoke|talked|sat down|interviewed|put)\b|"
    r"\b(?:answer(?:s|ed)|replie[sd] to|takes|took) (?:our|a few|some|two|three|these)(?: of our)? questions\b|"
    r"\b(?:speaks|spoke|talks|talked|sat down) (?:to|with) us\b|"
    r"\bin (?:his|her) own words\b|\b(?:edited|condensed) for (?:length|clarity)\b"
)
_WE_REPORT = frozenset("asked spoke interviewed told".split())  # behind *we*: the outlet tells of its own work
_SAID = frozenset("said says told asked added".split())
_ANSWER = 5  # paragraphs of an answer to one of two or three questions
_INTRODUCED = 150  # tokens before the first of two or three questions
_LEAD = 400  # tokens before the first question among which the name is looked for


def interviews(tokens: Tokens, starts: Numbers, taken: set[int]) -> Iterator[Turn]:
    """The questions and answers of all articles that are such interviews.

    starts: the row at which each paragraph begins, and behind the last. taken: articles that have turns by labels.
    """
    if len(starts) < 2 * _FEW:
        return
    last, size = starts[1:] - 1, np.diff(starts)
    closes = tokens.holds(pl.col("text") == "?", last)
    marked = tokens.holds(pl.col("lower").is_in(['"'])).cumsum()
    asks = closes & (size > 2) & (size <= _LONGEST) & (marked[last] - np.append(0, marked)[starts[:-1]] == 0)
    article = tokens.row[starts[:-1]]
    often = np.bincount(article[asks], minlength=1)
    for number in np.flatnonzero(often >= _FEW).tolist():
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
    if len(answers) < _FEW or questions[0] == low:
        return
    begin, until = int(starts[low]), int(starts[questions[0]])
    lead = _line(tokens.of("text", slice(begin, min(until, begin + _LEAD))))
    few = len(answers) < _QUESTIONS
    if few and (until - begin > _INTRODUCED or len(answers) < len(questions) or not _WE_ASKED.search(lead)):
        return
    name, name_end, who = _who(tokens, begin, until)
    words = [tokens.of("lower", slice(first, last)).to_list() for first, last in answers]
    personal = sum(map(_in_first_person, words))
    if few:
        asked = [tokens.of("lower", slice(int(starts[one]), int(starts[one + 1]))) for one in questions]
        clear = personal == len(answers) and not any(map(_reports, words))
        clear = clear and all(end - one <= _ANSWER + 1 for one, end in zip(questions, ends, strict=True))
        if not clear or not (
            any(question.is_in(["you", "your"]).any() for question in asked) or (len(answers) > _FEW and who)
        ):
            return
    elif personal < _ANSWERED * len(answers) or (who is None and not _ASKED.search(lead)):
        return
    for one in questions:
        first = int(starts[one])
        yield Turn(first, first, first, first + 1, first, int(starts[one + 1]), True, None)
    for first, last in answers:
        label = first if who is None else name
        yield Turn(first, first, label, first + 1 if who is None else name_end, first, last, False, who)


def _in_first_person(answer: list[str]) -> bool:
    """Whether somebody speaks of himself outside quotation marks."""
    outside = "".join('"' if word == '"' else "x" if word in _FIRST_PERSON else " " for word in answer)
    return "x" in re.sub('"[^"]*"?', "", outside)


def _reports(answer: list[str]) -> bool:
    """Whether an answer is an outlet's that tells whom it asked, or what somebody said in marks."""
    if '"' in answer and not _SAID.isdisjoint(answer):
        return True
    return any(one == "we" and other in _WE_REPORT for one, other in pairwise(answer))


def _line(words: pl.Series) -> str:
    return " ".join(words)


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
