"""Whose words may be translations: those of speakers from countries of another language, or with an interpreter."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import polars as pl

from framing.comparison.content.affiliations import affiliations
from framing.comparison.content.items import mentions
from framing.comparison.content.vocabulary import DEMONYMS, SEATS
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_ENGLISH = {  # the language, or a language of government; parts of the world
    "Britain", "England", "Scotland", "Wales", "Ireland", "United States", "Canada", "Australia", "New Zealand",
    "South Africa", "Nigeria", "Kenya", "India", "Pakistan", "Philippines", "Europe", "Africa", "Asia",
}  # fmt: skip
FOREIGN = frozenset(DEMONYMS) - _ENGLISH
_COUNTRY = (
    {word: country for country, adjective in DEMONYMS.items() for word in (country, adjective)}
    | SEATS
    | {"US": "United States", "U.S.": "United States", "UK": "Britain", "EU": "Europe"}
)
_WORD = rf"(?<![\w-])({'|'.join(re.escape(word) for word in sorted(_COUNTRY, key=len, reverse=True))})(?![\w-])"
# "Chinese foreign ministry spokeswoman Lin Yue"; "Lin Yue, a spokeswoman for the Chinese foreign ministry,"
_BEFORE = re.compile(rf"{_WORD}(?:['’]s)?(?: [^\W\d_{CAPITALS}][\w-]*){{1,5}} $")
_BEHIND = re.compile(rf"^, (?:[Aa]n? |[Tt]he |[^\W\d_{CAPITALS}])[^,.;:]{{0,60}}?{_WORD}")
_INTERPRETED = re.compile(r"\b(?:interpreters?|translators?|translated|translation)\b")
_REACH = 90  # characters before and behind a name
_NEAR = 150  # characters around a quotation


def foreign(corpus: Corpus) -> frozenset[str]:
    """Speakers, as items call them, whose country's language is not English; use `corpus.once(foreign)`.

    By `event.toml` (country); else by what stands right beside the name (*Russian President Vladimir Putin*, *Kremlin
    spokesman Dmitry Sorokin*, *Lin Yue, a spokeswoman for the Chinese foreign ministry*), if all texts agree.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    for article, item, start, end in named.select("article", "item", "start", "end").iter_rows():
        before = _BEFORE.search(texts[article][max(0, start - _REACH) : start])
        behind = _BEHIND.match(texts[article][end : end + _REACH])
        told[item].update(_COUNTRY[hit[1]] for hit in (before, behind) if hit)
    for name, country in affiliations(corpus)[1].items():
        told[name][country] += 1
    given = {actor.name: actor.country for actor in corpus.event.actors if actor.country}
    told |= {name: Counter([country]) for name, country in given.items()}
    return frozenset(name for name, found in told.items() if found and FOREIGN.issuperset(found))


def may_be_translated(corpus: Corpus, speaker: str, places: pl.DataFrame) -> bool:
    """Whether the words of a speaker are likely to be translated.

    `foreign`, or a body with a country or capital in its name (*Chinese Foreign Ministry*), or an interpreter or
    translation is named beside a quotation. places: article, start, end of the quotations.
    """
    countries = {_COUNTRY[hit[1]] for hit in re.finditer(_WORD, speaker)}
    if speaker in corpus.once(foreign) or (countries and FOREIGN.issuperset(countries)):
        return True
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    return any(
        _INTERPRETED.search(texts[article][max(0, start - _NEAR) : end + _NEAR])
        for article, start, end in places.select("article", "start", "end").iter_rows()
    )
