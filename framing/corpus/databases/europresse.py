"""Europresse (Eureka.cc): HTML, old and new, and PDF, Word or text, in which each article begins with a paper's name
above a line of date, words and page; the date of the certificate below each article is not the article's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from framing.corpus.databases.lines import DAY_NAMES, blocks_of, no_article, paragraphs, text_of_element
from framing.corpus.files.fields import Raw
from framing.text.typography import CAPITALS

NAME = "Europresse, Eureka.cc"
CHECKED = "real files of Europresse seen (HTML, two forms); PDF and text made from these and after descriptions"

PAGE = re.compile(r"(?i)DocPublicationName|rdp__articletitle|cedrom-sni\.com")
_NUMBER = re.compile(r"news\W?\d{8}\W?[^\W\d_]{1,4}\W?\w+")
_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_DATE = rf"(?i:(?:(?:{DAY_NAMES}),? )?(?:\d{{1,2}}(?:er)? (?:{_MONTHS}) \d{{4}}|(?:{_MONTHS}) \d{{1,2}}, \d{{4}}))"
_SIZE = r"(?i:\d{1,3}(?:[ \u202f]?\d{3})* (?:mots|words))"
_PAGE_NUMBER = r"(?i:p(?:p|age)?\. ?\S{1,12})"
# *mardi 14 mars 2006 • p. 9 • 816 mots*
# *Politique, mardi 14 mars 2006, p. 16*, *Planète, mercredi 13 janvier 2021 1023 mots, p. 9*
_HEAD = re.compile(
    rf"^(?P<before>[^•\n]{{0,80}}?)[,•\s]*(?P<date>{_DATE})"
    rf"(?P<behind>[^.!?\n]{{0,60}}(?:\. ?\S{{1,10}})?(?:\s*[•,|]\s*{_SIZE})?)$"
)
# *Le Monde • p. 9 • 816 mots*
_SIZED = re.compile(rf"^(?P<before>[^•|\n]{{0,60}}?)[\s,•|·-]*(?:{_PAGE_NUMBER}\W+)?{_SIZE}(?:\W+{_PAGE_NUMBER})?$")
_MARK = re.compile(
    r"(?i)^(?:ce )?certificat (?:est )?émis (?:le|à)|^(?:this )?certificate (?:is )?issued (?:on|to)"
    r"|^(?:numéro de document|document number|identifiant du document)\b|^news\W\d{8}\W"
)
# What stands below an article, or beside it: the rights, the certificate, what the service says of the source.
_NOTICE = re.compile(
    r"(?i)^(?:©|\(c\) \d{4}|.{0,40}\btous droits réservés|all rights reserved|cet article est (?:paru|aussi paru)|"
    r"aussi paru dans|this article (?:also )?appeared|le présent document est protégé|ce document est réservé|"
    r"this document is (?:reserved|protected)|(?:ce )?certificat (?:est )?émis|(?:this )?certificate (?:is )?issued|"
    r"numéro de document|document number|date d['’]émission|news\W\d{8}\W|service fourni par|"
    r"documents? sauvegardés?\b|illustrations? ?:|note\(s\) ?:|taille ?:)"
)
_GOES_ON = re.compile(
    r"(?i)\b(?:conventions internationales|régie par ces lois|protégé par les lois|visualisation personnelle|"
    r"à des fins de|ne peut faire l['’]objet|auprès de tiers|personal and temporary|CEDROM-SNi)"
)
_SIDE = re.compile(
    r"(?i)^(?:nom de la source|type de source|périodicité|couverture géographique|provenance|"
    r"source name|source type|periodicity|geographical coverage|origin)$"
)
_KIND = re.compile(
    r"(?i)^(?:presse|press|web|télévision|television|radio|médias sociaux|social media) • \w[\w ,]{2,30}$"
)
_WORD = rf"[{CAPITALS}][\w.'’-]*"
_BYLINE = re.compile(
    rf"^(?:(?:[Pp]ar|[Bb]y) )?{_WORD}(?: (?:{_WORD}|de|du|des|la|le|van|von|et|and|avec)){{0,7}}(?:[,;] .{{2,60}})?$"
)


def recognises(text: str) -> bool:
    """A certificate or a document's number as Europresse prints them, and a line of date, words or page."""
    if "ertificat" not in text and "news" not in text and "ocument number" not in text:
        return False
    lines = [line.strip() for line in text.split("\n")]
    return any(_MARK.match(line) for line in lines) and bool(_heads(lines))


