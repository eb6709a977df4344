"""Numbers for the same thing that disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number
from framing.comparison.content.stems import stems
from framing.comparison.statements import Evidence, Statement

_LISTED = 3  # texts without the thing that are named


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Things for which independent reports give different figures in one unit: see `numbers`.

    Each figure is given with the day it is for, where the text names one. Of a thing with a name, the texts are told
    that do not have the name at all.
    """
    labels = comparison.labels
    if comparison.about["one_event"].not_().any():
        return
    for (thing,), part in comparison.numbers.group_by("object", maintain_order=True):
        rows = part.to_dicts()
        by_value: defaultdict[tuple[float, str], list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            by_value[row["value"], row["date"] or ""].append(row)
        parts = []
        for (_, day), same in sorted(by_value.items(), key=lambda item: item[0]):
            when = f", {day}" if day else ""
            parts.append(f"{same[0]['text']} ({labels.listed(row['article'] for row in same)}{when})")
        days = {row["date"] for row in rows}
        note = " Not all of them name the same day." if len(days) > 1 else ""
        none = _without(comparison, str(thing))
        who = labels.listed(none) if len(none) <= _LISTED else f"{number(len(none)).capitalize()} other texts"
        lacking = f" {who} {'has' if len(none) == 1 else 'have'} no word of it." if none else ""
        sentence = f"The figure for {thing} differs: {listed(parts)}.{note}{lacking}"
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        low, high = min(row["value"] for row in rows), max(row["value"] for row in rows)
        salience = 0.75 + 0.15 * min(1.0, 2 * (high / low - 1)) + 0.1 * len(rows) / labels.total
        yield Statement(
            "texts", "number", labels.of_outlets(row["article"] for row in rows), sentence, evidence, min(1.0, salience)
        )


def _without(comparison: Comparison, thing: str) -> list[str]:
    """The texts that do not have the name of a thing; none where it has no name."""
    name = thing.split()[0]
    if not name[:1].isupper():
        return []
    words = comparison.scores.corpus.once(stems)
    having = set(words.filter(pl.col("lower").str.starts_with(name.lower()))["article"])
    return [article for article in comparison.labels.names if article not in having]
