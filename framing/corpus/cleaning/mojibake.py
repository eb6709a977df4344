"""Text that was read in a wrong encoding (*â€œItâ€™s naÃ¯veâ€*) is put right by ftfy; what was lost stays lost."""

from __future__ import annotations

import re

# Marks of a Chinese encoding (GBK), read as Latin-1; in Spanish, a letter follows the inverted mark.
_MARKS = {"¡°": "“", "¡±": "”", "¡®": "‘", "¡¯": "’", "¡ª": "—", "¡\u00ad": "…"}
_MARKED = re.compile("¡[°±®¯ª\u00ad]")
# What UTF-8 looks like when it is read as Windows-1252 or Latin-1: a letter such as Ã, followed by a sign of the
# upper half. Without these ftfy has nothing to do, and is not loaded.
_LATIN = re.compile("[ÂÃÅÄÎÏÐÑØÙâãåæçèéëìíîïð][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
SUSPECT = re.compile(f"{_LATIN.pattern}|{_MARKED.pattern}")


def mend(text: str) -> tuple[str, list[str]]:
    """The text as it was meant, and the lines (each 200 characters at most) that were read wrongly.

    Line by line, as ftfy's author advises: a page may hold text of several origins.
    """
    if not SUSPECT.search(text):
        return text, []
    lines, wrong = text.split("\n"), []
    for number, line in enumerate(lines):
        if SUSPECT.search(line) and (right := _read(line)) != line:
            wrong.append(line.strip()[:200])
            lines[number] = right
    return "\n".join(lines), wrong


def _read(line: str) -> str:
    line = _MARKED.sub(lambda mark: _MARKS[mark[0]], line)
    if not _LATIN.search(line):
        return line
    from ftfy import fix_encoding

    return fix_encoding(line)
