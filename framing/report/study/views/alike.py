"""Who frames alike."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.look.labels import number
from framing.report.study.desk import Desk

ORDER = 20
NEAREST = 3


def sections(desk: Desk) -> Iterator[Section]:
    """Each outlet's nearest outlets over all primary measures, with how firmly that stands."""
    found = desk.study.alike.filter(pl.col("outlet").is_in(desk.outlets))
    if found.is_empty():
        return
    near = min(NEAREST, found["outlet"].n_unique() - 1)
    rows = []
    for (outlet,), part in found.group_by("outlet", maintain_order=True):
        cells = [
            Cell(
                f"{row['other']} ({number(row['distance'])})",
                note=f"{number(row['low'])} to {number(row['high'])}; nearest in {row['nearest']:.0f} %",
            )
            for row in part.head(near).iter_rows(named=True)
        ]
        rows.append((Cell(str(outlet)), *cells, *([Cell("–")] * (near - len(cells)))))
    text = (
        "Distance over all primary measures, in standard deviations between single articles. Near means: alike in what "
        "is measured here. It does not place anyone on a line, and no direction has a name. Below: the middle 95 % "
        "when the events are drawn anew, and in what share of the draws that outlet is the nearest."
    )
    columns = ("Outlet", *(("Nearest", "Second", "Third")[:near]))
    yield Section(
        "alike", "Who frames alike",
        (Paragraph((text,)), *desk.figures("study-alike"), Table("nearest", "Nearest outlets", columns, tuple(rows))),
    )  # fmt: skip
