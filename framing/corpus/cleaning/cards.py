"""Cards about a person that a page sets behind the name: as text, headlines that are glued to it, and *MORE*."""

from __future__ import annotations

import re

from framing.text.typography import CAPITALS

SIGN = " MORE"
# Liz Cheney Elizabeth Lynn CheneyOne headline Another headline MORE (R-Wyo.)
CARD = (
    rf"\b(?P<last>[{CAPITALS}][\w'’-]+)(?P<out> (?:[{CAPITALS}(][\w.'’()-]* ){{1,6}}(?P=last) ?(?=[{CAPITALS}])"
    r".{20,1500}? MORE)(?=\W)"
)
ALONE = rf"^[{CAPITALS}][\w'’-]+ .{{20,600}} MORE \([RDI]-[\w.]+\)$"  # what is left of one whose name stands elsewhere
_CARD = re.compile(CARD)
_LONGEST = 1_600  # characters of the next in which it ends
_REACH = 200  # characters of the paragraph before in which a card begins


def rejoined(paragraphs: list[str]) -> list[str]:
    """With the two paragraphs as one over whose border a card stands: some files break texts behind every stop."""
    whole: list[str] = []
    for paragraph in paragraphs:
        if whole and SIGN in paragraph:
            above = whole[-1][-_REACH:]
            card = _CARD.search(f"{above} {paragraph[:_LONGEST]}")
            if card and card.start("out") < len(above) < card.end("out"):
                whole[-1] = f"{whole[-1]} {paragraph}"
                continue
        whole.append(paragraph)
    return whole
