"""What several texts print word for word: no wording is shown beside a text that does not have its words.

Words count, in their order; how a paper sets them does not: capitals, commas, dashes, the shape of marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from framing.comparison.content.labels import legible
from framing.text.typography import fold

_RUN = 3  # words of a piece that stands for itself
_LONGEST = 80  # words of a wording that are looked at
_WORD = re.compile(r"\w+(?:['.]\w+)*")  # won't, U.S; two-in-three are three words


def plain(text: str) -> str:
    """The words of a text in small letters, each between blanks: *" we won't sell "*."""
    return f" {' '.join(_WORD.findall(fold(legible(text)).lower()))} "


def stands(wording: str, text: str) -> bool:
    """Whether the pieces of a wording, parted by …, stand word for word in a text, in their order."""
    low, whole = 0, plain(text)
    for piece in filter(str.strip, map(plain, wording.split("…"))):
        low = whole.find(piece, low)
        if low < 0:
            return False
    return True


def common(wording: str, texts: Iterable[str]) -> tuple[str, int]:
    """A wording reduced to the pieces that all texts have in its order, … where something is left out; and how many of
    its words are left. Pieces of three words and more; or all of it, where all have it.

    >>> common("the cap is stupid and bad for all", ["The cap is stupid, bad for all of us."])
    ('the cap is stupid … bad for all', 7)
    """
    wording, others = " ".join(wording.split()), [plain(text) for text in texts]
    if all(plain(wording) in other for other in others):
        return wording, len(wording.split())
    every = list(re.finditer(r"\S*\w\S*", wording))
    words = every[:_LONGEST]
    after = [0] * len(others)  # behind what was found of each
    pieces: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        end, ends = at, after
        while end < len(words):
            piece = plain(wording[words[at].start() : words[end].end()])
            found = [other.find(piece, low) for other, low in zip(others, after, strict=True)]
            if min(found, default=-1) < 0:
                break
            end, ends = end + 1, [start + len(piece) - 1 for start in found]
        if end - at >= _RUN:
            pieces.append((at, end))
            at, after = end, ends
        else:
            at += 1
    if not pieces:
        return "", 0
    shown = [wording[words[first].start() : words[last - 1].end()].strip(',;:“”"') for first, last in pieces]
    head, tail = ("… " if pieces[0][0] else ""), (" …" if pieces[-1][1] < len(every) else "")
    return head + " … ".join(shown) + tail, sum(last - first for first, last in pieces)
