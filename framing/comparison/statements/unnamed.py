"""Whom all other reports have on top and a text about something else does not name at all."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.absence import absent, statable
from framing.comparison.content.in_full import in_full
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import listed, number
from framing.comparison.content.persons import is_person
from framing.comparison.content.spelling import folded
from framing.comparison.statements import Statement, evidence_of
from framing.comparison.statements.voices import PLACES

_WORDS = 100  # of a text that may be said not to name somebody
_OTHERS = 2  # independent reports
_SENTENCES = 2  # of each of these that name the person
_NAMED = 3  # who are told of one text


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A person whom all reports of the main news (see `news`), two independent ones at least, name in the headline or
    the first two sentences and in two sentences at least, and whom an outlet with other news or opinion alone names by
    none of the forms of `absence`.

    What such a text lacks is no omission (see `omission`): that it does not name whom the others are about tells that
    it is about something else. Only in a comparison of one event.
    """
    labels, corpus = comparison.labels, comparison.scores.corpus
    if not comparison.one_event:
        return
    news = comparison.news.group_by("news").agg(pl.len()).sort(["len", "news"], descending=[True, False])
    articles = corpus.articles.join(comparison.news.select("article", "news"), on="article")
    main = articles.filter(pl.col("news") == news["news"][0], pl.col("genre").fill_null("news") == "news")
    aside = articles.filter(~pl.col("outlet").is_in(main["outlet"].implode())).group_by("outlet", maintain_order=True)
    if labels.independent(main["article"]) < _OTHERS:
        return
    found = corpus.once(mentions)
    leading = _leading(comparison, main)
    known = statable(corpus, found.filter(pl.col("item").is_in(leading)))
    persons = [name for name in leading if name in known and is_person(folded(name)) and name not in PLACES]
    for outlet, words in aside.agg(pl.col("words").sum()).iter_rows():
        looked = absent(corpus, found, [(name, outlet) for name in persons])
        lacking = looked.filter(pl.col("found").is_null())["item"].to_list()[:_NAMED]
        if words < _WORDS or not lacking:
            continue
        count = labels.independent(main["article"])
        who = (
            "both other reports name" if main.height == count == 2 == labels.total - 1
            else f"all {number(main.height)} others name" if main.height == labels.total - 1
            else f"{labels.listed(main['article'])} name"
        )  # fmt: skip
        sentence = (
            f"{outlet} does not name {listed(in_full(corpus, lacking), 'or')}, whom {who} "
            "in the headline or the first two sentences."
        )
        places = found.filter(pl.col("item").is_in(lacking)).join(main, on="article", how="semi")
        evidence = evidence_of(places.unique(["article", "item"], keep="first", maintain_order=True))
        yield Statement("texts", "about", (outlet,), sentence, evidence, 0.6)


def _leading(comparison: Comparison, main: pl.DataFrame) -> list[str]:
    """Names that stand on top of each of these texts and in two of its sentences, those with most mentions first."""
    corpus = comparison.scores.corpus
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    placed = (
        named.join(main.select("article", "body_start"), on="article")
        .join(comparison.edges.select("article", low="start", high="end"), on="article")
        .sort("start")
        .join_asof(
            corpus.sentences.select("article", "sentence", "start").sort("start"),
            on="start",
            by="article",
            check_sortedness=False,
        )
    )
    top = (pl.col("start") < pl.col("body_start")) | pl.col("start").is_between("low", "high", closed="left")
    by_text = placed.group_by("item", "article").agg(top=top.any(), lines=pl.col("sentence").n_unique(), all=pl.len())
    by_name = by_text.filter("top", pl.col("lines") >= _SENTENCES).group_by("item").agg(pl.len(), pl.col("all").sum())
    return (
        by_name.filter(pl.col("len") == main.height).sort(["all", "item"], descending=[True, False])["item"].to_list()
    )
