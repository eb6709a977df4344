"""A web archive of Browsertrix, ArchiveWeb.page or Conifer (WACZ): its pages that are articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from zipfile import ZipFile

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.packed import member, members, opened, streamed
from framing.corpus.files.source import Source
from framing.corpus.readers import web_archive

ENDINGS = (".wacz",)
CHECKED = "written after the public description of WACZ 1.1"


def recognises(head: bytes) -> bool:
    """A zip."""
    return head.startswith(b"PK\x03\x04")


def read(source: Source) -> Iterator[Raw]:
    """The pages that its list names, or all pages where it has no list."""
    with opened(source, "WACZ file") as archive:
        names = list(members(archive))
        warcs = [name for name in names if name.endswith((".warc", ".warc.gz"))]
        if not warcs:
            raise UnreadableError("holds no web archive", "export it again")
        wanted = _pages(archive, names)
        for name in warcs:
            with streamed(archive, name, "WACZ file") as stream:
                for raw in web_archive.records(stream, wanted or None):
                    raw.inner = name
                    yield raw


def _pages(archive: ZipFile, names: list[str]) -> frozenset[str]:
    """The addresses in its lists of pages."""
    found = set()
    for name in names:
        if name.startswith("pages/") and name.endswith(".jsonl"):
            for line in member(archive, name, "WACZ file").decode("utf-8", "replace").split("\n"):
                try:
                    page = json.loads(line or "null")
                except (ValueError, RecursionError):
                    continue
                if isinstance(page, dict) and isinstance(page.get("url"), str):
                    found.add(page["url"])
    return frozenset(found)
