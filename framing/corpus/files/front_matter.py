"""Front matter above a text: `key: value` lines between two lines of three hyphens, or `key = value` between `+++`."""

from __future__ import annotations

from collections.abc import Mapping

from framing.corpus.files.fields import Raw, read_record

_LINES = 200  # of front matter
_BORDERS = {"---": ":", "+++": "="}  # YAML, TOML


def divided(text: str, columns: Mapping[str, str] | None = None) -> Raw:
    """The article of a text, its front matter read."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    lines = text.split("\n")
    border = lines[0].rstrip()
    closed = next((number for number, line in enumerate(lines[1:_LINES], 1) if line.rstrip() == border), None)
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
