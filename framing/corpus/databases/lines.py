"""What the exports of all databases are made of: lines of text, blocks of lines, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from framing.corpus.files.fields import Raw
from framing.text.typography import CAPITALS

Block = list[str]  # lines that stand together, without blank lines
_WIDE = 200  # characters: a line of a printed page
WRAPPED = 90  # characters: text that was broken into lines by a program has none that is longer

DAY_NAMES = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_DAY = r"(?:[^\W\d_]{2,12}(?:-feira)?\.?,? )?"
_MONTH = r"[^\W\d_]{3,10}\.?"
_DATE_LINE = re.compile(
    rf"(?i)^{_DAY}(?:\d{{1,2}}(?:st|nd|rd|th|er|\.|º)? (?:de )?{_MONTH},? (?:de )?\d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}} ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日|\d{{4}}-\d{{2}}-\d{{2}})"
    r"(?!\d).{0,60}$"
)
_RIGHTS = re.compile(
    r"(?i)^\(?(?:copyright\b(?! (?:was|is|are|were|has|had|laws?|cases?|claims?|holders?|owners?|infring\w+)\b)"
    rf"(?!:? (?-i:(?!(?:by|all|and|protected|held|reserved|notice)\b)[^\W\d_{CAPITALS}]))|"
    r"\(?c\) |©|all rights reserved|alle rechte vorbehalten|tous droits r[ée]serv[ée]s|"
    r"todos los derechos reservados|alle rechten voorbehouden|tutti i diritti riservati|todos os direitos reservados)"
)
# *The Courier - Final Edition*, *The Courier, First Edition*, *The Courier (Late Edition)*, *The Courier: Web Edition*
_EDITION = re.compile(
    r"(?i)(?:(?:\s*[,:;]|\s+[-–—]+)\s+(?:[\w.-]+ ){0,3}editions?(?: articles| \d{1,2})?(?:; [^\W\d_][\w &'’-]{1,40})?|"
    r"\s+[(\[](?:[\w.-]+ ){0,3}edition[)\]]|"
    r"\s+[\w-]+ edition)$"
)


def is_date(line: str) -> bool:
    """Whether a line is a date, with a weekday, a time or an edition beside it."""
    return len(line) < 100 and bool(_DATE_LINE.match(line))


def is_rights(block: Block) -> bool:
    """Whether a block is a copyright notice."""
    return bool(_RIGHTS.match(block[0]))


def without_edition(outlet: str) -> str:
    """An outlet's name without the edition that databases write behind it."""
    return _EDITION.sub("", outlet)


def blocks_of(lines: list[str]) -> Iterator[Block]:
    """The lines, stripped, in blocks that blank lines part."""
    block: Block = []
    for line in (line.strip() for line in lines):
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def paragraphs(lines: list[str]) -> str:
    """A text of lines as paragraphs: lines that a program broke at a width are put together again."""
    blocks = list(blocks_of(lines))
    long = [block for block in blocks if len(block) > 1]
    widest = max((len(line) for block in long for line in block), default=0)
    is_wrapped = widest <= WRAPPED or (widest <= _WIDE and _breaks_sentences(long, widest))
    if long and is_wrapped and sum(len(block) for block in long) > len(long) * 1.5:
        return "\n\n".join(" ".join(block) for block in blocks)
    return "\n\n".join("\n".join(block) for block in blocks)


def _breaks_sentences(blocks: list[Block], widest: int) -> bool:
    """Whether lines end where their width does, and not where a sentence does: as those of a page that is printed."""
    inner = [line for block in blocks for line in block[:-1]]
    full = [line for line in inner if len(line) >= 0.7 * widest]
    return len(full) >= 0.8 * len(inner) and sum(line[-1:] not in '.!?”"' for line in full) >= 0.6 * len(full)


def parts(border: re.Pattern[str], text: str) -> Iterator[tuple[str, int, re.Match[str] | None]]:
    """The text between borders, the line it begins at, and the border that ends it."""
    line, start = 1, 0
    for found in [*border.finditer(text), None]:
        end = found.start() if found else len(text)
        part = text[start:end]
        skipped = part[: len(part) - len(part.lstrip())].count("\n")
        yield part, line + skipped, found
        start = found.end() if found else end
        line += part.count("\n") + (found[0].count("\n") if found else 0)


def no_article(what: str, line: int | None) -> Raw:
    """A part of an export that is no article: it is listed, not read."""
    return Raw(line=line, problem=(f"{what}: no article, taken out", "leave it so"), severity="note", many=True)


def lines_of(page: str) -> str:
    """The text of a page of HTML, a line for each block and each break, a blank line round paragraphs."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    etree.strip_elements(tree, "script", "style", "title", "head", "form-data", etree.Comment, with_tail=False)
    return text_of_element(tree)


_BLOCK = frozenset(
    "p div table tr ul ol li h1 h2 h3 h4 h5 h6 section article header footer aside blockquote pre body".split()
)
_CLOSE = frozenset("tr li".split())  # blocks without a blank line round them


def text_of_element(element: Any) -> str:
    """The text inside an element, in lines."""
    found: list[str] = []
    waiting: list[tuple[Any, bool]] = [(element, False)]
    while waiting:  # not recursive: pages may be nested as deeply as they like
        node, done = waiting.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if done:
            if tag in _BLOCK:
                found.append("\n" if tag in _CLOSE else "\n\n")
            if node is not element and node.tail:
                found.append(re.sub(r"\s+", " ", node.tail.replace("\N{NO-BREAK SPACE}", " ")))
            continue
        waiting.append((node, True))
        if not tag or tag in ("script", "style", "title"):
            continue
        if tag == "br":
            found.append("\n")
        elif tag in _BLOCK:
            found.append("\n" if tag in _CLOSE else "\n\n")
        elif tag in ("td", "th"):
            found.append("\t")
        if node.text:
            found.append(re.sub(r"\s+", " ", node.text.replace("\N{NO-BREAK SPACE}", " ")))
        waiting.extend((child, False) for child in reversed(list(node)))
    text = re.sub(r" *\t[ \t]*", "\t", "".join(found))
    text = re.sub(r"(?m)^[ \t]+|[ \t]+$", "", text)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" {2,}", " ", text)).strip()
