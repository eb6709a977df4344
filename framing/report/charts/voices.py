"""The outlet's own voice against those it quotes."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.report.charts.pairs import pair
from framing.report.charts.style import Chart

ORDER = 31


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart, where both own and quoted sentences have a sentiment."""
    more = "Own voice: more negative than the quotations in {below} of {known} outlets, more positive in {above}"
    yield from pair(comparison, "own-and-quoted", ("sentiment_own", "own voice"), ("sentiment_quoted", "quoted"), more)
