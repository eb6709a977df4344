"""Sentences as VADER is given them where names are no words: *the Justice Department* neither good nor bad."""

from __future__ import annotations

from functools import cache

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.match import masked_of, words_of
from framing.measures.vader import scored_words


def masked_sentences(corpus: Corpus) -> pl.Series:
    """The text of each row of `corpus.sentences`, the words that VADER would score in names and fixed terms undone.

    Each is replaced by a word of the same length that VADER does not know, so that places stay (kept with the
    corpus: `corpus.once(masked_sentences)`).
    """
    words, text = corpus.once(words_of), corpus.annotation
    known = text.forms.select(pl.col("lower").str.replace(r"'s?$", "").is_in(_scored())).to_series().to_numpy()
    rows = corpus.once(masked_of) & known[text.words["form"].to_numpy()[words.frame["token"].to_numpy()]]
    sentences = corpus.sentences["text"].to_list()
    base = corpus.sentences["start"].to_list()
    for start, end, sentence in words.frame.filter(pl.Series(rows)).select("start", "end", "group").iter_rows():
        whole, low, high = sentences[sentence], start - base[sentence], end - base[sentence]
        sentences[sentence] = whole[:low] + _unknown(whole[low:high]) + whole[high:]
    return pl.Series("text", sentences, dtype=pl.String)


def _unknown(word: str) -> str:
    """A word of the same length, with a capital where it had one."""
    return ("Q" + "q" * (len(word) - 1)) if word[:1].isupper() else "q" * len(word)


@cache
def _scored() -> list[str]:
    return sorted(scored_words())
