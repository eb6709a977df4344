"""Whose voice: the words of each speaker and side in each text, direct and reported."""

from __future__ import annotations

from collections import defaultdict

import polars as pl

from framing.comparison.content.affiliations import affiliations
from framing.comparison.content.items import mentions
from framing.comparison.content.voices import NOBODY
from framing.schema import Schema
from framing.scoring.scores import Scores

# a text and somebody who speaks in it
SPEAKERS: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "speaker": pl.String,  # `voices.NOBODY` where it was not found
    "kind": pl.String,  # person, institution, unnamed, unknown
    "side": pl.String,  # ? of the actor in event.toml, else its country; else the country that the texts give
    "party": pl.String,  # ? that the texts set beside the name: Rep. Ada Holm (R-Ohio)
    "direct": pl.UInt32,  # quoted words
    "share": pl.Float64,  # of the words of the body
    "longest": pl.UInt32,  # words of the longest quotation (sentence by sentence)
    "reported": pl.UInt32,  # attributions in sentences without its quoted words
    "sure": pl.Boolean,  # each quotation of four words and more is surely theirs
    "alone": pl.Boolean,  # nobody else is quoted in the text, not by a scrap that could be another's
    "start": pl.UInt32,  # ? of the longest quotation, else of the first attribution
    "end": pl.UInt32,  # ?
}
_SCRAP = 4  # words: a shorter quotation may be somebody else's word


def speakers(scores: Scores, credited: pl.DataFrame) -> pl.DataFrame:
    """`SPEAKERS`: a row for each text and who speaks in it, copies included; those with most words first.

    credited: `voices.quotations`. Reported speech is counted where the measure `sources_named` finds an attribution in
    a sentence without quoted words of the same speaker.
    """
    corpus = scores.corpus
    articles = corpus.articles.select("article", "outlet", body=pl.col("words"))
    direct = (
        credited.sort("words", descending=True, maintain_order=True)
        .group_by("article", "source", maintain_order=True)
        .agg(
            pl.col("kind").first(),
            direct=pl.col("words").sum(),
            longest=pl.col("words").first(),
            sure=pl.col("sure").filter(pl.col("words") >= _SCRAP).all(),
            start=pl.col("first").first(),
            end=pl.col("last").first(),
        )
        .rename({"source": "speaker"})
    )
    reported = _reported(scores, credited)
    both = direct.join(reported, on=["article", "speaker"], how="full", coalesce=True)
    parties, sides = affiliations(corpus)
    sides |= {
        actor.name: actor.side or actor.country or "" for actor in corpus.event.actors if actor.side or actor.country
    }
    alone = _alone(scores, credited)
    return (
        both.join(articles, on="article", how="left")
        .with_columns(
            kind=pl.coalesce("kind", "kind_reported"),
            start=pl.coalesce("start", "start_reported"),
            end=pl.coalesce("end", "end_reported"),
            direct=pl.col("direct").fill_null(0),
            longest=pl.col("longest").fill_null(0),
            reported=pl.col("reported").fill_null(0),
            sure=pl.col("sure").fill_null(False),
            side=pl.col("speaker").replace_strict(sides, default=None, return_dtype=pl.String),
            party=pl.col("speaker").replace_strict(parties, default=None, return_dtype=pl.String),
            alone=pl.struct("article", "speaker").is_in(
                alone.select(pl.struct("article", "speaker")).to_series().implode()
            )
            if alone.height
            else pl.lit(False),
        )
        .with_columns(share=pl.col("direct") / pl.when(pl.col("body") > 0).then(pl.col("body")))
        .select(pl.col(name).cast(dtype) for name, dtype in SPEAKERS.items())
        .sort(["article", "direct", "reported", "speaker"], descending=[False, True, True, False])
    )


def _reported(scores: Scores, credited: pl.DataFrame) -> pl.DataFrame:
    """Attributions in sentences without quoted words: article, speaker, reported, kind, start, end."""
    spoken = scores.evidence.filter(pl.col("metric") == "sources_named").select("article", "start", "end")
    sentences = scores.corpus.sentences.select("article", low="start", high="end").sort("low")
    items = scores.corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    named = items.select("article", "item", at="start").sort("at")
    held = (
        spoken.sort("start")
        .join_asof(named, left_on="start", right_on="at", by="article", strategy="forward", check_sortedness=False)
        .filter(pl.col("at") < pl.col("end"))
        .sort("start")
        .join_asof(sentences, left_on="start", right_on="low", by="article", check_sortedness=False)
    )
    quoting = credited.select("article", "first", source="source").sort("first")
    quoting = quoting.join_asof(sentences, left_on="first", right_on="low", by="article", check_sortedness=False)
    silent = held.join(quoting.select("article", "low").unique(), on=["article", "low"], how="anti")
    return silent.group_by("article", speaker="item", maintain_order=True).agg(
        reported=pl.len(),
        kind_reported=pl.lit("institution"),
        start_reported=pl.col("start").min(),
        end_reported=pl.col("end").first(),
    )


def _alone(scores: Scores, credited: pl.DataFrame) -> pl.DataFrame:
    """Texts in which every quotation goes back to one speaker: article, speaker.

    A scrap of fewer than four words in a sentence that names somebody else may be theirs: then nothing is said.
    """
    corpus = scores.corpus
    single = credited.group_by("article").agg(
        speakers=pl.col("source").n_unique(), speaker=pl.col("source").first(), longest=pl.col("words").max()
    )
    single = single.filter((pl.col("speakers") == 1) & (pl.col("speaker") != NOBODY) & (pl.col("longest") >= _SCRAP))
    items = corpus.once(mentions).filter(
        pl.col("kind").is_in(["actor", "name"]) & pl.col("item").str.contains(" ", literal=True)
    )
    places: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for article, item, start in items.select("article", "item", "start").iter_rows():
        places[article].append((start, item))
    doubtful = set()
    sentences = corpus.sentences.select("article", low="start", high="end").sort("low")
    scraps = (
        credited.filter(pl.col("words") < _SCRAP).sort("first")
        .join_asof(sentences, left_on="first", right_on="low", by="article", check_sortedness=False)
    )  # fmt: skip
    for article, source, low, high in scraps.select("article", "source", "low", "high").iter_rows():
        if any(low <= start < high and item != source for start, item in places[article]):
            doubtful.add(article)
    return single.filter(~pl.col("article").is_in(sorted(doubtful))).select("article", "speaker")
