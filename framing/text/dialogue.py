"""Dialogue set with dashes, as papers of many countries print speech: *– We knew of it, says Holm.*

A paragraph that begins with a dash is somebody's speech, but for the words that say whose (*, says Holm*; *—said
Holm—*). An article has such dialogue if two of these paragraphs, and a third of all, say whose they are, or one does
and somebody in them says *I*, *we* or *you* or asks; paragraphs that say nothing of whom belong to it beside one that
does. Lists, whose items begin with dashes too, say nothing of speakers.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl

from framing.text.tokenise import Numbers, Tokens
from framing.text.typography import DASHES, HYPHENS

_VERBS = frozenset(
    "say says said ask asks asked reply replies replied add adds added answer answers answered tell tells told "
    "explain explains explained insist insists insisted shout shouts shouted cry cried continue continues continued "
    "admit admits admitted think thinks thought believe believes believed laugh laughs laughed sigh sighs sighed "
    "whisper whispered".split()
)
_WHO = frozenset("he she they i we".split())
_NOUNS = frozenset("the a an his her".split())  # begin a speaker who is not named
_PERSONS = ["i", "we", "you", "my", "our", "your", "me", "us", "i'm", "we're", "i've", "we've", "?"]
_DASHES = [*DASHES, *HYPHENS]
_BEFORE = frozenset([",", "?", "!", "...", *_DASHES])
_NAME = 5  # words of a speaker between the comma and the verb, or behind it
_GOES_ON = frozenset("who which whose a an the of".split())  # behind a comma, these tell more of the speaker

_Span = tuple[int, int]


def dialogue(tokens: Tokens, starts: Numbers, taken: set[int]) -> Iterator[_Span]:
    """Rows that are said, half-open.

    starts: the row at which each paragraph begins, and behind the last. taken: articles that are interviews.
    """
    if len(starts) < 2:
        return
    begins = starts[:-1]
    dashed = tokens.holds(pl.col("text").is_in(_DASHES), begins) & (np.diff(starts) > 2)
    articles = tokens.row[begins]
    for article in np.unique(articles[dashed]).tolist():
        if article not in taken:
            numbers = np.flatnonzero(dashed & (articles == article)).tolist()
            yield from _of_article(tokens, starts, numbers)


def _of_article(tokens: Tokens, starts: Numbers, numbers: list[int]) -> Iterator[_Span]:
    said: dict[int, _Span | None] = {}
    personal = False
    for number in numbers:
        low, high = int(starts[number]) + 1, int(starts[number + 1])
        words = tokens.of("lower", slice(low, high)).to_list()
        capitals = [text[:1].isupper() for text in tokens.of("text", slice(low, high)).to_list()]
        found = _whose(words, capitals)
        said[number] = (low + found[0], low + found[1]) if found else None
        personal = personal or not set(_PERSONS).isdisjoint(words)
    attributed = sum(span is not None for span in said.values())
    if attributed * 3 < len(numbers) or attributed < (1 if personal else 2):
        return
    for number in numbers:
        low, high = int(starts[number]) + 1, int(starts[number + 1])
        if (span := said[number]) is not None:
            yield low, span[0]
            if span[1] < high:
                yield span[1], high
        elif _beside(said, number):
            yield low, high


def _beside(said: dict[int, _Span | None], number: int) -> bool:
    """Whether a paragraph stands in a run of such paragraphs, one of which says whose it is."""
    for step in (-1, 1):
        at = number + step
        while at in said:
            if said[at] is not None:
                return True
            at += step
    return False


def _whose(words: list[str], capitals: list[bool]) -> _Span | None:
    """Where a paragraph says who speaks: *, said Holm* or *, Holm said*, up to the end of that clause."""
    for at, word in enumerate(words[:-1]):
        if word not in _BEFORE or at == 0:
            continue
        begin = at + 1
        verb = next((k for k in range(begin, min(begin + _NAME + 1, len(words))) if words[k] in _VERBS), None)
        if verb is None or any(words[k] in _BEFORE or words[k] == "." for k in range(begin, verb)):
            continue
        if verb == begin:
            named = verb + 1 < len(words) and (capitals[verb + 1] or words[verb + 1] in _WHO | _NOUNS)
        else:
            named = capitals[begin] or words[begin] in (*_WHO, "the")
            named = named and (verb + 1 >= len(words) or words[verb + 1] in (".", ",", ":", *_DASHES))
        if named:
            return at, _clause_end(words, verb + 1)
    return None


def _clause_end(words: list[str], at: int) -> int:
    """Behind the clause that names the speaker."""
    while at < len(words):
        if words[at] in (".", ":", "!", "?", *_DASHES):
            return min(at + 1, len(words))
        if words[at] == "," and at + 1 < len(words) and words[at + 1] not in _GOES_ON:
            return at + 1
        at += 1
    return len(words)
