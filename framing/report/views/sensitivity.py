"""How much each finding hangs on one article, or on one term."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.look.labels import significant as number
from framing.report.writer import Writer

ORDER = 1


def sections(writer: Writer) -> Iterator[Section]:
    """Every stated contrast without the article, and without the term, that it hangs on most; none without findings."""
    rows = writer.comparison.sensitivity
    if rows.is_empty():
        return
    text = (
        "Each difference that can be stated, calculated again without the one article, and without the one term, that "
        "carries most of it. Where the interval then reaches no difference, it rests on that one alone."
    )
    cells = tuple(
        (
            Cell(row["outlet"]),
            Cell(row["other"]),
            Cell(writer.measures[row["metric"]].display),
            Cell(f"{row['without']} {row['left_out']}"),
            Cell("–" if row["effect"] is None else number(row["effect"]), row["effect"]),
            Cell(
                "–" if row["low"] is None or row["high"] is None else f"{number(row['low'])} to {number(row['high'])}"
            ),
            Cell("yes" if row["holds"] else "no"),
        )
        for row in rows.sort("outlet", "metric", "other", "without").iter_rows(named=True)
    )
    columns = ("Outlet", "Against", "Measure", "Without the", "Effect", "95 % interval", "Still holds?")
    table = Table("sensitivity-table", "Most influential article or word removed", columns, cells, frozenset({4}))
    yield Section("sensitivity", "How robust are the findings?", (Paragraph((text,)), table))
