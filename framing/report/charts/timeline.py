"""When each outlet published, and what it took from whom."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels
from framing.report.look.drawing import Panel

ORDER = 70
_RIGHT, _TICKS = 0.95, 8
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CAPTION = (
    "Each mark is an article on its day of publication. A hollow square is a copy, joined to the article it copies; "
    "articles without a date are counted on the right."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none where no article has a date."""
    articles = comparison.scores.corpus.articles.select("article", "outlet", "published")
    copy_of = dict(comparison.stories.select("article", "copy_of").iter_rows())
    dated = list(articles.drop_nulls("published").sort("published", "article").iter_rows(named=True))
    if not dated:
        return
    first, last = dated[0]["published"], dated[-1]["published"]
    counts = Counter(row["published"] for row in dated)
    day, most = min(counts.items(), key=lambda found: (-found[1], found[0]))
    span = (
        _day(first, year=True)
        if first == last
        else f"{_day(first, first.year != last.year)} to {_day(last, year=True)}"
    )
    title = f"{len(dated)} articles, {span}" + (f"; most on {_day(day)} ({most})" if first != last else "")
    starts: dict[str, dt.date] = {}
    for row in dated:
        starts.setdefault(row["outlet"], row["published"])
    order = sorted(comparison.names, key=lambda name: (starts.get(name, dt.date.max), name))
    totals = dict(articles.group_by("outlet").len().iter_rows())
    undated = Counter(articles.filter(articles["published"].is_null())["outlet"])
    height = style.ROW * len(order)
    figure, head = style.canvas(height + 0.35, title, "Articles by day, outlets in the order of their first article")
    axes = style.panel(figure, style.LEFT, head, style.WIDTH - style.LEFT - _RIGHT, height)
    style.rows(axes, len(order))
    low, high = first.toordinal(), last.toordinal()
    room = max(0.5, 0.03 * (high - low))
    axes.set_xlim(low - room, high + room)
    _days(axes, low, high, len(order))
    places = _places(dated, order, (high - low + 2 * room) / 40)
    links = [
        (places[row["article"]], places[copy_of[row["article"]]])
        for row in dated
        if copy_of.get(row["article"]) in places
    ]
    style.segments(axes, links, style.FAINT, 0.9, zorder=1)
    for row in dated:
        colour = style.colour(comparison.names, row["outlet"])
        copy = copy_of.get(row["article"]) is not None
        shape = "s" if copy else style.marker(comparison.names, row["outlet"])
        style.dot(axes, *places[row["article"]], colour, shape, hollow=copy, size=5.4)
    for at, name in enumerate(order):
        words = f"{totals[name]} article" + ("s" if totals[name] != 1 else "")
        if undated[name]:
            words += f", {undated[name]} undated"
        style.text(axes, 0, at, words, 7.3, style.SOFT, points=6, side=1)
    style.name_rows(axes, order)
    copies = sum(copy_of.get(row["article"]) is not None for row in dated)
    said = "; ".join(
        f"{labels.short(name, 60)} {totals[name]}" + (f" from {_day(starts[name])}" if name in starts else ", undated")
        for name in order
    )
    alt = f"{title}. {copies} of them are copies. Articles by outlet: {said}."
    yield Chart("timeline", title, alt, _CAPTION, figure)


def _places(rows: list[dict[str, Any]], order: list[str], step: float) -> dict[str, tuple[float, float]]:
    """Day and row of each article; several of one day stand side by side."""
    together = Counter((row["outlet"], row["published"]) for row in rows)
    seen: Counter[tuple[str, dt.date]] = Counter()
    places: dict[str, tuple[float, float]] = {}
    for row in rows:
        key = (row["outlet"], row["published"])
        shift = seen[key] - (together[key] - 1) / 2
        seen[key] += 1
        places[row["article"]] = (
            row["published"].toordinal() + shift * min(step, 0.9 / together[key]),
            order.index(row["outlet"]),
        )
    return places


def _days(axes: Panel, low: int, high: int, count: int) -> None:
    """Lines and names of at most eight days."""
    step = max(1, -(-(high - low + 1) // _TICKS))
    days = range(low, high + 1, step)
    style.segments(axes, [((day, -0.5), (day, count - 0.5)) for day in days], style.GRID, 0.7, zorder=0)
    for day in days:
        date = dt.date.fromordinal(day)
        style.text(axes, day, count - 0.42, _day(date, year=high - low > 300), 7.3, style.SOFT, "center", va="top")


def _day(date: dt.date, year: bool = False) -> str:
    return f"{date.day} {_MONTHS[date.month - 1]}" + (f" {date.year}" if year else "")
