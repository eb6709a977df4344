"""Who carries what: outlets by the items that most versions share."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.coverage import PROMINENCE
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels
from framing.report.look.drawing import Panel

ORDER = 82
CLOSELY = True
ITEMS, _OUTLETS = 16, 28
_HEADS, _RIGHT = 1.02, 0.62  # inches above the columns, and beside the last for its slanted name
_CELL = 0.34
_SHADES = {"headline": 0.95, "lead": 0.55, "later": 0.22}
_WORDS = {"headline": "in a headline", "lead": "in the first three paragraphs", "later": "later"}
_CAPTION = (
    "The darker, the more prominently an outlet has the item at its best place. A cross: at least half of the "
    "independent versions carry the item, and this outlet does so nowhere. Blank: not mentioned either, but few "
    "outlets do, or the texts are too short to tell. Copies count for their likely source."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none where no two independent versions share an item, or there is one outlet."""
    found = comparison.coverage
    if found.is_empty() or len(comparison.names) < 2:
        return
    items = found["item"].unique(maintain_order=True).head(ITEMS).to_list()
    shown = found.filter(pl.col("item").is_in(items))
    cells = {(row["outlet"], row["item"]): row for row in shown.iter_rows(named=True)}
    title = _title(found)
    names = _outlets(comparison.names, found)
    height = style.ROW * len(names)
    width = min(style.WIDTH - style.LEFT - _RIGHT, _CELL * len(items))
    subtitle = "The items that most independent versions share, and where each outlet has them"
    figure, head = style.canvas(_HEADS + height + 0.28, title, subtitle)
    axes = style.panel(figure, style.LEFT, head + _HEADS, width, height)
    style.rows(axes, len(names))
    axes.set_xlim(-0.5, len(items) - 0.5)
    boxes, colours, crosses = [], [], []
    for y, outlet in enumerate(names):
        for x, item in enumerate(items):
            row = cells[outlet, item]
            if row["carried"]:
                boxes.append((x - 0.46, y - 0.44, x + 0.46, y + 0.44))
                colours.append(style.tint(style.BELOW, _SHADES[row["prominence"]]))
            elif row["left_out"]:
                crosses.append((x, y))
    style.blocks(axes, boxes, colours)
    style.segments(axes, [((-0.5, y + 0.5), (len(items) - 0.5, y + 0.5)) for y in range(len(names))], style.GRID, 0.6)
    style.segments(axes, [stroke for x, y in crosses for stroke in _cross(x, y)], style.ABOVE, 1.5)
    style.name_rows(axes, names)
    style.slanted_heads(axes, [labels.short(item, 21) for item in items], -0.65)
    _legend(style.panel(figure, style.LEFT, head + _HEADS + height + 0.1, style.WIDTH - style.LEFT, 0.16))
    yield Chart("coverage", title, f"{title}. {_alt(found, items)}", _CAPTION, figure)


def _outlets(names: list[str], found: pl.DataFrame) -> list[str]:
    """All outlets, or as many as a page has room for: those that leave most out, then those that carry least."""
    counts = found.group_by("outlet").agg(pl.col("left_out").sum(), pl.col("carried").sum())
    order = counts.sort(["left_out", "carried", "outlet"], descending=[True, False, False])["outlet"].head(_OUTLETS)
    kept = set(order)
    return [name for name in names if name in kept]


def _cross(x: float, y: float) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    return [(x - 0.16, y - 0.22), (x + 0.16, y + 0.22)], [(x - 0.16, y + 0.22), (x + 0.16, y - 0.22)]


def _legend(axes: Panel) -> None:
    """The three shades and the cross."""
    axes.set_xlim(0, style.WIDTH - style.LEFT)
    axes.set_ylim(1, 0)
    x = 0.02
    for name in PROMINENCE:
        style.blocks(axes, [(x, 0.06, x + 0.2, 0.94)], style.tint(style.BELOW, _SHADES[name]))
        style.text(axes, x + 0.27, 0.5, _WORDS[name], 7.3, style.SOFT)
        x += 0.27 + 0.055 * len(_WORDS[name]) + 0.14
    strokes = [[(x, 0.15), (x + 0.11, 0.85)], [(x, 0.85), (x + 0.11, 0.15)]]
    style.segments(axes, strokes, style.ABOVE, 1.5)
    style.text(axes, x + 0.18, 0.5, "left out", 7.3, style.SOFT)


def _title(found: pl.DataFrame) -> str:
    absent = found.filter("left_out")
    if absent.is_empty():
        return "No outlet leaves out what half of the independent versions carry"
    counts = absent.group_by("outlet").agg(n=pl.len(), item="item").sort(["n", "outlet"], descending=[True, False])
    top = counts.row(0, named=True)
    what = ", ".join(labels.short(item, 24) for item in top["item"][:3])
    more = f" and {top['n'] - 3} more" if top["n"] > 3 else ""
    return f"{labels.short(top['outlet'], 34)} leaves out what at least half of the versions carry: {what}{more}"


def _alt(found: pl.DataFrame, items: list[str]) -> str:
    """The numbers in words."""
    shown = found.filter(pl.col("item").is_in(items))
    counts = shown.group_by("item", maintain_order=True).agg(
        pl.col("versions", "of_versions").first(),
        *((pl.col("prominence") == name).sum().alias(name) for name in PROMINENCE),
        absent=pl.col("outlet").filter("left_out"),
    )
    return "; ".join(
        f"{labels.short(row['item'], 40)}: {row['versions']} of {row['of_versions']} versions, outlets with it in a "
        f"headline {row['headline']}, in the lead {row['lead']}, later {row['later']}"
        + (f", left out by {', '.join(labels.short(name, 40) for name in row['absent'])}" if row["absent"] else "")
        for row in counts.iter_rows(named=True)
    )
