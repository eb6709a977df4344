"""Pronouns that certainly mean an actor: counted apart from names and descriptions.

*He*, *she* and their forms are counted only in an outlet's own voice, and only where the sentence before and the
beginning of the same sentence, within the paragraph, name nobody else and no other person by a noun (*an aide*). It is
better to miss most than to count one that means somebody else.
"""

from __future__ import annotations

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.persons import is_person
from framing.comparison.content.references import subjects_of
from framing.comparison.content.spelling import folded
from framing.comparison.content.vocabulary import BODIES, COMPANY, DEMONYMS, PERSONS, SEATS, STATES, TITLES, WORLD
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a pronoun that certainly means an actor.
PRONOUNS: Schema = {
    "actor": pl.String,
    "outlet": pl.String,
    "article": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
_HE, _SHE = ["he", "him", "his", "himself"], ["she", "her", "hers", "herself"]
_SOMEBODY = sorted(
    (TITLES | PERSONS - {"first", "former", "acting"})
    | frozenset(
        "man woman boy girl official officials spokesman spokeswoman wife husband son daughter mother father brother "
        "sister friend ally critic supporter opponent rival victim suspect witness person someone anyone everyone "
        "nobody who whom another other others colleague successor predecessor".split()
    )
)
# With a person as object: somebody else than who does it.
_MEETING = (
    "asked asks told tells urged urges called calls accused accuses pressed questioned warned thanked praised "
    "criticized criticised invited advised reminded assured interviewed defeated beat succeeded replaced appointed"
).split()


def pronouns(corpus: Corpus, stories: pl.DataFrame) -> pl.DataFrame:
    """`PRONOUNS`, copies left out, in the order of the text. stories: of the comparison."""
    actors = [one.name for one in subjects_of(corpus) if one.kind == "person" or is_person(folded(one.name))]
    own = stories.filter(pl.col("copy_of").is_null()).select("article", "outlet")
    rows = corpus.once(certain).filter(pl.col("actor").is_in(actors))
    # An actor is he or she in all texts: what does not agree with most of them means somebody else.
    rows = rows.filter(is_he() == (is_he().mean().over("actor") > 0.5))
    rows = rows.join(own, on="article", how="inner").sort("article", "start")
    return rows.select(pl.col(name).cast(dtype) for name, dtype in PRONOUNS.items())


def certain(corpus: Corpus) -> pl.DataFrame:
    """Article, actor (anybody by name), start, end, text of the pronouns before which one person alone is named; use
    `corpus.once(certain)`."""
    found = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]) & ~_no_person())
    return pl.concat([_certain(batch, found) for batch in corpus.batches()])


def is_he() -> pl.Expr:
    return pl.col("text").str.to_lowercase().is_in(_HE)


def _no_person() -> pl.Expr:
    """Names that no person has: countries, states, capitals, bodies, firms."""
    item = pl.col("item")
    last = item.str.extract(r"(\p{L}+)$").str.to_lowercase()
    return (
        item.is_in(sorted({*DEMONYMS, *WORLD, *SEATS}))
        | item.str.to_lowercase().is_in(sorted(STATES))
        | last.is_in(sorted(BODIES | COMPANY)).fill_null(False)
    )


def _certain(corpus: Corpus, found: pl.DataFrame) -> pl.DataFrame:
    """Article, actor, start, end, text of the pronouns before which one person alone is named."""
    lower = pl.col("text").str.to_lowercase()
    words = corpus.tokens.filter("is_word", part="body")
    places = words.filter(lower.is_in(_HE + _SHE), ~pl.col("quoted")).select(
        "article", "sentence", "start", "end", "text"
    )
    sentences = corpus.sentences.select("article", "sentence", "paragraph", begin="start")
    near = places.with_columns(
        near=pl.concat_list("sentence", (pl.col("sentence").cast(pl.Int64) - 1).cast(pl.UInt32, strict=False))
    )
    near = near.explode("near").drop_nulls("near")
    paragraph = sentences.drop("begin")
    near = (
        near.join(paragraph, on=["article", "sentence"], how="left")
        .join(paragraph.rename({"sentence": "near", "paragraph": "beside"}), on=["article", "near"], how="left")
        .filter(pl.col("paragraph") == pl.col("beside"))
        .select("article", "start", "end", "text", "near")
    )
    keys = ["article", "start", "end", "text"]
    spans = sentences.select("article", "sentence", "begin").sort("begin")
    named = found.select("article", "item", at="start").sort("at")
    named = named.join(corpus.articles.select("article"), on="article", how="semi", maintain_order="left")
    named = named.join_asof(
        spans, left_on="at", right_on="begin", by="article", strategy="backward", check_sortedness=False
    )
    people = (
        near.join(_met(words), on=["article", "start"], how="anti")
        .join(named.select("article", "item", "at", near="sentence"), on=["article", "near"], how="inner")
        .filter(pl.col("at") < pl.col("start"))
        .group_by(keys)
        .agg(pl.col("item").n_unique().alias("people"), actor=pl.col("item").first())
        .filter(pl.col("people") == 1)
    )
    somebody = words.filter(pl.col("text").is_in(_SOMEBODY)).select("article", near="sentence", at="start")
    doubtful = near.join(somebody, on=["article", "near"], how="inner").filter(pl.col("at") < pl.col("start"))
    return people.join(doubtful, on=keys, how="anti").select("article", "actor", "start", "end", "text")


def _met(words: pl.DataFrame) -> pl.DataFrame:
    """Whom somebody asks, tells, accuses: *Ada Holm asked him* is not Ada Holm. words: of a body, in order."""
    before = pl.col("text").shift(1).over("article").str.to_lowercase()
    object_ = pl.col("text").is_in(["him", "her"]) & before.is_in(_MEETING)
    return words.filter(object_).select("article", "start")
