"""How much is quoted: one text that is mostly other people's words, where the others are mostly their own."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.statements import Statement, evidence_of
from framing.comparison.statements.voices import filling

_FEWEST = 100  # words of a text
_MOSTLY, _TIMES = 50.0, 1.5


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A fact of the texts: more than half of the words of one report stand in quotation marks, and at least half as
    many again as in any other independent report of a hundred words or more. At least three reports are needed.
    """
    labels = comparison.labels
    words = comparison.scores.corpus.articles.filter(pl.col("words") >= _FEWEST)["article"].to_list()
    rows = comparison.scores.metrics.filter(pl.col("metric") == "quoted_share", pl.col("article").is_in(words))
    ranked = (
        rows.drop_nulls("value").sort("value", "article", descending=[True, False]).select("article", "value").rows()
    )
    if not ranked:
        return
    first, share = ranked[0]
    others = [(article, value) for article, value in ranked if labels.groups[article] != labels.groups[first]]
    if labels.independent(article for article, _ in others) < 2 or share < max(_MOSTLY, _TIMES * others[0][1]):
        return
    if any(labels.outlets[first] in one.outlets for one in filling(comparison, comparison.speakers)):
        return  # said with the speaker's name
    low, high = others[-1][1], others[0][1]
    passages = comparison.scores.passages("quoted_share").filter(article=first).sort("start")
    yield Statement(
        "texts",
        "voice",
        labels.of_outlets([first]),
        f"{share:.0f} % of the words of {labels.names[first]} are quoted speech; in the other texts "
        f"it is {low:.0f} to {high:.0f} %.",
        evidence_of(passages.head(6)),
        0.45,
    )
