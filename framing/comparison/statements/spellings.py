"""One person whom two reports spell differently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.items import mentions
from framing.comparison.content.persons import is_person, last_name
from framing.comparison.content.spelling import alike, close, folded, misnamed
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement

_LETTERS = 5  # of a last name
_BEFORE, _BEHIND = 40, 30  # characters beside a name, in which its role stands
_ROLE = 4  # letters of a word of it
_MOST = 3
_ALIKE = 20  # names with the same initials, for each text
_NO_ROLE = frozenset("said says told according added asked called named with from that when also".split())

_Place = tuple[str, int, int]


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Full names of persons in different reports that differ by a letter or two, or by their order, beside which the
    same word of a role stands (*director*), and of whom no text has both. Three at most, of one event."""
    labels, corpus = comparison.labels, comparison.scores.corpus
    if not comparison.one_event:
        return
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    plain = {article: folded(text).split() for article, text in texts.items()}
    places: defaultdict[str, list[_Place]] = defaultdict(list)
    named = corpus.once(mentions).filter(pl.col("kind") == "name", pl.col("text").str.contains(" ", literal=True))
    for item, *place in named.select("item", "article", "start", "end").iter_rows():
        if is_person(folded(item)) and len(last_name(item)) >= _LETTERS:
            places[item].append((place[0], place[1], place[2]))
    by_initials: defaultdict[str, list[str]] = defaultdict(list)
    for item in sorted(places):
        initials = item[0] + last_name(item)[0]
        if len(by_initials[initials]) < _ALIKE * labels.total:
            by_initials[initials].append(item)
    pairs = [pair for some in by_initials.values() for pair in combinations(some, 2) if _one_name(*pair)]
    told = 0
    for one, other in pairs:
        here, there = places[one], places[other]
        groups = [{labels.groups.get(place[0]) for place in some} for some in (here, there)]
        both = any(
            folded(last_name(name)) in plain[place[0]] for name, some in ((one, there), (other, here)) for place in some
        )
        if both or not groups[0].isdisjoint(groups[1]) or not _roles(texts, here) & _roles(texts, there):
            continue
        parts = [
            labels.beside(f"“{name}”", {place[0] for place in some}) for name, some in ((one, here), (other, there))
        ]
        outlets = labels.of_outlets(place[0] for place in (*here, *there))
        evidence = tuple(Evidence(*place) for place in (*here, *there))
        sentence = f"One name in two spellings: {parts[0]} and {parts[1]}."
        yield Statement("texts", "name", outlets, sentence, evidence, 0.4)
        told += 1
        if told == _MOST:
            return


def _one_name(one: str, other: str) -> bool:
    first, second = folded(one).split(), folded(other).split()
    if first[-1] == second[-1]:
        return False  # two of one family
    near = close(first[-1], second[-1]) or misnamed(folded(one), folded(other))
    return near and (first[0] == second[0] or alike(first[0], second[0]))


def _roles(texts: dict[str, str], places: list[_Place]) -> set[str]:
    """Words beside a name, in small letters: before it in its sentence, and between commas behind it."""
    found: set[str] = set()
    for article, start, end in places:
        before = re.split(r"[.;:,\n]", texts[article][max(0, start - _BEFORE) : start])[-1]
        behind = re.match(r", ([^.;:,\n]+)", texts[article][end : end + _BEHIND])
        found |= set(folded(f"{before} {behind[1] if behind else ''}").split())
    return {word for word in found if len(word) >= _ROLE and word not in STOP and word not in _NO_ROLE}
