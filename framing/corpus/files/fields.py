"""The fields of an article, under the names that exports give them.

`ALIASES` is the table of docs/events.md: our field, then the names of Media Cloud, GDELT, NewsAPI, Zotero, CSL-JSON,
Event Registry, web archives and people.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ALIASES = {
    "body": "body text content article_text articlebody article_body full_text fulltext story maintext plain_text "
    "story_text article_content cleaned_text body_text",
    "html": "html body_html content_html story_html",
    "headline": "headline title heading article_title hd",
    "outlet": "outlet source source_name media_name publication publisher media newspaper publicationtitle "
    "publication_title container_title site_name media_outlet sourcecommonname",
    "domain": "domain media_url host sourcedomain source_domain",
    "published": "published date publish_date publication_date pub_date pubdate datepublished date_published "
    "published_at publishedat seendate issued indexed_date datetime timestamp",
    "url": "url link guid article_url documentidentifier story_url permalink",
    "byline": "byline author authors creator creators",
    "agency": "agency wire_source wire",
    "language": "language lang",
    "genre": "genre section type category document_type publication_type",
    "truncated": "truncated",
    "paywall": "paywall",
}
FIELDS = {alias: name for name, aliases in ALIASES.items() for alias in aliases.split()}


@dataclass
class Raw:
    """An article as a file gives it.

    fields: by our names. line: where in the file. problem: what is wrong with this record, and what to do.
    """

    fields: dict[str, str] = field(default_factory=dict)
    line: int | None = None
    problem: tuple[str, str] | None = None


def fields_of(record: Mapping[str, Any]) -> dict[str, str]:
    """The record's fields under our names, as text; of several that mean the same the first of ALIASES wins."""
    given: dict[str, str] = {}
    for key, value in record.items():
        alias = re.sub(r"[\s-]+", "_", str(key).strip().casefold())
        if alias in FIELDS and alias not in given and (text := _text(value).strip()):
            given[alias] = text
    found: dict[str, str] = {}
    for alias in sorted(given, key=_ORDER.__getitem__):
        found.setdefault(FIELDS[alias], given[alias])
    if re.match(r"https?://\S+$", found.get("outlet", "")):  # some programs call the address the source
        found.setdefault("url", found.pop("outlet"))
    return found


_ORDER = {alias: number for number, alias in enumerate(FIELDS)}


def _text(value: object) -> str:
    """A value as text: of an object its name, its parts of a name, or its date; of a list all of them."""
    if isinstance(value, Mapping):
        if parts := value.get("date-parts"):  # CSL-JSON
            return "-".join(f"{part:02d}" for part in parts[0] if isinstance(part, int)) if _is_date(parts) else ""
        names = [value.get(part) for part in ("given", "family", "firstName", "lastName")]
        joined = " ".join(name for name in names if isinstance(name, str) and name)
        return joined or _text(value.get("name") or value.get("title") or value.get("raw"))
    if isinstance(value, (list, tuple)):
        return ", ".join(text for item in value[:50] if not isinstance(item, list) and (text := _text(item)))
    return "" if value is None or value is False else str(value)


def _is_date(parts: object) -> bool:
    return isinstance(parts, list) and bool(parts) and isinstance(parts[0], list)
