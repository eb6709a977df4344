"""`event.toml`: what an event is about, who acts in it, and how its outlets are called."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from framing.errors import CorpusError, one_line
from framing.text.typography import plain_line

EVENT_FILE = "event.toml"
_LARGEST = 4_000_000  # bytes
_MEANT = {"name": "title", "event": "title", "description": "notes", "since": "start", "until": "end"}  # other words
_SHOWN = 8  # problems named in one message
COLUMNS = ("body", "headline", "outlet", "published", "url", "id", "byline", "agency", "language", "genre")


@dataclass(frozen=True)
class Actor:
    """A person, body or country that the coverage is about."""

    name: str
    aliases: tuple[str, ...] = ()  # other proper names
    references: tuple[str, ...] = ()  # definite descriptions: "the telecoms giant"
    kind: str | None = None
    country: str | None = None
    side: str | None = None  # in the dispute: what its words are counted for

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


@dataclass(frozen=True)
class Outlet:
    """A news outlet, with the other names and the web domain it is known by."""

    name: str
    aliases: tuple[str, ...] = ()
    domain: str | None = None
    kind: str | None = None
    country: str | None = None
    notes: str | None = None


@dataclass(frozen=True)
class Theme:
    """A theme that a text may never touch: words that touch it (`invad*` for all endings), and terms that do not."""

    name: str
    words: tuple[str, ...]
    hidden: tuple[str, ...] = ()  # longer terms of another meaning: "trade war"


@dataclass(frozen=True)
class Event:
    """What the articles of a corpus report on. Everything but the name may be unknown."""

    name: str
    title: str
    question: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    actors: tuple[Actor, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    notes: str | None = None
    themes: tuple[Theme, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)  # a field of framing -> what the event's tables call it


def outlet_of(name: str, outlets: Iterable[str]) -> str | None:
    """The outlet that a name means: as it is written, in letters of any size, or by its slug (*globe-flash*)."""
    known = sorted(set(outlets))
    forms: tuple[Callable[[str], str], ...] = (str, str.casefold, slug)
    return next((one for form in forms for one in known if form(one) == form(name)), None)


def slug(name: str) -> str:
    """A readable key: small letters, digits and hyphens; letters of every script are kept."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[^\w]+|_+", "-", folded).strip("-")[:80] or "unnamed"


def read_event(folder: Path) -> Event:
    """The event of a folder; without an `event.toml`, an event named after the folder.

    Raises CorpusError naming every field that is not as it must be.
    """
    path = folder / EVENT_FILE
    title = folder.name.replace("-", " ").replace("_", " ").strip()
    title = title[:1].upper() + title[1:]
    if not path.is_file():
        return Event(name=folder.name, title=title)
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise CorpusError(f"{folder.name}/{EVENT_FILE} leads out of the event's folder; put the file itself there")
        if path.stat().st_size > _LARGEST:
            raise CorpusError(f"{folder.name}/{EVENT_FILE} is larger than {_LARGEST // 1_000_000} MB; shorten it")
        fields = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        what = problem.strerror or one_line(problem, 60)
        raise CorpusError(f"{folder.name}/{EVENT_FILE} cannot be read ({what}); check its permissions") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as problem:
        what = one_line(problem, 200)
        raise CorpusError(f"{folder.name}/{EVENT_FILE} is not valid TOML: {what}; mend that line") from problem
    reader = Fields(fields, f"{folder.name}/{EVENT_FILE}")
    event = Event(
        name=folder.name,
        title=reader.text("title") or title,
        question=reader.text("question"),
        start=reader.date("start"),
        end=reader.date("end"),
        actors=tuple(
            Actor(
                name=actor.required("name"),
                aliases=actor.texts("aliases"),
                references=actor.texts("references"),
                kind=actor.text("kind"),
                country=actor.text("country"),
                side=actor.text("side"),
            )
            for actor in reader.tables("actors")
        ),
        outlets=tuple(
            Outlet(
                name=outlet.required("name"),
                aliases=outlet.texts("aliases"),
                domain=outlet.text("domain"),
                kind=outlet.text("kind"),
                country=outlet.text("country"),
                notes=outlet.text("notes"),
            )
            for outlet in reader.tables("outlets")
        ),
        notes=reader.text("notes"),
        themes=tuple(
            Theme(theme.required("name"), theme.texts("words"), theme.texts("not")) for theme in reader.tables("themes")
        ),
        columns=reader.names("columns", COLUMNS),
    )
    if event.start and event.end and event.start > event.end:
        reader.problems.append(f"start {event.start} is later than end {event.end}")
    for what, names in (("actor", event.actors), ("outlet", event.outlets)):
        counts = Counter(one.name.casefold() for one in names)
        reader.problems += [
            f"the {what} {one_line(name, 40)!r} stands twice" for name, count in counts.items() if count > 1
        ]
    reader.misspelt()
    if reader.problems:
        shown = "; ".join(reader.problems[:_SHOWN])
        more = f"; and {len(reader.problems) - _SHOWN} more" if len(reader.problems) > _SHOWN else ""
        raise CorpusError(f"{folder.name}/{EVENT_FILE}: {shown}{more}; correct the file")
    return event


