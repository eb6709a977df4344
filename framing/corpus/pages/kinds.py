"""What kind of page a saved page is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FRONT = re.compile(r"^/?(?:index\.\w{2,5}|home/?|[a-z]{2}(?:-[a-z]{2})?/?)?$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"""(?i)"@type"\s*:\s*\[?\s*"[^"]*Article"|og:type["']?\s+content=["']article|article:published_time"""
)


def is_front_page(page: str, url: str | None) -> bool:
    """Whether a page is the front page of a site: its address has no path, and nothing in it says *article*."""
    try:
        path = urlsplit(url or "x:/x/y").path
    except ValueError:
        return False
    return bool(_FRONT.match(path)) and not _ARTICLE.search(page)


_HEADINGS = 4  # with links, that make a page one of links to stories
_SENTENCE, _TITLE = 8, 4  # words of a paragraph, and of an article's title


def lists_stories(page: str) -> bool:
    """Whether a page leads to articles and is none: nothing in it says *article*, and nearly each of its paragraphs
    stands with a heading that is a link."""
    if _ARTICLE.search(page) or page.casefold().count("<a") < _HEADINGS:
        return False
    from trafilatura import load_html

    tree: HtmlElement | None = load_html(page)
    if tree is None:
        return False
    headings = tree.xpath("//*[self::h2 or self::h3 or self::h4][.//a or parent::a]")
    paragraphs = tree.xpath("//p[not(ancestor::footer)]")
    paragraphs = [one for one in paragraphs if len(one.text_content().split()) >= _SENTENCE]
    named = any(len(heading.text_content().split()) >= _TITLE for heading in tree.xpath("//h1"))
    if named or len(headings) < _HEADINGS or not 3 <= len(paragraphs) <= 2 * len(headings):
        return False
    cards = {heading.getparent() for heading in headings} | {heading.getparent().getparent() for heading in headings}
    cards = {card for card in cards if card is not None and card.xpath("count(.//h2 | .//h3 | .//h4)") == 1}
    alone = [one for one in paragraphs if not any(above in cards for above in one.iterancestors())]
    return len(alone) * 5 <= len(paragraphs)
