"""References (BibTeX, BibLaTeX), as Zotero and other programs write them, with the text of the articles or without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.records import MAX_RECORDS
from framing.corpus.files.references import reference
from framing.corpus.files.source import Source
from framing.corpus.metadata.people import in_order

ENDINGS = (".bib",)
CHECKED = "written after the public description of BibTeX"
SURE = True
_ENTRY = re.compile(r"(?m)^[ \t]*@(\w{3,20})[ \t]*\{[ \t]*([^\s,{}\"]{0,200})[ \t]*,")
_NO_REFERENCE = ("comment", "preamble", "string")
_NAME = re.compile(r"[\s,]*([^\W\d_][\w-]{0,40})\s*=\s*")
_BARE = re.compile(r"[^\s,{}\"]{1,100}")
_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327", "v": "\u030c"}
_ACCENT = re.compile(r"\\(?:(['`^\"~])\s*\{?\\?([^\W\d_])\}?|([cv])\s*\{([^\W\d_])\})")
_FIELDS = {
    "headline": "title",
    "outlet": "journal journaltitle newspaper publisher howpublished organization",
    "published": "date",
    "url": "url",
    "language": "language langid",
    "genre": "section type",
}


def recognises(head: bytes) -> bool:
    """An entry first: *@article{key,*."""
    return re.match(rb"(?i)(?:\xef\xbb\xbf)?\s*(?:%[^\n]*\n\s*)*@[a-z]{3,20}[ \t]*\{[^\s{}]{0,200},", head) is not None


def read(source: Source) -> Iterator[Raw]:
    """The reference of each entry."""
    text = source.text()
    starts = [found for found in _ENTRY.finditer(text) if found[1].casefold() not in _NO_REFERENCE]
    if not starts:
        raise UnreadableError("is no readable BibTeX file", "export it again")
    line, before = 1, 0
    for found, end in zip(starts[:MAX_RECORDS], [*(one.start() for one in starts[1:]), len(text)], strict=False):
        line += text.count("\n", before, found.start())
        before = found.start()
        yield _raw(dict(_values(text[found.end() : end])), found[2], line)


def _values(entry: str) -> Iterator[tuple[str, str]]:
    """The fields of an entry: in braces, in quotation marks, or bare."""
    place = 0
    while found := _NAME.match(entry, place):
        start = found.end()
        if entry[start : start + 1] in ("{", '"'):
            end = _end(entry, start)
            value = entry[start + 1 : end]
            place = end + 1
        elif bare := _BARE.match(entry, start):
            value, place = bare[0], bare.end()
        else:
            return
        yield found[1].casefold(), _plain(value)


def _end(entry: str, start: int) -> int:
    """Where what opens at `start` closes: braces nest, and a quotation mark in braces closes nothing."""
    depth = 0
    for found in re.compile(r"\\.|[{}\"]", re.DOTALL).finditer(entry, start + (entry[start] == '"')):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth <= 0 and found[0] == ('"' if entry[start] == '"' else "}"):
            return found.start()
    return len(entry)


def _plain(value: str) -> str:
    """A value without the signs of TeX."""
    from unicodedata import normalize

    def letter(found: re.Match[str]) -> str:
        return normalize("NFC", (found[2] or found[4]) + _ACCENTS[found[1] or found[3]])

    text = re.sub(r"[{}]", "", _ACCENT.sub(letter, value))
    text = re.sub(r"\\([&%$#_])", r"\1", text).replace("~", "\N{NO-BREAK SPACE}").replace("--", "–")
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _raw(record: dict[str, str], key: str, line: int) -> Raw:
    fields = {
        name: next((" ".join(record[tag].split()) for tag in tags.split() if record.get(tag)), None)
        for name, tags in _FIELDS.items()
    }
    if not fields["published"] and "year" in record:
        fields["published"] = " ".join(filter(None, (record.get("day"), record.get("month"), record["year"])))
    names = re.split(r"\s+and\s+", record["author"]) if "author" in record else []
    fields["byline"] = ", ".join(map(in_order, names)) or None
    fields["id"] = key
    texts = (record.get(tag, "") for tag in ("fulltext", "text", "body"))
    return reference(fields, texts, (record.get(tag, "") for tag in ("note", "annote", "annotation", "abstract")), line)
