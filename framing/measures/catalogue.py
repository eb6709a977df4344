"""What each measure means, and how well it is known to agree with human coders."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from framing.measures.analyser import Analyser
from framing.measures.grades import LEVELS, by_level
from framing.measures.validation import validated


def measures(analysers: Iterable[Analyser]) -> pl.DataFrame:
    """One row for each metric: measure, unit, kind, weight, higher, undefined, source, validated, and its grades.

    The grades stand in a column for each of `grades.LEVELS`.
    """
    rows = [
        {
            "measure": metric.name + ("[_ACTOR]" if metric.per_actor else ""),
            "unit": metric.unit,
            "kind": metric.kind,
            "weight": metric.weight,
            "higher": metric.higher,
            "undefined": metric.undefined,
            "source": metric.source,
            "validated": validated(metric.name, metric.family),
            **by_level(metric),
        }
        for item in analysers
        for metric in item.metrics
    ]
    columns = ("measure", "unit", "kind", "weight", "higher", "undefined", "source", "validated", *LEVELS)
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String)).sort("measure")
