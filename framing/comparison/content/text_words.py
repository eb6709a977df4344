"""Words of different force by which whole texts, in their own voice, call one thing: *uprising* here, *protests* there.

The sets are those of `headline_words.toml` whose words mean one and the same thing in reports of one event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import Any

import polars as pl

from framing.comparison.content.headline_words import WordSet, built_in
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import beginnings
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a family of words of a set that a text uses outside quotations, where another text uses others only.
TEXT_WORDS: Schema = {
    "set": pl.String,  # key of headline_words.toml
    "title": pl.String,  # what its words stand for
    "article": pl.String,
    "outlet": pl.String,
    "family": pl.String,  # of words of like force, as the list names it
    "count": pl.UInt32,  # times that the text has one of them in its body, outside quotations
    "start": pl.UInt32,  # of the first of the form that it has most often
    "end": pl.UInt32,
    "text": pl.String,
}
_FEWEST = 3  # independent reports that have a word of the set


def text_words(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`TEXT_WORDS`: for each set, what each text uses, where two independent reports have no family in common.

    Only of three independent reports and more that have one of its words. Vague families do not count.
    """
    holders = corpus.once(beginnings)
    texts = corpus.articles.select("article", "outlet", "text", "body_start").rows()
    quoted: defaultdict[str, set[int]] = defaultdict(set)
    for article, start in corpus.tokens.filter("quoted").select("article", "start").iter_rows():
        quoted[article].add(start)
    rows: list[dict[str, Any]] = []
    for one in built_in():
        some = {article for first in one.firsts for article in holders.get(first, ())} if one.texts else set()
        found = [
            row
            for article, outlet, text, body in texts
            if article in some
            for row in _used(one, text, body, quoted[article], {"article": article, "outlet": outlet})
        ]
        used: defaultdict[str, set[str]] = defaultdict(set)
        for row in found:
            used[row["article"]].add(row["family"])
        apart = any(
            used[one].isdisjoint(used[other]) and labels.groups[one] != labels.groups[other]
            for one, other in combinations(used, 2)
        )
        if apart and labels.independent(used) >= _FEWEST:
            rows += found
    return pl.DataFrame(rows, schema=dict(TEXT_WORDS))


def _used(one: WordSet, text: str, body: int, quoted: set[int], row: dict[str, Any]) -> list[dict[str, Any]]:
    """A row for each family that a text has in its own words."""
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for _, families, pattern in one.sides:
        for match in pattern.finditer(text, body):
            if match.lastindex and match.start() not in quoted and families[match.lastindex - 1] not in one.vague:
                places[families[match.lastindex - 1]].append(match.span())
    made = []
    for family, spans in places.items():
        forms = Counter(text[start:end].lower() for start, end in spans)
        best = forms.most_common(1)[0][0]
        start, end = next(span for span in spans if text[slice(*span)].lower() == best)
        shown = {"family": family, "count": len(spans), "start": start, "end": end, "text": text[start:end]}
        made.append({"set": one.key, "title": one.title, **row, **shown})
    return made
