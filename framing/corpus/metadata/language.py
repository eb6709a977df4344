"""Which language a text is in.

English is told by its commonest words, which fill a quarter to a half of any English text; only where these are
rare is py3langid asked (after M. Lui and T. Baldwin, langid.py: An off-the-shelf language identification tool, 2012).
"""

from __future__ import annotations

import re

_COMMON = frozenset(
    "the of and to in a that is was for it with as on by be at from his he this have has are not they which were had "
    "an or but said will its who their been more would about up out".split()
)
_ENOUGH = 0.2  # share of common words from which a text is English
_FIRST, _SURE = 1_000, 100  # characters and words that tell by themselves where common words abound
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 12  # words, or twice as many letters of another script than ours; a shorter text says too little


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language; null where it is too short to tell."""
    first = text[:_FIRST].casefold().split()
    if len(first) > _SURE and sum(map(_COMMON.__contains__, first)) >= 1.5 * _ENOUGH * len(first):
        return "en"
    words = _WORD.findall(text[:20_000].casefold())
    if words and sum(map(_COMMON.__contains__, words)) >= _ENOUGH * len(words) and len(words) >= _LEAST // 2:
        return "en"
    if len(words) < _LEAST and sum(letter > "\u0250" for word in words for letter in word) < 2 * _LEAST:
        return None
    from py3langid.langid import rank

    # The best with a code of two letters: from 0.4.0 terse English is said to be Nigerian Pidgin (pcm).
    return next(str(code) for code, _ in rank(text[:20_000]) if len(code) == 2)


def language_code(declared: str | None) -> str | None:
    """The ISO 639-1 code in a declaration such as `en-GB`, `en_US` or `English`; null where there is none."""
    text = (declared or "").strip().casefold()
    known = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "russian": "ru", "eng": "en"}
    if text in known:
        return known[text]
    found = re.match(r"([a-z]{2})(?:[-_]|$)", text)
    return found[1] if found else None
