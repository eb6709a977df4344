"""Words that one text has somebody say by name, and another somebody else: a spokesman here, a body there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.persons import last_name
from framing.comparison.content.vocabulary import DEMONYMS, WORLD
from framing.comparison.content.voices import SAME_WORDS
from framing.corpus.corpus import Corpus


@dataclass(frozen=True)
class Given:
    """One quotation as texts print it, word for word. places: by speaker, articles with the place of the words."""

    text: str
    places: dict[str, list[tuple[str, int, int]]]


def whose(corpus: Corpus, credited: pl.DataFrame, labels: Labels) -> Iterator[Given]:
    """Quotations of six words and more that texts give to two speakers, in the order of the texts.

    credited: `voices.quotations`, where each text itself leaves no doubt. One at least is a person; not a country, nor
    a paper (*the statement*). Nothing where a text that has another speaker has the surname of the person, too: then
    it may tell who is meant, or how they speak for each other.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    rows = credited.filter(
        "given", pl.col("words") >= SAME_WORDS, pl.col("kind").is_in(["person", "institution"]),
        pl.col("source").str.contains(r"^\p{Lu}"), ~pl.col("source").is_in(list({*WORLD, *DEMONYMS})),
    )  # fmt: skip
    by_words: defaultdict[str, list[tuple[str, int, int, str, str]]] = defaultdict(list)
    for article, first, last, source, kind in rows.select("article", "first", "last", "source", "kind").iter_rows():
        key = "".join(sign for sign in texts[article][first:last].casefold() if sign.isalnum())
        by_words[key].append((article, first, last, source, kind))
    for some in by_words.values():
        places: dict[str, list[tuple[str, int, int]]] = {}
        for article, first, last, source, _ in some:
            places.setdefault(source, []).append((article, first, last))
        people = {source for *_, source, kind in some if kind == "person"}
        apart = all(
            last_name(source).casefold() not in texts[article].casefold()
            for source in people
            for other, there in places.items()
            for article, *_ in there
            if other != source
        )
        groups = [{labels.groups[article] for article, *_ in there} for there in places.values()]
        if len(places) == 2 and people and apart and not groups[0] & groups[1]:
            article, first, last, *_ = some[0]
            yield Given(texts[article][first:last], places)
