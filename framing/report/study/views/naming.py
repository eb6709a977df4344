"""What the actors that return are called."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.content.naming import forms
from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.look.labels import short
from framing.report.study.desk import Desk

ORDER = 60
ACTORS, FORMS, OUTLETS = 6, 4, 10  # outlets of an actor: those that refer to it most often


def sections(desk: Desk) -> Iterator[Section]:
    """Actors of two events or more: how often each outlet describes them with a loaded word, and in which words."""
    firm = pl.col("way") != "description"  # linked by what stands near: too weak for a count over events
    found = desk.study.naming.filter(~pl.col("quoted"), firm, pl.col("outlet").is_in(desk.outlets))
    known = (
        found.group_by("actor")
        .agg(events=pl.col("event").n_unique(), mentions=pl.len(), described=(pl.col("way") != "name").any())
        .filter(pl.col("events") > 1)
        .sort(["events", "mentions", "actor"], descending=[True, True, False])
    )
    if known.is_empty():
        return
    described = forms(found.drop("event"))
    bare = known.head(2 * ACTORS).filter(~pl.col("described"))["actor"].to_list()
    tables: list[Table] = []
    for row in known.filter("described").head(ACTORS).iter_rows(named=True):
        actor = row["actor"]
        mine = found.filter(actor=actor)
        counts = mine.group_by("outlet").agg(
            total=pl.len(), charged=pl.col("charged").sum(), described=(pl.col("way") != "name").sum()
        )
        words = {
            str(outlet): ", ".join(_form(one) for one in part.head(FORMS).iter_rows(named=True))
            for (outlet,), part in described.filter(actor=actor).group_by("outlet", maintain_order=True)
        }
        often = counts.sort("total", "outlet", descending=[True, False]).head(OUTLETS)
        lines = tuple(
            (
                Cell(one["outlet"]),
                Cell(str(one["total"]), one["total"]),
                Cell(f"{one['described']} of {one['total']}", one["described"] / one["total"]),
                Cell(f"{one['charged']} of {one['total']}", one["charged"] / one["total"]),
                Cell(words.get(one["outlet"], "–")),
            )
            for one in often.sort("outlet").iter_rows(named=True)
        )
        columns = ("Outlet", "References", "Described", "With a loaded word", "In the words")
        caption = f"{actor}, in {row['events']} event{'' if row['events'] == 1 else 's'}"
        note = f"The {OUTLETS} of {counts.height} outlets that refer to it most." if counts.height > OUTLETS else ""
        tables.append(Table(f"naming-{len(tables) + 1}", caption, columns, lines, frozenset({1, 2, 3}), note))
    text = (
        "In the outlets' own voice, outside quotations and without copies: by name, or by a description that stands "
        "beside the name or that event.toml gives."
    )
    if bare:
        text += f" Only by name, in all outlets: {', '.join(short(name, 40) for name in bare)}."
    yield Section("naming", "What actors that return are called", (Paragraph((text,)), *tables))


def _form(row: dict[str, object]) -> str:
    return f"“{row['form']}”" + (f" ({row['count']})" if int(str(row["count"])) > 1 else "")
