"""Where an event is: a folder by its name, or a folder or file by its path; and how it is called."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from framing.corpus.event import EVENT_FILE, slug
from framing.corpus.plan import PLAN_FILE
from framing.corpus.readers import endings
from framing.errors import CorpusError, UnknownNameError, one_line

_LONGEST = 80  # characters of an event's name: in any script, a file system takes it
_PACKAGE = Path(__file__).parent.parent
BUNDLED = (_PACKAGE / "events", _PACKAGE.parent / "data" / "events")  # in the wheel; in a checkout


def event_folders(data: Path | None = None) -> list[Path]:
    """Where events are looked for: `data`, else $FRAMING_DATA, ./data/events and the bundled events."""
    if data is not None:
        return [data]
    named = os.environ.get("FRAMING_DATA")
    return [*([Path(named)] if named else []), Path("data/events"), *BUNDLED]


def find_event(event: str, data: Path | None = None) -> Path:
    """The folder of an event by its name or its path, or the file of articles that is an event by itself.

    A name is looked up in the folders of events first; what is none of these is a path from here.

    Raises CorpusError for a path where nothing is, UnknownNameError, with the nearest name, for an unknown name.
    """
    if (there := named_event(event, data)) is not None:
        return there
    if event and (_is(event, Path.is_dir) or _is(event, Path.is_file)):
        return _whole_path(Path(event))
    shown = one_line(event, 60)
    if event.startswith(("http://", "https://")):
        raise CorpusError(f"{shown} is a web address; bring its article into an event with `framing add`")
    if not is_event_name(event) or event.casefold().endswith(endings()):
        advice = "give the name of an event, or the path of its folder or of a file of articles"
        raise CorpusError(f"{shown!r} is no event name, and there is no such folder or file; {advice}")
    if data is not None and not data.is_dir():
        raise CorpusError(f"there is no folder {one_line(data)}; give an existing one with --data")
    inside = (entry for folder in event_folders(data) if folder.is_dir() for entry in folder.iterdir())
    raise UnknownNameError("event", event, {one.name for one in inside if one.is_dir() and one.name[0] != "."})


def named_event(name: str, data: Path | None = None) -> Path | None:
    """The folder of the event of that name; null where there is none."""
    folders = event_folders(data) if is_event_name(name) else []
    return next((folder / name for folder in folders if (folder / name).is_dir()), None)


def is_event_name(text: str) -> bool:
    """Whether an event can be called so: one part of a path, which a file system takes in any script."""
    odd = text in ("", ".", "..") or any(sign in text for sign in "/\\\0") or not text.isprintable()
    return not odd and len(text) <= _LONGEST


def events_in(folder: Path) -> list[Path]:
    """The events of a folder that is none itself: one with a plan, or with folders that have an `event.toml`."""
    inside = sorted(one for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
    several = (folder / PLAN_FILE).is_file() or any((one / EVENT_FILE).is_file() for one in inside)
    return inside if several and not (folder / EVENT_FILE).is_file() else []


def place_of(event: str | Path, data: Path | None = None) -> Path:
    """The folder or file of an event: a path is where it is, text is looked up as in `find_event`."""
    if isinstance(event, str):
        return find_event(event, data)
    if not _is(event, Path.exists):
        raise CorpusError(f"there is no event folder or file {one_line(event)}; check the path")
    return _whole_path(event)


def event_name(place: Path) -> str:
    """How the event of a folder or file is called."""
    return place.name if place.is_dir() else slug(file_stem(place))


def file_stem(file: Path) -> str:
    """The name of a file without its ending, or without both where it is packed."""
    return Path(re.sub(r"(?i)(?:\.tar)?\.(?:gz|bz2|xz)$", "", file.name)).stem


def _whole_path(path: Path) -> Path:
    """A path whose last part is the name of what it leads to: not `.` or `..`."""
    return path if path.name not in ("", "..") else path.resolve()


def _is(path: str | Path, kind: Callable[[Path], bool]) -> bool:
    try:
        return kind(Path(path))
    except (OSError, ValueError):  # a name that no file can have
        return False
