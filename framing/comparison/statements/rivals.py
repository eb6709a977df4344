"""Figures that differ by who gives them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.givers import by_giver
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement

CHECK = True

_SPAN = re.compile(r"^(\S+)[ -](hour|day|week|month|year)s?$", re.IGNORECASE)


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A sum or span of time for one thing (a raise, a budget, a strike, a sentence) that speakers or reports give
    differently: see `rivals`. The speaker is named where the sentence has one, and one only.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    for (thing, unit), part in comparison.rivals.group_by("object", "unit", maintain_order=True):
        rows = part.to_dicts()
        by_value: defaultdict[float, list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            by_value[row["value"]].append(row)
        parts = []
        for _, same in sorted(by_value.items()):
            parts.append(f"{_SPAN.sub(_spelled, same[0]['text'])} ({by_giver(same, labels)})")
        what = "length of" if unit in ("hours", "days", "months") else "figure for"
        sentence = f"The {what} the {thing} differs: {listed(parts)}."
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        salience = min(1.0, 0.75 + 0.2 * len({row["article"] for row in rows}) / labels.total)
        names = labels.of_outlets(row["article"] for row in rows)
        yield Statement("texts", "number", names, sentence, evidence, salience)


def _spelled(match: re.Match[str]) -> str:
    """*30-day* as *30 days*"""
    return f"{match[1].lower()} {match[2].lower()}{'' if match[1].lower() in ('one', '1') else 's'}"
