"""Over time: trends, periods, and groups of outlets."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.report.blocks import Block, Cell, Paragraph, Section, Table
from framing.report.look.labels import number, signed
from framing.report.study.desk import Desk

ORDER = 80
MEASURES = 4  # that groups of outlets are set against each other in


def sections(desk: Desk) -> Iterator[Section]:
    """What changed over the events, by period of study.toml, and by attribute of the outlets."""
    blocks: list[Block | Section] = list(_trends(desk))
    periods = desk.study.periods
    if periods["period"].n_unique() > 1:
        blocks.append(_periods(desk, periods))
    blocks = [*desk.figures("study-timeline"), *blocks]
    if blocks:
        yield Section("time", "Over time", tuple(blocks))
    groups = desk.study.groups
    if not groups.is_empty():
        text = (
            "What outlets that share an attribute have more than all the others. It speaks of these outlets, not "
            "of all of their sort; it is for looking, and was not corrected for the number of comparisons."
        )
        yield Section("groups", "Outlets by attribute", (Paragraph((text,)), _groups(desk, groups)))


def _trends(desk: Desk) -> Iterator[Block]:
    known = desk.study.effects.filter(
        pl.col("metric").is_in(desk.metrics), pl.col("outlet").is_in(desk.outlets), pl.col("trend").is_not_null()
    )
    if known.is_empty():
        return
    clear = known.filter((pl.col("trend_low") > 0) | (pl.col("trend_high") < 0)).sort("metric", "outlet")
    text = (
        f"Of {known.height} trends of an outlet in a measure, {clear.height} have intervals that exclude no change; "
        f"chance alone would put about {0.05 * known.height:.0f} there. They are for looking, and nothing was tested."
    )
    yield Paragraph((text,))
    if clear.is_empty():
        return
    rows = []
    for row in clear.iter_rows(named=True):
        trend = [row[name] for name in ("trend", "trend_low", "trend_high")]
        scaled = [math.exp(value) if desk.is_rate(row["metric"]) else value for value in trend]
        shown = [f"×{number(value)}" if desk.is_rate(row["metric"]) else signed(value) for value in scaled]
        rows.append(
            (
                Cell(row["outlet"]),
                Cell(desk.called(row["metric"])),
                Cell(shown[0], note=f"{shown[1]} to {shown[2]}"),
                Cell(str(row["events"]), row["events"]),
            )
        )
    yield Table(
        "trends",
        "Effects that change over the years",
        ("Outlet", "Measure", "A year", "Events"),
        tuple(rows),
        frozenset({2, 3}),
    )


def _periods(desk: Desk, periods: pl.DataFrame) -> Table:
    names = list(dict.fromkeys(desk.study.events.drop_nulls("period")["period"]))
    found = {(row["metric"], row["outlet"], row["period"]): row for row in periods.iter_rows(named=True)}
    rows = []
    for metric in desk.metrics:
        for outlet in desk.outlets:
            if not desk.stated(metric, outlet):
                continue
            cells = []
            for period in names:
                row = found.get((metric, outlet, period))
                if row is None or row["effect"] is None:
                    cells.append(Cell("–"))
                    continue
                note = "one event" if row["low"] is None else f"{number(row['low'])} to {number(row['high'])}"
                cells.append(
                    Cell(desk.effect(metric, row["effect"]), row["effect"], note=f"{note}; n = {row['events']}")
                )
            rows.append((Cell(outlet), Cell(desk.called(metric)), *cells))
    return Table(
        "periods",
        "Effects that stand, by period",
        ("Outlet", "Measure", *names),
        tuple(rows),
        frozenset(range(2, 2 + len(names))),
    )


def _groups(desk: Desk, groups: pl.DataFrame) -> Table:
    metrics = desk.metrics[:MEASURES]
    found = {(row["attribute"], row["group"], row["metric"]): row for row in groups.iter_rows(named=True)}
    rows = []
    for attribute, group in dict.fromkeys((attribute, group) for attribute, group, _ in sorted(found)):
        cells = []
        for metric in metrics:
            row = found.get((attribute, group, metric))
            if row is None or row["effect"] is None:
                cells.append(Cell("–"))
            else:
                cells.append(Cell(desk.effect(metric, row["effect"]), row["effect"], note=_interval(row)))
        outlets = next(row["outlets"] for key, row in found.items() if key[:2] == (attribute, group))
        size = f"{len(outlets)} outlet{'' if len(outlets) == 1 else 's'}"
        rows.append((Cell(f"{attribute}: {group}", note=size), *cells))
    columns = ("Outlets", *map(desk.called, metrics))
    return Table(
        "by-attribute", "Groups of outlets against the others", columns, tuple(rows),
        frozenset(range(1, len(columns))),
    )  # fmt: skip


def _interval(row: dict[str, Any]) -> str:
    return "" if row["low"] is None else f"{number(row['low'])} to {number(row['high'])}"
