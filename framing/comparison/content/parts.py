"""How many of a number of people were children, women, soldiers ...: *12 people, including two children*.

Texts with the same number of all may count its part differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.comparison.content.fates import COUNT, SOME, spelled, value_of

_SINGLE = {"child": "children", "woman": "women", "man": "men"}
_SINGLE |= {some.removesuffix("s"): some for some in SOME.split("|") if some.endswith("s") and some != "babies"}
_NOUN = "|".join(sorted({*_SINGLE, *SOME.split("|")}, key=len, reverse=True))
_WHOLE, _PART = (COUNT.replace("?P<count>", f"?P<{name}>") for name in ("whole", "part"))
_INCLUDING = re.compile(
    rf"\b{_WHOLE} (?:[^\W\d_][\w’'-]*[, ]{{1,2}}){{0,8}}?(?:including|among them|of whom|of them) {_PART} "
    rf"(?P<noun>{_NOUN})\b",
    re.IGNORECASE,
)
_FEWEST = 5  # people: of fewer, another event has as many


@dataclass(frozen=True)
class Part:
    """A number of some among all, in a sentence: *two children* of 12."""

    whole: float
    noun: str
    value: float
    start: int
    end: int


def parts(text: str) -> Iterator[Part]:
    """The parts of counts in a sentence."""
    if "including" not in text and "among them" not in text and " of " not in text:
        return
    for match in _INCLUDING.finditer(text):
        whole, value, noun = value_of(match["whole"]), value_of(match["part"]), match["noun"].lower()
        if whole >= _FEWEST and value < whole:
            yield Part(whole, spelled(_SINGLE.get(noun, noun)), value, *match.span("part"))
