"""Which names are a person's, and which of them are one person's: surnames, first names, initials, juniors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import polars as pl

from framing.comparison.content.spelling import alike, close, distance, folded, skeleton
from framing.comparison.content.vocabulary import (
    BODIES,
    CALENDAR,
    COMPANY,
    DEMONYMS,
    NAMED_SO,
    NICKNAMES,
    ORGANISATIONS,
    PAPERS,
    PARTICLES,
    PARTIES,
    STATES,
    STOP,
    SURNAME_FIRST,
    WORLD,
)
from framing.corpus.corpus import Corpus

_PLACES = re.compile(
    r"^(?:new|north|south|east|west|northern|southern|eastern|western|central|upper|lower|great|greater|little|big|united|san|"
    r"operation|project|exercise|mission|hurricane|santa|los|las|saint|st|port|fort|lake|mount|cape|hong|saudi|sri|costa|el|puerto|black|red|white|yellow|middle|gulf|"
    r"baltic|ivory|sierra|papua|burkina|cote|abu|buenos|rio|tel|kuala|phnom|addis|capitol|wall|downing)\b"
)
_LONG = 6  # letters of a surname from which another transliteration is told
MAIN = 2  # times as many articles have the whole name of one person as that of any other of the surname
_AHEAD = 20  # characters before a name in which *Ada and* stands
WHOLE = 0.25  # of the articles with a surname that have the whole name, too
_SUFFIX = re.compile(r",? (?:jr|sr|ii|iii|iv)$")
_JUNIOR = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
COUNTRIES = frozenset(folded(name) for name in (*DEMONYMS, *WORLD, "US", "UK", "EU", "UN", "America"))
_NAMESAKES = {"virginia", "georgia", "montana", "columbia"}  # states whose names people have, too
_NOT_PERSONS = BODIES | COMPANY | COUNTRIES | PAPERS | PARTIES | CALENDAR | (STATES - _NAMESAKES)
_NOT_PERSONS |= {"medicare", "medicaid", "obamacare", "twitter", "facebook", "youtube", "google", "internet", "live"}
_NOT_PERSONS |= {"international", "national", "global", "worldwide"}  # *Lighthouse International*
_NOT_PERSONS |= {word for word in STOP if len(word) > 1} - {"will", "may", "per"}
# Of these both names stand in the news, and they are two people.
_OTHERS = ORGANISATIONS | COUNTRIES | STATES
_TWO = frozenset(
    {"donald trump jr", "robert kennedy jr", "robert f kennedy jr", "jesse jackson jr", "jerry falwell jr"}
)


# What is named after somebody.
_THINGS = frozenset(
    """airport arena award bay beach boulevard bridge centre center clinic cup drive estate farm garden hall highway
    hospital house island library memorial museum park place plaza port prize road school show square stadium station
    street theatre theater tower town trust village way""".split()
)


class Same:
    """What each folded name stands for; a name that is nowhere in the corpus stands for nothing."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = set(keys)
        self.whole: dict[str, str] = {}

    def of(self, key: str) -> str:
        seen = set()
        while key in self.whole and key not in seen:
            seen.add(key)
            key = self.whole[key]
        return key

    def join(self, key: str, whole: str) -> None:
        """Names of the world may stand for names that no text has (*EU* alone is the European Union)."""
        if key in self.keys and key != whole and self.of(whole) != key and key not in self.whole:
            self.whole[key] = whole


def surname(name: str) -> str:
    """The folded surname of a folded name, with its particles: *marco de la vega* has *de la vega*."""
    words = _SUFFIX.sub("", name).split()
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return " ".join(words[at:])


def is_junior(name: str) -> bool:
    """Whether a folded name ends on *jr*, *sr* or *iii*, which is nobody's surname."""
    return _SUFFIX.search(name) is not None


def last_name(name: str) -> str:
    """The last word of a name as it is written, but for *Jr*: *Holm* of *Ada Holm Jr*."""
    return (_JUNIOR.sub("", name).split() or [name])[-1]


def is_person(name: str) -> bool:
    """Whether a folded name may be a person's: two to four words, none of a body, company or place.

    A participle is nobody's first name: *Managed Medicaid*.
    """
    words = [word for word in _SUFFIX.sub("", name).split() if word not in PARTICLES]
    return (
        1 < len(words) < 5
        and not (len(words[0]) > 4 and words[0].endswith(("ed", "ing")) and words[0] not in NAMED_SO)
        and not any(word.isdigit() or word in _NOT_PERSONS for word in words)
        and not {"&", "and", "of", "for"} & set(words)
        and not _PLACES.search(name)
    )


