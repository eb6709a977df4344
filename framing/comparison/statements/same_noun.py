"""Different numbers before the same word: *35 countries*, *33 countries*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.fates import fates
from framing.comparison.content.figures import figures
from framing.comparison.content.labels import listed
from framing.comparison.content.units import HEDGES, NUMBERS, SCALES
from framing.comparison.statements import Evidence, Statement, foremost

CHECK = True

_MOST = 3  # words
_NEAR = 16  # characters before a number
_NEARLY, _FAR = 1.1, 10  # times: within which one may be the other in round figures, from which it is of something else
_ROUND = 100  # from which a number that ends in a nought is a round one
_COUNTED = re.compile(r"^(\d[\d,.]*)(?: (thousand|million|billion))? ([^\W\d_][\w’'-]+)$")
_SMALL = re.compile(
    rf"\b({'|'.join(word for word, value in NUMBERS.items() if 1 < value <= 12)}) ([a-z]{{3,}}s)\b", re.I
)
_PRINTED = re.compile(rf"(?:\d[\d,.]*|(?:{'|'.join(NUMBERS)})(?:-\w+)?)(?:[ -](?:thousand|million|billion)\b)?", re.I)
_DEGREE = re.compile(rf"\b({HEDGES}) $", re.IGNORECASE)
# Words for time, parts, and anybody or anything: each text has several numbers of them, of different things.
_ANY = (
    frozenset(
        """people persons others men women children members things times years months weeks days hours minutes seconds
    quarters thirds halves sides ways parts miles kilometers kilometres meters metres feet points cases events pages
    users dollars euros pounds rubles crowns more percent per dozen""".split()
    )
    | SCALES.keys()
)


@dataclass(frozen=True)
class _Count:
    value: float
    degree: str  # the word of degree before it, with a blank: *more than *
    printed: str
    fate: str  # what became of those who are counted, if the sentence tells it
    place: Evidence


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Words before which independent reports of two outlets have different numbers, each of them one number only.

    Not words for time, lengths or anybody (*people*), nor where the counted met different fates (*114 passengers*, *14
    passengers were hurt*), nor numbers ten times apart, round ones within a tenth, or those that `numbers`, `rivals` or
    `mismatches` set side by side or that another of the texts has, too. The three words that most reports count; only
    of texts of one event.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    told = (comparison.numbers, comparison.rivals, comparison.mismatches)
    places = {place for frame in told for place in frame.select("article", "start").iter_rows()}
    bodies = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    made = []
    for noun, texts in _by_noun(comparison, bodies).items():
        sure = {article: some[0] for article, some in texts.items() if len({one.value for one in some}) == 1}
        by_value: defaultdict[float, list[str]] = defaultdict(list)
        for article, one in sure.items():
            by_value[one.value].append(article)
        values = sorted(by_value)
        mixed = len({one.fate for one in sure.values()}) > 1  # all passengers, and those who were hurt
        if mixed or len(values) < 2 or len(labels.of_outlets(sure)) < 2 or labels.independent(sure) < 2:
            continue
        if values[-1] > _FAR * values[0] or any(_rounded(one, other) for one, other in pairwise(values)):
            continue
        both = any(
            sure[article].value != one.value and _prints(bodies[article], one)
            for article in sure
            for one in sure.values()
        )
        if both or any((one.place.article, one.place.start) in places for some in texts.values() for one in some):
            continue
        shown: defaultdict[str, list[str]] = defaultdict(list)
        for value in sorted(values, key=lambda value: (-len(by_value[value]), value)):
            for article in by_value[value]:
                shown[sure[article].degree + sure[article].printed].append(article)
        parts = [labels.beside(number, articles) for number, articles in shown.items()]
        sentence = f"Before the word “{noun}” stand different numbers: {listed(parts)}."
        evidence = tuple(one.place for one in sure.values())
        salience = 0.4 + 0.3 * len(sure) / labels.total
        made.append(Statement("texts", "number", labels.of_outlets(sure), sentence, evidence, salience))
    yield from foremost(made, _MOST)


def _by_noun(comparison: Comparison, bodies: dict[str, str]) -> Mapping[str, Mapping[str, list[_Count]]]:
    """Noun -> text -> what it counts of it; small numbers in words are no figures, and stand in the text alone."""
    corpus = comparison.scores.corpus
    lines = corpus.sentences.select("article", "start", "text").iter_rows()
    fate_of = {(article, start + one.start): one.fate for article, start, text in lines for one in fates(text)}
    found: defaultdict[str, defaultdict[str, list[_Count]]] = defaultdict(lambda: defaultdict(list))

    def add(noun: str, article: str, value: float, start: int, end: int) -> None:
        if noun not in _ANY and article in comparison.labels.groups:
            degree = _DEGREE.search(bodies[article][max(0, start - _NEAR) : start])
            before = f"{degree[1].lower()} " if degree else ""
            printed = _PRINTED.match(bodies[article], start, end)
            number = " ".join(printed[0].split()).lower() if printed else f"{value:,.0f}"
            fate = fate_of.get((article, start), "")
            found[noun][article].append(_Count(value, before, number, fate, Evidence(article, start, end)))

    counts = corpus.once(figures).filter(pl.col("sort") == "count").sort("article", "start")
    for article, item, start, end in counts.select("article", "item", "start", "end").iter_rows():
        if match := _COUNTED.match(item):
            value = float(match[1].replace(",", "")) * SCALES.get(match[2], 1.0)
            add(match[3].lower(), article, value, start, end)
    for article, text in bodies.items():
        for small in _SMALL.finditer(text):
            add(small[2].lower(), article, NUMBERS[small[1].lower()], *small.span())
    return found


def _rounded(one: float, other: float) -> bool:
    """Whether of two numbers, the smaller first, one may be the other in round figures."""
    return other <= _NEARLY * one and any(value >= _ROUND and value % 10 == 0 for value in (one, other))


def _prints(text: str, count: _Count) -> bool:
    """Whether a text has a number somewhere, before whatever word."""
    return re.search(rf"(?<![\w.,]){re.escape(count.printed)}(?![\w.,]*\d)\b", text, re.IGNORECASE) is not None
