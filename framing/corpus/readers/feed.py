"""RSS 2.0, RSS 1.0 and Atom feeds.

The full text is in `content:encoded` or Atom's `content`; a feed that has summaries only yields articles that are
flagged as truncated.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from framing.corpus.files.encoding import UnreadableError, read_bytes
from framing.corpus.files.fields import Raw
from framing.corpus.pages.extract import text_of

_ITEMS = 20_000


def read_feed(path: Path) -> Iterator[Raw]:
    """Each item of a feed is an article of the outlet that the feed is called after."""
    from lxml import etree

    # No entities are resolved and nothing is fetched: a feed is foreign text.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(read_bytes(path), parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise UnreadableError("is not valid XML", "save the feed again") from problem
    items = [] if root is None else root.xpath("//*[local-name()='item' or local-name()='entry']")[:_ITEMS]
    if not items:
        raise UnreadableError("is no RSS or Atom feed with items", "framing reads feeds of articles as XML")
    outlet = _find(root, "channel/title", "title")
    language = _find(root, "channel/language", "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    for item in items:
        whole = _find(item, "encoded", "content", "fullText")
        body = whole or _find(item, "description", "summary") or ""
        links = item.xpath("*[local-name()='link'][not(@rel) or @rel='alternate']/@href")
        fields = {
            "headline": text_of(_find(item, "title") or ""),
            "body": text_of(body) if body else "",
            "published": _find(item, "pubDate", "published", "date", "issued", "updated"),
            "url": links[0] if links else _find(item, "link", "guid", "id"),
            "byline": _find(item, "creator", "author/name", "author"),
            "outlet": _find(item, "source", "publisher") or outlet,
            "language": language,
            "genre": _find(item, "category"),
            "truncated": None if whole else "true",
        }
        yield Raw({name: str(value).strip() for name, value in fields.items() if value}, line=item.sourceline)


def _find(element: object, *paths: str) -> str | None:
    """The text of the first of these children that has one; names without their namespaces."""
    for path in paths:
        steps = "/".join(f"*[local-name()='{step}']" for step in path.split("/"))
        for found in element.xpath(steps):  # type: ignore[attr-defined]
            text = "".join(found.itertext()) if not len(found) else _inner(found)
            if text.strip():
                return str(text).strip()
    return None


def _inner(element: object) -> str:
    """The markup inside an element, as Atom's type="xhtml" has it."""
    from lxml import etree

    return "".join(etree.tostring(child, encoding="unicode") for child in element)  # type: ignore[attr-defined]
