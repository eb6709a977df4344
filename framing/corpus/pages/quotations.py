"""What a page's markup says of voice: quotations become text that says so.

`<blockquote>`, also of posts embedded from elsewhere, becomes paragraphs that `settled` marks with `>`; whom a `<cite>`
at its end names is its author. `<q>` gets the quotation marks that a browser shows, single ones within another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framing.text.blocks import block, unmarked

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = "\u298a"  # stands before a quoted paragraph while other libraries have the text; pages never hold it
_BREAKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "footer", "cite", "tr", "blockquote", "section")
_DASHES = "-\u2013\u2014"
_LABEL = 20  # characters beside a quotation in its wrapper
_LAYOUT = 0.6  # of a page's paragraphs: a block quotation that holds more of them is layout
_SENTENCE = 40  # characters round a date: fewer are a label of when the page was published


def without_mark(page: str) -> str:
    """A page in which the sign for quoted paragraphs can be trusted."""
    return page.replace(_MARK, "")


def mark_quotations(tree: HtmlElement) -> None:
    """Set apart what the markup quotes, in place."""
    for inserted in tree.xpath("//ins"):
        inserted.drop_tag()
    for spoken in tree.xpath("//p//time | //p//math | //p//output"):  # words, which trafilatura would cut
        paragraph = next(spoken.iterancestors("p"))
        if len(paragraph.text_content().strip()) - len(spoken.text_content()) > _SENTENCE:
            spoken.drop_tag()
    for quotation, outer in [(one, one.xpath("count(ancestor::q)")) for one in tree.xpath("//q")]:
        text = quotation.text_content().strip()
        opens, closes = "\u2018\u2019" if outer % 2 else "\u201c\u201d"
        if text[:1] not in "\"\u201c\u2018'\u00ab":
            quotation.text = f"{opens}{quotation.text or ''}"
            quotation.tail = f"{closes}{quotation.tail or ''}"
        quotation.drop_tag()
    whole = sum(len(paragraph.text_content()) for paragraph in tree.xpath("//p"))
    for quotation in tree.xpath("//blockquote[not(ancestor::blockquote)]"):
        inside = sum(len(paragraph.text_content()) for paragraph in quotation.xpath(".//p"))
        if inside <= _LAYOUT * whole or whole < 500:
            _set_apart(quotation)
            _unwrap(quotation)


def _unwrap(quotation: HtmlElement) -> None:
    """Make plain blocks of what stands round a quotation and nothing else: figures and embedded posts are not read."""
    length = len("".join(str(quotation.text_content()).split()))
    around = quotation.getparent()
    for _ in range(5):
        if around is None or around.tag not in ("div", "figure", "section", "aside", "span"):
            return
        for script in around.xpath("./script | ./style"):
            script.drop_tree()
        if len("".join(str(around.text_content()).split())) > length + _LABEL:
            return
        around.tag = "div"
        around.attrib.clear()
        around = around.getparent()


def settled(text: str) -> str:
    """The text with `>` before quoted paragraphs, and before no others."""
    lines = []
    for line in text.split("\n"):
        quoted, bare = line.lstrip().startswith(_MARK), line.replace(_MARK, "").strip() if _MARK in line else line
        if quoted:
            lines += ["", block(unmarked(bare)[0]), ""] if bare else []
        else:
            lines.append(unmarked(bare)[0] if bare.lstrip().startswith(">") else bare)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _sign(quotation: HtmlElement) -> None:
    """A dash before whom a `<cite>` at the end of a quotation names; of others, as of works in a sentence, nothing."""
    cites = list(quotation.iter("cite"))
    for cite in cites:
        words = " ".join(str(cite.text_content()).split())
        before = behind = ""
        if cite is cites[-1] and words:
            before, _, behind = " ".join(str(quotation.text_content()).split()).rpartition(words)
        if before and not behind and before.rstrip()[-1:] not in _DASHES:
            dash = "" if words[0] in _DASHES else "\u2014 "
            cite.text = dash + (cite.text or "").lstrip()
        else:
            cite.drop_tag()


def _set_apart(quotation: HtmlElement) -> None:
    """A block quotation as paragraphs that bear the mark."""
    from lxml import etree
    from lxml.html import builder

    etree.strip_elements(quotation, "script", "style", "figcaption", "svg", etree.Comment, with_tail=False)
    _sign(quotation)
    for part in quotation.iter(*_BREAKS):
        if part is not quotation:
            part.tail = "\n\n" + (part.tail or "")
            part.text = "\n\n" + (part.text or "") if part.tag != "br" else part.text
    paragraphs = [" ".join(text.split()) for text in re.split(r"\n\s*\n", str(quotation.text_content()))]
    tail = quotation.tail
    quotation.clear()
    quotation.tail, quotation.tag = tail, "div"
    quotation.extend([builder.P(f"{_MARK} {text}") for text in paragraphs if text])
