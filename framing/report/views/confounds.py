"""What else differs between the outlets, and whether the differences hold where they are more alike."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.estimates.contrasts import OTHERS
from framing.comparison.estimates.strata import STRATA, changes
from framing.report.blocks import Block, Bullets, Cell, Paragraph, Section, Table
from framing.report.look.labels import inside
from framing.report.look.labels import significant as number
from framing.report.writer import Writer

ORDER = 0
_COLUMNS = (
    ("articles", "Articles"),
    ("stories", "Stories"),
    ("words", "Words, median"),
    ("news_share", "News, %"),
    ("opinion_share", "Opinion, %"),
    ("quoted_share", "Quoted, % of words"),
    ("wire_share", "Wire text, % of articles"),
)
_SAID = {
    "more": "the value is higher with certainty",
    "less": "the value is lower with certainty",
    "open": "no longer certain, with fewer stories",
    "alike": "no two articles differ",
    "untested": "too few stories for a test",
}


def sections(writer: Writer) -> Iterator[Section]:
    """A table of the outlets; then, stratum by stratum, what can be said there and what not."""
    blocks: list[Block | Section] = [
        Paragraph(
            (
                "Outlets may differ in a measure because they wrote longer, other or later articles. This table shows "
                "what else sets them apart. A story is an article that copies no other, all versions of one text "
                "taken together.",
            )
        ),
        _table(writer),
    ]
    parts = writer.comparison.strata.filter(pl.col("stratum").is_in(list(STRATA)))  # covariates have their own view
    changed = changes(writer.comparison.contrasts, parts, writer.measures)
    blocks.append(
        Section("strata", "Do the differences hold where outlets are more alike?", (_changes(writer, parts, changed),))
    )
    asked = writer.comparison.options["strata"]
    blocks.extend(_stratum(writer, name, parts.filter(stratum=name)) for name in asked)
    yield Section("confounds", "Other explanations: genre, length, date", tuple(blocks))


def _table(writer: Writer) -> Table:
    rows = []
    for row in writer.comparison.confounds.iter_rows(named=True):
        days = sorted({str(row[name]) for name in ("first", "last") if row[name] is not None})
        cells = [Cell("–" if row[name] is None else f"{row[name]:.0f}", row[name]) for name, _ in _COLUMNS]
        rows.append((Cell(row["outlet"]), *cells, Cell(" to ".join(days) or "–")))
    columns = ("Outlet", *(title for _, title in _COLUMNS), "Dates")
    return Table(
        "confounds-by-outlet",
        "Genre, length and dates by outlet",
        columns,
        tuple(rows),
        frozenset(range(1, len(columns) - 1)),
    )


def _changes(writer: Writer, parts: pl.DataFrame, changed: pl.DataFrame) -> Block:
    known = [STRATA[name] for name in parts["stratum"].unique(maintain_order=True)]
    if not known:
        return Paragraph(
            ("The articles give no ground to tell: no part of them is set apart by genre, voice or wire.",)
        )
    if changed.is_empty():
        return Paragraph((f"The findings are the same in each part: {'; '.join(known)}.",))
    items = []
    for row in changed.iter_rows(named=True):
        measure = writer.measures[row["metric"]]
        kind = "ratio" if measure.kind == "rate" else "difference"
        effect = "no value" if row["effect"] is None else f"{kind} {number(row['effect'])}"
        if row["low"] is not None and row["high"] is not None:
            effect += f", 95 % interval {number(row['low'])} to {number(row['high'])}"
        q = "" if row["q"] is None else f"; q = {row['q']:.3f}"
        than = "all others" if row["other"] == OTHERS else row["other"]
        items.append(
            (
                f"{row['outlet']} against {than}, {inside(measure.display)}, {STRATA[row['stratum']]}: "
                f"{_SAID[row['inside']]} ({effect}{q}; {row['n']} against {row['other_n']} stories).",
            )
        )
    return Bullets(tuple(items))


def _stratum(writer: Writer, name: str, rows: pl.DataFrame) -> Section:
    if rows.is_empty():
        empty = f"Nothing to show for {STRATA[name]}: the articles do not say which these are, or all of them are."
        return Section(f"stratum-{name}", f"Contrasts: {STRATA[name]}", (Paragraph((empty,)),))
    cells = tuple(
        (
            Cell(row["outlet"]),
            Cell(row["other"]),
            Cell(writer.measures[row["metric"]].display),
            *(
                Cell("–" if row[key] is None else number(row[key]), row[key])
                for key in ("value", "other_value", "effect")
            ),
            Cell(
                "–" if row["low"] is None or row["high"] is None else f"{number(row['low'])} to {number(row['high'])}"
            ),
            *(Cell("–" if row[key] is None else f"{row[key]:.3f}", row[key]) for key in ("p", "q")),
            Cell(f"{row['n']}, {row['other_n']}"),
        )
        for row in rows.sort("q", "metric", "outlet", nulls_last=True).iter_rows(named=True)
    )
    columns = ("Outlet", "Against", "Measure", "Value", "Other", "Effect", "95 % interval", "p", "q", "Stories")
    table = Table(f"contrasts-{name}", f"Contrasts: {STRATA[name]}", columns, cells, frozenset({3, 4, 5, 7, 8}))
    return Section(f"stratum-{name}", f"Contrasts: {STRATA[name]}", (table,))
