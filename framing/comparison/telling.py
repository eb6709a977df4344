"""What texts tell of a name or a figure, in their own words, behind a statement that they alone have it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.items import mentions
from framing.comparison.content.told_with import Place, Told, told_with
from framing.comparison.statements import Evidence, made
from framing.comparison.statements.endings import NOTE, in_marks
from framing.comparison.statements.untold import BACK, OPEN

ROOM = 55  # words of the names and of the sentences together
_WHOLE = re.compile(r"[.!…][”\"’')]*$")  # a sentence, not its first clause
_INNER = re.compile(r"[.,](?=’$)")  # before marks inside
_NAME = 60  # characters: what is longer is a sentence
_SHOWN_BY = ("untold", "told_elsewhere", "endings", "beginnings")  # what they show is not shown again


def told_of(
    comparison: Comparison,
    items: Sequence[str],
    articles: Collection[str],
    others: Collection[str],
    room: int,
    most: int,
    before: Iterable[Evidence] = (),
) -> list[Told]:
    """Sentences of these articles in which the first of these names or figures stand, so many words together at most.

    Of each item the one with most of the items, and with most words that the other articles do not have. Not what is
    shown elsewhere, or `before`.
    """
    corpus = comparison.scores.corpus
    taken = [place for name in _SHOWN_BY for one in made(comparison, name) for place in one.evidence]
    taken += [place for place in before if place.end - place.start > _NAME]
    named = corpus.once(mentions).filter(pl.col("item").is_in(list(items)), pl.col("article").is_in(list(articles)))
    whole = pl.col("text").str.to_lowercase().str.contains(pl.col("item").str.to_lowercase(), literal=True)
    named = named.filter(whole | ~whole.any().over("item"))  # *the Commerce Department*, not its secretary
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for item, article, start, end in named.select("item", "article", "start", "end").iter_rows():
        places[item].append((article, start, end))
    every = [place for some in places.values() for place in some]
    shown: list[Told] = []
    for item in items:
        if len(shown) == most or any(one.holds(place) for one in shown for place in places[item]):
            continue
        some = [
            one
            for one in told_with(corpus, places[item], others)
            if one.words <= room
            and not (NOTE.search(one.text) or BACK.match(one.text) or OPEN.search(one.text))
            and not any(one.overlaps((place.article, place.start, place.end)) for place in taken)
        ]
        if some:
            shown.append(max(some, key=lambda one: (sum(map(one.holds, every)), one.apart, -one.start)))
            room -= shown[-1].words
    return shown


def writes(comparison: Comparison, told: Sequence[Told]) -> str:
    """* The Lamp writes: “The pier fell”; “the quay stands”.*"""
    labels = comparison.labels
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    parts: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in told:
        group = labels.groups.get(one.article)
        versions = [article for article in texts if labels.groups.get(article) == group and one.text in texts[article]]
        dots = "" if _WHOLE.search(one.text) else " …"
        parts[tuple(versions)].append(f"“{_INNER.sub('', in_marks(one.text, ROOM))}{dots}”")
    return "".join(
        f" {labels.listed(versions)} {_verb(comparison, versions)}: {'; '.join(some)}."
        for versions, some in parts.items()
    )


def _verb(comparison: Comparison, versions: Sequence[str]) -> str:
    return "writes" if len(comparison.labels.of_outlets(versions)) == 1 else "write"


def evidence_of_told(told: Iterable[Told]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.article, one.start, one.end) for one in told)
