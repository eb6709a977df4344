"""Charges that one report alone carries."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import number
from framing.comparison.statements import Evidence, Statement

_REPORTS, _SHOWN = 3, 3


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Charges against somebody whom half of the texts name, each of which the texts of one report alone have: see
    `accusations`. Of three independent reports and more; three charges at most against one.
    """
    labels = comparison.labels
    named = comparison.naming.group_by("actor").agg(pl.col("article").n_unique())
    known = set(named.filter(pl.col("article") * 2 >= labels.total)["actor"])
    for (actor,), part in comparison.accusations.group_by("actor", maintain_order=True):
        if actor not in known or labels.reports < _REPORTS:
            continue
        every = part.unique(["article", "start"], keep="first", maintain_order=True)
        rows, more = every.head(_SHOWN).to_dicts(), max(0, every.height - _SHOWN)
        parts = [f"“{' '.join(row['text'].split())}” ({labels.names[row['article']]})" for row in rows]
        parts += [f"and {number(more)} more"] if more else []
        what = "A charge" if len(rows) == 1 else "Charges"
        sentence = f"{what} against {actor} that one report alone carries: {'; '.join(parts)}."
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        outlets = labels.of_outlets(row["article"] for row in rows)
        yield Statement("texts", "only", outlets, sentence, evidence, 0.45)
