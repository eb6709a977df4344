"""Which articles share text, and which are copies."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Block, Bullets, Cell, Paragraph, Section, Strong, Table
from framing.report.writer import Writer

ORDER = 10


def sections(writer: Writer) -> Iterator[Section]:
    """Copies by name, and every pair of articles with shared runs of words; one line where all are independent."""
    comparison = writer.comparison
    copies = comparison.stories.filter(pl.col("copy_of").is_not_null())
    pairs = comparison.reuse.filter(pl.col("band") != "independent")
    if pairs.is_empty():
        none = "No two articles share enough words to be versions of one text: each counts as a story of its own."
        yield Section("shared-text", "Shared text", (Paragraph((none,)),))
        return
    outlets = dict(comparison.stories.select("article", "outlet").iter_rows())
    blocks: list[Block | Section] = [
        Paragraph(
            (
                "Texts that share runs of five words. Containment is the share of the shorter text that the longer "
                "one holds. A copy (from 80 %) is named here and counts once, for its likely source: it says what an "
                "outlet printed, not how it writes.",
            )
        )
    ]
    if not copies.is_empty():
        items = [
            (Strong(row["outlet"]), f" copies {outlets[row['copy_of']]}: ", row["article"], f" from {row['copy_of']}.")
            for row in copies.iter_rows(named=True)
        ]
        blocks.append(Bullets(tuple(items)))
    rows = tuple(
        (
            Cell(outlets[row["a"]]),
            Cell(row["a"]),
            Cell(outlets[row["b"]]),
            Cell(row["b"]),
            Cell(f"{100 * row['containment']:.0f} %", row["containment"]),
            Cell(f"{100 * row['jaccard']:.0f} %", row["jaccard"]),
            Cell(row["band"]),
        )
        for row in pairs.iter_rows(named=True)
    )
    columns = ("Outlet", "Article", "Other outlet", "Other article", "Containment", "Jaccard", "Band")
    blocks.append(Table("reuse", "Texts that share words", columns, rows, frozenset({4, 5})))
    blocks.extend(writer.figures("shared-text"))
    yield Section("shared-text", "Shared text", tuple(blocks))
