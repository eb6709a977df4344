"""VADER's compound score of many sentences at once, equal to 4 decimals to vaderSentiment's of the sentence folded.

The library undoes a negation with a curly apostrophe, and does not find a word that touches a curly mark or a dash:
so sentences are folded first (`typography.set_apart`), and a house style moves no score.

VADER lets a word of its lexicon be changed by the three words before it and the one behind. So the
rules are column arithmetic over the lexicon words of all sentences; the lexicon, the word lists and the
constants are the library's. Sentences with an emoji or an idiom, few in news, go to the library itself;
and all of them where a release of it should lack a name that we read or score otherwise than these columns do.
Source: Hutto and Gilbert (2014); vaderSentiment 3.3.
"""

from __future__ import annotations

import re
import string
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.text.typography import set_apart

_Floats = npt.NDArray[np.float64]
_Bools = npt.NDArray[np.bool_]
# Words by which a rule asks: their place in this tuple, plus one, is their code.
_ASKED = ("no", "or", "nor", "never", "so", "this", "without", "doubt", "least", "at", "very", "but")
_CODE = {word: number + 1 for number, word in enumerate(_ASKED)}
_ALPHA = 15  # of VADER's normalisation; an argument's default in the library
# One sentence for each rule. Are they scored as the library scores them, the columns may stand for it.
_PROBES = (
    "The plan is good.",
    "The plan is VERY good!!!",
    "It was hardly a great success, not a disaster??",
    "No crisis or war is so bad, but nobody was never so happy.",
    "Without doubt the least kind, at least not a very cruel one.",
    "They were extremely and only slightly hated.",
)


def compound(sentences: pl.Series) -> pl.Series:
    """VADER compound of each sentence in plain typography, -1 to 1, rounded to 4 decimals as vaderSentiment does.

    Null stays null; a sentence in which VADER finds nothing to score is 0.
    """
    plain = sentences.to_frame("text").select(set_apart(pl.col("text"))).to_series()
    distinct = pl.DataFrame({"text": plain.unique().drop_nulls()})
    if not _as_known():
        return plain.to_frame("text").join(_by_library(distinct), on="text", how="left", maintain_order="left")[
            "compound"
        ]
    whole = distinct.select(asked=pl.col("text").str.contains(_asks_the_library())).to_series()
    scored = pl.concat([_by_library(distinct.filter(whole)), _score(distinct.filter(~whole))])
    return plain.to_frame("text").join(scored, on="text", how="left", maintain_order="left")["compound"]


def _by_library(sentences: pl.DataFrame) -> pl.DataFrame:
    score = _analyser().polarity_scores
    return sentences.with_columns(
        compound=pl.col("text").map_elements(lambda text: score(text)["compound"], return_dtype=pl.Float64)
    )


@cache
def _as_known() -> bool:
    """Whether the installed library has the names that are read here, and scores as these columns do."""
    probes = pl.DataFrame({"text": _PROBES})
    try:
        _asks_the_library()
        return _score(probes).equals(_by_library(probes))
    except (AttributeError, KeyError, TypeError):
        return False


def _score(sentences: pl.DataFrame) -> pl.DataFrame:
    """Text and compound of distinct sentences, by VADER's rules on columns."""
    text = pl.col("text")
    words = (
        sentences.select(sentence=pl.int_range(pl.len()), word=text.str.extract_all(r"\S+"))
        .filter(pl.col("word").list.len() > 0)
        .explode("word")
    )
    words = words.join(_features(words["word"].unique()), on="word", how="left", maintain_order="left")
    columns = _Columns(words)
    valence = _contrast(columns, _valence(columns))
    sums = pl.DataFrame({"sentence": columns.sentence[columns.hits], "valence": valence})
    total = pl.col("valence")
    emphasis = pl.min_horizontal(text.str.count_matches("!", literal=True), 4) * 0.292 + _question_marks()
    raised = total + pl.when(total > 0).then(emphasis).when(total < 0).then(-emphasis).otherwise(0)
    return (
        sentences.with_columns(sentence=pl.int_range(pl.len()))
        .join(sums.group_by("sentence", maintain_order=True).agg(total.sum()), on="sentence", how="left")
        .with_columns(total.fill_null(0.0))
        .with_columns(raised=raised)
        .select("text", compound=(pl.col("raised") / (pl.col("raised") ** 2 + _ALPHA).sqrt()).round(4) + 0.0)
    )


def _question_marks() -> pl.Expr:
    marks = pl.col("text").str.count_matches("?", literal=True)
    return pl.when(marks > 3).then(0.96).when(marks > 1).then(marks * 0.18).otherwise(0)


class _Columns:
    """What VADER asks of the words, as arrays; `at(k)` looks k words to the side of each lexicon word."""

    def __init__(self, words: pl.DataFrame) -> None:
        self.sentence = words["sentence"].to_numpy()
        self.valence = words["valence"].to_numpy()
        self.boost = words["boost"].to_numpy()
        self.negates = words["negates"].to_numpy()
        self.upper = words["upper"].to_numpy()
        self.code = words["code"].to_numpy()
        self.known = ~np.isnan(self.valence)
        self.hits = np.flatnonzero(self.known & (self.boost == 0))
        size = int(self.sentence.max(initial=-1)) + 1
        upper = np.bincount(self.sentence, weights=self.upper, minlength=size)
        length = np.bincount(self.sentence, minlength=size)
        self.mixed_case = ((upper > 0) & (upper < length))[self.sentence]

    def at(self, offset: int) -> tuple[npt.NDArray[np.int64], _Bools]:
        """Rows beside the lexicon words, and whether these lie in the same sentence."""
        rows = self.hits + offset
        inside = (rows >= 0) & (rows < len(self.sentence))
        rows = np.where(inside, rows, self.hits)
        return rows, inside & (self.sentence[rows] == self.sentence[self.hits])


