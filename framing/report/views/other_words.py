"""The same people and things in other words: beside their names, and between the same words of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.report.blocks import Block, Cell, Section, Table
from framing.report.writer import Writer

ORDER = 42
CLOSELY = True
_ROWS = 40


def sections(writer: Writer) -> Iterator[Section]:
    """What people are called whom two outlets describe, and nouns that differ in one place; none where there is
    neither."""
    blocks: list[Block | Section] = [*_described(writer), *_same_place(writer)]
    if blocks:
        yield Section("other-words", "The same, in other words", tuple(blocks))


def _described(writer: Writer) -> Iterator[Table]:
    labels = writer.comparison.labels
    found = writer.comparison.described.filter(pl.col("outlet").n_unique().over("item") > 1).sort("item", "article")
    rows = tuple(
        (Cell(row["item"]), Cell(f"“{row['text']}”"), Cell("charged" if row["charged"] else "–"),
         Cell(labels.names[row["article"]]))
        for row in found.unique(["item", "article", "text"], keep="first", maintain_order=True).head(_ROWS).to_dicts()
    )  # fmt: skip
    if rows:
        note = "In the outlets' own words, right beside the full name; of people whom two outlets describe so."
        columns = ("Who", "Called", "Charged", "Text")
        yield Table("described", "People beside their names", columns, rows, frozenset(), note)


def _same_place(writer: Writer) -> Iterator[Table]:
    labels = writer.comparison.labels
    found = writer.comparison.same_place.filter(pl.col("word").n_unique().over("place") > 1)
    rows = tuple(
        (Cell(f"“{before} … {after}”"), Cell(f"“{word}”"), Cell("charged" if part["charged"].any() else "–"),
         Cell(labels.listed(part["article"])))
        for (_, before, after, word), part in found.group_by(
            "place", "before", "after", "word", maintain_order=True
        )
    )[:_ROWS]  # fmt: skip
    if rows:
        note = (
            "Nouns that stand between the same words of a sentence; what is around them is shown as one text sets it."
        )
        columns = ("Sentence", "Word", "Charged", "Texts")
        yield Table("same-place", "Same sentence, different word", columns, rows, frozenset(), note)
