"""Web archives (WARC), as crawlers and browser extensions save them: each HTML page in one is an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from framing.corpus.encoding import UnreadableError, decode_bytes
from framing.corpus.extract import MAX_PAGE, page_fields
from framing.corpus.fields import Raw

MAX_ARCHIVE = 4 * 1024**3  # bytes; it is read as a stream
_RECORDS = 100_000


def read_warc(path: Path) -> Iterator[Raw]:
    """The pages of a WARC file that were answered with 200 and are HTML; others are passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as problem:
        raise UnreadableError("is a web archive", "pip install 'framing[archives]' to read it") from problem
    if path.stat().st_size > MAX_ARCHIVE:
        raise UnreadableError(f"is larger than {MAX_ARCHIVE // 1024**3} GB", "split it")
    with path.open("rb") as stream:
        try:
            for number, record in enumerate(ArchiveIterator(stream), 1):
                if number > _RECORDS:
                    problem_ = (f"has more than {_RECORDS:,} records: the rest is left out", "split it")
                    yield Raw(line=number, problem=problem_)
                    return
                headers = record.http_headers
                if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
                    continue
                kind = (headers.get_header("Content-Type") or "").casefold()
                if "html" not in kind:
                    continue
                # Never more than a page's worth, whatever the compressed record claims.
                page = record.content_stream().read(MAX_PAGE + 1)
                if len(page) > MAX_PAGE:
                    yield Raw(line=number, problem=("is a page that is too large", "it was left out"))
                    continue
                yield _page(page, kind, record.rec_headers.get_header("WARC-Target-URI"), number)
        except (ArchiveLoadFailed, ValueError, EOFError, OSError) as problem:
            raise UnreadableError("is no readable WARC file", "save it again") from problem


def _page(page: bytes, kind: str, url: str | None, number: int) -> Raw:
    charset = kind.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    try:
        fields = page_fields(decode_bytes(page, charset), url)
    except UnreadableError as problem:
        return Raw(line=number, problem=(problem.problem, problem.advice))
    return Raw({**({"url": url} if url else {}), **fields}, line=number)
