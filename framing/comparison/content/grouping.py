"""Thousands set apart by blanks or dots, *3 000 boats* and *3.000 boats*, as the commas that all readers know."""

from __future__ import annotations

import re

from framing.comparison.content.vocabulary import MONTHS, NUMBERED
from framing.text.typography import BLANKS

_NO_MORE = rf"(?![\d:/]|[.,]\d|[ {BLANKS}]\d)"  # *020 7946 000 11* is a number to call
_GROUPS = rf"[1-9]\d{{0,2}}(?:[ {BLANKS}]\d{{3}}){{1,4}}"
_BLANK = re.compile(rf"(?<![\w.,/:+-])(?<!\d[ {BLANKS}]){_GROUPS}{_NO_MORE}(?!-)")
_SHARE = rf"(?![ {BLANKS}-]?(?:%|per ?cent|pct|hundred|thousand|million|billion|trillion|[kmbt]n?\b|km\b|kg\b|cm\b))"
_DOT = re.compile(rf"(?<![\w.,/:-])[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,3}}(?![\d:/]|\.\d){_SHARE}")
_BEFORE = re.compile(r"(\w+)\.?\s$")
# No amount has three noughts behind its point, and none has two points.
_SURE = re.compile(rf"(?<![\w.,/:-])[1-9]\d{{0,2}}\.(?:000|\d{{3}}\.\d{{3}})(?!\d|\.\d{{1,2}}\b){_SHARE}")


def grouped(text: str) -> str:
    """The text with commas in such numbers, each character at its place.

    Dots only in a text that has one number which can be nothing else: *3.000*, *1.250.000*.
    """
    if _BLANK.search(text):
        text = _BLANK.sub(_in_commas, text)
    if _SURE.search(text):
        text = _DOT.sub(lambda match: match[0].replace(".", ","), text)
    return text


def _in_commas(match: re.Match[str]) -> str:
    """*On March 3 300 boats* and *Route 66 200 miles* have two numbers."""
    before = _BEFORE.search(match.string[max(0, match.start() - 16) : match.start()])
    if before and before[1][0].isupper() and before[1].lower() in MONTHS.keys() | NUMBERED:
        return match[0]
    return re.sub(rf"[ {BLANKS}]", ",", match[0])
