"""A saved web page; body and metadata are extracted; its folder `..._files` is left out. Or a database's export."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.databases import split_page
from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.pages.extract import MAX_PAGE, page_fields
from framing.corpus.pages.kinds import is_front_page, lists_stories

ENDINGS = (".html", ".htm", ".xhtml")
CHECKED = "real pages of the gold set seen; exports of databases as below"
SURE = True


# The address that browsers and SingleFile note in a page that they save.
_SAVED = re.compile(r"(?i)<!--(?:(?!-->).){0,400}?(?:saved from url=\(\d+\)|\burl: )(https?://[^\s<>\"]+)", re.DOTALL)


def recognises(head: bytes) -> bool:
    """A document type or an `html` element at the beginning."""
    start = re.sub(rb"(?s)^(?:\xef\xbb\xbf|\s|<\?xml.*?\?>|<!--.*?-->)+", b"", head[:4096])[:200].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def read(source: Source) -> Iterator[Raw]:
    """The page's article, or those of an export."""
    yield from pages(source.text())


def pages(page: str, url: str | None = None) -> Iterator[Raw]:
    """The articles of a page. Raises UnreadableError for one that holds none."""
    if len(page) > MAX_PAGE:
        raise UnreadableError(f"is a page of more than {MAX_PAGE:,} characters", "paste its text into a .txt file")
    exported = split_page(page)
    if exported is not None:
        yield from exported
        return
    if url is None and (saved := _SAVED.search(page[:4096])):
        url = saved[1]
    fields = page_fields(page, url)
    if "body" not in fields:
        raise UnreadableError("no article was found in this page", "paste its text into a .txt or .md file")
    if is_front_page(page, fields.get("url") or url):
        raise UnreadableError("is the front page of a site, no article", "save the pages of the articles")
    if lists_stories(page):
        raise UnreadableError("is a front page or a list of stories, no article", "save the pages of the articles")
    yield Raw({**({"url": url} if url else {}), **fields})
