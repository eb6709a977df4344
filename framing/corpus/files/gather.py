"""Which files a folder of coverage holds, and what each gives: records, not yet articles.

What a file does not say of its articles is taken from `index.jsonl`, from its name, or from its sub-folder. Nothing
outside the folder is read, and every file that cannot be read is named.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from lzma import LZMAError
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from framing.corpus.event import EVENT_FILE
from framing.corpus.files.encoding import MAX_BYTES, UnreadableError, decode
from framing.corpus.files.fields import Raw, fields_of, says_nothing
from framing.corpus.files.guards import links, several
from framing.corpus.files.heading import heading
from framing.corpus.files.identity import name_of
from framing.corpus.files.source import Source
from framing.corpus.metadata.addresses import original_address
from framing.corpus.metadata.metadata import date_order, outlet_of_name, read_date
from framing.corpus.readers import endings, reader_of
from framing.errors import one_line

INDEX = "index.jsonl"
_PLAIN = (".txt", ".text")
_DOCUMENTS = (".docx", ".odt", ".rtf", ".doc")  # a line is a paragraph
MAX_TOTAL = 500_000_000  # characters of all articles of one file
RUN = "run.json"  # what made a report or scores of framing, in their folder
RESULTS = "validation.json"  # what `framing validate` keeps with an event

# What the standard library raises in the midst of a stream that an earlier program damaged.
_DAMAGED = (zlib.error, EOFError, BadZipFile, LZMAError, struct.error, RecursionError, UnicodeError)


@dataclass
class Found:
    """An article as a file gives it, with what the index, the folder and the file's name say of it."""

    place: str  # the file, from the event's folder, and the file in it where it is packed
    file: str  # the file alone
    name: str  # what it is called in its outlet: `identity.name_of`
    raw: Raw
    fields: dict[str, str]
    sha256: str
    order: str | None = None  # in which day, month and year stand in dates such as 3/2/2026, where others tell


