"""Who is given the word, over the events."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.study.desk import Desk

ORDER = 50
NAMED = 4


def sections(desk: Desk) -> Iterator[Section]:
    """Outlets, whose words they quote: kinds of sources, and the sources that return."""
    found = desk.study.sources.filter(pl.col("outlet").is_in(desk.outlets))
    if found.is_empty():
        return
    kinds = ("person", "institution", "unnamed", "unknown")
    by = found.group_by("outlet").agg(
        total=pl.col("words").sum(),
        **{kind: 100 * pl.col("words").filter(kind=kind).sum() / pl.col("words").sum().clip(1) for kind in kinds},
    )
    again = (
        found.filter(pl.col("kind").is_in(["person", "institution"]), pl.col("words") > 0)
        .group_by("outlet", "source")
        .agg(events=pl.col("event").n_unique(), words=pl.col("words").sum())
        .sort(["outlet", "events", "words", "source"], descending=[False, True, True, False])
    )
    named = {
        str(outlet): "; ".join(
            f"{row['source']} ({row['events']} {'event' if row['events'] == 1 else 'events'}, {row['words']} words)"
            for row in part.head(NAMED).iter_rows(named=True)
        )
        for (outlet,), part in again.group_by("outlet", maintain_order=True)
    }
    rows = tuple(
        (
            Cell(row["outlet"]),
            Cell(f"{row['total']:,}", row["total"]),
            *(Cell(f"{row[kind]:.0f} %" if row["total"] else "–", row[kind]) for kind in kinds),
            Cell(named.get(row["outlet"], "–")),
        )
        for row in by.sort("outlet").iter_rows(named=True)
    )
    text = "Words in quotation marks, by who says them, and the people and bodies that are given the word most often."
    columns = ("Outlet", "Quoted words", "Persons", "Institutions", "Unnamed", "Speaker not found", "Most often")
    yield Section(
        "voices", "Whose people are given the word",
        (Paragraph((text,)), Table("speakers", "Who is quoted", columns, rows, frozenset({1, 2, 3, 4, 5}))),
    )  # fmt: skip
