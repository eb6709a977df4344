"""Who wrote a text, where a line says no more than that: names alone, names with the outlet's, notes on an author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from framing.corpus.cleaning.forms import KINDS_BY, NAME, NAMES
from framing.corpus.cleaning.repeats import key
from framing.text.typography import CAPITALS

_AUTHOR = re.compile(
    rf"^[•*–— ]*(?:{NAME.pattern}(?:,? (?:and|&) {NAME.pattern})?|[{CAPITALS}][\w’'-]+(?= (?:covers|writes)\b)),? "
    rf"(?:(?:is|are) (?:an? |"
    rf"the )?.{{0,80}}?\b(?:reporters?|journalists?|"
    r"correspondents?|editors?|writers?|fellows?|producers?|contributors?|columnists?)\b|"
    r"(?P<verb>covers?|writes?|reports?|edits)\b)"
)
_MORE = re.compile(r"(?:He|She|They|His|Her|Their)\b")
_BY = re.compile(rf"^(?:{KINDS_BY}|(?:By|BY|by|Por|Par|Von|Di|Door|Af|Av):?|From) ")
_BEHIND = re.compile(r",? (?:on )?\(?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d).*$")
_SENTENCE = re.compile(r".{40,}[.!?…][”\"’')\]]*$", re.DOTALL)
_SMALL = frozenset("and de van von der den la al bin".split())
# Words of headings and of names that are nobody's.
_NOBODYS = frozenset(
    """a an and or the of in on at for news report reports story stories update updates live latest breaking full text
    statement opinion analysis review editorial letters business sport sports world national local international city
    town county state street road park river lake bay hall house office court council government police minister
    ministry president prime chief united new north south east west northern southern eastern western central great
    lower upper old young top key main points facts background timeline what why how who when where questions answers
    summary conclusion introduction part chapter section day week month year january february march april may june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday party union
    bank company group university school church hospital agency department committee commission board press times post
    herald tribune journal gazette mail sun star guardian war peace fire flood storm crisis plan deal vote election read
    more see also watch listen share photo photos video picture image gallery related comments comment advertisement
    getty images all rights reserved contact us about privacy policy terms""".split()
)


def written_by(line: str) -> str:
    """The names of a line, without *By*, and without a date, or a bar and the outlet, behind them."""
    return _BEHIND.sub("", _BY.sub("", line.lstrip("—–- ")).split(" | ")[0])


def bare_names(line: str, paragraphs: Sequence[str], number: int) -> bool:
    """Whether a line at an edge of the text is nothing but one or two people's names, as a byline without *By* is.

    It stands once, beside a sentence of the text, and none of its words is one of headings or stands in the text in
    small letters.
    """
    bare = line.lstrip("—–-• ")
    if len(line) > 60 or bare.endswith(".") or not NAMES.fullmatch(bare) or bare.count(",") > 1:
        return False
    beside = paragraphs[number + 1 : number + 2] if number < len(paragraphs) - 2 else paragraphs[number - 1 : number]
    if len(paragraphs) < 3 or not beside or not _SENTENCE.match(beside[0]) or list(paragraphs).count(line) > 1:
        return False
    words = set(re.findall(r"[^\W\d_]+", bare)) - _SMALL
    small = {word.casefold() for word in words}
    if small & _NOBODYS or len(words) < 2:
        return False
    return not any(re.search(rf"\b{re.escape(word)}\b", text) for word in small for text in paragraphs)


@lru_cache(maxsize=1024)
def _key_of(name: str) -> str:
    return key(name)


def signed_by(paragraph: str, outlet: str) -> bool:
    """A name and the outlet's behind the text: *Jane Roe, The Courier*."""
    name, _, paper = paragraph.rpartition(", ")
    return len(paragraph) < 120 and NAME.fullmatch(name) is not None and _key_of(paper) == _key_of(outlet)


def goes_on(paragraph: str) -> bool:
    """Whether a paragraph tells more of the author of a note above: *She has covered ports since 2004.*"""
    return len(paragraph) < 300 and _MORE.match(paragraph) is not None


def of_author(paragraph: str, outlet: str) -> bool:
    """A note such as *Jane Roe covers transport for The Courier*, of its own outlet; not *The Courier reports*."""
    if len(paragraph) >= 300 or not (found := _AUTHOR.match(paragraph)):
        return False
    if found["verb"]:
        behind = re.split(r"\b(?:for|at)\b", paragraph[found.end() :])[1:]
        return any(key(words).startswith(key(outlet)) for words in behind)
    name = NAME.search(paragraph)
    return key(outlet) in key(paragraph[name.end() if name else 0 :])
