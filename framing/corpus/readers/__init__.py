"""The formats that coverage comes in: one format, one file, found by scanning this folder.

A reader's module begins with one line that says what the format is (the table of docs/events.md is made of these),
and has:

    ENDINGS     the endings of its files' names
    CHECKED     how it was checked: a real file seen, made with a program, or written after the public description
    recognises(head: bytes) -> bool           whether a file that begins like this is of the format
    read(source: Source) -> Iterator[Raw]     its articles; raises UnreadableError where the whole cannot be read
    SURE        (optional) true where `recognises` cannot be wrong, so that a file with another ending is read too

To add a format, add a file; nothing else is edited.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source


@dataclass(frozen=True)
class Reader:
    """How files of one format are read."""

    name: str
    about: str
    endings: tuple[str, ...]
    checked: str
    recognises: Callable[[bytes], bool]
    read: Callable[[Source], Iterator[Raw]]
    sure: bool


@cache
def readers() -> tuple[Reader, ...]:
    """All readers, by the names of their files."""
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = import_module(f"{__name__}.{name}")
        about = (module.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
        found.append(
            Reader(
                name,
                about,
                module.ENDINGS,
                module.CHECKED,
                module.recognises,
                module.read,
                getattr(module, "SURE", False),
            )
        )
    return tuple(found)


@cache
def endings() -> tuple[str, ...]:
    """The endings of all files that are read, the longest first."""
    return tuple(
        sorted({ending for reader in readers() for ending in reader.endings}, key=lambda end: (-len(end), end))
    )


def reader_of(source: Source) -> Reader | None:
    """The reader of a file: of those for its ending the one that recognises it, else one that surely does.

    Null for a file of another kind.
    """
    name = source.name.casefold()
    ending = next((ending for ending in endings() if name.endswith(ending)), None)
    named = [reader for reader in readers() if ending in reader.endings]
    head = source.head()
    fitting = [reader for reader in named if reader.recognises(head)]
    sure = [reader for reader in readers() if reader.sure and reader.recognises(head)]
    return next(iter([*fitting, *sure, *named]), None)


def articles_of(source: Source) -> Iterator[Raw]:
    """The articles of a file. Raises UnreadableError where it is of no kind that is read."""
    from framing.corpus.files.encoding import UnreadableError

    reader = reader_of(source)
    if reader is None:
        ending = source.name.rpartition(".")[2] if "." in source.name else ""
        kind = f".{ending}" if ending and len(ending) < 12 else "no ending"
        raise UnreadableError(
            f"is of a kind that is not read ({kind})", f"framing reads {', '.join(sorted(endings()))}"
        )
    yield from reader.read(source)
