"""The committed figures against human coding (validation.json), and what they say in words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

VALIDATION = Path(__file__).with_suffix(".json")
NOT_VALIDATED = "not validated"


@cache
def validation() -> dict[str, list[dict[str, Any]]]:
    """Committed figures against human coding, by measure; written by `scripts/validate.py`.

    Each has level (see `grades.LEVELS`), set, task, unit (what was coded), figure (its name), value, low, high
    (95 %), n; chance (what guessing reaches), baseline (what a plainer method, `baseline_is`, reaches) and learned
    (what a regression on the set's own words reaches), or null; graded: whether a grade hangs on it.
    """
    if not VALIDATION.is_file():
        return {}
    figures: dict[str, list[dict[str, Any]]] = json.loads(VALIDATION.read_text(encoding="utf-8"))["measures"]
    return figures


def validated(metric: str, family: str | None = None) -> str:
    """In words, how well a measure agrees with human coding; a part of a measure has its family's figures."""
    if figures := validation().get(metric):
        return _in_words(figures)
    if figures := validation().get(family or ""):
        return f"{family} as a whole: {_in_words(figures)}"
    return NOT_VALIDATED


def decisions(measure: str = "loaded") -> str:
    """In words: of the pairs of texts and of outlets that framing says differ, how many coders have in that order."""
    told = []
    for one in validation().get(measure, []):
        if one["figure"] == "certain pairs in order" and one["n"] > 1:
            share = f"{one['value']:.0%}; {one['low']:.0%} to {one['high']:.0%}".replace("%", " %")
            right = f"{one['value'] * one['n']:.0f}"
            told.append(f"of {one['n']} {one['task']}, coders have {right} in that order ({share}; {one['set']})")
    return "; ".join(told)


def _in_words(figures: Iterable[dict[str, Any]]) -> str:
    """Figures by set: *BASIL, span is quoted or not (1,065 spans): agreement 0.97 (0.95 to 0.98; ...)*."""
    parts = []
    for (name, task), group in groupby(figures, key=lambda figure: (figure["set"], figure["task"])):
        shown = list(group)
        numbers = ", ".join(_number(figure) for figure in shown)
        parts.append(f"{name}, {task} ({shown[0]['n']:,} {shown[0]['unit']}): {numbers}")
    return "; ".join(parts)


def _number(figure: dict[str, Any]) -> str:
    plain = "" if figure["baseline"] is None else f"; {figure['baseline_is']}: {figure['baseline']:.2f}"
    return f"{figure['figure']} {figure['value']:.2f} ({figure['low']:.2f} to {figure['high']:.2f}{plain})"
