"""ProQuest: plain text, RTF, Word, PDF and HTML (also in e-mail), with a labelled line for each field.

The text stands behind *Full text*; index terms, *Publication title*, *Publication date*, ..., *Database* below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.databases.lines import no_article, paragraphs, parts
from framing.corpus.files.fields import Raw

NAME = "ProQuest"
CHECKED = "real files of ProQuest seen (HTML in e-mail, two forms)"

_LINE = re.compile(r"(?m)^[ \t]*_{20,}[ \t]*$")
_NUMBER = re.compile(r"(?mi)^[ \t]*(?:Document|Dokument|Documento) \d{1,5} (?:of|de|von|sur) \d{1,5}[ \t]*$")
_DATABASE = re.compile(r"(?m)^[ \t]*(?:Database|Base de données|Datenbank|Base de datos):.*(?:\n(?![ \t]*\n).*){0,2}$")
PAGE = re.compile(r"ProQuest document (?:link|ID)|DocID_MSTAR_")
_FULL = re.compile(
    r"(?mi)^[ \t]*(?:Full[ -]?text|Texte intégral|Volltext|Texto completo)(?::[ \t]*|[ \t]*$)", re.MULTILINE
)
_KNOWN = frozenset(
    "subject;location;people;company / organization;company;organization;title;alternate title;publication title;"
    "publication year;publication date;volume;issue;first page;pages;number of pages;section;publisher;"
    "place of publication;country of publication;publication subject;issn;e-issn;source type;language of publication;"
    "document type;document feature;proquest document id;document url;copyright;last updated;database;credit;"
    "identifier / keyword;identifier;classification;term;business indexing term;author;links;publication info;"
    "abstract;dateline;column;subtitle;edition;year;doi;person;product name;industry;ethnicity;source;degree;notes;"
    "supplement;url;web resource;statistics;source attribution;accession number;last updated date;entry date".split(";")
)
_LABEL = re.compile(r"^([A-Z][\w /-]{2,30}?):(?:[ \t]+(.*))?$")
_HEADING = re.compile(r"(?i)^(?:details|detail|links|abstract|full text|abstract \(.{2,20}\))$")
_DESK = re.compile(r":? \[([\w -]{3,30})\]$")  # *Headline: [Op-Ed]*
_SPACED = re.compile(r"(?<=\b\d) (?=\d,)|(?<=, \d) (?=\d{3}$)")  # *Feb 26, 2 009*, as ProQuest has it at times
_ANCHOR = ("publication title", "publication year", "proquest document id", "source type", "language of publication")


def recognises(text: str) -> bool:
    """*Full text* and the labels that only ProQuest has."""
    return bool(re.search(r"(?m)^[ \t]*ProQuest document (?:link|ID)", text)) or (
        bool(_FULL.search(text)) and bool(re.search(r"(?m)^[ \t]*Publication (?:title|info):", text))
    )


def split(text: str) -> Iterator[Raw]:
    """The articles; tables of contents and notes of the service are notes."""
    for part, line in _documents(text):
        if not part.strip():
            continue
        full = _FULL.search(part)
        if full is None and not re.search(r"(?m)^[ \t]*Publication title:", part):
            if len(part.split()) > 3:
                yield no_article("is a page of the export", line)
            continue
        yield _read(part, line)


def _documents(text: str) -> Iterator[tuple[str, int]]:
    """What stands between the lines of underscores, the numbers, and the lines that name the database."""
    border = _NUMBER if len(_NUMBER.findall(text)) > 1 else None
    for part, line, _ in parts(_LINE, text):
        for inner, inner_line, _ in parts(border, part) if border else [(part, 1, None)]:
            start = 0
            ends = [found.end() for found in _DATABASE.finditer(inner)] or [len(inner)]
            for end in ends:
                piece = inner[start:end]
                skipped = piece[: len(piece) - len(piece.lstrip())].count("\n")
                yield piece, line + inner_line - 1 + inner[:start].count("\n") + skipped
                start = end
            if inner[start:].strip():
                yield inner[start:], line + inner_line - 1 + inner[:start].count("\n")


def _label(line: str) -> tuple[str, str] | None:
    found = _LABEL.match(line)
    return (found[1].casefold(), (found[2] or "").strip()) if found and found[1].casefold() in _KNOWN else None


def _read(part: str, line: int) -> Raw:
    lines = [one.strip() for one in part.split("\n")]
    full_at = next((number for number, one in enumerate(lines) if _FULL.match(one)), len(lines))
    end = _end(lines, full_at + 1)
    labels: dict[str, str] = {}
    for one in [*lines[:full_at], *lines[end:]]:
        if label := _label(one):
            labels.setdefault(*label)
    first = next(
        (
            n
            for n, one in enumerate(lines)
            if one and (_label(one) or re.match(r"ProQuest document link|_HEADING", one))
        ),
        full_at,
    )
    above = [one for one in lines[: min(first, full_at)] if one and not _NUMBER.match(one)]
    above = [
        one for one in above if not re.match(r"(?i)email \d+ of|please do not reply|all documents are|.* sent you", one)
    ]
    title = above[0] if above else None
    if len(above) > 1 and re.search(r"\[.*\]|\b\d{4}\b", above[-1]):  # names, outlet and date on a line
        title = " ".join(above[: max(1, len(above) - 1)]) if len(above) > 2 and len(above[0]) > 60 else title
    body = [_FULL.sub("", lines[full_at])] if full_at < len(lines) else []
    body += lines[full_at + 1 : end]
    if full_at == len(lines):
        return Raw(line=line, problem=("has no full text in the export", "export it with its full text"), many=True)
    body = [one for one in body if one.casefold() not in ("enlarge this image.", "enlarge this image")]
    desk = [found[1] for found in [_DESK.search(title or "")] if found]
    outlet = labels.get("publication title") or labels.get("publication info") or ""
    language = labels.get("language of publication", "")
    fields = {
        "headline": _DESK.sub("", title or labels.get("title", "")),
        "outlet": re.sub(r", [\w ]*Edition\b.*$", "", re.split(r"\s*;", outlet)[0]),
        "published": _SPACED.sub(
            "", labels.get("publication date") or _date_of(labels.get("publication info", "")) or ""
        ),
        "byline": labels.get("author") or labels.get("credit"),
        "genre": " | ".join([*desk, *(labels[name] for name in ("section", "document type") if name in labels)]),
        "language": language,
        "url": labels.get("url") or labels.get("document url"),
        "id": labels.get("proquest document id"),
        "page": labels.get("pages") or labels.get("first page"),
        "body": paragraphs(body),
    }
    return Raw({name: value for name, value in fields.items() if value}, line=line, many=True)


def _date_of(info: str) -> str | None:
    found = re.search(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}", info)
    return found[0] if found else None


def _end(lines: list[str], begin: int) -> int:
    """Where the labels below the text begin: those that stand together with *Publication title* and its like."""
    anchor = next(
        (
            number
            for number in range(begin, len(lines))
            if ((label := _label(lines[number])) and label[0] in _ANCHOR) or lines[number] == "DETAILS"
        ),
        len(lines),
    )
    while anchor > begin:
        back = anchor - 1
        while back > begin and not lines[back]:
            back -= 1
        if not (_label(lines[back]) or lines[back] == "DETAILS"):
            break
        anchor = back
    return anchor
