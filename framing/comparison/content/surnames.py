"""People whose surname is a word: *Peter King*, *Jim Banks*, *Fiona Hill*, *Theresa May*.

By itself *King* is an office, *Banks* a noun, *May* a month. It is a surname where the text says so: a courtesy title
stands before the whole name (*Rep. Jim Banks*), or it speaks alone, with no article before it (*Banks said*).
"""

from __future__ import annotations

import polars as pl

from framing.comparison.content.vocabulary import (
    BODIES,
    CALENDAR,
    COMMON,
    DEMONYMS,
    PAPERS,
    PARTIES,
    STATES,
    STOP,
    TITLES,
    TOPICS,
)
from framing.corpus.corpus import Corpus

# Words that are surnames as well, and would be taken for no name, or for a body's.
_WORDS = frozenset(
    """banks best bird bishop black chambers chance church constable day fish gold good green hall hill hope house
    justice key king lake land law light lord love major march may page parks peace pope post power price prince rain
    sergeant snow steel storm story street wall white winter""".split()
)
_COURTESY = "rep sen gov mr mrs ms miss dr sir lord lady dame justice judge gen col capt sgt lt prof rev".split()
_NEVER_FIRST = STOP - {"per"}  # Per is a first name, too
_NO_FIRST = sorted(
    {word for form, name in DEMONYMS.items() for word in (form.lower(), name.lower())}
    | TITLES
    | BODIES
    | PAPERS
    | PARTIES
    | STATES
    | _NEVER_FIRST
    | COMMON
    | TOPICS
    | CALENDAR
    | {"new", "old", "saint", "st"}
)
_SAYS = "said says told added asked wrote tweeted argued warned replied insisted noted claimed continued".split()
_ARTICLES = "the a an this that our his her their its new old".split()


def surnames(corpus: Corpus) -> pl.DataFrame:
    """Where such people are named: article, item (the whole name), start, end, text. Use on a batch of articles.

    Their surname alone is they in an article that has the whole name of only one of them: where a speech verb stands
    beside it, or inside a sentence where no article and no other name touches it; of a month the first only.
    """
    words = corpus.tokens.filter("is_word")
    rare = words.filter(pl.col("text").str.contains(r"^\p{Lu}\p{Ll}+$"))["text"].unique()
    rare = rare.filter(rare.str.to_lowercase().is_in(sorted(_WORDS)))
    places = _beside(words, rare)
    if places.is_empty():
        return places.select("article", "start", "end", "text", item="text")
    whole = places.filter("first_name", ~pl.col("capital_behind"))
    alone = places.filter(~pl.col("first_name") & ~pl.col("touched"))
    sure = pl.concat([frame.select("article", "text") for frame in (alone.filter("speaks"), whole.filter("courtesy"))])
    # Of "Fiona Hill told" and "Capitol Hill" the one that speaks is a person.
    speaks = pl.col("speaks") | pl.col("courtesy")
    whole = whole.join(sure.unique(), on=["article", "text"], how="semi").with_columns(
        acts=speaks.any().over("article", "whole")
    )
    whole = whole.filter(pl.col("acts") | ~pl.col("acts").any().over("article", "text"))
    people = whole.group_by("article", "text").agg(item=pl.col("whole").unique())
    people = people.filter(pl.col("item").list.len() == 1).with_columns(pl.col("item").list.first())
    month = pl.col("text").str.to_lowercase().is_in(sorted(CALENDAR | {"may"}))
    alone = alone.filter(pl.col("speaks") | (~month & ~pl.col("opens")))
    parts = [
        whole.select("article", item="whole", start="begins", end="end"),
        alone.join(people, on=["article", "text"], how="inner").select("article", "item", "start", "end"),
    ]
    found = pl.concat(parts).sort("article", "start")
    return found.with_columns(text=corpus.words_at(found))


def _beside(words: pl.DataFrame, wanted: pl.Series) -> pl.DataFrame:
    """The wanted words and what stands beside them.

    article, start, end, text, whole (with the first name), begins (of it), first_name, courtesy (a title stands before
    the whole name), speaks (a speech verb is next), touched (an article or another capital is next), capital_behind,
    opens (a sentence).
    """
    same = (pl.col("article") == pl.col("article").shift(1)) & (pl.col("sentence") == pl.col("sentence").shift(1))
    near = pl.col("start") == pl.col("end").shift(1) + 1
    words = words.select(
        "article", "sentence", "start", "end", "text", lower=pl.col("text").str.to_lowercase(), joined=(same & near)
    ).with_columns(
        opens=~same.fill_null(False),
        capital=pl.col("text").str.contains(r"^\p{Lu}")
        & ~(pl.col("text").str.to_lowercase().is_in(sorted(_NEVER_FIRST))),
        joined=pl.col("joined").fill_null(False),
    )
    before = {name: pl.col(name).shift(1) for name in ("text", "lower", "capital", "start", "joined")}
    first_name = pl.col("joined") & before["text"].str.contains(r"^\p{Lu}\p{Ll}+$") & ~before["lower"].is_in(_NO_FIRST)
    title = pl.col("lower").shift(2).is_in(_COURTESY)
    article = pl.col("lower").shift(2).is_in(_ARTICLES) & before["joined"]
    behind = pl.col("joined").shift(-1)
    capital_behind = behind & pl.col("capital").shift(-1)
    return (
        words.with_columns(
            first_name=(first_name & ~article.fill_null(False)).fill_null(False),
            courtesy=(title & first_name).fill_null(False),
            speaks=(
                (behind & pl.col("lower").shift(-1).is_in(_SAYS)) | (pl.col("joined") & before["lower"].is_in(_SAYS))
            ).fill_null(False),
            touched=(
                (pl.col("joined") & (before["capital"] | before["lower"].is_in(_ARTICLES))) | capital_behind
            ).fill_null(False),
            capital_behind=capital_behind.fill_null(False),
            whole=before["text"] + " " + pl.col("text"),
            begins=before["start"],
        )
        .filter(pl.col("text").is_in(wanted.implode()))
        .drop("sentence", "lower", "joined", "capital")
    )
