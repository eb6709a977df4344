"""One measure: every outlet's effect with its interval, and the events as small marks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels
from framing.report.look.drawing import Panel
from framing.report.study.desk import Desk

ORDER = 20
SHOWN, LEAST = 8, 2  # measures with a chart: those with an outlet that stands apart, and at least so many
_TOP, _RIGHT = 0.16, 1.25
_TICKS = (1.0, *(sign for one in (10, 100, 2, 5, 50, 20, 3) for sign in (one, 1 / one)), 1.25, 0.8)  # in order of rank
_APART = 0.11  # of the axis, between two labels
_CAPTION = (
    "Large marks: the outlet against the other outlets on the same events, with 95 % intervals over events; filled "
    "where it stands after correction, hollow where it may be chance. Small marks: single events, those of rates "
    "drawn towards ×1, for each rests on few hits. Arrow: continues beyond the axis. On "
    "the right: events in which the outlet lies above the others."
)


def draw(desk: Desk) -> Iterator[Chart]:
    """A chart for each of the main measures with an interval."""
    order = sorted(desk.metrics, key=lambda name: not any(desk.stated(name, outlet) for outlet in desk.outlets))
    apart = sum(any(desk.stated(name, outlet) for outlet in desk.outlets) for name in order)
    for metric in order[: min(SHOWN, max(LEAST, apart))]:
        rows = [
            row for outlet in desk.outlets if (row := desk.effects.get((metric, outlet))) and row["effect"] is not None
        ]
        if sum(row["low"] is not None for row in rows) >= 2:
            yield _chart(desk, metric, sorted(rows, key=lambda row: (-row["effect"], row["outlet"])))


def _chart(desk: Desk, metric: str, rows: list[dict[str, Any]]) -> Chart:
    rate = desk.is_rate(metric)
    measure = desk.measure(metric)
    height = style.ROW * len(rows)
    title = _title(desk, metric, rows)
    unit = "ratio to the others' rate, on a scale of ratios" if rate else f"difference, {labels.unit(measure.unit)}"
    figure, head = style.canvas(height + _TOP + 0.25, title, f"Against the other outlets on the same events: {unit}")
    axes = style.panel(figure, style.LEFT, head + _TOP, style.WIDTH - style.LEFT - _RIGHT, height)
    style.rows(axes, len(rows))
    low, high = _limits(rows, rate)
    if rate:
        _ratios(axes, low, high, len(rows))
    else:
        style.scale(axes, low, high)
    zero = 0.0
    style.segments(axes, [((zero, -0.5), (zero, len(rows) - 0.5))], style.SOFT, 0.8, dashed=True, zorder=1)
    marks = desk.study.differences.filter(metric=metric)
    lines, colours = [], []
    for place, row in enumerate(rows):
        colour = style.colour(desk.study.names, row["outlet"])
        for value in marks.filter(outlet=row["outlet"])["effect"]:
            at = _at(value, rate)
            if low <= at <= high:
                style.dot(axes, at, place + 0.0, style.tint(colour, 0.45), "|", size=5)
        if row["low"] is not None:
            ends = [_at(row["low"], rate), _at(row["high"], rate)]
            lines.append(((max(ends[0], low), place), (min(ends[1], high), place)))
            colours.append(colour)
            for beyond, edge, arrow in ((ends[0] < low, low, "<"), (ends[1] > high, high, ">")):
                if beyond:
                    style.dot(axes, edge, place, colour, arrow, size=4.2)
        at = min(max(_at(row["effect"], rate), low), high)
        hollow = not desk.stated(metric, row["outlet"])
        style.dot(axes, at, place, colour, style.marker(desk.study.names, row["outlet"]), hollow=hollow)
        style.text(axes, 0, place, desk.effect(metric, row["effect"]), 8.3, ha="right", points=44, side=1)
        style.text(axes, 0, place, f"{row['above']} of {row['events']}", 7.3, style.SOFT, points=50, side=1)
    style.segments(axes, lines, colours)
    style.name_rows(axes, [row["outlet"] for row in rows])
    said = "; ".join(f"{labels.short(row['outlet'], 50)} {_said(desk, metric, row)}" for row in rows[:12])
    return Chart(f"study-{metric}", title, f"{desk.called(metric)} by outlet, highest first: {said}.", _CAPTION, figure)


def _title(desk: Desk, metric: str, rows: list[dict[str, Any]]) -> str:
    stated = [row for row in rows if desk.stated(metric, row["outlet"])]
    display = desk.called(metric)
    level = 1.0 if desk.is_rate(metric) else 0.0
    above = [row["outlet"] for row in stated if row["effect"] > level]
    below = [row["outlet"] for row in stated if row["effect"] < level]
    parts = [f"{word} in {_names(names)}" for word, names in (("more", above), ("less", below)) if names]
    if not parts:
        return f"{display}: no outlet stands apart with certainty"
    return f"{display}: {', '.join(parts)}"


def _names(names: list[str]) -> str:
    return labels.short(names[0], 34) if len(names) == 1 else f"{len(names)} outlets"


def _said(desk: Desk, metric: str, row: dict[str, Any]) -> str:
    interval = "" if row["low"] is None else f" ({labels.number(row['low'])} to {labels.number(row['high'])})"
    return desk.effect(metric, row["effect"]) + interval


def _at(value: float, rate: bool) -> float:
    return math.log(max(value, 1e-6)) if rate else value


def _limits(rows: list[dict[str, Any]], rate: bool) -> tuple[float, float]:
    """All effects are in the picture, and no difference; intervals of few events run out of it."""
    values = [_at(row["effect"], rate) for row in rows if row["low"] is not None]
    if rate:
        values = [min(max(value, math.log(1 / 50)), math.log(50)) for value in values]
    values.append(0.0)
    spread = max(max(values) - min(values), 0.3 if rate else 1e-6)
    ends = [(_at(row["low"], rate), _at(row["high"], rate)) for row in rows if row["low"] is not None]
    low = max(min(values) - 0.5 * spread, min([end for end, _ in ends] + values))
    high = min(max(values) + 0.5 * spread, max([end for _, end in ends] + values))
    return low - 0.04 * (high - low), high + 0.04 * (high - low)


def plain_ratios(low: float, high: float) -> list[float]:
    """Those between two ends, given as logarithms, whose labels have room beside each other."""
    chosen: list[float] = []
    for one in _TICKS:
        apart = min((abs(math.log(one / other)) for other in chosen), default=math.inf)
        if low <= math.log(one) <= high and apart >= _APART * (high - low):
            chosen.append(one)
    return chosen


def _ratios(axes: Panel, low: float, high: float, count: int) -> None:
    """Grid lines at plain ratios."""
    ticks = plain_ratios(low, high)
    axes.set_xlim(low, high)
    style.segments(
        axes, [((math.log(one), -0.5), (math.log(one), count - 0.5)) for one in ticks], style.GRID, 0.7, zorder=0
    )
    for one in ticks:
        label = f"×{one:g}" if one >= 1 else f"×1/{1 / one:.0f}" if 1 / one >= 2 else f"×{one:g}"
        style.text(axes, math.log(one), count - 0.5, label, 7.3, style.SOFT, "center", va="top")
