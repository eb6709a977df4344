"""Which actors of the event are blamed, and which are given credit."""

from __future__ import annotations

import numpy as np
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.actors import actor_lexicon
from framing.measures.analyser import Findings, Metric, analyser
from framing.measures.match import bundled, find, words_of

_REACH = 8  # words between the verb and the name
_BE = ["am", "is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "isn't", "wasn't", "weren't"]
# Entries of the list, by their first form, whose subject is blamed or credited, not their object.
_OF_SUBJECT = (
    "fail negligent botch bungle mishandle mismanage culpable guilty at to responsible take took takes succeed "
    "achievement accomplish triumph masterstroke deft rescue save instrumental pioneer pull"
).split()


def _metric(name: str, title: str, higher: str) -> Metric:
    return Metric(
        name,
        unit="per 1,000 own words",
        weight="own_words",
        undefined="an article without own words",
        higher=higher,
        source="concept: attribution of responsibility, Iyengar (1991); rule on words written for framing",
        kind="rate",
        title=title,
        primary=False,
    )


@analyser(
    _metric("blame_toward", "Blame of the actors", "the event's actors are blamed more"),
    _metric("credit_toward", "Credit to the actors", "the event's actors are given more credit"),
)
def blame_toward(corpus: Corpus) -> Findings:
    """Words of blame and of credit that fall on an actor of the event, per 1,000 own words, headline included.

    The words are those of the list blame.toml. They fall on the nearest actor within eight words of the sentence:
    behind the verb (*accused Norden*), before it where it is passive (*Norden was accused*) or speaks of its
    subject (*Norden failed to*). The label of the evidence is the actor. Null for an article without own words.
    """
    found = _charges(corpus)
    own = pl.col("own_words")
    counts = corpus.articles.select("article", own.cast(pl.Float64)).join(
        found.group_by("article").agg((pl.col("metric") == name).sum().alias(name) for name in _NAMES.values()),
        on="article",
        how="left",
    )
    rates = ((1000 * pl.col(name).fill_null(0) / pl.when(own > 0).then(own)).alias(name) for name in _NAMES.values())
    values = counts.select("article", *rates)
    return Findings(values, found)


_NAMES = {"blame": "blame_toward", "credit": "credit_toward"}


def _charges(corpus: Corpus) -> pl.DataFrame:
    """Each word of blame or credit that falls on an actor: article, start, end, metric, label, rule, value."""
    words = corpus.once(words_of)
    verbs = find(corpus, bundled("blame")).filter(~pl.col("quoted"))
    at, to = verbs["at"].to_numpy(), verbs["to"].to_numpy()
    be, by = words.numbers(_BE), words.numbers(["by"])
    passive = np.isin(words.beside(at, -1), be) | np.isin(words.beside(at, -2), be) | np.isin(words.beside(to, 1), by)
    verbs = verbs.with_row_index("verb").with_columns(
        group=words.frame["group"].gather(at),
        before=pl.Series(passive) | pl.col("rule").str.extract(r"^([\w-]+)").is_in(_OF_SUBJECT),
    )
    actors = find(corpus, actor_lexicon(corpus.event.actors))
    actors = actors.select(group=words.frame["group"].gather(actors["at"]), actor="category", first="at", final="to")
    apart = pl.when("before").then(pl.col("at") - pl.col("final")).otherwise(pl.col("first") - pl.col("to"))
    return (
        verbs.join(actors, on="group")
        .with_columns(apart=apart)
        .filter(pl.col("apart").is_between(1, _REACH))
        .sort("verb", "apart", "actor")
        .unique("verb", keep="first", maintain_order=True)
        .select(
            "article", "start", "end", "rule",
            metric=pl.col("category").replace_strict(_NAMES, return_dtype=pl.String),
            label="actor",
            value=pl.lit(1.0),
        )
    )  # fmt: skip
