"""Dot and interval: one measure, all outlets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from framing.comparison.compare import Comparison
from framing.errors import ComparisonError, UnknownNameError, expect, one_line
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.families import main_measures
from framing.report.look import labels
from framing.report.look.drawing import Drawing, Panel
from framing.report.look.labels import NAME

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ORDER = 20
_TOP, _RIGHT = 0.14, 1.2
_CAPTION = (
    "Lines: 95 % intervals over an outlet's stories. Arrow: continues beyond the axis. Hollow: one article only (the "
    "dashed interval is within that article), or, as squares, copies of another outlet's text; do not read as typical "
    "of the outlet."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart for each main measure that any outlet has a value of."""
    for metric in main_measures(comparison):
        found = _rows(comparison, metric)
        if found and found[0]["value"] is not None:
            measure = comparison.scores.measures[metric]
            said = "; ".join(_said(row) for row in found)
            alt = f"{measure.display} by outlet, {labels.unit(measure.unit)}, highest first: {said}."
            title = _title(comparison, metric, found)
            yield Chart(f"intervals-{metric}", title, alt, _CAPTION, _drawing(comparison, metric))


def plot(
    comparison: Comparison, metric: str, width: float | None = None, ax: Axes | None = None, title: str | None = None
) -> Figure:
    """The chart of one measure: outlets in the order of their values, with 95 % intervals.

    width: of the page, in inches (6.6): 3.3 for a column, 10 for a slide. ax: axes to draw on instead of a figure of
    its own; names and numbers stand beside them. title: in place of the words that say what is seen; "" for none.

    Raises UnknownNameError for a measure that is not there, ComparisonError for a width of less than 2.5.
    """
    from framing.report.look.figure import draw as draw_on
    from framing.report.look.figure import figure

    expect("plot()", comparison, Comparison, "give what framing.compare(...) returns")
    if width is not None:
        expect("width", width, (int, float), "give inches")
    if metric not in comparison.scores.measures:
        raise UnknownNameError("measure", metric, comparison.scores.measures)
    if width is not None and not 2.5 <= width <= 40:
        raise ComparisonError(f"a chart is 2.5 to 40 inches wide, not {one_line(width)}; give another width")
    drawing = _drawing(comparison, metric, width or style.WIDTH, title)
    if ax is None:
        return figure(drawing)
    draw_on(ax, drawing.panels[0])
    if title:
        ax.set_title(title, loc="left")
    return ax.get_figure(root=True)  # type: ignore[return-value]


def _drawing(comparison: Comparison, metric: str, width: float = style.WIDTH, title: str | None = None) -> Drawing:
    found = _rows(comparison, metric)
    measure = comparison.scores.measures[metric]
    if title is None:
        title = _title(comparison, metric, found)
    height = style.ROW * len(found)
    left = min(style.LEFT, 0.4 * width)
    unit = labels.sentence(labels.unit(measure.unit))
    page, head = style.canvas(height + _TOP + 0.25, title, f"{unit}, with 95 % intervals", width)
    axes = style.panel(page, left, head + _TOP, width - left - _RIGHT, height)
    style.rows(axes, len(found))
    low, high = _limits(found)
    style.scale(axes, low, high, 5 if width > 4 else 3)
    _mean(axes, found)
    lines: dict[bool, list[Any]] = {True: [], False: []}
    colours: dict[bool, list[str]] = {True: [], False: []}
    for place, row in enumerate(found):
        colour = style.colour(comparison.names, row["outlet"])
        solid = row["basis"] == "articles"
        if row["low"] is not None and row["high"] is not None:
            lines[solid].append(((max(row["low"], low), place), (min(row["high"], high), place)))
            colours[solid].append(colour)
            for beyond, edge, arrow in ((row["low"] < low, low, "<"), (row["high"] > high, high, ">")):
                if beyond:
                    style.dot(axes, edge, place, colour, arrow, hollow=not solid, size=4.2)
        if row["value"] is not None:
            shape = "s" if row["basis"] == "copy" else style.marker(comparison.names, row["outlet"])
            style.dot(axes, row["value"], place, colour, shape, hollow=not solid)
            style.text(axes, 0, place, labels.number(row["value"]), 8.3, ha="right", points=40, side=1)
        style.text(axes, 0, place, _rests_on(row), 7.3, style.SOFT, points=46, side=1)
    for solid in (True, False):
        style.segments(axes, lines[solid], colours[solid], dashed=not solid)
    missing = [place for place, row in enumerate(found) if row["value"] is None]
    style.name_rows(axes, [row["outlet"] for row in found], NAME * left / style.LEFT, soft=missing)
    return page


