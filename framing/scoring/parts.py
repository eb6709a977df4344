"""Large tables in parts: which articles of which file make up a part, and how a part is read.

A part is a run of rows of one Parquet file, or of bytes of one CSV or JSON lines file that begins and ends with a
record. The parts depend on the files and the size alone, so the same files always give the same parts.
"""

from __future__ import annotations

import csv
import glob
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from framing.corpus.event import Event
from framing.corpus.files.encoding import UnreadableError, decode_bytes
from framing.corpus.files.fields import FIELDS, Raw, alias_of
from framing.corpus.files.records import article_of
from framing.corpus.files.source import Source
from framing.corpus.readers.json_lines import lines
from framing.errors import CorpusError, one_line

SIZE = 1_000  # articles of a part
_CELL = 8_000_000  # characters of a cell
_LONGEST = 32 * 1024 * 1024  # bytes of one record
_ENDINGS = (".parquet", ".csv", ".tsv", ".jsonl", ".ndjson")


@dataclass(frozen=True)
class Part:
    """Records `first` to `last` (half-open, from 0) of a file; of a text file the bytes they fill.

    known: what the names of its folders say of all of them (*outlet=BBC*).
    """

    number: int
    path: str
    first: int
    last: int
    start: int = 0
    end: int = 0
    known: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The name of the files that are written for it."""
        return part_name(self.number)


def part_name(number: int) -> str:
    """The name of the files of a part."""
    return f"part-{number:06d}.parquet"


def parts_of(paths: Iterable[str | Path], size: int = SIZE) -> list[Part]:
    """The parts of files, of folders of files (Hive-partitioned ones too) and of patterns such as `news/*.parquet`.

    Raises CorpusError for a path that is not there, a folder without such files and a file that is no table.
    """
    parts: list[Part] = []
    for path, known in _files(paths):
        try:
            runs = list(_rows(path, size) if path.suffix.casefold() == ".parquet" else _bytes(path, size))
        except (OSError, pl.exceptions.PolarsError, UnreadableError) as problem:
            raise CorpusError(
                f"{one_line(path)} cannot be read: {one_line(problem, 200)}; export it again"
            ) from problem
        parts += [Part(len(parts) + number, str(path), *run, known) for number, run in enumerate(runs)]
    if not parts:
        raise CorpusError("the files hold no article; give tables with columns such as outlet, date, title, text")
    return parts


def read_part(part: Part, event: Event) -> Iterator[Raw]:
    """The records of a part. Raises CorpusError where its file is no longer what it was."""
    path = Path(part.path)
    try:
        if path.suffix.casefold() == ".parquet":
            frame = pl.scan_parquet(path).slice(part.first, part.last - part.first).collect()
            for number, record in enumerate(frame.iter_rows(named=True), part.first + 1):
                yield article_of(record, number, event.columns)
            return
        with path.open("rb") as file:
            header = file.readline() if path.suffix.casefold() in (".csv", ".tsv") else b""
            file.seek(part.start)
            text = decode_bytes(file.read(part.end - part.start))
    except (OSError, pl.exceptions.PolarsError, UnreadableError) as problem:
        raise CorpusError(f"{one_line(path)} cannot be read: {one_line(problem, 200)}; is it still there?") from problem
    if not header:
        for raw in lines(text, Source.of(path, event.columns)):
            raw.line = (raw.line or 1) + part.first
            yield raw
        return
    names = decode_bytes(header).replace("\0", "").lstrip("\ufeff")
    separator = max(",;\t|", key=names.count)
    csv.field_size_limit(_CELL)
    columns = next(csv.reader([names], delimiter=separator))
    rows = csv.DictReader(io.StringIO(text.replace("\0", ""), newline=""), columns, delimiter=separator)
    try:
        for number, record in enumerate(rows, part.first + 1):
            yield article_of({name: value for name, value in record.items() if name}, number, event.columns)
    except csv.Error as problem:
        yield Raw(
            line=part.first + 1, problem=(f"is no readable table: {one_line(problem)}", "export it again"), many=True
        )


def _files(paths: Iterable[str | Path]) -> Iterator[tuple[Path, tuple[tuple[str, str], ...]]]:
    """Every file once, in order, with what the folders above it say."""
    seen: set[Path] = set()
    for given in paths:
        base = Path(given)
        if base.is_dir():
            found = sorted(path for path in base.rglob("*") if path.suffix.casefold() in _ENDINGS and path.is_file())
        elif base.is_file():
            found = [base]
        else:
            found = sorted(map(Path, glob.glob(str(given), recursive=True)))  # noqa: PTH207 - a pattern may be absolute
        found = [
            path for path in found if not any(name.startswith((".", "_")) for name in path.parts[len(base.parts) :])
        ]
        if not found:
            raise CorpusError(f"there is no table at {one_line(given)}; give {', '.join(_ENDINGS)} or a folder of them")
        for path in found:
            if path.suffix.casefold() not in _ENDINGS:
                raise CorpusError(f"{one_line(path)} is no table of articles; give {', '.join(_ENDINGS)}")
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path, _known(path)


def _known(path: Path) -> tuple[tuple[str, str], ...]:
    """What Hive-partitioned folders say: `outlet=BBC/part-0.parquet`."""
    pairs = (name.partition("=") for name in path.parts[:-1] if "=" in name)
    fields = {FIELDS[alias_of(key)]: value for key, _, value in pairs if alias_of(key) in FIELDS and value}
    return tuple(fields.items())


def _rows(path: Path, size: int) -> Iterator[tuple[int, int, int, int]]:
    height = int(pl.scan_parquet(path).select(pl.len()).collect().item())
    for first in range(0, height, size):
        yield first, min(first + size, height), 0, 0


def _bytes(path: Path, size: int) -> Iterator[tuple[int, int, int, int]]:
    """Runs of records of a text file. In a table a line break inside quotation marks ends no record."""
    table = path.suffix.casefold() in (".csv", ".tsv")
    with path.open("rb") as file:
        if b"\0" in file.read(512):
            raise UnreadableError("is in UTF-16", "save it as UTF-8")
        file.seek(0)
        start = len(file.readline()) if table else 0
        file.seek(start)
        at, count, first, inside, record = start, 0, 0, False, 0
        while line := file.readline(_LONGEST):
            at += len(line)
            record += len(line)
            inside ^= table and line.count(b'"') % 2 == 1
            if record > _LONGEST:
                raise UnreadableError(f"has a record of more than {_LONGEST:,} bytes", "is a quotation mark missing?")
            if inside or (not table and not line.strip()):
                continue
            count, record = count + 1, 0
            if count - first == size:
                yield first, count, start, at
                start, first = at, count
    if at > start:
        yield first, max(count, first + 1), start, at
