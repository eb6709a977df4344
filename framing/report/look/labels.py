"""Words and numbers as labels show them: on one line, short enough, with true minus signs."""

from __future__ import annotations

import math
import unicodedata
from functools import cache

NAME = 25  # ordinary letters of an outlet's name on a line
_PROPER = ("Flesch", "Flesch-Kincaid", "Gunning", "Coleman-Liau", "Dale-Chall", "English", "US")


def clean(words: str) -> str:
    """On one line and without characters that cannot be seen or turn the direction of text."""
    if words.isprintable():
        return " ".join(words.split())
    kept = (sign if unicodedata.category(sign)[0] not in "CZ" or sign in "\u200c\u200d" else " " for sign in words)
    return " ".join("".join(kept).split())


def short(words: str, width: float = NAME) -> str:
    """A text that fits a label as wide as so many ordinary letters; cut with an ellipsis."""
    line = clean(words)
    if _width(line) <= width:
        return line
    total, kept = 1.0, 0
    for sign in line:
        total += _letter(sign)
        if total > width:
            break
        kept += 1
    return line[:kept].rstrip() + "…"


def wrap(words: str, width: float = NAME) -> list[str]:
    """A text in one or two lines of a label."""
    line = clean(words)
    if _width(line) <= width:
        return [line]
    first = ""
    for word in line.split(" "):
        longer = f"{first} {word}".strip()
        if _width(longer) > width:
            break
        first = longer
    return [first, short(line[len(first) :], width)] if first else [short(line, width)]


def number(value: float) -> str:
    """A number for a label: as many digits as can mean something. "0" is nothing at all, "0.00" nearly nothing."""
    if value == 0:
        return "0"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", "\N{MINUS SIGN}")


def significant(value: float) -> str:
    """Three significant digits, a true minus sign, no exponent."""
    digits = 2 - math.floor(math.log10(abs(value))) if value else 0
    return f"{value:,.{min(max(digits, 0), 6)}f}".replace("-", "\N{MINUS SIGN}")


def signed(value: float) -> str:
    """A difference."""
    return ("+" if value > 0 else "") + number(value)


def unit(words: str) -> str:
    """A unit with a true minus sign."""
    return words.replace("-1 ", "\N{MINUS SIGN}1 ")


def sentence(words: str) -> str:
    """With a capital."""
    return words[:1].upper() + words[1:]


def inside(display: str) -> str:
    """A measure's title within a sentence: small, unless it is a name."""
    first = display.partition(" ")[0]
    return display if first in _PROPER or first.isupper() else display[:1].lower() + display[1:]


def _width(line: str) -> float:
    """Roughly, in ordinary letters."""
    return sum(map(_letter, line))


@cache
def _letter(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.75
    if sign in "MWmw@%—…":
        return 1.6
    return 0.6 if sign in "iIljtfr .,:;|!'" else 1.2 if sign.isupper() else 1 if sign.isascii() else 1.1
