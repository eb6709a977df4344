"""Only X, all but X: names and words that one report alone has, or one text alone lacks.

A name counts as standing in a text by any of its forms anywhere in the corpus, by its longest word, by its acronym, and
as an adjective of its country; so that a text is never said to lack what it has under another name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from framing.comparison.content.absence import beside
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels
from framing.comparison.content.other_forms import have_otherwise
from framing.comparison.content.stems import stems
from framing.comparison.content.vocabulary import BODIES, CALENDAR, COMPANY, DEMONYMS, SAME, STOP, TITLES, WORLD
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

# a name, sum or word that one report alone has, or one or a few texts alone lack
ONLY: Schema = {
    "rule": pl.String,  # only (one report has it), all but (the texts that lack it are at most a quarter)
    "item": pl.String,  # a name, a sum, or a word of the headlines
    "kind": pl.String,  # actor, name, figure, word
    "articles": pl.List(pl.String),  # only: those that have it; all but: those that lack it
    "carried": pl.UInt32,  # independent reports that have it
    "sentences": pl.UInt32,  # that name it, in all texts
    "article": pl.String,  # where it stands: a row for each text that has it
    "start": pl.UInt32,
    "end": pl.UInt32,
}
_MOST_LACK = 0.25  # of the texts: "all but"
_CARRIED = 3  # independent reports
_LINE = 15  # words of a line without a stop that may be a link or a heading
_PLURAL = 5  # letters of a plural, at least
_FEWEST = 100  # words of a text that is said to lack something
_HEADLINES = 0.5  # of the reports' headlines have a word that a text is said to lack
_CONTINENTS = frozenset("Europe Asia Africa America Australia".split())
_WARS = re.compile(r"^(?:the )?(?:first |second )?world war\b", re.IGNORECASE)
_DEMONYMS = frozenset(DEMONYMS.values())
_TAILS = frozenset(
    "jr sr jr. sr. ii iii d.c. photo credit republican democrat democratic congressional prime senate".split()
)
_NO_ENDS = STOP | _TAILS
_AROUND = 48  # characters before a name
_STAFF = r"(?i)['’]s (?:[\w-]+ ){0,3}(?:editor|correspondent|reporter|columnist|journalist)s?,? $"
_CONTRIBUTED = r"(?i)\bcontributed to this (?:report|story|article)\b|\b(?:reporting|writing|editing) by \p{Lu}"
_CREDIT = r"(?i)(?:\w ?/ ?|photo(?:graph)?s?(?: by|:) |credit: |via )$"
_PARTS = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?=[‐‑-])|(?<=[‐‑-])[^\W\d_]+")  # Miami in Miami-Dade
_ODD = re.compile(
    rf"^[RD]-|[^\W\d_{CAPITALS}]{{2}}[{CAPITALS}][^\W\d_{CAPITALS}]|^I['’]|['’]m$"
)  # R-Ohio, words run together, "I'm"
_GENERIC = (
    STOP
    | CALENDAR
    | TITLES
    | BODIES
    | COMPANY
    | frozenset(
        "west east north south world gop democrat democrats republican republicans dems facebook twitter google "
        "youtube "
        "constitution web internet monday god black white blacks whites".split()
    )
)


def only(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`ONLY`: names and sums of money that one report alone has, or all texts have but one or a few.

    only: every text with it is a version of one report. all but: three independent reports have it, and at most a
    quarter of the texts, each of 100 words and more, lack it under every form. word: a word that half of the reports'
    headlines have, and of which no form stands in the text at all.
    """
    found = corpus.once(mentions)
    names = names_told(corpus)
    held = holders(corpus)
    long = frozenset(corpus.articles.filter(pl.col("words") >= _FEWEST)["article"])
    outlets = frozenset(word for name in labels.outlets.values() for word in name.casefold().split())
    small = frozenset(corpus.once(stems).filter(pl.col("text") == pl.col("lower"))["lower"])
    rows: list[tuple[object, ...]] = []
    known = set(names["item"])
    firsts = {name.partition(" ")[0] for name in known if " " in name} - {*DEMONYMS, *WORLD}  # Ada of Ada Holm
    for item, kind, forms, places in _held(names):
        rest = item.partition(" ")[2]
        longer = " " in rest and rest in known  # a word before a name: "Intelligence Ada Holm"
        longer |= item in firsts
        if is_name(item, outlets, small) and not _WARS.match(item) and not longer:
            named = {place["article"] for place in places}
            having = named | {article for term in terms(item, forms) for article in held.get(term, ())}
            having |= have_otherwise(corpus, item, labels.names.keys() - having)
            # Most of those that have it, have it by the name that the sentence gives.
            if 2 * len(named) >= len(having):
                rows += _row(labels, item, kind, having, long, places)
    sums = found.filter(
        (pl.col("kind") == "figure") & pl.col("item").str.contains(r"^[$£€¥]|^\d[\d.,]* (?:million|billion|trillion|%)")
    )
    for item, _, _, places in _held(sums):
        digits = re.sub(r"[^\d.]", "", item).strip(".")
        having = {place["article"] for place in places} | held.get(digits, set())
        rows += _row(labels, item, "figure", having, long, places)
    rows += list(_words(corpus, labels, long))
    place = pl.Struct({name: ONLY[name] for name in ("article", "start", "end")})
    schema = {name: kind for name, kind in ONLY.items() if name not in place.to_schema()} | {"place": pl.List(place)}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return frame.explode("place", empty_as_null=True).unnest("place").select(*ONLY)


