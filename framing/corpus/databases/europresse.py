"""Europresse (Eureka.cc): HTML, old and new; the date of the certificate below each article is not the article's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from framing.corpus.databases.lines import text_of_element
from framing.corpus.files.fields import Raw

NAME = "Europresse, Eureka.cc"
CHECKED = "real files of Europresse seen (HTML, two forms)"

PAGE = re.compile(r"(?i)DocPublicationName|rdp__articletitle|cedrom-sni\.com")
_NUMBER = re.compile(r"news\W?\d{8}\W?[A-Z]{1,4}\W?[\w]+")


def recognises(text: str) -> bool:  # noqa: ARG001
    """Europresse gives HTML and PDF; in a text its articles cannot be told apart."""
    return False


def split(text: str) -> Iterator[Raw]:  # noqa: ARG001
    """None."""
    return iter(())


def split_page(page: str) -> Iterator[Raw]:
    """The articles of a saved page."""
    from lxml import etree, html

    tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    etree.strip_elements(tree, "script", "style", "form", etree.Comment, with_tail=False)
    names = tree.xpath("//*[contains(@class, 'DocPublicationName')]")
    holders = [_holder(name, tree) for name in names]
    held = Counter(map(id, holders))
    for number, (name, article) in enumerate(zip(names, holders, strict=True), 1):
        if held[id(article)] > 1:  # not divided as any export that is known
            what = f"holds {held[id(article)]} articles of Europresse that cannot be told apart: left out"
            yield Raw(line=number, problem=(what, "export them again, as HTML"), many=True)
            return
        yield Raw(_read(article, name), line=number, many=True)


def _holder(name: Any, tree: Any) -> Any:
    """The element that an article stands in."""
    found = next(name.iterancestors("article"), None)
    return found if found is not None else next(name.iterancestors("td"), tree)


def _read(article: Any, name: Any) -> dict[str, str]:
    number = _NUMBER.search(_text(article))
    headers = article.xpath(".//*[contains(@class, 'DocHeader')]")
    header = " ".join(_text(part) for part in headers)
    titles = article.xpath(".//*[contains(@class, 'itreArticleVisu') or contains(@class, 'rdp__articletitle')]")
    title = _text(titles[0]) if titles else ""
    body, byline = _new(article) if article.tag == "article" else _old(article, titles)
    found = {
        "outlet": re.split(r"\s{3,}|, (?=no\b|n°)", _text(name, " " * 3))[0].strip(),
        "headline": title,
        "published": header,
        "genre": header.split(",")[0] if "," in header else "",
        "byline": byline,
        "id": number[0] if number else "",
        "body": body,
    }
    return {field: value for field, value in found.items() if value}


def _text(element: Any, blank: str = " ") -> str:
    return re.sub(r"\s+", lambda found: blank if len(found[0]) > 2 else " ", element.text_content()).strip()


def _new(article: Any) -> tuple[str, str]:
    """An `article` with header, section, aside and footer."""
    sections = article.xpath("./section | ./div[contains(@class, 'docOcurr')]")
    if not sections:
        sections = article.xpath(".//*[contains(@class, 'docOcurrContainer')]")
    body = "\n\n".join(text_of_element(section) for section in sections)
    authors = article.xpath(".//header/div[contains(@class, 'titreArticle')]/following-sibling::div")
    return body, " ".join(_text(author) for author in authors).strip()


def _old(article: Any, titles: list[Any]) -> tuple[str, str]:
    """A table cell in which title, author and text follow each other."""
    text = text_of_element(article)
    title = text_of_element(titles[0]) if titles else ""
    after = text[text.find(title) + len(title) :] if title else text
    after = re.split(
        r"(?m)^(?:©.*|.{0,20}Tous droits réservés.*|Numéro de document ?:.*|Document number ?:.*)$", after
    )[0]
    blocks = [block.strip() for block in re.split(r"\n\n+", after) if block.strip()]
    byline = ""
    if len(blocks) > 1 and len(blocks[0].split()) <= 6 and not re.search(r"[.!?:]$", blocks[0]):
        byline = blocks.pop(0)
    return "\n\n".join(blocks), byline
