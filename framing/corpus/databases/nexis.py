"""Nexis and LexisNexis Academic: plain text, RTF and HTML, in which *n of m DOCUMENTS* stands above each article.

Above the article's labels stand outlet, date (with edition lines below) and headline; then come the labels of the head
(BYLINE, SECTION, LENGTH, ...), the text, and the labels of the end (SUBJECT, GRAPHIC, LOAD-DATE, ...).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from framing.corpus.databases.lines import Block, is_date, is_rights, no_article, paragraphs, parts, without_edition
from framing.corpus.databases.nexis_labels import DEFINITE, HEAD, LAST, TAIL, has_form
from framing.corpus.files.fields import Raw
from framing.errors import one_line

NAME = "Nexis, LexisNexis Academic"
CHECKED = "real files of LexisNexis seen (text, HTML; English, German, French, Dutch interface); PDF from these"

_BORDER = re.compile(
    r"(?mi)^[ \t]*(?:\d{1,6} (?:of|von|de|sur|van|di) \d{1,6} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|"
    r"DOCUMENTEN|DOCUMENTI)"
    r"|(?:DOKUMENT \d{1,6} VON|DOCUMENTO \d{1,6} D[EI]|DOCUMENT \d{1,6} (?:DE|SUR|VAN)) "
    r"\d{1,6})[ \t]*$"
)
PAGE = re.compile(
    r"(?i)LXNComment|NAME=\"?DOC_ID_\d|>\s*\d{1,6} (?:of|von|de|sur|van) \d{1,6} DO[CK]UMENT"
    r"|>\s*Dokument \d{1,6} von \d"
)
_END_PAGE = re.compile(
    r"(?mi)^[ \t]*-+ ?End of Request ?-*[ \t]*$|^[ \t]*(?:Print|Download) Request:"
    r"|^[ \t]*\*+ ?(?:Print|Download|E-?mail) Completed ?\*+[ \t]*$"
)

_PICTURE = re.compile(
    r"https?://\S+/attachRetrieve\b|smi=LOGOS\S*$"
)  # the address of the logo, where it was not to be had
_HEAD_BLOCKS = 10  # above the text
_ALL = frozenset((*HEAD, *TAIL))
_OWN = _ALL - {"issn", "url"}  # ProQuest has these as well
_LABEL = re.compile(r"^([^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|[ -]){2,24}):[ \t]*(.*)$")
_EDITION = re.compile(
    r"(?i)^(?:edition \d+|correction appended|(?:[\w.-]+ ){0,5}(?:edition|ausgabe|édition|edición|editie|edizione)s?"
    r"(?: \d+)?(?: - \w+)?"
    r"|(?:first|late|final|early|city|national|metro(?:politan)?|1|2|3|4) ?(?:final|star|edition)?)[;.]?$"
)
_ISSUE = re.compile(  # of magazines
    r"(?i)^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"fall|winter)(?:[/-]\w+)?,? \d{4}$"
)


def recognises(text: str) -> bool:
    """*1 of 2 DOCUMENTS*, and a label that only Nexis has."""
    return bool(_BORDER.search(text)) and any(
        (found := _LABEL.match(line.strip())) and found[1].casefold() in _OWN for line in text.split("\n")
    )


def split(text: str) -> Iterator[Raw]:
    """The articles; the request page above the first and the end page below the last are notes."""
    for number, (part, line, _) in enumerate(parts(_BORDER, text)):
        if number == 0:
            if part.strip("\ufeff \n\t"):
                yield no_article("is the request page of the export", line)
            continue
        ends = _END_PAGE.search(part)
        article = part[: ends.start()] if ends else part
        if article.strip():
            yield _raw(_fields(article.split("\n")), line)
        if ends:
            yield no_article("is the end page of the export", line + part[: ends.start()].count("\n"))


def _raw(fields: dict[str, str], line: int) -> Raw:
    if "body" in fields:
        return Raw(fields, line=line, many=True)
    named = f" ({one_line(fields['headline'], 60)})" if "headline" in fields else ""
    what = f"has no text in the export{named}: left out"
    return Raw(line=line, problem=(what, "leave it so"), severity="note", many=True)


def _labelled(block: Block, names: dict[str, str]) -> tuple[str, str] | None:
    """What the label of a block means, and its value."""
    found = _LABEL.match(block[0])
    if found is None or (label := found[1].strip().casefold()) not in names:
        return None
    return names[label], " ".join([found[2], *block[1:]]).strip()


@dataclass
class _Head:
    """What stands above the text: its fields, and at which block the text begins."""

    fields: dict[str, str]
    begin: int = 0


def _fields(lines: list[str]) -> dict[str, str]:
    blocks, centred = _blocks([line for line in lines[:12] if not _PICTURE.match(line.strip())] + lines[12:])
    head = _head(blocks, centred)
    end = next(
        (
            number
            for number, block in enumerate(blocks)
            if number >= head.begin and (label := _labelled(block, TAIL)) and label[0] in DEFINITE and has_form(*label)
        ),
        len(blocks),
    )
    end = head.begin + _first_of_tail(blocks[head.begin :], end - head.begin)
    fields = head.fields
    for block in blocks[end:]:
        label = _labelled(block, TAIL) or _labelled(block, HEAD)
        if label and label[1]:
            fields.setdefault(*label)
    url = fields.get("url", "")
    found = {
        "headline": fields.get("headline"),
        "outlet": fields.get("outlet"),
        "published": fields.get("published") or fields.get("load"),
        "byline": fields.get("byline"),
        "genre": fields.get("genre"),
        "language": fields.get("language", "").split(";")[0],
        "url": url if re.match(r"https?://[^/]+/.", url) else None,
        "body": paragraphs([line for block in blocks[head.begin : end] for line in (*block, "")]),
    }
    return {name: value for name, value in found.items() if value}


def _blocks(lines: list[str]) -> tuple[list[Block], list[bool]]:
    """The blocks of an article, and whether each was centred, as outlet and date are in plain text."""
    blocks: list[Block] = []
    centred: list[bool] = []
    raw: Block = []
    for line in [*lines, ""]:
        if line.strip():
            raw.append(line)
        elif raw:
            middle = all(one.startswith("        ") for one in raw)
            glued = _by_label([one.strip() for one in raw])
            for block in glued if middle or len(blocks) > _HEAD_BLOCKS else _apart(glued):
                blocks.append(block)
                centred.append(middle)
            raw = []
    return blocks, centred


def _head(blocks: list[Block], centred: list[bool]) -> _Head:
    """Outlet, date and headline; a headline may stand above the date as well, and notices between them."""
    fields: dict[str, str] = {}
    date_at = next((number for number, block in enumerate(blocks[:8]) if number and is_date(block[0])), None)
    if date_at is None:
        date_at = next((number for number, block in enumerate(blocks[:5]) if number and _ISSUE.match(block[-1])), None)
    above = [number for number in range(date_at or 0) if not is_rights(blocks[number])]
    if above:
        fields["outlet"] = " ".join(blocks[above[0]]) if len(blocks[above[0]]) < 3 else blocks[above[0]][0]
        between = [number for number in above[1:] if not centred[number] and not _labelled(blocks[number], HEAD)]
        if between and not re.search(r"\.$", blocks[between[0]][-1]):
            fields["headline"] = " ".join(blocks[between[0]])
    elif date_at:  # the notice and the outlet's name in one block
        fields["outlet"] = blocks[date_at - 1][-1]
    if date_at is not None:
        fields["published"] = blocks[date_at][-1] if _ISSUE.match(blocks[date_at][-1]) else blocks[date_at][0]
    elif blocks and not is_rights(blocks[0]) and not _labelled(blocks[0], HEAD):
        fields["outlet"] = blocks[0][0]
    number = (date_at if date_at is not None else 0 if "outlet" in fields else -1) + 1
    while number < len(blocks) and (is_date(blocks[number][0]) or is_rights(blocks[number])):
        number += 1  # the date once more, in the language of the interface
    labelled = False
    while number < len(blocks):
        block = blocks[number]
        if label := _labelled(block, HEAD):
            labelled = labelled or not centred[number]
            if label[0] == "body":
                if label[1]:
                    blocks[number] = [label[1]]
                    return _Head(_tidy(fields), number)
                return _Head(_tidy(fields), number + 1)
            if label[1]:
                fields[label[0]] = fields.get(label[0], label[1]) if label[0] != "headline" else label[1]
        elif (
            number + 1 < len(blocks)
            and (below := _labelled(block, TAIL) or _labelled(block, LAST))
            and below[0] in ("graphic", "other")
            and has_form(*below)
        ):
            pass  # of the end, above the text
        elif labelled or _labelled(block, TAIL):
            break
        elif re.fullmatch(r"https?://\S+(?: \S+)?", " ".join(block)):
            fields["url"] = "".join(block).replace(" ", "")
        elif _is_edition(block) or (centred[number] and "headline" in fields):
            pass
        elif "headline" not in fields and _is_head(blocks, number):
            fields["headline"] = " ".join(block)
        elif not (_labelled(blocks[number + 1], HEAD) if number + 1 < len(blocks) else None) or len(block) > 4:
            break
        number += 1
    return _Head(_tidy(fields), number)


def _is_edition(block: Block) -> bool:
    """Lines of an edition; behind a semicolon its place follows: *Second Edition; / Northern Ireland*."""
    return all(
        _EDITION.match(line) or (above.endswith(";") and len(line) < 40)
        for above, line in zip(["", *block], block, strict=False)
    )


def _is_head(blocks: list[Block], number: int) -> bool:
    """Whether a block above all labels is the headline: labels follow, or it is no paragraph."""
    follows = any(_labelled(block, HEAD) for block in blocks[number + 1 : number + 4])
    return follows or len(" ".join(blocks[number]).split()) <= 25


def _tidy(fields: dict[str, str]) -> dict[str, str]:
    if "outlet" in fields:
        fields["outlet"] = without_edition(fields["outlet"])
    return fields


def _by_label(block: Block) -> Iterator[Block]:
    """A block of several labelled lines is as many blocks."""
    starts = [
        number
        for number, line in enumerate(block)
        if number and (found := _LABEL.match(line)) and found[1].strip().casefold() in _ALL
    ]
    if not starts or not (_labelled(block, HEAD) or _labelled(block, TAIL)):
        yield block
        return
    for start, stop in zip([0, *starts], [*starts, len(block)], strict=True):
        yield block[start:stop]


def _apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks of a head in which date, headline and labels follow without blank lines, as on a printed page."""
    for block in blocks:
        starts = [
            number
            for number, line in enumerate(block)
            if number
            and (
                is_date(block[number - 1])
                or _labelled([line], HEAD)
                or (number == 1 and is_date(line))
                or _of_one_line(block[number - 1])
            )
        ]
        for start, stop in zip([0, *starts], [*starts, len(block)], strict=True):
            yield block[start:stop]


