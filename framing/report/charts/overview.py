"""Heat map: the main measures by all outlets, coloured by their distance from the other outlets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.families import main_measures
from framing.report.look import labels
from framing.report.look.drawing import Drawing

ORDER = 10
_LIMIT = 4.0  # colours end at so many standard errors
_Z = 1.96
_NAMES, _CELL, _HEAD, _MARGIN = 1.72, 0.56, 1.15, 0.6
_CAPTION = (
    "Numbers are the outlets' values in the unit of their row. Colour is the distance from the mean of the other "
    "outlets in standard errors (half the width of the 95 % interval on that side, over 1.96): orange is more, violet "
    "less. Bold: the difference exceeds the margin of error. Grey italics: one article or copies only; do not read as "
    "typical of the outlet."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none where fewer than two outlets have values."""
    outlets = comparison.names
    found: dict[tuple[str, str], dict[str, Any]] = {
        (row["metric"], row["outlet"]): row for row in comparison.outlets.drop_nulls("value").iter_rows(named=True)
    }
    metrics = [name for name in main_measures(comparison) if any((name, outlet) in found for outlet in outlets)]
    if len(outlets) < 2 or not metrics:
        return
    far = {key: _distance(row, found, outlets) for key, row in found.items() if key[0] in metrics}
    clear = {key: value for key, value in far.items() if value is not None and abs(value) > _Z}
    known = sum(value is not None for value in far.values())
    title = f"Where each outlet departs from the rest: {len(clear)} of {known} values"
    if not known:
        title = "Too few articles per outlet to compare"
    cell = min(_CELL, (style.WIDTH - _NAMES - _MARGIN) / len(outlets))
    height = style.ROW * len(metrics)
    under = f"Chance alone would bring about {0.05 * known:.0f}. Colour: standard errors from the mean of the others"
    figure, head = style.canvas(height + _HEAD + 0.1, title, under if known else "")
    axes = style.panel(figure, _NAMES, head + _HEAD, cell * len(outlets), height)
    style.rows(axes, len(metrics))
    axes.set_xlim(-0.5, len(outlets) - 0.5)
    boxes, colours = [], []
    for y, metric in enumerate(metrics):
        measure = comparison.scores.measures[metric]
        style.text(axes, 0, y - 0.17, labels.short(measure.display, 27), 7.8, ha="right", points=-7, side=0)
        unit = labels.unit(measure.unit)
        style.text(axes, 0, y + 0.24, labels.short(unit, 36), 6.2, style.SOFT, "right", points=-7, side=0)
        for x, outlet in enumerate(outlets):
            row, distance = found.get((metric, outlet)), far.get((metric, outlet))
            if distance is not None:
                boxes.append((x - 0.48, y - 0.46, x + 0.48, y + 0.46))
                colours.append(_shade(distance))
            grey = row is None or row["basis"] != "articles"
            ink = style.SOFT if grey else style.INK if distance is None else style.readable(colours[-1])
            style.text(
                axes, x, y, labels.number(row["value"]) if row else "–", 7.2 if cell > 0.34 else 6.2,
                ink, "center",
                weight="bold" if (metric, outlet) in clear else "normal", style="italic" if grey else "normal",
            )  # fmt: skip
    style.blocks(axes, boxes, colours)
    _key(figure, head)
    style.slanted_heads(axes, [labels.short(outlet, 21) for outlet in outlets], -0.65)
    strongest = sorted(clear, key=lambda key: (-abs(clear[key]), key))[:6]
    said = "; ".join(_said(found[key], comparison, clear[key]) for key in strongest)
    alt = f"Table of {len(metrics)} measures by {len(outlets)} outlets. {title}. " + (
        f"Farthest: {said}." if said else ""
    )
    yield Chart("overview", title, alt.strip(), _CAPTION, figure)


def _shade(distance: float) -> str:
    return style.tint(style.ABOVE if distance > 0 else style.BELOW, 0.85 * min(abs(distance) / _LIMIT, 1))


def _key(figure: Drawing, head: float) -> None:
    """What the colours say, in the empty corner."""
    steps = (-4, -2, 0, 2, 4)
    axes = style.panel(figure, 0.1, head + _HEAD - 0.62, 1.3, 0.4)
    axes.set_xlim(-0.5, len(steps) - 0.5)
    axes.set_ylim(1, 0)
    style.blocks(axes, [(at - 0.5, 0.45, at + 0.5, 0.72) for at in range(len(steps))], [_shade(step) for step in steps])
    for at, step in enumerate(steps):
        sign = "+" if step > 0 else ""
        style.text(axes, at, 0.95, f"{sign}{step}".replace("-", "\N{MINUS SIGN}"), 6.2, style.SOFT, "center")
    style.text(axes, -0.5, 0.2, "less", 6.8, style.SOFT)
    style.text(axes, len(steps) - 0.5, 0.2, "more", 6.8, style.SOFT, "right")


def _distance(row: dict[str, Any], found: dict[tuple[str, str], dict[str, Any]], outlets: list[str]) -> float | None:
    """From the mean of the other outlets, in standard errors; None where no outlet-wide interval is known."""
    others = [
        other["value"]
        for outlet in outlets
        if outlet != row["outlet"] and (other := found.get((row["metric"], outlet))) and other["basis"] == "articles"
    ]
    if row["basis"] != "articles" or not others or row["low"] is None or row["high"] is None:
        return None
    difference = float(row["value"]) - sum(others) / len(others)
    room = float(row["value"] - row["low"] if difference > 0 else row["high"] - row["value"])
    if room <= 0:
        return None if difference else 0.0
    distance: float = _Z * difference / room
    return distance


def _said(row: dict[str, Any], comparison: Comparison, distance: float) -> str:
    measure = comparison.scores.measures[row["metric"]]
    word = "more" if distance > 0 else "less"
    name, value = labels.short(row["outlet"], 60), labels.number(row["value"])
    return f"{name} has {word} in {labels.inside(measure.display)} ({value})"
