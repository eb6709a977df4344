"""Which words make the difference between two outlets: the largest parts of a word shift, on either side."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.shift import shift
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels

ORDER = 85
_MOST, _FEWEST, _FEWEST_WORDS = 12, 3, 150  # words a side; uses of a word; own words that an outlet must have
_ROW, _HEAD, _MIDDLE = 0.19, 0.3, 1.5
_CAPTION = (
    "Each bar is a word's share of the distance between the two outlets' own words (Jensen-Shannon divergence; a word "
    "shift after Gallagher and others 2021); beside it, how often either outlet writes it. Quotations, copies, names "
    "and numbers are left out. Two outlets of few articles always differ in some words: read them in the text."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart, of the two outlets that lie furthest apart by what is stated, else of those with most own words."""
    pair = _pair(comparison)
    if pair is None:
        return
    one, other = pair
    found = shift(comparison.scores.corpus, comparison.stories, one, other)
    sides = [
        found.filter(pl.col("outlet") == name, pl.max_horizontal("count", "other_count") >= _FEWEST).head(_MOST)
        for name in pair
    ]
    if not all(side.height for side in sides):
        return
    short = [labels.short(name, 30) for name in pair]
    title = f"The words in which {short[0]} and {short[1]} differ most"
    count = max(side.height for side in sides)
    page, head = style.canvas(_HEAD + _ROW * count + 0.1, title, "Share of the distance between the outlets' words, %")
    half = (style.WIDTH - 0.2) / 2
    most = max(value for side in sides for value in side["share"].to_list())
    for at, (name, side) in enumerate(zip(pair, sides, strict=True)):
        left = at * (half + 0.2)
        axes = style.panel(page, left + _MIDDLE, head + _HEAD, half - _MIDDLE - 0.75, _ROW * count)
        style.rows(axes, count)
        axes.set_xlim(0, most)
        shade = style.colour(comparison.names, name)
        style.text(axes, 0, -1.0, f"More in {short[at]}", 8.3, shade, side=0, weight="bold")
        bars = [(0.0, y - 0.32, value, y + 0.32) for y, value in enumerate(side["share"])]
        style.blocks(axes, bars, shade)
        for y, row in enumerate(side.iter_rows(named=True)):
            style.text(axes, 0, y, labels.short(row["term"], 20), 8, ha="right", points=-6, side=0)
            style.text(axes, row["share"], y, f"  {row['count']} : {row['other_count']}", 7, style.SOFT)
    said = "; ".join(
        f"more in {name}: "
        + ", ".join(f"{row['term']} {row['count']} to {row['other_count']}" for row in side.to_dicts())
        for name, side in zip(pair, sides, strict=True)
    )
    yield Chart("word-shift", title, f"{title}. Uses in {one} to uses in {other}; {said}.", _CAPTION, page)


def _pair(comparison: Comparison) -> tuple[str, str] | None:
    articles = comparison.scores.corpus.articles.join(
        comparison.stories.filter(pl.col("copy_of").is_null()).select("article"), on="article", how="semi"
    )
    size = dict(articles.group_by("outlet").agg(pl.col("own_words").sum()).iter_rows())
    able = sorted((name for name in size if size[name] >= _FEWEST_WORDS), key=lambda name: (-size[name], name))
    if len(able) < 2:
        return None
    for row in comparison.differences.filter("stated", family="primary").sort("p", "metric").iter_rows(named=True):
        value = dict(comparison.outlets.filter(metric=row["metric"]).select("outlet", "value").iter_rows())
        group, rest = ([name for name in row[side] if name in able] for side in ("group", "rest"))
        if group and rest and row["metric"] in ("loaded", "hedging", "boosting"):
            sign = 1 if row["side"] == "higher" else -1
            return (
                max(group, key=lambda name: (sign * value[name], name)),
                min(rest, key=lambda name: (sign * value[name], -size[name], name)),
            )
    return able[0], able[1]
