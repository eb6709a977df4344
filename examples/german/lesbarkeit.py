"""Readability of German articles: an example of measures of another language, given by a file.

    framing compare --event EVENT --analyser examples/german/lesbarkeit.py --lexicon examples/german/absicherung.toml

Amstad's reading ease (Flesch's for German) and the first Wiener Sachtextformel, on framing's own counts of words and
sentences; syllables are textstat's for German, by hyphenation. There is no sentiment here: no freely licensed resource
for German was checked against coders of news.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser

_LONG = 6  # letters: a word of more is long
_POLYSYLLABLE = 3


@analyser(
    Metric(
        "amstad", unit="points, about 0 to 100", weight="words", kind="score", primary=False, language="de",
        title="Amstad's reading ease", higher="easier to read: shorter words and sentences",
        source="Amstad (1978); syllables by textstat's hyphenation", established=True,
    ),
    Metric(
        "wiener_sachtextformel", unit="Austrian school grade", weight="words", kind="score", primary=False,
        language="de", title="Wiener Sachtextformel", higher="harder to read: longer words and sentences",
        source="Bamberger and Vanecek (1984), first formula; syllables by textstat's hyphenation", established=True,
    ),
)  # fmt: skip
def lesbarkeit(corpus: Corpus) -> Findings:
    """Amstad's reading ease and the first Wiener Sachtextformel of the body. Null for an article without words."""
    words = corpus.tokens.filter(pl.col("is_word"), pl.col("part") == "body").select("article", word="lower")
    spelt = words["word"].unique()
    counted = pl.DataFrame({"word": spelt, "syllables": pl.Series(list(map(_syllables, spelt)), dtype=pl.Int64)})
    syllables, letters = pl.col("syllables"), pl.col("word").str.len_chars()
    counts = (
        words.join(counted, on="word", how="left")
        .group_by("article")
        .agg(
            words=pl.len(),
            syllables=syllables.sum(),
            several=100 * (syllables >= _POLYSYLLABLE).mean(),
            single=100 * (syllables == 1).mean(),
            long=100 * (letters > _LONG).mean(),
        )
        .join(corpus.articles.select("article", "sentences"), on="article")
    )
    length = pl.col("words") / pl.col("sentences")
    return Findings(
        counts.select(
            "article",
            amstad=180 - length - 58.5 * pl.col("syllables") / pl.col("words"),
            wiener_sachtextformel=0.1935 * pl.col("several")
            + 0.1672 * length
            + 0.1297 * pl.col("long")
            - 0.0327 * pl.col("single")
            - 0.875,
        )
    )


@cache
def _textstat() -> Any:
    """A textstat of its own, so that the English measures keep theirs."""
    from textstat.textstat import textstatistics

    german = textstatistics()
    german.set_lang("de")
    return german


@cache
def _syllables(word: str) -> int:
    return max(1, int(_textstat().syllable_count(word)))
