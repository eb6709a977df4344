"""The headline of a text or document: its first line, where nothing else says what the headline is."""

from __future__ import annotations

import re

from framing.corpus.databases.lines import is_date
from framing.text.typography import CAPITALS

_LONGEST, _FEWEST_WORDS, _LEAST = 160, 3, 30  # characters and words of a headline; words of the text below it
_WRAPPED = 120  # characters that a wrapped line has at most
_NAMED = 5  # words of an outlet's name
_BETWEEN = 6  # paragraphs below it, bylines, dates and captions, among which a sentence ends
_AGAIN, _SAME = 0.5, 5  # of the long words of a headline that ends with a full stop, said again below; and so many
_LETTERS = 4  # that a long word begins with
_STOPPED = re.compile(r"[.!:;,…]['\"”’»)]*$")
_SENTENCE = re.compile(r"[.!?]['\"”’»)]*$")
_OTHER = re.compile(
    r"(?i)^(?:by|von|par|por|photos?(?= by\b| courtesy|[:/|]|$)|updated?|published|posted|copyright|do[ck]ument)\b"
    r"|^©|https?://|www\.|[/|>»] .* [/|>»]|--"
)
_BELOW = re.compile(
    rf"(?:(?i:by|von|par|por)(?:line)?:? [{CAPITALS}]|(?i:published|updated|posted)\b).{{2,80}}(?<![.!?,])$"
)
_TOLD = re.compile(r"(?i)\b(?:was|were|had|said|told|\w+days?|yesterday|today)\b")  # as a story tells
_LABEL = re.compile(r"^(?:OPINION|ANALYSIS|EDITORIAL|COMMENT|INTERVIEW|NEWS|LIVE)$", re.IGNORECASE)


def heading(text: str, wrapped: bool = True) -> str | None:
    """The first line, where it is certain to be a headline; else None.

    It stands alone (a blank line below it, a byline, a date, or a paragraph longer than any wrapped line), is short,
    does not end as a sentence does, is no byline, date, label or trail of links, and a text in sentences follows, at
    the sixth paragraph the latest. A question may be one; so may a line with a full stop, above a blank line, where the
    first sentence says it again (see `_again`). wrapped: a paragraph may have several
    lines; in a document each line is one.
    """
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()]
    number = next((at for at, line in enumerate(lines) if line and not _LABEL.match(line)), None)
    if number is None or number + 1 >= len(lines):
        return None
    first, below = lines[number], lines[number + 1 :]
    paragraphs = [line for line in below if line]
    alone = not wrapped or not below[0] or len(below[0]) > _WRAPPED or _BELOW.match(below[0]) or _dated(below[0])
    if not alone or not paragraphs or len(first) > _LONGEST or len(first.split()) < _FEWEST_WORDS:
        return None
    begins = first.lstrip("\"'“‘„«¿")[:1]
    if _STOPPED.search(first) and not (not below[0] and _again(first, paragraphs)):
        return None
    if _OTHER.search(first) or is_date(first) or not (begins.isupper() or begins.isdigit()):
        return None
    told = sum(len(line.split()) for line in paragraphs)
    return first if told >= _LEAST and any(_SENTENCE.search(line) for line in paragraphs[:_BETWEEN]) else None


def _again(first: str, paragraphs: list[str]) -> bool:
    """Whether a line with a full stop is said again by the next paragraph that ends as a sentence does: half of its
    long words, and five, by their first letters. That paragraph is longer; the line has no weekday, no *was* or *said*.
    """
    story = next((line for line in paragraphs[:_BETWEEN] if _SENTENCE.search(line)), "")
    if not _SENTENCE.search(first) or _TOLD.search(first) or len(story) <= len(first):
        return False
    begun, below = (
        {word[:_LETTERS].lower() for word in re.findall(r"\w+", line) if len(word) >= _LETTERS}
        for line in (first, story)
    )
    return len(begun & below) >= max(_SAME, _AGAIN * len(begun))


def _dated(line: str) -> bool:
    """Whether a line is a date, alone or behind the outlet's name (*The Courier, 3 March 2026*)."""
    before, *behind = re.split(r"\s*[,|•·–—-]\s+", line, maxsplit=1)
    named = bool(behind) and len(before.split()) <= _NAMED and _STOPPED.search(line) is None
    return is_date(line) or (named and is_date(behind[0]))
