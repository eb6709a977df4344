"""In which order: what one text has at its head and others at their end; who has the word before whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import Labels, the, without_office
from framing.comparison.content.only import is_name
from framing.comparison.content.persons import is_person
from framing.comparison.content.sourcing import is_medium
from framing.comparison.content.spelling import folded
from framing.comparison.content.stems import stems
from framing.comparison.content.vocabulary import BODIES, DEMONYMS, SEATS, WORLD
from framing.comparison.statements import Evidence, Statement, evidence_of
from framing.corpus.metadata.agencies import agency_of

CHECK = True

_HEAD, _END = 1 / 5, 2 / 3  # of a text's words: its first fifth, its last third
_REPORTS = 3  # independent reports that share an item
_BETWEEN = 1 / 3  # of those that have it at the head or the end: as many may have it in between
_MOST = 2  # items
_KINDS = ("speaker", "name", "figure")  # the most telling first
_PLACES = {*DEMONYMS, *DEMONYMS.values(), *WORLD, *(form for forms in WORLD.values() for form in forms)} | (
    {*SEATS} - {"White House", "Kremlin", "Pentagon", "Downing Street"}
)


@dataclass
class _Places:
    """The texts that have an item: at the head, at the end, in between."""

    head: set[str] = field(default_factory=set)
    end: set[str] = field(default_factory=set)
    between: set[str] = field(default_factory=set)
    opens: bool = True  # all of the head have it in the first sentence


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Head and end: a name, a figure or somebody's word that three independent reports share, and half of those that
    can be compared (see `order`), stands in one report within the first sentence or fifth and in the others only in
    the last third, or in one only in the last third and in the others within the first fifth. At most a third as many
    have it in between; nothing that stands before may mean the same. Two such items, the widest first, in
    other texts each. No places, countries, media and agencies.

    Before whom: two speakers have the word in three reports; one of them comes first in one report, the other in all
    others, and the later one is not named before the other has it. Versions of one report count once, and must agree.
    """
    labels, frame = comparison.labels, comparison.order
    telling = _telling(comparison, frame["item"])
    speaking = [name for name in telling if is_person(folded(name)) or name.split()[-1].lower() in BODIES]
    frame = frame.filter(
        (pl.col("kind") == "figure")
        | pl.col("item").is_in(speaking)
        | ((pl.col("kind") == "name") & pl.col("item").is_in(telling))
    )
    if labels.independent(frame["article"].unique()) < _REPORTS:
        return
    kept: list[str] = []
    told: set[str] = set()
    for _, name, statement in sorted(_ends(comparison, frame), key=lambda one: (-one[0][0], one[0][1], one[1])):
        where = statement.sentence.partition(" in the ")[2]
        if name not in kept and where not in told and len(kept) < _MOST:
            kept.append(name)
            told.add(where)
            yield statement
    yield from _before(comparison, frame.filter(pl.col("kind") != "figure", ~pl.col("item").is_in(kept)))


def _ends(comparison: Comparison, frame: pl.DataFrame) -> Iterator[tuple[tuple[int, int], str, Statement]]:
    """Weight (reports, then kind), item and statement."""
    labels = comparison.labels
    total = labels.independent(frame["article"].unique())
    for (kind, item), part in frame.group_by("kind", "item", maintain_order=True):
        name = str(item)
        places = _placed(labels, part)
        head, end, between = map(labels.independent, (places.head, places.end, places.between))
        if (
            min(head, end) != 1
            or head + end < _REPORTS
            or head + end + between < total / 2
            or between > _BETWEEN * (head + end)
        ):
            continue
        where = "first sentence" if places.opens else "first fifth"
        shown = the(without_office(name))
        said = {
            "speaker": f"{shown[0].upper()}{shown[1:]} has the word",
            "name": f"{shown[0].upper()}{shown[1:]} is named",
            "figure": f"The figure “{name}” stands",
        }[str(kind)]
        sentence = (
            f"{said} in the {where} of {labels.listed(places.head)}, but only in the last third of "
            f"{labels.listed(places.end)}"
        )
        sentence += f" (in between in {labels.listed(places.between)})." if places.between else "."
        evidence = evidence_of(part)
        salience = 0.35 + 0.16 * (head + end) / labels.reports - 0.04 * _KINDS.index(str(kind))
        about = labels.of_outlets([*places.head, *places.end, *places.between])
        weight = head + end, _KINDS.index(str(kind))
        yield weight, name, Statement("texts", "lead", about, sentence, evidence, salience)


def _telling(comparison: Comparison, items: pl.Series) -> list[str]:
    """Names of people and bodies that mean something alone: no places, media and agencies, and no single words but
    the event's actors."""
    actors = {actor.name for actor in comparison.scores.corpus.event.actors}
    outlets = frozenset(word for name in comparison.labels.outlets.values() for word in name.casefold().split())
    words = comparison.scores.corpus.once(stems)
    small = frozenset(words.filter(pl.col("text") == pl.col("lower"))["lower"])
    return [
        name
        for name in items.unique().sort()
        if (" " in name or name in actors)
        and name not in _PLACES
        and not is_medium(name)
        and not agency_of(name)
        and is_name(name, outlets, small)
        and not small.issuperset(name.casefold().split())
    ]


def _placed(labels: Labels, part: pl.DataFrame) -> _Places:
    """Reports with an item by where they have it; versions of one report that disagree, and doubtful ones, between."""
    found: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    opens = True
    for article, position, first, sure in part.select("article", "position", "first", "sure").iter_rows():
        where = "head" if first or position <= _HEAD else "end" if position >= _END and sure else "between"
        found[labels.groups[article]][where].add(article)
        opens = opens and (where != "head" or first)
    places = _Places(opens=opens)
    for group in found.values():
        key = next(iter(group)) if len(group) == 1 else "between"
        {"head": places.head, "end": places.end, "between": places.between}[key].update(*group.values())
    return places


def _before(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    """The two speakers of most reports of whom another comes first in one of them than in the others.

    Who comes second must not even be named before the first has the word: a question may have gone before.
    """
    labels = comparison.labels
    at: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    spoken = frame.filter("sure", kind="speaker")
    for article, item, *place in spoken.select("article", "item", "start", "end").iter_rows():
        at[item][article] = (place[0], place[1])
    named = {
        (row[0], row[1]): row[2] for row in frame.filter(kind="name").select("article", "item", "start").iter_rows()
    }
    best: tuple[int, Statement] | None = None
    for one, other in combinations(sorted(at), 2):
        both = sorted(at[one].keys() & at[other].keys())
        ahead = {article for article in both if at[one][article] < at[other][article]}
        if any(
            named.get((article, late), at[late][article][0]) < at[early][article][0]
            for article in both
            for early, late in [(one, other) if article in ahead else (other, one)]
        ):
            continue
        alone, rest = sorted((ahead, set(both) - ahead), key=labels.independent)
        reports = labels.independent(both)
        if labels.independent(alone) != 1 or labels.independent(rest) != reports - 1 or reports < _REPORTS:
            continue
        if best and best[0] >= reports:
            continue
        first, second = (one, other) if alone == ahead else (other, one)
        shown = the(without_office(first))
        sentence = (
            f"{shown[0].upper()}{shown[1:]} has the word before {the(without_office(second))} in "
            f"{labels.listed(alone)}; it is the other way round in {labels.listed(rest)}."
        )
        evidence = tuple(Evidence(article, *at[who][article]) for article in both for who in (first, second))
        salience = 0.35 + 0.15 * reports / labels.reports
        best = reports, Statement("texts", "lead", labels.of_outlets(both), sentence, evidence, salience)
    if best:
        yield best[1]
