"""Names of which only a part was read, and the whole in which one stands: *Bay* of the *Bay of Velm*, *Union of Pilots*
of the *Norlandish Union of Pilots*."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

import polars as pl

from framing.comparison.content.divided import is_told_as_person
from framing.comparison.content.genders import FIRST_NAMES
from framing.comparison.content.items import mentions
from framing.comparison.content.names import known
from framing.comparison.content.persons import COUNTRIES, is_person
from framing.comparison.content.spelling import folded
from framing.comparison.content.vocabulary import BODIES, BODY_LEADS, CALENDAR, COMPANY, DEMONYMS, SEATS, STATES, TITLES
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_WORD = rf"[{CAPITALS}][\w&’'‐‑-]*"
_OF = re.compile(rf" of (?:the )?{_WORD}(?: {_WORD})*")
_TO = re.compile(rf" to (?:the )?({_WORD})")
_AIM = re.compile(rf" to ({_WORD}) (?:the )?$")  # *Panel to Assess the Tides*
_CODE = re.compile(r"\)?[ ‐‑-]\d")  # *DDG 63*
_NUMBER = re.compile(r" \d+(?:\.\d+)?(?= ?[,.;:)”\"]|$)")
_NEXT = re.compile(rf" ({_WORD})")
_RANK = re.compile(rf" {_WORD}\. [{CAPITALS}]")  # *Rear* of *Rear Adm. Holm*
_TOLD_OF = re.compile(r"\b(?:accus|warn|inform|convict|suspect|remind|assur|depriv|notif)\w* (?:the )?$")
_LANDS = "|".join(sorted({*DEMONYMS.values(), *map(re.escape, ("U.S.", "U.K.", "US", "UK", "EU"))}, key=len)[::-1])
_PEOPLE = re.compile(rf"(?<![\w-])((?:{_LANDS}) )$")
_OWNER = re.compile(rf"(?<![\w’'‐‑-])((?:{_WORD} (?:of )?)*[{CAPITALS}][\w‐‑-]*(?:['’]s|s['’]) )$")
_LEAD = re.compile(rf" (?:{'|'.join(sorted(BODY_LEADS))}) $", re.IGNORECASE)  # *National* of *National Day*
_AHEAD = re.compile(rf"(?<=[\w,] )({_WORD}) $")
_HYPHENED, _BEHIND_HYPHEN = re.compile(rf"[-‐‑][{CAPITALS}]"), re.compile(r"[^\W\d_][-‐‑]$")
_FAR = 60  # characters beside a name
_LONGEST = 6  # words of a name that is shown whole
_LETTERS = 4  # before a number, which are no name
_NO_PART = TITLES | COMPANY | CALENDAR


@dataclass(frozen=True)
class _Beside:
    """A mention of a whole name with what stands before and behind it."""

    before: str
    behind: str


def whole_name(corpus: Corpus, name: str) -> str | None:
    """A name as the texts have it: with the words that belong to it at all places, the same at most of them; none
    where it is but a part of various names, of a long one, or of a number's code."""
    places = corpus.once(_places).get(name, ())
    if not places:
        return name
    texts = corpus.once(_texts)
    common = name.split()[0].lower() in corpus.once(known).small
    person = " " in name and is_person(folded(name)) and not (common and not is_surely_person(name, texts, places))
    beside = (
        _Beside(texts[article][:start][-_FAR:], texts[article][end : end + _FAR]) for article, start, end in places
    )
    told = _of_a_people if _is_land(name) else partial(_with, person=person, common=common)
    wholes = Counter(told(name, one) for one in beside)
    if name in wholes:
        return name
    best, count = max(wholes.items(), key=lambda one: (one[1], one[0] or ""))
    longest = max(_LONGEST, len(name.split()) + 1)
    return best if best and 2 * count >= wholes.total() and len(best.split()) <= longest else None


def is_surely_person(name: str, texts: dict[str, str], places: Iterable[tuple[str, int, int]]) -> bool:
    """Whether the first name is a common one, or a text tells who they are. places: article, start, end."""
    return name.split()[0].lower() in FIRST_NAMES or is_told_as_person(texts, places)


def _of_a_people(name: str, one: _Beside) -> str | None:
    people = _PEOPLE.search(one.before)
    return people[1] + name if people else name


def _with(name: str, one: _Beside, person: bool, common: bool) -> str | None:
    before, behind = one.before, one.behind
    if _HYPHENED.match(behind) or _BEHIND_HYPHEN.search(before):
        return None
    if person:
        return _led(name, before) if _LEAD.search(before) else name
    single, low = " " not in name, name.lower().split()
    body = " of " in name or not BODIES.isdisjoint(low)
    if single and _RANK.match(behind):
        return None
    if name.isupper() and len(name) <= _LETTERS and _CODE.match(behind):
        return None
    aims = [_AIM.search(before), _TO.match(behind) if body else None]
    if any(aim and not _is_land(aim[1]) for aim in aims):
        return None
    if number := _NUMBER.match(behind):
        name += number[0]
    elif (of := _OF.match(behind)) and not _TOLD_OF.search(before):
        ahead = _AHEAD.search(before) if single and not _PEOPLE.search(before) else None
        if ahead:  # *Builders* of *Norland Builders of Velm*
            return name if ahead[1].lower() in _NO_PART else None
        name += of[0]
    elif (other := _NEXT.match(behind)) and other[1].lower() not in _NO_PART | FIRST_NAMES:
        return None
    if _PEOPLE.search(before):
        return _of_a_people(name, one) if body or single else name
    if owner := _OWNER.search(before):
        head, of_it, land = owner[1].partition(" of ")
        whose = owner[1] if not of_it or head.split()[-1].lower() in BODIES else land
        bare = re.sub(r"['’]s? $", "", whose)
        told = _is_land(bare) or not BODIES.isdisjoint(bare.lower().split())
        return whose + name if told and not single else name
    return _led(name, before) if common and not single else name


def _led(name: str, before: str) -> str:
    """With the capital before it."""
    ahead = _AHEAD.search(before)
    return f"{ahead[1]} {name}" if ahead and ahead[1].lower() not in _NO_PART else name


def _is_land(word: str) -> bool:
    return folded(word) in COUNTRIES | STATES or word in SEATS


def _texts(corpus: Corpus) -> dict[str, str]:
    return dict(corpus.articles.select("article", "text").iter_rows())


def _places(corpus: Corpus) -> dict[str, list[tuple[str, int, int]]]:
    """Names -> where they stand whole."""
    found: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]), pl.col("item") == pl.col("text"))
    for item, *place in named.select("item", "article", "start", "end").iter_rows():
        found[item].append(tuple(place))
    return dict(found)
