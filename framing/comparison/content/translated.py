"""Whose words may be translations: those of speakers from countries of another language, or with an interpreter."""

from __future__ import annotations

import re

import polars as pl

from framing.comparison.content.affiliations import affiliations
from framing.comparison.content.vocabulary import DEMONYMS, SEATS
from framing.corpus.corpus import Corpus

_ENGLISH = {  # the language, or a language of government; parts of the world
    "Britain", "England", "Scotland", "Wales", "Ireland", "United States", "Canada", "Australia", "New Zealand",
    "South Africa", "Nigeria", "Kenya", "India", "Pakistan", "Philippines", "Europe", "Africa", "Asia",
}  # fmt: skip
FOREIGN = frozenset(DEMONYMS) - _ENGLISH
_PLACED = {word: country for country, adjective in DEMONYMS.items() for word in (country, adjective)} | SEATS
_INTERPRETED = re.compile(r"\b(?:interpreters?|translators?|translated|translation)\b")
_NEAR = 150  # characters around a quotation


def foreign(corpus: Corpus) -> frozenset[str]:
    """Speakers, as items call them, whose country's language is not English.

    By `event.toml` (country), by what stands beside the name (*Russian President Vladimir Putin*, *Kremlin spokesman
    Dmitry Sorokin*), or by a country or capital in the name of a body (*Chinese Foreign Ministry*).
    """
    countries = affiliations(corpus)[1] | {actor.name: actor.country or "" for actor in corpus.event.actors}
    return frozenset(name for name, country in countries.items() if country in FOREIGN)


def may_be_translated(corpus: Corpus, speaker: str, places: pl.DataFrame) -> bool:
    """Whether the words of a speaker are likely to be translated; places: article, start, end of the quotations."""
    named = [country for word, country in _PLACED.items() if re.search(rf"\b{re.escape(word)}\b", speaker)]
    if speaker in corpus.once(foreign) or not FOREIGN.isdisjoint(named):
        return True
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    return any(
        _INTERPRETED.search(texts[article][max(0, start - _NEAR) : end + _NEAR])
        for article, start, end in places.select("article", "start", "end").iter_rows()
    )
