"""What the outlets carry, where they put it, and what one leaves out that others carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from framing.comparison.content.coverage import FEWEST_WORDS, PROMINENCE, left_out
from framing.report.blocks import Block, Bullets, Cell, Evidence, Link, Paragraph, Section, Strong, Table
from framing.report.passages import passage
from framing.report.writer import Writer, evidence_anchor

ORDER = 30
CLOSELY = True
ITEMS = 20  # rows of the table
FORMS = 6  # of an item that are said to have been looked for
OMISSIONS = 8  # named for each outlet
PASSAGES = 2  # of those that carry what another leaves out
_MEASURE = "left-out"
_RULE = (
    "Left out: at least half of the independent versions, and at least two, carry an item, and the outlet does so in "
    "none of its articles, by none of the item's names. Copies and edited copies count for their likely source. An "
    f"outlet with fewer than {FEWEST_WORDS} words is asked only for what all others have on top. There may be good "
    "reasons: a short text, another "
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
                "has them at best: in a headline, in the first three paragraphs (lead), or later. Quoted words count.",
            )
        ),
        *writer.figures("coverage", "leads"),
    ]
    if absent.is_empty():
        blocks.append(Paragraph(("No outlet leaves out what half of the independent versions carry.",)))
    else:
        blocks.append(_omissions(absent))
    blocks.append(_matrix(found))
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
            Cell(row["item"], note=row["kind"]),
            Cell(f"{row['versions']} of {row['of_versions']}", row["versions"]),
            *(Cell(", ".join(row[name]) or "–") for name in PROMINENCE),
            Cell(", ".join(row["absent"]) or "–"),
        )
        for row in by.head(ITEMS).iter_rows(named=True)
    )
    more = f" The first {ITEMS} of {by.height} items are shown." if by.height > ITEMS else ""
    columns = ("Item", "Versions", "In a headline", "In the lead", "Later", "Left out by")
    return Table("coverage-items", "Who carries what, and where", columns, rows, frozenset({1}), _RULE + more)


def _omissions(absent: pl.DataFrame) -> Bullets:
    """What each outlet leaves out, in how many versions it stands, and where to read them."""
    keys = ("outlet", "item", "versions", "of_versions")
    by = absent.group_by(keys, maintain_order=True).agg("carrier", pl.col("forms").first())
    items = []
    for (outlet,), rows in by.sort("outlet", maintain_order=True).group_by("outlet", maintain_order=True):
        said = [
            f"{row['item']} ({row['versions']} of {row['of_versions']} versions have it; {_looked_for(row['forms'])})"
            for row in rows.head(OMISSIONS).iter_rows(named=True)
        ]
        more = f", and {rows.height - OMISSIONS} more" if rows.height > OMISSIONS else ""
        link = Link("Passages", evidence_anchor(_MEASURE, str(outlet)))
        items.append((Strong(str(outlet)), " leaves out ", ", ".join(said) + more + ". ", link))
    return Bullets(tuple(items))


def _looked_for(forms: Sequence[str]) -> str:
    """The forms that were looked for, each once whatever its case: *looked for: Ada Holm, Holm*."""
    shown = list({form.casefold(): form for form in reversed(forms)}.values())[::-1]
    return f"looked for: {', '.join(shown[:FORMS])}{', …' if len(shown) > FORMS else ''}"


def _passages(writer: Writer, absent: pl.DataFrame) -> Iterator[Evidence]:
    """For each outlet the passages of others with what it leaves out, the most prominent ones first."""
    for outlet in writer.comparison.names:
        rows = absent.filter(outlet=outlet)
        if rows.is_empty():
            continue
        shown = rows["item"].unique(maintain_order=True).head(OMISSIONS)
        chosen = rows.filter(pl.col("item").is_in(shown.implode())).group_by("item", maintain_order=True).head(PASSAGES)
        passages = tuple(
            passage(writer, row, outlet=row["carrier"], label=row["item"]) for row in chosen.iter_rows(named=True)
        )
        yield Evidence(
            evidence_anchor(_MEASURE, outlet), "Passages of others with what is left out", outlet, passages, rows.height
        )
