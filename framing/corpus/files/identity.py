"""What an article is called, so that it keeps its name when others are added, moved or taken away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from framing.corpus.event import slug
from framing.corpus.files.fields import Raw

_SHORT = 60  # characters of a name


def name_of(raw: Raw, fields: Mapping[str, str], stem: str) -> str:
    """The name of an article in its outlet.

    A file that is one article is called after the file. One of many in a file: by the id that the file gives it, else
    by its address, else by what it says; never by its row.
    """
    if not raw.many:
        return stem
    given = fields.get("id", "").strip()
    if given and not given.startswith(("http://", "https://")):
        return slug(given) if len(given) <= _SHORT else f"{slug(given[:40])}-{digest(given)}"
    if address := fields.get("url", "").strip():
        return f"{_last(address)}-{digest(_bare(address))}"
    words = " ".join(re.findall(r"\w+", fields.get("headline", ""))[:6])
    return f"{slug(words or 'article')[:_SHORT]}-{content_of(fields)}"


def content_of(fields: Mapping[str, str]) -> str:
    """A short mark of an article's outlet, date, headline and text, blanks and capitals aside."""
    said = [fields.get(name, "") for name in ("outlet", "published", "headline", "body")]
    return digest("\n".join(" ".join(text.split()).casefold() for text in said))


def digest(text: str) -> str:
    """Eight letters and digits that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def _bare(address: str) -> str:
    """An address without what does not belong to it: scheme, *www.*, fragment, marks of campaigns, a last slash."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    query = "&".join(
        part
        for part in sorted(parts.query.split("&"))
        if part and not re.match(r"(?:utm_|fbclid|gclid|accountid)", part)
    )
    host = re.sub(r"^(?:www|m|amp)\.", "", parts.netloc.casefold())
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def _last(address: str) -> str:
    """The last word of an address's path that says something."""
    try:
        parts = [part for part in urlsplit(address).path.split("/") if re.search(r"[^\W\d]", part)]
    except ValueError:
        parts = []
    return slug(re.sub(r"\.\w{2,5}$", "", parts[-1]))[:40].strip("-") if parts else "page"