_THANKS = pl.col("text").str.contains(_CONTRIBUTED)
_ENDED = pl.col("text").str.strip_chars_end().str.contains(r"[.!?…:][”\"’')\]�]*$|[”\"’]$") | (pl.col("words") > _LINE)


def names_told(corpus: Corpus) -> pl.DataFrame:
    """The mentions of actors and names that mean something alone, but those in credits and in lines that end as no
    sentence does: links to other stories, menus."""
    names = corpus.once(mentions).filter(
        pl.col("kind").is_in(["actor", "name"]) & ~pl.col("item").str.to_lowercase().is_in(sorted(_GENERIC))
    )
    credited, staff = _credits(corpus, names)
    told = names.join(credited, on=["article", "start"], how="anti", maintain_order="left")
    told = told.join(staff, on=["article", "item"], how="anti", maintain_order="left")
    lines = corpus.sentences.filter(part="body").select("article", "start", line="end", ended=_ENDED & ~_THANKS)
    places = told.sort("start").join_asof(
        lines.sort("start"), on="start", by="article", strategy="backward", check_sortedness=False
    )
    loose = places.filter((pl.col("start") < pl.col("line")) & ~pl.col("ended")).select("article", "start")
    return told.join(loose, on=["article", "start"], how="anti", maintain_order="left")


