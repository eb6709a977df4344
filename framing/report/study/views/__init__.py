"""Views over events, each in a file of this folder: `sections(desk)` yields sections, `ORDER` is its place."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from framing.report.blocks import Section
from framing.report.study.desk import Desk


def views(desk: Desk) -> Iterator[Section]:
    """The sections of every view, in the order of the report."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    for module in sorted(modules, key=lambda module: module.ORDER):
        yield from module.sections(desk)
