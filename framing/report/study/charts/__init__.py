"""One chart of a study, one file: `draw(desk)` yields `Chart`s, `ORDER` is its place in the report."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from framing.report.charts.style import Chart
from framing.report.study.desk import Desk


def charts(desk: Desk) -> Iterator[Chart]:
    """Every chart that has something to show."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    for module in sorted(modules, key=lambda module: module.ORDER):
        yield from module.draw(desk)
