"""Outlets by measures: what each outlet has more or less than the others on the same events."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels
from framing.report.study.desk import Desk

ORDER = 10
COLUMNS, ROWS = 11, 13  # outlets with most events, where there are more
_NAMES, _HEAD = 1.72, 1.15
_CAPTION = (
    "Numbers are effects against the other outlets on the same events: a ratio (×) for rates, else a difference in "
    "the measure's unit. Filled: stands after correction for all measures and outlets; orange is more, violet less. "
    "Framed: "
    "the interval excludes no difference, but not after correction. Grey: may be chance. –: one event, or no value."
)


def draw(desk: Desk) -> Iterator[Chart]:
    """One chart; none with fewer than two outlets."""
    outlets, metrics = sorted(desk.busiest[:ROWS]), desk.metrics[:COLUMNS]
    if len(outlets) < 2 or not metrics:
        return
    stated = [(metric, outlet) for metric in metrics for outlet in outlets if desk.stated(metric, outlet)]
    apart = {outlet for _, outlet in stated}
    title = f"{len(apart)} of {len(outlets)} outlets differ for certain from the others in a measure shown here"
    if not apart:
        title = "In none of these measures does an outlet differ from the others for certain"
    height = style.ROW * len(outlets)
    under = f"{len(stated)} of {len(metrics) * len(outlets)} differences shown are certain after correction"
    if len(outlets) < len(desk.outlets):
        under += f"; the {len(outlets)} outlets with most events of {len(desk.outlets)}"
    figure, head = style.canvas(height + _HEAD + 0.1, title, under)
    width = (style.WIDTH - _NAMES - 0.55) / len(metrics)
    axes = style.panel(figure, _NAMES, head + _HEAD, width * len(metrics), height)
    style.rows(axes, len(outlets))
    axes.set_xlim(-0.5, len(metrics) - 0.5)
    filled, framed, colours, frames = [], [], [], []
    for y, outlet in enumerate(outlets):
        for x, metric in enumerate(metrics):
            row = desk.effects.get((metric, outlet))
            if row is None or row["effect"] is None or row["low"] is None:
                style.text(axes, x, y, "–", 7, style.SOFT, "center")
                continue
            level = 1.0 if desk.is_rate(metric) else 0.0
            colour = style.ABOVE if row["effect"] > level else style.BELOW
            box = (x - 0.48, y - 0.44, x + 0.48, y + 0.44)
            ink = style.SOFT
            if (metric, outlet) in stated:
                filled.append(box)
                colours.append(style.tint(colour, 0.75))
                ink = style.readable(colours[-1])
            elif not row["low"] <= level <= row["high"]:
                framed.append(box)
                frames.append(style.tint(colour, 0.55))
                ink = style.INK
            style.text(axes, x, y, desk.effect(metric, row["effect"]), 6.6, ink, "center")
    style.blocks(axes, filled, colours)
    style.blocks(axes, framed, frames, hollow=True)
    style.name_rows(axes, outlets)
    style.slanted_heads(axes, [labels.short(desk.called(metric), 24) for metric in metrics], -0.65)
    said = "; ".join(
        f"{labels.short(outlet, 40)} {labels.inside(desk.called(metric))} "
        f"{desk.effect(metric, desk.effects[metric, outlet]['effect'])}"
        for metric, outlet in stated[:8]
    )
    alt = f"Table of {len(outlets)} outlets by {len(metrics)} measures. {title}." + (f" {said}." if said else "")
    yield Chart("study-glance", title, alt, _CAPTION, figure)
