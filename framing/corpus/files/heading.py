"""The headline of a plain text: its first line, where nothing else says what the headline is."""

from __future__ import annotations

import re

from framing.corpus.databases.lines import is_date

_LONGEST, _FEWEST_WORDS, _LEAST = 160, 3, 30  # characters and words of a headline; words of the text below it
_WRAPPED = 120  # characters that a wrapped line has at most
_STOPPED = re.compile(r"[.!:;,…]['\"”’»)]*$")
_SENTENCE = re.compile(r"[.!?]['\"”’»)]*$")
_OTHER = re.compile(
    r"(?i)^(?:by|von|par|por|photos?|updated?|published|posted|copyright)\b|^©|https?://|www\.|[/|>»] .* [/|>»]|--"
)
_LABEL = re.compile(r"^(?:OPINION|ANALYSIS|EDITORIAL|COMMENT|INTERVIEW|NEWS|LIVE)$", re.IGNORECASE)


def heading(text: str) -> str | None:
    """The first line, where it is certain to be a headline; else None.

    It stands alone (a blank line below it, or a paragraph longer than any wrapped line), is short, does not end as a
    sentence does, is no byline, date, label or trail of links, and a text in sentences follows. A question may be one.
    """
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()]
    number = next((at for at, line in enumerate(lines) if line and not _LABEL.match(line)), None)
    if number is None or number + 1 >= len(lines):
        return None
    first, below = lines[number], lines[number + 1 :]
    paragraphs = [line for line in below if line]
    alone = not below[0] or len(below[0]) > _WRAPPED
    if not alone or not paragraphs or len(first) > _LONGEST or len(first.split()) < _FEWEST_WORDS:
        return None
    begins = first.lstrip("\"'“‘„«¿")[:1]
    if _STOPPED.search(first) or _OTHER.search(first) or is_date(first) or not (begins.isupper() or begins.isdigit()):
        return None
    told = sum(len(line.split()) for line in paragraphs)
    return first if told >= _LEAST and any(_SENTENCE.search(line) for line in paragraphs[:3]) else None
