"""Dot and interval: one measure, all outlets."""

from __future__ import annotations

from collections.abc import Iterator

from matplotlib.figure import Figure

from framing.comparison.compare import Comparison
from framing.report.charts import main_measures, style
from framing.report.charts.style import Chart

ORDER = 20
_MARKS = (
    "Bars: 95 % intervals, cut where they leave the picture; n: independent stories. Hollow, dashed: within one article, "
    "which says nothing of the outlet. Hollow square: copies of another outlet's text only."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart for each main measure."""
    for metric in main_measures(comparison):
        rows = _rows(comparison, metric)
        if not rows:
            continue
        measure = comparison.scores.measures[metric]
        shown = [f"{row['outlet']} {style.number(row['value'])}{_range(row)}" for row in rows]
        alt = f"{measure.display} by outlet, in {measure.unit}: {'; '.join(shown)}."
        yield Chart(f"intervals-{metric}", _title(comparison, metric, rows), alt, measure.unit, intervals(comparison, metric))


def intervals(comparison: Comparison, metric: str) -> Figure:
    """The chart of one measure: outlets in the order of their values, with 95 % intervals."""
    rows = _rows(comparison, metric)
    measure = comparison.scores.measures[metric]
    figure, (axes,) = style.figure(len(rows))
    style.plain(axes, measure.unit)
    for place, row in enumerate(rows):
        colour = style.colour(comparison.names, row["outlet"])
        solid = row["basis"] == "articles"
        if row["low"] is not None and row["high"] is not None:
            line = "-" if solid else (0, (2, 2))
            axes.plot([row["low"], row["high"]], [place, place], color=colour, linewidth=1.8, linestyle=line, alpha=0.75)
        axes.plot(
            row["value"],
            place,
            marker="s" if row["basis"] == "copy" else "o",
            markersize=6.5,
            markeredgewidth=1.6,
            markeredgecolor=colour,
            markerfacecolor=colour if solid else style.PAPER,
        )
        style.beside(axes, place, style.number(row["value"]), 6)
    _limits(axes, rows)
    style.name_outlets(axes, [row["outlet"] for row in rows], [f"n={row['n']}" for row in rows])
    style.say(figure, _title(comparison, metric, rows), _MARKS)
    return figure


def _rows(comparison: Comparison, metric: str) -> list[dict]:  # type: ignore[type-arg]
    frame = comparison.outlets.filter(metric=metric).drop_nulls("value")
    return frame.sort("value", "outlet", descending=[True, False]).to_dicts()


def _limits(axes, rows) -> None:  # type: ignore[no-untyped-def]
    """Intervals of two articles can be hundreds of times the values: they run out of the picture, visibly."""
    values = [row["value"] for row in rows]
    spread = max(max(values) - min(values), abs(max(values, key=abs)) * 0.25, 1e-9)
    low, high = min(values) - 0.6 * spread, max(values) + 0.6 * spread
    ends = [(row["low"], row["high"]) for row in rows if row["low"] is not None and row["high"] is not None]
    left = max(low, min([end for end, _ in ends] + values))
    right = min(high, max([end for _, end in ends] + values))
    axes.set_xlim(left - 0.04 * (right - left), right + 0.04 * (right - left))


def _range(row) -> str:  # type: ignore[no-untyped-def]
    if row["low"] is None or row["high"] is None:
        return ""
    return f" ({style.number(row['low'])} to {style.number(row['high'])})"


def _title(comparison: Comparison, metric: str, rows) -> str:  # type: ignore[no-untyped-def]
    display = comparison.scores.measures[metric].display
    if len(rows) < 2:
        return display
    top, bottom = rows[0], rows[-1]
    return (
        f"{display}: from {style.number(bottom['value'])} in {style.short(bottom['outlet'])} "
        f"to {style.number(top['value'])} in {style.short(top['outlet'])}"
    )
