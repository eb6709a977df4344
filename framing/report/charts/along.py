"""Sentiment from the first to the last fifth of the articles, outlet by outlet."""

from __future__ import annotations

import math
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels

ORDER = 40
_PARTS, _FEWEST = 5, 5
_ACROSS, _HIGH, _GAP, _LEFT, _BESIDE = 4, 0.72, 0.34, 0.36, 0.16
_CAPTION = (
    "Each article is cut into five parts with equally many sentences; a point is the mean VADER compound of the "
    "sentences in that part, over the outlet's articles of five sentences or more. Copies are left out. Grey: the mean "
    "of all outlets. Dashed: one article."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """A small panel for each outlet; none where sentences were not scored."""
    table = course(comparison)
    outlets = [name for name in comparison.names if name in set(table["outlet"])]
    if not outlets:
        return
    lines = {name: table.filter(outlet=name).sort("part")["value"].to_list() for name in outlets}
    articles = dict(table.select("outlet", "articles").unique().iter_rows())
    mean = [sum(line[part] for line in lines.values()) / len(lines) for part in range(_PARTS)]
    several = [name for name in outlets if articles[name] > 1]
    falling = sum(lines[name][-1] < lines[name][0] for name in several)
    title = (
        f"Sentiment along the article: more negative at the end than at the beginning in {falling} of {len(several)}"
    )
    title += " outlets"
    if not several:
        title = "Sentiment along the article"
    top = max(0.1, math.ceil(10 * max(abs(value) for line in lines.values() for value in line)) / 10)
    across = min(_ACROSS, len(outlets))
    down = -(-len(outlets) // across)
    figure, head = style.canvas(
        down * (_HIGH + _GAP) + 0.15, title, "Mean VADER compound of sentences, by fifth of the article"
    )
    width = min((style.WIDTH - _LEFT) / across - _BESIDE, 1.6)
    axes = style.panel(figure, _LEFT, head, style.WIDTH - _LEFT, down * (_HIGH + _GAP))
    axes.set_xlim(0, style.WIDTH - _LEFT)
    axes.set_ylim(down * (_HIGH + _GAP), 0)
    for at, name in enumerate(outlets):
        row, column = divmod(at, across)
        left, zero = column * (width + _BESIDE), row * (_HIGH + _GAP) + 0.2 + _HIGH / 2
        steps = [left + width * (0.05 + 0.9 * part / (_PARTS - 1)) for part in range(_PARTS)]
        colour, dashed = style.colour(comparison.names, name), articles[name] == 1
        style.blocks(axes, [(left, zero - _HIGH / 2, left + width, zero + _HIGH / 2)], "#f7f6f2", zorder=-1)
        style.segments(axes, [((left, zero), (left + width, zero))], style.FAINT, 0.7, zorder=0)
        for line, shade, dash in ((mean, style.FAINT, False), (lines[name], colour, dashed)):
            heights = [zero - value / top * _HIGH / 2 for value in line]
            style.segments(axes, [list(zip(steps, heights, strict=True))], shade, 1.6, dashed=dash)
        style.dot(axes, steps[-1], heights[-1], colour, style.marker(comparison.names, name), dashed, 5)
        style.text(axes, left, zero - _HIGH / 2 - 0.06, labels.short(name, int(width * 16)), 7.4, va="baseline")
        if column == 0:
            for value in (-top, 0, top):
                words = f"{value:+.1f}".replace("-", "\N{MINUS SIGN}") if value else "0"
                style.text(axes, -0.05, zero - value / top * _HIGH / 2, words, 6.8, style.SOFT, "right")
        if at + across >= len(outlets):
            style.text(axes, steps[0], zero + _HIGH / 2 + 0.04, "start", 6.8, style.SOFT, va="top")
            style.text(axes, steps[-1], zero + _HIGH / 2 + 0.04, "end", 6.8, style.SOFT, "right", va="top")
    said = "; ".join(
        f"{labels.short(name, 60)} from {labels.number(lines[name][0])} to {labels.number(lines[name][-1])}"
        for name in outlets
    )
    yield Chart("along-the-article", title, f"{title}. First and last fifth: {said}.", _CAPTION, figure)


def course(comparison: Comparison) -> pl.DataFrame:
    """Mean compound by fifth of the article. Columns: outlet, part (0 to 4), value, articles.

    Outlets that have sentences in each fifth; copies, and articles of fewer than five sentences, are left out.
    """
    copies = comparison.stories.filter(pl.col("copy_of").is_not_null())["article"].implode()
    sentences = comparison.scores.evidence_where(pl.col("metric") == "sentiment", ~pl.col("article").is_in(copies))
    count = pl.len().over("article")
    return (
        sentences.filter(count >= _FEWEST)
        .with_columns(
            part=((pl.col("start").rank("ordinal").over("article") - 0.5) / count * _PARTS).floor().cast(pl.Int64)
        )
        .with_columns(articles=pl.col("article").n_unique().over("outlet"))
        .group_by("outlet", "part", "articles")
        .agg(pl.col("value").mean())
        .filter(pl.len().over("outlet") == _PARTS)
        .sort("outlet", "part")
    )
