"""Sentiment by VADER, sentence by sentence: never of whole articles, where its score saturates."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Kind, Metric, analyser
from framing.measures.masking import masked_sentences
from framing.measures.vader import compound

_SOURCE = "VADER compound (Hutto and Gilbert 2014), as computed by vaderSentiment"
_NEUTRAL = 0.05  # VADER's own bounds of the neutral zone


def _metric(name: str, title: str, weight: str, undefined: str, unit: str = "-1 to 1", kind: Kind = "mean") -> Metric:
    higher = "more positive words" if kind == "mean" else "more sentences of that kind"
    return Metric(name, unit, weight, higher, _SOURCE, kind, title, undefined, primary=kind == "mean")


@analyser(
    _metric("sentiment", "Sentiment", "sentences", "an article without sentences"),
    _metric("sentiment_headline", "Sentiment of headlines", "articles", "an article without a headline"),
    _metric("sentiment_own", "Sentiment, own voice", "own sentences", "no sentence mostly in the outlet's own words"),
    _metric("sentiment_quoted", "Sentiment, quoted", "quoted sentences", "no sentence mostly quoted"),
    _metric(
        "negative_sentences",
        "Negative sentences",
        "sentences",
        "an article without sentences",
        unit="% of sentences",
        kind="share",
    ),
    _metric(
        "positive_sentences",
        "Positive sentences",
        "sentences",
        "an article without sentences",
        unit="% of sentences",
        kind="share",
    ),
)
def sentiment(corpus: Corpus) -> Findings:
    """Mean VADER compound of the body's sentences, from -1 (negative) to 1 (positive), and of the headline.

    Names and fixed terms of news (*Justice Department*, *crude oil*) are neither good nor bad: with them scored, the
    agreement with raters of editorials was r = .508 and not .517. Apart for sentences of which less than half, or at
    least half, of the words are quoted; and the share of sentences at or below -0.05 and at or above 0.05. Null where
    there is no such sentence.
    """
    sentences = corpus.once(scored_sentences).filter(pl.col("words") > 0)
    body, headline = pl.col("part") == "body", pl.col("part") == "headline"
    quoted = 2 * pl.col("own_words") <= pl.col("words")
    score = pl.col("compound")
    values = sentences.group_by("article").agg(
        sentiment=score.filter(body).mean(),
        sentiment_weight=body.sum(),
        sentiment_headline=score.filter(headline).mean(),
        sentiment_own=score.filter(body, ~quoted).mean(),
        sentiment_own_weight=(body & ~quoted).sum(),
        sentiment_quoted=score.filter(body, quoted).mean(),
        sentiment_quoted_weight=(body & quoted).sum(),
        negative_sentences=100 * (score <= -_NEUTRAL).filter(body).mean(),
        negative_sentences_weight=body.sum(),
        positive_sentences=100 * (score >= _NEUTRAL).filter(body).mean(),
        positive_sentences_weight=body.sum(),
    )
    passages = {
        "sentiment": body,
        "sentiment_headline": headline,
        "sentiment_own": body & ~quoted,
        "sentiment_quoted": body & quoted,
        "negative_sentences": body & (score <= -_NEUTRAL),
        "positive_sentences": body & (score >= _NEUTRAL),
    }
    evidence = pl.concat(
        sentences.filter(which).select("article", "start", "end", metric=pl.lit(name), value=score)
        for name, which in passages.items()
    )
    return Findings(values, evidence)


def scored_sentences(corpus: Corpus) -> pl.DataFrame:
    """The corpus's sentences with their `compound` (kept with the corpus: `corpus.once(...)`)."""
    return corpus.sentences.with_columns(compound=compound(corpus.once(masked_sentences)))
