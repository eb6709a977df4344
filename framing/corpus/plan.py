"""`study.toml`: what a study asks, which events and outlets it has, and what is left out of it, with the reason."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from framing.corpus.event import Fields
from framing.errors import CorpusError, UnknownNameError, one_line

PLAN_FILE = "study.toml"
_PACKAGE = Path(__file__).parent.parent
_BUNDLED = (_PACKAGE / "studies", _PACKAGE.parent / "data" / "studies")  # in the wheel; in a checkout


@dataclass(frozen=True)
class StudyOutlet:
    """An outlet with its other names, and what else is known of it: country, ownership, leaning, ..."""

    name: str
    aliases: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both included; open where one is not given."""

    name: str
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True)
class Plan:
    """What a study is to do. events: names, globs or folders. left_out: events by name, with the reason."""

    name: str = "study"
    title: str = "Study"
    question: str | None = None
    notes: str | None = None
    events: tuple[str, ...] = ()
    outlets: tuple[StudyOutlet, ...] = ()
    periods: tuple[Period, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None  # where the file stands


def find_plan(name: str) -> Path:
    """The file of a study by its name: in ./data/studies or among those that come with framing.

    Raises UnknownNameError, with the nearest name.
    """
    folders = (Path("data/studies"), *_BUNDLED)
    known = {path.stem: path for folder in reversed(folders) for path in sorted(folder.glob("*.toml"))}
    if name not in known:
        raise UnknownNameError("study", name, known)
    return known[name]


def read_plan(path: Path) -> Plan:
    """The plan that a file gives; of a folder, its `study.toml`.

    Raises CorpusError naming every field that is not as it must be.
    """
    path = path / PLAN_FILE if path.is_dir() else path
    shown = one_line(path.name)
    try:
        fields = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise CorpusError(f"{shown} cannot be read ({problem.strerror}); check the path of --study") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise CorpusError(f"{shown} is not valid TOML: {one_line(problem, 200)}; mend that line") from problem
    reader = Fields(fields, shown)
    name = path.parent.name if path.name == PLAN_FILE else path.stem
    plan = Plan(
        name=name,
        title=reader.text("title") or name.replace("-", " ").replace("_", " ").capitalize(),
        question=reader.text("question"),
        notes=reader.text("notes"),
        events=reader.texts("events"),
        outlets=tuple(
            StudyOutlet(
                outlet.required("name"), outlet.texts("aliases"), _attributes(outlet.fields, ("name", "aliases"))
            )
            for outlet in reader.tables("outlets")
        ),
        periods=tuple(
            Period(period.required("name"), period.date("start"), period.date("end"))
            for period in reader.tables("periods")
        ),
        left_out={one.required("event"): one.text("reason") or "no reason given" for one in reader.tables("left_out")},
        folder=path.parent,
    )
    for period in plan.periods:
        if period.start and period.end and period.start > period.end:
            reader.problems.append(f"period {period.name!r}: start {period.start} is later than end {period.end}")
    names = [name for outlet in plan.outlets for name in (outlet.name, *outlet.aliases)]
    reader.problems.extend(f"outlet {name!r} stands twice" for name in sorted(set(names)) if names.count(name) > 1)
    reader.misspelt()
    if reader.problems:
        raise CorpusError(f"{shown}: {'; '.join(reader.problems)}; correct the file")
    return plan


def _attributes(fields: Mapping[str, Any], known: tuple[str, ...]) -> dict[str, str]:
    """Whatever else is said of an outlet in one word or number."""
    plain = {key: value for key, value in fields.items() if key not in known}
    return {key: " ".join(str(value).split()) for key, value in plain.items() if isinstance(value, (str, int, float))}
