"""Every error that a user of framing can meet.

Each text says what happened and where, then what to do. A defect of framing itself is never one of
these: its traceback shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

__all__ = [
    "AnalyserError",
    "ArgumentError",
    "ComparisonError",
    "CorpusError",
    "FramingError",
    "LexiconError",
    "ReportError",
    "SchemaError",
    "StoppedError",
    "UnknownNameError",
    "expect",
    "install",
    "one_line",
    "several",
    "whole_number",
]


_NEAR = 0.7  # likeness from which on a name may be another one misspelt


class FramingError(Exception):
    """The input, an option or an extension is at fault; the text says what to do."""


class StoppedError(FramingError):
    """Somebody pressed Ctrl-C."""


class ArgumentError(FramingError):
    """A function is called with something else than it takes."""


class CorpusError(FramingError):
    """An event folder or an article in it cannot be read."""


class LexiconError(FramingError):
    """A word list is not in the form that framing reads."""


class AnalyserError(FramingError):
    """An analyser broke its contract."""


class ComparisonError(FramingError):
    """The scores cannot be compared as asked."""


class ReportError(FramingError):
    """A report cannot be written."""


class SchemaError(FramingError):
    """A frame lacks a declared column or holds another type."""


class UnknownNameError(FramingError):
    """A name (of an event, a measure, an article, an outlet) that is not there.

    The nearest known name is offered, or the known names where none is near.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(set(known))
        name = str(name)
        small = {known.lower(): known for known in reversed(names)}
        near = get_close_matches(name.lower(), small, n=1, cutoff=_NEAR) or [
            known for known in small if len(name) > 2 and name.lower() in known
        ]
        if near:
            advice = f"did you mean {small[min(near, key=len)]!r}?"
        elif names:
            shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
            advice = f"known: {shown}"
        else:
            advice = f"there is no {kind} at all here"
        super().__init__(f"unknown {kind} {one_line(name)!r}; {advice}")


def expect(call: str, given: object, kind: type | tuple[type, ...], advice: str) -> None:
    """Nothing, where `call` is given what it takes. Raises ArgumentError with the advice."""
    if not isinstance(given, kind) or (isinstance(given, bool) and kind is int):
        kinds = " or ".join(one.__name__ for one in (kind if isinstance(kind, tuple) else (kind,)))
        raise ArgumentError(f"{call} takes {kinds}, not {type(given).__name__}; {advice}")


def whole_number(name: str, given: object, least: int) -> None:
    """Nothing, where a number is a whole one and large enough. Raises ArgumentError."""
    advice = f"give a whole number, {least} or more"
    expect(name, given, int, advice)
    if isinstance(given, int) and given < least:
        raise ArgumentError(f"{name} is {given}; {advice}")


def several(name: str, given: object, kind: type | tuple[type, ...], advice: str) -> list[Any]:
    """What is given where several may be, as a list: one alone is one. Raises ArgumentError for anything else."""
    if isinstance(given, kind):
        return [given]
    if not isinstance(given, Iterable):
        expect(name, given, kind, advice)
    found = list(given) if isinstance(given, Iterable) else []
    for one in found:
        expect(name, one, kind, advice)
    return found


def install(extra: str) -> str:
    """How to install what an extra brings. The name on the package index is not that of the import."""
    return f"pip install 'news-framing[{extra}]'"


def one_line(text: object, limit: int = 120) -> str:
    """Make untrusted text safe to print inside a message: one line, no control characters, bounded."""
    line = " ".join(str(text).split())
    line = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in line)
    return line if len(line) <= limit else line[: limit - 1] + "…"