@dataclass
class Gathering:
    """The records of a folder, and the problems met on the way: rows of `schema.PROBLEMS`."""

    folder: Path
    columns: Mapping[str, str] = field(default_factory=dict)  # the event's own names of columns
    problems: list[dict[str, Any]] = field(default_factory=list)

    def all(self) -> list[Found]:
        """What every file of the folder gives."""
        index = self.index()
        found = [record for path in self.files() for record in self.file(path, index)]
        for name in index:
            what = f"names {one_line(name)}, which is not there"
            self.problem(INDEX, "warning", what, "remove the line or add the file")
        return found

    def files(self) -> Iterator[Path]:
        """The files of the folder and its sub-folders, in order; none outside of it."""
        inside = self.folder.resolve()
        paths = sorted(self.folder.rglob("*"))
        pages = {path.with_suffix("") for path in paths if path.suffix.casefold() in (".html", ".htm")}
        reports = {path.parent: made for path in paths if path.name == RUN and (made := made_by_framing(path))}
        for report, made in sorted(reports.items()):
            where = report.relative_to(self.folder).as_posix()
            self.problem(where, "note", f"is {made} of framing, no coverage: not read", "leave it so, or move it")
        for path in paths:
            relative = path.relative_to(self.folder)
            if any(folder in reports for folder in path.parents):
                continue
            if any(_of_a_page(folder, pages) for folder in path.parents):
                continue
            if _of_a_page(path, pages) and path.is_dir():
                what = "belongs to the page that is saved beside it: not read"
                self.problem(relative.as_posix(), "note", what, "leave it so")
                continue
            if any(part.startswith(".") for part in relative.parts) or path.name in (EVENT_FILE, INDEX, RESULTS):
                continue
            if not _named_in_utf8(relative):
                self.problem(str(relative), "error", "has a name that is no UTF-8: not read", "rename it")
                continue
            try:
                leads_out, is_file = not path.resolve().is_relative_to(inside), path.is_file()
            except (OSError, RuntimeError):  # RuntimeError: Python before 3.13
                self.problem(str(relative), "error", "is a link that leads back to itself", "put the file itself there")
                continue
            if leads_out:
                self.problem(str(relative), "error", "leads out of the event's folder", "put the file itself there")
            elif is_file:
                yield path

    def index(self) -> dict[str, dict[str, str]]:
        """`index.jsonl`: fields of loose files, by their names."""
        path, rows = self.folder / INDEX, {}
        if not path.is_file() or not path.resolve().is_relative_to(self.folder.resolve()):
            return {}
        try:
            text = decode(path)
        except (UnreadableError, OSError) as problem:
            self.problem(INDEX, "error", f"cannot be read: {one_line(problem)}", "save it as JSON lines in UTF-8")
            return {}
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                rows[str(record["file"])] = fields_of(record)
            except (ValueError, TypeError, KeyError, RecursionError):
                self.problem(INDEX, "error", "is no object with a field 'file'", "mend this line", number)
        return rows

    def file(self, path: Path, index: dict[str, dict[str, str]]) -> Iterator[Found]:
        """What one file gives."""
        place = path.relative_to(self.folder).as_posix()
        known = index.pop(place, None) or index.pop(path.name, {})
        source = Source.of(path, self.columns)
        try:
            reader = reader_of(source)
            if reader is None:
                what = f"is of a kind that is not read ({one_line(path.suffix) or 'no ending'})"
                self.problem(place, "warning", what, f"framing reads {', '.join(sorted(endings()))}")
                return
            raws = self._bounded(reader.read(source), place)
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except UnreadableError as problem:
            self.problem(place, "error", problem.problem, problem.advice)
            return
        except OSError as problem:
            self.problem(place, "error", f"cannot be read ({problem.strerror})", "check its permissions")
            return
        except _DAMAGED as problem:
            what = one_line(problem, 60) or type(problem).__name__
            self.problem(place, "error", f"is damaged ({what})", "get the file again from where it came from")
            return
        if self._without_text(raws, place):
            return
        yield from self.articles(raws, path, known, sha256)

    def articles(self, raws: Sequence[Raw], path: Path, known: Mapping[str, str], sha256: str = "") -> Iterator[Found]:
        """What the records of a file give, with what is known of the file; those that are no article are listed."""
        place = path.relative_to(self.folder).as_posix()
        order = date_order(raw.fields.get("published", "") for raw in raws)
        marked = several([raw.fields.get("body", known.get("body", "")) for raw in raws])
        for raw, marks in zip(raws, marked, strict=True):
            inner = path.parent / raw.inner if raw.inner else path
            named = _name_fields(inner, path.parent if raw.inner else self.folder)
            where = f"{place}/{raw.inner}" if raw.inner else place
            nothing = [name for name in ("outlet", "byline") if says_nothing(name, raw.fields.get(name, "").strip())]
            given = {name: text for name, text in raw.fields.items() if name not in nothing}
            fields = {**named, **known, **given}
            ending = inner.suffix.casefold()
            if ending in (*_PLAIN, *_DOCUMENTS) and "headline" not in fields and not raw.many:
                title = heading(fields.get("body", ""), wrapped=ending in _PLAIN)
                fields |= {"headline": title} if title else {}
            if "url" in fields:
                fields["url"] = original_address(fields["url"])
            if raw.problem is None and marks:
                what = f"seems to be several articles in one text ({marks}): left out"
                raw.problem = (what, "give the export as the database wrote it, or split it by hand")
            if raw.problem is None and (number := links(fields.get("body", ""))):
                what = f"is a list of {number} address{'es' if number > 1 else ''}, no article: left out"
                raw.problem = (what, "give the addresses themselves to `framing add`")
            if raw.problem is not None:
                self.problem(where, raw.severity, *raw.problem, raw.line)
                continue
            yield Found(where, place, name_of(raw, fields, inner.stem), raw, fields, sha256, order)

    def _without_text(self, raws: list[Raw], place: str) -> bool:
        """Whether a file holds no text of articles at all; what it holds instead is listed."""
        good = [raw for raw in raws if raw.problem is None]
        if any(raw.fields.get("body") for raw in good) or (raws and not good):
            return False
        long = sorted({name for raw in good for name in raw.long})
        if long:
            names = list(dict.fromkeys(name for raw in good[:50] for name in (*raw.fields, *raw.extra, *raw.long)))
            shown = ", ".join(one_line(name, 40) for name in names[:15])
            what = (
                f"holds texts under a name that framing does not know: {', '.join(one_line(n, 40) for n in long[:5])}"
            )
            advice = f'write into event.toml: [columns] body = "{one_line(long[0], 40)}"; the file has {shown}'
            self.problem(place, "error", what, advice)
            return True
        links, heads = (sum(name in raw.fields for raw in good) for name in ("url", "headline"))
        if links:
            what = f"is a list of {links} address{'es' if links > 1 else ''} without the texts, not coverage: ignored"
        elif heads:
            what = f"is a list of {heads} headline{'s' if heads > 1 else ''} without the texts, not coverage: ignored"
        else:
            what = "holds no article text: ignored"
        for raw in raws:
            if raw.problem is not None:
                self.problem(place, raw.severity, *raw.problem, raw.line)
        self.problem(place, "note", what, "see `framing add` to bring pages in")
        return True

    def _bounded(self, records: Iterator[Raw], place: str) -> list[Raw]:
        """The records of a file, up to `MAX_TOTAL` characters: packed, a small file may hold far more."""
        raws, size = [], 0
        for raw in records:
            size += sum(map(len, raw.fields.values()))
            if size > MAX_TOTAL:
                what = f"holds more than {MAX_TOTAL // 1_000_000} million characters: the rest is left out"
                self.problem(place, "error", what, "split it", raw.line)
                break
            raws.append(raw)
        return raws

    def problem(self, file: str, severity: str, problem: str, advice: str, line: int | None = None) -> None:
        """List what is wrong with a file, and what to do."""
        self.problems.append(
            {"file": one_line(file, 200), "line": line, "severity": severity, "problem": problem, "advice": advice}
        )


def _named_in_utf8(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def made_by_framing(run: Path) -> str | None:
    """What framing wrote into the folder of a run.json: *a report*, *a folder of scores*; None: not of framing."""
    try:
        found = json.loads(run.read_bytes()) if not run.is_symlink() and run.stat().st_size < MAX_BYTES else None
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not {"framing", "files"} <= found.keys():
        return None
    return "a folder of scores" if {"parts", "measures", "evidence"} <= found.keys() else "a report"


def _of_a_page(folder: Path, pages: set[Path]) -> bool:
    """Whether a folder holds the pictures and frames of a saved page, as browsers put them beside it."""
    stem = re.sub(r"(?:_files|-Dateien|_fichiers|_archivos)$", "", folder.name)
    return stem != folder.name and folder.with_name(stem) in pages


def _name_fields(path: Path, folder: Path) -> dict[str, str]:
    """Outlet and date from a name such as `the-courier--2020-02-04--1.txt`, the outlet else from the folder."""
    parts = path.stem.split("--")
    fields = {}
    if len(parts) >= 2:
        fields["outlet"] = outlet_of_name(parts[0])
        if parts[1] != "undated" and read_date(parts[1]):
            fields["published"] = parts[1]
    elif path.parent != folder:
        fields["outlet"] = outlet_of_name(path.parent.name)
    return fields
