"""Sentiment near each actor of the event: VADER on the clauses that name it."""

from __future__ import annotations

from hashlib import sha256

import polars as pl

from framing.analyser import Findings, Metric, actor_metric, analyser
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor
from framing.lexicon import Entry, Lexicon, normal
from framing.match import find
from framing.vader import compound

_SHORT = 4  # words: a shorter clause (an apposition, say) is read with its whole sentence
_BOUNDARIES = [",", ";", ":", "—", "–", "(", ")", "but", "while", "whereas", "although", "though", "because", "which"]


@analyser(
    Metric(
        "sentiment_toward",
        unit="-1 to 1",
        weight="mentions",
        higher="more positive words near the actor",
        source="VADER compound (Hutto and Gilbert 2014) of the clauses that name an actor",
        title="Sentiment near the actors",
        undefined="an article that names no actor of the event",
        per_actor=True,
        primary=False,
    )
)
def sentiment_toward(corpus: Corpus) -> Findings:
    """Mean VADER compound of the clauses that name an actor of the event, over its mentions, -1 to 1.

    In total and for each actor. It says which words stand near a name, not what the writer thinks of it.
    A clause ends at a comma, semicolon, colon, dash or bracket and at words such as *but* and *while*; one
    of fewer than four words is read with its whole sentence. Null where no actor is named.
    """
    names = {"sentiment_toward": None} | {
        actor_metric("sentiment_toward", actor.name): actor.name for actor in corpus.event.actors
    }
    mentions = _mentions(corpus)
    scored = mentions.with_columns(value=compound(mentions["clause"]))
    values = corpus.articles.select("article")
    for name, actor in names.items():
        own = scored if actor is None else scored.filter(pl.col("actor") == actor)
        means = own.group_by("article").agg(pl.col("value").mean().alias(name), pl.len().alias(f"{name}_weight"))
        values = values.join(means, on="article", how="left")
    passages = scored.select("article", "start", "end", "value", label="actor", rule="clause")
    named = [
        (passages if actor is None else passages.filter(pl.col("label") == actor)).with_columns(metric=pl.lit(name))
        for name, actor in names.items()
    ]
    return Findings(values, pl.concat(named))


def _mentions(corpus: Corpus) -> pl.DataFrame:
    """Each mention of an actor: article, start, end, actor, clause (the text that is scored)."""
    ends = pl.col("lower").is_in(_BOUNDARIES)
    tokens = (
        corpus.tokens.lazy()
        .filter(pl.col("part") == "body")
        .with_columns(clause=(ends | (pl.col("sentence") != pl.col("sentence").shift(1)).fill_null(True)).cum_sum())
    )
    clauses = (
        tokens.group_by("article", "sentence", "clause")
        .agg(low=pl.col("start").min(), high=pl.col("end").max(), words=pl.col("is_word").sum())
        .with_columns(short=pl.col("words") < _SHORT)
    )
    hits = find(corpus, _actors(corpus.event.actors)).filter(pl.col("part") == "body")
    return (
        hits.lazy()
        .join(tokens.select("article", "start", "sentence", "clause"), on=["article", "start"], how="left")
        .join(clauses, on=["article", "sentence", "clause"], how="left")
        .join(
            corpus.sentences.lazy().select("article", "sentence", first="start", whole="text"),
            on=["article", "sentence"],
            how="left",
        )
        .with_columns(
            clause=pl.when("short")
            .then("whole")
            .otherwise(pl.col("whole").str.slice(pl.col("low") - pl.col("first"), pl.col("high") - pl.col("low")))
        )
        .select("article", "start", "end", "clause", actor="category")
        .sort("article", "start")
        .collect()
    )


def _actors(actors: tuple[Actor, ...]) -> Lexicon:
    """The actors' names and descriptions as a word list, each actor a category."""
    entries: dict[str, Entry] = {}
    for actor in actors:
        for name in (*actor.names, *actor.references):
            words = tuple((normal(word),) for word in name.split())
            entries.setdefault(
                normal(name), Entry(name, words, actor.name, case="capital" if name[:1].isupper() else None)
            )
    return Lexicon(
        measure="actors",
        title="Actors",
        higher="",
        source="event.toml",
        licence="",
        voice="all",
        parts=("body",),
        total=False,
        primary=False,
        counted=None,
        categories={actor.name: actor.name for actor in actors},
        entries=tuple(entries.values()),
        file="event.toml",
        sha256=sha256(repr(actors).encode()).hexdigest(),
    )
