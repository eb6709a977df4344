"""A document in the words of a look."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from framing.report.blocks import Document, Evidence, Section, Table, rebuilt
from framing.report.look.look import Look


def dress(document: Document, look: Look) -> Document:
    """The document in the look's words."""
    return replace(
        document,
        look=look,
        language=look.language,
        subtitle=look.say(document.subtitle),
        facts=tuple((look.say(name), text) for name, text in document.facts),
        sections=tuple(rebuilt(section, lambda node: _said(node, look)) for section in document.sections),
    )


def _said(node: Any, look: Look) -> Any:
    """A part of the document in the look's words; cells, passages and links stay."""
    if isinstance(node, str):
        return look.say(node)
    if isinstance(node, Section):
        return replace(node, title=look.say(node.title))
    if isinstance(node, Table):
        columns = tuple(look.say(name) for name in node.columns)
        return replace(node, caption=look.say(node.caption), columns=columns, note=look.say(node.note))
    return replace(node, measure=look.say(node.measure)) if isinstance(node, Evidence) else node
