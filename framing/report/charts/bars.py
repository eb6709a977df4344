"""What several charts share: bars side by side, one column for each measure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from framing.comparison.compare import Comparison
from framing.report.charts import style
from framing.report.look import labels
from framing.report.look.drawing import Drawing

CAPTION = (
    "Hollow bars rest on one article or on copies of another outlet's text only, and say nothing of the outlet. "
    "A dash: no value. Intervals: see the charts of single measures and the tables."
)
_HEAD, _GAP, _FULL = 0.36, 0.08, 0.52  # room for column names; between columns; share of a column that bars may fill


def columns(
    comparison: Comparison, metrics: Sequence[tuple[str, str]], title: str, subtitle: str, one_scale: bool
) -> Drawing:
    """A column of bars for each (metric, name), outlets in the order of the first.

    one_scale: all but the first column share a scale, so that parts can be set against each other.
    """
    found = values(comparison, [name for name, _ in metrics])
    order = ranked(comparison, found, metrics[0][0])
    height = style.ROW * len(order)
    figure, head = style.canvas(height + _HEAD + 0.05, title, subtitle)
    width = min((style.WIDTH - style.LEFT) / len(metrics) - _GAP, 1.2)
    heads = [_two_lines(name) for _, name in metrics]
    size = min(7.4, 72 * (width + _GAP) / (0.62 * max(len(line) for lines in heads for line in lines)))
    widest = [
        max((row["value"] for (metric, _), row in found.items() if metric == name), default=0) for name, _ in metrics
    ]
    if one_scale and len(widest) > 1:
        widest[1:] = [max(widest[1:])] * (len(widest) - 1)
    axes = style.panel(figure, style.LEFT, head + _HEAD, style.WIDTH - style.LEFT, height)
    style.rows(axes, len(order))
    axes.set_xlim(0, (style.WIDTH - style.LEFT) / (width + _GAP))
    full = _FULL * width / (width + _GAP)
    bars: dict[bool, list[tuple[float, float, float, float]]] = {True: [], False: []}
    colours: dict[bool, list[str]] = {True: [], False: []}
    for column, (metric, _) in enumerate(metrics):
        for up, line in enumerate(reversed(heads[column])):
            style.text(axes, column, -0.68 - 0.5 * up, line, size, style.SOFT, va="baseline")
        for y, outlet in enumerate(order):
            row = found.get((metric, outlet))
            if row is None:
                style.text(axes, column, y, "–", 7, style.SOFT)
                continue
            counts = row["basis"] == "articles"
            end = column + (full * row["value"] / widest[column] if row["value"] > 0 else 0)
            if row["value"] > 0:
                bars[counts].append((column, y - 0.31, end, y + 0.31))
                colours[counts].append(style.colour(comparison.names, outlet))
            ink = style.INK if counts and row["value"] else style.SOFT
            style.text(axes, end + 0.03 / (width + _GAP), y, labels.number(row["value"]), 7, ink)
    style.segments(
        axes, [((column, -0.5), (column, len(order) - 0.5)) for column in range(len(metrics))], style.FAINT, 0.7
    )
    style.blocks(axes, bars[True], colours[True])
    style.blocks(axes, bars[False], colours[False], hollow=True)
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


def _two_lines(name: str) -> list[str]:
    """Cut where the longer line is shortest; never inside a word, unless that is longer than any column."""
    words = [labels.short(word, 14) for word in labels.clean(name).split(" ")]
    cuts = [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))] or [words]
    return min(cuts, key=lambda lines: max(map(len, lines)))
