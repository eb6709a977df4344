"""The overview: a dot for each article by the measures that matter, outlets that stand apart in colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels

ORDER = 1
_PANELS = (
    ("loaded", "Loaded terms", "per 1,000 own words"),
    ("hedging", "Hedges", "per 1,000 own words"),
    ("quoted_share", "Quoted words", "% of words"),
    ("sentiment", "Tone", "−1 to 1"),
)
_ROWS, _ROW, _NAMES, _GAP, _HEAD, _FOOT = 14, 0.14, 1.5, 0.2, 0.32, 0.2
_LONG = 1.15 * labels.NAME  # letters of a name in the smaller size, so that it ends inside the page
_DOTS = "Each dot is an article, each line the outlet's average."
_COLOURS = " Colour: differs from others by more than chance (orange: more, violet: less)."
_COPIES = " Hollow dot: a reprint, counted once."
_CROWD, _BARS = 60, " A bar instead of dots: the middle four fifths of more than 60 articles."


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none for a single outlet, or where none of the measures was taken."""
    scores = comparison.scores
    panels = [panel for panel in _PANELS if panel[0] in scores.measures]
    if len(comparison.names) < 2:
        return
    if not panels:
        tested = [name for name, measure in scores.measures.items() if measure.tested][:4]
        panels = [(name, scores.measures[name].display, labels.unit(scores.measures[name].unit)) for name in tested]
    if not panels:
        return
    rows = _outlets(comparison)
    height = _ROW * len(rows)
    words = f"{labels.sentence(listed([name.lower() for _, name, _ in panels]))}, article by article"
    figure, head = style.canvas(height + _HEAD + _FOOT, "")  # the panels' heads say it
    width = (style.WIDTH - _NAMES - _GAP * len(panels) - 0.12) / len(panels)
    copies = set(comparison.stories.drop_nulls("copy_of")["article"])
    groups = {row["metric"]: (set(row["group"]), row["side"]) for row in _apart(comparison)}  # outlets, or articles
    owners = comparison.labels.outlets
    for place, (metric, name, unit) in enumerate(panels):
        left = _NAMES + _GAP + place * (width + _GAP)
        axes = style.panel(figure, left, head + _HEAD, width, height)
        style.rows(axes, len(rows))
        values = scores.metrics.filter(pl.col("metric") == metric, pl.col("outlet").is_in(rows)).drop_nulls("value")
        whole = dict(comparison.outlets.filter(metric=metric).drop_nulls("value").select("outlet", "value").iter_rows())
        known = [*values["value"], *(value for outlet, value in whole.items() if outlet in rows)]
        low, high = (min(known), max(known)) if known else (0.0, 1.0)
        low, high = min(low, 0.0), max(high, 0.0)
        beside = 0.04 * (high - low or 1.0)
        style.scale(axes, low - (beside if low < 0 else 0.0), high + beside, 3, bottom=len(rows) - 0.4)
        style.text(axes, 0, -1.62, name, 8.3, side=0, weight="bold")
        style.text(axes, 0, -0.85, unit, 6.8, style.SOFT, side=0)
        members, side = groups.get(metric, (set(), ""))
        for y, outlet in enumerate(rows):
            bright = style.ABOVE if side == "higher" else style.BELOW
            shade = bright if outlet in members else style.SOFT
            if place == 0:
                name, size = labels.short(outlet, _LONG), 7.4 if labels.short(outlet) == outlet else 6.2
                style.text(axes, 0, y, name, size, ha="right", points=-8, side=0)
            mine = values.filter(outlet=outlet)
            if mine.height > _CROWD:
                least, most = (float(mine["value"].quantile(share, "linear") or 0.0) for share in (0.1, 0.9))
                style.segments(axes, [((least, y), (most, y))], style.tint(shade, 0.4), 4)
            for article, value in mine.select("article", "value").iter_rows() if mine.height <= _CROWD else ():
                own = bright if article in members else shade
                style.dot(axes, value, y, own, "o", hollow=article in copies, size=2.9)
            if outlet in whole:
                at = whole[outlet]
                style.segments(axes, [((at, y - 0.38), (at, y + 0.38))], shade, 1.3)
    said = [
        f"{scores.measures[metric].display}: {', '.join(sorted({owners.get(one, one) for one in members}))} {side}"
        for metric, (members, side) in groups.items()
        if metric in {name for name, *_ in panels}
    ]
    alt = f"{len(rows)} outlets by {', '.join(name.lower() for _, name, _ in panels)}; a dot is an article. " + (
        f"Certain differences: {'; '.join(said)}." if said else "No difference between outlets is certain."
    )
    caption = _DOTS + (_COLOURS if said else "") + (_COPIES if copies else "")
    if max(scores.corpus.articles["outlet"].value_counts()["count"]) > _CROWD:
        caption += _BARS
    yield Chart("glance", words, alt, caption, figure)


def _apart(comparison: Comparison) -> list[dict[str, Any]]:
    """What the statements say of primary measures: outlets that stand apart, or texts."""
    stated = {(one.kind, one.subject) for one in comparison.statements}
    return [
        row
        for kind, frame in (("texts differ", comparison.text_differences), ("outlets differ", comparison.differences))
        for row in frame.filter("stated").iter_rows(named=True)
        if (kind, row["metric"]) in stated
    ]


def _outlets(comparison: Comparison) -> list[str]:
    """All outlets, or as many as there is room for: those that stand apart first, then those with most articles."""
    names = comparison.names
    if len(names) <= _ROWS:
        return names
    apart = set(comparison.differences.filter("stated").explode("group", empty_as_null=False)["group"])
    named = {outlet for one in comparison.statements[:12] for outlet in one.outlets if len(one.outlets) < 4}
    counts = dict(comparison.scores.corpus.articles.group_by("outlet").len().iter_rows())
    first = sorted(names, key=lambda name: (name not in apart, name not in named, -counts[name], name.casefold()))
    return sorted(first[:_ROWS], key=str.casefold)
