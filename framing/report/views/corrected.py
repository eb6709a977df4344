"""Values beside what they would be without the measure's mistakes, where coders have judged it in this corpus."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.blocks import Block, Cell, Paragraph, Section, Table
from framing.report.look.labels import significant as number
from framing.report.writer import Writer

ORDER = 5


def sections(writer: Writer) -> Iterator[Section]:
    """One table for each coded measure; nothing where none was coded."""
    rows = writer.comparison.corrected
    if rows.is_empty():
        return
    blocks: list[Block | Section] = [
        Paragraph(
            (
                "For these measures passages of this very corpus were coded by hand. True cases are hits times "
                "precision over recall (after Rogan and Gladen 1978); the interval grows by what the coding leaves "
                "open (delta method, Lang and Reiczigel 2014). Precision and recall are those of sentences, and stand "
                "in for those of hits: a sentence with several counts once. Contrasts of outlets that are measured "
                "alike do not change.",
            )
        )
    ]
    for (name,), part in rows.group_by("metric", maintain_order=True):
        measure, known = writer.measures[str(name)], writer.comparison.accuracy[str(name)]
        cells = tuple(
            (
                Cell(row["outlet"]),
                Cell(number(row["value"]), row["value"]),
                Cell(f"{number(row['low'])} to {number(row['high'])}"),
                Cell(number(row["corrected"]), row["corrected"]),
                Cell(f"{number(row['corrected_low'])} to {number(row['corrected_high'])}"),
            )
            for row in part.iter_rows(named=True)
        )
        note = (
            f"{measure.unit}. Precision {known.precision:.2f} ({known.coded_hits} hits coded), recall "
            f"{known.recall:.2f} (as sure as {known.coded_cases} cases)."
        )
        columns = ("Outlet", "Measured", "95 % interval", "Corrected", "95 % interval, corrected")
        blocks.append(Table(f"corrected-{name}", measure.display, columns, cells, frozenset({1, 3}), note))
    yield Section("corrected", "Corrected for measurement error", tuple(blocks))
