"""How statements call the texts: by outlet, with the date or the headline where an outlet has several."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import polars as pl

from framing.comparison.content.vocabulary import BODIES, TITLES
from framing.corpus.corpus import Corpus

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
NUMBERS = {word: number for number, word in enumerate(_NUMBERS) if number}
_WITH_ARTICLE = frozenset(
    """Treasury Pentagon Kremlin Netherlands Constitution Bible Capitol Taliban Senate House Philippines Bahamas Gambia
    Vatican Hague Midwest Bronx Sudan CDC FBI CIA FDA IRS EPA NSA WHO EU UN NRA NAACP NYPD LAPD UAE UK US USA
    FSB ICC CAA""".split()
) | {
    "White House",
    "World Bank",
    "European Central Bank",
    "Federal Reserve",
    "Ku Klux Klan",
    "Middle East",
    "Capitol Building",
    "Supreme Court",
    "Oval Office",
    "Great Depression",
    "Civil War",
    "Vietnam War",
    "Cold War",
    "World Cup",
    "Olympic Games",
    "Ivory Coast",
    "Czech Republic",
    "Dominican Republic",
    "Gaza Strip",
    "West Bank",
    "Rose Garden",
    "Tea Party",
    "Red Cross",
}
_OF_OFFICE = frozenset("mayor president governor king queen bishop archbishop prince minister chancellor".split())
_UNITED = [["united", "states"], ["united", "kingdom"], ["united", "nations"], ["united", "arab"]]
_ENDS_WITH_ARTICLE = frozenset("war amendment constitution treaty act partnership circuit river pact accord".split())
# Schools, firms and committees by a name go without: "Texas A&M University", "Trinity College".
_SCHOOLS = frozenset("university college hospital school academy airport park church bank".split())
_OFFICES = TITLES | frozenset(
    "house senate minority majority leader whip republican democrat democratic sheriff police officer state national "
    "intelligence security foreign finance defence defense interior energy trade commerce treasury special pm".split()
)
_HEADLINE = 40  # characters of a headline that tell a text from another of its outlet


@dataclass(frozen=True)
class Labels:
    """The texts of a comparison by name.

    names: article -> how it is called. outlets: article -> outlet. groups: article -> the text that it is a version of
    (copies, edits and takes of one agency story together): what a group says is one report, however often printed.
    marks: article -> what tells it from others of its outlet (a date or a headline), in order of time.
    """

    names: dict[str, str]
    outlets: dict[str, str]
    groups: dict[str, str]
    marks: dict[str, str]

    def listed(self, articles: Iterable[str]) -> str:
        """*The Courier, Nordlys (5 and 9 Feb) and Channel 9 (both texts)*, in order of name."""
        wanted = set(articles)
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for article in self.marks:
            if article in wanted:
                parts[self.outlets[article]].append(self.marks[article])
        names = [
            f"{outlet} ({self._marked(outlet, marks)})" if any(marks) else outlet for outlet, marks in parts.items()
        ]
        return listed(sorted(names, key=str.casefold))

    def beside(self, said: str, articles: Iterable[str]) -> str:
        """*“curbs” (The Courier and Nordlys)*, and without brackets in brackets *“curbs” in Nordlys (5 and 9 Feb)*."""
        where = self.listed(articles)
        return f"{said} in {where}" if "(" in where else f"{said} ({where})"

    def _marked(self, outlet: str, marks: list[str]) -> str:
        """*5 and 9 Feb*, *both texts*, *all four texts*."""
        if len(marks) > 1 and len(marks) == self._texts[outlet]:
            return "both texts" if len(marks) == 2 else f"all {number(len(marks))} texts"
        days = [mark.partition(" ") for mark in marks]
        for at in range(len(days) - 1):
            if days[at][0].isdigit() and days[at][2] == days[at + 1][2]:
                marks[at] = days[at][0]  # the month stands behind the last of its days
        return listed(marks)

    @cached_property
    def _texts(self) -> Counter[str]:
        return Counter(self.outlets.values())

    def of_outlets(self, articles: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self.outlets[article] for article in articles}, key=str.casefold))

    def count(self, articles: Sequence[str]) -> str:
        """*five of the 14 texts*"""
        return f"{number(len(set(articles)))} of the {number(self.total)} texts"

    def independent(self, articles: Iterable[str]) -> int:
        """How many reports stand behind these texts, versions of one counted once."""
        return len({self.groups[article] for article in articles})

    @cached_property
    def total(self) -> int:
        return len(self.names)

    @cached_property
    def reports(self) -> int:
        return self.independent(self.names)


def listed(words: Sequence[str], last: str = "and") -> str:
    """*a, b and c*"""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def some(names: Sequence[str], most: int = 6) -> str:
    """*A, B and C*, or the first and how many more."""
    if len(names) <= most:
        return listed(list(names))
    return f"{', '.join(names[:most])} and {number(len(names) - most)} more"


def number(count: int) -> str:
    """Numbers to twelve in words, as newspapers set them."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def the(name: str) -> str:
    """*the European Union*, *the Treasury*, *the Second Amendment*, *the Mayor of Velm*; people, places, schools and
    firms have none."""
    words = name.lower().split()
    if words[0] == "the":  # "The Kremlin chief", but "The Hague"
        return f"the {name[4:]}" if name.split()[-1].islower() else name
    bodies = BODIES - {"times", "post", "journal", "daily", "news", "today", "port", "bay", "city"} - _SCHOOLS
    body = (
        len(words) > 1
        and (name[0].isupper() or words[-1] in {"ministry", "department", "agency", "government"})
        and (
            words[-1] in bodies
            or (words[0] in _SCHOOLS and words[1] in ("of", "for"))
            or any(one in bodies and link in ("of", "for") for one, link in pairwise(words))
        )
    )
    ends = len(words) > 1 and words[-1] in _ENDS_WITH_ARTICLE
    return f"the {name}" if body or ends or of_office(name) or words[:2] in _UNITED or name in _WITH_ARTICLE else name


