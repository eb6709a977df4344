"""What the outlets carry, where they put it, and what one leaves out that others carry."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.coverage import FEWEST_WORDS, PROMINENCE, left_out
from framing.report.blocks import Block, Cell, Evidence, Paragraph, Section, Table
from framing.report.passages import passage
from framing.report.writer import Writer, evidence_anchor

ORDER = 30
ITEMS = 25  # rows of the table
OMISSIONS = 30  # rows of the table
PASSAGES = 2  # of those that carry what another leaves out
_MEASURE = "left-out"
_RULE = (
    "Left out: at least half of the independent versions, and at least two, carry an item, and the outlet does so in "
    "none of its articles, by none of the item's names. Copies and edited copies count for their likely source. An "
    f"outlet with fewer than {FEWEST_WORDS} words is not looked at. There may be good reasons: a short text, another "
    "angle, an earlier hour."
)


def sections(writer: Writer) -> Iterator[Section]:
    """The matrix of shared items, and what is left out, with the passages of those that carry it."""
    found = writer.comparison.coverage
    if found.is_empty() or len(writer.comparison.names) < 2:
        why = "one outlet only" if len(writer.comparison.names) < 2 else "no two independent versions share an item"
        yield Section("coverage", "Coverage", (Paragraph((f"Nothing to compare: {why}.",)),))
        return
    absent = left_out(found)
    blocks: list[Block | Section] = [
        Paragraph(
            (
                "Actors, names, figures and dates that at least two independent versions carry, and where an outlet "
                "first has them: in a headline, in the first three paragraphs (lead), or later. Quoted words count.",
            )
        ),
        *writer.figures("coverage"),
        _matrix(found),
    ]
    if absent.is_empty():
        blocks.append(Paragraph(("No outlet leaves out what half of the independent versions carry.",)))
    else:
        blocks.append(_omissions(absent))
        blocks.extend(_passages(writer, absent))
    yield Section("coverage", "Coverage", tuple(blocks))


def _matrix(found: pl.DataFrame) -> Table:
    """Items, with the outlets that have them in each place."""
    by = found.group_by("item", maintain_order=True).agg(
        pl.col("kind", "versions", "of_versions").first(),
        *(pl.col("outlet").filter(pl.col("prominence") == name).alias(name) for name in PROMINENCE),
        absent=pl.col("outlet").filter("left_out"),
    )
    rows = tuple(
        (
            Cell(row["item"]),
            Cell(row["kind"]),
            Cell(f"{row['versions']} of {row['of_versions']}", row["versions"]),
            *(Cell(", ".join(row[name]) or "–") for name in PROMINENCE),
            Cell(", ".join(row["absent"]) or "–"),
        )
        for row in by.head(ITEMS).iter_rows(named=True)
    )
    more = f" The first {ITEMS} of {by.height} items are shown." if by.height > ITEMS else ""
    columns = ("Item", "Kind", "Versions", "In a headline", "In the lead", "Later", "Left out by")
    return Table("coverage-items", "Who carries what, and where", columns, rows, frozenset({2}), _RULE + more)


def _omissions(absent: pl.DataFrame) -> Table:
    """What each outlet leaves out, and who carries it."""
    by = absent.group_by("outlet", "item", "kind", "versions", "of_versions", maintain_order=True).agg("carrier")
    rows = tuple(
        (
            Cell(row["outlet"], None, evidence_anchor(_MEASURE, row["outlet"])),
            Cell(row["item"]),
            Cell(row["kind"]),
            Cell(f"{row['versions']} of {row['of_versions']}", row["versions"]),
            Cell(", ".join(row["carrier"])),
        )
        for row in by.sort("outlet", maintain_order=True).head(OMISSIONS).iter_rows(named=True)
    )
    more = f"The first {OMISSIONS} of {by.height} are shown." if by.height > OMISSIONS else ""
    columns = ("Outlet", "Leaves out", "Kind", "Versions with it", "Carried by")
    return Table("left-out", "What an outlet leaves out that others carry", columns, rows, frozenset({3}), more)


def _passages(writer: Writer, absent: pl.DataFrame) -> Iterator[Evidence]:
    """For each outlet the passages of others with what it leaves out, the most prominent ones first."""
    for outlet in writer.comparison.names:
        rows = absent.filter(outlet=outlet)
        if rows.is_empty():
            continue
        chosen = rows.group_by("item", maintain_order=True).head(PASSAGES)
        passages = tuple(
            passage(writer, row, outlet=row["carrier"], label=row["item"]) for row in chosen.iter_rows(named=True)
        )
        yield Evidence(
            evidence_anchor(_MEASURE, outlet), "Passages of others with what is left out", outlet, passages, rows.height
        )
