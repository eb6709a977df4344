"""Themes found in the texts, and what the texts rest on: people without a name, other media."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.writer import Writer

ORDER = 28
THEMES, PLACES = 12, 40


def sections(writer: Writer) -> Iterator[Section]:
    """Two tables: themes by the texts that have them, and everything that `sourcing` found; a line where none is."""
    comparison, labels = writer.comparison, writer.comparison.labels
    themes = []
    for _, part in comparison.found.filter(pl.col("theme") < THEMES).group_by("theme", maintain_order=True):
        rows = part.to_dicts()
        having = [row["article"] for row in rows if row["hits"]]
        lacking = [row["article"] for row in rows if not row["hits"]]
        themes.append(
            (
                Cell(", ".join(rows[0]["words"])),
                Cell(", ".join(f"{labels.names[row['article']]} ({row['hits']})" for row in rows if row["hits"])),
                Cell(labels.listed(lacking) if len(lacking) <= len(having) else f"{len(lacking)} texts"),
            )
        )
    if themes:
        note = "Words that share sentences in the texts that have them; in brackets how often. The others have no form."
        table = Table("found", "Themes of some texts only", ("Words", "In", "Not in"), tuple(themes), frozenset(), note)
        yield Section("found", "Themes found in the texts", (table,))
    else:
        none = "No words go together in some texts and are missing in others, or there are too few texts."
        yield Section("found", "Themes found in the texts", (Paragraph((none,)),))
    kinds = {"insider": "somebody who knows", "voice": "a view", "medium": "another medium"}
    places = tuple(
        (
            Cell(labels.names[row["article"]]),
            Cell(kinds[row["kind"]]),
            Cell(row["name"]),
            Cell(" ".join(row["text"].split())),
        )
        for row in comparison.sourcing.head(PLACES).iter_rows(named=True)
    )
    if places:
        columns = ("Text", "What", "Who", "As the text has it")
        table = Table("sourcing", "Cited without a name, and other media", columns, places, frozenset(), "")
        yield Section("sourcing", "What the texts rest on", (table,))
    else:
        none = "No text cites somebody without a name, and none credits another medium."
        yield Section("sourcing", "What the texts rest on", (Paragraph((none,)),))
