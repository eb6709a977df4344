"""The interval inside one article: blocks, the jackknife by hand, and measures of any sort."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from scipy import stats

from framing.comparison.estimates.within import BLOCKS, cut, jackknife, pseudo_articles, within
from framing.corpus.corpus import Corpus
from framing.measures.analyser import Analyser, Findings, Metric, analyser
from framing.scoring.scores import Scores, score
from tests.frames import measure, stories


def declare(name: str, kind: str, weight: str) -> Metric:
    return Metric(name, unit="", weight=weight, higher="more", source="test", kind=kind)  # type: ignore[arg-type]


@analyser(declare("words_per_sentence", "mean", "sentences"), declare("bridges", "rate", "words"))
def lengths(corpus: Corpus) -> Findings:
    """Words per sentence and bridges per 1,000 words of the body. Null without words."""
    body = corpus.sentences.filter(part="body")
    words = pl.col("words").sum()
    bridges = pl.col("text").str.count_matches("bridge").sum()
    values = body.group_by("article").agg(words_per_sentence=words / pl.len(), bridges=1000 * bridges / words)
    return Findings(values.filter(pl.col("words_per_sentence") > 0))


@analyser(declare("shout", "mean", "articles"), declare("signal", "mean", "sentences"))
def odd(corpus: Corpus) -> Findings:
    """Exclamation marks in the headline, and words of sentences that hold SIGNAL (null without one)."""
    marks = corpus.articles.select("article", shout=pl.col("headline").str.count_matches("!").cast(pl.Float64))
    held = corpus.sentences.filter(pl.col("text").str.contains("SIGNAL")).group_by("article")
    return Findings(marks.join(held.agg(signal=pl.col("words").mean()), on="article", how="left"))


ANALYSERS: tuple[Analyser, ...] = (lengths, odd)
RANDOM = np.random.default_rng(2)
SENTENCES = [
    " ".join(["The", *(["bridge"] if number % 3 == 0 else []), *["word"] * int(RANDOM.integers(3, 20))]) + "."
    for number in range(24)
]


def corpus(**bodies: str) -> Corpus:
    rows = [
        {"article": f"{name}/1", "outlet": name, "headline": "Heads!", "body": body} for name, body in bodies.items()
    ]
    return Corpus.from_frame(pl.DataFrame(rows))


def look(made: Corpus) -> tuple[Scores, pl.DataFrame]:
    scores = score(made, analysers=ANALYSERS)
    return scores, within(scores, stories(scores.metrics))


def cell(found: pl.DataFrame, metric: str, article: str = "a/1") -> dict[str, float | None]:
    return found.filter(article=article, metric=metric).row(0, named=True)


def test_blocks_tile_the_body_in_order() -> None:
    made = corpus(a="\n\n".join(" ".join(SENTENCES[n : n + 3]) for n in range(0, 24, 3)))
    blocks = cut(made)
    assert blocks["block"].to_list() == sorted(blocks["block"])
    assert blocks["block"].n_unique() == BLOCKS
    body = made.sentences.filter(part="body")
    assert blocks["text"].to_list() == body["text"].to_list()
    sizes = blocks.join(body, on=["article", "sentence"]).group_by("block").agg(pl.col("words").sum())["words"]
    assert sizes.max() <= 2.5 * sizes.mean()  # type: ignore[operator]


def test_each_pseudo_article_lacks_one_block_and_keeps_its_paragraphs() -> None:
    paragraphs = [" ".join(SENTENCES[n : n + 3]) for n in range(0, 24, 3)]
    made = corpus(a="\n\n".join(paragraphs))
    blocks = cut(made)
    lacking = pseudo_articles(made.articles, blocks)
    assert lacking.height == BLOCKS
    again = Corpus.from_frame(lacking)
    kept = again.sentences.filter(part="body").group_by("article").agg(pl.col("text")).sort("article")
    for article, texts in kept.iter_rows():
        block = int(article.rsplit("-", 1)[1])
        assert texts == blocks.filter(pl.col("block") != block)["text"].to_list()
    assert again.sentences.filter(part="headline")["text"].unique().to_list() == ["Heads!"]
    counts = again.sentences.filter(part="body").group_by("article").agg(pl.col("paragraph").n_unique())["paragraph"]
    assert set(counts) <= {7, 8}


def test_no_block_begins_inside_a_quotation() -> None:
    long = " ".join(f"It is day {n} of the closure." for n in range(8))
    body = f"{' '.join(SENTENCES[:8])} “{long}” said she. {' '.join(SENTENCES[8:16])}"
    made = corpus(a=body)
    blocks = cut(made)
    speech = blocks.filter(pl.col("text").str.contains("day [0-9] of the closure"))
    assert speech.height == 8
    assert speech["block"].n_unique() == 1
    again = Corpus.from_frame(pseudo_articles(made.articles, blocks))
    own = again.tokens.filter(pl.col("is_word"), ~pl.col("quoted"))["lower"]
    assert "closure" not in own.to_list()


def test_interval_is_the_jackknife_by_hand() -> None:
    made = corpus(a="\n\n".join(SENTENCES))
    scores, found = look(made)
    blocks = cut(made).join(made.sentences.select("article", "sentence", "words"), on=["article", "sentence"])
    without = [float(np.mean(blocks.filter(pl.col("block") != block)["words"].to_numpy())) for block in range(BLOCKS)]
    error = np.sqrt((BLOCKS - 1) / BLOCKS * np.sum((np.array(without) - np.mean(without)) ** 2))
    value = scores.metrics.filter(metric="words_per_sentence")["value"].item()
    half = stats.t.ppf(0.975, BLOCKS - 1) * error
    row = cell(found, "words_per_sentence")
    assert (row["low"], row["high"], row["blocks"]) == pytest.approx((value - half, value + half, BLOCKS))
    rate = cell(found, "bridges")
    hits, words = 8, made.articles["words"].item()
    assert rate["low"] is not None
    assert 0 < rate["low"] < 1000 * hits / words


def test_equal_blocks_are_the_t_interval_of_their_means() -> None:
    values = np.array([3.0, 5.0, 4.0, 8.0, 1.0])
    low, high = stats.t.interval(0.95, 4, loc=values.mean(), scale=stats.sem(values))
    whole = pl.DataFrame({"article": ["a"], "metric": ["m"], "value": [values.mean()], "weight": [5.0]})
    again = pl.DataFrame(
        {"whole": ["a"] * 5, "metric": ["m"] * 5, "value": [np.delete(values, n).mean() for n in range(5)]}
    )
    row = jackknife(whole, again, {"m": measure("m", "score")}).row(0, named=True)
    assert (row["low"], row["high"]) == pytest.approx((low, high))


def test_null_where_nothing_can_be_said() -> None:
    body = " ".join([*SENTENCES[:12], "One SIGNAL here.", *SENTENCES[12:]])
    _, found = look(corpus(a=body))
    assert cell(found, "shout")["low"] is None  # the headline's, so no block matters
    assert cell(found, "signal")["low"] is None  # gone without one block
    assert cell(found, "words_per_sentence")["low"] is not None


def test_short_and_empty_articles() -> None:
    made = corpus(a=" ".join(SENTENCES[:4]), b="", c="\n\n".join(SENTENCES[:5]))
    _, found = look(made)
    assert found["article"].unique().to_list() == ["c/1"]
    _, none = look(corpus(a="Too short.", b=""))
    assert none.is_empty()
    assert none.columns == ["article", "metric", "low", "high", "blocks"]


def test_only_lone_articles_are_looked_into() -> None:
    body = "\n\n".join(SENTENCES)
    rows = [(f"a/{n}", "a", body) for n in range(2)] + [("b/1", "b", body), ("c/1", "c", body)]
    made = Corpus.from_frame(pl.DataFrame(rows, schema=["article", "outlet", "body"], orient="row"))
    scores = score(made, analysers=(lengths,))
    found = within(scores, stories(scores.metrics, copies={"c/1": "a/0"}))
    assert found["article"].unique().to_list() == ["b/1"]
    alone = look(made.select(["b/1"]))[1].filter(pl.col("metric").is_in(["bridges", "words_per_sentence"]))
    assert found.equals(alone)


def test_no_hits_in_the_article() -> None:
    _, found = look(corpus(a="\n\n".join(text.replace("bridge", "road") for text in SENTENCES)))
    row = cell(found, "bridges")
    assert row["low"] == 0
    assert row["high"] is not None
    assert row["high"] > 3
