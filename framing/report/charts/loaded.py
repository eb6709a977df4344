"""What kinds of loaded terms: the parts of loaded language, outlet by outlet."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.report.charts.parts import parts
from framing.report.charts.style import Chart

ORDER = 51


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart, where loaded terms were measured by kind."""
    yield from parts(comparison, "loaded", "Kinds of loaded terms")
