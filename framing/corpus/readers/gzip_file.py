"""A file of any of these kinds, packed with gzip: `.jsonl.gz`, `.csv.gz`, ..."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace

from framing.corpus.files.encoding import MAX_BYTES, UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.readers import articles_of, reader_of

ENDINGS = (".gz",)
CHECKED = "made with Python"


def recognises(head: bytes) -> bool:
    """Gzip's mark."""
    return head.startswith(b"\x1f\x8b")


def read(source: Source) -> Iterator[Raw]:
    """The articles of the file within."""
    try:
        with source.open() as stream, gzip.open(stream) as packed:
            content = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error, ValueError) as problem:
        raise UnreadableError("is no readable gzip file", "pack it again") from problem
    if len(content) > MAX_BYTES:
        raise UnreadableError(f"unpacks to more than {MAX_BYTES // 1024 // 1024} MB", "split it")
    inner = source.within(re.sub(r"(?i)\.gz$", "", source.name), content)
    if reader_of(inner) is None:  # a name without the ending of what is in it
        start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        inner = replace(inner, name=inner.name + {b"{": ".jsonl", b"[": ".json"}.get(start, ".txt"))
    yield from articles_of(inner)