def split(text: str) -> Iterator[Raw]:
    """The articles; the list of contents above the first is a note."""
    lines = [line.strip() for line in text.split("\n")]
    heads = _heads(lines)
    starts = [start for start, _, _ in heads]
    if any(line for line in lines[: starts[0]] if not _NOTICE.match(line) and not _GOES_ON.search(line)):
        yield no_article("is the cover or the list of contents of the export", 1)
    numbers = [(place, found[0]) for place, line in enumerate(lines) if (found := _NUMBER.search(line))]
    ahead = bool(numbers) and numbers[0][0] < starts[0]  # beside the text, and so before it
    for (start, date_at, end), before, stop in zip(heads, [0, *starts], [*starts[1:], len(lines)], strict=False):
        low, high = (before, start) if ahead else (start, stop)
        number = next((number for place, number in numbers if low <= place < high), "")
        yield Raw(
            _of_lines(lines, start, date_at, end, stop) | ({"id": number} if number else {}), start + 1, many=True
        )


def _heads(lines: list[str]) -> list[tuple[int, int, int]]:
    """Where articles begin: the line of the paper's name, that of the date, and the first line of the title.

    A date counts beside the number of words or of a page; where none is printed at all, with its weekday below a name.
    """
    filled = [number for number, line in enumerate(lines) if line]
    sure, likely = [], []
    for place, number in enumerate(filled):
        line = lines[number]
        if len(line) > 140 or not (found := _HEAD.match(line)) or _NOTICE.match(line) or _GOES_ON.search(line):
            continue
        above = filled[place - 1] if place else None
        below = filled[place + 1] if place + 1 < len(filled) else None
        end = number + 1
        beside = bool(re.search(f"{_SIZE}|{_PAGE_NUMBER}", line))
        if below is not None and _SIZED.match(lines[below]) and not re.search(_SIZE, line):
            beside, end = True, below + 1
        named = above is not None and _is_name(lines[above]) and number - above <= 2
        in_line = found["before"].strip(" ,•") if beside and not named else ""
        if not named and not in_line and not (beside and end > number + 1):
            continue
        head = (above if named and above is not None else number, number, end)
        if beside:
            sure.append(head)
        elif re.match(rf"(?i).{{0,60}}\b(?:{DAY_NAMES})\b", line):
            likely.append(head)
    return sure or likely


def _is_name(line: str) -> bool:
    """A line that may be a paper's name: *Le Monde, no. 23434*, *Le Figaro (site web)*."""
    short = len(line.split()) <= 9 and len(line) <= 80 and line[:1].upper() == line[:1]
    return short and not re.search(r"[.!?:;…]$", line) and not _NOTICE.match(line) and not _GOES_ON.search(line)


def _of_lines(lines: list[str], start: int, date_at: int, end: int, stop: int) -> dict[str, str]:
    head = _HEAD.match(lines[date_at])
    before, behind = (head["before"].strip(" ,•"), head["behind"]) if head else ("", "")
    sized = next((found for line in lines[date_at + 1 : end] if line and (found := _SIZED.match(line))), None)
    outlet, section = (lines[start], before) if start < date_at else (before or (sized["before"] if sized else ""), "")
    blocks = list(blocks_of(_without_notices(lines[end:stop])))
    headline, byline = "", ""
    if blocks:
        title = blocks.pop(0)
        if len(title) > 1 and not blocks:  # nothing stands apart: the title is one line
            blocks = [title[1:]]
            title = title[:1]
        headline = " ".join(title)
    if blocks and len(blocks) > 1 and len(blocks[0]) <= 2 and _BYLINE.match(" ".join(blocks[0])):
        byline = " ".join(blocks.pop(0))
    elif blocks and len(blocks[0]) > 1 and len(blocks[0][0].split()) <= 5 and _BYLINE.match(blocks[0][0]):
        byline = blocks[0].pop(0)
    fields = {
        "outlet": _outlet(outlet),
        "headline": headline,
        "published": head["date"] if head else "",
        "genre": section,
        "byline": byline,
        "body": paragraphs([line for block in blocks for line in (*block, "")]),
        "page": page[0] if (page := re.search(_PAGE_NUMBER, behind)) else "",
    }
    return {name: value for name, value in fields.items() if value}


