"""JSON: an article, a list of articles, or an object with such a list up to two levels down, as NewsAPI, Event
Registry, the Guardian, webz.io, news-please, fundus, Zotero and CSL-JSON have it; IPTC ninjs 1 to 3."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import FIELDS, Raw, alias_of
from framing.corpus.files.records import MAX_RECORDS, article_of
from framing.corpus.files.source import Source
from framing.corpus.readers.json_lines import lines

ENDINGS = (".json",)
CHECKED = "written after the public descriptions of the services named"

_LISTS = (
    "articles items results stories posts docs data hits response entries records documents news value "
    "recentActivityArticles activity"
).split()


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
        pages = [_records(one, depth + 1) if _is_answer(one) else None for one in value] if depth < 2 else []
        if pages and all(pages):  # the answers of a service, page by page
            return [record for page in pages for record in page or ()]
        return value
    if not isinstance(value, Mapping):
        return None
    if "jsonfeed.org" in str(value.get("version")) and isinstance(value.get("items"), list):
        return [{"outlet": value.get("title"), **one} for one in value["items"] if isinstance(one, Mapping)]
    for name in _LISTS:
        inner = value.get(name)
        if isinstance(inner, list) and (not inner or isinstance(inner[0], Mapping)):
            return inner
        if isinstance(inner, Mapping) and depth < 2 and "key" not in value:
            found = _records(inner, depth + 1)
            if found and found != [inner]:
                return found
    for name in ("response", "content"):  # the one article of an answer
        if isinstance(value.get(name), Mapping) and not _is_article(value) and depth < 2:
            return _records(value[name], depth + 1)
    keyed = list(value.values())  # articles by their ids
    if keyed and all(map(_is_answer, keyed)) and depth < 2:
        return [record for one in keyed for record in _records(one, depth + 1) or ()]
    if len(keyed) > 1 and all(isinstance(one, Mapping) and (len(one) > 2 or "info" in one) for one in keyed):
        return [{"id": key, **one} for key, one in value.items()]
    return [value]


def _is_article(value: Mapping[str, Any]) -> bool:
    return any(FIELDS.get(alias_of(str(name))) in ("body", "headline", "html") for name in value if name != "content")


def _is_answer(value: object) -> bool:
    """Whether a value is no article, but holds a list of them."""
    if not isinstance(value, Mapping) or _is_article(value):
        return False
    inner = [value[name] for name in _LISTS if isinstance(value.get(name), (list, Mapping))]
    return any(one and (isinstance(one, Mapping) or isinstance(one[0], Mapping)) for one in inner)
