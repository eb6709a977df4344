"""NewsML-G2 and NewsML 1: the agencies' news items, alone or several in a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.files.xml import all_of, paragraphs_of, parse, root_of, text_of
from framing.corpus.readers.nitf import fields_of_nitf

ENDINGS = (".xml", ".newsml")
CHECKED = "written after the public descriptions of NewsML-G2 2.30 and NewsML 1.2"
SURE = True
_ROOTS = ("newsMessage", "newsItem", "NewsML", "NewsItem", "packageItem")


def recognises(head: bytes) -> bool:
    """A news item or a message of them."""
    return root_of(head) in _ROOTS


def read(source: Source) -> Iterator[Raw]:
    """The text of each item; pictures and packages have none."""
    root = parse(source.read())
    items = all_of(root, "newsItem") or all_of(root, "NewsItem")
    if not items:
        raise UnreadableError("holds no news item", "export it again")
    for number, item in enumerate(items, 1):
        fields = _fields(item)
        if "body" in fields:
            yield Raw(fields, line=item.sourceline or number, many=len(items) > 1)
    if not any(_fields(item).get("body") for item in items):
        raise UnreadableError("holds news items without text", "export the text items")


def _fields(item: Any) -> dict[str, str]:
    inner = all_of(item, "nitf")
    fields = fields_of_nitf(inner[0]) if inner else {}
    if not fields.get("body"):
        contents = all_of(item, "inlineXML") or all_of(item, "DataContent") or all_of(item, "inlineData")
        texts = [paragraphs_of(part) or " ".join("".join(part.itertext()).split()) for part in contents]
        fields["body"] = next((text for text in texts if text), "")
    given = {
        "headline": text_of(item, "contentMeta/headline", "NewsLines/HeadLine"),
        "byline": text_of(item, "contentMeta/by", "NewsLines/ByLine"),
        "published": text_of(
            item,
            "itemMeta/firstCreated",
            "contentMeta/contentCreated",
            "itemMeta/versionCreated",
            "FirstCreated",
            "DateAndTime",
        ),
        "outlet": text_of(
            item,
            "rightsInfo/copyrightHolder/name",
            "itemMeta/provider/name",
            "contentMeta/creditline",
            "NewsLines/CreditLine",
        )
        or next((one.get("literal") for name in ("copyrightHolder", "provider") for one in all_of(item, name)), None),
        "language": next((one.get("tag") for one in all_of(item, "language") if one.get("tag")), None),
        "id": item.get("guid") or text_of(item, "PublicIdentifier", "NewsItemId"),
    }
    found = {**fields, **{name: value for name, value in given.items() if value}}
    return {name: value for name, value in found.items() if value}
