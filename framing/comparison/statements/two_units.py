"""One amount in two units: *620 miles* in one text, *1,000 kilometres* in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.conversions import convertible, same_amount
from framing.comparison.content.figures import figures
from framing.comparison.content.in_turn import contents
from framing.comparison.content.labels import listed
from framing.comparison.content.within import within
from framing.comparison.statements import Evidence, Statement

_MANY, _EACH = 40, 30  # texts; amounts of each
_NEAR = 0.03  # of an amount, by which it may be rounded
_SHARED = 2  # words of content that the sentences have in common
_MOST = 3  # amounts

_Amount = tuple[str, str, int, int, frozenset[str]]  # article, item, start, end, words of its sentence


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Amounts (lengths, areas, weights, speeds, heat) that texts of two outlets give in different units.

    They are the same within three in a hundred, their sentences share two words of content, and neither text gives the
    other's amount in its own unit. The three amounts with most words in common, in one sentence; of one event, of up
    to forty texts.
    """
    labels = comparison.labels
    if not comparison.one_event or labels.total > _MANY:
        return
    found = _amounts(comparison)
    of: defaultdict[str, list[str]] = defaultdict(list)
    for article, item, *_ in found:
        of[article].append(item)
    pairs = [
        (one, other)
        for one, other in combinations(found, 2)
        if labels.outlets[one[0]] != labels.outlets[other[0]]
        and same_amount(one[1], other[1], _NEAR)
        and len(one[4] & other[4]) >= _SHARED
        and not any(same_amount(one[1], item, _NEAR) for item in of[one[0]])
        and not any(same_amount(other[1], item, _NEAR) for item in of[other[0]])
    ]
    pairs.sort(key=lambda pair: (-len(pair[0][4] & pair[1][4]), pair[0][:3], pair[1][:3]))
    told: list[list[_Amount]] = []
    for pair in pairs:
        same = next((some for some in told if some[0][1] == pair[0][1] or not {*some}.isdisjoint(pair)), None)
        if same is not None:
            same += [one for one in pair if all(one[:2] != other[:2] for other in same)]
        elif len(told) < _MOST:
            told.append(list(pair))
    if told:
        texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
        shown = "; ".join(_shown(comparison, some, texts) for some in told)
        every = [one for some in told for one in some]
        outlets = labels.of_outlets(article for article, *_ in every)
        evidence = tuple(Evidence(article, start, end) for article, _, start, end, _ in every)
        opens = "One amount stands" if len(told) == 1 else "Amounts stand"
        yield Statement("texts", "number", outlets, f"{opens} in different units: {shown}.", evidence, 0.4)


def _shown(comparison: Comparison, some: list[_Amount], texts: dict[str, str]) -> str:
    by_item: defaultdict[str, list[str]] = defaultdict(list)
    for article, item, *_ in some:
        by_item[item].append(article)
    words = {item: " ".join(texts[article][start:end].split()) for article, item, start, end, _ in reversed(some)}
    return listed([comparison.labels.beside(f"“{words[item]}”", articles) for item, articles in by_item.items()])


def _amounts(comparison: Comparison) -> list[_Amount]:
    """One of each amount of a text, the first thirty."""
    corpus = comparison.scores.corpus
    content = corpus.once(contents)
    rows = corpus.once(figures).filter(pl.col("sort") == "quantity").sort("article", "start")
    places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, item, start, end in rows.select("article", "item", "start", "end").iter_rows():
        if article in comparison.labels.groups and convertible(item):
            places[article].append((start, end, item))
    seen: dict[tuple[str, str], _Amount] = {}
    of: defaultdict[str, set[str]] = defaultdict(set)
    body = corpus.sentences.filter(part="body").select("article", "sentence", "start", "end")
    for article, sentence, low, high in body.iter_rows():
        for start, end, item in within(places[article], low, high) if len(of[article]) < _EACH else ():
            of[article].add(item)
            words = content.get((article, sentence), frozenset())
            seen.setdefault((article, item), (article, item, start, end, words))
    return list(seen.values())
