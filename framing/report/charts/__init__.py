"""One chart, one file. `charts` finds what is here and draws what this comparison has something to show for.

A chart file has a function `draw(comparison)` that yields `Chart`s, and `ORDER`, its place in the report; `CLOSELY =
True` where it shows only the articles that are read closely, so that its caption says so.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator
from dataclasses import replace

from framing.comparison.compare import Comparison
from framing.comparison.statements import among
from framing.report.charts.style import Chart


def charts(comparison: Comparison, only: Collection[str] | None = None) -> Iterator[Chart]:
    """Every chart that has something to show, in the order of the report. only: names of files of this folder."""
    names = [found.name for found in pkgutil.iter_modules(__path__) if only is None or found.name in only]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    drawing = [module for module in modules if hasattr(module, "draw")]
    for module in sorted(drawing, key=lambda module: module.ORDER):
        closely = getattr(module, "CLOSELY", False)
        scope = among(comparison) if closely else ""
        for chart in module.draw(comparison.closely if closely else comparison):
            yield replace(chart, caption=f"Of {scope}. {chart.caption}") if scope else chart
