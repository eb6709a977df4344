"""Read the files that coverage comes in: one function for each format, and `READERS`, which names them by ending.

A reader yields `Raw` articles, each with the fields that the file gives, and raises `UnreadableError` where the
file as a whole cannot be read.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from framing.corpus.databases.exports import split
from framing.corpus.files.encoding import UnreadableError, decode, decode_bytes, read_bytes
from framing.corpus.files.fields import Raw, fields_of
from framing.corpus.pages.extract import MAX_PAGE, page_fields, text_of
from framing.corpus.readers.documents import read_docx, read_pdf, read_rtf
from framing.corpus.readers.feed import read_feed
from framing.corpus.readers.web_archive import read_warc

MAX_TEXT = 2_000_000  # characters of one article; more is no article
MAX_RECORDS = 200_000  # articles of one file
Reader = Callable[[Path], Iterator[Raw]]


def read_text(path: Path) -> Iterator[Raw]:
    """A text file is one article, or an export of many from Nexis Uni or Factiva."""
    yield from split(decode(path))


def read_markdown(path: Path) -> Iterator[Raw]:
    """A Markdown file with front matter: `key: value` lines between two lines of three hyphens."""
    text = decode(path).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    lines = text.split("\n")
    closed = next((number for number, line in enumerate(lines[1:200], 1) if line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or closed is None:
        yield Raw({"body": text})
        return
    record: dict[str, str] = {}
    for line in lines[1:closed]:
        name, colon, value = line.partition(":")
        if colon and name.strip():
            value = value.strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1].replace('\\"', '"')
            record[name.strip()] = value
    record.pop("body", None)
    yield Raw({**fields_of(record), "body": "\n".join(lines[closed + 1 :])})


def read_html(path: Path) -> Iterator[Raw]:
    """A saved web page: body and metadata as `extract.page_fields` finds them."""
    page = decode(path)
    if len(page) > MAX_PAGE:
        raise UnreadableError(f"is a page of more than {MAX_PAGE:,} characters", "paste its text into a .txt file")
    fields = page_fields(page)
    if "body" not in fields:
        raise UnreadableError("no article was found in this page", "paste its text into a .txt or .md file")
    yield Raw(fields)


def read_mhtml(path: Path) -> Iterator[Raw]:
    """A web page that a browser saved in one file (MHTML, RFC 2557)."""
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(read_bytes(path), policy=policy.compat32)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        content = part.get_payload(decode=True) if part is not None else None
        url = str(message.get("Snapshot-Content-Location") or "") or None
        charset = part.get_content_charset() if part is not None else None
    except (ValueError, LookupError, TypeError, AssertionError, RecursionError) as problem:
        raise UnreadableError("is no readable MHTML file", "save the page again, as HTML") from problem
    fields = page_fields(decode_bytes(content, charset)[:MAX_PAGE], url) if isinstance(content, bytes) else {}
    if "body" not in fields:
        raise UnreadableError("no article was found in this page", "paste its text into a .txt or .md file")
    yield Raw({**({"url": url} if url else {}), **fields})


def read_json(path: Path) -> Iterator[Raw]:
    """One article, a list of them, or an object that holds such a list (`articles`, `items`, `results`, ...)."""
    text = decode(path)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as problem:
        line = getattr(problem, "lineno", None)
        where = f" (line {line})" if line else ""
        raise UnreadableError(f"is not valid JSON{where}", "mend or export it again") from problem
    if isinstance(value, dict):
        names = ("articles", "items", "results", "stories", "data", "docs")
        lists = [value[name] for name in names if isinstance(value.get(name), list)]
        value = lists[0] if lists else [value]
    if not isinstance(value, list):
        raise UnreadableError("holds no article and no list of articles", "see docs/events.md for the form")
    for number, record in enumerate(value[:MAX_RECORDS], 1):
        yield _record(record, number)


def read_jsonl(path: Path) -> Iterator[Raw]:
    """One article a line; a broken line is named, and the others are read."""
    for number, line in enumerate(decode(path).split("\n")[:MAX_RECORDS], 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield Raw(line=number, problem=("is not valid JSON", "mend this line"))
            continue
        yield _record(record, number)


def _record(record: object, number: int) -> Raw:
    if not isinstance(record, dict):
        return Raw(line=number, problem=("is no object with fields", "give each article as an object"))
    item = record.get("data")
    try:  # Zotero's own API wraps an item in `data`
        return _filled(fields_of(item if isinstance(item, dict) and "key" in record else record), number)
    except RecursionError:
        return Raw(line=number, problem=("is nested too deeply", "give each field as a text"))


def _filled(fields: dict[str, str], line: int) -> Raw:
    """The article of a table's row; a page in a field `html`, or in the body, becomes text."""
    page = fields.pop("html", "")
    if "body" not in fields and page:
        fields["body"] = text_of(page)
    elif re.match(r"\s*<(?:!doctype|html|p|div|article)\b", fields.get("body", "")[:200], re.IGNORECASE):
        fields["body"] = text_of(fields["body"])
    return Raw(fields, line=line)


def read_csv(path: Path) -> Iterator[Raw]:
    """A table with a header row; separator comma, semicolon or tab."""
    text = decode(path).replace("\0", "")
    csv.field_size_limit(MAX_TEXT * 4)
    header = text.split("\n", 1)[0][:10_000]
    separator = max(",;\t|", key=header.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
        for number, record in enumerate(reader):
            if number >= MAX_RECORDS:
                yield Raw(line=reader.line_num, problem=(f"is longer than {MAX_RECORDS:,} rows", "split it"))
                return
            yield _filled(fields_of({name: value for name, value in record.items() if name}), reader.line_num)
    except csv.Error as problem:
        raise UnreadableError(f"is no readable table: {problem}", "export it again as CSV in UTF-8") from problem


def read_parquet(path: Path) -> Iterator[Raw]:
    """A table in Parquet."""
    import polars as pl

    read_bytes(path)  # its size
    try:
        frame = pl.scan_parquet(path).head(MAX_RECORDS).collect()
    except (pl.exceptions.PolarsError, OSError, pl.exceptions.PanicException) as problem:
        raise UnreadableError("is no readable Parquet file", "export it again") from problem
    for number, record in enumerate(frame.iter_rows(named=True), 1):
        yield _filled(fields_of(record), number)


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".rtf": read_rtf,
    ".docx": read_docx,
    ".pdf": read_pdf,
}


def reader_of(path: Path) -> Reader | None:
    """The reader of a file, by its ending; null for a kind that is not read."""
    name = path.name.casefold()
    return next((READERS[ending] for ending in sorted(READERS, key=len, reverse=True) if name.endswith(ending)), None)
