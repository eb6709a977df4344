"""Who is named in some reports and by no form in the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import polars as pl

from framing.comparison.content.absence import beside, in_short
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels
from framing.comparison.content.only import holders, is_name, names_told, terms
from framing.comparison.content.other_forms import have_otherwise
from framing.comparison.content.persons import is_person, last_name
from framing.comparison.content.places import means
from framing.comparison.content.sourcing import is_medium
from framing.comparison.content.spelling import breaks_off_in, close, folded
from framing.comparison.content.stems import stems
from framing.comparison.content.vocabulary import DEMONYMS, OCCUPATIONS, REGIONS, SEATS, TITLES
from framing.corpus.corpus import Corpus
from framing.corpus.metadata.agencies import agency_of
from framing.schema import Schema
from framing.text.typography import CAPITALS

# a person or a country that two reports or more name, and two or more do not
DIVIDED: Schema = {
    "item": pl.String,
    "kind": pl.String,  # person, country
    "having": pl.List(pl.String),  # articles that name it
    "lacking": pl.List(pl.String),  # articles that have no form of the name
    "reports": pl.UInt32,  # independent ones that name it
    "often": pl.UInt32,  # times that it is named in all texts
    "leading": pl.UInt32,  # texts that name it in the headline
    "article": pl.String,  # where it stands first: a row for each text that has it
    "start": pl.UInt32,
    "end": pl.UInt32,
}
_REPORTS, _LACKING = 2, 2  # independent reports that name it, and that do not
_MOST = 2 / 3  # of the reports: what more of them name is the matter of `coverage`
_POST = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, TITLES | OCCUPATIONS)))}|chief|ceo|boss|executive|leader|spokes\w+|"
    r"wife|husband|son|daughter|brother|sister),? $",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"^(?:,? who\b|, \d\d\b|, (?:the|an?|his|her|their|one of|head|chief|director|leader|president|minister)\b|"
    r" (?:also |later |had |has )?(?:said|says|told|has|had|is|was|added|wrote|tweeted|called|calls|warned|asked)\b|"
    rf", [{CAPITALS}][\w.&-]*['’]s?\s|"
    r"['’]s (?:wife|husband|son|daughter|lawyer)\b)"
)
_ALSO = re.compile(rf"^,? (?:[Tt]he )?((?:[{CAPITALS}][\w’'-]+ )*(?:of |the )*[{CAPITALS}][\w’'-]+),")  # another name
_WHERE = re.compile(  # before a place
    r"\b(?:in|near|at|outside|around|(?:north|south|east|west|town|city|region|area|village|mayor) of)(?: the)? $",
    re.IGNORECASE,
)
_TOWN = re.compile(r"^, (?:the|an?) (?:[\w-]+ ){0,2}?(?:capital|city|town|village|port|epicent\w+|region|district)\b")
_OF = re.compile(rf" of (?:the )?[{CAPITALS}]")
_PLACE = 1 / 5  # of its mentions stand so: a place
HOME = frozenset({"United States", "United Kingdom", "Britain"})  # by many names: "here", "the president"


def divided(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`DIVIDED`: persons by their full name, and countries, that two to two thirds of the reports name.

    A text lacks a name where neither its last word nor any other form of it in the corpus stands anywhere in it, its
    headline and what is quoted included; of a country neither its adjective nor its capital. Names of which only the
    last word stands somewhere, or one that is spelt nearly so, are left out; so are those in a caption, dateline or
    byline of a text that lacks them, or in whose beginning it breaks off, and what stands behind *in* and *near* as
    places do.
    """
    named = names_told(corpus)
    held = holders(corpus)
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = frozenset(word for outlet in labels.outlets.values() for word in outlet.casefold().split())
    small = frozenset(corpus.once(stems).filter(pl.col("text") == pl.col("lower"))["lower"])
    heads = dict(corpus.articles.select("article", "body_start").iter_rows())
    lasts: defaultdict[str, set[str]] = defaultdict(set)
    for word in corpus.once(mentions).filter(pl.col("kind") != "figure")["text"].unique():
        lasts[word.split()[-1][:2].casefold()].add(word.split()[-1])
    taken_out = {article: frozenset(re.findall(r"\w+", _joined(text))) for article, text in corpus.once(beside).items()}
    rows: list[dict[str, Any]] = []
    for (item,), part in named.group_by("item", maintain_order=True):
        name = str(item)
        country = name in DEMONYMS and name not in HOME and name.casefold() not in REGIONS
        kind = "country" if country else "person" if _is_person(name) else None
        if kind is None or not is_name(name, outlets, small) or is_medium(name) or agency_of(name.split()[0]):
            continue
        having = set(part["article"])
        forms = set(part["text"])
        found = having | {article for term in terms(name, forms) for article in held.get(term, ())}
        found |= have_otherwise(corpus, name, labels.names.keys() - found)
        lacking = set(labels.names) - found
        reports = labels.independent(having)
        if found != having or not _REPORTS <= reports <= _MOST * labels.reports:
            continue
        if labels.independent(lacking) < _LACKING or labels.independent(labels.names) - reports < _LACKING:
            continue
        seats = [*(seat for seat in SEATS if SEATS[seat] == name), *means(name)]
        if kind == "country" and any(seat in texts[one] for seat in seats for one in lacking):
            continue
        last = last_name(name)
        if kind == "person" and any(last not in texts[article] for article in having):
            continue  # by a first name alone it may be somebody else, or a hall called after them
        spelt = [one for one in lasts[last[:2].casefold()] if one != last and close(folded(one), folded(last))]
        if any(one in texts[article] for one in spelt for article in lacking):
            continue
        if kind == "person" and any(word in texts[article] for word in middle(name) for article in lacking):
            continue
        if any(not taken_out[article].isdisjoint(terms(name, forms)) for article in lacking):
            continue
        places = part.select("article", "start", "end").rows()
        if kind == "person" and (is_place(texts, places) or _goes_on(texts, places)):
            continue
        if kind == "person" and not (" " not in min(forms, key=len) or is_told_as_person(texts, places)):
            continue
        if any(other in texts[article] for other in also_called(texts, places) for article in lacking):
            continue
        if any(in_short(name, texts[article]) or breaks_off_in(texts[article], last) for article in lacking):
            continue
        first = part.unique("article", keep="first", maintain_order=True)
        leading = sum(start < heads[article] for article, start in first.select("article", "start").iter_rows())
        shared: dict[str, Any] = {"item": name, "kind": kind, "having": sorted(having), "lacking": sorted(lacking)}
        shared |= {"reports": reports, "often": part.height, "leading": leading}
        rows += [shared | place for place in first.select("article", "start", "end").to_dicts()]
    return pl.DataFrame(rows, schema=dict(DIVIDED))