def _credits(corpus: Corpus, names: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """article, start of names in credits: *(Ada Holm/Norpress)*, *Photo: Ada Holm*; a line of nothing but a name is a
    byline, or the title of a picture. And article, item of a paper's staff: *The Lamp’s arts editor Ada Holm*."""
    near = names.with_columns(
        ahead=corpus.beside(names, "start", ahead=_AROUND), behind=corpus.beside(names, "end", behind=2)
    )
    credit = pl.col("behind").str.contains(r"^ ?/") | pl.col("ahead").str.contains(_CREDIT)
    credit |= pl.col("ahead").str.contains(r"\n\s*$") & pl.col("behind").str.contains(r"^\s*(?:\n|$)")  # a line alone
    staff = near.filter(pl.col("ahead").str.contains(_STAFF)).select("article", "item")
    return near.filter(credit).select("article", "start"), staff.unique()


def items(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """The rows of `ONLY` by item, each with its places under `evidence`."""
    keys = [name for name in ONLY if name not in ("article", "start", "end")]
    return frame.group_by(keys, maintain_order=True).agg(evidence=pl.struct("article", "start", "end")).to_dicts()


def is_name(item: str, outlets: frozenset[str], small: frozenset[str]) -> bool:
    """A name that means something alone: no party letter, initial, outlet, shouted word, crowd or words run
    together."""
    words = item.split()
    lower = [word.casefold() for word in words]
    return (
        len(item) > 2
        and _ODD.search(item) is None
        and not words[0].endswith("ing")
        and not words[0][0].isdigit()
        and lower[0] not in STOP - {"will", "may"}
        and lower[-1] not in _NO_ENDS
        and words[-1][:1].isupper()
        and not (len(words) > 1 and len(words[-1].rstrip(".")) == 1)
        and not outlets.issuperset(lower)
        and not (item.isupper() and small.issuperset(lower))
        and not (len(words) > 1 and words[-1].rstrip("s") in _DEMONYMS)  # crowds, *Central African*
        and not item.endswith(("-US", "-UK", "-EU"))  # talks: *North Korean-US*
    )


def _fold(text: str) -> str:
    """Small letters without accents, stops, hyphens and plus signs, apostrophes straight."""
    plain = re.sub(r"[‐‑.+-]", "", re.sub(r"[’‘ʼ�]", "'", text)).casefold()
    letters = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def _held(mentioned: pl.DataFrame) -> Iterator[tuple[str, str, list[str], list[dict[str, Any]]]]:
    """Item, kind, its forms, and its places: all of one item together, so that the work grows with the texts."""
    groups = mentioned.group_by("item", maintain_order=True).agg(
        pl.col("kind").first(), pl.col("text").unique(), places=pl.struct("article", "start", "end")
    )
    yield from groups.iter_rows()


def holders(corpus: Corpus) -> dict[str, set[str]]:
    """Which texts, with their datelines and captions, have a word (folded; without a final s, 's, n or ian too) or a
    number (without commas)."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    aside = corpus.once(beside)
    for article, body in corpus.articles.select("article", "text").iter_rows():
        text = f"{body}\n{aside[article]}"
        for number in set(re.findall(r"\d[\d,]*(?:\.\d+)?", text)):
            found[number.replace(",", "")].add(article)
        parts = _PARTS.findall(text)
        for word in {*re.findall(r"[\w']+", _fold(text)), *map(str.casefold, parts)}:
            bare = word.strip("'")
            for form in {bare, *(bare.removesuffix(ending) for ending in ("s", "'s", "n", "ian"))}:
                found[form].add(article)
    return dict(found)


def terms(item: str, forms: Iterable[str]) -> set[str]:
    """Single words, folded, of which each tells that a text may have the name: its longest word and its last one, its
    forms of one word, its acronym, its country's adjective. A name of several words has its longest one in it."""
    every = re.findall(r"[\w’'.-]+", item)
    own = [word for word in every if word.casefold() not in _GENERIC] or every  # Press Herald
    words = [word for word in own if len(word) > 3] or own  # Tea Party
    initials = "".join(word[0] for word in re.findall(r"\w+", item) if word[0].isupper())
    nation = [
        *SAME.get(item, ()),
        DEMONYMS.get(item, ""),
        *WORLD.get(item, ()),
        *(key for key, value in DEMONYMS.items() if value == item),
    ]
    found = {max(words, key=len, default=item), words[-1] if words else item, *forms, *nation}
    found |= {initials} if len(initials) > 2 else set()
    found.add(item.replace(" ", ""))  # Red State, RedState
    found |= {term.removesuffix("s") for term in found if len(term) > _PLURAL}  # Christians, Christian
    return {_fold(term) for term in found if term and " " not in term}


def _row(
    labels: Labels, item: str, kind: str, having: set[str], long: frozenset[str], places: list[dict[str, Any]]
) -> list[tuple[object, ...]]:
    carried = labels.independent(having)
    lacking = [article for article in labels.names if article not in having]
    # A place may be in a dateline or stand for a government: only names that are plainly more are said to be lacking.
    weighty = kind != "name" or " " in item or item in WORLD or (item in DEMONYMS and item not in _CONTINENTS)
    few = bool(lacking) and len(lacking) <= _MOST_LACK * labels.total and long.issuperset(lacking)
    if carried == 1 and lacking:
        rule, articles = "only", sorted(having)
    elif carried >= _CARRIED and weighty and few:
        rule, articles = "all but", sorted(lacking)
    else:
        return []
    first = list({place["article"]: place for place in reversed(places)}.values())[::-1]
    return [(rule, item, kind, articles, carried, len(places), first)]


def _words(corpus: Corpus, labels: Labels, long: frozenset[str]) -> Iterable[tuple[object, ...]]:
    """Words that most headlines have, and some text nowhere."""
    words = corpus.once(stems)
    held: defaultdict[str, set[str]] = defaultdict(set)
    for article, stem in words.filter("content").select("article", "stem").unique().iter_rows():
        held[stem].add(article)
    capital = set(
        words.filter(pl.col("part") == "body").filter(pl.col("text").str.contains(r"^\p{Lu}"))["stem"].unique()
    )
    heads = words.filter((pl.col("part") == "headline") & pl.col("content"))
    headlines = labels.independent(heads["article"])
    for (stem,), part in heads.group_by("stem", maintain_order=True):
        reports = labels.independent(part["article"])
        lacking = [article for article in labels.names if article not in held[str(stem)]]
        if reports < max(_CARRIED, _HEADLINES * headlines) or not lacking or len(lacking) > _MOST_LACK * labels.total:
            continue
        if not long.issuperset(lacking) or (stem in capital and part["text"].str.contains(r"^\p{Lu}").all()):
            continue
        form = part["lower"].mode().sort()[0]
        evidence = (
            part.unique("article", keep="first", maintain_order=True).select("article", "start", "end").to_dicts()
        )
        yield (
            "all but",
            form,
            "word",
            sorted(lacking),
            labels.independent(held[str(stem)]),
            part.height,
            evidence,
        )
