"""One chart, one file. `charts` finds what is here and draws what this comparison has something to show for.

A chart file has a function `draw(comparison)` that yields `Chart`s, and `ORDER`, its place in the report.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.report.charts.style import Chart

# The measures that the first pages show, as far as they were measured.
MAIN = (
    "sentiment",
    "sentiment_headline",
    "sentiment_own",
    "hedging",
    "boosting",
    "loaded",
    "quoted_share",
    "sources_named",
    "sources_unnamed",
    "reporting_doubt",
    "flesch_kincaid_grade",
    "words_per_sentence",
    "lexical_diversity",
)


def charts(comparison: Comparison) -> Iterator[Chart]:
    """Every chart that has something to show, in the order of the report."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    drawing = [module for module in modules if hasattr(module, "draw")]
    for module in sorted(drawing, key=lambda module: module.ORDER):
        yield from module.draw(comparison)


def main_measures(comparison: Comparison) -> list[str]:
    """The main measures that were taken; all of them, up to a dozen, where none of the usual was."""
    found = [name for name in MAIN if name in comparison.scores.measures]
    return found or list(comparison.scores.measures)[:12]
