"""A web page that a browser saved in one file (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError, decode_bytes
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.pages.extract import MAX_PAGE
from framing.corpus.readers.web_page import pages

ENDINGS = (".mhtml", ".mht")
CHECKED = "made by hand after RFC 2557"
SURE = True


def recognises(head: bytes) -> bool:
    """A header of an e-mail, with the address of the page that was saved."""
    return bool(re.search(rb"(?mi)^Snapshot-Content-Location:|^Content-Type: multipart/related", head[:4096]))


def read(source: Source) -> Iterator[Raw]:
    """The page's article."""
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(source.read(), policy=policy.compat32)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        content = part.get_payload(decode=True) if part is not None else None
        url = str(message.get("Snapshot-Content-Location") or "") or None
        charset = part.get_content_charset() if part is not None else None
    except (ValueError, LookupError, TypeError, AssertionError, RecursionError) as problem:
        raise UnreadableError("is no readable MHTML file", "save the page again, as HTML") from problem
    if not isinstance(content, bytes):
        raise UnreadableError("no article was found in this page", "paste its text into a .txt or .md file")
    yield from pages(decode_bytes(content, charset)[:MAX_PAGE], url)
