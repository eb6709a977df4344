"""Rich Text Format: one article, or the export of a news database."""

from __future__ import annotations

from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.pasted import articles
from framing.corpus.files.rtf import paragraphs_of
from framing.corpus.files.source import Source

ENDINGS = (".rtf", ".doc")
CHECKED = "real files of the Austrian press agency seen; made with pandoc 3; after Microsoft's description of RTF 1.9.1"
SURE = True


def recognises(head: bytes) -> bool:
    r"""{\rtf."""
    return head.lstrip()[:5] == b"{\\rtf"


def read(source: Source) -> Iterator[Raw]:
    """The article, or those of an export."""
    if source.head(8).startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("is an old Word file", "save it as .docx")
    text = source.text()
    if not text.lstrip().startswith("{\\rtf"):
        raise UnreadableError("is no RTF file", "save it as RTF or .docx again")
    yield from articles("\n".join(paragraphs_of(text)))
