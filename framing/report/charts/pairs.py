"""What two charts share: two values of each outlet, joined by a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.report.charts import bars, style
from framing.report.charts.style import Chart
from framing.report.look import labels

_TOP, _RIGHT = 0.2, 0.75
_CAPTION = (
    "The bar is {first}, the outlet's own mark {second}; on the right, how far the bar lies above or below. Hollow "
    "marks and dashed lines: one article, or copies of another outlet's text only. Intervals: see the charts of the "
    "single measures."
)


def pair(
    comparison: Comparison, name: str, first: tuple[str, str], second: tuple[str, str], more: str
) -> Iterator[Chart]:
    """A chart of two measures of one unit; none where no outlet has both.

    first, second: the measure and its name. more: the title, with {below}, {above} and {known} outlets.
    """
    found = bars.values(comparison, [first[0], second[0]])
    known = {
        outlet: (found[first[0], outlet], found[second[0], outlet])
        for outlet in comparison.names
        if (first[0], outlet) in found and (second[0], outlet) in found
    }
    if not known:
        return
    gaps = {outlet: one["value"] - other["value"] for outlet, (one, other) in known.items()}
    order = sorted(known, key=lambda outlet: (gaps[outlet], outlet))
    counted = [gaps[outlet] for outlet in order if _solid(known[outlet])]
    title = more.format(
        below=sum(gap < 0 for gap in counted), above=sum(gap > 0 for gap in counted), known=len(counted)
    )
    unit = labels.unit(comparison.scores.measures[first[0]].unit)
    height = style.ROW * len(order)
    figure, head = style.canvas(height + _TOP + 0.25, title, f"Mean VADER compound, {unit}")
    axes = style.panel(figure, style.LEFT, head + _TOP, style.WIDTH - style.LEFT - _RIGHT, height)
    style.rows(axes, len(order))
    values = [row["value"] for rows in known.values() for row in rows]
    room = max(0.06 * (max(values) - min(values)), 0.03)
    style.scale(axes, min(values) - room, max(values) + room)
    for solid in (True, False):
        chosen = [(at, outlet) for at, outlet in enumerate(order) if _solid(known[outlet]) == solid]
        lines = [((known[outlet][0]["value"], at), (known[outlet][1]["value"], at)) for at, outlet in chosen]
        colours = [style.colour(comparison.names, outlet) for _, outlet in chosen]
        style.segments(axes, lines, [style.tint(colour, 0.45) for colour in colours], 2.2, dashed=not solid)
        style.segments(axes, [((a, at - 0.3), (a, at + 0.3)) for (a, at), _ in lines], colours, 2.4)
        for (_, (value, at)), (_, outlet), colour in zip(lines, chosen, colours, strict=True):
            style.dot(axes, value, at, colour, style.marker(comparison.names, outlet), hollow=not solid)
    for at, outlet in enumerate(order):
        style.text(axes, 0, at, labels.signed(gaps[outlet]), 8, ha="right", points=44, side=1)
    left, right = sorted(zip(known[order[0]], (first[1], second[1]), strict=True), key=lambda end: end[0]["value"])
    style.text(axes, left[0]["value"], -0.62, left[1], 7.3, style.SOFT, "right", va="baseline")
    style.text(axes, right[0]["value"], -0.62, "  " + right[1], 7.3, style.SOFT, va="baseline")
    style.name_rows(axes, order)
    said = "; ".join(
        f"{labels.short(outlet, 60)} {first[1]} {labels.number(known[outlet][0]['value'])}, "
        f"{second[1]} {labels.number(known[outlet][1]['value'])}"
        for outlet in order
    )
    yield Chart(name, title, f"{title}. {said}.", _CAPTION.format(first=first[1], second=second[1]), figure)


def _solid(rows: tuple[dict[str, Any], dict[str, Any]]) -> bool:
    return all(row["basis"] == "articles" for row in rows)
