"""Whose voice: the share of each text that is somebody's quoted words."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.content.voices import NOBODY
from framing.report.blocks import Cell, Section, Table
from framing.report.writer import Writer

ORDER = 61
CLOSELY = True
SPEAKERS = 3  # of each text


def sections(writer: Writer) -> Iterator[Section]:
    """The speakers with most words of each text, copies included; nothing where nobody is quoted."""
    comparison = writer.comparison
    direct = comparison.speakers.filter((pl.col("direct") > 0) & (pl.col("speaker") != NOBODY))
    rows = tuple(
        (
            Cell(comparison.labels.names[row["article"]]),
            Cell(row["speaker"]),
            Cell(row["side"] or "–"),
            Cell(str(row["direct"]), row["direct"]),
            Cell("–" if row["share"] is None else f"{100 * row['share']:.0f} %", row["share"]),
            Cell("yes" if row["alone"] else "–"),
        )
        for row in direct.group_by("article", maintain_order=True).head(SPEAKERS).sort("outlet").iter_rows(named=True)
    )
    if rows:
        columns = ("Text", "Speaker", "Side", "Quoted words", "Share of the text", "Only one quoted")
        note = f"At most {SPEAKERS} of each text. Side: as event.toml has it. Copies are shown, too."
        table = Table("whose-voice", "Whose words fill the texts", columns, rows, frozenset({3, 4}), note)
        yield Section("whose-voice", "Whose voice", (table,))
