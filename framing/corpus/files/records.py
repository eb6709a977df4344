"""From the record of a table or of JSON to an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from framing.corpus.files.fields import FIELDS, Raw, alias_of, read_record
from framing.corpus.pages.extract import text_of

MAX_RECORDS = 200_000  # articles of one file
_ABOVE = 10  # rows above a header: a title, the terms of a search
_MARKUP = re.compile(r"\s*<(?:!doctype|html|p|div|article|body|section|h1|h2|span|figure)\b", re.IGNORECASE)


def article_of(record: object, number: int, columns: Mapping[str, str], many: bool = True) -> Raw:
    """The article of a record; a page in a field `html`, or in the body, becomes text."""
    if not isinstance(record, Mapping):
        return Raw(line=number, problem=("is no object with fields", "give each article as an object"), many=many)
    item = record.get("data")
    try:  # Zotero's own API wraps an item in `data`
        raw = read_record(item if isinstance(item, Mapping) and "key" in record else record, columns)
    except RecursionError:
        return Raw(line=number, problem=("is nested too deeply", "give each field as a text"), many=many)
    page = raw.fields.pop("html", "")
    body = raw.fields.get("body", "")
    if page and (not body or ("\n" not in body and len(page) > len(body) and len(body) > 500)):
        raw.fields["body"] = text_of(page)
    elif _MARKUP.match(body[:200]) or body.count("</p>") > 1:
        raw.fields["body"] = text_of(body)
    raw.line, raw.many = number, many
    return raw


def header_at(rows: Iterable[Iterable[object]]) -> int:
    """Which of the first rows of a table names its columns: 0, unless one below names more that are known."""
    known = [sum(alias_of(str(cell)) in FIELDS for cell in row) for _, row in zip(range(_ABOVE), rows, strict=False)]
    if not known or known[0] > 1:
        return 0
    return next((number for number, count in enumerate(known) if count > 1), 0)