def _of_one_line(line: str) -> bool:
    return (label := _labelled([line], HEAD)) is not None and label[0] in ("length", "dateline")


def _first_of_tail(blocks: list[Block], end: int) -> int:
    """Where the labels of the end begin: those that stand together, up to `end` or to the copyright notice."""
    while end and (is_rights(blocks[end - 1]) or _is_of_rights(blocks, end - 1)):
        end -= 1
    while end:
        if _ends(blocks[end - 1]):
            end -= 1
            continue
        # A correction stands below its label, and pictures may have several paragraphs.
        before = next((back for back in (2, 3, 4, 5) if end - back > 0 and _opens(blocks[end - back], back)), None)
        if before is None:
            return end
        end -= before
    return end


def _ends(block: Block) -> bool:
    """A label of the end, or one that others have above the text: some wires have section and length below it."""
    label = _labelled(block, TAIL) or _labelled(block, LAST)
    if label is not None and has_form(*label):
        return True
    label = _labelled(block, HEAD)
    return label is not None and label[0] in ("genre", "length", "highlight")


def _is_of_rights(blocks: list[Block], number: int) -> bool:
    """*All Rights Reserved* apart from its notice."""
    block = blocks[number]
    if number == 0 or not is_rights(blocks[number - 1]) or len(block) > 1 or len(block[0]) >= 60:
        return False
    return is_rights(block) or re.search(r"[.!?][”\"’]*$", block[0]) is None


def _opens(block: Block, back: int) -> bool:
    label = _labelled(block, TAIL)
    return label is not None and (label[0] == "graphic" or (label[0] == "correction" and not label[1] and back == 2))
