"""Nexis Uni, Nexis+ and Lexis Advance: Word, RTF and PDF, in which *End of Document* stands below each article.

Headline, outlet and date stand above; then a copyright notice, labelled lines, a line *Body*, the text, and the labels
of the end, with or without a line *Classification*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.databases.lines import is_date, no_article, parts, without_edition
from framing.corpus.databases.nexis_labels import DEFINITE, HEAD, TAIL, has_form
from framing.corpus.files.fields import Raw

NAME = "Nexis Uni, Nexis+, Lexis Advance"
CHECKED = "real files of LexisNexis seen (Word); PDF printed from these"

_BORDER = re.compile(
    r"(?mi)^[ \t]*(?:End of Document|Ende des Dokuments|Fin d[ue] document|Fin del? documento|"
    r"Einde van(?: het)? document|Fine del documento)[ \t]*$"
)
PAGE = re.compile(r">\s*End of Document\s*<")
_HEAD = {label: what for label, what in HEAD.items() if what not in ("other", "body")}
_LABEL = re.compile(r"^([^\W\d_][\w -]{2,24}?):[ \t]*(.*)$")
_BODY = re.compile(r"(?i)^(?:body|text|corps(?: du texte)?|texte|cuerpo|texto|hauptteil|inhalt|tekst|testo)$")
_SECTION = re.compile(
    r"(?i)^(?:classification|klassifi(?:zierung|kation)|clasificación|classificatie|classificazione|graphic|grafik|graphique|"
    r"gráfico|grafiek|grafico|notes|anmerkungen|correction|correction-date)$"
)
_NOTICE = re.compile(r"(?i)^(?:copyright\b|©|\(c\)|correction appended|all rights reserved)")


def recognises(text: str) -> bool:
    """*End of Document*, and a labelled line of length or load date, or a line *Body*."""
    return bool(_BORDER.search(text)) and any(
        _BODY.match(line) or (_label(line, HEAD) or ("",))[0] == "length" or (_label(line, TAIL) or ("",))[0] == "load"
        for line in map(str.strip, text.split("\n"))
    )


def split(text: str) -> Iterator[Raw]:
    """The articles; the cover page above the first is a note, as is what stands below the last."""
    for part, line, border in parts(_BORDER, text):
        lines = [one.strip() for one in part.split("\n")]
        if not part.strip():
            continue
        first = next((number for number, one in enumerate(lines) if _label(one, _HEAD) or _BODY.match(one)), None)
        if border is None or first is None:
            yield no_article("is a page of the export", line)
            continue
        fields, above = _read(lines, first)
        if above:
            yield no_article("is the cover page of the export", line)
        yield Raw(fields, line=line + above, many=True)


def _label(line: str, names: dict[str, str]) -> tuple[str, str] | None:
    found = _LABEL.match(line)
    return (names[found[1].casefold()], found[2]) if found and found[1].casefold() in names else None


def _read(lines: list[str], first: int) -> tuple[dict[str, str], int]:
    """The fields of an article, and how many lines above it belong to a cover page."""
    date_at = next((number for number in range(first - 1, -1, -1) if is_date(lines[number])), None)
    known: dict[str, str] = {}
    outlet = headline = None
    begins = 0
    if date_at:
        above = _filled(lines, date_at)
        names = [number for number in range(above, date_at) if lines[number]]
        if names:
            outlet = lines[names[-1]]
            heads = names[:-1]
            if re.fullmatch(r"\(.{2,40}\)", outlet) and heads:  # a blog of the outlet above it
                outlet = lines[heads.pop()]
            if not heads:  # the headline stands apart
                begins = _filled(lines, above)
                heads = [number for number in range(begins, above) if lines[number]]
            else:
                begins = heads[0]
            headline = " ".join(lines[number] for number in heads)
    elif first:  # no date is printed: the block nearest above of two lines or more
        end = first
        while end > 0 and headline is None:
            start = _filled(lines, end)
            names = [number for number in range(start, end) if lines[number] and not _NOTICE.match(lines[number])]
            if len(names) > 1:
                headline, outlet, begins = " ".join(lines[number] for number in names[:-1]), lines[names[-1]], start
            end = start
    begins = begins if any(lines[:begins]) else 0

    body_at = first
    for number in range(first, len(lines)):
        if _BODY.match(lines[number]):
            body_at = number + 1
            break
        if label := _label(lines[number], _HEAD):
            known.setdefault(*label)
            body_at = number + 1
        elif _label(lines[number], TAIL):
            break
    end = _end(lines, body_at)
    for line in lines[end:]:
        if label := _label(line, TAIL):
            known.setdefault(*label)
    body = lines[body_at:end]
    if "FULL TEXT" in body[:8]:  # an abstract above the text
        body = body[body.index("FULL TEXT") + 1 :]
    url = next((line for line in lines[end - 4 : end] if re.fullmatch(r"https?://\S+", line)), None)
    fields = {
        "headline": known.get("headline") or headline,
        "outlet": without_edition(outlet or "").rstrip("."),
        "published": lines[date_at] if date_at is not None else known.get("load"),
        "byline": known.get("byline"),
        "genre": known.get("genre"),
        "language": known.get("language", "").split(";")[0],
        "url": url or (known["url"] if known.get("url", "").startswith("http") else None),
        "body": "\n\n".join(line for line in body if line and line != url),
    }
    return {name: value for name, value in fields.items() if value}, begins


def _filled(lines: list[str], before: int) -> int:
    """Where the lines that stand together above `before` begin."""
    while before and not lines[before - 1]:
        before -= 1
    while before and lines[before - 1]:
        before -= 1
    return before


def _end(lines: list[str], begin: int) -> int:
    """Where the labels of the end begin."""
    anchor = next(
        (
            number
            for number in range(begin, len(lines))
            if _SECTION.match(lines[number])
            or ((label := _label(lines[number], TAIL)) is not None and label[0] in DEFINITE and has_form(*label))
        ),
        len(lines),
    )
    while anchor > begin:
        back = anchor - 1
        while back > begin and not lines[back]:
            back -= 1
        if not (label := _label(lines[back], TAIL)) or not has_form(*label):
            break
        anchor = back
    return anchor
