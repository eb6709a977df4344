"""A tar of files of any of these kinds, in folders or not, packed or not: `.tar`, `.tar.gz`, ..."""

from __future__ import annotations

import lzma
import tarfile
import zlib
from collections.abc import Iterator

from framing.corpus.files.encoding import MAX_BYTES, UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.packed import MAX_FILES, MAX_UNPACKED, articles_within, shown
from framing.corpus.files.source import Source

ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
CHECKED = "made with Python"


def recognises(head: bytes) -> bool:
    """Tar's mark, or that of a packer: what is in it then tells the ending."""
    return head[257:262] == b"ustar" or head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0"))


def read(source: Source) -> Iterator[Raw]:
    """The articles of all files in it, in their order; links and devices are left alone."""
    unpacked = 0
    try:
        with source.open() as stream, tarfile.open(fileobj=stream, mode="r|*") as archive:
            for number, info in enumerate(archive):
                parts = [part for part in info.name.split("/") if part not in ("", ".", "..")]
                if number >= MAX_FILES or not info.isreg() or not parts or any(part.startswith(".") for part in parts):
                    continue
                unpacked += info.size
                if unpacked > MAX_UNPACKED:
                    yield Raw(problem=("unpacks to more than 1 GB: the rest is left out", "unpack it"))
                    return
                packed = archive.extractfile(info)
                content = packed.read(MAX_BYTES + 1) if packed else b""
                if len(content) > MAX_BYTES:
                    what = f"unpacks to more than {MAX_BYTES // 1024 // 1024} MB"
                    yield Raw(problem=(what, "save its text as .txt"), inner=shown(info.name))
                    continue
                yield from articles_within(source, shown(info.name), content)
    except (tarfile.TarError, OSError, EOFError, zlib.error, lzma.LZMAError, ValueError) as problem:
        raise UnreadableError("is no readable tar", "pack it again") from problem
