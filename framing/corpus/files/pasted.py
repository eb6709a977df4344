"""The articles of a text that people or databases put together: an export, or articles pasted below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.databases import split
from framing.corpus.databases.lines import is_date
from framing.corpus.files.fields import Raw

_ADDRESS = re.compile(r"^<?(https?://\S+?)>?$")
_LEAST = 30  # words of an article
_MUCH = 120  # words below an address that are no caption


def articles(text: str) -> Iterator[Raw]:
    """Those of an export; else those that an address heads; else the one."""
    found = split(text)
    if found is not None:
        yield from found
        return
    pasted = _pasted(text)
    several = 0 if pasted else _headed(text)
    if pasted:
        yield from pasted
    elif several > 1:
        advice = "put each article's address on the line above it, the first one's too, or save each in its own file"
        yield Raw(problem=(f"seems to hold {several} articles below their addresses: left out", advice))
    else:
        yield Raw({"body": text})


def _headed(text: str) -> int:
    """How many addresses on lines of their own have an article's worth of words below them."""
    parts = re.split(r"(?m)^[ \t]*<?https?://\S+?>?[ \t]*$", text)
    return sum(len(part.split()) >= _MUCH for part in parts[1:])


def _pasted(text: str) -> list[Raw]:
    """Articles that each begin with an address on a line, with or without date and headline; none where this is not
    certain: the text begins with one, there are two or more, and each is followed by an article."""
    lines = [line.strip() for line in text.replace("\r", "\n").split("\n")]
    starts = [number for number, line in enumerate(lines) if _ADDRESS.match(line)]
    first = next((number for number, line in enumerate(lines) if line), 0)
    if len(starts) < 2 or not starts or starts[0] != first:
        return []
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        address = _ADDRESS.match(lines[start])
        part = [line for line in lines[start + 1 : end] if line]
        if address is None or len(" ".join(part).split()) < _LEAST:
            return []
        fields = {"url": address[1]}
        while part and (is_date(part[0]) or "headline" not in fields) and len(part) > 1:
            name = "published" if is_date(part[0]) else "headline"
            if name in fields or len(part[0].split()) > 30:
                break
            fields[name] = part.pop(0)
        found.append(Raw({**fields, "body": "\n\n".join(part)}, line=start + 1, many=True))
    return found
