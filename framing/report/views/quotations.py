"""One remark in several wordings, each with the texts that print it."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.writer import Writer

ORDER = 24
CLOSELY = True
REMARKS = 8
_WORDS = 40  # of a wording that is shown


def sections(writer: Writer) -> Iterator[Section]:
    """The remarks that most texts print, wording by wording; a line where no remark stands in two reports."""
    comparison = writer.comparison
    frame = comparison.quotations
    several = frame.filter(pl.col("wording").n_unique().over("remark") > 1)
    if several.is_empty():
        none = "No remark of a speaker who was found is quoted in different words by two independent reports."
        yield Section("quotations", "One remark, several wordings", (Paragraph((none,)),))
        return
    order = several.group_by("remark", maintain_order=True).len().sort("len", descending=True, maintain_order=True)
    rows = []
    for remark in order["remark"].head(REMARKS):
        for (_, form), part in several.filter(remark=remark).group_by("wording", "form", maintain_order=True):
            words = part["text"][0].split()
            limit = _WORDS if writer.snippet is None else max(writer.snippet // 8, 4)
            text = " ".join(words[:limit]) + (" …" if len(words) > limit else "")
            names = comparison.labels.listed(part["article"])
            rows.append((Cell(part["speaker"][0] or "–"), Cell(f"“{text}”"), Cell(str(form)), Cell(names)))
    note = (
        f"The {min(REMARKS, order.height)} remarks that most texts print, of {order.height}. A cut has the words of a "
        "longer wording; other wordings may be other translations."
    )
    columns = ("Speaker", "Wording", "Form", "Texts")
    table = Table("quotations", "Remarks by wording", columns, tuple(rows), frozenset(), note)
    yield Section("quotations", "One remark, several wordings", (table,))
