"""How outlets refer to the actor that is described most: by name, and by what descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.naming import forms, totals
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels
from framing.report.look.drawing import Panel

ORDER = 83
CLOSELY = True
_BAR, _COUNT, _ROW = 0.9, 0.36, 0.34  # inches of a full bar, of the number behind it, and of a row
_HEAD = 0.25
_CAPTION = (
    "Bars: the outlet's own references to the actor (those in quotations and copies do not count), split into names, "
    "descriptions, and descriptions in which a loaded term stands; the number behind a bar is how many there are. "
    "Words: its descriptions, charged ones first and bold, then those that others use least; ×2 is used twice."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none where no actor is described."""
    found = comparison.naming
    counts = totals(found)
    described = counts.group_by("actor").agg(pl.col("charged", "descriptions").sum())
    described = described.filter(pl.col("descriptions") > 0).sort(
        ["descriptions", "charged", "actor"], descending=[True, True, False]
    )
    if described.is_empty():
        return
    actor = described["actor"][0]
    rows = {row["outlet"]: row for row in counts.filter(actor=actor).iter_rows(named=True)}
    share = {name: row["charged"] / row["total"] for name, row in rows.items()}
    names = sorted(rows, key=lambda name: (-share[name], -rows[name]["total"], name))
    words = forms(found).filter(actor=actor)
    title = _title(actor, share, rows)
    height = _ROW * len(names)
    figure, head = style.canvas(_HEAD + height + 0.05, title, f"Own references to {labels.short(actor, 40)}")
    axes = style.panel(figure, style.LEFT, head + _HEAD, style.WIDTH - style.LEFT, height)
    style.rows(axes, len(names))
    axes.set_xlim(0, style.WIDTH - style.LEFT)
    boxes, colours = [], []
    for y, name in enumerate(names):
        row, left = rows[name], 0.0
        parts = (row["names"], row["descriptions"] - _described(row, words, name), _described(row, words, name))
        for part, colour in zip(parts, (style.GRID, style.tint(style.BELOW, 0.45), style.ABOVE), strict=True):
            right = left + _BAR * part / row["total"]
            if part:
                boxes.append((left, y - 0.32, right, y + 0.32))
                colours.append(colour)
            left = right
        style.text(axes, _BAR + 0.07, y, str(row["total"]), 7.5, style.SOFT)
        _say(axes, y, words.filter(outlet=name))
    style.blocks(axes, boxes, colours)
    style.name_rows(axes, names)
    _legend(style.panel(figure, style.LEFT, head + 0.02, style.WIDTH - style.LEFT, 0.16))
    yield Chart("naming", title, f"{title}. {_alt(names, rows, words)}", _CAPTION, figure)


def _described(row: dict[str, Any], words: pl.DataFrame, outlet: str) -> int:
    """Charged descriptions; a charged name (a title, say) is a name all the same."""
    charged = int(words.filter((pl.col("outlet") == outlet) & pl.col("charged"))["count"].sum())
    return min(charged, int(row["descriptions"]))


def _say(axes: Panel, y: int, words: pl.DataFrame) -> None:
    """The outlet's descriptions, charged ones above the others; a bare *company* is none."""
    told = words.filter(pl.col("charged") | pl.col("form").str.contains(" ", literal=True))
    lines = [
        (", ".join(_said(row) for row in told.filter(charged=charged).iter_rows(named=True)), charged)
        for charged in (True, False)
    ]
    lines = [(line, charged) for line, charged in lines if line]
    for at, (line, charged) in enumerate(lines):
        colour, weight, letters = (style.INK, "bold", 46) if charged else (style.SOFT, "normal", 55)
        height = y + 0.42 * (at - (len(lines) - 1) / 2)
        style.text(axes, _BAR + _COUNT, height, labels.short(line, letters), 7.2, colour, weight=weight)


def _said(row: dict[str, Any]) -> str:
    """A description without its article, as it stands in the text."""
    words = re.sub(r"^(?:the|an?|this|that) ", "", row["text"], flags=re.IGNORECASE)
    words = re.sub(r"['’]s?$", "", words)
    return words + (f" ×{row['count']}" if row["count"] > 1 else "")


def _legend(axes: Panel) -> None:
    axes.set_xlim(0, style.WIDTH - style.LEFT)
    axes.set_ylim(1, 0)
    x = 0.0
    for words, colour in (
        ("name", style.GRID),
        ("description", style.tint(style.BELOW, 0.45)),
        ("charged description", style.ABOVE),
    ):
        style.blocks(axes, [(x, 0.06, x + 0.2, 0.94)], colour)
        style.text(axes, x + 0.26, 0.5, words, 7.3, style.SOFT)
        x += 0.26 + 0.055 * len(words) + 0.16


def _title(actor: str, share: dict[str, float], rows: dict[str, dict[str, Any]]) -> str:
    most = max(share, key=lambda name: (share[name], rows[name]["total"], name))
    who = labels.short(actor, 34)
    if share[most] == 0:
        return f"No outlet describes {who} in loaded terms"
    none = sum(value == 0 for value in share.values())
    rest = f"; {none} of {len(share)} outlets use none" if none else ""
    return f"{labels.short(most, 34)} describes {who} in loaded terms most often ({100 * share[most]:.0f} %){rest}"


def _alt(names: list[str], rows: dict[str, dict[str, Any]], words: pl.DataFrame) -> str:
    """The numbers in words."""
    said = []
    for name in names:
        row = rows[name]
        mine = ", ".join(
            f"{labels.short(form, 60)} {count}"
            for form, count in words.filter(outlet=name).select("form", "count").rows()
        )
        said.append(
            f"{labels.short(name, 60)}: {row['total']} references, {row['names']} by name, {row['descriptions']} "
            f"descriptions, {row['charged']} charged" + (f" ({mine})" if mine else "")
        )
    return "; ".join(said)
