"""A web archive (WARC, ARC): each page in it that is an article; front pages are named and left out."""

from __future__ import annotations

import contextlib
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Any

from framing.corpus.files.encoding import UnreadableError, decode_bytes
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.pages.extract import MAX_PAGE
from framing.corpus.readers.web_page import pages
from framing.errors import install

ENDINGS = (".warc", ".warc.gz", ".arc", ".arc.gz")
CHECKED = "made by hand after WARC 1.1 and ARC 1; `resource` records, gzip, brotli, zstd"
SURE = True

MAX_ARCHIVE = 4 * 1024**3  # bytes; it is read as a stream
_RECORDS = 100_000


def recognises(head: bytes) -> bool:
    """WARC/1, or an ARC file's first line, packed or not."""
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 256)
        except zlib.error:
            return False
    return head.startswith((b"WARC/", b"filedesc://"))


def read(source: Source) -> Iterator[Raw]:
    """The pages that were answered with 200 and are HTML; others are passed over."""
    if source.size > MAX_ARCHIVE:
        raise UnreadableError(f"is larger than {MAX_ARCHIVE // 1024**3} GB", "split it")
    with source.open() as stream:
        yield from records(stream)


def records(stream: Any, wanted: frozenset[str] | None = None) -> Iterator[Raw]:
    """The articles of a stream of records; only those at the `wanted` addresses, where these are given."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as problem:
        advice = f"{install('archives')} to read it"
        raise UnreadableError("is a web archive", advice) from problem
    found = iter(ArchiveIterator(stream, arc2warc=True))
    for number in range(1, _RECORDS + 1):
        try:
            with contextlib.redirect_stderr(io.StringIO()):  # warcio prints what it doubts
                record = next(found, None)
                answer = _answer(record) if record is not None else None
        except UnreadableError as problem:
            yield Raw(line=number, problem=(problem.problem, problem.advice), severity="warning", many=True)
            continue
        except Exception as problem:  # warcio meets broken records with errors of every kind
            if number == 1:
                raise UnreadableError("is no readable WARC file", "save it again") from problem
            yield Raw(line=number, problem=("is damaged from this record on", "save it again"), many=True)
            return
        if record is None:
            return
        if answer is None or (wanted is not None and answer[2] not in wanted):
            continue
        yield from _page(*answer, number)
    yield Raw(
        line=_RECORDS, problem=(f"has more than {_RECORDS:,} records: the rest is left out", "split it"), many=True
    )


def _answer(record: Any) -> tuple[bytes, str, str | None] | None:
    """Bytes, type and address of a page; null for another record."""
    headers = record.http_headers
    url = record.rec_headers.get_header("WARC-Target-URI")
    if record.rec_type == "resource":  # a page that a program made, not a server's answer
        kind = (record.rec_headers.get_header("Content-Type") or "").casefold()
        return (record.raw_stream.read(MAX_PAGE + 1), kind, url) if "html" in kind else None
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None
    kind = (headers.get_header("Content-Type") or "").casefold()
    if "html" not in kind:
        return None
    coding = (headers.get_header("Content-Encoding") or "").strip().casefold()
    # warcio decodes gzip and deflate of itself, and chunks; what else there is, is decoded here.
    packed = "br" in coding or "zstd" in coding or "x-gzip" in coding
    stream = record.raw_stream if packed else record.content_stream()
    if packed and "chunked" in (headers.get_header("Transfer-Encoding") or "").casefold():
        from warcio.bufferedreaders import ChunkedDataReader

        stream = ChunkedDataReader(stream)
    content = stream.read(MAX_PAGE + 1)
    return (_decoded(content, coding) if packed else content), kind, url


def _decoded(content: bytes, coding: str) -> bytes:
    """The bytes of a page as they were before the server packed them; never more than a page's worth."""
    try:
        if "br" in coding:
            import brotli

            return _unbrotli(brotli.Decompressor(), content)
        if "zstd" in coding:
            import zstandard

            with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(content)) as reader:
                return bytes(reader.read(MAX_PAGE + 1))
        with gzip.open(io.BytesIO(content)) as reader:
            return reader.read(MAX_PAGE + 1)
    except ImportError as problem:
        advice = f"{install('archives')} to read it"
        raise UnreadableError(f"holds a page packed with {coding}", advice) from problem
    except Exception as problem:  # each packer has its own errors
        if not content.startswith((b"<", b"\xef\xbb\xbf")):
            raise UnreadableError(f"holds a page that cannot be unpacked ({coding[:20]})", "save it again") from problem
        return content  # it was unpacked when it was saved


def _unbrotli(decoder: Any, content: bytes) -> bytes:
    found, size = [], 0
    for start in range(0, len(content), 65536):
        piece = decoder.process(content[start : start + 65536], output_buffer_limit=MAX_PAGE)
        found.append(piece)
        size += len(piece)
        while size <= MAX_PAGE and not decoder.can_accept_more_data():
            piece = decoder.process(b"", output_buffer_limit=MAX_PAGE)
            found.append(piece)
            size += len(piece)
        if size > MAX_PAGE:
            break
    return b"".join(found)


def _page(page: bytes, kind: str, url: str | None, number: int) -> Iterator[Raw]:
    charset = kind.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    if len(page) > MAX_PAGE:
        yield Raw(line=number, problem=("is a page that is too large: left out", "save its text alone"), many=True)
        return
    try:
        for raw in pages(decode_bytes(page, charset), url):
            raw.line, raw.many = number, True
            yield raw
    except UnreadableError as problem:
        address = f" ({url[:120]})" if url else ""
        what = f"{problem.problem}{address}: left out"
        yield Raw(line=number, problem=(what, problem.advice), severity="note", many=True)
