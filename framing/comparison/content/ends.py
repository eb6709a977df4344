"""Where a name ends: with the *'s* that belongs to it, the number behind its stop, where a text breaks off in it."""

from __future__ import annotations

import polars as pl

from framing.comparison.content.persons import is_person
from framing.comparison.content.spelling import folded
from framing.comparison.content.vocabulary import DEMONYMS, STATES, STOP, WORLD
from framing.corpus.corpus import Corpus
from framing.text.typography import APOSTROPHES

_OWNER = rf"^([{APOSTROPHES}]s)(?:$|[^\w]|\s)"
# Behind the "'s" of a shop's name the sentence goes on; behind an owner stands what is owned.
_BEHIND = rf"^[{APOSTROPHES}]s(?:$|[.,;:!?)\]–—-]| (\p{{Ll}}+))"
_NUMBER = r"^(\.\d{1,3}(?:\.\d{1,3}){0,3})(?:$|[^\w]\D|\s)"  # "BA.5", no decimal of a sum
TWICE = 2  # times that the sentence goes on behind an unknown name with 's: "bigger than Obama's" is one
SHOPS = frozenset(
    "mcdonald macy kohl wendy lowe sotheby christie moody lloyd domino denny arby applebee bloomingdale sainsbury "
    "kellogg levi claire carl hardee".split()
)
_AROUND = 24  # characters behind a name that are looked at


def whole_ends(found: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """Names with what belongs to their end: *McTavish's* where no text has McTavish, *BA.5*; found: article, text, ...

    A name is a shop's only where every mention has the *'s* and the sentence goes on behind two of them.
    """
    seen = found.with_columns(behind=corpus.beside(found, "end", behind=_AROUND)).with_columns(
        owner=pl.col("behind").str.extract(_OWNER),
        number=pl.when(pl.col("text").str.contains(r"^\p{Lu}{2,5}$"))
        .then(pl.col("behind").str.extract(_NUMBER))
        .otherwise(None),
        goes_on=(pl.col("behind").str.contains(_BEHIND))
        & pl.col("behind").str.extract(_BEHIND).is_in(sorted(STOP)).fill_null(True),
    )
    lands = sorted({*DEMONYMS, *WORLD, *(form for forms in WORLD.values() for form in forms)})
    place = pl.col("text").is_in(lands) | pl.col("text").str.to_lowercase().is_in(sorted(STATES))
    people = {name for name in found["text"].unique() if is_person(folded(name))}
    last = {name.split()[-1] for name in people}
    person = pl.col("text").is_in(sorted(people | last))
    known = pl.col("text").str.to_lowercase().is_in(sorted(SHOPS))
    often = pl.col("goes_on").sum().over("text") >= TWICE
    shop = pl.col("owner").is_not_null().all().over("text") & (often | (known & pl.col("goes_on").any().over("text")))
    shop &= ~place & ~person
    more = pl.when(shop).then("owner").otherwise("number").fill_null("")
    return (
        seen.with_columns(more=more)
        .with_columns(
            text=pl.col("text") + pl.col("more"),
            end=(pl.col("end") + pl.col("more").str.len_chars()).cast(pl.UInt32),
        )
        .select(found.columns)
    )


def not_broken(found: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """Without names that a text breaks off in: *Ada Ho* at its end, without a mark, stands for the one name that begins
    so, and for nobody where none or several do; kept where the same stands elsewhere, too. found: article, end, text,
    headline, ..."""
    whole = corpus.articles.select("article", length=pl.col("text").str.strip_chars_end().str.len_chars())
    seen = found.join(whole, on="article", how="left", maintain_order="left").with_columns(
        last=(pl.col("end") >= pl.col("length")) & ~pl.col("headline")
    )
    known = set(seen.filter(~pl.col("last"))["text"])
    cut = {text for text in seen.filter("last")["text"] if text not in known}
    longer = {text: [name for name in known if name.startswith(text)] for text in cut}
    meant = {text: names[0] if len(names) == 1 else None for text, names in longer.items()}
    kept = seen.with_columns(text=pl.when("last").then(pl.col("text").replace(meant)).otherwise("text"))
    return kept.drop_nulls("text").select(found.columns)
