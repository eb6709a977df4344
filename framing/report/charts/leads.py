"""What comes first: the first items of each outlet, in order."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import polars as pl

from framing.comparison.compare import Comparison
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels

ORDER = 83
_LINE, _SMALL = 13, 17  # letters on a line, and on one of two
_PLACES, _MOST, _HEAD, _FEWEST = 5, 30, 0.2, 3
_CAPTION = (
    "The people, bodies, figures and dates that at least two independent reports share, in the order in which each "
    "outlet first has them. The darker, the more outlets begin with the same; white: this outlet alone has it there."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none with fewer than three outlets or items."""
    found = comparison.coverage.drop_nulls("order") if not comparison.coverage.is_empty() else comparison.coverage
    if found.is_empty() or found["item"].n_unique() < _FEWEST:
        return
    ranked = (
        found.sort("outlet", "order", "item")
        .with_columns(place=pl.col("order").rank("ordinal").over("outlet"))
        .filter(pl.col("place") <= _PLACES)
        .with_columns(same=pl.col("outlet").n_unique().over("item", "place"))
    )
    names = [name for name in comparison.names if name in set(ranked["outlet"])][:_MOST]
    if len(names) < _FEWEST:
        return
    first = ranked.filter(pl.col("place") == 1)["item"].value_counts().sort(["count", "item"], descending=[True, False])
    item, many = first.row(0)
    title = f"{many} of {len(names)} outlets begin with {labels.short(item, 34)}"
    if many == 1:
        title = f"Each of the {len(names)} outlets begins with something else"
    elif many == len(names):
        title = f"All {len(names)} outlets begin with {labels.short(item, 34)}"
    height = style.ROW * len(names)
    page, head = style.canvas(_HEAD + height + 0.05, title, "The first five shared items of each outlet, in order")
    axes = style.panel(page, style.LEFT, head + _HEAD, style.WIDTH - style.LEFT, height)
    style.rows(axes, len(names))
    axes.set_xlim(0, _PLACES)
    for place, word in enumerate(("first", "second", "third", "fourth", "fifth")):
        style.text(axes, place + 0.05, -0.62, word, 7.5, style.SOFT, va="baseline")
    boxes, colours = [], []
    for row in ranked.filter(pl.col("outlet").is_in(names)).iter_rows(named=True):
        x, y = row["place"] - 1, names.index(row["outlet"])
        shade = style.tint(style.BELOW, 0.55 * (row["same"] - 1) / max(1, len(names) - 1))
        boxes.append((x + 0.01, y - 0.45, x + 0.97, y + 0.45))
        colours.append(shade)
        lines = _lines(row["item"])
        for line, words in enumerate(lines):
            lower = 0.42 * (line - (len(lines) - 1) / 2)
            size = 7.6 if len(row["item"]) <= _LINE else 6.2
            style.text(axes, x + 0.05, y + lower, words, size, style.readable(shade))
    style.blocks(axes, boxes, colours)
    style.name_rows(axes, names)
    said = "; ".join(
        f"{labels.short(name, 60)}: {', '.join(ranked.filter(outlet=name).sort('place')['item'])}"
        for name in names[:14]
    )
    yield Chart("leads", title, f"{title}. {said}.", _CAPTION, page)


def _lines(item: str) -> list[str]:
    """A long name on two lines; what is longer still is cut, with a mark."""
    if len(item) <= _LINE:
        return [item]
    first, *rest = wrap(item, _SMALL)
    return [first, labels.short(" ".join(rest), _SMALL)] if rest else [first]
