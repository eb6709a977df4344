"""Texts that are about something else: hardly a sentence of theirs has words in common with one of another report."""

from __future__ import annotations

from collections import Counter

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.told_words import Shared, rare_words
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a text: how many of its sentences are like one of another report
APART: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "sentences": pl.UInt32,  # of the body, with three words of content and more
    "alike": pl.UInt32,  # of them, those that share three of these words with a sentence of another report
    "share": pl.Float64,  # ? alike over sentences; null without such sentences
}
_REPORTS, _MANY = 3, 14  # independent reports: of more, each sentence is like some other
_WORDS = 3  # of content that are shared
_OFTEN = 400  # sentences with a word, from which it tells nothing


def apart(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`APART`: a row for each text of three to fourteen independent reports.

    Words of content in any form, without the common words of news, of the calendar and numbers.
    """
    if not _REPORTS <= labels.reports <= _MANY:
        return pl.DataFrame(schema=dict(APART))
    groups = labels.groups
    words = {place: some for place, some in corpus.once(rare_words).items() if place[0] in groups}
    shared = Shared(words, _OFTEN)
    sentences, alike = Counter[str](), Counter[str]()
    for (article, _), some in words.items():
        if len(some) >= _WORDS:
            sentences[article] += 1
            alike[article] += any(
                count >= _WORDS and groups[place[0]] != groups[article] for place, count in shared.beside(some).items()
            )
    texts = corpus.articles.filter(pl.col("article").is_in(list(groups))).select("article", "outlet")
    counted = texts.with_columns(
        sentences=pl.col("article").replace_strict(sentences, default=0, return_dtype=pl.UInt32),
        alike=pl.col("article").replace_strict(alike, default=0, return_dtype=pl.UInt32),
    )
    share = pl.when(pl.col("sentences") > 0).then(pl.col("alike") / pl.col("sentences"))
    return counted.with_columns(share=share).select(list(APART))
