"""The events over time, and who covered each of them with work of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from framing.comparison.study.cells import own
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels
from framing.report.look.drawing import Panel
from framing.report.study.desk import Desk

ORDER = 40
MOST = 24  # outlets in the chart: those with most events
_RIGHT = 0.95
_CAPTION = (
    "A mark is an event on its day that the outlet covered: filled with work of its own, hollow with copies or agency "
    "texts only. On the right: events with own coverage, of all events with a date."
)


def draw(desk: Desk) -> Iterator[Chart]:
    """One chart; none with fewer than three days."""
    study = desk.study
    dated = study.events.drop_nulls("first")
    if dated["first"].n_unique() < 3:
        return
    names = sorted(desk.busiest[:MOST])
    cover = (
        study.stories.group_by("event", "outlet")
        .agg(own=own().any())
        .join(dated.select("event", "first"), on="event")
        .sort("first", "event")
    )
    first, last = dated["first"].min(), dated["first"].max()
    assert isinstance(first, dt.date)
    assert isinstance(last, dt.date)
    mine = {name: cover.filter(outlet=name) for name in names}
    full = sum(int(frame["own"].sum()) == dated.height for frame in mine.values())
    title = f"{dated.height} events, {first.year} to {last.year}" if first.year != last.year else (
        f"{dated.height} events in {first.year}"
    )  # fmt: skip
    title += f"; {full} of {len(names)} outlets covered all of them" if full else "; no outlet covered all of them"
    height = style.ROW * len(names)
    figure, head = style.canvas(height + 0.35, title, "Events by date, and who covered them")
    axes = style.panel(figure, style.LEFT, head, style.WIDTH - style.LEFT - _RIGHT, height)
    style.rows(axes, len(names))
    low, high = first.toordinal(), last.toordinal()
    room = max(0.5, 0.03 * (high - low))
    axes.set_xlim(low - room, high + room)
    _grid(axes, first, last, len(names))
    for place, name in enumerate(names):
        colour = style.colour(study.names, name)
        for day, whole in mine[name].select("first", "own").iter_rows():
            style.dot(axes, day.toordinal(), place, colour, "o", hollow=not whole, size=4.2)
        counted = f"{int(mine[name]['own'].sum())} of {dated.height}"
        style.text(axes, 0, place, counted, 7.3, style.SOFT, points=6, side=1)
    style.name_rows(axes, names)
    said = "; ".join(f"{labels.short(name, 40)} {int(mine[name]['own'].sum())}" for name in names[:12])
    yield Chart("study-timeline", title, f"{title}. Events with own coverage: {said}.", _CAPTION, figure)


def _grid(axes: Panel, first: dt.date, last: dt.date, count: int) -> None:
    """Lines at years, or at months where the events lie within three years."""
    months = (last - first).days < 3 * 365
    starts = [dt.date(year, month, 1) for year in range(first.year, last.year + 2) for month in range(1, 13)]
    step = 1 if not months else max(1, round((last - first).days / 30 / 5))
    wanted = [day for day in starts if (day.month == 1 if not months else (day.year * 12 + day.month) % step == 0)]
    wanted = [day for day in wanted if first <= day <= last]
    style.segments(
        axes, [((day.toordinal(), -0.5), (day.toordinal(), count - 0.5)) for day in wanted], style.GRID, 0.7, zorder=0
    )
    for day in wanted:
        label = f"{day:%b} {day.year}" if months else str(day.year)
        style.text(axes, day.toordinal(), count - 0.5, label, 7.3, style.SOFT, "center", va="top")
