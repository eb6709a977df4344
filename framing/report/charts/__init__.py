"""One chart, one file. `charts` finds what is here and draws what this comparison has something to show for.

A chart file has a function `draw(comparison)` that yields `Chart`s, and `ORDER`, its place in the report.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator

from framing.comparison.compare import Comparison
from framing.report.charts.style import Chart


def charts(comparison: Comparison, only: Collection[str] | None = None) -> Iterator[Chart]:
    """Every chart that has something to show, in the order of the report. only: names of files of this folder."""
    names = [found.name for found in pkgutil.iter_modules(__path__) if only is None or found.name in only]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    drawing = [module for module in modules if hasattr(module, "draw")]
    for module in sorted(drawing, key=lambda module: module.ORDER):
        yield from module.draw(comparison)
