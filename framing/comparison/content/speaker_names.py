"""Under which name somebody speaks: by the name that an attribution's phrase holds, or that stands beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

import polars as pl

from framing.comparison.content.persons import is_person, last_name
from framing.comparison.content.spelling import folded
from framing.comparison.content.vocabulary import (
    CALENDAR,
    COMPANY,
    DEMONYMS,
    HEADS,
    OFFICES,
    ORGANISATIONS,
    PAPERS,
    PARTIES,
    POSTS,
    SEATS,
    STATES,
    STOP,
    TITLES,
    TOPICS,
    WORLD,
)
from framing.corpus.corpus import Corpus
from framing.measures.speaker_words import PEOPLE
from framing.text.typography import CAPITALS

_ARTICLED = 0.5  # of the places of a body's full name have an article
PLACE = r"^(?:Capitol|Downing|Wall|New|San|Santa|Los|Las|North|South|East|West|Fort|Port|Lake|Mount) "
_TITLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Gen|Justice|Judge|President|Senator|Mayor)\b"
)
_POST = re.compile(r" (?:of|for|at|from|in|with) .*$")
_PAPER = re.compile(r" (?:statements?|press releases?|news releases?|communiqu[eé]s?)$")  # of a body: it speaks
_UNNAMED = re.compile(r"^(?:the|an?|one of the|two of the)\s+", re.IGNORECASE)
_LEADER = r"^ \([^()]{1,14}\) (?:[\p{Ll}-]+ ){0,2}(?:leader|chief|head|chair\p{Ll}*|president|director|secretary)\b"
_ASKS = re.compile(
    rf"[?!][”\"’'] (?:(?:\w{{2,12}}ed|said|says) ([{CAPITALS}]\w{{2,24}})(?![\w’'-]| [{CAPITALS}])|"
    rf"([{CAPITALS}]\w{{2,24}}) (?:\w{{2,12}}ed|said|says)\b)"
)
_AHEAD = 20  # characters before a name in which its post stands
_SEAT = re.compile(r", [RDI]-\w?\w?")  # behind a name: "Ada Holm, R-Ohio, said"
_POSTS = TITLES | OFFICES | {"spokesperson", "chairperson", "co-founder", "founder", "head", "adviser", "advisor"}
MEMBERS = frozenset({"Democrat", "Republican", "Conservative", "Tory", "Liberal"})  # of a party, by where they are from
_NOBODY = STOP | {"late", "early", "amid", "without", "despite", "ceo"}  # words with a capital that name nobody


def who_of(
    text: str, item: str | None, is_actor: bool, kind: str, bodies: set[str], whole: bool = True
) -> tuple[str | None, str]:
    """Source and kind of an attribution; no source where the phrase names nobody (*Late Tuesday*, *the founder and
    CEO*); of a body's statement it is the body (*a Pier Board statement said*). item: the actor or name that its phrase
    holds. whole: it is a person whom the article names in full."""
    if kind == "named" and text.lower() in _NOBODY and (not text.isupper() or text == "CEO"):
        return None, kind
    if kind == "named" and (_is_office(text) or text in DEMONYMS.values()):
        return None, kind  # "the Prime Minister", "the Iranian" minister: one of those named before
    if kind == "document":
        return _UNNAMED.sub("", text).lower(), "institution"
    if item and not is_actor and text in item.split() and text != last_name(item) and not whole:
        item = None  # "Nest said", where another text has the Nest Rocker
    source = item or (text if _TITLE.fullmatch(_POST.sub("", text)) else _POST.sub("", text))
    if kind != "named" or source in DEMONYMS.values():
        return _UNNAMED.sub("", text).lower(), "unnamed"
    if _PAPER.search(text):
        return (None, kind) if item is None else (item, "person" if _is_somebody(item, bodies) else "institution")
    last_word = text.split()[-1]
    if last_word[0].islower() or (
        last_word in MEMBERS and " " in text
    ):  # "the California Democrat", or what belongs to somebody: "Holm's campaign", "a Leeds council spokesman"
        holder = source.split()[-1].lower() in ORGANISATIONS or source in bodies
        return (source if holder and text.endswith(("man", "person")) else text), "institution"
    if is_actor:
        return source, "institution"
    if _TITLE.match(text):
        return source, "person"
    last = source.split()[-1].lower()
    body = (
        last in ORGANISATIONS
        or source in {*WORLD, *DEMONYMS, *bodies}
        or source.isupper()
        or source.startswith(("U.S. ", "U.K. "))
        or "&" in source  # Johnson & Johnson
        or re.match(PLACE, source) is not None
        or not source[:1].isupper()
    )
    # A person has a first name and a surname; a single word is a place or a body.
    return source, "institution" if body or " " not in source else "person"


def named_in_full(corpus: Corpus, items: pl.DataFrame) -> pl.DataFrame:
    """Articles and the persons whose whole name they have (article, item): those whom some text calls by a post, a
    title or a noun for people (*the eyewitness Ada Holm*), or gives an age (*Ada Holm, 31,*).

    items: article, item, at, until.
    """
    whole = items.filter(pl.col("until") - pl.col("at") >= pl.col("item").str.len_chars())
    whole = whole.filter(pl.col("item").str.contains(" ", literal=True))
    ahead, behind = corpus.beside(whole, "at", ahead=_AHEAD), corpus.beside(whole, "until", behind=6)
    post = pl.lit(ahead).str.to_lowercase().str.extract(r"([\p{L}-]+)\.? $").is_in(sorted(_POSTS | PEOPLE))
    people = whole.filter(post | pl.lit(behind).str.contains(r"^, \d{1,2}[,.]"))["item"].unique()
    return whole.filter(pl.col("item").is_in(people.implode())).select("article", "item").unique()


def bodies_of(corpus: Corpus, items: pl.DataFrame) -> set[str]:
    """Names that somewhere follow a noun for a body (*the research firm Pell Harrow*), and names of several words that
    mostly have an article: *the Federal Reserve*."""
    ahead = pl.col("ahead")
    near = items.with_columns(ahead=corpus.beside(items, "start", ahead=14))
    found = near.filter(
        ahead.str.extract(r"(\p{L}+) $").is_in(HEADS["company"] | HEADS["body"] | {"bank", "institute"})
    )
    articled = (
        near.filter(
            pl.col("until") - pl.col("at") >= pl.col("item").str.len_chars(),
            pl.col("item").str.contains(" ", literal=True),
        )
        .group_by("item")
        .agg((ahead.str.slice(-4).str.to_lowercase() == "the ").mean().alias("share"))
    )
    return {*found["item"].unique(), *articled.filter(pl.col("share") >= _ARTICLED)["item"]}


def person_of(corpus: Corpus, phrases: pl.DataFrame, items: pl.DataFrame, bodies: set[str]) -> list[str | None]:
    """The person whose name ends an attribution's phrase behind a post, or stands beside it and a comma: *the Port
    Council’s spokesperson Ada Holm*, *the London mayor, Ada Holm*, *Ada Holm, London’s mayor*; *Ada Holm, R-Ohio*.

    phrases: article, begin, end. items: article, item, at, until.
    """
    texts = corpus.texts
    people = {item for item in items["item"].unique() if item not in bodies and is_person(folded(item))}
    places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, at, until, item in (
        items.filter(pl.col("item").is_in(people))
        .select("article", "at", "until", "item")
        .sort("article", "at")
        .iter_rows()
    ):
        places[article].append((at, until, item))
    found: list[str | None] = []
    for article, begin, end in phrases.select("article", "begin", "end").iter_rows():
        there, text = places[article], texts[article]
        low = max(bisect_left(there, (begin + 1,)) - 1, 0)  # with the name before
        near = there[low : bisect_left(there, (end + 3,))]
        found.append(
            next(
                (
                    item
                    for at, until, item in near
                    if (
                        (abs(until - end) <= 1 or text[end:at] == ", " or text[until:begin] == ", ")
                        and _is_post(text[begin : end if until <= begin else min(at, end)])
                    )
                    or _SEAT.fullmatch(text[until : begin + 2])
                ),
                None,
            )
        )
    return found


def askers(corpus: Corpus, bodies: set[str]) -> set[str]:
    """Single words that ask or exclaim in quotation marks, *“Will it hold?” asked Roe*: surnames, where no text has the
    word with an article, as a place or in capitals, and it is no known body."""
    found: set[str] = set()
    texts = corpus.articles["text"].to_list()
    for text in texts:
        found |= {one for match in _ASKS.finditer(text) for one in match.groups() if one}
    found -= {*WORLD, *DEMONYMS, *DEMONYMS.values(), *SEATS, *bodies, *corpus.articles["outlet"].unique()}
    known = ORGANISATIONS | COMPANY | PAPERS | PARTIES | STATES | STOP | CALENDAR | POSTS | TITLES
    found = {one for one in found if one.lower() not in known and not any(map(str.isupper, one[1:]))}
    if not found:
        return found
    no_person = rf"\b(?:[Tt]he|[Ii]n|[Aa]t) ({'|'.join(map(re.escape, sorted(found)))})\b(?! [{CAPITALS}])"
    things = {match[1] for text in texts for match in re.finditer(no_person, text)}
    return found - things


def leads_a_body(corpus: Corpus, phrases: pl.DataFrame) -> pl.Series:
    """Whether a phrase is only the body of who speaks: *the Sea Party (SP) leader said*. phrases: article, end."""
    return corpus.beside(phrases, "end", behind=60).str.contains(_LEADER)


def breaks_off(corpus: Corpus, phrases: pl.DataFrame) -> pl.Series:
    """Whether a text ends in a phrase, without a mark behind it: *said Ada Ho*. phrases: article, end."""
    lengths = {article: len(text.rstrip()) for article, text in corpus.texts.items()}
    places = phrases.select("article", "end").iter_rows()
    return pl.Series([end >= lengths[article] for article, end in places], dtype=pl.Boolean)


def _is_somebody(item: str, bodies: set[str]) -> bool:
    return " " in item and item not in bodies and is_person(folded(item))


def _is_office(text: str) -> bool:
    """Whether a phrase is nothing but an office: *Prime Minister*, *Health Secretary*."""
    words = text.lower().split()
    return words[-1] in POSTS and all(word in POSTS or word in TOPICS or word == "prime" for word in words[:-1])


def _is_post(words: str) -> bool:
    """Whether a phrase ends with a post: *the Foreign Secretary*, *the Secretary of State*."""
    post = re.sub(r" (?:of|for) (?:[^\W\d_]+ ?){1,4}$", "", words.strip())
    return any(some.split()[-1:] and some.split()[-1].lower().rstrip(".") in _POSTS for some in (words, post))
