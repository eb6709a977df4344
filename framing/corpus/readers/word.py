"""A Word document: one article, a news database's export, or articles pasted below each other with their addresses.

Paragraphs in a style for quotations are block quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from framing.corpus.files.boxes import placed
from framing.corpus.files.encoding import MAX_BYTES, UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.packed import member, opened
from framing.corpus.files.pasted import articles
from framing.corpus.files.source import Source
from framing.corpus.files.xml import parse
from framing.text.blocks import QUOTATION_STYLE, block

ENDINGS = (".docx",)
CHECKED = "real files of Nexis Uni seen; files made by hand after ECMA-376"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE_STYLE = re.compile(r"(?i)^(?:title|titel|titre|heading|überschrift|headline)")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What is no text of the document: the second form of a text box, text that was deleted, instructions of fields.
_SKIPPED = ("Fallback", "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr")


def recognises(head: bytes) -> bool:
    """A zip."""
    return head.startswith(b"PK\x03\x04")


def read(source: Source) -> Iterator[Raw]:
    """The article, or those of an export."""
    with opened(source, "Word document") as archive:
        xml = member(archive, "word/document.xml", "Word document", MAX_BYTES)
        there = set(archive.namelist())
        notes = [member(archive, name, "Word document", MAX_BYTES) for name in _NOTES if name in there]
    try:
        root = parse(xml)
        notes_of = {key: note for part in notes for key, note in _notes(parse(part))}
    except UnreadableError as problem:
        raise UnreadableError("is no readable Word document", "save it as .docx or .txt again") from problem
    yield from articles("\n".join(placed(_paragraphs(root, notes_of))))


def _notes(root: Any) -> Iterator[tuple[tuple[str, str], Any]]:
    """The notes of a part, by the name of the mark that refers to them and their number."""
    for note in root:
        name = note.tag.rpartition("}")[2] if isinstance(note.tag, str) else ""
        if name in ("footnote", "endnote") and note.get(f"{_WORD}type") in (None, "normal"):
            yield (f"{name}Reference", note.get(f"{_WORD}id") or ""), note


def _paragraphs(root: Any, notes: Mapping[tuple[str, str], Any]) -> Iterator[tuple[str, list[str]]]:
    """The paragraphs in order, once each, with those of the text boxes and notes that are fixed to them."""
    for text, boxes in _walked([root], notes):
        titled = any(_TITLE_STYLE.search(_style(one)) for box in boxes for one in box.iter(f"{_WORD}p"))
        inside = [line for line, _ in _walked(boxes, notes, inner=True)]
        yield text, [] if titled else inside
        if titled:
            yield from ((line, []) for line in inside)


def _walked(
    elements: list[Any], notes: Mapping[tuple[str, str], Any], inner: bool = False
) -> Iterator[tuple[str, list[Any]]]:
    """The paragraphs within some elements, with the boxes and notes that are fixed to them. inner: those follow."""
    waiting = list(reversed(elements))
    while waiting:
        element = waiting.pop()
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if not name or name in _SKIPPED:
            continue
        if name == "p" and element.tag.startswith(_WORD):
            text, boxes = _text(element, notes)
            quoted = QUOTATION_STYLE.search(_style(element)) is not None and text.strip()
            yield block(text) if quoted else text, [] if inner else boxes
            waiting.extend(reversed(boxes) if inner else ())
        else:
            waiting.extend(reversed(list(element)))


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return "" if style is None else style.get(f"{_WORD}val") or ""


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{_WORD}rPr/{_WORD}vanish")
    return mark is not None and mark.get(f"{_WORD}val") not in ("0", "false", "off")


def _text(paragraph: Any, notes: Mapping[tuple[str, str], Any]) -> tuple[str, list[Any]]:
    found: list[str] = []
    boxes = []
    waiting = list(reversed(list(paragraph)))
    while waiting:
        element = waiting.pop()
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if not name or name in _SKIPPED or (name == "r" and _is_hidden(element)):
            continue
        if name == "txbxContent":
            boxes.append(element)
        elif (note := notes.get((name, element.get(f"{_WORD}id") or ""))) is not None:
            boxes.append(note)
        elif name == "t":
            found.append(element.text or "")
        elif name in _SIGNS:
            found.append(_SIGNS[name])
        else:
            waiting.extend(reversed(list(element)))
    return "".join(found), boxes
