"""Whole themes that a text never touches: no word of the war, the climate, the victims.

The themes are lists of word beginnings in `themes.toml`; an event may bring its own in `event.toml`. A word of the list
in a longer term of another meaning (*trade war*) does not count. The theme of war is tied to the country it is fought
in: the name that stands in one sentence with its words most often.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import beginnings
from framing.comparison.content.vocabulary import DEMONYMS, WORLD
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a theme of news and a text: how many of its words the text has
THEMES: Schema = {
    "theme": pl.String,  # key of themes.toml, or the name in event.toml
    "title": pl.String,  # in words: Ukraine or the war
    "article": pl.String,
    "outlet": pl.String,
    "hits": pl.UInt32,  # ? words of the theme in the text, headline included; 0 where it is missing; null: of what war
    "start": pl.UInt32,  # ? of the first
    "end": pl.UInt32,  # ?
    "text": pl.String,  # ?
}
_FILE = Path(__file__).with_name("themes.toml")
_CAPITALS = {
    "Ukraine": ("Kyiv", "Kiev"), "Russia": ("Moscow", "Kremlin"), "China": ("Beijing",), "Syria": ("Damascus",),
    "Israel": ("Jerusalem", "Gaza"), "Iraq": ("Baghdad",), "Afghanistan": ("Kabul",), "Iran": ("Tehran",),
    "Yemen": ("Sanaa",), "Libya": ("Tripoli",), "Ethiopia": ("Addis",), "Palestine": ("Gaza", "Hamas"),
}  # fmt: skip

_NARROW = 2  # independent reports that touch a narrow matter
_BEGINNING = 5  # letters by which words are looked up
_PREFIXES = ("un", "anti", "non", "pre", "re")
_PREFIXED, _RE = 5, 7  # letters of a word that may stand behind *un*, and behind *re*


@dataclass(frozen=True)
class Theme:
    """A theme: words by which it is touched, terms that hide them, and whether it needs a country beside it."""

    key: str
    title: str
    words: tuple[str, ...]
    hidden: tuple[str, ...] = ()
    near: str | None = None
    perhaps: tuple[str, ...] = ()  # words that may touch it: who has one of them is not said to lack it
    narrow: bool = False  # told where some reports touch it
    wide: bool = True  # told where most do

    def doubtful(self, text: str) -> bool:
        """Whether a text has a word that may touch the theme."""
        return bool(self.perhaps) and self._perhaps.search(text) is not None

    @cached_property
    def _perhaps(self) -> re.Pattern[str]:
        return Theme(self.key, self.title, self.perhaps).pattern()

    def pattern(self) -> re.Pattern[str]:
        """Hidden terms first, as a match without a group; then the words of the theme, as group 1."""
        parts = [rf"(?:{'|'.join(map(_term, self.hidden))})(?!\w)"] if self.hidden else []
        parts.append(rf"({'|'.join(map(_with_prefix, self.words))})(?!\w)")
        first = re.escape("".join(sorted({term[0] for term in (*self.words, *self.hidden, *_PREFIXES)})))
        # The first letter is asked before any term: most words of a text begin none.
        return re.compile(rf"(?<!\w)(?=[{first}])(?:{'|'.join(parts)})", re.IGNORECASE)


def _with_prefix(words: str) -> str:
    """A term, also behind *un*, *anti*, *non* and *pre*, and a long one behind *re*: *unvaccinated*; not *retreat*."""
    long = len(words.split()[0].rstrip("*"))
    prefixes = "|".join(_PREFIXES if long >= _RE else _PREFIXES[:-1])
    return (f"(?:{prefixes})?" if long >= _PREFIXED else "") + _term(words)


def _term(words: str) -> str:
    return r"[\s‐‑-]+".join(
        re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words.split()
    )


@lru_cache(maxsize=1)
def built_in() -> tuple[Theme, ...]:
    """The themes of `themes.toml`."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))["themes"]
    return tuple(
        Theme(
            key,
            table["title"],
            tuple(table["words"]),
            tuple(table.get("not", ())),
            table.get("near"),
            tuple(table.get("perhaps", ())),
            table.get("narrow", False),
            table.get("wide", not table.get("narrow", False)),
        )
        for key, table in tables.items()
    )


