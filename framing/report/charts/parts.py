"""What the charts of word lists share: a measure with its parts."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.report.charts import bars
from framing.report.charts.style import Chart
from framing.report.look import labels

_MOST = 8  # parts that a page has room for: the commonest


def parts(comparison: Comparison, family: str, title: str) -> Iterator[Chart]:
    """A chart of a word list's categories; none where the list has none, or nothing was found."""
    measures = comparison.scores.measures
    names = [name for name, measure in measures.items() if measure.family == family]
    found = bars.values(comparison, [family, *names])
    totals = {name: sum(row["value"] for (metric, _), row in found.items() if metric == name) for name in names}
    shown = sorted((name for name in names if totals[name] > 0), key=lambda name: (-totals[name], name))[:_MOST]
    if family not in measures or not shown:
        return
    columns = [(family, "all kinds")] + [
        (name, _part(measures[name].label or measures[name].display)) for name in shown
    ]
    leaders: dict[str, list[str]] = {}
    for outlet in comparison.names:
        row = found.get((family, outlet))
        mine = {name: found[name, outlet]["value"] for name in shown if (name, outlet) in found}
        if row and row["basis"] == "articles" and max(mine.values(), default=0) > 0:
            leaders.setdefault(max(mine, key=lambda name: (mine[name], name)), []).append(outlet)
    said = title
    if leaders:
        most = max(leaders, key=lambda name: (len(leaders[name]), name))
        known = sum(map(len, leaders.values()))
        said = f"{title}: {_part(measures[most].label or '')} comes first in {len(leaders[most])} of {known} outlets"
    unit = labels.sentence(measures[family].unit)
    subtitle = f"{unit}; the kinds share one scale, commonest kind first"
    figure = bars.columns(comparison, columns, said, subtitle, one_scale=True)
    words = "; ".join(
        f"{labels.short(outlet, 60)}: "
        + ", ".join(
            f"{name} {labels.number(found[metric, outlet]['value'])}"
            for metric, name in columns
            if (metric, outlet) in found
        )
        for outlet in bars.ranked(comparison, found, family)
        if (family, outlet) in found
    )
    yield Chart(f"{family}-kinds", said, f"{title}, {measures[family].unit}. {words}.", bars.CAPTION, figure)


def _part(label: str) -> str:
    return label.replace("_", " ")
