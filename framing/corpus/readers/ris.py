"""References (RIS) with the text of the articles, as some databases and Zotero write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.records import MAX_RECORDS
from framing.corpus.files.references import reference
from framing.corpus.files.source import Source
from framing.corpus.metadata.people import in_order
from framing.text.typography import CAPITALS

ENDINGS = (".ris",)
CHECKED = "written after the public description of RIS"
SURE = True
_TAG = re.compile(rf"^([{CAPITALS}][{CAPITALS}0-9])  ?-(?: (.*))?$")
_FIELDS = {
    "headline": "TI T1",
    "outlet": "T2 JO JF JA BT PB",
    "published": "DA PY Y1",
    "byline": "AU A1",
    "url": "UR L2",
    "id": "AN ID",
    "language": "LA",
    "genre": "M3 SE",
}


def recognises(head: bytes) -> bool:
    """TY  - first."""
    return bool(re.match(rb"\s*(?:\xef\xbb\xbf)?\s*TY  - ", head))


def read(source: Source) -> Iterator[Raw]:
    """The reference of each record."""
    record: dict[str, list[str]] = {}
    tag, begins, number = "", 1, 0
    for line_number, line in enumerate(source.text().splitlines(), 1):
        found = _TAG.match(line.rstrip("\r"))
        if found and found[1] == "TY":
            record, begins = {}, line_number
        if found and found[1] == "ER":
            number += 1
            if number > MAX_RECORDS:
                return
            yield _raw(record, begins)
            record = {}
        elif found:
            tag = found[1]
            record.setdefault(tag, []).append((found[2] or "").strip())
        elif tag in record and line.strip():
            record[tag][-1] += "\n" + line.strip()
    if not number:
        raise UnreadableError("is no readable RIS file", "export it again")


def _raw(record: dict[str, list[str]], line: int) -> Raw:
    fields: dict[str, str | None] = {}
    for name, tags in _FIELDS.items():
        values = next((record[tag] for tag in tags.split() if record.get(tag)), [])
        text = ", ".join(map(in_order, values)) if name == "byline" else values[0] if values else ""
        if text:
            fields[name] = text
    published = fields.get("published") or ""
    if re.fullmatch(r"\d{4}/\d{2}/\d{2}/.*", published):
        fields["published"] = published[:10].replace("/", "-")
    texts = ("\n\n".join(record.get(tag, [])) for tag in ("FT", "TX"))
    return reference(fields, texts, ("\n\n".join(record.get(tag, [])) for tag in ("N1", "N2", "AB")), line)
