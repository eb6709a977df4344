"""From a saved web page to an article: its body, and what the page's markup says of it.

The body is trafilatura's, set to prefer precision: of the extractors tried on real pages it has the highest F1
(`scripts/extraction.py`). Metadata come from the page's JSON-LD (schema.org), then its meta tags (Open Graph,
Dublin Core, Parse.ly), then its headings; what a page does not say stays unknown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from framing.corpus.cleaning.clean import WALLED_WORDS
from framing.corpus.cleaning.forms import DATE, FIRST_CLOCK, LONG_DATE
from framing.corpus.cleaning.walls import WALL
from framing.corpus.metadata.addresses import is_archive, original_address, web_address
from framing.corpus.metadata.metadata import url_date
from framing.corpus.pages.prune import bare, drop_pulled, main_story, one_story, prune, straighten
from framing.corpus.pages.quotations import mark_quotations, settled, without_mark
from framing.corpus.pages.unread import drop_unread

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_PAGE = 8_000_000  # characters; a longer page is no article
_BLOCKS = 200  # JSON-LD objects looked at
_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog|Editorial|Review$")
_COMMON_LABELS = ("www", "co", "com", "org", "net", "news", "m", "amp", "en", "edition", "blog", "blogs")
_NOTICE = 100  # words, fewer than which are no story where the page has twice as many
_TEASER = 12  # words of a beginning that is compared
_WALL = re.compile(rf"(?i){WALL}")
_FIRST = re.compile(rf"\b(?:[Ff]irst|[Oo]riginally|FIRST) (?:[Pp]ublished|[Pp]osted|PUBLISHED)(?: on| at|:)* ({DATE})")
# *Published* and *updated* beside each other.
_PUBLISHED = re.compile(
    r"(?i:\b(?:published|posted|created|issued|veröffentlicht|publié))(?i: on| at| am| le|:)*:? "
    rf"({FIRST_CLOCK}{DATE}|{LONG_DATE})"
)
_UPDATED = re.compile(r"(?i)\b(?:last |re)?(?:updated?|modified|aktualisiert|mis à jour|modifié)\b[^.!?]{0,12}\d")
_ARCHIVE = re.compile(
    r"(?i)(?:www\.)?archive\.(?:today|ph|is|li|md|vn|fo)|(?:the )?(?:wayback machine|internet archive)|google cache|"
    r"perma(?:\.cc)?|ghostarchive"
)
_NEAR = 60  # characters
_META = {
    "headline": "og:title parsely-title dc.title twitter:title sailthru.title",
    "byline": "author parsely-author sailthru.author dc.creator article:author byl dcterms.creator",
    "published": "article:published_time parsely-pub-date datepublished date pubdate publishdate dc.date.issued "
    "dc.date dcterms.created sailthru.date article.published publish-date og:published_time",
    "outlet": "og:site_name application-name dc.publisher publisher",
    "url": "og:url",
    "language": "og:locale content-language dc.language",
    "genre": "article:section parsely-section section",
}


def page_fields(page: str, url: str | None = None) -> dict[str, str]:
    """Body, headline, byline, published, outlet, url, language and genre of a web page, as far as it has them.

    `paywall` is 'true' for a page that shows only the beginning of its story, `partial` where the page has more than
    twice as many words as were taken. Empty if there is no page at all.
    """
    import logging

    from trafilatura import bare_extraction, load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(without_mark(page[:MAX_PAGE]))
    if tree is None:
        return {}
    fields = dict(_metadata(tree, url))
    heading = bare(_heading(tree))
    shown = " ".join(" ".join(tree.itertext()).split()) if len(page) < MAX_PAGE else ""
    straighten(tree)
    drop_pulled(tree)
    drop_unread(tree)
    mark_quotations(tree)
    main_story(tree, fields.get("headline", ""), heading)
    one_story(tree, heading)
    whole = _extracted(bare_extraction, tree, precise=False)
    prune(tree)
    body = _extracted(bare_extraction, tree, precise=True)
    if len(body.split()) < len(whole.split()) / 2:
        if len(body.split()) < _NOTICE:  # what is left is a notice: the rules took the story itself
            body = whole
        else:
            fields["partial"] = "true"
    told = fields.pop("told", "")
    more = len(body.split()) < len(told.split()) / 2 and _is_teaser(body, told)
    if more or (told.count("\n") > body.count("\n") and bare(told) == bare(body)):  # or the same, with its paragraphs
        body = told
    body = re.sub(r"(?m)^- (?=\S)", "", body)
    body = re.sub(r"(?m)^\|[-| ]+\|[ ]*$\n?", "", body)  # of tables the cells stay, without the lines between them
    body = re.sub(r"(?m)^\| ?(.*?) ?\|[ ]*$", lambda row: row[1].replace(" | ", "  ").replace("|", " "), body)
    first, _, rest = body.partition("\n")
    fields["body"] = settled(rest if first and bare(first) == heading else body)
    if len(body.split()) < WALLED_WORDS and (fields.pop("free", "") == "false" or _WALL.search(shown)):
        fields["paywall"] = "true"
    fields.pop("free", None)
    return {name: value for name, value in fields.items() if value}


def _extracted(extract: Any, tree: HtmlElement, precise: bool) -> str:
    found = extract(deepcopy(tree), favor_precision=precise, include_comments=False, with_metadata=False)
    return str(getattr(found, "text", None) or "")


def _is_teaser(body: str, told: str) -> bool:
    """Whether what a page shows is the beginning of what its own data tell."""
    words, first = (re.findall(r"\w+", text.casefold())[:_TEASER] for text in (told, body))
    return bool(first) and words[: len(first)] == first[: len(words)]


def text_of(markup: str) -> str:
    """The text of a piece of HTML, a paragraph for each of its blocks; a text without markup stays as it is."""
    if "<" not in markup and "&" not in markup:
        return markup
    from lxml import etree, html

    markup = without_mark(markup[:MAX_PAGE])
    try:
        # Not as a fragment: an item of a feed may be a whole page, with or without a body.
        tree = html.document_fromstring(f"<body><div>{markup}")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return markup
    etree.strip_elements(
        tree, "script", "style", "title", "figcaption", "aside", "form", etree.Comment, with_tail=False
    )
    drop_unread(tree)
    mark_quotations(tree)
    for block in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"):
        block.tail = "\n\n" + (block.tail or "")
        if block.tag != "br":  # *A gate jams.<p>The post ...*
            block.text = "\n\n" + (block.text or "")
    return settled(re.sub(r"[^\S\n]*\n\s*\n\s*", "\n\n", str(tree.text_content())))


def _metadata(tree: HtmlElement, url: str | None) -> Iterator[tuple[str, str]]:
    """Field by field, the first source that has it: JSON-LD, meta tags, the page's own headings and links."""
    linked, tags = _linked_data(tree), _meta_tags(tree)
    address = _address(tree, tags, linked, url)
    if address:
        yield "url", address
    site = None if _ARCHIVE.fullmatch(tags.get("outlet", "")) else tags.get("outlet")
    host = urlsplit(address or "").hostname
    host = None if is_archive(host) else host
    outlet = _outlet(linked.get("outlet"), site, host) or _of_title(tree, host)
    if outlet:
        yield "outlet", outlet
    heading = _heading(tree)
    title = linked.get("headline") or tags.get("headline") or heading or _first(tree.xpath("//title/text()"), "")
    yield "headline", _without_outlet(title, outlet, heading)
    yield "byline", linked.get("byline") or _name(tags.get("byline")) or _written_by(tree)
    times = tree.xpath("//time[@datetime][not(ancestor::aside or ancestor::footer or ancestor::nav)]/@datetime")
    marked = "//*[@itemprop='datePublished'] | //time[@pubdate or contains(@class, 'publish')]"
    first = [element.get("datetime") or element.get("content") for element in tree.xpath(marked)]
    stated = [linked.get("published"), tags.get("published"), *first, str(times[0]) if len(set(times)) == 1 else None]
    stated.append(_printed(tree))
    published = next((date for date in stated if date and re.search(r"[1-9]\d{3}|\d{10}", date)), None)
    yield "published", published or url_date(address) or _dated(tree, url) or ""
    language = tree.get("lang") or _first(tree.xpath("//html/@lang")) or tags.get("language")
    yield "language", str(linked.get("language") or language or "")
    yield "genre", linked.get("genre") or tags.get("genre") or ""
    yield "free", linked.get("free", "")
    yield "told", linked.get("told", "")


