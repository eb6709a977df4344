"""Block quotations as Markdown and e-mail mark them: paragraphs whose lines begin with `>`.

In this form readers hand over what a page, a document or a feed sets as a block quotation. The text of an article is
without the signs; `articles.quoted_paragraphs` says which of its paragraphs they marked.
"""

from __future__ import annotations

import re
from itertools import groupby

_SIGN = re.compile(r"[^\S\n]{0,3}(?:>[^\S\n]?)+(?!\d)")  # not ">50 per cent"
# Names of paragraph styles for quotations: Word's and LibreOffice's, in a few languages.
QUOTATION_STYLE = re.compile(r"(?i)quot|block ?text|zitat|citation|\bcita|citaat|cytat|citat")
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")


def block(paragraph: str) -> str:
    """A paragraph as a block quotation."""
    return f"> {paragraph}"


def unmarked(line: str) -> tuple[str, bool]:
    """A line without the sign, and whether it bore one."""
    found = _SIGN.match(line)
    return (line[found.end() :].strip(), True) if found else (line, False)


def without_signs(text: str) -> tuple[str, list[int]]:
    """A text without the signs, and the numbers of its paragraphs, from 0, that bore them."""
    paragraphs: list[str] = []
    quoted: list[int] = []
    for part in _PARAGRAPHS.split(text):
        lines = map(unmarked, part.split("\n"))
        for (signed, _), group in groupby(lines, key=lambda line: (line[1], bool(line[0].strip()))):
            paragraph = (" " if signed else "\n").join(line for line, _ in group).strip()
            if paragraph:
                quoted += [len(paragraphs)] if signed else []
                paragraphs.append(paragraph)
    return "\n\n".join(paragraphs), quoted
