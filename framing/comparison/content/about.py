"""What each text is about: how much of it is on the matter that the texts share, and whether they are of one event."""

from __future__ import annotations

import polars as pl

from framing.comparison.content.edges import STOPPED
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stems
from framing.comparison.texts.news import said
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a text: how much of it is on the matter that most headlines share
ABOUT: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "published": pl.Date,  # ?
    "core": pl.List(pl.String),  # the words that most headlines share, names left out: the same in every row
    "words": pl.UInt32,  # of the body
    "on_matter": pl.UInt32,  # of the paragraphs that have a word of the core, or stand between two that have
    "share": pl.Float64,  # ? on_matter over words; null without a core
    "near": pl.Float64,  # ? the same with the words that two thirds of the texts have in their first sentences, too
    "off_start": pl.UInt32,  # ? the longest run of other paragraphs
    "off_end": pl.UInt32,  # ?
    "first_person": pl.UInt32,  # paragraphs with I or my in a sentence without quotation marks; one for *told me*, *we*
    "start": pl.UInt32,  # ? of the first of them
    "end": pl.UInt32,  # ?
    "one_event": pl.Boolean,  # whether the texts are of one event: see `about`; the same in every row
}
_SHARE, _FEWEST = 0.5, 3  # of the reports' headlines have a word of the core; and three reports at least
_LEAD, _MOST = 2, 0.67  # first sentences; of the texts have a word there
_PLURAL = ("we", "us", "our", "ours", "ourselves")
_FIRST = ("i", "me", "my", "myself")
# What a page says to its readers, or lets them say: "I would like to be emailed about offers", "via My Account".
_TO_READERS = (
    r"(?i)\b(?:e-?mail(?:s|ed)?|newsletters?|accounts?|profile|password|sign(?:ed|ing)? (?:up|in)|log(?:ged)? in|"
    r"subscri\w+|offers|terms|privacy|cookies|marketing)\b"
)
_RUNNING = 4  # words of a sentence of the story at least: shorter lines are buttons
_SENDER, _POST = r"\(@\w+\)", 5  # behind an embedded post, that may have so many paragraphs more


def about(corpus: Corpus, labels: Labels, news: pl.DataFrame) -> pl.DataFrame:
    """`ABOUT`: a row for each text.

    core: words that stand in half of the headlines (versions of a report counted once) and in three, without names.
    one_event: whether two thirds of the texts tell one piece of news (see `news`); else what one lacks may not have
    happened yet. news: `NEWS`.
    """
    words = corpus.once(stems)
    groups = pl.DataFrame(
        {"article": list(labels.groups), "group": list(labels.groups.values())},
        schema={"article": pl.String, "group": pl.String},
    )
    named = (
        corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"])).select("article", "start", until="end")
    )
    heads = words.filter((pl.col("part") == "headline") & pl.col("content"))
    inside = (
        heads.sort("start")
        .join_asof(named.sort("start"), on="start", by="article", strategy="backward", check_sortedness=False)
        .filter(pl.col("start") < pl.col("until").fill_null(0)).select("article", "start")
    )  # fmt: skip
    heads = heads.join(inside, on=["article", "start"], how="anti").join(groups, on="article")
    with_headline = (
        corpus.articles.filter(pl.col("headline").is_not_null()).join(groups, on="article")["group"].n_unique()
    )
    counts = heads.group_by("stem").agg(reports=pl.col("group").n_unique())
    shared = counts.filter(pl.col("reports") >= max(_FEWEST, _SHARE * with_headline)).sort(
        ["reports", "stem"], descending=[True, False]
    )
    core = shared["stem"].to_list()
    form = dict(heads.group_by("stem").agg(pl.col("lower").sort().mode().sort().first()).iter_rows())
    paragraphs = corpus.sentences.filter(part="body").select("article", "sentence", "paragraph", "words")
    on = _on(words, paragraphs, core)
    there = _words(paragraphs, on, "on_matter")
    around = _words(paragraphs, _on(words, paragraphs, [*core, *_opening(words, corpus.articles.height)]), "around")
    off = (
        paragraphs.join(corpus.sentences.select("article", "sentence", "start", "end"), on=["article", "sentence"])
        .sort("article", "sentence")
        .join(on.with_columns(on=pl.lit(True)), on=["article", "paragraph"], how="left", maintain_order="left")
        .with_columns(run=(pl.col("on").fill_null(False) | (pl.col("article") != pl.col("article").shift(1))).cum_sum())
        .filter(pl.col("on").is_null())
        .group_by("article", "run", maintain_order=True)
        .agg(off_start=pl.col("start").min(), off_end=pl.col("end").max(), off=pl.col("words").sum())
        .sort("off", descending=True, maintain_order=True)
        .unique("article", keep="first", maintain_order=True)
    )
    # "Can I return?" is the reader's question, "Holm to board: I will stay" a headline, the I of "R.I." a state's;
    # I beside quotation marks, or in a paragraph where one is missing, may be somebody else's.
    lines = corpus.sentences.filter(part="body")
    opened, closed = pl.col("text").str.count_matches(r"[“«„]"), pl.col("text").str.count_matches(r"[”»]")
    straight = pl.col("text").str.count_matches('"').sum().over("article", "paragraph")
    marked = pl.col("text").str.contains(r"[“”\"«»„]")
    marked |= ((opened - closed).sum().over("article", "paragraph") != 0) | (straight % 2 != 0)
    asked = pl.col("text").str.contains(r"\?\s*$|^[^.?!:]{1,60}: (?:I|My|We)\b")
    told_so = pl.col("text").str.contains(r"(?:^|[\s(—–-])(?:I(?:['’]\p{Ll}+)?(?:[\s,—–]|$)|(?i:me|my|myself)\b)")
    running = ~pl.col("text").str.contains(_TO_READERS) & (pl.col("words") >= _RUNNING)
    running &= pl.col("text").str.strip_chars_end().str.contains(STOPPED)
    written = lines.filter(running).select("article", "sentence")
    plain = (
        lines.filter(~marked & ~asked & told_so)
        .join(written, on=["article", "sentence"], how="semi", maintain_order="left")
        .pipe(_not_posted, lines)
        .select("article", "sentence", plain=pl.lit(True))
    )
    told = pl.col("lower").shift(1).is_in(["told", "tell", "tells", "telling", "showed"]) & (pl.col("lower") == "me")
    me = (
        words.with_columns(told=told.fill_null(False))
        .filter(pl.col("lower").is_in(_FIRST) & ~pl.col("quoted") & (pl.col("part") == "body"))
        .filter((pl.col("lower") != "i") | (pl.col("text") == "I"))
        .join(plain, on=["article", "sentence"], how="left", maintain_order="left")
        .filter(pl.col("told") | pl.col("plain").fill_null(False))
        .join(paragraphs.select("article", "sentence", "paragraph"), on=["article", "sentence"], maintain_order="left")
        .group_by("article", maintain_order=True)
        .agg(
            first_person=pl.col("paragraph").n_unique() + pl.col("told").any().cast(pl.UInt32),
            where=pl.col("paragraph").unique(),
            start=pl.col("start").first(),
            end=pl.col("end").first(),
        )
    )
    us = (
        words.filter(pl.col("lower").is_in(_PLURAL) & ~pl.col("quoted") & (pl.col("part") == "body"))
        .filter(pl.col("text") != "US")
        .join(written, on=["article", "sentence"], how="semi")
        .join(paragraphs.select("article", "sentence", "paragraph"), on=["article", "sentence"])
        .join(me.select("article", "where"), on="article")
        .filter(~pl.col("paragraph").is_in("where"))
        .select("article").unique().with_columns(more=pl.lit(1, pl.UInt32))
    )  # fmt: skip
    me = me.join(us, on="article", how="left", maintain_order="left").with_columns(
        first_person=pl.col("first_person") + pl.col("more").fill_null(0)
    )
    one_event = said(news) is None
    return (
        corpus.articles.select("article", "outlet", "published", "words")
        .join(there, on="article", how="left", maintain_order="left")
        .join(around, on="article", how="left", maintain_order="left")
        .join(off, on="article", how="left", maintain_order="left")
        .join(me, on="article", how="left", maintain_order="left")
        .with_columns(
            on_matter=pl.col("on_matter").fill_null(0),
            first_person=pl.col("first_person").fill_null(0),
            core=pl.lit([form[stem] for stem in core], dtype=pl.List(pl.String)),
            one_event=pl.lit(one_event),
        )
        .with_columns(
            share=pl.col("on_matter") / pl.when((pl.col("words") > 0) & bool(core)).then(pl.col("words")),
            near=pl.col("around").fill_null(0) / pl.when((pl.col("words") > 0) & bool(core)).then(pl.col("words")),
        )
        .select(pl.col(name).cast(dtype) for name, dtype in ABOUT.items())
    )


