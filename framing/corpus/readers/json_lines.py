"""JSON lines: one article a line; a broken line is named, and the others are read."""

from __future__ import annotations

import json
from collections.abc import Iterator

from framing.corpus.files.fields import Raw
from framing.corpus.files.records import MAX_RECORDS, article_of
from framing.corpus.files.source import Source

ENDINGS = (".jsonl", ".ndjson")
CHECKED = "written after the public descriptions of news-please, newspaper4k and Media Cloud"


def recognises(head: bytes) -> bool:
    """A brace first."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def read(source: Source) -> Iterator[Raw]:
    """The article of each line."""
    yield from lines(source.text(), source)


def lines(text: str, source: Source) -> Iterator[Raw]:
    """The article of each line of a text."""
    for number, line in enumerate(text.split("\n"), 1):
        if number > MAX_RECORDS:
            yield Raw(line=number, problem=(f"is longer than {MAX_RECORDS:,} lines", "split it"), many=True)
            return
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield Raw(line=number, problem=("is not valid JSON", "mend this line"), many=True)
            continue
        yield article_of(record, number, source.columns)
