"""An RSS or Atom feed; of items with a summary only, that, flagged `truncated`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.files.xml import parse, root_of
from framing.corpus.pages.extract import text_of

ENDINGS = (".rss", ".atom", ".xml", ".rdf")
CHECKED = "written after RSS 2.0, RSS 1.0, Media RSS and RFC 4287"
SURE = True
_ITEMS = 20_000
_WHOLE = 120  # words; a description of so many that does not break off is the text
_BREAKS_OFF = re.compile(r"(?i)(?:continue reading|read more|read the full|…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")
_FOUND = re.compile(r"https?://(?:news\.google\.com|www\.google\.[a-z.]{2,6}/url\?|www\.bing\.com/news/apiclick)")
_ALERT = re.compile(r"Google[ -]?Alerts?\b|Alerte Google\b|Alertas? de Google\b")
# Before what programs of blogs put below an item, and before the link with which a summary ends: these become lines of
# their own, which cleaning takes out.
_LINE = re.compile(
    r"(?<=\S)[ \t]*(?=The post [^\n]{1,300}? (?:appeared first|first appeared) on [^\n]{1,120}$)|"
    r"(?<=[.!?…”\"’)\]])[ \t]*(?=(?:Continue reading|Read (?:more|the full (?:story|article)))\b[^\n]{0,150}$)"
)
_CUT = re.compile(r"(?<!\s)\s*[\[(]\s*(?:…|\.\.\.)\s*[\])](?=\s*$|\n)")
_MEDIA = "http://search.yahoo.com/mrss/"


def recognises(head: bytes) -> bool:
    """The root element of a feed."""
    return root_of(head) in ("rss", "feed", "RDF", "channel")


def read(source: Source) -> Iterator[Raw]:
    """Each item is an article of the outlet that the feed is called after."""
    root = parse(source.read(), recover=True)
    items = root.xpath("//*[local-name()='item' or local-name()='entry']")[:_ITEMS]
    if not items:
        raise UnreadableError(
            "is no XML of a kind that is read", "framing reads feeds, NITF, NewsML-G2, TEI and Factiva's XML"
        )
    outlet = _paper(_find(root, "channel/title", "title"), _find(root, "channel/link"))
    language = _find(root, "channel/language", "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    for item in items:
        yield _article(item, outlet, language)


def _article(item: Any, outlet: str | None, language: str | None) -> Raw:
    whole = _find(item, "encoded", "content", "fullText")
    summary = _find(item, "description", "summary") or ""
    body = _LINE.sub("\n\n", text_of(whole or summary))
    headline = text_of(_find(item, "title") or "")
    named = _find(item, "source/title", "source", "Source", "publisher")
    links = item.xpath("*[local-name()='link'][not(@rel) or @rel='alternate']/@href")
    url = links[0] if links else _find(item, "link", "guid", "id")
    # A list of links, as Google News and Google Alerts give it: of other papers, with a few words of each.
    if (not whole and _is_link(body, headline, named)) or _FOUND.match(url or "") or _ALERT.match(outlet or ""):
        body = ""
    cut = None if whole or (len(body.split()) >= _WHOLE and not _BREAKS_OFF.search(body)) else "true"
    fields = {
        "headline": _without(headline, named),
        "body": _CUT.sub("", body) if cut else body,
        "published": _find(item, "pubDate", "published", "date", "issued", "updated"),
        "url": url,
        "id": _find(item, "guid", "id"),
        "byline": re.sub(r"^\S+@\S+ \((.+)\)$", r"\1", _find(item, "creator", "author/name", "author") or ""),
        "outlet": named or outlet,
        "language": language,
        "genre": " | ".join(_texts(item, "category")),
        "truncated": cut,
    }
    return Raw({name: str(text).strip() for name, text in fields.items() if text}, line=item.sourceline, many=True)


def _paper(title: str | None, link: str | None) -> str | None:
    """Of *The Courier | World news* the part that the site's address repeats, else the first."""
    parts = [part.strip() for part in re.split(r"\s+[|»›–—-]\s+|\s*::\s*", title or "") if part.strip()]
    try:
        host = re.sub(r"[^a-z0-9]", "", (urlsplit(link or "").hostname or "").removeprefix("www."))
    except ValueError:
        host = ""
    bare = [re.sub(r"^the|\W", "", part.casefold()) for part in parts]
    named = (part for part, key in zip(parts, bare, strict=True) if len(key) > 2 and key in host)
    return next(named, parts[0] if parts else None)


def _is_link(body: str, headline: str, outlet: str | None) -> bool:
    """Whether a summary says no more than the headline and the outlet's name."""
    words = set(re.findall(r"\w+", body.casefold()))
    return bool(words) and words <= set(re.findall(r"\w+", f"{headline} {outlet or ''}".casefold()))


def _without(headline: str, outlet: str | None) -> str:
    """*Bridge shut - The Courier* without the outlet that the item names."""
    return headline[: -len(outlet) - 3] if outlet and headline.endswith(f" - {outlet}") else headline


def _texts(element: Any, name: str) -> list[str]:
    found = element.xpath(f"*[local-name()='{name}']")[:10]
    texts = ["".join(one.itertext()).strip() or one.get("label") or one.get("term") or "" for one in found]
    return [" ".join(text.split()) for text in texts if text.strip()]


def _find(element: Any, *paths: str) -> str | None:
    """The text of the first of these children that has one; names without their namespaces, and none of Media RSS,
    whose `content` is a picture and its credit."""
    for path in paths:
        steps = "/".join(f"*[local-name()='{step}'][namespace-uri()!='{_MEDIA}']" for step in path.split("/"))
        for found in element.xpath(steps):
            text = "".join(found.itertext()) if not len(found) else _inner(found)
            if text.strip():
                return str(text).strip()
    return None


def _inner(element: Any) -> str:
    """The mark-up inside an element, as Atom's type="xhtml" has it."""
    from lxml import etree

    return "".join(etree.tostring(child, encoding="unicode") for child in element)