def themes(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`THEMES`: a row for each theme that some text touches, and each text; of narrow ones, that two reports touch.

    Themes near a country: only where a country's name stands in a sentence with their words in three texts of two
    independent reports; then the country's names count as words of the theme too (*Ukraine or the war*).
    """
    rows = []
    texts = corpus.articles.select("article", "outlet", "text").rows()
    own = [Theme(theme.name, theme.name, theme.words, theme.hidden) for theme in corpus.event.themes if theme.words]
    for theme in (*own, *built_in()):
        some = _having(corpus, theme)
        if not some or (not theme.wide and labels.independent(some) < _NARROW):
            continue
        pattern, title, place = theme.pattern(), theme.title, None
        if theme.near == "country":
            hits = {article: _hits(pattern, text) for article, _, text in texts if article in some}
            country = _country(corpus, hits, labels)
            if country is None:
                continue
            some = set(labels.names)
            names = (
                country,
                *WORLD.get(country, ()),
                DEMONYMS.get(country, country) + "*",
                *_CAPITALS.get(country, ()),
            )
            pattern = Theme(theme.key, title, (*names, *theme.words), theme.hidden).pattern()
            place = Theme(theme.key, title, names).pattern()
            title = f"{country} or {title}"
        found = [
            (article, outlet, _hits(pattern, text) if article in some else [], text) for article, outlet, text in texts
        ]
        if any(hits for _, _, hits, _ in found):
            rows += [
                (
                    theme.key,
                    title,
                    article,
                    outlet,
                    # "Invaded", "war" in a text without the country: of what, is not known.
                    None if hits and place and not place.search(text) else len(hits),
                    *(hits[0] if hits else (None, None)),
                    text[slice(*hits[0])] if hits else None,
                )
                for article, outlet, hits, text in found
            ]
    return pl.DataFrame(rows, schema=dict(THEMES), orient="row")


def _having(corpus: Corpus, theme: Theme) -> set[str]:
    """The texts that have a word which begins like one of the theme, and may touch it."""
    holders = corpus.once(beginnings)
    terms = {re.split(r"[ -]", term)[0].lower() for term in theme.words}
    firsts = {term.rstrip("*") for term in terms}
    firsts |= {prefix + first for prefix in _PREFIXES for first in firsts}
    short = tuple(term[:-1] for term in terms if term.endswith("*") and len(term) <= _BEGINNING)  # kill*
    longer = (articles for word, articles in holders.items() if short and word.startswith(short))
    return set().union(*(holders.get(first[:_BEGINNING], ()) for first in firsts), *longer)


def _hits(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span(1) for match in pattern.finditer(text) if match[1] is not None]


def _country(corpus: Corpus, hits: Mapping[str, list[tuple[int, int]]], labels: Labels) -> str | None:
    """The country whose name stands in a sentence with the theme's words in most texts; not where most texts lack
    it.

    hits: where those words stand, by article.
    """
    places = set(DEMONYMS) - {"Europe", "Africa", "Asia", "England", "Scotland", "Wales"}
    named = corpus.once(mentions).filter(pl.col("item").is_in(sorted(places))).select("article", "item", at="start")
    words = [(article, start) for article, places in hits.items() for start, _ in places]
    there = pl.DataFrame(words, schema={"article": pl.String, "word": pl.UInt32}, orient="row")
    together = (
        corpus.sentences.join(there, on="article")
        .filter(pl.col("word").is_between("start", "end", closed="left"))
        .unique(["article", "sentence"])
        .join(named, on="article")
        .filter(pl.col("at").is_between("start", "end", closed="left"))
        .select("article", "item").unique()
    )  # fmt: skip
    counts = Counter(together["item"].to_list())
    enough = [
        (count, item) for item, count in counts.items()
        if count >= 3 and labels.independent(together.filter(item=item)["article"]) >= 2
    ]  # fmt: skip
    # A country that most texts name anyway is a party, not the place: the one least named beside it is the theme's.
    spread = {item: named.filter(item=item)["article"].n_unique() for _, item in enough}
    best = max(enough, key=lambda one: (one[0] / spread[one[1]], one[0]), default=None)
    return best[1] if best else None
