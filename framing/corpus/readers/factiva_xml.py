"""Factiva's XML: a list of articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.files.xml import all_of, parse, root_of, text_of

ENDINGS = (".xml",)
CHECKED = "real files of Factiva seen"
SURE = True


def recognises(head: bytes) -> bool:
    """Factiva's answer."""
    return root_of(head) in ("PPSResponse", "ppsArticleResponse") or b"global.factiva.com" in head


def read(source: Source) -> Iterator[Raw]:
    """Each article."""
    for number, article in enumerate(all_of(parse(source.read()), "article"), 1):
        parts = [part for name in ("leadParagraph", "tailParagraphs") for part in all_of(article, name)]
        fields = {
            "headline": text_of(article, "headline"),
            "body": "\n\n".join(filter(None, (_text(part) for part in parts))),
            "byline": text_of(article, "byline"),
            "published": text_of(article, "publicationDate/dateTime", "publicationDate/date", "publicationDate"),
            "outlet": text_of(article, "sourceName"),
            "agency": text_of(article, "credit"),
            "genre": text_of(article, "sectionName", "columnName"),
            "language": text_of(article, "baseLanguage"),
            "id": text_of(article, "accessionNo"),
        }
        found = {name: value for name, value in fields.items() if value}
        yield Raw(found, line=article.sourceline or number, many=True)


def _text(part: Any) -> str:
    paragraphs = all_of(part, "paragraph")
    if paragraphs:
        return "\n\n".join(filter(None, (" ".join("".join(one.itertext()).split()) for one in paragraphs)))
    return "\n".join(line.strip() for line in "".join(part.itertext()).split("\n")).strip()
