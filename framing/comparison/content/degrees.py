"""One figure that texts put differently: *less than 5 per cent*, *almost 5 per cent*.

The number is the same, and what stands before it makes it small or great.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Any

import polars as pl

from framing.comparison.content.alike import Placed, placed, shown
from framing.comparison.content.labels import Labels
from framing.comparison.content.quantities import BARE, OR_MORE, TIMES_AS_MANY
from framing.comparison.content.stems import stem
from framing.comparison.content.units import HEDGES, TIMES
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a figure of a thing to which texts set different words of degree.
DEGREES: Schema = {
    "thing": pl.UInt32,  # the same for all texts with the figure
    "article": pl.String,
    "outlet": pl.String,
    "value": pl.Float64,
    "unit": pl.String,  # what is counted (a stem), a measure, a currency, %, hours; *times* of *doubled*
    "degree": pl.String,  # over, at least, under, nearly, up to, about, exact
    "hedge": pl.String,  # the word itself; empty of an exact one
    "start": pl.UInt32,  # of the figure with that word
    "end": pl.UInt32,
    "low": pl.UInt32,  # with the words that another text has beside it as well
    "high": pl.UInt32,
    "text": pl.String,  # these words
}
_DEGREES = {
    "over": "more than|over", "under": "less than|fewer than|under", "nearly": "nearly|almost|close to",
    "up to": "up to|as many as", "about": "about|around|roughly|approximately|some|an estimated",
    "at least": f"at least|{OR_MORE}", "exact": "",
}  # fmt: skip
_OF = {word: degree for degree, words in _DEGREES.items() for word in words.split("|")}
_SAME = frozenset({"about", "at least", "exact"})  # these alone are no difference
# *over* that says where or how long: *spread over ten states*, *over two days*
_ACROSS = re.compile(r"(?i)\b(?:spread|stretch|scatter|distribut|extend|span|split|straddl|rang)\w*(?: out)? over $")
_PLACES = frozenset(
    map(stem, "states counties countries provinces districts regions cities towns villages sites pages acts".split())
)
# Before a figure that is not exact, and none of the words above, or not right before it: *almost a 50 % raise*.
_NEAR = re.compile(rf"(?i)\b(?:near(?:ing)?|{HEDGES}) (?:an? )?$")
_TELLING = 2  # words beside two multiples (*doubled*, *trebled*) that are the same
_CONTEXT = 4  # words of content that the sentences (each with the one before) share


_Way = tuple[float, str]  # the value, and its degree


def degrees(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`DEGREES`: figures of one value, unit and thing with words of different degree in independent reports.

    Of one thing: the same noun is counted, or a word beside both is the same; and the sentences share four words.
    A text that puts a figure in two ways is left out, as are *about five* or *at least five* beside *five*, *near 30*,
    *up to 38 per cent* of rates, which are several, shares *against the dollar* beside others, *three-year*, and *over*
    that says where or how long (*over two days*, *spread over ten states*). Multiples may differ in value as well
    (*more than doubled*, *almost trebled*), where two words beside are the same and the sentences share eight.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    by_figure: defaultdict[tuple[str, float], list[Placed]] = defaultdict(list)
    for one in corpus.once(placed):
        over = one.one.hedge == "over" and (
            one.one.unit in TIMES | _PLACES or _ACROSS.search(texts[one.article][max(0, one.start - 30) : one.start])
        )  # "the talks were held over four days"
        most = one.one.unit == "%" and _OF.get(one.one.hedge) == "up to"  # the greatest of several rates
        near = not one.one.hedge and _NEAR.search(texts[one.article][max(0, one.start - 12) : one.start])
        span = one.one.unit in TIMES and "-" in texts[one.article][one.start : one.end]  # *a three-year cap*, rounded
        if one.one.hedge in _OF and not span and not over and not most and not near:
            times = one.one.unit == TIMES_AS_MANY  # *more than doubled*, *almost trebled*: both may be so
            by_figure[one.one.unit, 0.0 if times else one.one.value].append(one)
    rows: list[dict[str, Any]] = []
    thing = 0
    for (unit, _), found in sorted(by_figure.items()):
        for group in _same(found):
            kept = list(_differing(group, group if unit == TIMES_AS_MANY else found, labels))
            for one in kept:
                text, degree = texts[one.article], _OF[one.one.hedge]
                ahead = one.one.hedge and one.one.hedge != OR_MORE
                start = one.start - len(one.one.hedge) - 1 if ahead else one.start
                others = (each for each in kept if _way(each) != _way(one))
                low, high = shown(one, others, text)
                low = min(low, start)
                rows.append(
                    {
                        "thing": thing, "article": one.article, "outlet": outlets[one.article], "value": one.one.value,
                        "unit": unit, "degree": degree, "hedge": one.one.hedge, "start": start, "end": one.end,
                        "low": low, "high": high, "text": " ".join(text[low:high].split()),
                    }
                )  # fmt: skip
            thing += bool(kept)
    return pl.DataFrame(rows, schema=dict(DEGREES))


def _same(found: list[Placed]) -> Iterator[list[Placed]]:
    """Those that are of one thing with one of the others.

    With fewer words beside it a figure is with none. Of figures in the same surroundings one stands for all: a text may
    say one thing a thousand times.
    """
    groups: list[tuple[list[Placed], dict[Hashable, Placed]]] = []
    for one in (one for one in found if len(one.context) >= _CONTEXT):
        rest, joined, kinds = [], list[Placed](), dict[Hashable, Placed]()
        for group in groups:
            if any(_one_thing(one, other) for other in group[1].values()):
                joined, kinds = joined + group[0] if joined else group[0], kinds | group[1]
            else:
                rest.append(group)
        joined.append(one)
        kinds.setdefault((one.context, one.against, one.beside, one.one.when, one.one.around), one)
        groups = [*rest, (joined, kinds)]
    yield from (group for group, _ in groups if len(group) > 1)


def _one_thing(one: Placed, other: Placed) -> bool:
    a, b = one.one, other.one
    counted = a.unit.isalpha() and a.unit not in (*TIMES, BARE, TIMES_AS_MANY)
    if a.unit == TIMES_AS_MANY and a.value != b.value:
        beside, context = len(one.beside & other.beside), len(one.context & other.context)
        when = beside > _TELLING or (a.when <= b.around and b.when <= a.around)
        return beside >= _TELLING and context >= 2 * _CONTEXT and when and (a.value > 1) == (b.value > 1)
    return (
        len(one.context & other.context) >= _CONTEXT
        and one.against == other.against
        and (counted or not one.beside.isdisjoint(other.beside))
        and a.when <= b.around
        and b.when <= a.around
    )


def _way(one: Placed) -> _Way:
    return one.one.value, _OF[one.one.hedge]


def _differing(group: list[Placed], every: list[Placed], labels: Labels) -> Iterator[Placed]:
    """One of each text, where the degrees differ. every: all with the value and unit."""
    ways_of: defaultdict[str, set[_Way]] = defaultdict(set)
    for one in every:
        ways_of[one.article].add(_way(one))
    first = {one.article: one for one in reversed(group)}
    kept = [one for article, one in first.items() if len(ways_of[article]) == 1]
    by_report: defaultdict[str, set[_Way]] = defaultdict(set)
    for one in kept:
        by_report[labels.groups[one.article]].add(_way(one))
    ways = set().union(*by_report.values()) if by_report else set()
    slight = {degree for _, degree in ways} <= _SAME and len({value for value, _ in ways}) == 1
    if len(by_report) > 1 and len(ways) > 1 and not slight and any(one != ways for one in by_report.values()):
        yield from kept
