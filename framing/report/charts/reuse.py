"""Who shares text with whom."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels

ORDER = 80
_CELL, _MARGIN, _LEAST = 0.56, 0.75, 0.05
_CAPTION = (
    "Containment: how many per cent of the five-word runs of the shorter article the longer one holds, for the two "
    "articles of a pair of outlets that are nearest. From 80 % a text is a copy, from 50 % an edited copy, from 25 % a "
    "related version; shared quotations alone reach about 10 %. Outlets that share nothing are left out."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none where no two outlets have related versions of a text."""
    nearest = _nearest(comparison)
    if nearest.filter(pl.col("band") != "independent").is_empty():
        return
    cells = {(row["one"], row["other"]): row for row in nearest.iter_rows(named=True)}
    related = nearest.filter(pl.col("band") != "independent")
    outlets = [name for name in comparison.names if name in {*related["one"], *related["other"]}]
    title = _title(comparison, nearest)
    count = len(outlets)
    height = style.ROW * (count - 1)
    cell = min(_CELL, (style.WIDTH - style.LEFT - _MARGIN) / count)
    figure, head = style.canvas(height + 1.1, title, "Containment of the two nearest articles, in %")
    axes = style.panel(figure, style.LEFT, head + 1.05, cell * (count - 1), height)
    style.rows(axes, count - 1)
    axes.set_xlim(-0.5, count - 1.5)
    boxes, colours = [], []
    for y, one in enumerate(outlets[1:]):
        for x, other in enumerate(outlets[: y + 1]):
            row = cells.get((other, one))
            share = row["containment"] if row else 0.0
            boxes.append((x - 0.48, y - 0.46, x + 0.48, y + 0.46))
            colours.append(style.tint(style.BELOW, 0.04 + 0.86 * share))
            bold = row is not None and row["band"] == "copy"
            words = f"{100 * share:.0f}" if share >= _LEAST else "·"
            style.text(
                axes, x, y, words, 7.6, style.readable(colours[-1]), "center", weight="bold" if bold else "normal"
            )
    style.blocks(axes, boxes, colours)
    style.name_rows(axes, outlets[1:])
    style.slanted_heads(axes, [labels.short(name, 21) for name in outlets[:-1]], -0.65)
    said = "; ".join(
        f"{labels.short(row['one'], 60)} and {labels.short(row['other'], 60)} "
        f"{100 * row['containment']:.0f} % ({row['band']})"
        for row in related.iter_rows(named=True)
    )
    yield Chart("shared-text", title, f"{title}. Nearest pairs: {said}.", _CAPTION, figure)


def _nearest(comparison: Comparison) -> pl.DataFrame:
    """For each pair of outlets (one before other) the two articles that share most."""
    outlet = dict(comparison.stories.select("article", "outlet").iter_rows())
    pairs = comparison.reuse.with_columns(
        first=pl.col("a").replace_strict(outlet, return_dtype=pl.String),
        second=pl.col("b").replace_strict(outlet, return_dtype=pl.String),
    ).filter(pl.col("first") != pl.col("second"))
    return (
        pairs.with_columns(one=pl.min_horizontal("first", "second"), other=pl.max_horizontal("first", "second"))
        .sort(["containment", "a", "b"], descending=[True, False, False])
        .unique(["one", "other"], keep="first", maintain_order=True)
        .select("one", "other", "containment", "band")
    )


def _title(comparison: Comparison, nearest: pl.DataFrame) -> str:
    shared = [row for row in comparison.families.iter_rows(named=True) if len(row["outlets"]) > 1]
    if not shared:
        top = nearest.row(0, named=True)
        one, other = labels.short(top["one"], 34), labels.short(top["other"], 34)
        return f"No copies; {one} and {other} come nearest ({100 * top['containment']:.0f} %)"
    printing = {name for row in shared for name in row["outlets"]}
    texts = "one text" if len(shared) == 1 else f"{len(shared)} texts"
    owners = sorted({row["origin"] for row in shared if row["origin"]})
    of = f" of {labels.short(owners[0], 30)}" if len(owners) == 1 and len(shared) == 1 else ""
    return f"{len(printing)} outlets print {texts}{of} between them"
