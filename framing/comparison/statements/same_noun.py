"""Different numbers before the same word: *35 countries*, *33 countries*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.figures import figures
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement, foremost

CHECK = True

_MOST = 3  # words
_COUNTED = re.compile(r"^(\d[\d,.]*(?: (?:thousand|million|billion))?) ([^\W\d_][\w’'-]+)$")
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_SMALL = re.compile(rf"\b({'|'.join(_WORDS)}) ([a-z]{{3,}}s)\b", re.IGNORECASE)
_NEAR = 16  # characters before a number
_NEARLY = 1.1  # times
_FAR = 10  # times: of numbers so far apart one counts something else
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_DEGREE = re.compile(
    r"\b((?:more|fewer|less) than|at least|up to|as many as|about|around|some|nearly|almost|over|roughly|"
    r"approximately) $",
    re.IGNORECASE,
)
# Words for time, and for anybody or anything: each text has several numbers of them, of different things.
_ANY = frozenset(
    """people persons others men women children members things times years months weeks days hours minutes seconds
    miles kilometers kilometres meters metres feet points cases events pages users dollars euros pounds rubles crowns
    more percent per dozen""".split()
)


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Words before which independent reports have different numbers, each of those reports one number only.

    Not words for time, lengths or anybody (*people*), nor numbers ten times apart, round ones within a tenth, or those
    that `numbers`, `rivals` or `mismatches` set side by side or that another of the texts has, too. The three words
    that most reports count; only of texts of one event.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    told = (comparison.numbers, comparison.rivals, comparison.mismatches)
    places = {place for frame in told for place in frame.select("article", "start").iter_rows()}
    found: defaultdict[str, defaultdict[str, list[tuple[str, Evidence]]]] = defaultdict(lambda: defaultdict(list))
    bodies = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    counts = comparison.scores.corpus.once(figures).filter(pl.col("sort") == "count").sort("article", "start")
    for article, item, start, end in counts.select("article", "item", "start", "end").iter_rows():
        match = _COUNTED.match(item)
        if match and match[2].lower() not in _ANY and article in labels.groups:
            found[match[2].lower()][article].append((match[1], Evidence(article, start, end)))
    for article, text in bodies.items():  # small numbers in words are no figures
        for small in _SMALL.finditer(text) if article in labels.groups else ():
            if small[2] not in _ANY:
                value = str(2 + _WORDS.index(small[1].lower()))
                found[small[2]][article].append((value, Evidence(article, *small.span())))
    made = []
    for noun, texts in found.items():
        sure = {article: some for article, some in texts.items() if len({value for value, _ in some}) == 1}
        values: defaultdict[str, list[str]] = defaultdict(list)
        for article, some in sure.items():
            values[some[0][0]].append(article)
        reports = {value: {labels.groups[article] for article in articles} for value, articles in values.items()}
        if len(values) < 2 or any((row.article, row.start) in places for some in texts.values() for _, row in some):
            continue
        if len(set.union(*reports.values())) < 2 or set.intersection(*reports.values()):
            continue
        if any(_prints(bodies[article], value) for value in values for article in sure if sure[article][0][0] != value):
            continue  # a text has the other number, too
        sizes = sorted(map(_size, values))
        if sizes[-1] > _FAR * sizes[0] or any(_rounded(one, other) for one, other in pairwise(sizes)):
            continue  # of towns in the land, and of those that burnt; 640, and about 600
        shown: defaultdict[str, list[str]] = defaultdict(list)
        for value in sorted(values, key=lambda value: (-len(values[value]), value)):
            for article in values[value]:
                shown[_degree(bodies[article], sure[article][0][1].start) + value].append(article)
        parts = [labels.beside(value, articles) for value, articles in shown.items()]
        evidence = tuple(some[0][1] for some in sure.values())
        sentence = f"Before the word “{noun}” stand different numbers: {listed(parts)}."
        salience = 0.4 + 0.3 * len(sure) / labels.total
        made.append(Statement("texts", "number", labels.of_outlets(sure), sentence, evidence, salience))
    yield from foremost(made, _MOST)


def _rounded(one: float, other: float) -> bool:
    """Whether of two numbers, the smaller first, one may be the other in round figures."""
    return other <= _NEARLY * one and any(size >= 100 and size % 10 == 0 for size in (one, other))


def _prints(text: str, value: str) -> bool:
    """Whether a text has a number somewhere, before whatever word."""
    return re.search(rf"(?<![\w.,]){re.escape(value.partition(' ')[0])}(?![\w.,]*\d)", text) is not None


def _size(value: str) -> float:
    number, _, scale = value.partition(" ")
    return float(number.replace(",", "")) * _SCALES.get(scale, 1.0)


def _degree(text: str, start: int) -> str:
    """The word of degree before a number, with a blank: *more than *."""
    match = _DEGREE.search(text[max(0, start - _NEAR) : start])
    return f"{match[1].lower()} " if match else ""
