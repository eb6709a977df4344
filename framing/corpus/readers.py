"""Read the files that coverage comes in: one function for each format.

A reader yields `Raw` articles, each with the fields that the file gives, and raises `UnreadableError` where the
file as a whole cannot be read. Fields are named by many exports; `ALIASES` maps theirs to ours.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MAX_BYTES = 64 * 1024 * 1024  # a larger file is refused
MAX_TEXT = 2_000_000  # characters of one article; more is no article

# Our field <- names used by Media Cloud, GDELT, NewsAPI, Zotero, web archives and people.
ALIASES = {
    "body": "body text content article_text articlebody article_body full_text fulltext story maintext",
    "headline": "headline title heading article_title",
    "outlet": "outlet source source_name media_name publication publisher media newspaper publicationtitle site_name",
    "domain": "domain media_url host sourcedomain",
    "published": "published date publish_date publication_date pub_date pubdate datepublished published_at seendate",
    "url": "url link guid article_url documentidentifier",
    "byline": "byline author authors creator",
    "agency": "agency wire_source wire",
    "language": "language lang",
    "genre": "genre section type category",
    "truncated": "truncated",
}
FIELDS = {alias: name for name, aliases in ALIASES.items() for alias in aliases.split()}


_WESTERN = ("cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "latin", "iso8859", "mac")


class UnreadableError(Exception):
    """A file that cannot be read: what is wrong, and what to do."""

    def __init__(self, problem: str, advice: str) -> None:
        super().__init__(problem)
        self.problem, self.advice = problem, advice


@dataclass
class Raw:
    """An article as a file gives it. fields: by our names. problems: lines that could not be read."""

    fields: dict[str, str] = field(default_factory=dict)
    line: int | None = None
    problem: tuple[str, str] | None = None  # what is wrong with this record, what to do


def fields_of(record: Mapping[str, Any]) -> dict[str, str]:
    """The record's fields under our names, as text; the first of several that mean the same wins."""
    found: dict[str, str] = {}
    for key, value in record.items():
        name = FIELDS.get(re.sub(r"[\s-]+", "_", str(key).strip().casefold()))
        if name is None or value is None or name in found:
            continue
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("title")
        if isinstance(value, (list, tuple)):
            value = ", ".join(str(item) for item in value if isinstance(item, (str, int, float)))
        text = str(value).strip() if value is not None else ""
        if text:
            found[name] = text
    return found


def read_text(path: Path) -> Iterator[Raw]:
    """A text file is one article."""
    yield Raw({"body": decode(path)})


def read_markdown(path: Path) -> Iterator[Raw]:
    """A Markdown file with front matter: `key: value` lines between two lines of three hyphens."""
    text = decode(path).lstrip("\ufeff")
    found = re.match(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)(.*)", text, re.DOTALL)
    if found is None:
        yield Raw({"body": text})
        return
    record: dict[str, str] = {}
    for line in found[1].split("\n"):
        key, colon, value = line.partition(":")
        if colon and key.strip():
            value = value.strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1].replace('\\"', '"')
            record[key.strip()] = value
    record.pop("body", None)
    yield Raw({**fields_of(record), "body": found[2]})


def read_html(path: Path) -> Iterator[Raw]:
    """A saved web page: body and metadata as trafilatura finds them."""
    yield Raw(page_fields(decode(path)))


def page_fields(page: str, url: str | None = None) -> dict[str, str]:
    """Body, headline, byline, date, outlet, address of a web page."""
    import logging

    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(
        page, url=url, include_comments=False, include_tables=False, favor_precision=False, with_metadata=True
    )
    if not isinstance(found, Document):
        raise UnreadableError("no article was found in this page", "paste its text into a .txt or .md file")
    values = {
        "body": found.text,
        "headline": found.title,
        "byline": found.author,
        "published": found.date,
        "outlet": found.sitename,
        "url": found.url,
        "language": found.language,
    }
    return {name: value for name, value in values.items() if value}


def read_json(path: Path) -> Iterator[Raw]:
    """One article, a list of them, or an object that holds such a list (`articles`, `items`, `results`)."""
    text = decode(path)
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as problem:
        line = getattr(problem, "lineno", None)
        raise UnreadableError(
            f"is not valid JSON{f' (line {line})' if line else ''}", "mend or export it again"
        ) from problem
    if isinstance(value, dict):
        lists = [
            value[name] for name in ("articles", "items", "results", "stories") if isinstance(value.get(name), list)
        ]
        value = lists[0] if lists else [value]
    if not isinstance(value, list):
        raise UnreadableError("holds no article and no list of articles", "see docs/events.md for the form")
    for number, record in enumerate(value, 1):
        yield _record(record, number)


def read_jsonl(path: Path) -> Iterator[Raw]:
    """One article a line; a broken line is named, and the others are read."""
    for number, line in enumerate(decode(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            yield Raw(line=number, problem=("is not valid JSON", "mend this line"))
            continue
        yield _record(record, number)


def _record(record: object, number: int) -> Raw:
    if not isinstance(record, dict):
        return Raw(line=number, problem=("is no object with fields", "give each article as an object"))
    return Raw(fields_of(record), line=number)


def read_csv(path: Path) -> Iterator[Raw]:
    """A table with a header row; separator comma, semicolon or tab."""
    text = decode(path)
    csv.field_size_limit(MAX_TEXT * 4)
    header = text.split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
        for record in reader:
            yield Raw(fields_of({key: value for key, value in record.items() if key}), line=reader.line_num)
    except csv.Error as problem:
        raise UnreadableError(f"is no readable table: {problem}", "export it again as CSV in UTF-8") from problem


def read_parquet(path: Path) -> Iterator[Raw]:
    """A table in Parquet."""
    import polars as pl

    try:
        frame = pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as problem:
        raise UnreadableError("is no readable Parquet file", "export it again") from problem
    for number, record in enumerate(frame.iter_rows(named=True), 1):
        yield Raw(fields_of(record), line=number)


READERS: dict[str, Callable[[Path], Iterator[Raw]]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
}


def decode(path: Path) -> str:
    """The text of a file: UTF-8, UTF-16 by its mark, else as charset-normalizer detects; mojibake mended.

    Raises UnreadableError for a file that is too large or no text.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise UnreadableError(f"is larger than {MAX_BYTES // 1024 // 1024} MB", "split it")
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\0" in raw[:65536]:
        raise UnreadableError("is no text file", "export it as text, HTML, JSON, CSV or Parquet")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise UnreadableError("is in no encoding that can be recognised", "save it as UTF-8")
    if best.encoding.startswith(_WESTERN):
        try:  # of the Western code pages, which differ in a few letters, English text is nearly always in this one
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            pass
    return str(best)
