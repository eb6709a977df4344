"""Who frames alike: how far any two outlets lie from each other, outlets that are near side by side."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl

from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels
from framing.report.study.desk import Desk

ORDER = 30
MOST = 24  # outlets in the chart: those with most events
FIRM = 80  # % of resamples in which an outlet is another's nearest
_HEAD = 1.2
_CAPTION = (
    "Distance of two outlets over all primary measures, in standard deviations between single articles: dark is near. "
    "Outlets stand in an order that brings near ones together; the order has no direction. Framed: the nearest outlet "
    f"of the row in {FIRM} % or more of the draws when the events are drawn anew. Where a row has no frame, who is "
    "nearest hangs on the events."
)


def draw(desk: Desk) -> Iterator[Chart]:
    """One chart; none with fewer than three outlets that have three events."""
    found = desk.study.alike
    busy = [name for name in desk.busiest if name in set(found["outlet"])][:MOST]
    found = found.filter(pl.col("outlet").is_in(busy), pl.col("other").is_in(busy))
    names = _order(sorted(busy), found)
    if len(names) < 3:
        return
    firm = found.filter(pl.col("nearest") >= FIRM)
    said = [f"{labels.short(one, 40)} to {labels.short(two, 40)}" for one, two in firm["outlet", "other"].iter_rows()]
    title = f"{firm.height} of {len(names)} outlets have a nearest outlet that does not hang on the choice of events"
    if not said:
        title = "Which outlets are nearest to each other hangs on the choice of events"
    height = style.ROW * len(names)
    figure, head = style.canvas(height + _HEAD + 0.1, title, "Distance between outlets over all primary measures")
    width = min(0.42, (style.WIDTH - style.LEFT - 0.6) / len(names))
    axes = style.panel(figure, style.LEFT, head + _HEAD, width * len(names), height)
    style.rows(axes, len(names))
    axes.set_xlim(-0.5, len(names) - 0.5)
    place = {name: at for at, name in enumerate(names)}
    near, far = float(found["distance"].min()), float(found["distance"].max())  # type: ignore[arg-type]
    boxes, colours, frames = [], [], []
    for row in found.iter_rows(named=True):
        x, y = place[row["other"]], place[row["outlet"]]
        box = (x - 0.48, y - 0.46, x + 0.48, y + 0.46)
        boxes.append(box)
        colours.append(style.tint(style.BELOW, 0.04 + 0.76 * (far - row["distance"]) / max(far - near, 1e-9)))
        if row["nearest"] >= FIRM:
            frames.append(box)
        if width > 0.24:
            style.text(axes, x, y, f"{row['distance']:.1f}", 6.4, style.readable(colours[-1]), "center")
    style.blocks(axes, boxes, colours)
    edges = [((a, b), (c, b), (c, d), (a, d), (a, b)) for a, b, c, d in frames]
    style.segments(axes, edges, style.ABOVE, 1.4)
    style.name_rows(axes, names)
    style.slanted_heads(axes, [labels.short(name, 24) for name in names], -0.65)
    nearest = f" Nearest: {'; '.join(said)}." if said else ""
    alt = f"Table of distances between {len(names)} outlets. {title}.{nearest}"
    yield Chart("study-alike", title, alt, _CAPTION, figure)


def _order(names: list[str], found: pl.DataFrame) -> list[str]:
    """The outlets so that near ones stand side by side: the leaves of a tree of average linkage."""
    if len(names) < 3:
        return names
    from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering
    from scipy.spatial.distance import squareform

    place = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(names), len(names)))
    for one, other, distance in found.select("outlet", "other", "distance").iter_rows():
        table[place[one], place[other]] = distance
    flat = squareform((table + table.T) / 2, checks=False)
    return [names[at] for at in leaves_list(optimal_leaf_ordering(linkage(flat, "average"), flat))]