def _outlet(name: str) -> str:
    """The paper's name without its number: *Le Monde, no. 23434*."""
    return re.split(r", (?=no\b|n[°º]|vol\b)", name)[0].strip(" •,")


def _without_notices(lines: list[str]) -> list[str]:
    """The lines without what the service adds."""
    kept: list[str] = []
    skipping, side = False, 0
    for place, line in enumerate(lines):
        if _SIDE.match(line):
            side = 2  # the label, and its value below
        if side:
            side -= 1 if line else 0
            continue
        if _KIND.match(line):
            while kept and not kept[-1]:
                kept.pop()
            if kept and _is_name(kept[-1]):  # its label was taken for a page's head
                kept.pop()
            continue
        if _NOTICE.match(line) or _GOES_ON.search(line) or _MARK.match(line):
            skipping = True
            continue
        # A notice goes on to its end: a stop, or the certificate that follows it.
        if skipping and line and any(_GOES_ON.search(near) or _MARK.match(near) for near in lines[place : place + 4]):
            continue
        skipping = False
        kept.append(line)
    return kept


def split_page(page: str) -> Iterator[Raw]:
    """The articles of a saved page."""
    from lxml import etree, html

    tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    etree.strip_elements(tree, "script", "style", "form", etree.Comment, with_tail=False)
    names = tree.xpath("//*[contains(concat(' ', normalize-space(@class), ' '), ' DocPublicationName ')]")
    holders = [_holder(name, tree) for name in names]
    held = Counter(map(id, holders))
    for number, (name, article) in enumerate(zip(names, holders, strict=True), 1):
        if held[id(article)] > 1:  # not divided as any export that is known
            what = f"holds {held[id(article)]} articles of Europresse that cannot be told apart: left out"
            yield Raw(line=number, problem=(what, "export them again, as HTML"), many=True)
            return
        yield Raw(_read(article, name), line=number, many=True)


def _holder(name: Any, tree: Any) -> Any:
    """The element that an article stands in."""
    found = next(name.iterancestors("article"), None)
    return found if found is not None else next(name.iterancestors("td"), tree)


def _read(article: Any, name: Any) -> dict[str, str]:
    number = _NUMBER.search(_text(article))
    headers = article.xpath(".//*[contains(concat(' ', normalize-space(@class), ' '), ' DocHeader ')]")
    header = " ".join(_text(part) for part in headers)
    titles = article.xpath(".//*[contains(@class, 'itreArticleVisu') or contains(@class, 'rdp__articletitle')]")
    title = _text(titles[0]) if titles else ""
    body, byline = _new(article) if article.tag == "article" else _old(article, titles)
    found = {
        "outlet": _outlet(re.split(r"\s{3,}", _text(name, " " * 3))[0]),
        "headline": title,
        "published": header,
        "genre": header.split(",")[0] if "," in header else "",
        "byline": byline,
        "id": number[0] if number else "",
        "body": body,
    }
    return {field: value for field, value in found.items() if value}


def _text(element: Any, blank: str = " ") -> str:
    return re.sub(r"\s+", lambda found: blank if len(found[0]) > 2 else " ", element.text_content()).strip()


def _new(article: Any) -> tuple[str, str]:
    """An `article` with header, section, aside and footer."""
    sections = article.xpath("./section | ./div[contains(@class, 'docOcurr')]")
    if not sections:
        sections = article.xpath(".//*[contains(@class, 'docOcurrContainer')]")
    body = "\n\n".join(text_of_element(section) for section in sections)
    authors = article.xpath(".//header/div[contains(@class, 'titreArticle')]/following-sibling::div")
    return body, " ".join(_text(author) for author in authors).strip()


def _old(article: Any, titles: list[Any]) -> tuple[str, str]:
    """A table cell in which title, author and text follow each other."""
    text = text_of_element(article)
    title = text_of_element(titles[0]) if titles else ""
    after = text[text.find(title) + len(title) :] if title else text
    after = re.split(
        r"(?m)^(?:©.*|.{0,20}Tous droits réservés.*|Numéro de document ?:.*|Document number ?:.*)$", after
    )[0]
    blocks = [block.strip() for block in re.split(r"\n\n+", after) if block.strip()]
    byline = ""
    if len(blocks) > 1 and len(blocks[0].split()) <= 6 and not re.search(r"[.!?:]$", blocks[0]):
        byline = blocks.pop(0)
    return "\n\n".join(blocks), byline
