"""Different figures beside the same words: *could cost the economy $2 billion per day*, *$1 billion in a week*."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.figures import figures
from framing.comparison.content.found import COMMON
from framing.comparison.content.quantities import rounds
from framing.comparison.content.stems import stem, stems
from framing.comparison.content.units import HEDGES, SCALES
from framing.comparison.statements import Evidence, Statement, foremost, made

CHECK = True

_REPORTS, _MANY = 2, 8  # independent ones
_MOST = 3  # pairs
_BEFORE, _BEHIND = 9, 10  # words beside a figure, in its sentence
_LONG = 60  # words of a sentence on either side
_SHARED = 3  # of them that are the same
_FAR = 10  # times, from which a figure is of something else
_NEAR = 1.3  # times, within which words of the whole sentences speak for one thing as well
_EXACT = 3  # digits: if both figures have more, they are two exact ones, of two things
_EACH = 60  # figures of a text that are compared: more are a table
_SORTS = ("money", "share", "count", "quantity")
_AFTER = re.compile(r"(?: (?:\d[\d,.]*\d|[\w’'%-]+)){0,4}")  # that are shown behind
_DEGREE = re.compile(rf"\b(?:{HEDGES}) (?:an? )?$", re.IGNORECASE)
_ROUGHLY = 1.05  # times, within which a figure with *almost* or *about* is the other
_VALUE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CHANGED = re.compile(
    r"[- ](?:per ?cent )?(?:increase|rise|jump|surge|growth|hike|decrease|fall|drop|decline|cut|gain|reduction)\b",
    re.IGNORECASE,
)
_TOLD = (
    "numbers",
    "rivals",
    "mismatches",
    "same_noun",
    "degrees",
    "slot_figures",
)  # what they set side by side is not said again
# Words beside figures of any kind, and units.
_DULL = COMMON | {
    stem(word)
    for word in """percent cent hundred thousand million billion trillion dollar euro pound mile kilometer quarter
    second third compare average total amount increase decrease rise fall""".split()
}


@dataclass(frozen=True)
class _Figure:
    article: str
    sort: str  # with the unit of an amount: *quantity km*
    value: float
    start: int
    end: int
    hedge: int  # where *about*, *more than* before it begins, or the figure itself
    beside: dict[str, tuple[int, int]]  # the stem of a word beside it -> where it stands
    sentence: frozenset[str]  # those of its whole sentence


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Two figures of one sort (sums, shares, counts), in independent reports, beside three of the same words, nine
    before and ten behind them in their sentences.

    Of figures within a third of each other three words of their whole sentences are enough, if one stands beside both:
    not of two that are given to the last digit, nor of one that may be the other, rounded. Neither text has the other's
    figure; they are less than ten times apart, in one unit, levels both or changes both (*a 16 per cent rise*), and no
    other file sets them side by side. They may be of one thing, or
    not: to be checked. The three pairs with most words beside both; of two to eight independent reports of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or not _REPORTS <= labels.reports <= _MANY:
        return
    told = [place for name in _TOLD for one in made(comparison, name) for place in one.evidence]
    found = [one for one in _figures(comparison) if not any(_within(one, place) for place in told)]
    values: defaultdict[tuple[str, str], set[float]] = defaultdict(set)
    for one in found:
        values[one.article, one.sort].add(one.value)
    pairs = [
        (one, other)
        for one, other in combinations(found, 2)
        if one.sort == other.sort
        and labels.groups[one.article] != labels.groups[other.article]
        and one.value not in values[other.article, one.sort]
        and other.value not in values[one.article, one.sort]
        and not _roughly(one, other)
        and (_beside(one, other) or _around(one, other))
    ]
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    taken: set[_Place] = set()
    some: list[Statement] = []
    for pair in sorted(pairs, key=lambda pair: (-len(pair[0].beside.keys() & pair[1].beside.keys()), _places(pair))):
        if taken.isdisjoint(_places(pair)):
            taken |= set(_places(pair))
            spans = [_passage(one, pair[0].beside.keys() & pair[1].beside.keys(), texts[one.article]) for one in pair]
            shown = " and ".join(
                labels.beside(f"“{' '.join(texts[one.article][low:high].split())}”", [one.article])
                for one, (low, high) in zip(pair, spans, strict=True)
            )
            evidence = tuple(Evidence(one.article, *span) for one, span in zip(pair, spans, strict=True))
            outlets = labels.of_outlets(one.article for one in pair)
            sentence = f"Different figures stand beside the same words: {shown}."
            some.append(Statement("texts", "number", outlets, sentence, evidence, 0.55 - 0.02 * len(some)))
    yield from foremost(some, _MOST)


_Place = tuple[str, int]


def _roughly(one: _Figure, other: _Figure) -> bool:
    """Whether one of the two is hedged, and so the other: *almost a 90% risk*, *87%*."""
    low, high = sorted((one.value, other.value))
    return any(figure.hedge < figure.start for figure in (one, other)) and high <= _ROUGHLY * low


def _beside(one: _Figure, other: _Figure) -> bool:
    apart = max(one.value, other.value) / min(one.value, other.value)
    return apart < _FAR and len(one.beside.keys() & other.beside.keys()) >= _SHARED


def _around(one: _Figure, other: _Figure) -> bool:
    """Whether two figures near to each other have a word beside both, and others in their sentences."""
    low, high = sorted((one.value, other.value))
    digits = [f"{value:.12g}".replace(".", "").strip("0") for value in (low, high)]
    return (
        high <= _NEAR * low
        and min(map(len, digits)) <= _EXACT
        and not rounds(low, high)
        and not one.beside.keys().isdisjoint(other.beside.keys())
        and len(one.sentence & other.sentence) >= _SHARED
    )


def _within(figure: _Figure, place: Evidence) -> bool:
    return figure.article == place.article and place.start <= figure.start < place.end


def _places(pair: tuple[_Figure, _Figure]) -> list[_Place]:
    return [(one.article, one.start) for one in pair]


def _figures(comparison: Comparison) -> Iterator[_Figure]:
    """The figures of the bodies with a value, and the words of content beside each."""
    corpus = comparison.scores.corpus
    words: defaultdict[str, list[tuple[int, int, int, str, bool]]] = defaultdict(list)
    body = corpus.once(stems).filter(part="body").select("article", "start", "end", "sentence", "stem", "content")
    for article, *word in body.iter_rows():
        words[article].append(tuple(word))
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    rows = corpus.once(figures).filter(pl.col("sort").is_in(_SORTS)).sort("article", "start")
    count: defaultdict[str, int] = defaultdict(int)
    for article, item, sort, start, end in rows.select("article", "item", "sort", "start", "end").iter_rows():
        value, own = _value(item), words[article]
        at = bisect_right(own, start, key=lambda word: word[0]) - 1
        count[article] += 1
        if not value or at < 0 or count[article] > _EACH or article not in comparison.labels.groups:
            continue
        first = max(0, at - _LONG)
        around = [
            (place, to, root, -_BEFORE <= off <= _BEHIND)
            for off, (place, to, sentence, root, content) in enumerate(own[first : at + _LONG], first - at)
            if content and sentence == own[at][2] and not start <= place < end and root not in _DULL and len(root) > 2
        ]
        near = {root: (place, to) for place, to, root, beside in around if beside}
        degree = _DEGREE.search(texts[article][max(0, start - 20) : start])
        hedge = start - len(degree[0]) if degree else start
        unit = " ".join(word for word in item.split()[1:] if word not in SCALES) if sort == "quantity" else ""
        rise = "change" if sort == "share" and _CHANGED.match(texts[article], end) else ""
        yield _Figure(
            article, f"{sort} {unit}{rise}", value, start, end, hedge, near, frozenset(root for _, _, root, _ in around)
        )


def _value(item: str) -> float | None:
    """The number of a figure; none of a range."""
    numbers = [float(one.replace(",", "")) for one in _VALUE.findall(item)]
    scale = next((SCALES[word] for word in item.split() if word in SCALES), 1.0)
    return numbers[0] * scale if len(numbers) == 1 else None


def _passage(figure: _Figure, shared: set[str], text: str) -> tuple[int, int]:
    """From the first to the last of the words that both have, and the figure, with what follows up to a break."""
    places = [figure.beside[word] for word in shared]
    low, high = min(figure.hedge, *(start for start, _ in places)), max(figure.end, *(end for _, end in places))
    behind = _AFTER.match(text, high)
    return low, behind.end() if behind else high
