"""Who speaks: the sources of each outlet, and how many words they are given."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.content.voices import KINDS
from framing.report.blocks import Block, Bullets, Cell, Evidence, Inline, Paragraph, Section, Strong, Table
from framing.report.passages import passage
from framing.report.writer import Writer, evidence_anchor

ORDER = 60
CLOSELY = True
SOURCES = 4  # named ones of each outlet
ONLY = 6  # named in a line of sources that only one outlet has
PASSAGES = 4
_MEASURE = "sources"
_TITLES = {"person": "Persons", "institution": "Institutions", "unnamed": "Unnamed", "unknown": "Speaker not found"}


def sections(writer: Writer) -> Iterator[Section]:
    """Sources by kind and by name, and those that only one outlet has; one line where nobody speaks."""
    found = writer.comparison.sources
    if found.is_empty():
        measured = {"sources_named", "sources_unnamed"} & set(writer.measures)
        why = "no article quotes anybody or names a source" if measured else "sources were not measured"
        yield Section("who-speaks", "Who speaks", (Paragraph((f"No sources to show: {why}.",)),))
        return
    blocks: list[Block | Section] = [
        Paragraph(
            (
                "Who is given the word, by name or without one. Attributions are speech verbs with a speaker. Shares "
                "are of the outlet's quoted words, as far as their speaker is found. Indirect speech has no share, and "
                "copies do not count.",
            )
        ),
        source_kinds(writer, found),
        _named(found),
    ]
    only = _only(writer, found)
    if only:
        blocks.append(Paragraph(("Sources, named or institutions, that only one outlet has:",)))
        blocks.append(Bullets(tuple(only)))
    blocks.extend(_passages(writer, found))
    yield Section("who-speaks", "Who speaks", tuple(blocks))


def source_kinds(writer: Writer, found: pl.DataFrame) -> Table:
    """Outlets by kinds of sources: attributions, over the share of quoted words."""
    counts = found.group_by("outlet", "kind").agg(pl.col("attributions", "words", "share").sum())
    cells = {(row["outlet"], row["kind"]): row for row in counts.iter_rows(named=True)}
    words = dict(found.group_by("outlet").agg(pl.col("words").sum()).iter_rows())
    rows = []
    for outlet in writer.comparison.names:
        total = words.get(outlet)
        line = [Cell(outlet, None, evidence_anchor(_MEASURE, outlet) if total is not None else None)]
        for kind in KINDS:
            row = cells.get((outlet, kind))
            if row is None:
                line.append(Cell("–"))
            else:
                said = str(row["attributions"]) if kind != "unknown" else "–"
                share = f"{row['share']:.0f} % of words" if total else ""
                line.append(Cell(said, row["attributions"], None, share))
        line.append(Cell("–" if total is None else str(total), total))
        rows.append(tuple(line))
    columns = ("Outlet", *(_TITLES[kind] for kind in KINDS), "Quoted words")
    note = "Attributions, and below them the share of the outlet's quoted words."
    return Table("source-kinds", "Sources by kind", columns, tuple(rows), frozenset(range(1, 6)), note)


def _named(found: pl.DataFrame) -> Table:
    """The named sources with most words of each outlet."""
    named = found.filter(pl.col("kind").is_in(["person", "institution"]))
    countries = named["country"].is_not_null().any()
    rows = tuple(
        (
            Cell(row["outlet"], None, evidence_anchor(_MEASURE, row["outlet"])),
            Cell(row["source"]),
            Cell(row["kind"]),
            *((Cell(row["country"] or "–"),) if countries else ()),
            Cell(str(row["attributions"]), row["attributions"]),
            Cell("–" if row["share"] is None else f"{row['share']:.0f} %", row["share"]),
            Cell(str(row["outlets"]), row["outlets"]),
        )
        for row in named.group_by("outlet", maintain_order=True).head(SOURCES).iter_rows(named=True)
    )
    columns = ("Outlet", "Source", "Kind", *(("Country",) if countries else ()), "Attributions", "Share", "Outlets")
    first = len(columns) - 3
    note = f"At most {SOURCES} of each outlet, those with most words first. Outlets: how many have the source."
    return Table("sources", "Named sources", columns, rows, frozenset(range(first, first + 3)), note)


def _only(writer: Writer, found: pl.DataFrame) -> list[tuple[Inline, ...]]:
    rows = found.filter(pl.col("outlets") == 1)
    items: list[tuple[Inline, ...]] = []
    for outlet in writer.comparison.names:
        names = rows.filter(outlet=outlet)["source"].to_list()
        if names and found["outlet"].n_unique() > 1:
            more = f" and {len(names) - ONLY} more" if len(names) > ONLY else ""
            items.append((Strong(outlet), ": " + ", ".join(names[:ONLY]) + more + "."))
    return items


def _passages(writer: Writer, found: pl.DataFrame) -> Iterator[Evidence]:
    for outlet in writer.comparison.names:
        rows = found.filter((pl.col("outlet") == outlet) & (pl.col("kind") != "unknown"))
        if rows.is_empty():
            rows = found.filter(outlet=outlet)
        if rows.height:
            shown = tuple(
                passage(writer, row, outlet, row["source"], row["kind"])
                for row in rows.head(PASSAGES).iter_rows(named=True)
            )
            yield Evidence(evidence_anchor(_MEASURE, outlet), "Sources", outlet, shown, rows.height)