def namesakes(found: pl.DataFrame, corpus: Corpus) -> dict[str, set[str]]:
    """The folded names of people whose surname stands once for two, and their articles: Ada's *Ada and Ben Holm*.

    found: article, start, text.
    """
    whole = found.filter(pl.col("text").str.contains(r"^\S+ \S+$"))
    ahead = pl.lit(corpus.beside(whole, "start", ahead=_AHEAD))
    first = ahead.str.extract(r"(?:^|[^\p{L} ]|\b\p{Ll}+) ?(\p{Lu}\p{Ll}+) and $")
    told: dict[str, set[str]] = defaultdict(set)
    rows = whole.select("article", "text", first=first).drop_nulls()
    for article, text, first in rows.iter_rows():
        if is_person(folded(text)) and is_person(key := folded(f"{first} {last_name(text)}")):
            told[key].add(article)
    return told


def people_of(
    bodies: Mapping[str, set[str]],
    held: Mapping[str, set[str]],
    same: Same,
    places: set[str],
    paired: Mapping[str, set[str]],
) -> None:
    """Surnames alone, middle names left out, and spellings of one name are one person; two of a surname stay two.

    bodies: where names stand, but for headlines; held: with them. Of two of a surname the one of whom most articles
    tell has it alone. paired: `namesakes`.
    """
    people = [key for key in bodies if is_person(key) and key not in same.whole]
    people.sort(key=lambda key: (-len(key.split()), key))
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in people:
        words = key.split()
        first, last = words[0], surname(key)
        for whole in ends[first, last]:  # "Donald Trump" and "Donald J Trump"; not "Donald Trump Jr"
            junior = _SUFFIX.search(whole) is not None and _SUFFIX.search(key) is None and not whole.endswith("ii")
            apart = junior and (whole in _TWO or bool(bodies[key] & bodies[whole]))
            if len(whole.split()) > len(words) and not apart:
                same.join(key, whole)
            elif len(words) == 3 == len(whole.split()) and _initial(words[1], whole.split()[1]):
                same.join(key, whole)  # "Ada B. Lund" and "Ada Berta Lund"
        ends[first, last].append(key)
    tails: dict[str, set[str]] = defaultdict(set)  # "Peña Nieto" of "Enrique Peña Nieto"
    for key in people:
        words = key.split()
        for at in range(1, len(words) - 1):
            tails[" ".join(words[at:])].add(same.of(key))
    for key in people:
        if len(tails.get(key, ())) == 1 and key not in same.whole:
            same.join(key, next(iter(tails[key])))
    _tails_alike([key for key in people if len(key.split()) == 2 and same.of(key) == key], tails, held, same)
    _second_surnames(people, held, same, places)
    left = [key for key in people if same.of(key) == key]
    alike: dict[str, list[str]] = defaultdict(list)
    for key in left:
        alike[surname(key)].append(key)
    for key in left:  # "Joe Biden" and "Joseph R Biden"
        for long in alike[surname(key)]:
            if long != key and same.of(key) == key != same.of(long) and _nickname(key, long):
                same.join(key, long)
    left = [key for key in people if same.of(key) == key]
    firsts: dict[str, list[str]] = defaultdict(list)
    for key in left:
        words = key.split()
        other = next(
            (
                whole
                for whole in firsts[words[0]]
                if len(words) == len(whole.split())
                and all(a == b or close(a, b) for a, b in zip(words, whole.split(), strict=True))
                and min(len(words[-1]), len(whole.split()[-1])) > 4
                and not held[key] & held[whole]
            ),
            None,
        )
        if other:
            same.join(key, other) if len(held[key]) <= len(held[other]) else same.join(other, key)
        else:
            firsts[words[0]].append(key)
    _other_spellings([key for key in people if same.of(key) == key], held, same)
    told: dict[str, set[str]] = defaultdict(set)  # articles with any whole name of a person
    for key in people:
        told[same.of(key)] |= held[key]
    owners: dict[str, set[str]] = defaultdict(set)
    for key in left:
        whole = same.of(key)
        last = surname(key)
        if is_junior(key):
            for form in (last, key.split()[0]):
                owners[f"{form} {key.split()[-1]}"].add(whole)  # "Holm Jr.", "Ben Jr."
        for form in {last, last.split()[-1]}:
            owners[form].add(whole)
        first = key.split()[0]
        if len(key.split()) == 3 and held.get(key.split()[1], {""}) <= told[whole]:
            owners[key.split()[1]].add(whole)  # "Vargas" of "Elena Vargas Soto"
        alone, beside = held.get(first, set()), told[whole] | held.get(last, set())
        if first in SURNAME_FIRST or 2 * len(alone & beside) >= len(alone):  # "his wife, Ada", "dear Joe"
            owners[first].add(whole)
    _transliterated(held, owners)
    for key, articles in paired.items():
        owners[surname(key)].add(same.of(key))
        told[same.of(key)] |= articles
    for key, articles in held.items():
        found = owners.get(key, set())
        if found and key not in _OTHERS and key not in places:
            found = {whole for whole in found if not _SUFFIX.search(whole)} or found  # the elder has the bare surname
            ranked = sorted(found, key=lambda whole: (-len(told[whole]), whole))
            whole = ranked[0]
            if len(ranked) > 1 and len(told[whole]) < MAIN * len(told[ranked[1]]):
                continue
            if whole in held and WHOLE * len(articles) <= len(
                told[whole]
            ):  # else it is a name by itself: "Adopt Huawei"
                same.join(key, whole)