def _valence(words: _Columns) -> _Floats:
    """The valence of each lexicon word in its place."""
    constants = _constants()
    hits, negative = words.hits, constants["N_SCALAR"]
    before = {k: words.at(-k) for k in (1, 2, 3)}

    def is_(k: int, *names: str) -> _Bools:
        rows, inside = before[k]
        return inside & np.isin(words.code[rows], [_CODE[name] for name in names])

    # "no" before a lexicon word negates it, and then has no valence of its own.
    after, follows = words.at(1)
    base = words.valence[hits]
    negator = (words.code[hits] == _CODE["no"]) & follows & words.known[after]
    valence = np.where(negator, 0.0, base)
    valence = np.where(is_(1, "no") | is_(2, "no") | (is_(3, "no") & is_(1, "or", "nor")), base * negative, valence)
    # Capitals among small letters add emphasis.
    loud = words.upper[hits] & words.mixed_case[hits]
    valence = np.where(loud, valence + np.where(valence > 0, 1, -1) * constants["C_INCR"], valence)
    # Boosters and negations up to three words before, weaker with distance.
    for k, fade in ((1, 1.0), (2, 0.95), (3, 0.9)):
        rows, inside = before[k]
        acts = inside & ~words.known[rows]
        boost = np.where(valence < 0, -words.boost[rows], words.boost[rows])
        shout = words.upper[rows] & words.mixed_case[rows] & (words.boost[rows] != 0)
        boost = np.where(shout, boost + np.where(valence > 0, 1, -1) * constants["C_INCR"], boost)
        negated = words.negates[rows]
        factor = np.where(negated, negative, 1.0)
        if k == 2:
            factor = np.where(is_(2, "without") & is_(1, "doubt"), 1.0, factor)
            factor = np.where(is_(2, "never") & is_(1, "so", "this"), 1.25, factor)
        if k == 3:
            factor = np.where(is_(3, "without") & (is_(2, "doubt") | is_(1, "doubt")), 1.0, factor)
            factor = np.where((is_(3, "never") & is_(2, "so", "this")) | is_(1, "so", "this"), 1.25, factor)
        valence = np.where(acts, (valence + boost * fade) * factor, valence)
    # "least" negates, but not "at least" or "very least".
    least = is_(1, "least") & ~is_(2, "at", "very")
    return np.where(least, valence * negative, valence)


def _contrast(words: _Columns, valence: _Floats) -> _Floats:
    """Halve what stands before the first *but* of a sentence, and weigh what follows by half as much again.

    The library looks each valence up by its value and so changes the first of equal ones: as it does, so
    must we, hence the loop.
    """
    buts = np.flatnonzero(words.code == _CODE["but"])
    sentences, first = np.unique(words.sentence[buts], return_index=True)
    of_hits = words.sentence[words.hits]
    starts, ends = np.searchsorted(of_hits, sentences, "left"), np.searchsorted(of_hits, sentences, "right")
    valence = valence.copy()
    for but, start, end in zip(buts[first], starts, ends, strict=True):
        values, before = valence[start:end].tolist(), (words.hits[start:end] < but).tolist()
        for at in range(len(values)):
            changed = values.index(values[at])
            values[changed] *= 0.5 if before[changed] else 1.5
        valence[start:end] = values
    return valence


def _features(words: pl.Series) -> pl.DataFrame:
    """What VADER needs to know of each distinct word: valence (NaN: none), boost, negates, upper, code."""
    library, constants = _analyser(), _constants()
    token = pl.col("word")
    bare = token.str.strip_chars(string.punctuation)
    frame = pl.DataFrame({"word": words}).with_columns(
        item=pl.when(bare.str.len_chars() <= 2).then(token).otherwise(bare)
    )
    lower = pl.col("item").str.to_lowercase()
    return frame.with_columns(lower=lower).select(
        "word",
        valence=pl.col("lower").replace_strict(library.lexicon, default=float("nan"), return_dtype=pl.Float64),
        boost=pl.col("lower").replace_strict(constants["BOOSTER_DICT"], default=0.0, return_dtype=pl.Float64),
        negates=pl.col("lower").is_in(constants["NEGATE"]) | pl.col("lower").str.contains("n't", literal=True),
        upper=(pl.col("item") != pl.col("lower")) & (pl.col("item") == pl.col("item").str.to_uppercase()),
        code=pl.col("lower").replace_strict(_CODE, default=0, return_dtype=pl.UInt8),
    )


def scored_words() -> set[str]:
    """The words that change a score: those of VADER's lexicon, its boosters and negations."""
    constants = _constants()
    return {*_analyser().lexicon, *constants.get("BOOSTER_DICT", ()), *constants.get("NEGATE", ())}


@cache
def _asks_the_library() -> str:
    """Sentences that the library scores itself: emoji, idioms, and white space that only Python splits at."""
    idioms = [*_constants()["SPECIAL_CASES"], *(word for word in _constants()["BOOSTER_DICT"] if " " in word)]
    phrases = [r"\W+".join(map(re.escape, idiom.split())) for idiom in ("kind of", *idioms)]
    emoji = "".join(re.escape(sign) for sign in _analyser().emojis if len(sign) == 1)
    return rf"\b(?i:{'|'.join(phrases)})\b|[\x1c-\x1f{emoji}]"


@cache
def _constants() -> dict[str, Any]:
    from vaderSentiment import vaderSentiment

    constants: dict[str, Any] = vars(vaderSentiment)
    return constants


@cache
def _analyser() -> Any:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()
