"""Accusation without denial: texts that report a charge and not what the accused say to it."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.statements import Evidence, Statement


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A charge that the accused deny in two independent reports, and that other texts report without any answer.

    A text is only named where it has the charge beside the accused and no word of denying, disputing or insisting at
    all: see `denials`. Where another has the charge and some answer, those that print the denial are *among others*.
    """
    labels = comparison.labels
    for (actor, charge), part in comparison.denials.group_by("actor", "charge", maintain_order=True):
        having, lacking = part.filter("denied"), part.filter(~pl.col("denied"))
        among = " among others" if part["denied"].has_nulls() else ""
        if lacking.is_empty():
            continue
        who, others = lacking["article"].to_list(), having["article"].to_list()
        verb = "report" if len(who) > 1 else "reports"
        sentence = (
            f"{labels.listed(who)} {verb} the charge against {actor} (“{charge}”) without any denial; "
            f"{labels.listed(others)}{among} print that {actor} denies it."
        )
        evidence = tuple(Evidence(*row) for row in part.select("article", "start", "end").iter_rows())
        share = min(len(who), len(others)) / labels.total
        yield Statement("texts", "denial", labels.of_outlets(who), sentence, evidence, min(1.0, 0.8 + 0.5 * share))
