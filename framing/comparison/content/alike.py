"""Figures of several texts that stand in like surroundings: they seem to be of one thing, and differ.

No one word need tell it: signs are added up. What is counted, the words beside, the name before it, another figure that
both sentences have, what else both tell, how near the values are, whether each is the only one of its sort in its text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from framing.comparison.content.given import Sited, of_one_size
from framing.comparison.content.in_turn import in_turn
from framing.comparison.content.labels import Labels
from framing.comparison.content.moments import moments
from framing.comparison.content.quantities import BARE, MEASURES, SUMS, Quantity, agree, quantities
from framing.comparison.content.stems import stem
from framing.comparison.content.tallies import DATELINE
from framing.comparison.content.units import SCALES, TIMES
from framing.comparison.content.vocabulary import CALENDAR, STOP
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_NO_NAMES, _NO_NOUNS = CALENDAR | STOP, STOP | SCALES.keys()
_NAME = re.compile(rf"(?<=[\w,] )[{CAPITALS}][\w’'-]{{2,}}")  # not the first word of a sentence
_NUMERAL = re.compile(r"(?<![\w.,])\d[\d,.]*(?!\w)")
_BREAK = re.compile(r"[;:()“”\"„«»\n—–]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PEOPLE = re.compile(
    r"(?:er|or|ist|ant|ent|ee|ian|eer|man|woman|people|child|staff|member|troop|personnel|police|pupil|fan)$"
)
_GENERIC = frozenset(map(stem, "people person men women children workers residents staff members".split()))
_ROUGHLY = re.compile(r"\b(?:polls?|pollsters?|forecast\w*|project\w+|predict\w*)\b", re.IGNORECASE)
_OF = re.compile(r"(?: worth)? of (?:the |its |their |his |her )?([^\W\d_][\w’'-]*)")
_AGAINST = re.compile(r"\bagainst (?:the |its )?([^\W\d_][\w’'-]*)")  # *rose 30 per cent against the dollar*
_FOR = re.compile(rf" for (?:the )?(?P<name>[{CAPITALS}][\w’'-]{{2,}})")
_ASIDE = re.compile(r"(?<=\w), (?!(?:while|and|but|whereas|when|with)\b)[^,;:.\d]{3,50}(?=, )")
_ALONE = re.compile(r"\balone\b")
_OWNER = "owner "  # before the name of a place
_SHORT = 2  # letters of a word that tells nothing
_LIKE = 1.5  # times the other's value: more are two things
_NEAR = 1.15  # times the other's value: a sign that they are of one thing
_FEW = 10  # of so few things a text tells of several: *two countries, three countries*
_ACROSS = 10  # words on either side that tell what a figure is of
_FAR = 45  # characters from a name to its figure
_ENOUGH, _SUM, _SURE, _FEW_ENOUGH = 7, 8, 10, 12  # signs; for money; for values far apart; for few things
_LONGEST = 16  # words of a passage that is shown
_SCALED = 10_000  # times a scale (million) that a number before it may be
_COMMON = 60  # figures with a word beside them from which the word finds no others


@dataclass(frozen=True)
class Placed(Sited):
    """A figure with what stands around it. figures: the others of its sentence; alone: the only one of its kind."""

    places: tuple[tuple[str, int, int], ...]  # words right beside it, and its owner: stem, and where they stand
    owner: str  # the name before it
    context: frozenset[str]  # stems of its sentence and the one before
    names: frozenset[str]
    figures: frozenset[str]
    of: str  # *worth of clothes*, *tonnes of grain*: the stem
    forecast: bool  # its sentence speaks of a poll, a forecast
    part: bool  # *in our centres alone*
    against: str = ""  # what a share is measured by: the stem
    alone: bool = False

    @property
    def beside(self) -> frozenset[str]:
        return frozenset(word for word, *_ in self.places if not word.startswith(_OWNER))

    @property
    def kind(self) -> str:
        """What it may be set beside: figures in its unit, or of people by whatever noun."""
        unit = self.one.unit
        return "people" if unit.isalpha() and unit not in (*TIMES, BARE) and _PEOPLE.search(unit) else unit


def placed(corpus: Corpus) -> list[Placed]:
    """The figures of all bodies, with what stands around them."""
    found: list[Placed] = []
    for line in corpus.once(in_turn):
        dated = DATELINE.match(line.text)
        taken = [(some.start, some.end) for some in moments(line.text)]
        here = [one for one in quantities(line.text, taken, wide=True) if not one.again]
        found += [
            _placed(line.article, line.start, line.text, one, line.context, here)
            for one in here
            if not (dated and one.start < dated.end())
        ]
    values: defaultdict[tuple[str, str], set[float]] = defaultdict(set)
    for one in found:
        values[one.article, one.kind].add(one.one.value)
    return [
        replace(one, alone=sum(of_one_size(value, one.one.value) for value in values[one.article, one.kind]) == 1)
        for one in found
    ]


def _placed(article: str, base: int, text: str, one: Quantity, context: frozenset[str], here: list[Quantity]) -> Placed:
    names = [match for match in _NAME.finditer(text) if match[0].lower() not in _NO_NAMES]
    aside = [match.span() for match in _ASIDE.finditer(text, 0, one.start)]  # "Haddad, from the Workers' Party, won"
    ahead = [
        match
        for match in names
        if match.end() <= one.start and not any(low < match.start() < high for low, high in aside)
    ]
    behind = _FOR.match(text, one.end) if one.unit == "%" else None  # "17.4% for Kettle, 20% for Halden"
    owns = behind.span("name") if behind else ahead[-1].span() if ahead and one.start - ahead[-1].end() < _FAR else None
    owner = _bare(text[slice(*owns)]) if owns else ""
    low = max([0, *(match.end() for match in _BREAK.finditer(text, 0, one.start))])
    low = max([low, *(other.end for other in here if other.end <= one.start)])
    high = min([len(text), *(match.start() for match in _BREAK.finditer(text, one.end))])
    high = min([high, *(other.start for other in here if other.start >= one.end)])
    words = [*_WORD.finditer(text, low, one.start)][-_ACROSS:] + [*_WORD.finditer(text, one.end, high)][:_ACROSS]
    places = [
        (stem(word[0].lower()), word.start(), word.end())
        for word in words
        if word[0][0].islower() and word[0].lower() not in _NO_NOUNS and len(word[0]) > _SHORT
    ]
    places += [(_OWNER + owner, *owns)] if owns else []
    of = _OF.match(text, one.end)
    return Placed(
        article, base, one, tuple(place for place in places if place[0] != one.unit), owner, context - {one.unit},
        frozenset(_bare(match[0]) for match in names), frozenset(_numerals(text[: one.start] + " " + text[one.end :])),
        stem(of[1].lower()) if of else "", _ROUGHLY.search(text) is not None, _ALONE.search(text) is not None,
        stem(by[1].lower()) if one.unit == "%" and (by := _AGAINST.search(text, one.end, high)) else "",
    )  # fmt: skip


def _numerals(text: str) -> Iterator[str]:
    """Numbers of three digits and more, but years: two sentences with one of them tell of one thing."""
    for match in _NUMERAL.finditer(text):
        number = match[0].replace(",", "").rstrip(".")
        if len(number.replace(".", "")) > 2 and not (len(number) == 4 and number[:2] in ("19", "20")):
            yield number


def _bare(name: str) -> str:
    return re.sub(r"['’]s?$", "", name).casefold()


def signs(one: Placed, other: Placed) -> dict[str, int]:
    """What speaks for one thing, each with its weight; empty where something speaks against it."""
    a, b = one.one, other.one
    low, high = sorted((a.value, b.value))
    if high > _LIKE * low or a.unreal != b.unreal or not (a.when <= b.around and b.when <= a.around):
        return {}
    if one.forecast != other.forecast or one.part or other.part or (a.unit in TIMES and high > _NEAR * low):
        return {}
    if one.of and other.of and one.of != other.of and a.unit != "%":
        return {}
    if one.against != other.against:
        return {}
    if a.unit == "%" and (one.owner != other.owner or not one.owner):
        return {}
    counted = a.unit not in (*SUMS, *MEASURES, *TIMES, "%", BARE)
    found = {
        "noun": 2 * (counted and a.unit == b.unit and a.unit not in _GENERIC),
        "beside": 2 * min(2, len(one.beside & other.beside)),
        "owner": 2 * (one.owner == other.owner != ""),
        "figure": 2 * min(2, len(one.figures & other.figures)),
        "context": min(3, len(one.context & other.context) // 2),
        "names": min(2, len(one.names & other.names)),
        "value": int(high <= _NEAR * low),
        "alone": 2 * (one.alone and other.alone),
    }
    tells = found["beside"] or found["owner"] or found["figure"]
    return {name: weight for name, weight in found.items() if weight} if tells else {}


def alike(corpus: Corpus, labels: Labels, told: dict[str, list[tuple[int, int]]]) -> Iterator[list[Placed]]:
    """Figures that seem to be of one thing and differ, one for each text. told: places of others, by article."""
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    by_kind: defaultdict[str, list[Placed]] = defaultdict(list)
    has: defaultdict[tuple[str, str], set[float]] = defaultdict(set)
    for one in corpus.once(placed):
        has[one.article, one.kind].add(one.one.value)
        if not any(low < one.end and one.start < high for low, high in told[one.article]):
            by_kind[one.kind].append(one)
    for _, found in sorted(by_kind.items()):
        for group in _joined(found, has, labels):
            if kept := _differing(group, texts, labels):
                yield kept


def _joined(found: list[Placed], has: dict[tuple[str, str], set[float]], labels: Labels) -> Iterator[list[Placed]]:
    """Those that are each other's best match, together."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    best: defaultdict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for at, one in enumerate(found):
        keys: set[object] = {*one.beside, *one.figures, _OWNER + one.owner}
        for place in sorted({place for key in keys for place in holders[key][:_COMMON]}):
            other = found[place]
            if labels.groups[one.article] != labels.groups[other.article]:
                weight = sum(signs(one, other).values())
                best[at, other.article].append((weight, place))
                best[place, one.article].append((weight, at))
        for key in keys:
            holders[key].append(at)
    parent = list(range(len(found)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    for (at, article), others in sorted(best.items()):
        weight, place = max(others)
        one, other = found[at], found[place]
        few = max(one.one.value, other.one.value) < _FEW
        far = max(one.one.value, other.one.value) > _NEAR * min(one.one.value, other.one.value)
        enough = (
            _SURE if few or far else _SUM if one.one.unit in SUMS and one.figures.isdisjoint(other.figures) else _ENOUGH
        )
        mutual = max(best[place, one.article]) == (weight, at)
        known = one.one.value in has[article, one.kind] or other.one.value in has[one.article, one.kind]
        if mutual and weight >= enough and (one.one.value == other.one.value or not known):
            parent[root(at)] = root(place)
    groups: defaultdict[int, list[Placed]] = defaultdict(list)
    for at, one in enumerate(found):
        groups[root(at)].append(one)
    yield from (group for _, group in sorted(groups.items()) if len(group) > 1)


def _differing(group: list[Placed], texts: dict[str, str], labels: Labels) -> list[Placed]:
    """The first figure of each text that has one value of the thing; none where the texts may agree."""
    by_text: defaultdict[str, list[Placed]] = defaultdict(list)
    for one in group:
        by_text[one.article].append(one)
    kept = [some[0] for some in by_text.values() if all(_agree(some[0], one) for one in some)]
    kept = [
        one
        for one in kept
        if not any(_prints(texts[one.article], other.one) for other in kept if not _agree(one, other))
    ]
    apart = any(
        labels.groups[one.article] != labels.groups[other.article] and not _agree(one, other)
        for at, one in enumerate(kept)
        for other in kept[:at]
    )
    return kept if apart else []


def likewise(rows: Iterable[Mapping[str, Any]], corpus: Corpus) -> Iterator[tuple[int, Placed]]:
    """Things that differ (see `mismatches`), each with the first figure of a further text that has one of its values.

    It stands beside a word that all who differ have there; a text with another of the values has none.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    by_place = {(one.article, one.start): one for one in corpus.once(placed)}
    things: defaultdict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        things[row["thing"]].append(row)
    for thing, some in things.items():
        told = frozenset.intersection(*(frozenset(map(stem, row["text"].lower().split())) for row in some))
        given = [by_place.get((row["article"], row["start"])) for row in some]
        values = {one.one.value: one.one for one in given if one is not None}
        taken = {row["article"] for row in some}
        for one in by_place.values() if told else ():
            if one.article in taken or one.one.unit != some[0]["unit"] or told.isdisjoint(one.beside):
                continue
            others = (other for value, other in values.items() if value != one.one.value)
            if one.one.value in values and not any(_prints(texts[one.article], other) for other in others):
                taken.add(one.article)
                yield thing, one


def _agree(one: Placed, other: Placed) -> bool:
    return agree((one.one.value, one.one.hedge), (other.one.value, other.one.hedge))


def _prints(text: str, one: Quantity) -> bool:
    """Whether a text has the number of another, too, wherever."""
    share = r"(?= ?%| ?per ?cent| ?pct)" if one.unit == "%" else r"(?!\w|[.,]\d)"
    value = one.value
    number = f"(?:{value:.0f}|{value:,.0f})" if value == int(value) else re.escape(f"{value:.12g}")
    scaled = "|".join(
        rf"{re.escape(f'{value / scale:.6g}')}[ -]?{word}\b"
        for word, scale in SCALES.items()
        if scale <= value < 1e4 * scale
    )
    return re.search(rf"(?<![\w.,])(?:{number}{share}{f'|{scaled}' if scaled else ''})", text) is not None


def shown(one: Placed, others: Iterable[Placed], text: str) -> tuple[int, int]:
    """From where to where a figure is shown: with the words that the others have as well."""
    shared = {word for other in others for word, *_ in other.places}
    here = one.one.start, one.one.end
    low, high = text.rfind(",", one.base, one.start) + 1, text.find(",", one.end)
    told = [
        (start, end)
        for word, start, end in one.places
        if word in shared
        and (one.base + start >= low or word.startswith(_OWNER))
        and (high < 0 or one.base + end <= high)
    ]
    clause = text.rfind(" that ", one.base, one.start)  # *said in recent days that it was offering 50 per cent*
    low = one.base + min([here[0], *(start for start, _ in told if one.base + start > clause)])
    high = one.base + max([here[1], *(end for _, end in told)])
    if len(text[low:high].split()) > _LONGEST or "\n" in text[low:high]:
        low, high = one.start, one.end
    return low, high
