"""What changed since an earlier report of the same event: articles, word lists, findings, values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from framing.comparison.estimates.strata import verdicts
from framing.errors import ReportError, one_line
from framing.report.blocks import Block, Bullets, Cell, Paragraph, Section, Table
from framing.report.look.labels import significant as number
from framing.report.provenance import provenance
from framing.report.writer import Writer
from framing.schema import CONTRASTS, OUTLETS

_LARGEST = 200_000_000  # bytes of a file
_NAMED = 12  # names in a line
_ROWS = 40
_AS_WRITTEN = 1e-8  # of a value: less is no change, for files hold ten digits
_SAID = {"more": "certainly higher", "less": "certainly lower"}


@dataclass(frozen=True, eq=False)
class Before:
    """An earlier report: `schema.OUTLETS`, `schema.CONTRASTS`, keys of its articles, hashes of its analysers."""

    outlets: pl.DataFrame
    contrasts: pl.DataFrame
    articles: frozenset[str]
    analysers: Mapping[str, str]
    version: str


def read_before(folder: Path) -> Before:
    """The report in a folder, by its comparison.json and run.json.

    Raises ReportError where these are not there, or are not as framing writes them.
    """
    found, run = (_json(folder / name) for name in ("comparison.json", "run.json"))
    try:
        return Before(
            pl.DataFrame(found["outlets"], schema=dict(OUTLETS)),
            pl.DataFrame(found["contrasts"], schema=dict(CONTRASTS)),
            frozenset(str(row["article"]) for row in found["stories"]),
            {str(name): str(item["sha256"]) for name, item in run["analysers"].items()},
            str(run["framing"]),
        )
    except (KeyError, TypeError, AttributeError, pl.exceptions.PolarsError) as problem:
        raise ReportError(f"{one_line(folder)} holds no report that can be read; give its folder") from problem


def changed(writer: Writer, before: Before) -> Section:
    """A section that says what is new, and which values moved."""
    comparison = writer.comparison
    run = provenance(comparison)
    lines = [*_articles(set(comparison.stories["article"]), before), *_tools(run, before), *_findings(writer, before)]
    blocks: list[Block | Section] = []
    if lines:
        blocks.append(Bullets(tuple((line,) for line in lines)))
    table = _values(writer, before)
    if table is not None:
        blocks.append(table)
    if not blocks:
        blocks.append(Paragraph(("Nothing: articles, word lists and values are those of the earlier report.",)))
    return Section("changed", "What changed since the earlier report", tuple(blocks))


def _articles(now: set[str], before: Before) -> Iterator[str]:
    for words, keys in (("new", now - before.articles), ("gone", before.articles - now)):
        if keys:
            more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
            yield f"Articles that are {words}: {', '.join(sorted(keys)[:_NAMED])}{more}."


def _tools(run: Mapping[str, Any], before: Before) -> Iterator[str]:
    if run["framing"] != before.version:
        yield f"framing was {one_line(before.version, 20)}, and is {run['framing']}."
    hashes = {name: item["sha256"] for name, item in run["analysers"].items()}
    other = sorted(name for name in hashes.keys() & before.analysers.keys() if hashes[name] != before.analysers[name])
    for words, names in (
        ("were changed", other),
        ("are new", sorted(hashes.keys() - before.analysers.keys())),
        ("are gone", sorted(before.analysers.keys() - hashes.keys())),
    ):
        if names:
            yield f"Measures that {words}: {', '.join(one_line(name, 60) for name in names)}."


def _findings(writer: Writer, before: Before) -> Iterator[str]:
    key = ["metric", "outlet", "other"]
    known = before.contrasts.filter(pl.col("metric").is_in(list(writer.measures)))
    was = verdicts(known, writer.measures, key).rename({"verdict": "was"})
    now = verdicts(writer.comparison.contrasts, writer.measures, key).rename({"verdict": "now"})
    for row in now.join(was, on=key, how="full", coalesce=True).sort(key).iter_rows(named=True):
        if row["was"] != row["now"] and (row["was"] in _SAID or row["now"] in _SAID):
            what = f"{writer.measures[row['metric']].display}, {row['outlet']} against {row['other']}"
            yield f"{what}: {_SAID.get(row['now'], 'open')} now, {_SAID.get(row['was'], 'open')} before."


def _values(writer: Writer, before: Before) -> Table | None:
    """Values of primary measures that moved, those that moved most for the width of their interval first."""
    primary = [name for name, measure in writer.measures.items() if measure.tested]
    old = before.outlets.select("metric", "outlet", was="value")
    rows = (
        writer.comparison.outlets.filter(pl.col("metric").is_in(primary))
        .join(old, on=["metric", "outlet"], how="left")
        .with_columns(step=pl.col("value") - pl.col("was"))
        .filter(pl.col("step").abs() > _AS_WRITTEN * pl.col("value").abs().clip(1.0))
        .with_columns(size=pl.col("step").abs() / (pl.col("high") - pl.col("low")).fill_null(1.0))
        .sort(["size", "metric", "outlet"], descending=[True, False, False])
    )
    if rows.is_empty():
        return None
    cells = tuple(
        (
            Cell(row["outlet"]),
            Cell(writer.measures[row["metric"]].display),
            Cell(number(row["was"]), row["was"]),
            Cell(number(row["value"]), row["value"]),
            Cell(("+" if row["step"] > 0 else "") + number(row["step"]), row["step"]),
        )
        for row in rows.head(_ROWS).iter_rows(named=True)
    )
    note = f"{rows.height} values moved; shown are {len(cells)}, largest change for the width of its interval first."
    return Table("changed-values", "Values that moved", ("Outlet", "Measure", "Before", "Now", "Change"), cells,
                 frozenset({2, 3, 4}), note)  # fmt: skip


def _json(path: Path) -> Any:
    if not path.is_file():
        raise ReportError(
            f"{one_line(path.parent)} holds no {path.name}; check --compare-with: it takes a report's folder"
        )
    try:
        if path.stat().st_size > _LARGEST:
            raise ReportError(f"{one_line(path.name)} is too large to be a report's; check --compare-with")
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise ReportError(f"cannot read {one_line(path)}: {one_line(problem, 100)}; check --compare-with") from problem
