"""How many times as much: *more than doubled*, where another text has *from 201 to 388*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from framing.comparison.compare import Comparison
from framing.comparison.content.multiples import Multiple, fits, multiples
from framing.comparison.statements import Evidence, Statement, foremost
from framing.comparison.worded import of_figures

CHECK = True

_MANY = 40  # texts
_MOST = 3  # things
_SHARED = 2  # words of content that the sentences share, with those before them
_APART = 1.5  # times the least multiple: more are of two things


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Multiples of one thing that differ from text to text of two outlets.

    Either a verb (*more than doubled*) says more, or far less, than the two numbers that another text has for what it
    is said of (*referrals rose from 201 to 388*); or each text has another multiple of one thing (*20 times the mass
    of the Sun*, *25 times*), up to half as much again, and the sentences, with those before them, share two words of
    content. Three things at most, of up to forty texts of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or labels.total > _MANY:
        return
    found = [one for one in multiples(comparison.scores.corpus) if one.article in labels.groups]
    some = []
    for verb in (one for one in found if one.sort == "verb"):
        pairs = [one for one in found if one.sort == "pair" and _one_thing(verb, one)]
        others = [one for one in pairs if labels.outlets[one.article] != labels.outlets[verb.article]]
        if others and not any(fits(verb, one.value) for one in pairs):
            some.append(of_figures(comparison, "A multiple is not that of the numbers", _places([verb, *others]), 0.55))
    by_noun: defaultdict[frozenset[str], dict[str, Multiple]] = defaultdict(dict)
    for one in (one for one in found if one.sort == "times"):
        by_noun[one.of].setdefault(one.article, one)
    for of, first in by_noun.items():
        several = {one.article for one in found if one.of == of and one.value != first[one.article].value}
        kept = [one for article, one in first.items() if article not in several]
        values = [one.value for one in kept]
        apart = [(one, other) for one, other in combinations(kept, 2) if one.value != other.value]
        outlets = len(labels.of_outlets(one.article for pair in apart for one in pair))
        if outlets > 1 and max(values) <= _APART * min(values) and all(_one_thing(*pair) for pair in apart):
            some.append(of_figures(comparison, "One multiple is put differently", _places(kept), 0.55))
    yield from foremost(some, _MOST)


def _one_thing(one: Multiple, other: Multiple) -> bool:
    shared = len(one.context & other.context)
    return not one.of.isdisjoint(other.of) and (shared >= _SHARED or one.sort != other.sort)


def _places(some: list[Multiple]) -> list[Evidence]:
    return [Evidence(one.article, one.start, one.end) for one in some]
