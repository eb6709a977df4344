"""Text that was read in a wrong encoding (*â€œItâ€™s naÃ¯veâ€*) is put right by ftfy; what was lost stays lost.

Marks that were written as Chinese signs (*¡°It¡¯s so¡±*) ftfy leaves: they are put right here.
"""

from __future__ import annotations

import re

# The marks of GB 2312, read as Latin-1; no language writes an inverted ! before these.
_MARKS = {"¡°": "“", "¡±": "”", "¡®": "‘", "¡¯": "’", "¡ª": "—", "¡\u00ad": "…"}
_MARK = re.compile("|".join(_MARKS))
# What UTF-8 looks like when it is read as Windows-1252 or Latin-1: a letter such as Ã, followed by a sign of the
# upper half. Without these ftfy has nothing to do, and is not loaded.
SUSPECT = re.compile("[ÂÃÅÄÎÏÐÑØÙâãåæçèéëìíîïð][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|" + _MARK.pattern)


def mend(text: str) -> tuple[str, list[str]]:
    """The text as it was meant, and the lines (each 200 characters at most) that were read wrongly.

    Line by line, as ftfy's author advises: a page may hold text of several origins.
    """
    if not SUSPECT.search(text):
        return text, []
    from ftfy import fix_encoding

    lines, wrong = text.split("\n"), []
    for number, line in enumerate(lines):
        right = _MARK.sub(lambda mark: _MARKS[mark[0]], line)
        right = fix_encoding(right) if SUSPECT.search(right) else right
        if right != line:
            wrong.append(line.strip()[:200])
            lines[number] = right
    return "\n".join(lines), wrong
