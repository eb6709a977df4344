"""References with EndNote's tags (`%T`, `%A`), as databases write them, with the text of the articles or without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.records import MAX_RECORDS
from framing.corpus.files.references import reference
from framing.corpus.files.source import Source
from framing.corpus.metadata.people import in_order

ENDINGS = (".enw",)
CHECKED = "written after the public description of EndNote's import format"
SURE = True
_FIELDS = {"headline": "T", "outlet": "BJ", "url": "U", "id": "MF", "language": "G", "genre": "&9"}


def recognises(head: bytes) -> bool:
    """%0 first, which says what kind of reference follows."""
    return re.match(rb"(?:\xef\xbb\xbf)?\s*%0 \w", head) is not None


def read(source: Source) -> Iterator[Raw]:
    """The reference of each record."""
    record: dict[str, list[str]] = {}
    tag, begins, number = "", 1, 0
    lines = source.text().splitlines()
    for line_number, line in enumerate([*lines, "%0 end"], 1):
        found = re.match(r"%(\S)(?: (.*))?$", line.rstrip())
        if found and found[1] == "0":
            if record:
                number += 1
                yield _raw(record, begins)
            if number >= MAX_RECORDS:
                return
            record, begins = {}, line_number
        if found:
            tag = found[1]
            record.setdefault(tag, []).append((found[2] or "").strip())
        elif tag in record:
            record[tag][-1] += "\n" + line.strip()
    if not number:
        raise UnreadableError("is no readable file of EndNote", "export it again")


def _raw(record: dict[str, list[str]], line: int) -> Raw:
    fields = {name: next((record[tag][0] for tag in tags if tag in record), None) for name, tags in _FIELDS.items()}
    day, year = (record.get(tag, [""])[0] for tag in ("8", "D"))
    fields["published"] = day if year in day or not year else f"{day} {year}"
    fields["byline"] = ", ".join(map(in_order, record.get("A", [])))
    return reference(fields, (), ("\n\n".join(record.get(tag, [])).strip() for tag in "ZX"), line)
