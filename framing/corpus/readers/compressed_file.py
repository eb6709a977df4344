"""A file of any of these kinds, packed with gzip, bzip2 or xz: `.jsonl.gz`, `.csv.bz2`, ..."""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from framing.corpus.files.encoding import MAX_BYTES, UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.readers import articles_of, reader_of

ENDINGS = (".gz", ".bz2", ".xz")
CHECKED = "made with Python"
_GZIP, _BZIP2, _XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0"


def recognises(head: bytes) -> bool:
    """The packer's mark."""
    return head.startswith((_GZIP, _BZIP2, _XZ))


def read(source: Source) -> Iterator[Raw]:
    """The articles of the file within."""
    try:
        with source.open() as stream, _unpacked(stream, source.head(6)) as packed:
            content = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError) as problem:
        kind = {b"BZ": "bzip2", _XZ[:2]: "xz"}.get(source.head(2), "gzip")
        raise UnreadableError(f"is no readable {kind} file", "pack it again") from problem
    if len(content) > MAX_BYTES:
        raise UnreadableError(f"unpacks to more than {MAX_BYTES // 1024 // 1024} MB", "split it")
    inner = source.within(re.sub(r"(?i)\.(?:gz|bz2|xz)$", "", source.name), content)
    if reader_of(inner) is None:  # a name without the ending of what is in it
        start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        inner = replace(inner, name=inner.name + {b"{": ".jsonl", b"[": ".json"}.get(start, ".txt"))
    yield from articles_of(inner)


def _unpacked(stream: IO[bytes], head: bytes) -> bz2.BZ2File | lzma.LZMAFile | gzip.GzipFile:
    if head.startswith(_BZIP2):
        return bz2.open(stream)
    return lzma.open(stream) if head.startswith(_XZ) else gzip.open(stream)
