"""How statements call the texts: by outlet, with the date or the headline where an outlet has several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from framing.comparison.content.vocabulary import BODIES, TITLES
from framing.corpus.corpus import Corpus

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
NUMBERS = {word: number for number, word in enumerate(_NUMBERS) if number}
_WITH_ARTICLE = frozenset({"Treasury", "Pentagon", "Kremlin", "White House", "Federal Reserve", "Netherlands"})
_OFFICES = TITLES | frozenset(
    "house senate minority majority leader whip republican democrat democratic sheriff police officer state national "
    "intelligence security foreign finance defence defense interior energy trade commerce treasury special".split()
)
_HEADLINE = 40  # characters of a headline that tell a text from another of its outlet


@dataclass(frozen=True)
class Labels:
    """The texts of a comparison by name.

    names: article -> how it is called. outlets: article -> outlet. groups: article -> the text that it is a version of
    (copies, edits and takes of one agency story together): what a group says is one report, however often printed.
    """

    names: dict[str, str]
    outlets: dict[str, str]
    groups: dict[str, str]

    def listed(self, articles: Iterable[str]) -> str:
        """*The Courier, Nordlys and Channel 9*, in order of name."""
        return listed(sorted({self.names[article] for article in articles}, key=str.casefold))

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


def number(count: int) -> str:
    """Numbers to twelve in words, as newspapers set them."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def the(name: str) -> str:
    """*the European Union*, *the Treasury*; people, places and firms go without an article."""
    words = name.lower().split()
    bodies = BODIES - {"times", "post", "journal", "daily", "news", "today", "port", "bay", "city"}
    body = len(words) > 1 and (words[-1] in bodies or words[0] in bodies)
    return f"the {name}" if body or words[0] == "united" or name in _WITH_ARTICLE else name


def without_office(name: str) -> str:
    """*Ada Holm* of *Sheriff Ada Holm* or *Republican Senator Ada Holm*; bodies and single words as they are."""
    words = name.split()
    kept = list(words)
    while len(kept) > 2 and kept[0].lower().rstrip(".") in _OFFICES and kept[1][0].isupper():
        kept = kept[1:]
    return name if kept[-1].lower() in BODIES else " ".join(kept)


def legible(text: str) -> str:
    """With the marks that an encoding lost (�) set as they most likely were: *don’t*, *the cap – Putin*."""
    inside = re.sub(r"(?<=\w)�(?=\w)", "’", text)
    return re.sub(r"(?<=\s)�(?=\s)", "–", inside)


def labels(corpus: Corpus, told: pl.DataFrame) -> Labels:
    """Names and groups of all articles. told: `schema.STORIES`."""
    rows = corpus.articles.select("article", "outlet", "published", "headline").rows()
    several = Counter(outlet for _, outlet, *_ in rows)
    dated = Counter((outlet, published) for _, outlet, published, _ in rows)
    names: dict[str, str] = {}
    for article, outlet, published, headline in rows:
        if several[outlet] == 1:
            name = outlet
        elif published is not None and dated[outlet, published] == 1:
            name = f"{outlet} ({published.day} {published:%b %Y})"
        elif headline:
            short = headline if len(headline) <= _HEADLINE else headline[:_HEADLINE].rsplit(" ", 1)[0] + " …"
            name = f"{outlet} (“{short}”)"
        else:
            name = f"{outlet} ({article})"
        names[article] = name
    groups = dict(told.select("article", "story").iter_rows())
    return Labels(names, {article: outlet for article, outlet, *_ in rows}, groups)
