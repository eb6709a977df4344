"""What became of one thing, told otherwise: done here, still to come there; *upheld* here, *lifted* there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import polars as pl

from framing.comparison.content.deeds import DONE, Deed, deeds
from framing.comparison.content.fates import of_another_time
from framing.comparison.content.given import names_inside
from framing.comparison.content.in_turn import in_turn
from framing.comparison.content.labels import Labels
from framing.comparison.content.own_days import without_own_days
from framing.comparison.content.stems import stem
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: what a text tells of a thing of which an independent one tells otherwise.
OUTCOMES: Schema = {
    "thing": pl.UInt32,  # the same for all rows of one thing
    "of": pl.String,  # what it is of: a word in small letters
    "sort": pl.String,  # stage (done, still to come, not done), opposite (two verbs)
    "article": pl.String,
    "outlet": pl.String,
    "way": pl.String,  # the stage, or the verb's stem
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
_OPPOSITES = (
    ("upheld uphold confirmed extended", "overturned quashed annulled lifted scrapped"),
    ("passed approved adopted", "rejected defeated"),
    ("accepted approved granted allowed", "rejected refused dismissed"),
    ("convicted", "acquitted cleared"),
    ("resign", "dismissed sacked fired ousted removed"),
)  # fmt: skip
_SIDES = [tuple(frozenset(map(stem, side.split())) for side in pair) for pair in _OPPOSITES]
_LEAD = 4  # sentences that tell the news: of opposite deeds, one may be of before
_NAMED, _OTHER = 2, 4  # words of content that two sentences (with the one before) share beside the thing and the verb
_LONGEST = 16  # words that are shown


@dataclass(frozen=True)
class _Told:
    article: str
    deed: Deed
    base: int
    lead: bool
    context: frozenset[str]


def outcomes(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`OUTCOMES`: things and persons of which independent texts tell one deed as done and as not done or still to come,
    or, in their first four sentences, two deeds that exclude each other.

    Of one thing: the word is the same, and the sentences (with the one before) share two words more, four where it has
    no name. Left out are a text that has it in two ways, quoted words, sentences with another month or year, and who
    tells of several (*flights*).
    """
    told = list(_told(corpus))
    by_deed: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
    by_thing: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in told:
        by_deed[one.deed.thing, one.deed.verb].append(one)
        by_thing[one.deed.thing].append(one)
    made = []
    for (thing, _), some in sorted(by_deed.items()):
        made.append((thing, "stage", _differing([(one, one.deed.stage) for one in some], labels)))
    for thing, some in sorted(by_thing.items()):
        for sides in _SIDES:
            ways = [(one, str(at)) for one in some for at, side in enumerate(sides) if one.deed.verb in side]
            early = [(one, way) for one, way in ways if one.lead and one.deed.stage == DONE]
            both = {one.article for one, way in ways if any(one.article == o.article and way != w for o, w in ways)}
            kept = _differing([(one, way) for one, way in early if one.article not in both], labels)
            made.append((thing, "opposite", [(one, one.deed.verb) for one, _ in kept]))
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[dict[str, Any]] = []
    for number, (thing, sort, kept) in enumerate(one for one in made if one[2]):
        for one, way in kept:
            start, end = one.base + one.deed.low, one.base + one.deed.end
            if len(texts[one.article][start:end].split()) > _LONGEST:
                start = one.base + one.deed.start
            shown = " ".join(texts[one.article][start:end].split())
            rows.append(
                {
                    "thing": number, "of": thing, "sort": sort, "article": one.article, "outlet": outlets[one.article],
                    "way": way, "start": start, "end": end, "text": shown,
                }
            )  # fmt: skip
    return pl.DataFrame(rows, schema=dict(OUTCOMES))


def _told(corpus: Corpus) -> Iterator[_Told]:
    names = corpus.once(names_inside)
    days = dict(corpus.articles.select("article", "published").iter_rows())
    quoted: defaultdict[str, set[int]] = defaultdict(set)
    for article, start in corpus.tokens.filter("quoted").select("article", "start").iter_rows():
        quoted[article].add(start)
    of, first = "", 0
    for line in corpus.once(in_turn):
        if line.article != of:
            of, first = line.article, line.sentence
        found = list(deeds(line.text, names[of]))
        if found and not of_another_time(without_own_days(line.text, days[of])):
            for deed in found:
                if line.start + deed.start not in quoted[of]:
                    context = line.context - {stem(deed.thing), deed.verb}
                    yield _Told(of, deed, line.start, line.sentence - first < _LEAD, context)


def _differing(some: list[tuple[_Told, str]], labels: Labels) -> list[tuple[_Told, str]]:
    """The first of each text that tells it in one way, where independent ones differ and seem to be of one thing."""
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for one, way in some:
        ways[one.article].add(way)
    first = {one.article: (one, way) for one, way in reversed(some) if len(ways[one.article]) == 1}
    kept = list(first.values())
    fitting = {
        article
        for (one, way), (other, another) in combinations(kept, 2)
        if way != another and labels.groups[one.article] != labels.groups[other.article] and _of_one(one, other)
        for article in (one.article, other.article)
    }
    return [(one, way) for one, way in kept if one.article in fitting]


def _of_one(one: _Told, other: _Told) -> bool:
    least = _NAMED if one.deed.name and other.deed.name else _OTHER
    return one.deed.name == other.deed.name and len(one.context & other.context) >= least
