"""Rich Text Format: one article, or the export of a news database."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.pasted import articles
from framing.corpus.files.source import Source

ENDINGS = (".rtf", ".doc")
CHECKED = "written after the public description of RTF 1.9; files made by hand"
SURE = True
# Text that was deleted while changes were tracked, and instructions of fields (addresses of links).
_DELETED = re.compile(r"\{\\deleted\b[^{}]{0,20000}\}|\\deleted\b(?!0)[^{}]{0,20000}(?=\})")


def recognises(head: bytes) -> bool:
    r"""{\rtf."""
    return head.lstrip()[:5] == b"{\\rtf"


def read(source: Source) -> Iterator[Raw]:
    """The article, or those of an export."""
    from striprtf.striprtf import rtf_to_text

    if source.head(8).startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("is an old Word file", "save it as .docx")
    text = source.text()
    if not text.lstrip().startswith("{\\rtf"):
        raise UnreadableError("is no RTF file", "save it as RTF or .docx again")
    text = re.sub(r"\\_(?![a-z])", "-", _DELETED.sub("", text))
    try:
        plain = str(rtf_to_text(text, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, AttributeError, LookupError, RecursionError, TypeError) as problem:
        raise UnreadableError("is no readable RTF file", "save it as RTF again") from problem
    yield from articles(plain)
