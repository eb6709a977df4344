"""What stands in a page's markup and is no word of its text: struck words, words that only a screen reader says, marks
of footnotes, labels of dates.

Hidden blocks with paragraphs are left alone: some pages hide a story until a reader asks for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framing.corpus.cleaning.forms import STAMP

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STRUCK = "//del | //s | //strike | //*[contains(@style, 'line-through')]"
_UNSEEN = (
    "//*[not(self::h1) and not(.//p or .//h1)][@hidden or "
    + " or ".join(
        f"contains(concat(' ', @class, ' '), ' {name} ')"
        for name in ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader", "offscreen")
    )
    + "]"
)
_LABEL = 200  # characters: what is hidden and longer may be a part of the story
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?")
_NOTED = re.compile(r"(?:[^\W\d_]{4,}|[.,;:!?”\"’)])$")  # before a mark of a footnote
_UNIT = re.compile(r"(?i)(?:met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?)$")  # before a power
_STAMPED = re.compile(rf"\W*(?:{STAMP}\W*(?:at|on)?\W*){{1,3}}")
_SHORT = 40  # characters beside a date
_DATES = 200  # dates looked at


def drop_unread(tree: HtmlElement) -> None:
    """Take all that out, in place."""
    for struck in tree.xpath(_STRUCK):
        _drop(struck)
    for unseen in tree.xpath(_UNSEEN):
        if unseen.tag not in ("html", "body", "article", "main") and len(unseen.text_content()) <= _LABEL:
            _drop(unseen)
    for mark in tree.xpath("//sup"):
        if _NOTE_MARK.fullmatch(mark.text_content().strip()) and (_refers(mark) or _behind_word(mark)):
            _drop(mark)
    for time in tree.xpath("//p//time | //div/time | //div/span/time")[:_DATES]:
        block = next(time.iterancestors("p", "div"))
        words = " ".join(block.xpath(".//text()[not(ancestor::time)]")).strip()
        if len(words) <= _SHORT and _STAMPED.fullmatch(words):
            _drop(block)


def _refers(mark: HtmlElement) -> bool:
    """Whether a raised mark leads to a note."""
    names = f"{mark.get('class', '')} {mark.get('id', '')}".casefold()
    link = next(mark.iter("a"), None)
    link = next(mark.iterancestors("a"), None) if link is None else link
    return "footnote" in names or "reference" in names or (link is not None and "#" in link.get("href", ""))


def _behind_word(mark: HtmlElement) -> bool:
    """Whether a raised mark touches a word or a stop that no power can stand behind."""
    before = mark.getprevious()
    parent = mark.getparent()
    if before is not None:
        text = before.tail or str(before.text_content())
    else:
        text = (parent.text if parent is not None else "") or ""
    return _NOTED.search(text[-30:]) is not None and _UNIT.search(text[-30:]) is None


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
