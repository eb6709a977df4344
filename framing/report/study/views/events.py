"""The events, the outlets, and what was wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from framing.corpus.event import slug
from framing.report.blocks import Block, Cell, Paragraph, Section, Table
from framing.report.study.desk import Desk

ORDER = 90
ROWS = 150


def sections(desk: Desk) -> Iterator[Section]:
    """Which events there are, in which each outlet takes part, and the remarks on them."""
    study = desk.study
    whole, remarks = bool(study.events["takes_part"].all()), study.outlets["remark"].null_count() < len(study.names)
    events = tuple(
        (
            desk.event(row["event"], "" if slug(row["title"]) == row["event"] else row["event"]),
            Cell(str(row["first"] or "no date")),
            Cell(str(row["articles"]), row["articles"]),
            Cell(str(row["outlets"]), row["outlets"]),
            Cell(str(row["texts"]), row["texts"]),
            *([] if whole else [Cell("" if row["takes_part"] else "takes no part")]),
        )
        for row in study.events.head(ROWS).iter_rows(named=True)
    )
    outlets = tuple(
        (
            Cell(row["outlet"], note=row["attributes"] or ""),
            Cell(f"{row['own_events']} of {row['events']}", row["own_events"]),
            Cell(str(row["articles"]), row["articles"]),
            Cell(str(row["copies"]), row["copies"]),
            Cell(f"{row['words']:,}", row["words"]),
            *([Cell(row["remark"] or "")] if remarks else []),
        )
        for row in study.outlets.head(ROWS).iter_rows(named=True)
    )
    more = f"The first {ROWS} of {study.events.height}; all stand in events.csv. " if study.events.height > ROWS else ""
    heads = ("Event", "First", "Articles", "Outlets", "Own texts", *([] if whole else [""]))
    note = more + "Own texts: copies, agency texts and versions of one text counted once."
    note += " Each event leads to its own report." if desk.each else ""
    blocks: list[Block | Section] = [
        Table("events", "Events by date", heads, events, frozenset({2, 3, 4}), note),
        Table("outlets", "Outlets", ("Outlet", "Events with own coverage", "Articles", "Reprints", "Words",
              *(["Remark"] if remarks else [])),
              outlets, frozenset({1, 2, 3, 4})),
    ]  # fmt: skip
    if not study.problems.is_empty():
        rows = tuple(
            (Cell(row["file"]), Cell(row["severity"]), Cell(row["problem"]), Cell(row["advice"]))
            for row in study.problems.head(ROWS).iter_rows(named=True)
        )
        blocks.append(Table("problems", "Remarks on the input", ("Event", "", "What", "What to do"), rows))
    else:
        blocks.append(Paragraph(("Nothing was wrong with the input.",)))
    yield Section("events-and-outlets", "Events and outlets", tuple(blocks))
