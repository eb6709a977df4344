"""How many times as much: *more than doubled* and *from 201 to 388*, *20 times the mass of the Sun* and *25 times*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from framing.comparison.content.in_turn import in_turn
from framing.comparison.content.spelling import one_spelling
from framing.comparison.content.stems import stem
from framing.comparison.content.units import HEDGES, NUMBERS, SCALES
from framing.comparison.content.vocabulary import CALENDAR, STOP
from framing.corpus.corpus import Corpus

_BY = {"halved": 0.5, "doubled": 2.0, "trebled": 3.0, "tripled": 3.0, "quadrupled": 4.0}
_GREW = re.compile(rf"\b(?:(?P<hedge>{HEDGES}) )?(?P<by>{'|'.join(_BY)})\b", re.IGNORECASE)
_END = r"(?!\d|[.,:]\d| ?%| per ?cent|[ -](?:to|and|or)\b)"
_NUMBER = r"(?P<{0}>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?P<{0}s>[ -](?:thousand|million|billion))?"
_CHANGE = re.compile(
    rf"\bfrom [$£€]?{_NUMBER.format('low')}{_END}[^.;\d]{{0,40}}?(?:(?:19|20)\d\d,? )?\bto [$£€]?"
    rf"{_NUMBER.format('high')}{_END}"
)
_WORDS = "|".join(word for word, value in NUMBERS.items() if 1 < value <= 20)
_OF = re.compile(
    rf"\b(?:(?P<hedge>{HEDGES}) )?(?P<number>\d[\d,]*(?:\.\d+)?|{_WORDS})(?P<scale> (?:thousand|million))? times "
    r"(?:the [a-z]+ of|that of|as [a-z]+ as|(?:more [a-z]+|[a-z]+er) than) (?:the |our |its )?(?P<noun>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:“”\"()—–]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_AHEAD, _NEAR = re.compile(r"(?:(?<=\s)[\w’'-]+,? ){1,3}$"), 40  # words before *from* that are shown
_FAR = 300  # characters before a verb or a pair that are read
_EACH = 20  # multiples of a sort in a text
_SHOWN = 12  # words before a verb that are shown
_BESIDE = 6  # words of content before *from*, of which one tells what grew
# Words with which a clause begins that do not tell what grew.
_DULL = frozenset(map(stem, "number numbers amount total figure rate level size share value".split()))
_MORE, _FEWER = ("more than", "over", "at least", "well over"), ("nearly", "almost", "close to", "less than")
_ROUND, _HIGH = 0.1, 1.5  # of a multiple, by which it may be too great; times it, from which it says too little


@dataclass(frozen=True)
class Multiple:
    """value: how many times as much. of: stems of what grew, or of what it is measured by (*the Sun*)."""

    article: str
    sort: str  # verb, pair, times
    value: float
    hedge: str
    of: frozenset[str]
    start: int
    end: int
    context: frozenset[str]  # stems of the sentence and of the one before


def fits(verb: Multiple, value: float) -> bool:
    """Whether *almost doubled* may be said of what grew so many times."""
    told, value = (verb.value, value) if verb.value > 1 else (1 / verb.value, 1 / value)
    if verb.hedge in _MORE:
        return value >= told * 0.99
    least = told * (1 - (3 * _ROUND if verb.hedge in _FEWER else _ROUND))
    return least <= value <= _HIGH * told


def multiples(corpus: Corpus) -> Iterator[Multiple]:
    """Verbs of growing many times, pairs of numbers with what grew, and multiples of something: the first twenty of
    each sort in a text."""
    seen: Counter[tuple[str, str]] = Counter()
    for line in corpus.once(in_turn):
        for sort, value, hedge, what, low, high in _of_sentence(line.text):
            seen[line.article, sort] += 1
            if seen[line.article, sort] <= _EACH:
                start, end = line.start + low, line.start + high
                yield Multiple(line.article, sort, value, hedge, what, start, end, line.context)


def _of_sentence(text: str) -> Iterator[tuple[str, float, str, frozenset[str], int, int]]:
    for match in _GREW.finditer(text):
        ahead = text[max(0, match.start() - _FAR) : match.start()]
        first = max([0, *(one.end() for one in _CLAUSE.finditer(ahead))])
        what = [word for word in _stems(ahead[first:]) if word not in _DULL][:1]
        shown = ahead[first:].lstrip()
        begin = match.start() - (len(shown) if len(shown.split()) <= _SHOWN else 0)
        yield "verb", _BY[match["by"].lower()], (match["hedge"] or "").lower(), frozenset(what), begin, match.end()
    for match in _CHANGE.finditer(text):
        low, high = (_value(match[name], match[f"{name}s"]) for name in ("low", "high"))
        what = _stems(text[max(0, match.start() - _FAR) : match.start()])[-_BESIDE:]
        if low and high:
            led = _AHEAD.search(text, max(0, match.start() - _NEAR), match.start())
            yield "pair", high / low, "", frozenset(what), led.start() if led else match.start(), match.end()
    for match in _OF.finditer(text):
        number = match["number"].lower()
        value = NUMBERS.get(number) or _value(number, match["scale"])
        noun = frozenset({stem(one_spelling(match["noun"].lower()))})
        yield "times", value, (match["hedge"] or "").lower(), noun, match.start(), match.end()


def _value(number: str, scale: str | None) -> float:
    return float(number.replace(",", "")) * SCALES.get((scale or "").strip(" -").lower(), 1.0)


def _stems(text: str) -> list[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return [stem(one_spelling(word)) for word in words if word not in STOP and word not in CALENDAR]
