"""Views across outlets, each in a file of this folder: `sections(writer)` yields sections, `ORDER` is its place.

A view that has nothing to show yields a section that says why in one line, or none where nobody would miss it. Where a
view says `CLOSELY = True`, it is given the articles that are read closely, and its section begins with saying so.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace

from framing.comparison.statements import among
from framing.report.blocks import Paragraph, Section
from framing.report.writer import Writer


def views(writer: Writer) -> Iterator[Section]:
    """The sections of every view, in the order of the report."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    for module in sorted(modules, key=lambda module: module.ORDER):
        scope = among(writer.comparison) if getattr(module, "CLOSELY", False) else ""
        for section in module.sections(writer.closely() if scope else writer):
            said = Paragraph((f"Of {scope}.",))
            yield replace(section, blocks=(said, *section.blocks)) if scope else section
