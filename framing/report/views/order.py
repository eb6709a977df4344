"""In which order the texts tell what they share: who and what comes up where."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.writer import Writer

ORDER = 32
CLOSELY = True
_ITEMS, _TEXTS, _FEWEST = 14, 8, 3  # rows; texts that are named in one; texts that share an item
_KINDS = {"speaker": "has the word", "name": "is named", "figure": "is given"}


def sections(writer: Writer) -> Iterator[Section]:
    """The people, names and figures that most texts share, by the share of the text that stands before them; none where
    no three comparable texts share one."""
    comparison = writer.comparison
    frame = comparison.order
    frame = frame.filter(pl.len().over("kind", "item") >= _FEWEST)
    if frame.is_empty():
        return
    spread = pl.col("position").max() - pl.col("position").min()
    items = (
        frame.group_by("kind", "item")
        .agg(pl.len(), spread=spread)
        .sort(["spread", "len", "item", "kind"], descending=[True, True, False, False])
        .head(_ITEMS)
    )
    rows = []
    for kind, item, texts in items.select("kind", "item", "len").iter_rows():
        part = frame.filter(kind=kind, item=item).sort("position", "article")
        places = [
            f"{comparison.labels.names[article]} {100 * position:.0f}"
            for article, position in part.select("article", "position").head(_TEXTS).iter_rows()
        ]
        more = [f"and {texts - _TEXTS} more"] if texts > _TEXTS else []
        rows.append((Cell(item), Cell(_KINDS[kind]), Cell("; ".join([*places, *more]))))
    lead = (
        "Where in each text what several texts share comes up first: per cent of its words that stand before. Those "
        "that differ most come first. Only whole news reports on the main news, of like length; another name for the "
        "same may stand earlier."
    )
    table = Table("order", "In which order", ("Item", "What", "Place in the text (%)"), tuple(rows))
    yield Section("order", "In which order", (Paragraph((lead,)), table))
