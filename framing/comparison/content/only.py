"""Only X, all but X: names and words that one report alone has, or one text alone lacks.

A name counts as standing in a text by any of its forms anywhere in the corpus, by its longest word, by its acronym, and
as an adjective of its country; so that a text is never said to lack what it has under another name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stems
from framing.comparison.content.vocabulary import BODIES, CALENDAR, COMPANY, DEMONYMS, STOP, TITLES, WORLD
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a name, sum or word that one report alone has, or one or a few texts alone lack
ONLY: Schema = {
    "rule": pl.String,  # only (one report has it), all but (the texts that lack it are at most a quarter)
    "item": pl.String,  # a name, a sum, or a word of the headlines
    "kind": pl.String,  # actor, name, figure, word
    "articles": pl.List(pl.String),  # only: those that have it; all but: those that lack it
    "carried": pl.UInt32,  # independent reports that have it
    "sentences": pl.UInt32,  # that name it, in all texts
    "evidence": pl.List(pl.Struct({"article": pl.String, "start": pl.UInt32, "end": pl.UInt32})),
}
_MOST_LACK = 0.25  # of the texts: "all but"
_CARRIED = 3  # independent reports
_FEWEST = 100  # words of a text that is said to lack something
_HEADLINES = 0.5  # of the reports' headlines have a word that a text is said to lack
_CONTINENTS = frozenset("Europe Asia Africa America Australia".split())
_WARS = re.compile(r"^(?:the )?(?:first |second )?world war\b", re.IGNORECASE)
_DEMONYMS = frozenset(DEMONYMS.values())
_TAILS = frozenset("jr sr jr. sr. ii iii d.c. photo credit".split())
_ODD = re.compile(r"^[RD]-|[a-zà-ÿ]{2}[A-ZÀ-Þ][a-zà-ÿ]|['’]m$")  # R-Ohio, words run together, "I'm"
_GENERIC = (
    STOP
    | CALENDAR
    | TITLES
    | BODIES
    | COMPANY
    | frozenset(
        "west east north south world gop democrat democrats republican republicans dems facebook twitter google "
        "youtube "
        "constitution web internet monday god".split()
    )
)


def only(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`ONLY`: names and sums of money that one report alone has, or all texts have but one or a few.

    only: every text with it is a version of one report. all but: three independent reports have it, and at most a
    quarter of the texts, each of 100 words and more, lack it under every form. word: a word that half of the reports'
    headlines have, and of which no form stands in the text at all.
    """
    found = corpus.once(mentions)
    names = found.filter(
        pl.col("kind").is_in(["actor", "name"]) & ~pl.col("item").str.to_lowercase().is_in(sorted(_GENERIC))
    )
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    folded = {article: _fold(text) for article, text in texts.items()}
    long = frozenset(corpus.articles.filter(pl.col("words") >= _FEWEST)["article"])
    outlets = frozenset(word for name in labels.outlets.values() for word in name.casefold().split())
    small = frozenset(corpus.once(stems).filter(pl.col("text") == pl.col("lower"))["lower"])
    rows: list[tuple[object, ...]] = []
    held = names.group_by("item", maintain_order=True).agg(
        pl.col("kind").first(), pl.col("article").unique(), pl.col("text").unique()
    )
    for item, kind, articles, forms in held.iter_rows():
        if not _is_name(item, outlets, small) or _WARS.match(item):
            continue
        pattern = _pattern(item, forms)
        having = [article for article in texts if article in articles or pattern.search(folded[article])]
        # Most of those that have it, have it by the name that the sentence gives.
        named = sum(_fold(item) in folded[article] or article in articles for article in having)
        if 2 * named >= len(having):
            rows += _row(labels, item, kind, having, long, names)
    sums = found.filter(
        (pl.col("kind") == "figure") & pl.col("item").str.contains(r"^[$£€¥]|^\d[\d.,]* (?:million|billion|trillion|%)")
    )
    for item, articles in sums.group_by("item", maintain_order=True).agg(pl.col("article").unique()).iter_rows():
        digits = re.sub(r"[^\d.]", "", item).strip(".")
        having = [
            one
            for one in texts
            if one in articles or re.search(rf"(?<![\d.,]){re.escape(digits)}(?![\d]|[.,]\d)", folded[one])
        ]
        rows += _row(labels, item, "figure", having, long, sums)
    rows += list(_words(corpus, labels, long))
    return pl.DataFrame(rows, schema=dict(ONLY), orient="row")


def _is_name(item: str, outlets: frozenset[str], small: frozenset[str]) -> bool:
    """A name that means something alone: no party letter, initial, outlet, shouted word, crowd or words run
    together."""
    words = item.split()
    lower = [word.casefold() for word in words]
    return (
        len(item) > 2
        and _ODD.search(item) is None
        and not words[0].endswith("ing")
        and lower[0] not in STOP - {"will", "may"}
        and lower[-1] not in STOP | _TAILS
        and words[-1][:1].isupper()
        and not (len(words) > 1 and len(words[-1].rstrip(".")) == 1)
        and not outlets.issuperset(lower)
        and not (item.isupper() and small.issuperset(lower))
        and not (len(words) > 1 and words[-1].rstrip("s") in _DEMONYMS and words[-1].endswith("s"))
    )


def _fold(text: str) -> str:
    """Small letters without stops, hyphens and plus signs, apostrophes straight."""
    return re.sub(r"[‐‑.+-]", "", re.sub(r"[’‘ʼ�]", "'", text)).casefold()


@lru_cache(maxsize=10_000)
def _nation(item: str) -> tuple[str, ...]:
    return tuple(
        filter(
            None,
            (DEMONYMS.get(item, ""), *WORLD.get(item, ()), *(key for key, value in DEMONYMS.items() if value == item)),
        )
    )


def _pattern(item: str, forms: Iterable[str]) -> re.Pattern[str]:
    """Any form of a name: as found somewhere, its own longest word of a name, its acronym, its country's adjective."""
    words = [word for word in re.findall(r"[\w’'.-]+", item) if word.casefold() not in _GENERIC and len(word) > 3]
    distinct = max(words, key=len, default=item)
    last = words[-1] if words else item
    initials = "".join(word[0] for word in re.findall(r"\w+", item) if word[0].isupper())
    terms = {item, *forms, distinct, last, *_nation(item), *({initials} if len(initials) > 2 else ())}
    alternatives = "|".join(
        sorted((re.escape(_fold(term)) for term in terms if _fold(term)), key=lambda term: (-len(term), term))
    )
    return re.compile(rf"(?<!\w)(?:{alternatives})(?:s|'s|ian|n)?(?!\w)")


def _row(
    labels: Labels, item: str, kind: str, having: list[str], long: frozenset[str], found: pl.DataFrame
) -> list[tuple[object, ...]]:
    carried = labels.independent(having)
    # A place may be in a dateline or stand for a government: only names that are plainly more are said to be lacking.
    weighty = kind != "name" or " " in item or item in WORLD or (item in DEMONYMS and item not in _CONTINENTS)
    lacking = [article for article in labels.names if article not in set(having)]
    if carried == 1 and lacking:
        rule, articles = "only", having
    elif (
        carried >= _CARRIED
        and weighty
        and lacking
        and len(lacking) <= _MOST_LACK * labels.total
        and long.issuperset(lacking)
    ):
        rule, articles = "all but", lacking
    else:
        return []
    places = found.filter(pl.col("item") == item)
    evidence = places.unique("article", keep="first", maintain_order=True).select("article", "start", "end").to_dicts()
    return [(rule, item, kind, sorted(articles), carried, places.height, evidence)]


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
