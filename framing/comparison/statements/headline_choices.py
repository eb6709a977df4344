"""What the headlines choose: the headlines themselves, side by side, where they are not the same."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import cut_short
from framing.comparison.content.stems import stems
from framing.comparison.statements import Evidence, Statement

_REPORTS, _MANY = 3, 5
_SHARED = 0.9  # of the words of content of the shorter headline: the same headline
_LONGEST = 110  # characters of a headline that is shown


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The headlines of three to five independent reports of one event, one text of each, no two of which share
    nine tenths of the words of content of the shorter one.
    """
    labels = comparison.labels
    if not _REPORTS <= labels.reports <= _MANY or not comparison.one_event:
        return
    words = comparison.scores.corpus.once(stems).filter((pl.col("part") == "headline") & pl.col("content"))
    content = {article: set(found) for article, found in words.group_by("article").agg("stem").iter_rows()}
    chosen: dict[str, tuple[str, str]] = {}
    rows = comparison.scores.corpus.articles.select("article", "headline").drop_nulls().sort("article")
    for article, headline in rows.iter_rows():
        if content.get(article):
            chosen.setdefault(labels.groups[article], (article, headline))
    some = [content[article] for article, _ in chosen.values()]
    alike = any(
        len(one & other) >= _SHARED * min(len(one), len(other)) for at, one in enumerate(some) for other in some[:at]
    )
    if alike or len(chosen) < labels.reports:
        return
    parts = [labels.beside(f"“{_short(headline)}”", [article]) for article, headline in chosen.values()]
    evidence = tuple(Evidence(article, 0, len(headline)) for article, headline in chosen.values())
    outlets = labels.of_outlets(place.article for place in evidence)
    yield Statement("texts", "headline", outlets, f"The headlines side by side: {'; '.join(parts)}.", evidence, 0.5)


def _short(headline: str) -> str:
    text = " ".join(headline.split()).rstrip(".")
    text = text.replace("“", "‘").replace("”", "’")
    return cut_short(text, _LONGEST)
