"""One folding of typography for all that compares words: how a paper sets its marks changes no number.

Marks, dashes, hyphens, blanks and full-width forms have many shapes. For matching they are folded to the plain
ones, character for character, so that offsets stay (`folded`, `fold`). VADER, which splits at blanks, is given
sentences in which no word touches a dash (`set_apart`). Ligatures and full-width letters are letters: the loader
folds them in the text itself (`letters`).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

SINGLE = "'‘’‚‛‹›`´′ʼʹ＇�"  # apostrophes and single quotation marks; U+FFFD is one that an encoding lost
DOUBLE = '"“”„‟«»″〝〞＂'
HYPHENS = "-‐‑⁃﹣－"
DASHES = "‒–—―⸺⸻﹘"
APOSTROPHES = "'‘’‛`´′ʼʹ＇�"  # of SINGLE, those that stand inside words
BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# The capitals of every script, to stand in a class of `re`, which knows no \p{Lu}.
_CAPITALS = [code for code in range(0x2C00) if unicodedata.category(chr(code)) in ("Lu", "Lt")]
# In runs, for a pattern of hundreds of single letters takes long to compile.
_FIRST = sorted(set(_CAPITALS) - {code + 1 for code in _CAPITALS})
_LAST = sorted(set(_CAPITALS) - {code - 1 for code in _CAPITALS})
CAPITALS = "".join(chr(a) if a == z else f"{chr(a)}-{chr(z)}" for a, z in zip(_FIRST, _LAST, strict=True))

# Marks that steer a terminal or turn the writing round: no name, headline or title needs one.
_STEERING = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_PLAIN = {
    **_WIDE,
    **dict.fromkeys(SINGLE, "'"),
    **dict.fromkeys(DOUBLE, '"'),
    **dict.fromkeys([*HYPHENS, *DASHES, "−"], "-"),
    **dict.fromkeys(BLANKS, " "),
}
_PLAIN = {sign: plain for sign, plain in _PLAIN.items() if sign != plain}
_TABLE = str.maketrans(_PLAIN)
_LETTERS = str.maketrans(_LIGATURES | {wide: plain for wide, plain in _WIDE.items() if plain.isalnum()})
_APART = {**_PLAIN, **_LIGATURES, "…": "...", **dict.fromkeys(["---", "--", *DASHES], " - ")}


def fold(text: str) -> str:
    """The text with plain marks, hyphens for all dashes, and plain blanks; each character stays at its place."""
    return text.translate(_TABLE)


def folded(text: pl.Expr) -> pl.Expr:
    """`fold` of a column."""
    return text.str.replace_many(list(_PLAIN), list(_PLAIN.values()))


def plain_line(text: str) -> str:
    """A name or title on one line, without marks that steer a terminal or turn the writing round."""
    return re.sub(_STEERING, "", re.sub(r"[^\S\x1c-\x1f]+", " ", text)).strip()


def plain_lines(text: pl.Expr) -> pl.Expr:
    """`plain_line` of a column."""
    return text.str.replace_all(r"\s+", " ").str.replace_all(_STEERING, "").str.strip_chars()


def letters(text: str) -> str:
    """The text with letters for ligatures (U+FB00 to U+FB06) and full-width letters and digits; offsets change."""
    return text.translate(_LETTERS)


def set_apart(text: pl.Expr) -> pl.Expr:
    """Sentences as VADER is given them: folded, dashes between blanks, no blank inside guillemets; offsets change.

    A sentence in plain marks stays as it is, but for dashes typed as two hyphens and words that dots join.
    """
    return (
        text.str.replace_all(rf"(^|[\s(\[])([«‹])[\s{BLANKS}]+", "$1$2")
        .str.replace_all(rf"[\s{BLANKS}]+([»›])($|[^\pL\pN])", "$1$2")
        .str.replace_many(list(_APART), list(_APART.values()), leftmost=True)
        .str.replace_all(r"(\w\.\.+)(\w)", "$1 $2")
    )
