"""What it is for: aims that texts give to the matter of their headlines, in words of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number
from framing.comparison.content.verbatim import plain
from framing.comparison.statements import Evidence, Statement

_REPORTS = 3  # independent ones that give an aim
_FEWEST, _LONGEST = 2, 285  # wordings that are shown in any case, letters of them all


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The phrases of aim (`purposes`) outside quotations, where three independent reports have one, in different
    words. A bare *to stop*, which may be what somebody is told to do, only where it is needed for that, and then to be
    checked."""
    labels = comparison.labels
    if not comparison.one_event:
        return
    every = comparison.purposes.filter(~pl.col("quoted"))
    plainly = every.filter(~pl.col("text").str.starts_with("to "))
    bare = labels.independent(plainly["article"].unique()) < _REPORTS
    first = (every if bare else plainly).unique("article", keep="first", maintain_order=True)
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in first.to_dicts():
        groups[plain(row["text"])].append(row)
    if labels.independent(first["article"]) < _REPORTS or len(groups) < 2:
        return
    parts: list[str] = []
    told = ""
    for rows in sorted(groups.values(), key=lambda rows: (-len(rows), -len(rows[0]["text"]))):
        part = labels.beside(f"“{' '.join(rows[0]['text'].split())}”", (row["article"] for row in rows))
        if len(parts) < _FEWEST or len(told) + len(part) <= _LONGEST:
            parts.append(part)
            told += part
    more = f" and {number(len(groups) - len(parts))} more" if len(parts) < len(groups) else ""
    sentence = f"The aim in different words: {listed(parts) if not more else ', '.join(parts) + more}."
    evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for rows in groups.values() for row in rows)
    salience = 0.6 + 0.05 * min(len(groups), 5)
    yield Statement("texts", "wording", labels.of_outlets(first["article"]), sentence, evidence, salience, check=bare)
