"""Columns that were named as covariates: how the articles lie over their values, and which differences hold in each."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.estimates.contrasts import OTHERS
from framing.report.blocks import Block, Cell, Paragraph, Section, Table
from framing.report.explained import by_covariate, findings, value_label
from framing.report.look.labels import short
from framing.report.look.labels import significant as number
from framing.report.writer import Writer

ORDER = 0
_SAID = {
    "more": "certainly higher",
    "less": "certainly lower",
    "open": "not certain",
    "alike": "no two articles differ",
    "untested": "too few stories",
    "absent": "no articles of one side",
}


def sections(writer: Writer) -> Iterator[Section]:
    """For each covariate a table of outlets by values, what follows in sentences, and the contrasts behind them."""
    asked = writer.comparison.options.get("covariates", ())
    for place, name in enumerate(asked, 1):
        blocks: list[Block] = [
            Paragraph((" ".join(by_covariate(writer, name)),)),
            _counts(writer.comparison.covariates.filter(covariate=name), f"covariate-{place}"),
        ]
        if (found := _findings(writer, name, f"covariate-{place}-contrasts")) is not None:
            blocks.append(found)
        yield Section(f"by-covariate-{place}", f"Other explanations: {short(name, 40)}", tuple(blocks))


def _counts(rows: pl.DataFrame, key: str) -> Table:
    values = rows["given"].unique(maintain_order=True).to_list()
    parts = rows.partition_by("outlet", maintain_order=True)
    cells = tuple(
        (Cell(part["outlet"][0]), *(Cell(str(count), count) for count in part["articles"]))
        for part in sorted(parts, key=lambda part: str(part["outlet"][0]))
    )
    columns = ("Outlet", *map(value_label, values))
    return Table(key, "Articles by outlet and value", columns, cells, frozenset(range(1, len(columns))))


def _findings(writer: Writer, name: str, key: str) -> Table | None:
    found = findings(writer.comparison, name) if writer.comparison.covariates.filter(covariate=name).height else None
    if found is None or found.is_empty():
        return None
    dash = "–"
    rows = tuple(
        (
            Cell(row["outlet"]),
            Cell("all others" if row["other"] == OTHERS else row["other"]),
            Cell(writer.measures[row["metric"]].display),
            Cell(_SAID[row["whole"]]),
            Cell(value_label(row["given"])),
            Cell(_SAID[row["inside"]]),
            Cell(dash if row["effect"] is None else number(row["effect"]), row["effect"]),
            Cell(
                "–" if row["low"] is None or row["high"] is None else f"{number(row['low'])} to {number(row['high'])}"
            ),
            Cell(dash if row["q"] is None else f"{row['q']:.3f}", row["q"]),
            Cell(f"{row['n']}, {row['other_n']}"),
        )
        for row in found.iter_rows(named=True)
    )
    columns = (
        "Outlet", "Against", "Measure", "In all articles", short(name, 25), "Among these", "Effect", "95 % interval",
        "q", "Stories",
    )  # fmt: skip
    return Table(key, "Differences among the articles of each value", columns, rows, frozenset({6, 8}))
