"""NITF: the news industry's text format, as agencies and the New York Times Corpus have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.files.xml import all_of, paragraphs_of, parse, root_of, text_of

ENDINGS = (".nitf", ".xml")
CHECKED = "written after the public description of NITF 3.6"
SURE = True


def recognises(head: bytes) -> bool:
    """The element `nitf`."""
    return root_of(head) == "nitf"


def read(source: Source) -> Iterator[Raw]:
    """The article."""
    yield Raw(fields_of_nitf(parse(source.read())))


def fields_of_nitf(root: Any) -> dict[str, str]:
    """The fields of an element `nitf`."""
    data = next(iter(all_of(root, "pubdata")), None)
    dates = [
        element.get("norm") for name in ("date.issue", "story.date", "date.release") for element in all_of(root, name)
    ]
    content = all_of(root, "body.content") or all_of(root, "body") or [root]
    body = "\n\n".join(
        paragraphs_of(part, ("p", "hl2", "li"), ("media", "byline", "dateline", "hedline")) for part in content
    )
    metas = {meta.get("name"): meta.get("content") for meta in all_of(root, "meta")}
    fields = {
        "headline": text_of(root, "hedline/hl1", "body.head/headline", "title"),
        "body": body,
        "byline": (text_of(root, "byttl") and text_of(root, "byline/person", "byline")) or text_of(root, "byline"),
        "published": (data.get("date.publication") if data is not None else None) or next(filter(None, dates), None),
        "outlet": (data.get("name") if data is not None else None) or text_of(root, "distributor", "doc.copyright"),
        "agency": text_of(root, "distributor/org", "distributor"),
        "url": data.get("ex-ref") if data is not None else None,
        "genre": metas.get("dsk")
        or metas.get("print_section")
        or (data.get("position.section") if data is not None else None),
        "id": next((element.get("id-string") for element in all_of(root, "doc-id")), None),
    }
    return {name: value for name, value in fields.items() if value}
