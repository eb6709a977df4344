"""In which order the texts tell what they share: where in each text a name, a figure or somebody's word stands first.

Only texts that can be set beside each other: whole news reports on the main news, of like length.
"""

from __future__ import annotations

import re

import polars as pl

from framing.comparison.content.beside_marks import VERB
from framing.comparison.content.beyond import whole_bodies
from framing.comparison.content.conversions import convertible, same_amount
from framing.comparison.content.figures import in_text
from framing.comparison.content.items import mentions
from framing.comparison.content.persons import last_name
from framing.comparison.content.stems import stems
from framing.comparison.content.vocabulary import BODIES, PERSONS, STOP, TITLES
from framing.comparison.content.voices import NOBODY
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a text and something that it shares with others: where it comes up first
ORDER: Schema = {
    "item": pl.String,  # a name, a figure, or who has the word
    "kind": pl.String,  # speaker (is given the word, directly or not), name, figure
    "article": pl.String,
    "outlet": pl.String,
    "position": pl.Float64,  # share of the body's words that stand before it
    "first": pl.Boolean,  # in the first sentence of the body
    "sure": pl.Boolean,  # nothing before it may mean the same under another name
    "start": pl.UInt32,
    "end": pl.UInt32,
}
FEWEST = 120  # words of a text
LENGTH = 2.0  # times the middle length, at most; or its half, at least
_SHARED = 2  # texts
_SCRAP = 4  # words: a shorter quotation may be somebody else's word
_FIGURES = ("money", "quantity", "count")
_NUMBERS = re.compile(r"\d[\d,.]*|\b(?:half|third|quarter|dozens?|hundreds|thousands|millions|billions)\b")
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s|\n")
_SAYS = re.compile(
    rf"\b(?:{VERB}|announc(?:ed|es)|tweet(?:ed|s)|stat(?:ed|es)|declar(?:ed|es)|according to)\b", re.IGNORECASE
)
_ROUNDED = 0.1  # of an amount, by which it may be another in another unit
_LETTERS = 4  # of a word that may stand for a name
_BESIDE = 60  # characters before and behind a name in which its office stands
_BY = 8  # characters before a name in which *by the* stands
_BEFORE, _BEHIND = re.compile(r"(?:[\w’'-]+ ){1,3}$"), re.compile(r"^, ([^,.;:]+)")
_OFFICES = (TITLES | PERSONS | BODIES) - STOP


def order(corpus: Corpus, credited: pl.DataFrame, cited: pl.DataFrame, news: pl.DataFrame) -> pl.DataFrame:
    """`ORDER`: a row for each item that two comparable texts share, and each text that has it, in order of place.

    Comparable: texts of the largest group of `news` that are news (no opinion, no analysis), whole, of 120 words and
    more, and between half and twice the middle length of these. credited: `voices.quotations`; cited:
    `voices.attributions`. sure: of a name, none of its longer words, nor an office that any text sets beside it,
    stands before it in the text, headline included; of a figure, no other number with the same noun; of a speaker, no
    quotation before it may be theirs, no sentence before it has the surname beside a verb of saying, and the headline
    does not name them.
    """
    texts = comparable(corpus, news)
    words = corpus.once(stems).filter(part="body").select("article", "start")
    words = words.join(texts.select("article"), on="article", how="semi").with_columns(
        before=pl.int_range(pl.len()).over("article"), total=pl.len().over("article")
    )
    opening = corpus.sentences.filter(part="body").group_by("article").agg(until=pl.col("end").first())
    body = texts.select("article", "outlet", "body_start")
    found = pl.concat([_named(corpus), _spoken(corpus, credited, cited)]).join(body, on="article")
    found = (
        found.filter(pl.col("start") >= pl.col("body_start"))
        .sort("start")
        .unique(["article", "kind", "item"], keep="first", maintain_order=True)
        .filter(pl.len().over("kind", "item") >= _SHARED)
        .join_asof(words.sort("start"), on="start", by="article", strategy="forward", check_sortedness=False)
        .join(opening, on="article", how="left", maintain_order="left")
        .with_columns(position=pl.col("before") / pl.col("total"), first=pl.col("start") < pl.col("until"))
    )
    found = _sure(found, corpus).sort("article", "start", "kind", "item")
    return found.select(pl.col(name).cast(dtype) for name, dtype in ORDER.items())


def comparable(corpus: Corpus, news: pl.DataFrame) -> pl.DataFrame:
    """Rows of `schema.ARTICLES` whose order may be set beside each other."""
    main = news.sort("size", "news", descending=[True, False])["news"].head(1)
    same = news.filter(pl.col("news").is_in(main.implode())).select("article")
    texts = whole_bodies(corpus, FEWEST).filter(pl.col("genre").fill_null("news") == "news")
    texts = texts.join(same, on="article", how="semi", maintain_order="left")
    middle = pl.col("words").median()
    return texts.filter(pl.col("words") * LENGTH >= middle, pl.col("words") <= middle * LENGTH)


