"""Markdown: one article, with front matter (`key: value` lines between two lines of three hyphens)."""

from __future__ import annotations

from collections.abc import Iterator

from framing.corpus.databases import split
from framing.corpus.files.fields import Raw
from framing.corpus.files.front_matter import divided
from framing.corpus.files.source import Source

ENDINGS = (".md", ".markdown")
CHECKED = "framing's own files; front matter as trafilatura and note-taking programs write it"


def recognises(head: bytes) -> bool:
    """Text of any kind: Markdown has no mark of its own."""
    return b"\0" not in head[:512] or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def read(source: Source) -> Iterator[Raw]:
    """The article, or those of an export that was pasted."""
    text = source.text()
    found = split(text)
    yield from found if found is not None else iter([divided(text, source.columns)])
