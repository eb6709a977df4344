"""Passages side by side, in their own words: *“almost doubled” (A) and “more than doubled” (B)*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement


def side_by_side(comparison: Comparison, places: Iterable[Evidence]) -> str:
    """The passages in this order, equal ones once, each with its texts."""
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    by_words: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for place in places:
        by_words[" ".join(texts[place.article][place.start : place.end].split())][place.article] = None
    return listed([comparison.labels.beside(f"“{words}”", articles) for words, articles in by_words.items()])


def of_figures(
    comparison: Comparison, opens: str, places: Iterable[Evidence], salience: float, check: bool = False, ends: str = ""
) -> Statement:
    """A statement on figures: what differs, and in which words."""
    evidence = tuple(places)
    outlets = comparison.labels.of_outlets(place.article for place in evidence)
    sentence = f"{opens}: {side_by_side(comparison, evidence)}.{ends}"
    return Statement("texts", "number", outlets, sentence, evidence, salience, check=check)
