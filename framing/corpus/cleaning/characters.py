"""The text in one form of each character: what was read in a wrong encoding is mended, what cannot be seen is out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html import unescape

from framing.corpus.cleaning.mojibake import SUSPECT, mend
from framing.corpus.cleaning.sieve import may_match
from framing.text.typography import CAPITALS, letters

# Controls (but for line feeds), halves of pairs, private use: categories Cc, Cs, Co.
_CONTROLS, _HALVES = "\x00-\x09\x0b-\x1f\x7f-\x9f", "\ud800-\udfff"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_UNSEEN = re.compile(f"[{_CONTROLS}{_HALVES}{_PRIVATE}]")
# Without these, and without what was read in a wrong encoding, a text is in one form already.
_ODD = (
    "[&\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2066-\u2069\u3000\ufb00-\ufb06\ufeff\uff10-\uff5a"
    f"{_CONTROLS}{_PRIVATE}]|{SUSPECT.pattern}"
)
_SMALL = rf"[^\W\d_{CAPITALS}]"
_GLUED = re.compile(rf"(?<![\w.@/])(\w*{_SMALL}{{2}}[.!?])([”“\"]?)(?=[{CAPITALS}]{_SMALL}*[\s,’'])")
# A stop that is glued to a sentence; what stands before it is looked at where there is one.
_STOP_GLUED = re.compile(f'[.!?](?<={_SMALL}{_SMALL}[.!?])[”“"]?[{CAPITALS}]')
_MAY_BE_GLUED = f'[.!?][”“"]?[{CAPITALS}]'
# However often it was escaped: &amp;quot; too.
_ENTITY = re.compile(r"&(?:amp;)*(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[^\W\d_]{2,31}\d{0,2};)")


def one_form(texts: Sequence[str]) -> list[tuple[str, list[str], list[str]]]:
    """Each text in one form, the lines that were read in a wrong encoding, and the marks that turn writing round."""
    odd, glued = may_match(texts, _ODD), may_match(texts, _MAY_BE_GLUED)
    found: list[tuple[str, list[str], list[str]]] = []
    for raw, strange, stuck in zip(texts, odd, glued, strict=True):
        if not strange and (raw.isascii() or unicodedata.is_normalized("NFC", raw)):
            found.append((unglued(raw) if stuck else raw, [], []))
            continue
        text, wrong = mend(raw)
        found.append((unglued(tidy(text)), wrong, re.findall("[\u202a-\u202e\u2066-\u2069]", raw)))
    return found


def unglued(text: str) -> str:
    """A blank behind a stop that is glued to the next sentence, as scrapers leave it where a paragraph ended.

    A straight quotation mark between the two belongs to the sentence that it is missing in: it closes where an odd
    number of marks stands before it in the paragraph, else it opens.
    """

    def blank(found: re.Match[str]) -> str:
        stop, mark = found.groups()
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].count('"') if mark == '"' else 0
        opens = mark == "“" or (mark == '"' and before % 2 == 0)
        return f"{stop} {mark}" if opens else f"{stop}{mark} "

    return _GLUED.sub(blank, text) if _STOP_GLUED.search(text) else text


def tidy(raw: str) -> str:
    """One form of each character: entities of HTML (*&quot;*) and ligatures are what they stand for, the unseen out."""
    raw = _ENTITY.sub(lambda found: unescape(f"&{found[1]}"), raw) if "&" in raw else raw
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    text = letters(re.sub("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\u00ad]", "", text))
    text = re.sub("[\u00a0\u2000-\u200a\u202f\u3000\t]", " ", re.sub("[\u2028\u2029\x0b\x0c\x85]", "\n", text))
    return _UNSEEN.sub("", text)