def _named(corpus: Corpus) -> pl.DataFrame:
    """Names and figures: article, kind, item, start, end, sure."""
    found = corpus.once(mentions).filter(
        pl.col("kind").is_in(["actor", "name"]) | pl.col("sort").is_in(_FIGURES)
    )  # fmt: skip
    kind = pl.when(pl.col("kind") == "figure").then(pl.lit("figure")).otherwise(pl.lit("name"))
    return found.select("article", kind.alias("kind"), "item", "start", "end", sure=pl.lit(True))


def _spoken(corpus: Corpus, credited: pl.DataFrame, cited: pl.DataFrame) -> pl.DataFrame:
    """Where somebody has the word: article, kind, item, start, end, sure (no doubtful quotation stands before it, and
    it is not only something done by them: *the terms offered by the Pier Board*)."""
    known = pl.col("kind").is_in(["person", "institution"])
    quoted = credited.filter(known, "sure", pl.col("words") >= _SCRAP).select(
        "article", item="source", start="first", end="last", done=pl.lit(False)
    )
    told = cited.filter(known)
    done = pl.lit(corpus.beside(told, "start", ahead=_BY)).str.contains(r"\bby (?:the )?$")
    told = told.select("article", item="source", start="start", end="end", done=done)
    doubtful = credited.filter(~pl.col("sure") | (pl.col("source") == NOBODY), pl.col("words") >= _SCRAP)
    doubt = doubtful.group_by("article").agg(doubt=pl.col("first").min())
    columns = [pl.col("article", "item"), pl.col("start", "end").cast(pl.UInt32), pl.col("done")]
    return (
        pl.concat([quoted.select(columns), told.select(columns)])
        .join(doubt, on="article", how="left", maintain_order="left")
        .select(
            "article", pl.lit("speaker").alias("kind"), "item", "start", "end",
            sure=(pl.col("start") < pl.col("doubt")).fill_null(True) & ~pl.col("done"),
        )
    )  # fmt: skip


def _sure(found: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """With whether something before the item may mean the same."""
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    heads = dict(corpus.articles.select("article", pl.col("headline").fill_null("")).iter_rows())
    every = corpus.once(mentions).join(found.select("item").unique(), on="item", how="semi")
    told: dict[str, set[str]] = {}
    for article, item, start, end in every.select("article", "item", "start", "end").iter_rows():
        before = _BEFORE.search(texts[article][max(start - _BESIDE, 0) : start])
        behind = _BEHIND.match(texts[article][end : end + _BESIDE])
        words = f"{before[0] if before else ''} {behind[1] if behind else ''}".lower()
        told.setdefault(item, set()).update(_OFFICES.intersection(re.findall(r"[\w-]+", words)))
    forms = dict(every.group_by("item").agg(pl.col("text").unique()).iter_rows())
    rows = []
    for article, kind, item, start, sure in found.select("article", "kind", "item", "start", "sure").iter_rows():
        if kind == "figure":
            same = _figure_before(item, texts[article][:start])
        elif kind == "name":
            same = _name_before([item, *forms[item]], told[item], texts[article][:start])
        else:
            same = _name_before([item], set(), heads[article]) or _says_before(item, texts[article][:start])
        rows.append(sure and not same)
    return found.with_columns(sure=pl.Series(rows, dtype=pl.Boolean))


def _says_before(item: str, before: str) -> bool:
    """Whether a sentence has the surname and a verb of saying: *Ada Holm and Ben Roe announced*."""
    surname = last_name(item).casefold()
    return any(surname in sentence.casefold() and _SAYS.search(sentence) for sentence in _SENTENCE.split(before))


def _name_before(forms: list[str], offices: set[str], before: str) -> bool:
    here = set(re.findall(r"[\w-]+", before.casefold()))
    words = {word for form in forms for word in re.findall(r"[\w-]+", form.casefold()) if len(word) >= _LETTERS}
    initials = {"".join(word[0] for word in re.findall(r"\w+", form) if word[0].isupper()).casefold() for form in forms}
    return not here.isdisjoint(words | offices | {one for one in initials if len(one) > 1})


def _figure_before(item: str, before: str) -> bool:
    """Whether the noun of a figure, or its sign, stands beside another number, or the same amount in another unit."""
    if convertible(item) and any(same_amount(item, other, _ROUNDED) for other, *_ in in_text(before)):
        return True
    noun = item.split()[-1].casefold()
    numbers = _NUMBERS.findall(before.casefold())
    return bool(numbers) and (not noun.isalpha() or noun[:-1] in before.casefold())
