"""How headlines are made."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.look.labels import number
from framing.report.study.desk import Desk

ORDER = 70


def sections(desk: Desk) -> Iterator[Section]:
    """Length, questions, quotations, capitals, figures."""
    found = desk.study.headlines.filter(pl.col("outlet").is_in(desk.outlets))
    if found.is_empty():
        return
    parts = ("questions", "quotations", "shouting", "numbers", "colons")
    rows = tuple(
        (
            Cell(row["outlet"]),
            Cell(str(row["headlines"]), row["headlines"]),
            Cell(number(row["words"]), row["words"]),
            *(Cell(f"{round(row[part] * row['headlines'] / 100)} of {row['headlines']}", row[part]) for part in parts),
        )
        for row in found.iter_rows(named=True)
    )
    columns = ("Outlet", "Headlines", "Words", "Ask", "Quote", "Shout", "Have a figure", "Label: story")
    note = "Shout: an exclamation mark, or a word of four letters or more in capitals among others."
    yield Section(
        "headlines", "Headlines",
        (Paragraph(("Of the outlet's own articles.",)),
         Table("headline-style", "How headlines are made", columns, rows, frozenset(range(1, 8)), note)),
    )  # fmt: skip