def _tails_alike(people: list[str], tails: Mapping[str, set[str]], held: Mapping[str, set[str]], same: Same) -> None:
    """*Jawad Zarif* is *Mohammad Javad Zarif*, where one person alone has a middle name alike, and no text has both."""
    by_last: dict[str, set[str]] = defaultdict(set)
    for tail in tails:
        if len(tail.split()) == 2:
            by_last[tail.split()[1]].add(tail)
    for key in people:
        first, last = key.split()
        wholes = {whole for tail in by_last[last] if alike(first, tail.split()[0]) for whole in tails[tail]}
        if len(wholes) == 1 and not held[key] & held.get(whole := next(iter(wholes)), set()):
            same.join(key, whole)


def _second_surnames(people: list[str], held: Mapping[str, set[str]], same: Same, places: set[str]) -> None:
    """*Julio Paredes* is *Julio Paredes Soto*, where no text has both and no other name begins so."""
    begins: dict[str, set[str]] = defaultdict(set)
    for key in people:
        words = key.split()
        if len(words) == 3 and not _SUFFIX.search(key) and words[2] not in _THINGS and key not in places:
            begins[" ".join(words[:2])].add(same.of(key))
    for key in people:
        wholes = begins.get(key, set())
        if len(wholes) == 1 and key not in same.whole and not held[key] & held.get(whole := next(iter(wholes)), set()):
            same.join(key, whole)


def _other_spellings(people: list[str], held: Mapping[str, set[str]], same: Same) -> None:
    """*Kasim-Yomart Belov* is *Kassym-Jomart Belov*: a surname in common, or alike, and all other words alike, where
    no text has both. The one that most texts have is the name."""
    by_sound: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key in sorted(people, key=lambda key: (-len(held[key]), key)):
        words = key.split()
        beside = by_sound[len(words), skeleton(" " + words[-1])]
        spelt = (one for one in beside if _spelt_alike(words, one.split()) and not held[key] & held[one])
        other = next(spelt, None)
        if other:
            same.join(key, other)
        else:
            beside.append(key)


def _spelt_alike(words: list[str], others: list[str]) -> bool:
    last, other = words[-1], others[-1]
    surname_alike = last == other or (len(last) >= _LONG and close(last, other))
    return surname_alike and all(alike(*pair) for pair in zip(words[:-1], others[:-1], strict=True))


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))


def _nickname(key: str, other: str) -> bool:
    """Whether a name is another of its surname with the first name cut short: *Steve Stafford*, *Steven Stafford*."""
    first, whole = key.split()[0], other.split()[0]
    if first == whole:
        return False  # "Donald Trump", "Donald Trump Jr": told apart before
    if len(first) > 4 and first.replace("y", "i") == whole.replace("y", "i"):  # "Sergey", "Sergei"
        return True
    short = len(first) > 2 and whole.startswith(first) and len(whole) > len(first)
    return short or NICKNAMES.get(first) == whole


def _transliterated(keys: Iterable[str], owners: dict[str, set[str]]) -> None:
    """A surname alone in another spelling of the same consonants: *Zelenskyy* beside *Volodymyr Zelensky*."""
    by_sound: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form, whole in list(owners.items()):
        if len(form) >= _LONG and len(whole) == 1:
            by_sound[form[0], skeleton(form)].add(form)
    for key in keys:
        if " " in key or len(key) < _LONG or key in owners:
            continue
        near = {form for form in by_sound.get((key[0], skeleton(key)), ()) if distance(key, form) <= 2}
        wholes = set().union(*(owners[form] for form in near))
        if len(wholes) == 1:
            owners[key] = wholes
