"""Find the terms of a word list in the words of a corpus.

Words are compared by number: a vocabulary of the distinct words is made once for a corpus, stems and
classes are looked up in the vocabulary, and the text itself is touched with integer columns only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.lexicon import CASES, CLASSES, SLOTS, Entry, Lexicon
from framing.text.tokenise import APOSTROPHES

_Ints = npt.NDArray[np.int64]
_Bools = npt.NDArray[np.bool_]

LEXICONS = Path(__file__).parent / "lexicons"
_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion trillion hundreds thousands millions billions dozen dozens half third quarter"
).split()
_BIT = {name: 1 << number for number, name in enumerate(CLASSES)}
_CASES = (None, *CASES, "capital")  # capital: of names that are made into entries
_SHIFT, _LOW = 32, (1 << 32) - 1  # an entry and a word in one number
_NOWHERE = 0  # the number of the word that is not there: before the first, behind the last


@dataclass(frozen=True)
class Words:
    """The words of a corpus by number.

    frame: article, part, start, end, quoted, group (sentence), first (of its sentence), word (number).
    vocabulary: word, lower, classes (bits, in the order of CLASSES).
    """

    frame: pl.DataFrame
    vocabulary: pl.DataFrame

    @cached_property
    def _sorted(self) -> tuple[list[str], list[int]]:
        ordered = self.vocabulary.sort("lower", "word")
        return ordered["lower"].to_list(), ordered["word"].to_list()

    def numbers(self, patterns: Iterable[str]) -> list[int]:
        """The words that a list of words and stems means."""
        lowers, words = self._sorted
        found: list[int] = []
        for pattern in patterns:
            stem = pattern.endswith("*")
            at = bisect_left(lowers, pattern[:-1] if stem else pattern)
            while at < len(lowers) and (lowers[at].startswith(pattern[:-1]) if stem else lowers[at] == pattern):
                found.append(words[at])
                at += 1
        return found


def words_of(corpus: Corpus) -> Words:
    """The words of a corpus by number (kept with the corpus: `corpus.once(words_of)`).

    A final possessive *'s* does not count: *Huawei's* is found as *Huawei*.
    """
    words = (
        corpus.tokens.lazy()
        .filter("is_word")
        .select(
            "article",
            "part",
            "start",
            "end",
            "quoted",
            group=pl.struct("article", "sentence").rle_id(),
            form=pl.col("text").str.replace(f"[{APOSTROPHES}][sS]?$", ""),
        )
        .collect()
    )
    forms = words.select(pl.col("form").unique(maintain_order=True)).with_row_index("word", offset=_NOWHERE + 1)
    lower = pl.col("form").str.to_lowercase().str.replace_all(f"[{APOSTROPHES}]", "'")
    is_class = {
        "number": pl.col("form").str.contains(r"^\p{N}") | lower.is_in(_NUMBER_WORDS),
        "capital": pl.col("form").str.contains(r"^\p{Lu}"),
        "ed": lower.str.contains(r"(?:ed|en)$"),
        "ing": lower.str.ends_with("ing"),
        "ly": lower.str.ends_with("ly"),
    }
    bits = [holds.cast(pl.UInt8) * _BIT[name] for name, holds in is_class.items()]
    vocabulary = forms.with_columns(lower=lower, classes=pl.sum_horizontal(bits).cast(pl.UInt8))
    frame = (
        words.lazy()
        .join(vocabulary.lazy().select("form", "word"), on="form", how="left", maintain_order="left")
        .drop("form")
        .with_columns(first=(pl.col("group") != pl.col("group").shift(1)).fill_null(True))
        .collect()
    )
    return Words(frame, vocabulary.select("word", "lower", "classes"))


def find(corpus: Corpus, lexicon: Lexicon) -> pl.DataFrame:
    """Every place where a term of the list stands, conditions and vetoes applied.

    Returns article, part, start, end, quoted, category, rule (the entry), intensity; in text order.
    """
    words = corpus.once(words_of)
    at, entry, length = _resolve(lexicon.entries, *_candidates(words, lexicon.entries))
    entries = lexicon.entries
    hits = pl.DataFrame(
        {
            "end": words.frame["end"].gather(at + length - 1),
            "category": pl.Series([entries[number].category for number in entry], dtype=pl.String),
            "rule": pl.Series([entries[number].term for number in entry], dtype=pl.String),
            "intensity": pl.Series([entries[number].intensity for number in entry], dtype=pl.UInt8),
        }
    )
    places = words.frame.select(pl.col("article", "part", "start", "quoted").gather(at))
    return pl.concat([places, hits], how="horizontal").filter(pl.col("category").is_not_null())


def _candidates(words: Words, entries: Sequence[Entry]) -> tuple[_Ints, _Ints, _Ints]:
    """Places (row of the first word), entries and lengths of all terms that stand in the text."""
    word = words.frame["word"].to_numpy().astype(np.int64)
    group = words.frame["group"].to_numpy()
    starts = _pairs(words, ((number, entry.words[0]) for number, entry in enumerate(entries)))
    first = pl.DataFrame({"word": starts & _LOW, "entry": starts >> _SHIFT})
    places = pl.DataFrame({"word": word}).with_row_index("at").join(first, on="word", maintain_order="left_right")
    at, entry = places["at"].to_numpy().astype(np.int64), places["entry"].to_numpy()
    lengths = np.array([len(item.words) for item in entries], dtype=np.int64)

    def beside(offset: _Ints) -> _Ints:
        """The word `offset` places from each candidate's first word, if it stands in the same sentence."""
        index = at + offset
        inside = (index >= 0) & (index < len(word))
        index = np.where(inside, index, 0)
        return np.where(inside & (group[index] == group[at]), word[index], _NOWHERE)

    def keep(mask: _Bools) -> None:
        nonlocal at, entry
        at, entry = at[mask], entry[mask]

    for place in range(1, int(lengths.max(initial=1))):
        wanted = _pairs(words, ((n, item.words[place]) for n, item in enumerate(entries) if len(item.words) > place))
        here = beside(np.full(len(at), place, dtype=np.int64))
        keep((lengths[entry] <= place) | np.isin(entry << _SHIFT | here, wanted))

    classes = np.zeros(words.vocabulary.height + 1, dtype=np.uint8)
    classes[1:] = words.vocabulary["classes"].to_numpy()
    classes[_NOWHERE] = _BIT["start"] | _BIT["end"]
    capital = (classes[word] & _BIT["capital"]) > 0
    opening = words.frame["first"].to_numpy()
    cases = np.array([_CASES.index(item.case) for item in entries], dtype=np.int64)
    keep(
        np.select(
            [cases[entry] == number for number in (0, 1, 2, 4)],
            [True, ~capital[at], ~capital[at] | opening[at], capital[at]],
            default=capital[at] & ~opening[at],
        ).astype(bool)
    )
    for slot, offset in SLOTS.items():
        for name in (slot, f"not_{slot}"):
            about = {n: item.conditions[name] for n, item in enumerate(entries) if name in item.conditions}
            if not about:
                continue
            conditioned = np.isin(entry, list(about))
            bits = np.zeros(len(entries), dtype=np.uint8)
            for number, patterns in about.items():
                bits[number] = sum(_BIT[pattern.strip("<>")] for pattern in patterns if pattern.startswith("<"))
            here = beside(lengths[entry] - 1 + offset if offset > 0 else np.full(len(at), offset, dtype=np.int64))
            holds = np.isin(entry << _SHIFT | here, _pairs(words, about.items())) | ((classes[here] & bits[entry]) > 0)
            keep(~conditioned | (holds if name == slot else ~holds))
    choosy = [number for number, item in enumerate(entries) if {"near", "not_near"} & set(item.conditions)]
    beside_them = np.isin(group, group[at[np.isin(entry, choosy)]])  # few sentences: look at no others
    word_there, group_there = word[beside_them], group[beside_them]
    for number in choosy:
        for name in ("near", "not_near"):
            if name in entries[number].conditions:
                holding = group_there[np.isin(word_there, words.numbers(entries[number].conditions[name]))]
                keep((entry != number) | (np.isin(group[at], holding) == (name == "near")))
    return at, entry, lengths[entry]


def _pairs(words: Words, patterns: Iterable[tuple[int, Iterable[str]]]) -> _Ints:
    """Entry and word in one number, for each word that an entry's patterns mean."""
    codes = [entry << _SHIFT | number for entry, wanted in patterns for number in words.numbers(wanted)]
    return np.array(codes, dtype=np.int64)


def _resolve(entries: Sequence[Entry], at: _Ints, entry: _Ints, length: _Ints) -> tuple[_Ints, _Ints, _Ints]:
    """Of terms that overlap, the longer stays; of equal ones a veto, then the earlier place and entry."""
    veto = np.array([item.category is None for item in entries], dtype=np.int64)
    number = np.repeat(np.arange(len(at)), length)
    row = at[number] + np.arange(len(number)) - np.repeat(np.cumsum(length) - length, length)
    order = np.lexsort((entry[number], at[number], -veto[entry][number], -length[number], row))
    leads = np.ones(len(row), dtype=bool)
    leads[1:] = row[order][1:] != row[order][:-1]
    won = np.bincount(number[order][leads], minlength=len(at))
    stays = np.flatnonzero(won == length)
    stays = stays[np.argsort(at[stays], kind="stable")]
    return at[stays], entry[stays], length[stays]
