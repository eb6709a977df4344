"""One text in several outlets, and agency text in one: who prints it, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.statements import Evidence, Statement


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A sentence for each family of texts: see `families`.

    Stated where texts of several outlets share half of their five-word runs or are takes of one agency story, or where
    a text credits an agency. Whose text it is, is said only by an agency's own version, a credit, or a notice.
    """
    articles = comparison.scores.corpus.articles
    ends = articles.select("article", start="body_start", end=pl.col("text").str.len_chars()).rows_by_key(
        "article", named=True, unique=True
    )
    members = dict(comparison.stories.group_by("story").agg(pl.col("article").sort()).iter_rows())
    for row in comparison.families.iter_rows(named=True):
        texts = members[row["story"]]
        share = len(texts) / max(1, articles.height)
        yield Statement(
            kind="texts",
            subject="family",
            outlets=tuple(row["outlets"]),
            sentence=row["sentence"],
            evidence=tuple(Evidence(key, ends[key]["start"], ends[key]["end"]) for key in texts),
            salience=min(1.0, 0.5 + share) if len(row["outlets"]) > 1 else 0.3,
        )
