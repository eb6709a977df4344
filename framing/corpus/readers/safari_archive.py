"""A web page that Safari saved (`.webarchive`)."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import Any

from framing.corpus.files.encoding import UnreadableError, decode_bytes
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.readers.web_page import pages

ENDINGS = (".webarchive",)
CHECKED = "written after the public description of the format"


def recognises(head: bytes) -> bool:
    """A property list."""
    return head.startswith(b"bplist00") or b"<plist" in head[:300]


def read(source: Source) -> Iterator[Raw]:
    """The page's article."""
    try:
        main: Any = plistlib.loads(source.read())["WebMainResource"]
        content, url = main["WebResourceData"], str(main.get("WebResourceURL") or "") or None
        charset = str(main.get("WebResourceTextEncodingName") or "") or None
    except UnreadableError:
        raise
    except Exception as problem:  # plistlib raises what it meets
        raise UnreadableError("is no readable web archive of Safari", "save the page again") from problem
    if not isinstance(content, bytes):
        raise UnreadableError("no article was found in this page", "paste its text into a .txt or .md file")
    yield from pages(decode_bytes(content, charset), url)
