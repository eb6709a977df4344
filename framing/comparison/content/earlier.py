"""Who may not have known yet: texts of an earlier day than all that have what they lack."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from framing.comparison.content.labels import Labels
from framing.corpus.corpus import Corpus

LESS = 0.15  # salience of what an earlier text lacks


def of_earlier_day(corpus: Corpus, labels: Labels, lacking: Iterable[str], having: Iterable[str]) -> str:
    """A sentence behind another, *A is of an earlier day.*, where all articles that lack something are dated before all
    that have it; else nothing, as where a date is not known."""
    dates = corpus.articles.select("article", "published")
    without, with_it = (dates.filter(pl.col("article").is_in(sorted(set(some)))) for some in (lacking, having))
    if without.is_empty() or with_it.is_empty() or without["published"].has_nulls() or with_it["published"].has_nulls():
        return ""
    if without["published"].max() >= with_it["published"].min():  # type: ignore[operator]
        return ""
    verb = "is" if without.height == 1 else "are"
    return f" {labels.listed(without['article'])} {verb} of an earlier day."
