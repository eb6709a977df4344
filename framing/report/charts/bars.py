"""What several charts share: bars side by side, one column for each measure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from framing.comparison.compare import Comparison
from framing.report.charts import style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CAPTION = (
    "Hollow bars rest on one article or on copies of another outlet's text only, and say nothing of the outlet. "
    "A dash: no value. Intervals: see the charts of single measures and the tables."
)
_GAP, _MARGIN, _FULL = 0.12, 0.45, 0.56  # between columns; right of them; share of a column that bars may fill


def columns(
    comparison: Comparison, metrics: Sequence[tuple[str, str]], title: str, subtitle: str, one_scale: bool
) -> Figure:
    """A column of bars for each (metric, name), outlets in the order of the first.

    one_scale: all but the first column share a scale, so that parts can be set against each other.
    """
    found = values(comparison, [name for name, _ in metrics])
    order = ranked(comparison, found, metrics[0][0])
    height = style.ROW * len(order)
    room = 0.2 + 0.06 * max(len(name) for _, name in metrics)
    figure, head = style.canvas(height + room + 0.05, title, subtitle)
    width = min((style.WIDTH - style.LEFT - _MARGIN) / len(metrics) - _GAP, 1.4)
    widest = [max((row["value"] for (metric, _), row in found.items() if metric == name), default=0) for name, _ in metrics]
    if one_scale and len(widest) > 1:
        widest[1:] = [max(widest[1:])] * (len(widest) - 1)
    for column, (metric, name) in enumerate(metrics):
        left = style.LEFT + column * (width + _GAP)
        axes = style.panel(figure, left, head + room, width, height)
        style.rows(axes, len(order))
        axes.set_xlim(0, 1)
        _column(axes, comparison, order, found, metric, widest[column])
        style.text(
            axes, 0.03, -0.65, name, 7.5, va="baseline", rotation=style.SLANT, weight="normal" if column else "bold"
        )
        if column == 0:
            style.name_rows(axes, order)
    return figure


def values(comparison: Comparison, metrics: Sequence[str]) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of `outlets` that hold a value, by metric and outlet."""
    rows = comparison.outlets.drop_nulls("value").iter_rows(named=True)
    return {(row["metric"], row["outlet"]): row for row in rows if row["metric"] in metrics}


def ranked(comparison: Comparison, found: dict[tuple[str, str], dict[str, Any]], metric: str) -> list[str]:
    """Outlets by that metric, highest first; those without a value last."""

    def place(outlet: str) -> tuple[bool, float, str]:
        row = found.get((metric, outlet))
        return row is None, -row["value"] if row else 0.0, outlet

    return sorted(comparison.names, key=place)


def _column(axes: Any, comparison: Comparison, order: Sequence[str], found: Any, metric: str, widest: float) -> None:
    solid: list[tuple[float, float, float, float]] = []
    hollow: list[tuple[float, float, float, float]] = []
    colours: dict[bool, list[str]] = {True: [], False: []}
    for y, outlet in enumerate(order):
        row = found.get((metric, outlet))
        if row is None:
            style.text(axes, 0, y, "–", 7, style.SOFT)
            continue
        length = _FULL * row["value"] / widest if widest else 0.0
        counts = row["basis"] == "articles"
        (solid if counts else hollow).append((0, y - 0.31, max(length, 0.006), y + 0.31))
        colours[counts].append(style.colour(comparison.names, outlet))
        ink = style.INK if counts else style.SOFT
        style.text(axes, max(length, 0.006) + 0.035, y, style.number(row["value"]), 7, ink)
    style.blocks(axes, solid, colours[True])
    style.blocks(axes, hollow, colours[False], hollow=True)
