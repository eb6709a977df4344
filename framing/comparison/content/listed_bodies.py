"""Names of which only a part may have been read: *Bureau of Tides* of the *Bureau of Tides, Fog and Winds*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from framing.comparison.content.vocabulary import BODIES
from framing.text.typography import CAPITALS

_FAR = 90  # letters beside a name
_BEHIND = re.compile(rf"(?:, [{CAPITALS}][\w’'-]+)+,? (?:and|&) [{CAPITALS}]")
_BEFORE = re.compile(
    rf"\b(?P<body>[{CAPITALS}]\w+) (?:of|for|on) [{CAPITALS}][\w’'-]+(?:, [{CAPITALS}][\w’'-]+)*,? (?:and |& )?$"
)


def of_a_list(name: str, texts: Mapping[str, str], places: Iterable[tuple[str, int, int]]) -> bool:
    """Whether a name stands, wherever it does, in a list behind a word for a body, as its head or as a part of it.

    places: article, start and end of the mentions.
    """
    words = name.lower().split()
    if words[0] in BODIES and not {"of", "for", "on"}.isdisjoint(words):
        return all(_BEHIND.match(texts[article][end : end + _FAR]) for article, _, end in places)
    if len(words) > 1:
        return False
    before = (_BEFORE.search(texts[article][max(0, start - _FAR) : start]) for article, start, _ in places)
    return all(found is not None and found["body"].lower() in BODIES for found in before)
