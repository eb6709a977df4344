"""An e-book (EPUB), as programs make one of a newspaper: each of its chapters that is an article."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from framing.corpus.files.encoding import MAX_BYTES, UnreadableError, decode_bytes
from framing.corpus.files.fields import Raw
from framing.corpus.files.packed import member, opened
from framing.corpus.files.source import Source
from framing.corpus.files.xml import parse, text_of
from framing.corpus.pages.extract import MAX_PAGE

ENDINGS = (".epub",)
CHECKED = "written after the public description of EPUB 3"
_LEAST, _BRIEF = 60, 20  # words of an article; of one with a heading and sentences
_CHAPTERS = 5_000


def recognises(head: bytes) -> bool:
    """A zip that says so."""
    return head.startswith(b"PK\x03\x04") and b"application/epub+zip" in head[:200]


def read(source: Source) -> Iterator[Raw]:
    """The chapters in order; lists of links, and pages of few words, are no articles, and are counted in a note."""
    with opened(source, "e-book") as archive:
        container = parse(member(archive, "META-INF/container.xml", "e-book"))
        place = next(iter(container.xpath("//*[local-name()='rootfile']/@full-path")), None)
        if place is None:
            raise UnreadableError("is no readable e-book", "save it again")
        package = parse(member(archive, place, "e-book"))
        about = {
            "outlet": text_of(package, "metadata/publisher") or text_of(package, "metadata/title"),
            "published": text_of(package, "metadata/date"),
            "language": text_of(package, "metadata/language"),
        }
        items = {item.get("id"): item.get("href") for item in package.xpath("//*[local-name()='item']")}
        chapters = [items.get(ref.get("idref")) for ref in package.xpath("//*[local-name()='itemref']")]
        unpacked = others = 0
        for number, chapter in enumerate(chapters[:_CHAPTERS], 1):
            if chapter is None:
                continue
            if unpacked > MAX_BYTES:
                yield Raw(problem=("is longer than any newspaper: the rest is left out", "split it"), many=True)
                return
            name = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(chapter)))
            try:
                page = decode_bytes(member(archive, name, "part of this e-book", MAX_PAGE))
            except UnreadableError as problem:
                yield Raw(problem=(problem.problem, problem.advice), inner=name, severity="warning", many=True)
                continue
            unpacked += len(page)
            fields = _chapter(page)
            if fields:
                known = {field: value for field, value in about.items() if value}
                yield Raw({**known, **fields}, line=number, inner=name, many=True)
            else:
                others += 1
        if others:
            parts = "1 part that is" if others == 1 else f"{others} parts that are"
            what = f"has {parts} no article (a title page, a list of links, few words): left out"
            yield Raw(problem=(what, "leave it so"), severity="note", many=True)


def _chapter(page: str) -> dict[str, str] | None:
    from lxml import etree, html

    from framing.corpus.databases.lines import text_of_element

    try:
        tree: Any = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    headings = tree.xpath("//h1 | //h2 | //h3")
    linked = sum(len(" ".join(link.text_content().split())) for link in tree.xpath("//a[@href]"))
    heading = " ".join(headings[0].text_content().split()) if headings else ""
    if headings:
        headings[0].drop_tree()
    text = text_of_element(tree)
    words = len(text.split())
    brief = heading and words >= _BRIEF and re.search(r"[.!?…][”\"’')]*(?:\s|$)", text)
    if (words < _LEAST and not brief) or linked * 2 > len(text):
        return None
    return {"body": text, **({"headline": heading} if heading else {})}
