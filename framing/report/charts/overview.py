"""Heat map: all outlets by the main measures, as distance from the corpus."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl

from framing.comparison.compare import Comparison
from framing.report.charts import main_measures, style
from framing.report.charts.style import Chart

ORDER = 10
_LIMIT = 3.0  # colours end at three standard errors


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none where fewer than two outlets have values."""
    metrics, outlets = main_measures(comparison), comparison.names
    table = _distances(comparison).filter(pl.col("metric").is_in(metrics))
    if len(outlets) < 2 or table.is_empty():
        return
    found = {(row["outlet"], row["metric"]): row for row in table.iter_rows(named=True)}
    grid = np.array([[_distance(found.get((outlet, metric))) for metric in metrics] for outlet in outlets])
    figure, (axes,) = style.figure(len(outlets), row=0.29, top=1.6)
    axes.imshow(np.clip(grid, -_LIMIT, _LIMIT), cmap="PuOr_r", vmin=-_LIMIT * 1.25, vmax=_LIMIT * 1.25, aspect="auto")
    for (row, column), distance in np.ndenumerate(grid):
        cell = found.get((outlets[row], metrics[column]))
        if cell is not None and cell["value"] is not None:
            far = not np.isnan(distance) and abs(distance) > 2.2
            text = style.number(cell["value"]) + ("" if cell["basis"] == "articles" else "°")
            axes.text(column, row, text, ha="center", va="center", fontsize=7.5, color="white" if far else style.INK)
    style.plain(axes, grid="")
    names = [comparison.scores.measures[metric].display for metric in metrics]
    for column, name in enumerate(names):
        axes.text(column - 0.1, -0.65, style.short(name, 26), fontsize=7.5, rotation=40, ha="left", va="bottom", color=style.SOFT, rotation_mode="anchor", parse_math=False)
    style.name_outlets(axes, outlets)
    axes.set_ylim(len(outlets) - 0.5, -0.5)
    far = sorted(
        (row for row in found.values() if not np.isnan(_distance(row))), key=lambda row: -abs(row["distance"])
    )[:5]
    said = [f"{row['outlet']} in {comparison.scores.measures[row['metric']].display.lower()} ({row['distance']:+.1f})" for row in far]
    title = "Where outlets differ from the corpus"
    style.say(
        figure,
        title,
        "Numbers are the outlets' values. Colour: difference from the mean of all outlets in standard errors, purple below, "
        "orange above; no colour where one article or copies alone allow no such error (°).",
    )
    alt = f"Heat map of {len(outlets)} outlets by {len(metrics)} measures. Farthest from the mean: {'; '.join(said) or 'none can be said'}."
    yield Chart("overview", title, alt, "Values, coloured by their distance from the mean of outlets in standard errors.", figure)


def _distances(comparison: Comparison) -> pl.DataFrame:
    """Each value's difference from the mean of the outlets, over half the width of its 95 % interval by 1.96."""
    error = (pl.col("high") - pl.col("low")) / (2 * 1.96)
    return comparison.outlets.with_columns(
        distance=pl.when(pl.col("basis") == "articles", error > 0).then(
            (pl.col("value") - pl.col("value").mean().over("metric")) / error
        )
    )


def _distance(row: dict[str, object] | None) -> float:
    value = row["distance"] if row is not None else None
    return float(value) if isinstance(value, float) else float("nan")
