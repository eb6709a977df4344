"""Front matter above a text: `key: value` lines between two lines of three hyphens, or `key = value` between `+++`; or
lines *Title: ...*, *Source: ...* that nothing encloses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from framing.corpus.files.fields import FIELDS, Raw, alias_of, read_record

_LINES = 200  # of front matter
_HEAD_LINES = 30  # of a head that nothing encloses
_KEY = re.compile(r"([^\W\d_][\w -]{1,30}?) ?(?:[:=] +(\S.*)|[:=])$")
_TELLING = frozenset(("headline", "outlet", "published", "url"))  # two of these, and it is a head
_BORDERS = {"---": ":", "+++": "="}  # YAML, TOML


def divided(text: str, columns: Mapping[str, str] | None = None) -> Raw:
    """The article of a text, its front matter read."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    lines = text.split("\n")
    border = lines[0].rstrip()
    ends = (border, "...") if border == "---" else (border,)
    closed = next((number for number, line in enumerate(lines[1:_LINES], 1) if line.rstrip() in ends), None)
    if border not in _BORDERS or closed is None:
        return Raw({"body": text})
    record: dict[str, str] = {}
    key = ""
    for line in lines[1:closed]:
        name, colon, value = line.partition(_BORDERS[border])
        if line.lstrip().startswith("- ") and key:  # a list, an item a line
            item = line.strip()[2:].strip("\"' ")
            record[key] = f"{record[key]}, {item}" if record[key] else item
        elif colon and name.strip() and not line.startswith((" ", "\t")):
            key, value = name.strip(), value.strip()
            if value.startswith("[") and value.endswith("]"):
                value = ", ".join(part.strip("\"' ") for part in value[1:-1].split(","))
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1].replace('\\"', '"')
            record[key] = value
    record = {name: value for name, value in record.items() if name not in ("body", "text", "article", "raw")}
    raw = read_record(record, columns)
    raw.fields["body"] = "\n".join(lines[closed + 1 :])
    return raw


def headed(text: str, columns: Mapping[str, str] | None = None) -> Raw | None:
    """The article below lines such as *Title: ...* and *Source: ...*; null where the text does not begin with two."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n").split("\n")
    record: dict[str, str] = {}
    begin = 0
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if not line.strip():
            continue
        found = _KEY.match(line.strip())
        name = FIELDS.get(alias_of(found[1])) if found else None
        if found is None or (name is None and (not lines[number - 1].strip() or len(line) > 100)):
            break
        begin = number + 1
        if name == "body":  # *Text: ...*
            lines[number] = found[2] or ""
            begin = number
            break
        record.setdefault(found[1], found[2] or "")
    raw = read_record(record, columns)
    if len(_TELLING & raw.fields.keys()) < 2:
        return None
    raw.fields["body"] = "\n".join(lines[begin:])
    return raw
