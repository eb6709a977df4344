"""XML of strangers: no entities are resolved, nothing is fetched, depth and size are bounded."""

from __future__ import annotations

import re
from typing import Any

from framing.corpus.files.encoding import UnreadableError


def parse(content: bytes, recover: bool = False) -> Any:
    """The root element. Raises UnreadableError where it is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=recover, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise UnreadableError("is not valid XML", "save or export it again") from problem
    if root is None:
        raise UnreadableError("is not valid XML", "save or export it again")
    return root


def root_of(head: bytes) -> str:
    """The name of the root element, without its namespace, of a file that begins like this; empty for no XML."""
    text = re.sub(r"(?s)<!--.*?-->", "", _latin(head)).lstrip("\ufeff \t\r\n")
    if not text.startswith("<"):
        return ""
    text = re.sub(r"(?s)^(?:\s*<\?.*?\?>|\s*<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)+", "", text).lstrip()
    found = re.match(r"<(?:[\w.-]+:)?([\w.-]+)", text)
    return found[1] if found else ""


def _latin(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    return head.decode("utf-8-sig", errors="replace")


def all_of(element: Any, name: str) -> list[Any]:
    """The elements of this name inside, whatever their namespace."""
    return list(element.iter(f"{{*}}{name}", name))


def text_of(element: Any, *paths: str) -> str | None:
    """The text of the first of these children (`docdata/date.issue`) that has one, whatever their namespaces."""
    for path in paths:
        steps = "/".join(f"*[local-name()='{step}']" for step in path.split("/"))
        for found in element.xpath(f".//{steps}"):
            text = " ".join("".join(found.itertext()).split())
            if text:
                return text
    return None


def paragraphs_of(element: Any, names: tuple[str, ...] = ("p",), without: tuple[str, ...] = ()) -> str:
    """The text of the elements of these names inside, each a paragraph; none that stands in another of them."""
    found = []
    for child in element.iter():
        if not isinstance(child.tag, str) or child.tag.rpartition("}")[2] not in names:
            continue
        outer = [up.tag.rpartition("}")[2] for up in child.iterancestors() if isinstance(up.tag, str)]
        if any(name in names or name in without for name in outer):
            continue
        text = " ".join("".join(child.itertext()).split())
        if text:
            found.append(text)
    return "\n\n".join(found)
