"""A text of LibreOffice Writer (OpenDocument): one article, an export, or articles pasted below each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.corpus.files.boxes import placed
from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.packed import member, opened
from framing.corpus.files.pasted import articles
from framing.corpus.files.source import Source
from framing.corpus.files.xml import parse
from framing.text.blocks import QUOTATION_STYLE, block

ENDINGS = (".odt",)
CHECKED = "written after the public description of OpenDocument 1.3; files made by hand"
_SKIPPED = ("tracked-changes", "annotation", "annotation-end", "note-citation", "deletion", "sequence-decls", "forms")


def recognises(head: bytes) -> bool:
    """A zip that says so."""
    return head.startswith(b"PK\x03\x04") and b"opendocument.text" in head[:200]


def read(source: Source) -> Iterator[Raw]:
    """The article, or those of an export; notes stand behind their paragraph; no comments, deleted or hidden text."""
    with opened(source, "OpenDocument text") as archive:
        xml = member(archive, "content.xml", "OpenDocument text")
    try:
        root = parse(xml)
    except UnreadableError as problem:
        raise UnreadableError("is no readable OpenDocument text", "save it as .odt or .txt again") from problem
    yield from articles("\n".join(placed(_paragraphs(root))))


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _quotations(root: Any) -> set[str]:
    """Styles of paragraphs for quotations, with those that the document derives from them."""
    styles = [style for style in root.iter() if _name(style) == "style"]
    derived = [style for style in styles if QUOTATION_STYLE.search(_attribute(style, "parent-style-name"))]
    return {_attribute(style, "name") for style in derived}


def _hidden(root: Any) -> set[str]:
    """Styles of words that are not shown."""
    styles = [style for style in root.iter() if _name(style) == "style"]
    return {_attribute(style, "name") for style in styles if any(_attribute(one, "display") == "none" for one in style)}


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _paragraphs(root: Any) -> Iterator[tuple[str, list[str]]]:
    """The paragraphs in order, with those of the text boxes and notes that are fixed to them."""
    styles = _quotations(root), _hidden(root)
    for text, boxes in _walked([root], styles):
        yield text, [line for line, _ in _walked(boxes, styles, inner=True)]


def _walked(
    elements: list[Any], styles: tuple[set[str], set[str]], inner: bool = False
) -> Iterator[tuple[str, list[Any]]]:
    """The paragraphs within some elements, with the boxes and notes that are fixed to them. inner: those follow."""
    quotations, hidden = styles
    waiting = list(reversed(elements))
    while waiting:
        element = waiting.pop()
        if _name(element) in ("p", "h"):
            text, boxes = _text(element, hidden)
            style = _attribute(element, "style-name")
            quoted = bool(style) and (style in quotations or QUOTATION_STYLE.search(style) is not None)
            yield block(text) if quoted and text.strip() else text, [] if inner else boxes
            waiting.extend(reversed(boxes) if inner else ())
        elif _name(element) and _name(element) not in _SKIPPED:
            waiting.extend(reversed(list(element)))


def _text(paragraph: Any, hidden: set[str]) -> tuple[str, list[Any]]:
    found: list[str] = []
    boxes = []
    waiting: list[tuple[Any, bool]] = [(paragraph, False)]
    while waiting:
        element, done = waiting.pop()
        name = _name(element)
        if done:
            if element is not paragraph:
                found.append(element.tail or "")
            continue
        waiting.append((element, True))
        if not name or name in _SKIPPED or (name == "span" and _attribute(element, "style-name") in hidden):
            continue
        if name in ("text-box", "note"):
            boxes.extend(element)
            continue
        if name in ("tab", "s", "line-break"):
            found.append({"tab": "\t", "s": " ", "line-break": "\n"}[name])
        found.append(element.text or "")
        waiting.extend((child, False) for child in reversed(list(element)))
    return "".join(found), boxes
