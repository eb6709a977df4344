"""Web archives (WARC), as crawlers and browser extensions save them: each HTML page in one is an article."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framing.corpus.files.encoding import UnreadableError, decode_bytes
from framing.corpus.files.fields import Raw
from framing.corpus.pages.extract import MAX_PAGE, page_fields
from framing.errors import install

MAX_ARCHIVE = 4 * 1024**3  # bytes; it is read as a stream
_RECORDS = 100_000


def read_warc(path: Path) -> Iterator[Raw]:
    """The pages of a WARC file that were answered with 200 and are HTML; others are passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as problem:
        raise UnreadableError("is a web archive", f"{install('archives')} to read it") from problem
    if path.stat().st_size > MAX_ARCHIVE:
        raise UnreadableError(f"is larger than {MAX_ARCHIVE // 1024**3} GB", "split it")
    with path.open("rb") as stream:
        records = iter(ArchiveIterator(stream))
        for number in range(1, _RECORDS + 1):
            try:
                with contextlib.redirect_stderr(io.StringIO()):  # warcio prints what it doubts
                    record = next(records, None)
                    found = _response(record) if record is not None else None
            except Exception as problem:  # warcio meets broken records with errors of every kind
                if number == 1:
                    raise UnreadableError("is no readable WARC file", "save it again") from problem
                yield Raw(line=number, problem=("is damaged from this record on", "save it again"))
                return
            if record is None:
                return
            if found is None:
                continue
            page, kind, url = found
            if len(page) > MAX_PAGE:
                yield Raw(line=number, problem=("is a page that is too large: left out", "save its text alone"))
            else:
                yield _page(page, kind, url, number)
        yield Raw(line=_RECORDS, problem=(f"has more than {_RECORDS:,} records: the rest is left out", "split it"))


def _response(record: Any) -> tuple[bytes, str, str | None] | None:
    """Bytes, type and address of a page that was answered; null for another record.

    Never more than a page's worth is unpacked, whatever a compressed record claims.
    """
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None
    kind = (headers.get_header("Content-Type") or "").casefold()
    if "html" not in kind:
        return None
    return record.content_stream().read(MAX_PAGE + 1), kind, record.rec_headers.get_header("WARC-Target-URI")


def _page(page: bytes, kind: str, url: str | None, number: int) -> Raw:
    charset = kind.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    try:
        fields = page_fields(decode_bytes(page, charset), url)
    except UnreadableError as problem:
        return Raw(line=number, problem=(problem.problem, problem.advice))
    return Raw({**({"url": url} if url else {}), **fields}, line=number)
