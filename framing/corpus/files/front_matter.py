"""Front matter above a text: `key: value` lines between two lines of three hyphens, or `key = value` between `+++`; or
lines *Title: ...*, *Source: ...* that nothing encloses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from framing.corpus.files.fields import FIELDS, Raw, alias_of, read_record

_LINES = 200  # of front matter
_LIST = 4_000  # characters of a list
_HEAD_LINES = 30  # of a head that nothing encloses
_KEY = re.compile(r"([^\W\d_][\w -]{1,30}?) ?(?:[:=] +(\S.*)|[:=])$")
_TELLING = frozenset(("headline", "outlet", "published", "url"))  # two of these, and it is a head
_BORDERS = {"---": ":", "+++": "="}  # YAML, TOML
# A part of YAML and TOML: keys, scalars, lists and what is called by a name; no library of either is needed else.
_GOES_ON = (" ", "\t", "- ", "]", "#")
_BLOCK = re.compile(r"[>|][+\-\d]{0,2}(?:\s+#.*)?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$')
_SINGLE = re.compile(r"'((?:[^']|'')*)'\s*(?:#.*)?$")
_ESCAPED = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/]))')
_COMMENT = re.compile(r"(?:^|[ \t])#(?:[ \t].*)?$")  # *#3* and *#MeToo* are words: programs write titles without marks
_PARTS = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+)\s*(?:,|$)""")
_NESTED = re.compile(r"[ \t]*[\w-]{1,30}:(?:[ \t]|$)")
_NAMED = re.compile(r"[ \t-]*(?:name|title):[ \t]+(\S.*)$")


def divided(text: str, columns: Mapping[str, str] | None = None) -> Raw:
    """The article of a text, its front matter read."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    lines = text.split("\n")
    border = lines[0].rstrip()
    ends = (border, "...") if border == "---" else (border,)
    closed = next((number for number, line in enumerate(lines[1:_LINES], 1) if line.rstrip() in ends), None)
    if border not in _BORDERS or closed is None:
        return Raw({"body": text})
    record = _entries(lines[1:closed], _BORDERS[border])
    record = {name: value for name, value in record.items() if name not in ("body", "text", "article", "raw")}
    raw = read_record(record, columns)
    raw.fields["body"] = "\n".join(lines[closed + 1 :])
    return raw


def _entries(lines: Sequence[str], sign: str) -> dict[str, str]:
    """The values of front matter by their keys: a list's items with commas between them, of what has parts its name."""
    record: dict[str, str] = {}
    number = 0
    while number < len(lines):
        key, found, value = lines[number].partition(sign)
        key, value = key.strip("\"' "), value.strip()
        number += 1
        if not found or not key or lines[number - 1].startswith((" ", "\t", "#", "-")):
            continue
        below: list[str] = []
        while number < len(lines) and (not lines[number].strip() or lines[number].startswith(_GOES_ON)):
            below.append(lines[number])
            number += 1
        record[key] = _value(value, [line for line in below if line.strip() and line[0] != "#"])
    return record


def _value(value: str, below: Sequence[str]) -> str:
    """What stands behind a key, and on the lines below it that belong to it."""
    items = [line for line in below if _ITEM.match(line)]
    if value.startswith("["):
        whole = " ".join([value, *(_COMMENT.sub("", line.strip()) for line in below)] if "]" not in value else [value])
        whole = whole[:_LIST]
        inside = whole[1 : whole.rfind("]")] if "]" in whole else whole[1:]
        return ", ".join(filter(None, (_scalar(part) for part in _PARTS.findall(inside))))
    if _BLOCK.match(value):
        return " ".join(line.strip() for line in below)
    value = "" if _COMMENT.match(value) else value
    if not value and items:
        named = [found[1] for line in items if (found := _NAMED.match(line))]
        return ", ".join(_scalar(one) for one in named or (_ITEM.sub("", line, count=1) for line in items))
    if not value:
        return next((_scalar(found[1]) for line in below if (found := _NAMED.match(line))), "")
    more = [] if items or any(map(_NESTED.match, below)) else below
    return _scalar(" ".join([value, *map(str.strip, more)]))


def _scalar(text: str) -> str:
    """A value without its marks, and without the comment behind it."""
    text = text.strip()
    if found := _DOUBLE.match(text):
        return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else sign[2], found[1])
    if found := _SINGLE.match(text):
        return found[1].replace("''", "'")
    if len(text) > 1 and text[0] == text[-1] and re.match(r"""(["']).[^"']*\s\1""", text):
        return text[1:-1]  # careless marks: *"The "new" lock"*
    return _COMMENT.sub("", text)


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
