"""Which articles share text, and which are copies."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Block, Bullets, Cell, Paragraph, Section, Table
from framing.report.writer import Writer

ORDER = 10


def sections(writer: Writer) -> Iterator[Section]:
    """Copies by name, and every pair of articles with shared runs of words; one line where all are independent."""
    comparison = writer.comparison
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
                "one holds. A text and its copies (from 80 %) count once: copies say what an outlet printed, not how "
                "it writes. Whose text it is, is said only where the agency's own version is here, or a credit or "
                "notice names it.",
            )
        )
    ]
    if not comparison.families.is_empty():
        blocks.append(Bullets(tuple((sentence,) for sentence in comparison.families["sentence"])))
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