def _address(tree: HtmlElement, tags: dict[str, str], linked: dict[str, str], url: str | None) -> str | None:
    """The page's address; of a page that an archive kept the one that it had, where anything in it says so."""
    given = [_first(tree.xpath("//link[@rel='canonical']/@href")), tags.get("url"), linked.get("url"), url]
    first = web_address(next(filter(None, given), None), url) or web_address(url)
    if first is None or not is_archive(urlsplit(found := original_address(first)).hostname):
        return original_address(first) if first else None
    # *Saved from* stands in a field of archive.today's head.
    given += (
        tree.xpath("//link[@rel='bookmark']/@href")[:5] + tree.xpath("//input[@name='q' or @name='url']/@value")[:5]
    )
    others = (original_address(one) for address in given if (one := web_address(str(address or ""))))
    return next((one for one in others if not is_archive(urlsplit(one).hostname)), found)


def _linked_data(tree: HtmlElement) -> dict[str, str]:
    """What the page's JSON-LD says of its article."""
    names: dict[str, str] = {}  # of things that are referred to by their @id
    best: dict[str, Any] = {}
    best_fit = (False, 0)
    title = bare(tree.xpath("string(//title)")) + " " + bare(tree.xpath("string(//h1)"))
    for thing in _things(tree):
        if isinstance(thing.get("@id"), str) and isinstance(thing.get("name"), str):
            names[thing["@id"]] = thing["name"]
        kinds = " ".join(_texts(thing.get("@type")))
        # Of several articles the one that the page is headed with: others are those it links to.
        headline = bare(unescape(" ".join(_texts(thing.get("headline")))))
        fit = (bool(headline) and headline in title, len(thing))
        if _TYPES.search(kinds) and fit > best_fit:
            best, best_fit = thing, fit
    of_another, whole = _of_another(best, tree)
    if not best or whole:
        return {}

    def named(value: object) -> str:
        parts = value if isinstance(value, list) else [value]
        found = [
            part if isinstance(part, str) else part.get("name") or names.get(str(part.get("@id")), "")
            for part in parts
            if isinstance(part, (str, dict))
        ]
        texts = [text for part in found for text in _texts(part)]
        return ", ".join(dict.fromkeys(" ".join(unescape(text).split()) for text in texts if text.strip()))

    kinds = " ".join(_texts(best.get("@type")))
    label = "opinion" if "Opinion" in kinds else "live" if "LiveBlog" in kinds else named(best.get("articleSection"))
    found = {
        "headline": "" if of_another else named(best.get("headline") or best.get("name")),
        "byline": _name(named(best.get("author") or best.get("creator"))),
        "published": named(best.get("datePublished") or best.get("dateCreated")),
        "outlet": named(best.get("publisher") or best.get("sourceOrganization")),
        "url": named(best.get("url")),
        "language": named(best.get("inLanguage")),
        "genre": label,
        "free": str(best.get("isAccessibleForFree", "")).casefold(),
        "told": text_of(next(iter(_texts(best.get("articleBody") or best.get("text"))), "")),
    }
    return {name: value for name, value in found.items() if value}


