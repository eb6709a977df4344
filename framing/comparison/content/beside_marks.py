"""Who is named beside a quotation by a mark: before a colon, in the paragraph above that ends in one, behind a dash."""

from __future__ import annotations

import re

from framing.comparison.content.antecedents import Line, Speaker

VERB = (
    r"(?:said|says|added|adds|told|tells|called|calls|warned|warns|noted|notes|wrote|writes|argued|argues|insisted|"
    r"claimed|claims|described|explained|acknowledged|continued|stressed|promised|vowed|admitted|denied|tweeted)\b"
)
HE_SAID = re.compile(
    r"(?:(?:But|And|Yet|Still|Later|Then),? )?(?:He|he|She|she) (?:also |then |later |\w+ly )?"
    rf"{VERB}"
)
MARKS = " \n“”\"'‘’«»„�"
LETTER = re.compile(r"[^\W\d_]")
_DASH = re.compile(r"[”\"’')\s]*[—–-]{1,2}\s*")
_MOTTO = 8  # sentences of a quotation whose speaker is named behind a dash


def credit(lines: list[Line], line: Line, speakers: list[Speaker]) -> int | None:
    """Who is named behind a dash after the quotation, as under a motto: "“No ...” — Ada Holm, Nordlys"."""
    at = next(number for number, other in enumerate(lines) if other.start == line.start)
    for other in lines[at : at + _MOTTO]:
        begins = other.start if other is not line and other.first is None else other.last or other.start
        dash = _DASH.match(other.text[begins - other.start :])
        if dash:
            name = begins + dash.end()
            return next((one.start for one in speakers if name <= one.start <= name + 1), None)
        if other is not line and (other.first is None or LETTER.search(other.outside)):
            return None
        if other is line and LETTER.search(line.outside):
            return None
    return None


def announced(lines: list[Line], line: Line, speakers: list[Speaker]) -> int | None:
    """Who stands right before a colon: *no surprise to Ada Holm: “No ...”*, or speaks in the paragraph before.

    It announces the next one where it ends in a colon: *Holm went on:*.
    """
    first = line.first or 0
    for one in speakers:
        if line.start <= one.start and one.end <= first and one.single:
            between = line.text[one.end - line.start : first - line.start]
            if between.strip(MARKS) == ":":
                return one.start
    before = next((other for other in reversed(lines) if other.start < line.start), None)
    if before is None or before.paragraph != line.paragraph - 1 or not before.text.rstrip().endswith(":"):
        return None
    there = [one.start for one in speakers if one.attributions and before.start <= one.start < before.end]
    return there[-1] if there and not HE_SAID.match(before.text) else None
