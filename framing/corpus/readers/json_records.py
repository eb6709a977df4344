"""JSON: an article, a list of articles, or an object with such a list up to two levels down, as NewsAPI, Event
Registry, the Guardian, webz.io, news-please, fundus, Zotero and CSL-JSON have it; IPTC ninjs 1 to 3."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.records import MAX_RECORDS, article_of
from framing.corpus.files.source import Source
from framing.corpus.readers.json_lines import lines

ENDINGS = (".json",)
CHECKED = "written after the public descriptions of the services named"

_LISTS = "articles items results stories posts docs data hits response entries records documents news value".split()


def recognises(head: bytes) -> bool:
    """A bracket or brace first."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def read(source: Source) -> Iterator[Raw]:
    """Each article."""
    text = source.text()
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as problem:
        rows = text.strip().split("\n")
        if len(rows) > 1 and str(problem).startswith("Extra data") and rows[1].lstrip().startswith("{"):
            yield from lines(text, source)  # an article a line, under the wrong ending
            return
        line = getattr(problem, "lineno", None)
        where = f" (line {line})" if line else ""
        raise UnreadableError(f"is not valid JSON{where}", "mend or export it again") from problem
    records = _records(value)
    if records is None:
        raise UnreadableError("holds no article and no list of articles", "see docs/events.md for the form")
    for number, record in enumerate(records[:MAX_RECORDS], 1):
        yield article_of(
            record,
            number,
            source.columns,
            many=records is value or (not isinstance(value, list) and records != [value]),
        )


def _records(value: Any, depth: int = 0) -> list[Any] | None:
    """The list of articles in an answer; an object that holds none is an article itself."""
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping):
        return None
    for name in _LISTS:
        inner = value.get(name)
        if isinstance(inner, list) and (not inner or isinstance(inner[0], Mapping)):
            return inner
        if isinstance(inner, Mapping) and depth < 2 and "key" not in value:
            found = _records(inner, depth + 1)
            if found and found != [inner]:
                return found
    keyed = list(value.values())  # articles by their ids
    if len(keyed) > 1 and all(isinstance(one, Mapping) and len(one) > 2 for one in keyed):
        return [{"id": key, **one} for key, one in value.items()]
    return [value]
