"""Which events a study has: by name, glob or folder, or as one table with a column `event`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from framing.corpus.corpus import Corpus
from framing.corpus.event import EVENT_FILE, slug
from framing.corpus.find import event_folders, events_in, is_event_name, place_of
from framing.corpus.load import load, load_table
from framing.corpus.readers import endings
from framing.errors import CorpusError, one_line

_WILD = "*?["


@dataclass(frozen=True)
class Source:
    """An event that can be read. place: where it stands, as people are told."""

    name: str
    place: str
    read: Callable[[], Corpus]


@dataclass
class Sources:
    """The events that were asked for, each once, and what was wrong with the asking: rows of `schema.PROBLEMS`."""

    found: dict[str, Source] = field(default_factory=dict)
    problems: list[dict[str, Any]] = field(default_factory=list)

    def add(self, name: str, place: str, read: Callable[[], Corpus]) -> None:
        """One more event; one that is there already is listed."""
        if any(source.place == place for source in self.found.values()):
            self.problem(name, "note", "is listed twice: taken once", "remove one of the two")
            return
        unique, number = name, 1
        while unique in self.found:
            number += 1
            unique = f"{name}-{number}"
        if unique != name:
            self.problem(unique, "note", f"has the name of another event, {one_line(name)}", "rename its folder")
        self.found[unique] = Source(unique, place, read)

    def problem(self, event: str, severity: str, problem: str, advice: str) -> None:
        """List what is wrong with an event, and what to do."""
        self.problems.append(
            {"file": one_line(event, 200), "line": None, "severity": severity, "problem": problem, "advice": advice}
        )


def sources(events: Sequence[str | Path], data: Path | None = None, base: Path | None = None) -> Sources:
    """The events by name (a folder under `data`), glob of names or paths, folder, folder of folders, or table.

    base: folder from which relative paths are looked up first (that of a study file).

    Raises CorpusError for what is none of these, UnknownNameError for a name that is not there.
    """
    found = Sources()
    for event in events:
        for path in _paths(event, data, base):
            _take(path, found)
    if not found.found:
        raise CorpusError("no events were given; name some with --events, or a study with --study")
    return found


def _paths(event: str | Path, data: Path | None, base: Path | None) -> Iterator[Path]:
    text = str(event)
    if base is not None and (base / text).exists():
        yield base / text
        return
    if any(sign in text for sign in _WILD) and not Path(text).exists():
        # Names come before what happens to lie in the folder that the command is given in.
        there = [] if base is None else _matching(base / text)
        there = there or (_named(text, data) if is_event_name(text) else []) or _matching(Path(text))
        if not there:
            raise CorpusError(f"no event is called {one_line(text)!r}; check the pattern, or the folder with --data")
        yield from there
        return
    yield place_of(event, data)


def _named(pattern: str, data: Path | None) -> list[Path]:
    """The folders of the events whose names are of a pattern."""
    by_name: dict[str, Path] = {}
    for folder in event_folders(data):
        for path in sorted(folder.glob(pattern)) if folder.is_dir() else ():
            if path.is_dir() and not path.name.startswith("."):
                by_name.setdefault(path.name, path)
    return [by_name[name] for name in sorted(by_name)]


def _matching(pattern: Path) -> list[Path]:
    """Files and folders of a pattern that may begin anywhere."""
    root = Path(pattern.anchor) if pattern.is_absolute() else Path()
    return sorted(path for path in root.glob(str(pattern.relative_to(root))) if not path.name.startswith("."))


def _take(path: Path, found: Sources) -> None:
    """An event's folder, a folder of such folders, or a table."""
    if path.is_dir():
        inside = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
        folders = [entry for entry in inside if entry.is_dir()]
        files = any(entry.is_file() and entry.name.casefold().endswith(endings()) for entry in inside)
        if not events_in(path) and (files or (path / EVENT_FILE).is_file()):
            folders = [path]
        elif not folders:
            raise CorpusError(f"{one_line(path)} holds neither articles nor event folders; check the path")
        for folder in folders:
            found.add(folder.name, str(folder.resolve()), partial(load, folder))
        return
    events, nameless = load_table(path)
    if nameless:
        rows = "1 row without an event: left out" if nameless == 1 else f"{nameless} rows without an event: left out"
        found.problem(path.name, "warning", f"has {rows}", "fill the column event")
    for event, read in events.items():
        found.add(slug(event), f"{path.resolve()}#{event}", read)