def _of_another(thing: dict[str, Any], tree: HtmlElement) -> tuple[bool, bool]:
    """Whether an article of the JSON-LD has another story's headline: no word in common with what the page's heading
    and title agree on; and whether all it says is another's, for its address or text is no part of the page."""
    told, heading = " ".join(_texts(thing.get("headline"))), _heading(tree)
    title = str(tree.xpath("string(//title)"))
    words, own = (set(re.findall(r"\w{4,}", unescape(text).casefold())) for text in (told, f"{heading} {title}"))
    if not words or not bare(heading) or bare(heading) not in bare(title) or words & own:
        return False, False
    address, canonical = _first(_texts(thing.get("url"))), _first(tree.xpath("//link[@rel='canonical']/@href"))
    if address and canonical:
        return True, urlsplit(str(address)).path.rstrip("/") != urlsplit(str(canonical)).path.rstrip("/")
    begins = bare(text_of(_first(_texts(thing.get("articleBody")), ""))[:200])
    return True, bool(begins) and begins not in bare(" ".join(tree.xpath("//body//text()[not(parent::script)]")))


def _things(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD blocks, however they are nested; a block that is broken is passed over."""
    left = _BLOCKS
    for block in tree.xpath("//script[contains(@type, 'ld+json')]/text()"):
        try:
            waiting = [json.loads(str(block), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and left:
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting.extend(thing[:_BLOCKS])
            elif isinstance(thing, dict):
                left -= 1
                yield thing
                waiting.extend(thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing)


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    given: dict[str, list[str]] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").casefold()
        if tag.get("content").strip():
            given.setdefault(name, []).append(" ".join(tag.get("content").split()))
    found = {}
    for field, names in _META.items():
        values = next((given[name] for name in names.split() if name in given), None)
        if values:
            found[field] = ", ".join(dict.fromkeys(values)) if field == "byline" else values[0]
    return found


def _without_outlet(title: str, outlet: str | None, heading: str) -> str:
    """The title without the outlet's name or section behind a bar or dash: *Bridge shut | The Courier*."""
    title = " ".join(title.split())
    parts = re.split(r" [|–—-] ", title)
    if len(parts) > 1 and heading and bare(heading) == bare(parts[0]):
        return parts[0]
    while len(parts) > 1 and outlet and bare(parts[-1]) in (bare(outlet), "the" + bare(outlet)):
        title = title[: len(title) - len(parts.pop()) - 3]
    return title.strip()


def _outlet(publisher: str | None, site: str | None, host: str | None) -> str | None:
    """The publisher or the site's name, whichever fits the address: a page may name its wire, or its software."""
    labels = [bare(label) for label in (host or "").split(".")[:-1] if label not in _COMMON_LABELS]
    for name in (publisher, site):
        if not name:
            continue
        plain = re.sub(r"^the", "", bare(name))
        initials = "".join(word[0] for word in re.findall(r"\w+", name.casefold()))
        if any(plain in label or label in plain or label == initials for label in labels) and len(plain) > 2:
            return name.lstrip("@").split(" | ")[0].strip()
    return site if site and len(bare(site)) > 2 else publisher


def _of_title(tree: HtmlElement, host: str | None) -> str | None:
    """The outlet's name behind a bar or dash in the page's title, where the address has it too."""
    parts = re.split(r"\s+[|–—-]\s+", " ".join(tree.xpath("string(//title)").split()))
    labels = [bare(label) for label in (host or "").split(".")[:-1] if label not in _COMMON_LABELS]
    name = re.sub(r"^the", "", bare(parts[-1])) if len(parts) > 1 else ""
    return parts[-1] if len(name) > 2 and any(label in (name, "the" + name) for label in labels) else None


def _heading(tree: HtmlElement) -> str:
    """The page's heading: of several the one that its title has, else the first."""
    found = [" ".join(heading.text_content().split()) for heading in tree.xpath("//h1")[:50]]
    title = bare(tree.xpath("string(//title)"))
    named = [text for text in found if bare(text) and bare(text) in title]
    return max(named, key=len) if named else found[0] if found else ""


def _written_by(tree: HtmlElement) -> str:
    """The byline in the page's text, where its markup says that it is one."""
    marks = "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'author-name')]"
    for element in tree.xpath(marks)[:3]:
        text = _name(" ".join(element.text_content().split()))
        if text and len(text) <= 80:
            return text
    return ""


def _name(text: str | None) -> str:
    """A byline without *by*; an address (of a profile) is no name."""
    written = re.split(r" \| |\b(?:Published|Updated|Posted)\b", text or "")[0]
    names = [re.sub(r"(?i)^by:?\s+", "", part.strip()) for part in written.split(",")]
    return ", ".join(name for name in names if name and not re.search(r"://|@|\d|•", name))


def _printed(tree: HtmlElement) -> str | None:
    """The date in a line such as *Updated 7 February 2026 | First published 5 January 2026*; null where none says so,
    or several do and disagree."""
    text = " ".join(" ".join(tree.itertext()).split())[:MAX_PAGE]
    found = {date[1] for date in _FIRST.finditer(text)} or {
        date[1]
        for date in _PUBLISHED.finditer(text)
        if _UPDATED.search(text[max(0, date.start() - _NEAR) : date.start()])
        or _UPDATED.search(text[date.end() : date.end() + _NEAR])
    }
    return found.pop() if len(found) == 1 else None


def _dated(tree: HtmlElement, url: str | None) -> str | None:
    """The date that htmldate finds in the markup or the address; it does not guess from the text."""
    from htmldate import find_date

    try:
        found = find_date(tree, url=url, original_date=True, extensive_search=False)
    except Exception:  # htmldate raises what lxml and dateutil raise; a page without a date is no fault
        return None
    # Where the markup names a month alone, htmldate 1.11 adds today's day.
    named = [str(value).strip() for value in tree.xpath("//@content | //@datetime")]
    month_alone = found and found[:7] in named and not any(found in value for value in named)
    return found[:7] if found and month_alone else found


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [str(item) for item in values if isinstance(item, (str, int, float)) and not isinstance(item, bool)]


def _first(values: Any, default: Any = None) -> Any:
    return values[0] if values else default
