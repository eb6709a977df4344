"""Who runs whose text, over the events."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.study.desk import Desk

ORDER = 30
ROWS = 40
LISTED = 4


def sections(desk: Desk) -> Iterator[Section]:
    """Outlets, whose text they printed, in how many events."""
    found = desk.study.reprints
    if found.is_empty():
        return

    def which(events: list[str]) -> str:
        return "; ".join([*map(desk.title, events[:LISTED]), *(["…"] if len(events) > LISTED else [])])

    rows = tuple(
        (
            Cell(row["outlet"]),
            Cell(row["origin"] or "not known"),
            Cell(f"{row['events']} of {row['of_events']}", row["events"]),
            Cell(str(row["articles"]), row["articles"]),
            Cell(which(row["names"])),
        )
        for row in found.head(ROWS).iter_rows(named=True)
    )
    text = (
        "Copies, edited copies and other takes of one text, and texts that credit an agency. Copies and agency texts "
        "are left out of an outlet's figures; of an edited copy each outlet has its share."
    )
    note = f"The first {ROWS} of {found.height} rows; the rest stands in reprints.csv." if found.height > ROWS else ""
    columns = ("Outlet", "Text of", "Events", "Articles", "Which")
    yield Section(
        "reprints", "Who runs whose text",
        (Paragraph((text,)), Table("reprinted", "Reprints over events", columns, rows, frozenset({2, 3}), note)),
    )  # fmt: skip
