"""What a text says beside a name that somebody is: *president of the Kettle Company*, *Harbour Secretary*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from framing.comparison.content.vocabulary import OCCUPATIONS, PERSONS, TITLES
from framing.text.typography import CAPITALS

_LONGEST = 70  # letters
_BEHIND = re.compile(  # to a comma, or a stop that is not of "U.N."
    r"^(?:, \d{1,3})?, (?!(?:as|in|on|at|to|by|with|from|for|after|before|when|while|who|which|and|but)\b)"
    rf"((?:[^,.;:()“”\"\n]|(?<=\b[{CAPITALS}])\.){{4,70}}?)"
    rf"(?:[,;]|(?<!\b[{CAPITALS}])\.(?:[\s”\"]|$))"
)
_TITLE = re.compile(r" (?:Sir|Dame|Lord|Lady|Dr|Mr|Mrs|Ms)\.?$")  # it belongs to the name
_HEAD = re.compile(r" (?:of|for|from|at|in|with|on|and|to) ")
_AHEAD = re.compile(rf"(?<![\w’'.-])((?:[{CAPITALS}][\w’'-]+ ){{1,6}})$")
_PART = re.compile(r"\b(?:of|and|for|the|to|in)(?: the)? $")  # before what is only a part of a name
_POSTS = (TITLES | OCCUPATIONS | PERSONS | {"seeker", "owner", "boss", "member", "widow"}) - {
    "first",
    "general",
    "major",
    "minority",
    "majority",
    "former",
    "acting",
}


def post(texts: Mapping[str, str], places: Iterable[tuple[str, int, int]]) -> str:
    """The words behind a name between commas whose noun is a post or trade, or those with a capital before it that end
    in one; nothing where neither stands beside a mention. places: article, start and end of the mentions."""
    for article, start, end in places:
        behind = _BEHIND.match(texts[article][end : end + _LONGEST + 12])
        if behind and _is_post(_HEAD.split(behind[1])[0]):
            return behind[1]
        before = texts[article][max(0, start - _LONGEST) : start]
        ahead = _AHEAD.search(before)
        if ahead and _is_post(ahead[1]) and " " in ahead[1].strip() and not _PART.search(before[: ahead.start()]):
            return _TITLE.sub("", ahead[1].strip())
    return ""


def _is_post(words: str) -> bool:
    last = words.split()[-1:]
    return bool(last) and last[0].lower().rpartition("-")[2] in _POSTS