def _not_posted(sentences: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """Without those that may be of an embedded post, its sender's name behind it: they are in the sender's person."""
    names = lines.filter(pl.col("text").str.contains(_SENDER)).select("article", "paragraph", sent=pl.lit(True))
    posted = sentences.sort("article", "paragraph").join_asof(
        names.unique().sort("article", "paragraph"), on="paragraph", by="article", strategy="forward",
        tolerance=_POST, check_sortedness=False,
    )  # fmt: skip
    return posted.filter(pl.col("sent").is_null())


def _on(words: pl.DataFrame, paragraphs: pl.DataFrame, matter: list[str]) -> pl.DataFrame:
    """The paragraphs with one of these stems, and those between two of them, as the middle of a quotation is."""
    on = (
        words.filter(pl.col("stem").is_in(matter) & (pl.col("part") == "body")).select("article", "sentence").unique()
        .join(paragraphs, on=["article", "sentence"]).select("article", "paragraph").unique()
    )  # fmt: skip
    between = (
        paragraphs.select("article", "paragraph")
        .unique()
        .sort("article", "paragraph")
        .join(on.with_columns(on=pl.lit(True)), on=["article", "paragraph"], how="left", maintain_order="left")
    )
    near = pl.col("on").shift(1).over("article") & pl.col("on").shift(-1).over("article")
    return between.filter(pl.col("on") | near).select("article", "paragraph")


def _words(paragraphs: pl.DataFrame, on: pl.DataFrame, name: str) -> pl.DataFrame:
    inside = paragraphs.join(on, on=["article", "paragraph"], how="semi")
    return inside.group_by("article").agg(pl.col("words").sum().alias(name))


def _opening(words: pl.DataFrame, texts: int) -> list[str]:
    """Stems of content that two thirds of the texts have in their first sentences."""
    body = words.filter(pl.col("part") == "body")
    first = body.group_by("article").agg(pl.col("sentence").min() + _LEAD)
    lead = body.join(first, on="article", suffix="_until").filter(
        pl.col("content"), pl.col("sentence") < pl.col("sentence_until")
    )
    counts = lead.group_by("stem").agg(pl.col("article").n_unique())
    return sorted(counts.filter(pl.col("article") >= _MOST * texts)["stem"])
