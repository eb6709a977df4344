"""How each outlet refers to the actors of the event: by name, and by what descriptions.

A description is linked to an actor only on firm ground: it stands beside the name (*Huawei, the blacklisted
company*; *the telecoms giant Huawei*; *Huawei is a threat*), `event.toml` gives it, or it is definite, its noun fits
the actor, and the same sentence or the one before refers to the actor and to no other that it could mean.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl

from framing.comparison.content.holders import Office
from framing.comparison.content.items import mentions
from framing.comparison.content.references import Reader, Subject, definite, offices_of, subjects_of
from framing.comparison.content.terms import log_odds
from framing.comparison.content.vocabulary import BODIES, COMPANY
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor
from framing.measures.actors import actor_lexicon
from framing.measures.match import find
from framing.schema import Schema
from framing.scoring.scores import Scores

# One row: a reference to an actor, by name or description.
NAMING: Schema = {
    "actor": pl.String,
    "outlet": pl.String,
    "article": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
    "form": pl.String,  # small letters, without article and final 's: what is counted
    "way": pl.String,  # name, reference (given by event.toml), apposition, predicate, description
    "charged": pl.Boolean,  # a loaded term stands in it
    "charge": pl.String,  # ? those terms
    "quoted": pl.Boolean,  # words of a source
}
# One row: a form by which an outlet refers to an actor.
FORMS: Schema = {
    "actor": pl.String,
    "form": pl.String,
    "outlet": pl.String,
    "count": pl.UInt32,  # in the outlet's own voice
    "other_count": pl.UInt32,  # of all the others
    "charged": pl.Boolean,  # every time it is used
    "log_odds": pl.Float64,  # among the references to the actor, the outlet's against the others'
    "z": pl.Float64,
    "article": pl.String,  # where it stands first
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}


def naming(scores: Scores, stories: pl.DataFrame) -> pl.DataFrame:
    """`NAMING`: every reference to an actor that was found, copies left out, in the order of the text.

    The actors are those of `event.toml`; without them the names that most articles have. stories: of the
    comparison. Empty where nobody is named.
    """
    corpus = scores.corpus
    subjects = subjects_of(corpus)
    own = stories.filter(pl.col("copy_of").is_null()).select("article", "outlet")
    rows: list[tuple[object, ...]] = []
    parts = []
    if subjects:
        for batch in corpus.batches():
            rows = list(_references(batch, subjects, corpus.once(mentions), corpus.once(offices_of)))
            schema = {name: NAMING[name] for name in ("actor", "article", "start", "end", "text", "way")}
            parts.append(_voiced(pl.DataFrame(rows, schema=schema, orient="row"), batch))
    if not parts:
        return pl.DataFrame(schema=dict(NAMING))
    found = pl.concat(parts).join(own, on="article", how="inner", maintain_order="left")
    form = (
        pl.col("text")
        .str.to_lowercase()
        .str.replace(r"^(?:the|an?|this|that)\s+", "")
        .str.replace(r"['’�]s?$", "")
        .str.replace_all(r"['’�]", "'")
        .str.replace_all(r"\s+", " ")
    )
    return (
        _charged(found.with_columns(form=form), scores)
        .sort("article", "start", "end")
        .select(pl.col(name).cast(dtype) for name, dtype in NAMING.items())
    )


def forms(found: pl.DataFrame) -> pl.DataFrame:
    """`FORMS`: each outlet's descriptions of each actor, charged ones first, then those that set it apart most.

    found: `NAMING`. Names are left out, and words of sources. z: log-odds with the counts of all outlets as prior,
    as for distinctive words, among all references to the actor; null where only one outlet refers to it.
    """
    own = found.filter(~pl.col("quoted"))
    total = own.group_by("actor", "outlet").agg(total=pl.len()).with_columns(grand=pl.col("total").sum().over("actor"))
    counts = (
        own.filter(pl.col("way") != "name")
        .group_by("actor", "form", "outlet", maintain_order=True)
        .agg(pl.col("article", "start", "end", "text").first(), count=pl.len(), charged=pl.col("charged").all())
        .with_columns(every=pl.col("count").sum().over("actor", "form"))
        .join(total, on=["actor", "outlet"], how="left", maintain_order="left")
    )
    count, every, mine, grand = (counts[name].to_numpy().astype(float) for name in ("count", "every", "total", "grand"))
    if counts.is_empty():
        return pl.DataFrame(schema=dict(FORMS))
    with np.errstate(divide="ignore", invalid="ignore"):
        delta, z = log_odds(count, every - count, mine, grand - mine, every, grand)
    return (
        counts.with_columns(
            other_count=pl.col("every") - pl.col("count"),
            log_odds=pl.Series(delta, nan_to_null=True),
            z=pl.Series(z, nan_to_null=True),
        )
        .sort(
            ["actor", "charged", pl.col("z").round(2), "count", "outlet", "form"],
            descending=[False, True, True, True, False, False],
            nulls_last=True,
        )
        .select(pl.col(name).cast(dtype) for name, dtype in FORMS.items())
    )


def _references(
    corpus: Corpus, subjects: tuple[Subject, ...], found: pl.DataFrame, held: pl.DataFrame
) -> Iterator[tuple[object, ...]]:
    """Actor, article, start, end, text, way of every reference, article by article."""
    by_name = {subject.name: subject for subject in subjects}
    named = _by_article(found.filter(pl.col("item").is_in(list(by_name))).select("article", "start", "end", "item"))
    others = found.filter((pl.col("kind") == "name") & ~pl.col("item").is_in(list(by_name)))
    others = others.filter(pl.col("item").str.extract(r"(\p{L}+)$").str.to_lowercase().is_in(COMPANY))
    rivals = _by_article(others.select("article", "start", "end", "item"))
    holders = _holders(found.filter(~pl.col("item").is_in(list(by_name))), held)
    given = _given(corpus)
    starts = dict(corpus.sentences.group_by("article", maintain_order=True).agg("start").iter_rows())
    pattern = definite(subjects)
    for article, text in corpus.articles.select("article", "text").iter_rows():
        if article in named:
            firms = [at for at, _, _ in rivals.get(article, [])]
            reader = Reader(text, starts[article], by_name, pattern, firms, holders.get(article, ()))
            for actor, start, end, way in reader.read(named[article], given.get(article, [])):
                yield actor, article, start, end, text[start:end], way


def _holders(found: pl.DataFrame, held: pl.DataFrame) -> dict[str, list[tuple[int, frozenset[Office]]]]:
    """Where those stand who are no actors and hold an office somewhere in the corpus, with what they hold."""
    of: dict[str, frozenset[Office]] = {}
    for item, title, nation in held.select("item", "title", "nation").unique().iter_rows():
        of[item] = of.get(item, frozenset()) | {Office(title, nation)}
    places: dict[str, list[tuple[int, frozenset[Office]]]] = {}
    for article, start, item in found.select("article", "start", "item").sort("article", "start").iter_rows():
        if item in of:
            places.setdefault(article, []).append((start, of[item]))
    return places


def _by_article(frame: pl.DataFrame) -> dict[str, list[tuple[int, int, str]]]:
    grouped: dict[str, list[tuple[int, int, str]]] = {}
    for article, start, end, item in frame.iter_rows():
        grouped.setdefault(article, []).append((start, end, item))
    return grouped


def _given(corpus: Corpus) -> dict[str, list[tuple[int, int, str]]]:
    """The descriptions that `event.toml` gives."""
    actors = [Actor(actor.name, references=actor.references) for actor in corpus.event.actors if actor.references]
    if not actors:
        return {}
    hits = find(corpus, actor_lexicon(tuple(actors), small=BODIES)).select(
        "article", "start", "end", "category", "rule"
    )
    known = {actor.name for actor in actors}
    return _by_article(hits.filter(~pl.col("rule").is_in(known)).drop("rule"))


def _voiced(rows: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """With whether the reference begins inside a quotation."""
    quoted = corpus.tokens.filter("quoted").select("article", "start", quoted=pl.lit(True))
    return rows.join(quoted, on=["article", "start"], how="left", maintain_order="left").with_columns(
        pl.col("quoted").fill_null(False)
    )


def _charged(found: pl.DataFrame, scores: Scores) -> pl.DataFrame:
    """With the loaded terms that stand in each reference."""
    hits = scores.evidence.filter(metric="loaded").select("article", low="start", high="end", hit="text")
    key = ["article", "start", "end", "actor"]
    inside = (
        found.select(key)
        .join(hits, on="article")
        .filter((pl.col("low") < pl.col("end")) & (pl.col("start") < pl.col("high")))
        .group_by(key)
        .agg(charge=pl.col("hit").unique(maintain_order=True).str.join(", "))
    )
    return found.join(inside, on=key, how="left", maintain_order="left").with_columns(
        charged=pl.col("charge").is_not_null()
    )


def totals(found: pl.DataFrame) -> pl.DataFrame:
    """References by actor and outlet in its own voice: actor, outlet, names, descriptions, charged, total."""
    described = pl.col("way") != "name"
    return (
        found.filter(~pl.col("quoted"))
        .group_by("actor", "outlet")
        .agg(
            names=(~described).sum(),
            descriptions=described.sum(),
            charged=pl.col("charged").sum(),
            total=pl.len(),
        )
        .sort("actor", "outlet")
    )
