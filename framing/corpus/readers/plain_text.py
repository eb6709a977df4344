"""Text: one article, with or without front matter, or the export of a news database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from framing.corpus.databases import split
from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.front_matter import divided, headed
from framing.corpus.files.pasted import articles
from framing.corpus.files.source import Source
from framing.corpus.readers import articles_of

ENDINGS = (".txt", ".text")
CHECKED = "plain text; exports as listed below"


def recognises(head: bytes) -> bool:
    """No mark of another format at its beginning, and no byte that text has not."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    marks = (b"%PDF", b"PK\x03\x04", b"{\\rtf", b"\x1f\x8b", b"WARC/1", b"<!doctype", b"<html", b"PAR1", b"bplist")
    return not head.lstrip().lower().startswith(tuple(mark.lower() for mark in marks)) and b"\0" not in head[:512]


def read(source: Source) -> Iterator[Raw]:
    """The article, or those of an export."""
    text = source.text()
    if text.lstrip("\ufeff \n\r\t").startswith(("{", "[{")) and (records := _records(source)) is not None:
        yield from records
        return
    if text.lstrip("\ufeff").startswith(("---", "+++")):
        yield divided(text, source.columns)
    elif (raw := headed(text, source.columns)) is not None and split(text) is None:
        yield raw
    else:
        yield from articles(text)


def _records(source: Source) -> list[Raw] | None:
    """The articles of JSON that was saved as text; null where it is none."""
    first = source.text().lstrip("\ufeff \n\r\t")
    ending = ".jsonl" if first.startswith("{") and "\n{" in first else ".json"
    try:
        found = list(articles_of(replace(source, name=source.name + ending)))
    except UnreadableError:
        return None
    return found if any(raw.fields.get("body") for raw in found) else None
