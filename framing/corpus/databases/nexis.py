"""Nexis and LexisNexis Academic: plain text, RTF and HTML, in which *n of m DOCUMENTS* stands above each article.

Above the article's labels stand outlet, date (with edition lines below) and headline; then come the labels of the head
(BYLINE, SECTION, LENGTH, ...), the text, and the labels of the end (SUBJECT, GRAPHIC, LOAD-DATE, ...).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.databases.lines import Block, blocks_of, is_date, is_rights, no_article, paragraphs, parts
from framing.corpus.files.fields import Raw

NAME = "Nexis, LexisNexis Academic"
CHECKED = "real files of LexisNexis seen (text, HTML; English, German, French, Dutch interface)"

_BORDER = re.compile(
    r"(?mi)^[ \t]*(?:\d{1,6} (?:of|von|de|sur|van|di) \d{1,6} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|"
    r"DOCUMENTEN|DOCUMENTI)"
    r"|(?:DOKUMENT \d{1,6} VON|DOCUMENTO \d{1,6} DE|DOCUMENT \d{1,6} (?:DE|SUR|VAN)) "
    r"\d{1,6})[ \t]*$"
)
PAGE = re.compile(
    r"(?i)LXNComment|NAME=\"?DOC_ID_\d|>\s*\d{1,6} (?:of|von|de|sur|van) \d{1,6} DO[CK]UMENT"
    r"|>\s*Dokument \d{1,6} von \d"
)
_END_PAGE = re.compile(r"(?mi)^[ \t]*-+ ?End of Request ?-*[ \t]*$|^[ \t]*(?:Print|Download) Request:")

# The labels, by what they are, in the languages of the interface.
_HEAD = {
    "byline": "BYLINE AUTOR AUTEUR AUTHOR AUTORE VERFASSER",
    "genre": "SECTION RUBRIK RUBRIQUE SECCIÓN SECTIE RUBRIEK SEZIONE",
    "length": "LENGTH LÄNGE LONGUEUR LONGITUD LENGTE EXTENSIÓN LUNGHEZZA",
    "dateline": "DATELINE ORT LIEU LUGAR DATUMZEILE",
    "headline": "HEADLINE KOP TITRE TITEL TÍTULO SCHLAGZEILE ÜBERSCHRIFT",
    "highlight": "HIGHLIGHT HIGHLIGHTS ENCART SAMENVATTING ZUSAMMENFASSUNG RESUMEN",
    "body": "BODY TEKST TEXT TEXTE TEXTO CUERPO",
    "series": "SERIES SERIE SÉRIE",
    "type": "TYPE",
}
_TAIL = {
    "load": "LOAD-DATE UPDATE DATE-CHARGEMENT FECHA-CARGA FECHA-DE-CARGA LAADDATUM LADEDATUM UPDATE-DATE",
    "language": "LANGUAGE SPRACHE LANGUE IDIOMA TAAL LINGUA",
    "publication-type": "PUBLICATION-TYPE TYPE-PUBLICATION TIPO-PUBLICACIÓN PUBLIKATIONSTYP ZEITUNGSTYP PUB-TYPE "
    "DOCUMENT-TYPE DOC-TYPE",
    "code": "JOURNAL-CODE JOURNAL CODE ACC-NO ISSN",
    "url": "URL",
    "graphic": "GRAPHIC GRAPHIQUE ILLUSTRATION GRAFIK GRÁFICO GRAFIEK PHOTO",
    "index": "SUBJECT SUJET THEMA ASUNTO TEMA ONDERWERP ORGANIZATION ORGANISATION ORGANISATIE COMPANY ENTREPRISE "
    "SOCIÉTÉ FIRMA EMPRESA UNTERNEHMEN TICKER INDUSTRY SECTEUR BRANCHE INDUSTRIE PERSON PERSONNE PERSONA PERSOON "
    "GEOGRAPHIC LOCALISATION-GEO GEOGRAPHIE GEOGRAFISCH REGION CITY VILLE STADT CIUDAD STATE ÉTAT COUNTRY PAYS "
    "LAND PAÍS NAME TAGS FILE-NAME CORRECTION-DATE",
    "correction": "CORRECTION CORRECTIE KORREKTUR CORRECCIÓN NOTES NOTE ANMERKUNG",
}
_DEFINITE = ("load", "language", "publication-type", "code")  # no text has these as its own lines
_HEAD_OF = {label: name for name, labels in _HEAD.items() for label in labels.split()}
_TAIL_OF = {label: name for name, labels in _TAIL.items() for label in labels.split()} | {"JOURNAL CODE": "code"}
_LABEL = re.compile(r"^([^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|[ -]){2,24}):[ \t]*(.*)$")
_EDITION = re.compile(
    r"(?i)^(?:edition \d+|correction appended|(?:[\w.-]+ ){0,5}(?:edition|ausgabe|édition|edición|editie)s?(?: \d+)?"
    r"(?: - \w+)?|(?:first|late|final|early|city|national|metro(?:politan)?|1|2|3|4) ?(?:final|star|edition)?)[;.]?$"
)
_OUTLETS_EDITION = re.compile(r"(?i)\s+(?:-+\s+)?(?:final|first|late|early|city|national|\w+) edition$")


def recognises(text: str) -> bool:
    """*1 of 2 DOCUMENTS*, and a label that only Nexis has."""
    return bool(_BORDER.search(text)) and any(
        (found := _LABEL.match(line.strip())) and found[1] in {**_HEAD_OF, **_TAIL_OF} for line in text.split("\n")
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
            yield Raw(_fields(article.split("\n")), line=line, many=True)
        if ends:
            yield no_article("is the end page of the export", line + part[: ends.start()].count("\n"))


def _labelled(block: Block, names: dict[str, str]) -> tuple[str, str] | None:
    """What the label of a block means, and its value."""
    found = _LABEL.match(block[0])
    if found is None or found[1].strip() not in names:
        return None
    return names[found[1].strip()], " ".join([found[2], *block[1:]]).strip()


def _fields(lines: list[str]) -> dict[str, str]:
    blocks = [split_block for block in blocks_of(lines) for split_block in _by_label(block)]
    first = next((number for number, block in enumerate(blocks) if _labelled(block, _HEAD_OF)), None)
    end = next(
        (
            number
            for number, block in enumerate(blocks)
            if (label := _labelled(block, _TAIL_OF)) and label[0] in _DEFINITE and number > (first or 0)
        ),
        len(blocks),
    )
    end = _first_of_tail(blocks, end)
    head = blocks[: first if first is not None else 0]
    fields = _head(head if head else blocks[:end])
    begin = first if first is not None else min(end, 3)
    while begin < end and (label := _labelled(blocks[begin], _HEAD_OF)):
        begin += 1
        if label[0] == "body":
            if label[1]:
                blocks[begin - 1] = [label[1]]
                begin -= 1
            break
        if label[1]:
            fields.setdefault(label[0], label[1])
    for block in blocks[end:]:
        if (label := _labelled(block, _TAIL_OF)) and label[1]:
            fields.setdefault({"load": "load", "url": "url"}.get(label[0], label[0]), label[1])
    body = paragraphs([line for block in blocks[begin:end] for line in (*block, "")])
    found = {
        "headline": fields.get("headline"),
        "outlet": fields.get("outlet"),
        "published": fields.get("published") or fields.get("load"),
        "byline": fields.get("byline"),
        "genre": fields.get("genre"),
        "language": fields.get("language", "").split(";")[0],
        "url": url if (url := fields.get("url", "")).startswith("http") and "/" in url.split("//")[1] else None,
        "body": body,
    }
    return {name: value for name, value in found.items() if value}


def _by_label(block: Block) -> Iterator[Block]:
    """A block of several labelled lines is as many blocks."""
    starts = [
        number
        for number, line in enumerate(block)
        if number and (found := _LABEL.match(line)) and found[1].strip() in {**_HEAD_OF, **_TAIL_OF}
    ]
    if not starts or not (_labelled(block, _HEAD_OF) or _labelled(block, _TAIL_OF)):
        yield block
        return
    for start, stop in zip([0, *starts], [*starts, len(block)], strict=True):
        yield block[start:stop]


def _first_of_tail(blocks: list[Block], end: int) -> int:
    """Where the labels of the end begin: those that stand together, up to `end` or to the copyright notice."""
    while end and (is_rights(blocks[end - 1]) or _is_of_rights(blocks, end - 1)):
        end -= 1
    while end:
        if _labelled(blocks[end - 1], _TAIL_OF):
            end -= 1
            continue
        # A correction stands below its label, and pictures may have several paragraphs.
        before = next((back for back in (2, 3, 4, 5) if end - back > 0 and _opens(blocks[end - back], back)), None)
        if before is None:
            return end
        end -= before
    return end


def _is_of_rights(blocks: list[Block], number: int) -> bool:
    """*All Rights Reserved* apart from its notice."""
    return number > 0 and is_rights(blocks[number - 1]) and len(blocks[number]) == 1 and len(blocks[number][0]) < 60


def _opens(block: Block, back: int) -> bool:
    label = _labelled(block, _TAIL_OF)
    return label is not None and (label[0] == "graphic" or (label[0] == "correction" and not label[1] and back == 2))


def _head(blocks: list[Block]) -> dict[str, str]:
    """Outlet, date and headline, in this order; a copyright notice may stand above."""
    blocks = [block for block in blocks if not is_rights(block)]
    at = next((number for number, block in enumerate(blocks) if number and is_date(block[0])), None)
    if at is None:
        return {"outlet": blocks[0][0], "headline": " ".join(blocks[1])} if len(blocks) > 1 else {}
    below = blocks[at + 1 :]
    while below and is_date(below[0][0]):  # the date a second time, in the language of the interface
        below = below[1:]
    while len(below) > 1 and all(_EDITION.match(line) for line in below[0]):
        below = below[1:]
    outlet = " ".join(blocks[at - 1])
    fields = {
        "outlet": _OUTLETS_EDITION.sub("", outlet),
        "published": blocks[at][0],
        "headline": " ".join(line for block in below[:2] for line in block),
    }
    return {name: value for name, value in fields.items() if value}
