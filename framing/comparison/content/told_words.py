"""The families of words of content of each sentence: what two sentences that tell one thing have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

import polars as pl

from framing.comparison.content.found import COMMON
from framing.comparison.content.stems import beginning, stems
from framing.comparison.content.vocabulary import CALENDAR, NUMBER_WORDS
from framing.corpus.corpus import Corpus

Place = tuple[str, int]  # article, sentence
_LETTERS = 4  # of a word


def told_words(corpus: Corpus) -> Mapping[Place, frozenset[str]]:
    """Sentence -> the families of its words of content of four letters and more; use `corpus.once(told_words)`."""
    return _families(corpus.once(stems).filter(_content()))


def rare_words(corpus: Corpus) -> Mapping[Place, frozenset[str]]:
    """The same of bodies, without the common words of news, of the calendar and numbers; use
    `corpus.once(rare_words)`."""
    known = sorted(COMMON | CALENDAR | NUMBER_WORDS)
    return _families(corpus.once(stems).filter(_content(), ~pl.col("stem").is_in(known), part="body"))


def _content() -> pl.Expr:
    return pl.col("content") & (pl.col("stem").str.len_chars() >= _LETTERS)


def _families(rows: pl.DataFrame) -> dict[Place, frozenset[str]]:
    some = rows.group_by("article", "sentence", maintain_order=True).agg("stem")
    return {(article, sentence): frozenset(map(beginning, found)) for article, sentence, found in some.iter_rows()}


class Shared:
    """How many words sentences have in common; words that more sentences have than `often` are left out."""

    def __init__(self, words: Mapping[Place, frozenset[str]], often: int) -> None:
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for place, some in words.items():
            for word in some:
                found[word].append(place)
        self._places = {word: places for word, places in found.items() if len(places) <= often}

    def beside(self, words: frozenset[str]) -> Counter[Place]:
        """Sentence -> how many of these words it has."""
        return Counter(place for word in words for place in self._places.get(word, ()))
