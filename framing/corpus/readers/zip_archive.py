"""A zip of files of any of these kinds, in folders or not."""

from __future__ import annotations

from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.packed import MAX_UNPACKED, articles_within, member, members, opened, shown
from framing.corpus.files.source import Source

ENDINGS = (".zip",)
CHECKED = "made with Python"


def recognises(head: bytes) -> bool:
    """PK."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(source: Source) -> Iterator[Raw]:
    """The articles of all files in it; those of other kinds are named."""
    unpacked = 0
    with opened(source, "zip") as archive:
        for name in members(archive):
            place = shown(name)
            try:
                content = member(archive, name, "part of this zip")
                unpacked += len(content)
                if unpacked > MAX_UNPACKED:
                    yield Raw(problem=("unpacks to more than 1 GB: the rest is left out", "unpack it"), inner=place)
                    return
            except UnreadableError as problem:
                yield Raw(problem=(problem.problem, problem.advice), inner=place)
                continue
            yield from articles_within(source, place, content)
