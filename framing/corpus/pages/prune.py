"""What is taken out of a page, or put straight in it, before its text is looked for.

Each rule is bounded by how much it may take: a class that only sounds like a box never takes a story with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Blocks that stand inside the story's element in the markup and yet are no part of it.
_NAMES = (
    "rollover tooltip hovercard newsletter signup sign-up subscription-widget paywall- visually-hidden read-more "
    "also-read related-stor related-article related-link related-content read-next most-read more-stories recommended-"
).split()
_ASIDE = (
    "//*[self::div or self::span or self::aside or self::section or self::ul or self::p or self::article]["
    + " or ".join(f"contains(@class, '{name}')" for name in _NAMES)
    + "]"
)
_MORE = frozenset(
    "morestories related relatedstories relatedarticles relatednews relatedcontent relatedposts readnext readmore "
    "readalso alsoread mostread mostpopular trending trendingnow recommended recommendedforyou youmayalsolike "
    "youmightalsolike morenews latestnews topstories alsointhenews upnext mehrzumthema lireaussi leertambién".split()
)
_BOX = 2000  # characters: what holds more is no box
_SHARE = 0.3  # of a page's paragraphs, by length, that a box may hold
_LINKS = 0.6  # of the text of a list that leads to other pages stands in its links
_LIST = 400  # words of such a list
_STORY = 40  # words of a story among several
_CARDS = 0.4  # of the paragraphs of a story, by length, that cards of others within it may hold
_ENTRY = re.compile(r"(?i)\b(?:live|update|entry)")  # classes of parts of a live blog
_TIMED = re.compile(r"^\W*\d{1,2}[:.h]\d\d")
_CELL = 3  # paragraphs, from which on the cell of a table is a column of a page


def prune(tree: HtmlElement) -> None:
    """Take out boxes and lists of links, in place."""
    whole = sum(len(paragraph.text_content()) for paragraph in tree.xpath("//p")) or 1
    for aside in tree.xpath(_ASIDE):
        if aside.getparent() is not None and len(aside.text_content()) < _BOX:
            inside = sum(len(paragraph.text_content()) for paragraph in aside.xpath("descendant-or-self::p"))
            if inside <= _SHARE * whole or whole < _BOX / 4:
                aside.drop_tree()
    for heading in tree.xpath("//h2 | //h3 | //h4 | //h5"):
        box = heading.getparent()
        if box is None or box.tag in ("article", "main", "body") or not _is_more(heading.text_content()):
            continue
        size = sum(len(paragraph.text_content()) for paragraph in box.iter("p"))
        if box.getparent() is not None and not box.xpath(".//h1") and size <= whole / 2:
            box.drop_tree()
    for links in tree.xpath("//ul[count(li[.//a]) > 2] | //ol[count(li[.//a]) > 2]"):
        if links.getparent() is not None and _leads_away(links):
            links.drop_tree()


def _is_more(text: str) -> bool:
    """Whether a heading is that of a box of other stories."""
    return bare(text) in _MORE


def drop_pulled(tree: HtmlElement) -> None:
    """Take out words of the story that are set large beside it, in place."""
    found = tree.xpath("//*[contains(@class, 'pullquote') or contains(@class, 'pull-quote')]")
    if not found:
        return
    whole = bare("".join(tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]")))
    for pulled in found:
        words = bare(pulled.text_content())
        if pulled.getparent() is not None and words and whole.count(words) > 1:
            pulled.drop_tree()


def _leads_away(links: HtmlElement) -> bool:
    """Whether a list is one of headlines of other stories."""
    text = " ".join(links.text_content().split())
    linked = sum(len(" ".join(link.text_content().split())) for link in links.iter("a"))
    return 0 < len(text.split()) <= _LIST and linked >= _LINKS * len(text)


def straighten(tree: HtmlElement) -> None:
    """Tables that only lay a page out, as those of e-mails and old pages, become blocks, in place."""
    for cell in tree.xpath(f"//td[count(.//p) >= {_CELL} or count(br) > {2 * _CELL}]"):
        for element in (cell, *cell.iterancestors("tr", "tbody", "thead", "table", "td")):
            element.tag = "div"


def main_story(tree: HtmlElement, headline: str, heading: str = "") -> None:
    """Of several stories on a page the one whose heading is the page's own; the others are taken out of the tree.

    headline: what the page says of itself; heading: its own in the text. Stories are `article` elements, else what each
    of several `h1` has for itself. A heading with little below it, beside stories that are far longer, is a card that
    leads to the story.
    """
    stories = [story for story in tree.xpath("//article[not(ancestor::article)]") if story.xpath(".//h1|.//h2")]
    stories = stories if len(stories) > 1 else _headed(tree)
    if len(stories) < 2:
        return
    names = [bare(story.xpath("string(.//h1|.//h2)")) for story in stories]
    own: list[HtmlElement] = []
    for whole in (bare(headline), bare(headline + heading)):
        own = own or [story for story, name in zip(stories, names, strict=True) if name and name in whole]
    if len(own) != 1:
        return
    lengths = {id(story): len(story.text_content().split()) for story in stories}
    outside = len(tree.text_content().split()) - sum(lengths.values())
    length = lengths.pop(id(own[0]))
    if length >= _STORY and 3 * length >= max(lengths.values()) and 4 * length >= outside:
        for story in stories:
            if story is not own[0]:
                story.drop_tree()


def one_story(tree: HtmlElement, heading: str) -> None:
    """A story that the markup has in two `article` elements becomes one, and the cards of others within it go.

    What goes on stands right behind the story, bears no heading and has no class of its own. A card has another heading
    than the page, and the story has far more text beside its cards: in a live blog the entries are the story.
    """
    for story in tree.xpath("//article[not(ancestor::article)][.//h1 or .//h2]"):
        name = bare(story.xpath("string(.//h1|.//h2)"))
        if not name or name != bare(heading):
            continue
        cards = [card for card in story.xpath(".//article[.//h2 or .//h3]") if not card.xpath(".//h1")]
        cards = [card for card in cards if not _ENTRY.search(card.get("class", ""))]
        cards = [card for card in cards if not _TIMED.search(card.xpath("string(.//h2|.//h3)"))]
        inside = sum(len(part.text_content()) for card in cards for part in card.xpath(".//p"))
        whole = sum(len(part.text_content()) for part in story.xpath(".//p"))
        if cards and inside <= _CARDS * whole and len(story.text_content().split()) >= 2 * _STORY:
            for card in cards:
                if card.getparent() is not None:
                    card.drop_tree()
        while (behind := story.getnext()) is not None and behind.tag == "article" and _goes_on(behind, story):
            story.extend(list(behind))
            behind.drop_tree()


def _goes_on(behind: HtmlElement, story: HtmlElement) -> bool:
    """Whether an `article` behind a story is nothing but more paragraphs of it."""
    if behind.xpath(".//h1 | .//h2 | .//h3 | .//h4 | .//form | .//article") or (behind.text or "").strip():
        return False
    paragraphs = [len(part.text_content().split()) for part in behind.xpath("./p")]
    linked = sum(len(link.text_content().split()) for link in behind.iter("a"))
    alike = behind.get("class", "") == story.get("class", "") and not behind.get("id")
    return alike and sum(paragraphs) >= _STORY and len(paragraphs) > 1 and 4 * linked <= sum(paragraphs)


def _headed(tree: HtmlElement) -> list[HtmlElement]:
    """Of each of several `h1` the largest element that holds no other."""
    found = []
    for heading in tree.xpath("//h1[not(ancestor::header) or ancestor::article]")[:50]:
        story = heading
        while (above := story.getparent()) is not None and above.xpath("count(.//h1)") == 1:
            story = above
        found.append(story)
    return found if len(found) > 1 and all(story.tag != "h1" for story in found) else []


def bare(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return re.sub(r"\W+", "", text.casefold())
