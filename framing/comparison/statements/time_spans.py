"""One count over two spans of time, and one span put differently: *for over a week*, *for nearly 10 days*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.figures import figures
from framing.comparison.content.stems import stem
from framing.comparison.content.units import HEDGES, NUMBERS
from framing.comparison.content.vocabulary import CALENDAR, STOP
from framing.comparison.content.within import within
from framing.comparison.statements import Evidence, Statement, foremost
from framing.comparison.worded import of_figures

CHECK = True

_MANY, _EACH = 40, 20  # texts; spans and counts of each
_MOST = 2  # of each sort
_HOUR = r"(?:midnight|noon|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?)"
_PERIOD = re.compile(
    rf"\bbetween (?:about |around )?{_HOUR} and (?:about |around )?{_HOUR}(?: \w+day)?|"
    r"\b(?:in|over|during|within) the (?:past|last|previous|preceding) (?:[\w-]+ )?(?:hour|day|week|month|year)s?\b|"
    r"\bsince (?:midnight|noon|\w+day|January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b",
    re.IGNORECASE,
)
_AGO = 60  # characters between a count and its period, at most
_LEAST = 100  # from which a count that is not round is one wherever it stands
_WORDS = "|".join(word for word, value in NUMBERS.items() if 1 <= value <= 20)
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_SPAN = re.compile(
    rf"(?P<ahead>(?<![\w’'-])(?:[\w’'-]{{1,30}} ){{3,8}})for (?P<hedge>(?:{HEDGES}|closer to|just under|just over) )?"
    rf"(?P<number>\d{{1,3}}|an?|{_WORDS}) (?P<unit>{'|'.join(_DAYS)})s?\b(?![ -](?:old|sentence|term|in))",
    re.IGNORECASE,
)
_SHARED = 2  # words of content before both spans
_APART = 2  # times the shorter: more are two spans


@dataclass(frozen=True)
class _Span:
    article: str
    key: str  # what is counted; of a span, *about*, *nearly*
    value: float  # the count, or days
    period: str
    words: frozenset[str]
    start: int
    end: int


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Spans of time that texts of two outlets give differently.

    Either one count of a hundred and more that is not round (*809 flights*) stands beside two periods (*in the past 24
    hours*, *since midnight*); or two spans, up to twice as long, stand behind *for* and two of the same words
    (*without water for over a week*, *for nearly 10 days*), of which one text may have two only if none is exact. Two
    of each sort at most, of up to forty texts of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or labels.total > _MANY:
        return
    for opens, found, one_thing in (
        ("One number is given for different times", _counts(comparison), _one_count),
        ("One span of time is put differently", _spans(comparison), _one_span),
    ):
        yield from foremost(_told(comparison, opens, found, one_thing), _MOST)


def _told(
    comparison: Comparison, opens: str, found: Iterable[_Span], one_thing: Callable[[_Span, _Span], bool]
) -> Iterator[Statement]:
    labels = comparison.labels
    left = _first(one for one in found if one.article in labels.groups)
    while left:
        group = [left[0], *(one for one in left[1:] if one_thing(left[0], one))]
        left = [one for one in left if one not in group]
        of: defaultdict[str, set[float]] = defaultdict(set)
        for one in group:
            of[one.article].add(one.value)
        group = [one for one in group if one.key or len(of[one.article]) == 1]
        group.sort(key=lambda one: (one.value, one.start))
        values, outlets = {(one.value, one.period) for one in group}, labels.of_outlets(one.article for one in group)
        if len(values) > 1 and len(outlets) > 1:
            places = (Evidence(one.article, one.start, one.end) for one in group)
            yield of_figures(comparison, opens, places, 0.5)


def _first(found: Iterable[_Span]) -> list[_Span]:
    """The first twenty of each text, each of them once."""
    seen: defaultdict[str, dict[tuple[object, ...], _Span]] = defaultdict(dict)
    for one in found:
        if len(seen[one.article]) < _EACH:
            seen[one.article].setdefault((one.key, one.value, one.period, one.words), one)
    return [one for some in seen.values() for one in some.values()]


def _one_count(one: _Span, other: _Span) -> bool:
    return (one.key, one.value) == (other.key, other.value)


def _one_span(one: _Span, other: _Span) -> bool:
    low, high = sorted((one.value, other.value))
    return high <= _APART * low and len(one.words & other.words) >= _SHARED


def _counts(comparison: Comparison) -> Iterator[_Span]:
    """Counts that are not round, with the one period of their sentence."""
    corpus = comparison.scores.corpus
    rows = corpus.once(figures).filter(pl.col("sort") == "count").sort("article", "start")
    places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, item, start, end in rows.select("article", "item", "start", "end").iter_rows():
        places[article].append((start, end, item))
    body = corpus.sentences.filter(part="body").select("article", "start", "end", "text")
    for article, base, stop, text in body.iter_rows():
        periods = list(_PERIOD.finditer(text))
        for start, end, item in within(places[article], base, stop) if len(periods) == 1 else ():
            number, _, noun = item.partition(" ")
            value = float(number.replace(",", "")) if number.replace(",", "").isdigit() else 0.0
            low, high = base + periods[0].start(), base + periods[0].end()
            near = min(abs(low - end), abs(start - high)) <= _AGO
            if value >= _LEAST and value % 10 and near:
                period = periods[0][0].lower()
                yield _Span(article, noun, value, period, frozenset(), min(start, low), max(end, high))


def _spans(comparison: Comparison) -> Iterator[_Span]:
    body = comparison.scores.corpus.sentences.filter(part="body").select("article", "start", "text")
    for article, base, text in body.iter_rows():
        for match in _SPAN.finditer(text):
            words = [word.lower() for word in re.findall(r"[^\W\d_]{4,}", match["ahead"])]
            kept = frozenset(stem(word) for word in words if word not in STOP and word not in CALENDAR)
            number = match["number"].lower()
            value = 1.0 if number in ("a", "an") else NUMBERS.get(number) or float(number)
            if value:
                days = value * _DAYS[match["unit"].lower()]
                hedge = (match["hedge"] or "").lower()
                yield _Span(article, hedge, days, "", kept, base + match.start(), base + match.end())
