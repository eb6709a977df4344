"""Who speaks, and how the outlet introduces them."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.report.charts import bars
from framing.report.charts.style import Chart
from framing.report.look import labels

ORDER = 60
_COLUMNS = (
    ("quoted_share", "quoted words, %"),
    ("sources_named", "named sources"),
    ("sources_unnamed", "unnamed sources"),
    ("reporting_neutral", "neutral verbs, %"),
    ("reporting_doubt", "doubting verbs, %"),
    ("reporting_endorse", "endorsing verbs, %"),
)
_SUBTITLE = "Sources per 1,000 words; speech verbs that stay neutral, doubt or endorse. Each column has its own scale"


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart, where at least two of its measures have values."""
    found = bars.values(comparison, [name for name, _ in _COLUMNS])
    columns = [(name, words) for name, words in _COLUMNS if any(metric == name for metric, _ in found)]
    if len(columns) < 2:
        return
    first = columns[0][0]
    known = sorted(
        (
            (row["value"], row["outlet"])
            for (name, _), row in found.items()
            if name == first and row["basis"] == "articles"
        ),
    )
    title = "Who speaks"
    if first == "quoted_share" and len(known) > 1:
        (low, least), (high, most) = known[0], known[-1]
        title = (
            f"Who speaks: quotations fill {labels.number(high)} % of the words in {labels.short(most, 34)}, "
            f"{labels.number(low)} % in {labels.short(least, 34)}"
        )
    figure = bars.columns(comparison, columns, title, _SUBTITLE, one_scale=False)
    said = "; ".join(
        f"{labels.short(outlet, 60)}: "
        + ", ".join(
            f"{words} {labels.number(found[name, outlet]['value'])}"
            for name, words in columns
            if (name, outlet) in found
        )
        for outlet in bars.ranked(comparison, found, first)
        if any((name, outlet) in found for name, _ in columns)
    )
    yield Chart("who-speaks", title, f"Who speaks, by outlet. {said}.", bars.CAPTION, figure)
