"""Sentiment near each actor of the event: the words of the clause and the sentence that name it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.actors import actor_lexicon
from framing.measures.analyser import Findings, Metric, actor_metric, analyser
from framing.measures.called import called
from framing.measures.deeds import deeds
from framing.measures.lexicon import Lexicon, read_lexicon
from framing.measures.masking import masked_sentences
from framing.measures.match import bundled, find, words_of
from framing.measures.vader import compound

_STANDING = Path(__file__).with_suffix(".toml")  # words that VADER does not know, or weighs for tweets
_SHORT = 4  # words: a shorter clause (an apposition, say) is read with its whole sentence
_BOUNDARIES = [",", ";", ":", "-", "(", ")", "but", "while", "whereas", "although", "though", "because", "which"]
# Fitted on halves of NewsMTSC, Narrative frames and Moral events (docs/validity.md): what a word of standing, a deed
# and a name add, where neutral mentions lie, and how far from there a mention must lie before its sign is trusted.
_WORD, _DEED, _CALLED = 0.5, 0.6, 1.2
_NEUTRAL, _DOUBT = 0.05, 0.2
_SCALE = 2  # so that strong mentions keep their order within the bounds
_SPEAKER = 0.3  # weight of the words near one who speaks: what one says is not what is said of one
_HEARD = 0.1  # but to be quoted as a source is a little in one's favour
_BESIDE = 1  # words between an actor and the speech verb that makes it the speaker


@analyser(
    Metric(
        "sentiment_toward",
        unit="-1 to 1",
        weight="mentions",
        higher="more positive words near the actor",
        source="VADER compound (Hutto and Gilbert 2014), words of standing, deeds and names in the clauses of an actor",
        title="Sentiment near the actors",
        undefined="an article that names no actor of the event",
        per_actor=True,
        primary=False,
    )
)
def sentiment_toward(corpus: Corpus) -> Findings:
    """Mean sentiment of the mentions of the event's actors, -1 to 1, in total and for each actor.

    A mention's value is the mean of VADER's compound of its clause and of its sentence, plus 0.5 for each word
    of standing in favour and minus 0.5 for each against (sentiment_toward.toml; the mean of the counts in clause
    and sentence), at 0.3 of that, plus 0.1, where the actor speaks, drawn towards 0 by what neutral mentions show;
    plus 0.6 for each deed in favour and minus 0.6 for each against (deeds.toml), plus or minus 1.2 for what the
    actor is called (called.toml); halved. A clause ends at a comma, semicolon, colon, dash or bracket and at words
    such as *but* and *while*; one of fewer than four words is read with its whole sentence. It says which words
    stand near a name, not what the writer thinks of it; an actor whose very name judges (*the polluters*) has that
    in every text that calls it so. Null where no actor is named.
    """
    names = {"sentiment_toward": None} | {
        actor_metric("sentiment_toward", actor.name): actor.name for actor in corpus.event.actors
    }
    vader = (pl.col("of_clause") + pl.col("of_sentence")) / 2
    near = vader + _WORD * pl.col("standing")
    raw = pl.when("speaks").then(_SPEAKER * near + _HEARD).otherwise(near) - _NEUTRAL
    sure = raw.sign() * pl.max_horizontal(raw.abs() - _DOUBT, pl.lit(0.0))
    told = sure + _DEED * pl.col("deeds") + _CALLED * pl.col("called") + 0.0  # no -0
    mentions = _mentions(corpus)
    scored = mentions.with_columns(
        of_clause=compound(mentions["clause"]), of_sentence=compound(mentions["whole"])
    ).with_columns(value=(told / _SCALE).clip(-1, 1))
    values = corpus.articles.select("article")
    for name, actor in names.items():
        own = scored if actor is None else scored.filter(pl.col("actor") == actor)
        means = own.group_by("article").agg(pl.col("value").mean().alias(name), pl.len().alias(f"{name}_weight"))
        values = values.join(means, on="article", how="left")
    passages = scored.select(
        "article",
        "start",
        "end",
        "value",
        label="actor",
        rule=pl.coalesce(
            pl.concat_str(
                pl.when("speaks").then(pl.lit("speaks")).otherwise(pl.format("near: {}", "words")),
                pl.format("deeds: {}", "done"),
                pl.format("called: {}", "names"),
                separator="; ",
                ignore_nulls=True,
            ).replace("", None),
            pl.lit("clause"),
        ),
    )
    named = [
        (passages if actor is None else passages.filter(pl.col("label") == actor)).with_columns(metric=pl.lit(name))
        for name, actor in names.items()
    ]
    return Findings(values, pl.concat(named))


@cache
def _standing() -> Lexicon:
    return read_lexicon(_STANDING)


def _mentions(corpus: Corpus) -> pl.DataFrame:
    """Each mention of an actor: article, start, end, actor, clause and whole (the texts that are scored),
    standing (words of standing in favour less those against), words (which), deeds and done (`deeds.deeds`), called
    and names (`called.called`), speaks."""
    hits = find(corpus, actor_lexicon(corpus.event.actors)).filter(pl.col("part") == "body")
    text = corpus.annotation
    naming = corpus.once(words_of).frame["group"].gather(hits["at"]).unique()
    ends = text.forms.select(pl.col("lower").is_in(_BOUNDARIES)).to_series()
    tokens = (
        text.words.filter(pl.col("sentence").is_in(naming.to_list()))
        .with_columns(
            article=pl.lit(text.articles["article"]).gather(pl.col("row")),
            clause=(
                pl.lit(ends).gather(pl.col("form"))
                | (pl.col("sentence") != pl.col("sentence").shift(1)).fill_null(True)
            ).cum_sum(),
            sentence=pl.lit(text.sentences["sentence"]).gather(pl.col("sentence")),
        )
        .lazy()
    )
    clauses = (
        tokens.group_by("article", "sentence", "clause")
        .agg(low=pl.col("start").min(), high=pl.col("end").max(), words=pl.col("is_word").sum())
        .with_columns(short=pl.col("words") < _SHORT)
        .drop("words")
    )
    places = tokens.select("article", "start", "sentence", "clause")
    standing = (
        find(corpus, _standing())
        .lazy()
        .filter(pl.col("part") == "body")
        .join(places, on=["article", "start"], how="inner")
        .with_columns(sign=pl.when(pl.col("category") == "positive").then(1).otherwise(-1))
    )
    of_clause = standing.group_by("article", "sentence", "clause").agg(in_clause=pl.col("sign").sum())
    of_sentence = standing.group_by("article", "sentence").agg(
        in_sentence=pl.col("sign").sum(), words=pl.col("rule").str.extract(r"^([^|]*)").sort_by("start").str.join(", ")
    )
    in_sentence = pl.col("in_sentence").fill_null(0)
    return (
        hits.lazy()
        .join(_speakers(corpus, hits).lazy(), on=["article", "start"], how="left")
        .join(deeds(corpus, hits).lazy(), on=["article", "start"], how="left")
        .join(called(corpus, hits).lazy(), on=["article", "start"], how="left")
        .join(places, on=["article", "start"], how="left")
        .join(clauses, on=["article", "sentence", "clause"], how="left")
        .join(of_clause, on=["article", "sentence", "clause"], how="left")
        .join(of_sentence, on=["article", "sentence"], how="left")
        .join(
            corpus.sentences.with_columns(corpus.once(masked_sentences))
            .lazy()
            .select("article", "sentence", first="start", whole="text"),
            on=["article", "sentence"],
            how="left",
        )
        .with_columns(
            standing=(pl.when("short").then(in_sentence).otherwise(pl.col("in_clause").fill_null(0)) + in_sentence) / 2,
            clause=pl.when("short")
            .then("whole")
            .otherwise(pl.col("whole").str.slice(pl.col("low") - pl.col("first"), pl.col("high") - pl.col("low"))),
        )
        .select(
            *(
                "article",
                "start",
                "end",
                "clause",
                "whole",
                "standing",
                "words",
                "deeds",
                "done",
                "called",
                "names",
                "speaks",
            ),
            actor="category",
        )
        .sort("article", "start")
        .collect()
    )


def _speakers(corpus: Corpus, mentions: pl.DataFrame) -> pl.DataFrame:
    """Which mentions speak: a speech verb that doubts nothing, in the outlet's own words, stands beside them.

    Returns article, start, speaks.
    """
    group = corpus.once(words_of).frame["group"]
    verbs = find(corpus, bundled("reporting_verbs")).filter(~pl.col("quoted"), pl.col("category") != "doubt")
    at = verbs.select(row="at", group=group.gather(verbs["at"]), verb="at")
    place = mentions.select("article", "start", group=group.gather(mentions["at"]), first="at", last="to")
    behind = place.sort("last").join_asof(
        at, left_on="last", right_on="row", by="group", strategy="forward", check_sortedness=False
    )
    before = place.sort("first").join_asof(
        at, left_on="first", right_on="row", by="group", strategy="backward", check_sortedness=False
    )
    far = _BESIDE + 1
    said = behind.filter(pl.col("verb") - pl.col("last") <= far)
    inverted = before.filter(pl.col("first") - pl.col("verb") <= far)
    return pl.concat([said.select("article", "start"), inverted.select("article", "start")]).unique().with_columns(
        speaks=pl.lit(True)
    )  # fmt: skip
