"""From the bytes of a file to its text: which encoding it is in, and what is no text at all."""

from __future__ import annotations

import re
from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024  # a larger file is refused
_WESTERN = ("cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "latin", "iso8859", "mac")
_DECLARED = re.compile(
    rb"""(?i)(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})"""
)
_FEW = 1_000  # characters for each one lost: so few bad bytes, and the file is UTF-8 that was damaged


class UnreadableError(Exception):
    """A file that cannot be read: what is wrong, and what to do."""

    def __init__(self, problem: str, advice: str) -> None:
        super().__init__(problem)
        self.problem, self.advice = problem, advice


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; UnreadableError for one that is too large."""
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError(f"is larger than {MAX_BYTES // 1024 // 1024} MB", "split it")
    return path.read_bytes()


def decode(path: Path) -> str:
    """The text of a file. Raises UnreadableError for a file that is too large or no text."""
    return decode_bytes(read_bytes(path))


def decode_bytes(raw: bytes, declared: str | None = None) -> str:
    """The text of these bytes: UTF-8, UTF-16, the encoding that is declared (by the server, or by the page
    itself), else the one that charset-normalizer detects. Bytes that mean nothing become U+FFFD.

    Raises UnreadableError where it is no text.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\0" in raw[:65536]:
        return _utf16(raw)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        damaged = raw.decode("utf-8-sig", errors="replace")
        lost, many = damaged.count("\N{REPLACEMENT CHARACTER}"), sum(sign > "\x7f" for sign in damaged)
        if lost * 2 < many and lost * _FEW < len(damaged) + _FEW and problem.start < len(raw):
            return damaged
    found = _DECLARED.search(raw[:4096])
    for name in (declared, found[1].decode("ascii") if found else None):
        if name and name.casefold().replace("_", "-") not in ("utf-8", "utf8", "ascii", "us-ascii"):
            try:  # browsers, and so all pages, take Latin-1 for Windows-1252
                western = name.casefold() in ("iso-8859-1", "latin-1", "latin1")
                return raw.decode("cp1252" if western else name, errors="strict")
            except (LookupError, ValueError):  # no such encoding, or a name that can be none
                continue
    return _detected(raw)


def _utf16(raw: bytes) -> str:
    """UTF-16 without its mark: every other byte of Western text is nought."""
    for name, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = raw[start:4096:2].count(0)
        if zeros > 0.7 * len(raw[start:4096:2]) and raw[1 - start : 4096 : 2].count(0) == 0:
            return raw.decode(name, errors="replace")
    raise UnreadableError("is no text file", "export it as text, HTML, JSON, CSV or Parquet")


def _detected(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[: 1024 * 1024]).best()
    if best is None:
        raise UnreadableError("is in no encoding that can be recognised", "save it as UTF-8")
    if best.encoding.startswith(_WESTERN):
        try:  # of the Western code pages, which differ in a few letters, English text is nearly always in this one
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            pass
    return raw.decode(best.encoding, errors="replace")
