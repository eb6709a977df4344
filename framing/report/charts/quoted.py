"""Whose words are quoted: each outlet's quoted words by group of speakers."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels

ORDER = 59
CLOSELY = True
_GROUPS = (
    ("person", "named persons", "#0b5a8a"),
    ("institution", "institutions", "#7fb2d1"),
    ("unnamed", "unnamed", "#d9a441"),
    ("unknown", "speaker not found", "#d8d5cc"),
)
_MOST, _KEY, _RIGHT = 30, 0.3, 0.75
_CAPTION = (
    "Words in direct quotations, copies left out; at the right, how many there are. Reported speech is not counted."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none where no words are quoted."""
    found = comparison.sources
    if found.is_empty():
        return
    words = found.group_by("outlet", "kind").agg(pl.col("words").sum())
    total = dict(words.group_by("outlet").agg(pl.col("words").sum()).filter(pl.col("words") > 0).iter_rows())
    if not total:
        return
    order = sorted(total, key=lambda outlet: (-total[outlet], outlet.casefold()))[:_MOST]
    shares = {
        (outlet, kind): 100 * count / total[outlet] for outlet, kind, count in words.iter_rows() if outlet in total
    }
    title = _title(found, order)
    height = 0.19 * len(order)
    figure, head = style.canvas(height + _KEY + 0.25, title, "Share of each outlet's quoted words, %")
    key = style.panel(figure, style.LEFT, head, style.WIDTH - style.LEFT, _KEY)
    key.set_xlim(0, style.WIDTH - style.LEFT)
    key.set_ylim(1, 0)
    at = 0.0
    for _, name, colour in _GROUPS:
        style.blocks(key, [(at, 0.2, at + 0.12, 0.62)], colour)
        style.text(key, at + 0.17, 0.42, name, 7.6, style.SOFT)
        at += 0.35 + 0.068 * len(name)
    axes = style.panel(figure, style.LEFT, head + _KEY, style.WIDTH - style.LEFT - _RIGHT, height)
    style.rows(axes, len(order))
    style.scale(axes, 0, 100, 5)
    style.name_rows(axes, order)
    boxes, colours = [], []
    for y, outlet in enumerate(order):
        left = 0.0
        for kind, _, colour in _GROUPS:
            share = shares.get((outlet, kind), 0.0)
            boxes.append((left, y - 0.34, left + share, y + 0.34))
            colours.append(colour)
            left += share
        style.text(axes, 0, y, f"{total[outlet]:,} words", 7, style.SOFT, points=6, side=1)
    style.blocks(axes, boxes, colours)
    said = "; ".join(
        f"{labels.short(outlet, 60)}: "
        + ", ".join(f"{name} {shares[outlet, kind]:.0f} %" for kind, name, _ in _GROUPS if shares.get((outlet, kind)))
        for outlet in order[:12]
    )
    yield Chart("speaker-groups", title, f"Quoted words by group of speakers. {said}.", _CAPTION, figure)


def _title(found: pl.DataFrame, order: list[str]) -> str:
    """How many outlets let one speaker have more than half of what they quote."""
    named = found.filter(pl.col("kind").is_in(["person", "institution"]), pl.col("outlet").is_in(order))
    lone = named.filter(pl.col("share") > 50)["outlet"].n_unique()
    outlets = "outlet" if len(order) == 1 else "outlets"
    if lone:
        return f"In {lone} of {len(order)} {outlets} one named speaker has more than half of the quoted words"
    return f"No speaker has more than half of the quoted words in any of {len(order)} {outlets}"
