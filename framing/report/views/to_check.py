"""Passages that may belong together, or not: to be read before one of them is cited."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.blocks import Bullets, Paragraph, Section
from framing.report.front import TO_CHECK
from framing.report.writer import Writer

ORDER = 27


def sections(writer: Writer) -> Iterator[Section]:
    """Every statement that is to be checked, the most salient first; nothing where there is none."""
    found = writer.comparison.to_check
    if found:
        items = tuple((one.sentence,) for one in found)
        yield Section("to-check", "To check before you cite", (Paragraph((TO_CHECK,)), Bullets(items)))