def event_of(fields: Mapping[str, Any]) -> Event:
    """The event that `dataclasses.asdict` took apart and JSON kept."""
    known: dict[str, Any] = dict(fields)
    kinds: dict[str, Callable[..., Any]] = {"actors": Actor, "outlets": Outlet, "themes": Theme}
    for name, kind in kinds.items():
        entries: list[dict[str, Any]] = known[name]
        tuples = ({k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()} for entry in entries)
        known[name] = tuple(kind(**entry) for entry in tuples)
    for name in ("start", "end"):
        known[name] = dt.date.fromisoformat(known[name]) if known[name] else None
    return Event(**known)


class Fields:
    """Typed access to a TOML table that collects what is wrong instead of stopping at the first."""

    def __init__(self, fields: dict[str, Any], place: str, problems: list[str] | None = None) -> None:
        self.fields, self.place = fields, place
        self.problems: list[str] = problems if problems is not None else []
        self.asked: set[str] = set()
        self.inner: list[Fields] = []

    def _get(self, key: str, otherwise: Any = None) -> Any:
        self.asked.add(key)
        return self.fields.get(key, otherwise)

    def misspelt(self) -> None:
        """Name the keys that are nearly one that was asked for, or mean one: what they say would be lost silently."""
        for key in sorted(self.fields.keys() - self.asked):
            near = get_close_matches(key.casefold(), self.asked, n=1, cutoff=0.7) or [_MEANT.get(key.casefold(), "")]
            if near[0] in self.asked:
                self.problems.append(f"unknown key {one_line(key, 40)!r}; did you mean {near[0]!r}?")
        for fields in self.inner:
            fields.misspelt()

    def _wrong(self, key: str, wanted: str) -> None:
        self.problems.append(f"{key} must be {wanted}, not {one_line(repr(self.fields[key]), 40)}")

    def text(self, key: str) -> str | None:
        value = self._get(key)
        if value is None or isinstance(value, str):
            return plain_line(value) or None if value else None
        self._wrong(key, "text")
        return None

    def required(self, key: str) -> str:
        value = self.text(key)
        if value is None:
            self.problems.append(f"an entry without {key!r}")
        return value or "?"

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(plain for item in value if (plain := plain_line(item)))
        self._wrong(key, "a list of texts")
        return ()

    def date(self, key: str) -> dt.date | None:
        value = self._get(key)
        if isinstance(value, dt.datetime):
            return value.date()
        if value is None or isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except (TypeError, ValueError):
            self._wrong(key, "a date such as 2020-02-04")
            return None

    def names(self, key: str, known: tuple[str, ...]) -> dict[str, str]:
        value = self._get(key, {})
        if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
            self._wrong(key, f'a table headed [{key}], with lines such as body = "artikeltext"')
            return {}
        for name in value:
            if name not in known:
                self.problems.append(f"[{key}] names {one_line(name, 40)!r}, but the fields are {', '.join(known)}")
        return {name: text for name, text in value.items() if name in known}

    def tables(self, key: str) -> list[Fields]:
        value = self._get(key, [])
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            made = [Fields(item, self.place, self.problems) for item in value]
            self.inner += made
            return made
        self._wrong(key, f"tables headed [[{key}]]")
        return []
