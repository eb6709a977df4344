"""GBI-Genios (wiso-net): text and PDF, in which *Quelle:* and labelled lines stand below each article, and the
notice of GBI-Genios below these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.databases.lines import blocks_of, no_article, paragraphs, parts
from framing.corpus.files.fields import Raw
from framing.text.typography import CAPITALS

NAME = "GBI-Genios, wiso-net"
CHECKED = "written after public scripts that read its text and PDF"

_BORDER = re.compile(r"(?m)^[ \t]*(?:©|\(c\)) (?:\d{4} )?GBI-Genios Deutsche Wirtschaftsdatenbank GmbH[ \t]*$")
PAGE = re.compile(r">\s*(?:©|&copy;) GBI-Genios Deutsche Wirtschaftsdatenbank GmbH")
_DATE = r"\d{1,2}\.(?:\d{1,2}\.| ?[^\W\d_]{3,9} )\d{4}"
_SOURCE = re.compile(rf"^(?P<outlet>.{{2,80}}?),? (?:(?i:vom|v\.|den) )?(?P<date>{_DATE})\b.*$")
_LABEL = re.compile(
    r"^(Quelle|Ressort|Rubrik|Aus?gabe|Dokumentnummer|Dauerhafte Adresse des Dokuments|Autor|ISSN|Seite|"
    r"Alle Rechte vorbehalten): *(.*)$"
)
_FURNITURE = re.compile(r"^(?:Dokumente|Inhaltsverzeichnis|Seite \d+ von \d+|.{2,120}?\s?(?:\. ?){4,}\d+)$")
_NAME = re.compile(rf"^(?:[Vv]on )?[{CAPITALS}][\w.'’-]+(?: (?:[{CAPITALS}][\w.'’-]+|von|van|der|de|und)){{1,5}}$")


def recognises(text: str) -> bool:
    """The notice of GBI-Genios, and a line *Quelle:*."""
    return bool(_BORDER.search(text)) and bool(re.search(r"(?m)^[ \t]*Quelle:", text))


def split(text: str) -> Iterator[Raw]:
    """The articles; what stands below the last notice is a note."""
    for part, line, border in parts(_BORDER, text):
        lines = ["" if _FURNITURE.match(one.strip()) else one.strip() for one in part.split("\n")]
        source = next((number for number, one in enumerate(lines) if one.startswith("Quelle:")), None)
        if border is None or source is None:
            if any(lines):
                yield no_article("is a page of the export", line)
            continue
        yield Raw(_read(lines, source), line=line, many=True)


def _read(lines: list[str], source: int) -> dict[str, str]:
    labels: dict[str, str] = {}
    name = ""
    for line in lines[source:]:
        if found := _LABEL.match(line):
            name = found[1]
            labels.setdefault(name, found[2])
        elif line and not labels.get(name):
            labels[name] = line  # a value below its label
    blocks = list(blocks_of(lines[:source]))
    named = _SOURCE.match(labels.get("Quelle", ""))
    if blocks and (above := _SOURCE.match(blocks[0][0])) is not None:
        named = named or above
        blocks[0] = blocks[0][1:]
    blocks = [block for block in blocks if block]
    headline = ""
    if blocks:
        title = blocks.pop(0)
        headline, rest = (title[0], title[1:]) if len(title) > 2 or not blocks else (" ".join(title), [])
        blocks = [rest, *blocks] if rest else blocks
    byline = labels.get("Autor", "")
    if len(blocks) > 1 and len(blocks[-1]) == 1 and _NAME.match(blocks[-1][0]):
        byline = byline or blocks.pop()[0]
    fields = {
        "headline": headline,
        "outlet": named["outlet"] if named else labels.get("Quelle", "").split(",")[0],
        "published": named["date"] if named else "",
        "byline": byline,
        "genre": labels.get("Ressort") or labels.get("Rubrik", ""),
        "url": labels.get("Dauerhafte Adresse des Dokuments", ""),
        "id": labels.get("Dokumentnummer", ""),
        "body": paragraphs([line for block in blocks for line in (*block, "")]),
    }
    return {name: value for name, value in fields.items() if value}
