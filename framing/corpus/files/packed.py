"""Files that are packed in another: never more is unpacked than may be read, whatever an archive claims or hides."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from framing.corpus.files.encoding import MAX_BYTES, UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source

MAX_FILES = 20_000
MAX_UNPACKED = 1024**3  # bytes of all files of an archive
_BROKEN = (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, ValueError)


@contextmanager
def opened(source: Source, what: str) -> Iterator[zipfile.ZipFile]:
    """The archive, open. Raises UnreadableError where it is none."""
    with source.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _BROKEN as problem:
            raise UnreadableError(f"is no readable {what}", "save it again") from problem
        with archive:
            yield archive


def member(archive: zipfile.ZipFile, name: str, what: str, limit: int = MAX_BYTES) -> bytes:
    """A file of the archive. Raises UnreadableError where it is not there, damaged or too large."""
    try:
        with archive.open(name) as packed:
            content = packed.read(limit + 1)
    except (*_BROKEN, Exception) as problem:  # zlib.error, and what other packers raise
        raise UnreadableError(f"is no readable {what}", "save it again") from problem
    if len(content) > limit:
        raise UnreadableError(f"unpacks to more than {limit // 1024 // 1024} MB", "save its text as .txt")
    return content


def shown(name: str) -> str:
    """The name of a file in an archive, without steps out of it: it is shown, and never a path."""
    return "/".join(part for part in name.replace("\\", "/").split("/") if part not in ("", ".", ".."))


def articles_within(source: Source, place: str, content: bytes) -> Iterator[Raw]:
    """The articles of a file that is packed in another; one of a kind that is not read is named."""
    from framing.corpus.readers import articles_of, reader_of  # the readers of archives import this

    try:
        inner = source.within(place.rpartition("/")[2], content)
        if reader_of(inner) is None:
            yield Raw(problem=("is of a kind that is not read", "leave it so"), severity="warning", inner=place)
            return
        for raw in articles_of(inner):
            raw.inner = f"{place}/{raw.inner}" if raw.inner else place
            yield raw
    except UnreadableError as problem:
        yield Raw(problem=(problem.problem, problem.advice), inner=place)


@contextmanager
def streamed(archive: zipfile.ZipFile, name: str, what: str) -> Iterator[IO[bytes]]:
    """A file of the archive as a stream, for readers that bound what they take of it."""
    try:
        packed = archive.open(name)
    except _BROKEN as problem:
        raise UnreadableError(f"is no readable {what}", "save it again") from problem
    with packed:
        yield packed


def members(archive: zipfile.ZipFile) -> Iterator[str]:
    """The names of the files that may be read, in order; not those that systems add."""
    for number, info in enumerate(sorted(archive.infolist(), key=lambda info: info.filename)):
        if number >= MAX_FILES:
            return
        parts = [part for part in info.filename.split("/") if part not in ("", ".", "..")]
        if parts and not info.is_dir() and not any(part.startswith((".", "__MACOSX")) for part in parts):
            yield info.filename
