"""An accusation that one report alone prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.accusations import statements as charges

_MOST = 3  # accusations


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Who accuses whom of what, in one report alone, word for word: see `accused`. Only of texts of one event, and not
    where `accusations` tells the charge.
    """
    labels = comparison.labels
    if labels.reports < 2 or comparison.about["one_event"].not_().any():
        return
    shown: set[str] = set()
    told = [place for one in charges(comparison) for place in one.evidence]
    rows = [row for row in comparison.accused.to_dicts() if not any(_within(row, place) for place in told)]
    for row in rows:
        if row["text"] in shown or len(shown) == _MOST:
            continue
        shown.add(row["text"])
        articles = [one["article"] for one in rows if one["text"] == row["text"]]
        verb = "prints" if len(articles) == 1 else "print"
        sentence = f"An accusation that only {labels.listed(articles)} {verb}: “{row['text']}”."
        evidence = (Evidence(row["article"], row["start"], row["end"]),)
        salience = 0.5 + 0.2 * len(articles) / labels.total
        yield Statement("texts", "only", labels.of_outlets(articles), sentence, evidence, salience)


def _within(row: dict[str, Any], place: Evidence) -> bool:
    return bool(row["article"] == place.article and place.start < row["end"] and row["start"] < place.end)
