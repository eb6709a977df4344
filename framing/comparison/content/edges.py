"""First and last: the words that a text opens with, and who has its last word."""

from __future__ import annotations

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.stems import stems
from framing.comparison.content.voices import NOBODY
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a text: what it opens with and who has the last word
EDGES: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "opening": pl.List(pl.String),  # stems of content of the first two sentences, names left out
    "start": pl.UInt32,  # of the first two sentences, bylines, buttons and captions of pictures left out
    "end": pl.UInt32,
    "last_start": pl.UInt32,  # ? of the last sentence; null where it has no end: the text breaks off
    "last_end": pl.UInt32,  # ?
    "last_quoted": pl.Boolean,  # ? at least half of its words stand in a quotation
    "last_speaker": pl.String,  # ? who says them, where nobody else can be meant
}
_OPENING = 2  # sentences: a standfirst may be the first
_STANDFIRST = 8  # words of a line without a stop: fewer are a name, a label, a credit
# Buttons and captions of a page before the text: "Listen Comment Share", "... in Dallas, May 4, 2018.", "Ada Holm
# watches the race", "Ships lie off Velm in a picture obtained from ...", "Smoke fills the sky as cars line up".
# What somebody does on a picture, in the present tense; the story itself is told in the past.
_POSES = "flies|walks|sits|waves|watches|gestures|reacts|attends|poses"
_SEEN = (
    f"{_POSES}|speaks|wears|holds|removes|fills|listens|addresses|"
    "greets|hugs|carries|billows|rises|gathers|kneels|embraces|smiles|rides|prays|inspects|surveys|looks on|"
    "shakes hands"
)
_ACTS = (
    rf"^\p{{Lu}}\p{{L}}*(?:'s)? (?:[\p{{L}}.'’-]+,? ){{0,12}}?(?:{_SEEN}) (?:[^ ]+ ){{0,8}}?"
    r"(?:as|during|outside|inside|in|on|at|near|after|before|next|with|along|through)\b"
)
_TOLD = r"(?i)\b(?:said|was|were|had|has|have|will|would|could|voted|which|who|that|it)\b|[“”\"]"  # of a story
_DEBRIS = (
    r"^(?:Listen|Comment|Gift|Share|Enlarge|Advertisement|Image|Photo)\b|"
    r"\b(?:Gift Article|toggle caption|Getty Images)\b|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}\W*$|"
    r"^An? (?:\w+ ){1,4}(?:works|stands|walks|sits|speaks|looks|waits|holds) .*\d{4}|"
    r"\b(?i:pictured|obtained from|file (?:photo|picture)|photo credit|handout|illustration shows|"
    r"in this \S+ (?:photo|photograph|picture|image)|photo(?:graph)? (?:taken|provided|shows))\b|"
    rf"^\p{{Lu}}\p{{L}}*(?:'s)? (?:[\p{{L}}.'’-]+ ){{1,6}}(?:{_POSES})\b"
)
_CREDIT, _CAPTION = r"\([\p{L} .'’-]+/[\p{L} .'’-]+\)\W*$", 100  # ends a caption of so many words at most
_ENDED = r"[.!?][”\"’')\]�]*$|[^,][”\"’]$"  # as the last sentence of a whole text ends
STOPPED = r"[.!?…][”\"’')\]]*$|[”\"]$"  # as a line of the story ends: else it is a name, a caption, a heading


def debris(text: pl.Expr) -> pl.Expr:
    """Whether a sentence is a button or a caption of a page rather than the story."""
    return text.str.contains(_DEBRIS) | (text.str.contains(_ACTS) & ~text.str.contains(_TOLD))


def edges(corpus: Corpus, credited: pl.DataFrame) -> pl.DataFrame:
    """`EDGES`: a row for each text with a body. credited: `voices.quotations`, who says what."""
    body = corpus.sentences.filter(part="body").sort("article", "sentence")
    whole = (pl.col("words") >= _STANDFIRST) | pl.col("text").str.strip_chars_end().str.contains(STOPPED)
    # "The quay on Monday. (Ben Roe/Norpress)"
    credit = pl.col("text").str.contains(_CREDIT).any().over("article", "paragraph")
    credit &= pl.col("words").sum().over("article", "paragraph") <= _CAPTION
    story = whole & ~debris(pl.col("text")) & ~credit
    first = body.filter(story | ~story.any().over("article")).group_by("article", maintain_order=True).head(_OPENING)
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"])).select("article", "start").unique()
    words = (
        corpus.once(stems)
        .filter("content")
        .join(first.select("article", "sentence"), on=["article", "sentence"], how="semi")
    )
    words = words.filter(pl.col("part") == "body").join(named, on=["article", "start"], how="anti")
    opening = words.group_by("article", maintain_order=True).agg(opening=pl.col("stem").unique(maintain_order=True))
    places = first.group_by("article", maintain_order=True).agg(pl.col("start").min(), pl.col("end").max())
    last = (
        body.group_by("article", maintain_order=True)
        .last()
        .filter(pl.col("text").str.strip_chars_end().str.contains(_ENDED))
        .select(
            "article",
            last_start="start",
            last_end="end",
            last_quoted=(pl.col("own_words") * 2 <= pl.col("words")) & (pl.col("words") > 0),
        )
    )
    said = (
        credited.filter(pl.col("source") != NOBODY, pl.col("sure"))
        .select("article", "first", last_speaker="source")
        .sort("first")
    )
    spoken = last.sort("last_start").join_asof(
        said, left_on="last_end", right_on="first", by="article", strategy="backward", check_sortedness=False
    )
    return (
        corpus.articles.select("article", "outlet")
        .join(places, on="article", maintain_order="left")
        .join(opening, on="article", how="left", maintain_order="left")
        .join(spoken, on="article", how="left", maintain_order="left")
        .with_columns(
            opening=pl.col("opening").fill_null([]),
            last_speaker=pl.when(pl.col("last_quoted") & (pl.col("first") >= pl.col("last_start"))).then(
                "last_speaker"
            ),
        )
        .select(pl.col(name).cast(dtype) for name, dtype in EDGES.items())
    )