def _mean(axes: Panel, rows: list[dict[str, Any]]) -> None:
    """A line at the mean of the outlets that have several stories."""
    known = [row["value"] for row in rows if row["basis"] == "articles"]
    if len(known) > 1:
        mean = sum(known) / len(known)
        style.segments(axes, [((mean, -0.5), (mean, len(rows) - 0.5))], style.SOFT, 0.8, dashed=True, zorder=1)
        style.text(axes, mean, -0.5, f"mean of outlets {labels.number(mean)}", 7, style.SOFT, "center", va="bottom")


def _rows(comparison: Comparison, metric: str) -> list[dict[str, Any]]:
    """The outlets, highest first, those without a value at the end."""
    frame = comparison.outlets.filter(metric=metric)
    return frame.sort("value", "outlet", descending=[True, False], nulls_last=True).to_dicts()


def _limits(rows: list[dict[str, Any]]) -> tuple[float, float]:
    """All values are in the picture; intervals of two articles can be hundreds of times as wide, and run out of it."""
    values = [row["value"] for row in rows if row["value"] is not None]
    spread = max(max(values) - min(values), 0.25 * max(abs(value) for value in values), 1e-9)
    ends = [(row["low"], row["high"]) for row in rows if row["low"] is not None and row["high"] is not None]
    low = max(min(values) - 0.6 * spread, min([end for end, _ in ends] + values))
    high = min(max(values) + 0.6 * spread, max([end for _, end in ends] + values))
    return low - 0.03 * (high - low), high + 0.03 * (high - low)


def _rests_on(row: dict[str, Any]) -> str:
    if row["value"] is None:
        return "no value"
    if row["basis"] == "copy":
        return "copies only"
    return "1 story" if row["n"] == 1 else f"{row['n']} stories"


def _said(row: dict[str, Any]) -> str:
    name = labels.short(row["outlet"], 60)
    if row["value"] is None:
        return f"{name} no value"
    basis = {"sentences": ", within one article", "copy": ", copies only"}.get(row["basis"], "")
    interval = (
        f" ({labels.number(row['low'])} to {labels.number(row['high'])}{basis})" if row["low"] is not None else ""
    )
    return f"{name} {labels.number(row['value'])}{interval or basis}"


def _title(comparison: Comparison, metric: str, rows: list[dict[str, Any]]) -> str:
    """The outlets at both ends, of those with several stories: one article says nothing of an outlet."""
    display = comparison.scores.measures[metric].display
    known = [row for row in rows if row["basis"] == "articles"]
    if len(known) < 2:
        return f"{display}: too few articles to set outlets side by side"
    top, bottom = known[0]["value"], known[-1]["value"]
    if top == bottom:
        return f"{display}: {labels.number(top)} in all outlets"
    ends = []
    for word, value in (("highest", top), ("lowest", bottom)):
        outlets = [row["outlet"] for row in known if row["value"] == value]
        where = labels.short(outlets[0], 34) if len(outlets) == 1 else f"{len(outlets)} outlets"
        ends.append(f"{word} in {where} ({labels.number(value)})")
    return f"{display}: {', '.join(ends)}"