def of_office(name: str) -> bool:
    """Whether it is an office without a person's name: *Mayor of Velm*, not *Mayor of Velm Ada Holm*."""
    head, _, behind = name.lower().partition(" of ")
    words = behind.split()
    place = len(words) == 1 or (len(words) == 2 and words[0] in ("new", "san", "the", "north", "south", "east", "west"))
    return place and head.split()[-1:] != [] and head.split()[-1] in _OF_OFFICE


def possessive(name: str) -> str:
    """*Ada Holm’s*, *Ross’*."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def without_office(name: str) -> str:
    """*Ada Holm* of *Sheriff Ada Holm* or *Republican Senator Ada Holm*; bodies and single words as they are."""
    words = name.split()
    kept = list(words)
    while len(kept) > 2 and kept[0].lower().rstrip(".") in _OFFICES and kept[1][0].isupper():
        kept = kept[1:]
    return name if any(word.lower() in BODIES for word in words) else " ".join(kept)


def cut_short(text: str, longest: int) -> str:
    """The first words of a text, with three dots behind them where it has more letters than so many."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def legible(text: str) -> str:
    """With the marks that an encoding lost (�) set as they most likely were: *don’t*, *the cap – Putin*."""
    inside = re.sub(r"(?<=\w)�(?=\w)", "’", text)
    return re.sub(r"(?<=\s)�(?=\s)", "–", inside)


def labels(corpus: Corpus, told: pl.DataFrame) -> Labels:
    """Names and groups of all articles. told: `schema.STORIES`."""
    rows = corpus.articles.select("article", "outlet", "published", "headline").rows()
    several = Counter(outlet for _, outlet, *_ in rows)
    dated = Counter((outlet, published) for _, outlet, published, _ in rows)
    years = {published.year for *_, published, _ in rows if published is not None}
    marks: dict[str, str] = {}
    for article, outlet, published, headline in sorted(rows, key=lambda row: (row[2] is None, row[2] or 0, row[0])):
        if several[outlet] == 1:
            mark = ""
        elif published is not None and dated[outlet, published] == 1:
            mark = f"{published.day} {published:%b}" + (f" {published.year}" if len(years) > 1 else "")
        elif headline:
            mark = f"“{cut_short(headline, _HEADLINE)}”"
        else:
            mark = article
        marks[article] = mark
    outlets = {article: outlet for article, outlet, *_ in rows}
    names = {
        article: f"{outlet} ({marks[article]})" if marks[article] else outlet for article, outlet in outlets.items()
    }
    return Labels(names, outlets, dict(told.select("article", "story").iter_rows()), marks)
