"""What kinds of hedges: the parts of hedging, outlet by outlet."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.report.charts.parts import parts
from framing.report.charts.style import Chart

ORDER = 50


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart, where hedging was measured by kind."""
    yield from parts(comparison, "hedging", "Kinds of hedges")
