"""Whether a short text may mean somebody by a role: *the company*, *the mayor*, *she*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import polars as pl

from framing.comparison.content.persons import is_person
from framing.comparison.content.spelling import folded
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import BODIES, ORGANISATIONS, STOP, TITLES
from framing.corpus.corpus import Corpus

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_END = re.compile(r"[.!?]\s|\n")
_FIRM = {
    stem(word)
    for word in """company firm group utility operator owner maker giant business corporation manufacturer producer
    supplier airline carrier bank lender retailer chain brand developer insurer contractor employer start-up startup
    publisher broadcaster""".split()
}
_BODY = {
    stem(word) for word in "organisation organization body agency watchdog regulator party union club team".split()
}
_WHO = {stem(word) for word in ("man woman boy girl leader boss head spokesman spokeswoman lawyer suspect victim "
                                "defendant candidate politician official").split()}  # fmt: skip
_AGENT = re.compile(r"(?:er|or|ist|ant|man|woman|ian)s?$")
_BEFORE, _APPOSED = 2, 6  # words before the name of a body, and in commas behind it, that may tell it
_NEAR = 8  # on either side of a person's
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)


def in_role(corpus: Corpus, found: pl.DataFrame, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs of an item and an outlet whose texts may mean the item without its name.

    A body: a word of those right beside its name in the other texts stands in the outlet's, or one for firms (bodies,
    where there is none) that they use; a person: an office or a trade that stands near the name elsewhere, or *he* or
    *she* in a text that names no person. found: `MENTIONS`.
    """
    pairs = list(pairs)
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlet_of = dict(corpus.articles.select("article", "outlet").iter_rows())
    named = found.filter(pl.col("kind").is_in(["actor", "name"]))
    people = {outlet_of[article] for article, item in named.select("article", "item").iter_rows() if _person(item)}
    own: defaultdict[str, set[str]] = defaultdict(set)
    pronoun: dict[str, bool] = {}
    for article, text in texts.items():
        own[outlet_of[article]] |= {stem(word.lower()) for word in _WORD.findall(text)}
        pronoun[outlet_of[article]] = pronoun.get(outlet_of[article], False) or _PRONOUN.search(text) is not None
    wanted = {item for item, _ in pairs}
    told, words = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    places = named.filter(pl.col("item").is_in(sorted(wanted))).select("item", "article", "start", "end")
    for item, article, start, end in places.iter_rows():
        told[item] |= _roles(item, texts[article], start, end)
        words[item] |= {stem(word.lower()) for word in _WORD.findall(texts[article])}
    meant = set()
    for item, outlet in pairs:
        alone = _person(item) and outlet not in people and pronoun[outlet]
        if alone or not (told[item] | _kinds(item, words[item])).isdisjoint(own[outlet]):
            meant.add((item, outlet))
    return meant


def _person(item: str) -> bool:
    return is_person(folded(item))


def _roles(item: str, text: str, start: int, end: int) -> set[str]:
    """Stems of the words that may stand for an item, by a mention of it."""
    person = _person(item)
    apposed = text[end : end + 2] in (", ", " (")
    before = _WORD.findall(_END.split(text[max(0, start - 80) : start])[-1])[-(_NEAR if person else _BEFORE) :]
    behind = _WORD.findall(_END.split(text[end : end + 80])[0])[: _NEAR if person else _APPOSED if apposed else 1]
    beside = {word.lower() for word in (*before, *behind)} - STOP
    if person:
        return {stem(word) for word in beside if word in TITLES or _AGENT.search(word) or stem(word) in _WHO}
    general = {stem(word) for word in folded(item).split() if word in ORGANISATIONS}
    near = {stem(word) for word in beside if _AGENT.search(word) or word in BODIES or stem(word) in _BODY}
    return near | general


def _kinds(item: str, words: set[str]) -> set[str]:
    """Words for firms in the texts that name a body, or else for bodies: where texts have a company, it may be one."""
    return set() if _person(item) else (words & _FIRM) or (words & _BODY)
