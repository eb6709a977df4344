"""Views across outlets, each in a file of this folder: `sections(writer)` yields sections, `ORDER` is its place.

A view that has nothing to show yields a section that says why in one line, or none where nobody would miss it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from framing.report.blocks import Section
from framing.report.writer import Writer


def views(writer: Writer) -> Iterator[Section]:
    """The sections of every view, in the order of the report."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    for module in sorted(modules, key=lambda module: module.ORDER):
        yield from module.sections(writer)
