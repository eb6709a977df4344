"""What the events' texts say, over events: who runs whose text, who leaves out what, whose people are given the word.

Facts of the texts, event by event, then counted: no inference is made from them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from framing.comparison.content.coverage import COVERAGE, coverage
from framing.comparison.content.naming import NAMING, naming
from framing.comparison.content.voices import SOURCES, sources
from framing.comparison.study.events import StudyEvent
from framing.comparison.texts.news import news
from framing.corpus.corpus import Corpus
from framing.schema import Schema, empty
from framing.scoring.cache import Cache

# One row: whose text an outlet printed, over events
REPRINTS: Schema = {
    "outlet": pl.String,
    "origin": pl.String,  # ? whose text: an agency or an outlet; null where nobody knows
    "events": pl.UInt32,  # in which the outlet printed such a text
    "articles": pl.UInt32,
    "of_events": pl.UInt32,  # events of the outlet
    "names": pl.List(pl.String),  # the events
}
# One row: what an outlet left out that most others carry
OMISSIONS: Schema = {
    "outlet": pl.String,
    "events": pl.UInt32,  # in which it could have left something out: others share items, and it has words enough
    "leaving": pl.UInt32,  # in which it left out at least one item that most carry
    "items": pl.UInt32,  # that most carry, over these events
    "left_out": pl.UInt32,  # of these
    "share": pl.Float64,  # ? % of the items
    "list": pl.List(pl.String),  # "item (event)"
}
# One row: how an outlet's headlines are made
HEADLINE_STYLE: Schema = {
    "outlet": pl.String,
    "headlines": pl.UInt32,  # of its own work
    "words": pl.Float64,  # mean
    "questions": pl.Float64,  # % that end in a question mark
    "quotations": pl.Float64,  # % with quoted words
    "shouting": pl.Float64,  # % with an exclamation mark or a word in capitals of four letters or more
    "numbers": pl.Float64,  # % with a figure
    "colons": pl.Float64,  # % in two parts: a label, a colon
}
KINDS: Mapping[str, Schema] = {"coverage": COVERAGE, "naming": NAMING, "sources": SOURCES}
_CAPITALS = r"\p{Lu}{4,}"


def reprints(stories: pl.DataFrame) -> pl.DataFrame:
    """`REPRINTS`: one row for each outlet and origin, most events first.

    stories: `schema.STORIES` with `event`.
    """
    whole = stories.group_by("outlet").agg(of_events=pl.col("event").n_unique())
    source = stories.select("event", copy_of="article", copied="outlet")
    # What an outlet edited of a text of its own is no reprint.
    several = pl.col("outlet").n_unique().over("event", "story") > 1
    taken = (pl.col("role") == "agency text") | (pl.col("role").is_in(["copy", "version", "edited copy"]) & several)
    return (
        stories.filter(taken)
        .join(source, on=["event", "copy_of"], how="left", maintain_order="left")
        .with_columns(origin=pl.coalesce("origin", "copied"))
        .filter((pl.col("origin") != pl.col("outlet")).fill_null(True))
        .group_by("outlet", "origin")
        .agg(
            events=pl.col("event").n_unique(),
            articles=pl.len(),
            names=pl.col("event").unique(maintain_order=True),
        )
        .join(whole, on="outlet")
        .sort(["events", "outlet", "origin"], descending=[True, False, False], nulls_last=True)
        .select(pl.col(name).cast(dtype) for name, dtype in REPRINTS.items())
    )


@dataclass(frozen=True, eq=False)
class Contents:
    """Of all events, led by `event`: `coverage.COVERAGE`, `naming.NAMING`, `voices.SOURCES`."""

    coverage: pl.DataFrame
    naming: pl.DataFrame
    sources: pl.DataFrame


def contents(members: Sequence[StudyEvent], cache: Cache | None = None) -> Contents:
    """Every event is taken apart once, and let go of before the next: memory stays flat.

    cache: where what an earlier run found is looked up and kept.
    """
    parts = [[empty({"event": pl.String} | dict(schema))] for schema in KINDS.values()]
    for member in members:
        analysers = member.scores.analysers
        frames = cache.get(member.corpus, analysers, KINDS) if cache is not None else None
        if frames is None:
            frames = _content(member)
            if cache is not None:
                cache.put(member.corpus, analysers, dict(zip(KINDS, frames, strict=True)))
        for kept, frame, schema in zip(parts, frames, KINDS.values(), strict=True):
            kept.append(frame.select(pl.lit(member.name).alias("event"), *schema))
    coverage, naming, sources = (pl.concat(kept, how="vertical_relaxed") for kept in parts)
    return Contents(coverage, _one_name(naming, "actor"), _one_name(sources, "source"))


def _one_name(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """*Donald J. Trump* of one event is *Donald Trump* of another."""
    bare = pl.col(column).str.replace(r"^(\p{Lu}[\p{L}’'-]+) (?:\p{Lu}\. ?)+(\p{Lu}[\p{L}’'-]+)$", "$1 $2")
    return frame.with_columns(pl.when(bare.is_in(frame[column].implode())).then(bare).otherwise(column).alias(column))


def _content(member: StudyEvent) -> list[pl.DataFrame]:
    """The frames of `KINDS` of one event."""
    corpus = Corpus(member.corpus.event, member.corpus.articles, member.corpus.removed)
    scores = replace(member.scores, corpus=corpus)
    named = naming(scores, member.stories)
    told = news(corpus, member.stories)
    return [coverage(scores, member.stories, told), named, sources(scores, member.stories, named)]


def omissions(found: pl.DataFrame) -> pl.DataFrame:
    """`OMISSIONS`: one row for each outlet, the largest share first.

    An item counts where at least half of the independent versions of the event, and at least two, carry it.

    found: `coverage.COVERAGE` with `event`.
    """
    most = (pl.col("versions") * 2 >= pl.col("of_versions")) & (pl.col("versions") >= 2)
    there = found.filter(most, pl.col("carried") | pl.col("left_out"))
    return (
        there.group_by("outlet")
        .agg(
            events=pl.col("event").n_unique(),
            leaving=pl.col("event").filter("left_out").n_unique(),
            items=pl.len(),
            left_out=pl.col("left_out").sum(),
            share=100 * pl.col("left_out").mean(),
            list=pl.format("{} ({})", "item", "event").filter("left_out"),
        )
        .sort(["share", "outlet"], descending=[True, False])
        .select(pl.col(name).cast(dtype) for name, dtype in OMISSIONS.items())
    )


def headlines(articles: pl.DataFrame, stories: pl.DataFrame) -> pl.DataFrame:
    """`HEADLINE_STYLE`: one row for each outlet with headlines of its own.

    articles, stories: of all events, led by `event`.
    """
    from framing.comparison.study.cells import own

    mine = stories.filter(own()).select("event", "article")
    head = pl.col("headline")
    shouting = head.str.contains("!") | (head.str.contains(_CAPITALS) & head.str.contains(r"\p{Ll}"))
    return (
        articles.drop_nulls("headline")
        .join(mine, on=["event", "article"], how="semi")
        .group_by("outlet")
        .agg(
            headlines=pl.len(),
            words=head.str.count_matches(r"\S+").mean(),
            questions=100 * head.str.strip_chars().str.ends_with("?").mean(),
            quotations=100 * head.str.contains(r"[“”\"]|(?:^|\s)['‘]\S").mean(),
            shouting=100 * shouting.mean(),
            numbers=100 * head.str.contains(r"\p{N}").mean(),
            colons=100 * head.str.contains(r"\S: \S").mean(),
        )
        .sort("outlet")
        .select(pl.col(name).cast(dtype) for name, dtype in HEADLINE_STYLE.items())
    )
