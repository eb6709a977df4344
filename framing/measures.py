"""What each measure means, and how well it is known to agree with human coders."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from framing.analyser import Analyser

VALIDATION = Path(__file__).parent / "validation.json"
NOT_VALIDATED = "not validated"


@cache
def validation() -> dict[str, list[dict[str, Any]]]:
    """Committed figures against human coding, by measure; written by `scripts/validate.py`."""
    if not VALIDATION.is_file():
        return {}
    figures: dict[str, list[dict[str, Any]]] = json.loads(VALIDATION.read_text(encoding="utf-8"))["measures"]
    return figures


def validated(metric: str, family: str | None = None) -> str:
    """In words, how well a measure agrees with human coding; a part of a measure has its family's figures."""
    figures = validation().get(metric) or validation().get(family or "") or []
    return "; ".join(figure["text"] for figure in figures) or NOT_VALIDATED


def measures(analysers: Iterable[Analyser]) -> pl.DataFrame:
    """One row for each metric: measure, unit, kind, weight, higher, undefined, source, validated."""
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
        }
        for item in analysers
        for metric in item.metrics
    ]
    columns = ("measure", "unit", "kind", "weight", "higher", "undefined", "source", "validated")
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String)).sort("measure")
