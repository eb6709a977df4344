"""TEI, and the plain XML of trafilatura: an article, or a corpus of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.files.xml import all_of, paragraphs_of, parse, root_of, text_of

ENDINGS = (".xml", ".tei")
CHECKED = "written after the public descriptions of TEI P5 and of the XML of trafilatura 2"
SURE = True
_BLOCKS = ("p", "head", "item", "ab", "quote", "l")


def recognises(head: bytes) -> bool:
    """The root element of TEI or of trafilatura."""
    return root_of(head) in ("TEI", "TEI.2", "teiCorpus", "doc")


def read(source: Source) -> Iterator[Raw]:
    """Each text."""
    root = parse(source.read())
    if root.tag == "doc":
        yield Raw(_doc(root))
        return
    texts = all_of(root, "TEI") + all_of(root, "TEI.2")
    if not texts:
        raise UnreadableError("holds no text", "export it again")
    for number, text in enumerate(texts, 1):
        yield Raw(_tei(text), line=text.sourceline or number, many=len(texts) > 1)


def _tei(root: Any) -> dict[str, str]:
    bodies = [body for text in all_of(root, "text") for body in all_of(text, "body")]
    parts = [part for body in bodies for part in body if part.get("type") != "comments"] or bodies
    address = [one.get("target") for one in all_of(root, "ptr") if (one.get("type") or "").upper() == "URL"]
    fields = {
        "headline": text_of(root, "titleStmt/title", "analytic/title"),
        "byline": text_of(root, "titleStmt/author", "analytic/author"),
        "outlet": text_of(root, "monogr/title", "publicationStmt/publisher", "biblFull/publicationStmt/publisher"),
        "published": text_of(root, "sourceDesc/biblFull/publicationStmt/date", "publicationStmt/date", "imprint/date")
        or next((one.get("when") for one in all_of(root, "date") if one.get("when")), None),
        "url": next(filter(None, address), None),
        "body": "\n\n".join(filter(None, (_text(part) for part in parts))),
    }
    return {name: value for name, value in fields.items() if value}


def _text(part: Any) -> str:
    name = part.tag.rpartition("}")[2] if isinstance(part.tag, str) else ""
    return " ".join("".join(part.itertext()).split()) if name in _BLOCKS else paragraphs_of(part, _BLOCKS)


def _doc(root: Any) -> dict[str, str]:
    main = all_of(root, "main")
    names = {"title": "headline", "author": "byline", "sitename": "outlet", "hostname": "domain", "source": "url"}
    fields = {our: root.get(name) for name, our in {**names, "date": "published", "language": "language"}.items()}
    fields["body"] = paragraphs_of(main[0], _BLOCKS) if main else ""
    return {name: value for name, value in fields.items() if value}
