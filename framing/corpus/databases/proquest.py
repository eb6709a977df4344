"""ProQuest: plain text, RTF, Word, PDF and HTML (also in e-mail), with a labelled line for each field.

The text stands behind *Full text*; index terms, *Publication title*, *Publication date*, ..., *Database* below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.databases.lines import blocks_of, no_article, paragraphs, parts, without_edition
from framing.corpus.databases.proquest_labels import ENGLISH
from framing.corpus.files.fields import Raw
from framing.corpus.metadata.people import in_order

NAME = "ProQuest"
CHECKED = "real files of ProQuest seen (text; HTML in e-mail, two forms); PDF printed from these"

_LINE = re.compile(r"(?m)^[ \t]*_{20,}[ \t]*$")
_NUMBER = re.compile(r"(?mi)^[ \t]*(?:Document|Dokument|Documento) \d{1,5} (?:of|de|von|sur) \d{1,5}[ \t]*$")
_DATABASE = re.compile(r"(?m)^[ \t]*(?:Database|Base de données|Datenbank|Base de datos):.*(?:(?<=[;,])\n.*){0,2}$")
PAGE = re.compile(r"ProQuest document (?:link|ID)|DocID_MSTAR_")
_FULL = re.compile(
    r"(?mi)^[ \t]*(?:Full[ -]?text|Texte intégral|Volltext|Texto completo|Testo integrale|Volledige tekst)"
    r"(?::[ \t]*|[ \t]*$)"
)
_LABEL = re.compile(r"^([^\W\d_][\w /-]{2,30}?):(?:[ \t]+(.*))?$")
_HEADING = re.compile(r"(?i)^(?:details|detail|links|abstract|full text|abstract \(.{2,20}\))$")
_SERVICE = re.compile(
    r"(?i)^(?:email \d+ of \d+$|please do not reply|all documents are reproduced|.{0,60} sent you the following|"
    r"further reproduction|table of contents|proquest export|document email)"
)
_LINK = re.compile(
    r"^(?:ProQuest document (?:link|ID)|ProQuest-Dokument-?link|Lien vers le document ProQuest|"
    r"Enlace (?:de|al) documentos? de ProQuest)"
)
_PRODUCT = ("publication title", "publication info", "proquest document id")
_DESK = re.compile(r":? \[([\w -]{3,30})\]$")  # *Headline: [Op-Ed]*
_SPACED = re.compile(r"(?<=\b\d) (?=\d,)|(?<=, \d) (?=\d{3}$)")  # *Feb 26, 2 009*, as ProQuest has it at times
_VALUE = 12  # lines of a label's value
_PICTURES = re.compile(r"(?i)^(?:illustrations?|photographs?|photos?|graphics?|graphs?|captions?):?$")
_ANCHOR = ("publication title", "publication year", "proquest document id", "source type", "language of publication")


def recognises(text: str) -> bool:
    """*Full text* and a label that only ProQuest has."""
    return bool(_FULL.search(text)) and any(
        _LINK.match(line) or ((label := _label(line)) is not None and label[0] in _PRODUCT)
        for line in map(str.strip, text.split("\n"))
    )


def split(text: str) -> Iterator[Raw]:
    """The articles; tables of contents and notes of the service are notes."""
    for part, line in _documents(text):
        if not part.strip():
            continue
        full = _FULL.search(part)
        if full is None and not any(map(_is_title, part.split("\n"))):
            if len(part.split()) > 3:
                yield no_article("is a page of the export", line)
            continue
        yield _read(part, line)


def _documents(text: str) -> Iterator[tuple[str, int]]:
    """What stands between the lines of underscores, the numbers, and the lines that name the database."""
    border = _NUMBER if len(_NUMBER.findall(text)) > 1 else None
    for part, line, _ in parts(_LINE, text):
        for inner, inner_line, _ in parts(border, part) if border else [(part, 1, None)]:
            start, at = 0, line + inner_line - 1
            for end in [*(found.end() for found in _DATABASE.finditer(inner)), len(inner)]:
                piece = inner[start:end]
                skipped = piece[: len(piece) - len(piece.lstrip())].count("\n")
                yield piece, at + skipped
                start, at = end, at + piece.count("\n")


def _label(line: str) -> tuple[str, str] | None:
    found = _LABEL.match(line)
    label = ENGLISH.get(found[1].casefold()) if found else None
    return (label, (found[2] or "").strip()) if found and label else None


def _labels(lines: list[str]) -> dict[str, str]:
    """The labelled lines; a value may go on below its line."""
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        if label := _label(line):
            name = label[0] if label[0] not in found else ""
            found.setdefault(*label)
        elif not line or _HEADING.match(line) or _LINK.match(line):
            name = ""
        elif name and name not in ("abstract", "links"):
            found[name] = f"{found[name]} {line}".strip()
    return found


def _read(part: str, line: int) -> Raw:
    lines = [one.strip() for one in part.split("\n")]
    full_at = next((number for number, one in enumerate(lines) if _FULL.match(one)), len(lines))
    end = _before_pictures(lines, full_at + 1, _end(lines, full_at + 1))
    labels = _labels([*lines[:full_at], "", *lines[end:]])
    if full_at == len(lines):
        return Raw(line=line, problem=("has no full text in the export", "export it with its full text"), many=True)
    title = _title(lines[:full_at], labels) or labels.get("title", "")
    body = [_FULL.sub("", lines[full_at]), *lines[full_at + 1 : end]]
    body = [one for one in body if not re.fullmatch(r"(?:View Image ?- ?)?Enlarge this image\.?", one)]
    desk = [found[1] for found in [_DESK.search(title)] if found]
    outlet = labels.get("publication title") or labels.get("publication info") or ""
    published = labels.get("publication date") or _date_of(labels.get("publication info", "")) or ""
    fields = {
        "headline": _DESK.sub("", title),
        "outlet": without_edition(re.sub(r", [\w ]*Edition\b.*$", "", re.split(r"\s*;", outlet)[0])),
        "published": _SPACED.sub("", published),
        "byline": in_order(labels["author"]) if labels.get("author") else labels.get("credit"),
        "genre": " | ".join([*desk, *(labels[name] for name in ("section", "document type") if name in labels)]),
        "language": labels.get("language of publication", ""),
        "url": (labels.get("url") or labels.get("document url") or "").replace(" ", ""),
        "id": labels.get("proquest document id"),
        "page": labels.get("pages") or labels.get("first page"),
        "body": paragraphs(body),
    }
    return Raw({name: value for name, value in fields.items() if value}, line=line, many=True)


def _title(lines: list[str], labels: dict[str, str]) -> str:
    """The first block that is neither a label nor a word of the service; without the names, outlet and date below it,
    which a PDF has in the same block."""
    outlet = re.split(r"[;,]", labels.get("publication title", ""))[0].strip()
    author = labels.get("author", "").split(";")[0].strip()
    for block in blocks_of(lines):
        kept = [one for one in block if not _NUMBER.match(one) and not _SERVICE.match(one)]
        while kept and (label := _label(kept[0])) and label[0] == "links":
            kept.pop(0)
        stop = next((number for number, one in enumerate(kept) if _label(one) or _LINK.match(one)), len(kept))
        title = " ".join(kept[:stop])
        cited = re.search(rf"{re.escape(outlet)}[^\[]{{0,120}}\[", title) if outlet else None
        if cited and cited.start():
            title = title[: cited.start()].rstrip()
            if author and (by := title.rfind(author)) > 0:
                title = title[:by].rstrip()
        if title:
            return title
    return ""


def _date_of(info: str) -> str | None:
    found = re.search(r"\d{1,2} [^\W\d_]{3,9} \d{4}", info)
    return found[0] if found else None


def _before_pictures(lines: list[str], begin: int, end: int) -> int:
    """Where the text ends above a line *Illustration* and the captions below it."""
    heads = (number for number in range(max(begin, end - _VALUE), end) if _PICTURES.match(lines[number]))
    return next((number for number in heads if not lines[number - 1]), end)


def _is_title(line: str) -> bool:
    return (label := _label(line.strip())) is not None and label[0] == "publication title"


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
        # A value may go on below its line, in the same block.
        above = list(range(back, max(begin, back - _VALUE) - 1, -1))
        block = above[: next((count for count, number in enumerate(above) if not lines[number]), len(above))]
        labelled = next((number for number in block if _label(lines[number]) or lines[number] == "DETAILS"), None)
        if labelled is None:
            break
        anchor = labelled
    subjects = [number for number in range(begin, anchor) if (_label(lines[number]) or "")[:1] == ("subject",)]
    if subjects and all(_label(block[0]) for block in blocks_of(lines[subjects[-1] : anchor])):
        return subjects[-1]  # a list of keywords may be longer than any other value
    return anchor
