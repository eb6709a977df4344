"""The contract that every analyser keeps: run on whatever `discover()` finds."""

from __future__ import annotations

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Analyser
from framing.measures.analysers import discover
from framing.scoring.scores import Scores, score
from tests.samples import ARTICLES, corpus

ANALYSERS = discover()
each = pytest.mark.parametrize("analyser", ANALYSERS, ids=[item.name for item in ANALYSERS])


def run(analyser: Analyser, on: Corpus | None = None) -> Scores:
    return score(on or corpus(), analysers=[analyser])


@each
def test_gives_each_article_and_metric_once(analyser: Analyser) -> None:
    scores = run(analyser)
    rows = scores.metrics.select("article", "metric")
    assert rows.is_unique().all()
    assert rows.height == len(ARTICLES) * len(scores.measures)


@each
def test_is_null_for_an_empty_article_and_never_nan(analyser: Analyser) -> None:
    metrics = run(analyser).metrics
    body_only = metrics.filter(pl.col("article") == "empty", ~pl.col("metric").str.ends_with("headline"))
    with_words_of_the_headline = body_only.filter(pl.col("weight") > 0)
    assert body_only.filter(pl.col("weight") == 0)["value"].null_count() == body_only.height - len(
        with_words_of_the_headline
    )
    marks = metrics.filter(article="marks")
    assert marks["value"].null_count() == marks.height
    assert not metrics["value"].is_nan().any()
    assert (metrics["weight"] >= 0).all()


@each
def test_evidence_lies_in_the_text_and_names_a_declared_metric(analyser: Analyser) -> None:
    scores = run(analyser)
    texts = dict(scores.corpus.articles.select("article", "text").iter_rows())
    for row in scores.evidence.iter_rows(named=True):
        assert row["text"] == texts[row["article"]][row["start"] : row["end"]] != ""
        assert row["metric"] in scores.measures


@each
def test_scoring_alone_or_in_another_order_gives_the_same(analyser: Analyser) -> None:
    together = run(analyser)
    for name in ARTICLES:
        alone = run(analyser, corpus([name]))
        assert_frame_equal(alone.metrics, together.metrics.filter(article=name))
        assert_frame_equal(alone.evidence, together.evidence.filter(article=name))
    backwards = Corpus.from_frame(corpus().articles.reverse().with_columns(body=pl.col("text")).drop("headline"))
    forwards = Corpus.from_frame(corpus().articles.with_columns(body=pl.col("text")).drop("headline"))
    assert_frame_equal(run(analyser, backwards).metrics, run(analyser, forwards).metrics)


@each
def test_says_what_it_measures(analyser: Analyser) -> None:
    assert len(analyser.doc) > 40
    assert "ull" in analyser.doc, "the docstring says when the value is null"
    for metric in analyser.metrics:
        assert metric.unit
        assert metric.source
        assert metric.higher
        assert metric.weight
        assert metric.undefined
        assert metric.name == metric.name.lower()


@each
def test_leaves_its_input_as_it_was(analyser: Analyser) -> None:
    given = corpus()
    before = [frame.clone() for frame in (given.articles, given.sentences, given.tokens)]
    run(analyser, given)
    for old, new in zip(before, (given.articles, given.sentences, given.tokens), strict=True):
        assert_frame_equal(old, new)


@each
def test_is_null_in_another_language(analyser: Analyser) -> None:
    foreign = Corpus.from_frame(
        corpus().articles.with_columns(language=pl.lit("de"), body=pl.col("text")).drop("headline")
    )
    scores = run(analyser, foreign)
    assert scores.metrics["value"].null_count() == scores.metrics.height
    assert scores.evidence.is_empty()


@each
def test_an_empty_corpus_is_no_error(analyser: Analyser) -> None:
    scores = run(analyser, corpus([]))
    assert scores.metrics.is_empty()


@each
def test_rates_are_the_evidence_over_the_weight(analyser: Analyser) -> None:
    scores = run(analyser)
    rates = [name for name, metric in scores.measures.items() if metric.kind == "rate"]
    hits = (
        scores.evidence.filter(pl.col("metric").is_in(rates))
        .group_by("article", "metric")
        .agg(hits=pl.col("value").sum())
    )
    joined = (
        scores.metrics.filter(pl.col("metric").is_in(rates), pl.col("value").is_not_null())
        .join(hits, on=["article", "metric"], how="left")
        .with_columns(pl.col("hits").fill_null(0))
    )
    assert ((joined["value"] * joined["weight"] / 1000 - joined["hits"]).abs() < 1e-6).all()