def is_told_as_person(texts: dict[str, str], places: Iterable[tuple[str, int, int]]) -> bool:
    """Whether a text says what somebody is or does: a post before the name, *who*, an age, a verb behind it."""
    return any(
        _POST.search(texts[article][max(0, start - 40) : start]) or _WHO.match(texts[article][end : end + 32])
        for article, start, end in places
    )


def middle(name: str) -> list[str]:
    """Words between the first and the last of a name, by which somebody may be known: *Lula*."""
    return [word for word in name.split()[1:-1] if len(word) > 3]


def also_called(texts: dict[str, str], places: Iterable[tuple[str, int, int]]) -> set[str]:
    """What stands behind a name as another one: *Ada Holm, the Countess of Velm,*."""
    found = (_ALSO.match(texts[article][end : end + 80]) for article, _, end in places)
    return {match[1] for match in found if match}


def is_place(texts: dict[str, str], places: list[tuple[str, int, int]]) -> bool:
    """Whether a name stands behind *in* or *near*, or before *, the town*, now and then; not *in Holm’s hand*."""
    there = [
        (_WHERE.search(texts[article][max(0, start - 16) : start]) and texts[article][end : end + 1] not in ("'", "’"))
        or _TOWN.match(texts[article][end : end + 60])
        for article, start, end in places
    ]
    return sum(map(bool, there)) >= _PLACE * len(there)


def _goes_on(texts: dict[str, str], places: Iterable[tuple[str, int, int]]) -> bool:
    """Whether somewhere *of* and a capital stand behind a name: *Pilot Nation of Velm* is read in part, no person."""
    return any(_OF.match(texts[article][end : end + 24]) for article, _, end in places)


def _joined(text: str) -> str:
    """Small letters without stops and hyphens, as `terms` has its words."""
    return re.sub(r"[‐‑.+-]", "", text).casefold()


def _is_person(name: str) -> bool:
    return " " in name and is_person(folded(name))
