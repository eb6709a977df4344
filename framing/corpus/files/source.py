"""A file to be read, wherever it lies: in the event's folder, or packed in another file."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from framing.corpus.files import encoding
from framing.corpus.files.encoding import UnreadableError, decode_bytes

HEAD = 16_384  # bytes that formats are recognised by
DEPTH = 3  # archives within archives


@dataclass(frozen=True)
class Source:
    """One file: its name, and its bytes or where they are.

    columns: an event's own names of columns, our field -> theirs. depth: how many archives it is packed in.
    """

    name: str
    path: Path | None = None
    content: bytes = b""
    columns: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0

    @classmethod
    def of(cls, path: Path, columns: Mapping[str, str] | None = None) -> Source:
        """The file at a path."""
        return cls(path.name, path, columns=columns or {})

    def within(self, name: str, content: bytes) -> Source:
        """A file that is packed in this one. Raises UnreadableError where that goes too deep."""
        if self.depth >= DEPTH:
            raise UnreadableError("holds archives within archives", "unpack it first")
        return replace(self, name=name, path=None, content=content, depth=self.depth + 1)

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size if self.path is not None else len(self.content)

    def open(self) -> BinaryIO:
        """The bytes as a stream."""
        return self.path.open("rb") if self.path is not None else io.BytesIO(self.content)

    def head(self, size: int = HEAD) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(size)

    def read(self) -> bytes:
        """All bytes. Raises UnreadableError for a file that is too large."""
        if self.size > encoding.MAX_BYTES:
            raise UnreadableError(f"is larger than {encoding.MAX_BYTES // 1024 // 1024} MB", "split it")
        with self.open() as stream:
            return stream.read()

    def text(self) -> str:
        """The text. Raises UnreadableError for a file that is too large or no text."""
        return decode_bytes(self.read())
