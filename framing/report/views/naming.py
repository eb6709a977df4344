"""How each outlet names and describes the actors."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.content.naming import forms, totals
from framing.report.blocks import Block, Cell, Evidence, Paragraph, Section, Table
from framing.report.look.labels import number
from framing.report.passages import passage
from framing.report.writer import Writer, evidence_anchor

ORDER = 40
CLOSELY = True
ACTORS = 4  # with a table of their own
FORMS = 14  # rows of such a table
PASSAGES = 6  # of each outlet
_MEASURE = "naming"


def sections(writer: Writer) -> Iterator[Section]:
    """Names and descriptions of each actor by outlet; one line where nobody is named or described."""
    comparison = writer.comparison
    found = comparison.naming
    if found.is_empty():
        known = bool(comparison.scores.corpus.event.actors)
        why = "no article names an actor of the event" if known else "the event names no actors, and no name is shared"
        yield Section("naming", "Naming", (Paragraph((f"No references to show: {why}.",)),))
        return
    words = forms(found)
    blocks: list[Block | Section] = [
        Paragraph(
            (
                "How the outlets refer to the actors, in their own words: by name, or by a description that stands "
                "beside a name, that the event's file gives, or whose noun and place leave no doubt whom it means. "
                "Doubtful descriptions are left out. Pronouns stand apart and are no references: only those "
                "before which the paragraph names nobody else. A reference with a loaded term in it is charged.",
            )
        ),
        *writer.figures("naming"),
        _totals(writer, totals(found)),
    ]
    order = words.group_by("actor").agg(pl.col("count").sum()).sort(["count", "actor"], descending=[True, False])
    blocks.extend(_forms(actor, words.filter(actor=actor)) for actor in order["actor"].head(ACTORS))
    if words.is_empty():
        blocks.append(Paragraph(("All references are names: no description could be linked to an actor.",)))
    blocks.extend(_passages(writer, found))
    yield Section("naming", "Naming", tuple(blocks))


def _totals(writer: Writer, counts: pl.DataFrame) -> Table:
    """References by outlet, all actors together, and the actor that it describes most."""
    rows = []
    meant = dict(writer.comparison.pronouns.group_by("outlet").len().iter_rows())
    for outlet in writer.comparison.names:
        mine = counts.filter(outlet=outlet)
        if mine.is_empty():
            rows.append((Cell(outlet), *(Cell("–") for _ in range(5))))
            continue
        names, described, charged, total = mine.select("names", "descriptions", "charged", "total").sum().row(0)
        anchor = evidence_anchor(_MEASURE, outlet) if described + charged else None
        share = 100 * charged / total
        rows.append(
            (
                Cell(outlet, None, anchor),
                Cell(str(total), total),
                Cell(str(names), names),
                Cell(str(described), described),
                Cell(f"{charged} ({share:.0f} %)", share),
                Cell(str(meant.get(outlet, 0)), meant.get(outlet, 0)),
            )
        )
    columns = ("Outlet", "References", "Names", "Descriptions", "Charged", "Pronouns")
    return Table("naming", "References to all actors", columns, tuple(rows), frozenset({1, 2, 3, 4, 5}))


def _forms(actor: str, words: pl.DataFrame) -> Table:
    rows = tuple(
        (
            Cell(row["form"]),
            Cell(row["outlet"], None, evidence_anchor(_MEASURE, row["outlet"])),
            Cell(str(row["count"]), row["count"]),
            Cell(str(row["other_count"]), row["other_count"]),
            Cell("charged" if row["charged"] else "–"),
            Cell("–" if row["z"] is None else number(row["z"]), row["z"]),
        )
        for row in words.head(FORMS).iter_rows(named=True)
    )
    note = "z: log-odds among all references to the actor, with the counts of all outlets as prior. " + (
        f"The first {FORMS} of {words.height} are shown." if words.height > FORMS else ""
    )
    columns = ("Description", "Outlet", "Uses", "Others", "Loaded term", "z")
    key = f"naming-{evidence_anchor('of', actor)}"
    return Table(key, f"Descriptions of {actor}", columns, rows, frozenset({2, 3, 5}), note.strip())


def _passages(writer: Writer, found: pl.DataFrame) -> Iterator[Evidence]:
    """The descriptions of each outlet, the charged ones first."""
    own = found.filter(~pl.col("quoted") & ((pl.col("way") != "name") | pl.col("charged")))
    for outlet in writer.comparison.names:
        rows = own.filter(outlet=outlet)
        if rows.height:
            first = rows.sort(["charged", "article", "start"], descending=[True, False, False])
            shown = first.unique(["actor", "form"], keep="first", maintain_order=True).head(PASSAGES)
            passages = tuple(
                passage(writer, row, outlet, row["actor"], row["charge"] or row["way"])
                for row in shown.iter_rows(named=True)
            )
            yield Evidence(evidence_anchor(_MEASURE, outlet), "Descriptions of actors", outlet, passages, rows.height)
