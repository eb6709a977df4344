"""Who leaves out what most carry, over the events."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.study.desk import Desk

ORDER = 40
LISTED, FEWER = 6, 2  # items of an outlet; where there are more outlets than fit
FIT = 12  # outlets


def sections(desk: Desk) -> Iterator[Section]:
    """Outlets, the share of shared items that they do not mention, with a list."""
    found = desk.study.omissions.filter(pl.col("outlet").is_in(desk.outlets))
    if found.is_empty():
        return
    listed = LISTED if found.height <= FIT else FEWER
    rows = tuple(
        (
            Cell(row["outlet"]),
            Cell(f"{row['leaving']} of {row['events']}", row["leaving"] / max(1, row["events"])),
            Cell(f"{row['left_out']} of {row['items']} ({row['share']:.0f} %)", row["share"]),
            Cell("; ".join([*row["list"][:listed], *_more(row["list"], listed)])),
        )
        for row in found.iter_rows(named=True)
    )
    text = (
        "Names, figures and dates that at least half of the independent versions of an event carry, and at least two, "
        "and which of them an outlet mentions in none of its articles of that event. A short text mentions less; there "
        "may be good reasons. It is a count, and no verdict."
    )
    columns = ("Outlet", "Events with something left out", "Items left out", "Which (event)")
    yield Section(
        "omissions", "What is left out",
        (Paragraph((text,)), Table("left-out", "Not mentioned, though most do", columns, rows, frozenset({1, 2}))),
    )  # fmt: skip


def _more(names: list[str], listed: int) -> list[str]:
    return [f"and {len(names) - listed} more"] if len(names) > listed else []
