"""Headlines against the articles below them."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.report.charts.pairs import pair
from framing.report.charts.style import Chart

ORDER = 30


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart, where headlines and articles have a sentiment."""
    more = "Headlines are more negative than the articles in {below} of {known} outlets, more positive in {above}"
    yield from pair(
        comparison, "headline-and-article", ("sentiment_headline", "headline"), ("sentiment", "article"), more
    )
