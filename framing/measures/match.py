"""Find the terms of a word list in the words of a corpus.

Words are compared by number: a vocabulary of the distinct words is made once for a corpus, stems and
classes are looked up in the vocabulary, and the text itself is touched with integer columns only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.actors import actor_lexicon
from framing.measures.lexicon import CASES, CLASSES, SLOTS, Entry, Lexicon, read_lexicon
from framing.text.annotate import part
from framing.text.names import names
from framing.text.tokenise import numbered
from framing.text.typography import APOSTROPHES, folded

_Ints = npt.NDArray[np.int64]
_Bools = npt.NDArray[np.bool_]

LEXICONS = Path(__file__).parent / "lexicons"


@cache
def bundled(name: str) -> Lexicon:
    """A word list of the project, read once."""
    return read_lexicon(LEXICONS / f"{name}.toml")


_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion trillion hundreds thousands millions billions dozen dozens half third quarter"
).split()
_ARTICLES = "the a an this that these those its his her their our my your no any some each every such another".split()
_BIT = {name: 1 << number for number, name in enumerate(CLASSES)}
_CASES = (None, *CASES, "capital")  # capital: of names that are made into entries
_SHIFT = 32  # an entry and a word in one number
_NOWHERE = 0  # the number of the word that is not there: before the first, behind the last


@dataclass(frozen=True)
class Words:
    """The words of a corpus by number.

    articles: their keys. frame: row (of the article), part (its number), start, end, quoted, group (sentence),
    first (of its sentence), word (number), token (row of the annotation's words).
    vocabulary: word, lower, classes (bits, in the order of CLASSES).
    """

    articles: pl.Series
    frame: pl.DataFrame
    vocabulary: pl.DataFrame

    @cached_property
    def number(self) -> _Ints:
        """The number of each word of the text."""
        return self.frame["word"].to_numpy().astype(np.int64)

    @cached_property
    def group(self) -> _Ints:
        """The sentence of each word of the text."""
        return self.frame["group"].to_numpy().astype(np.int64)

    @cached_property
    def opening(self) -> _Bools:
        """Whether a word of the text is the first of its sentence."""
        opening: _Bools = self.frame["first"].to_numpy()
        return opening

    @cached_property
    def classes(self) -> npt.NDArray[np.uint8]:
        """The classes of each word of the vocabulary, by its number."""
        classes = np.zeros(self.vocabulary.height + 1, dtype=np.uint8)
        classes[1:] = self.vocabulary["classes"].to_numpy()
        classes[_NOWHERE] = _BIT["start"] | _BIT["end"]
        return classes

    @cached_property
    def _sorted(self) -> tuple[list[str], list[int]]:
        ordered = self.vocabulary.sort("lower", "word")
        return ordered["lower"].to_list(), ordered["word"].to_list()

    @cached_property
    def _spelt(self) -> dict[str, list[int]]:
        """The words that are written so, whatever their capitals."""
        spelt: dict[str, list[int]] = {}
        for lower, word in zip(*self._sorted, strict=True):
            spelt.setdefault(lower, []).append(word)
        return spelt

    @cached_property
    def _backwards(self) -> tuple[list[str], list[int]]:
        """The same with each word spelt backwards, for endings."""
        spelt = sorted((lower[::-1], word) for lower, word in zip(*self._sorted, strict=True))
        return [lower for lower, _ in spelt], [word for _, word in spelt]

    @cached_property
    def _index(self) -> tuple[_Ints, _Ints]:
        """Every row of the text in the order of its word, and where in that order each word begins."""
        counts = np.bincount(self.number, minlength=self.vocabulary.height + 2)
        return self.frame["word"].arg_sort().to_numpy().astype(np.int64), np.cumsum(counts) - counts

    def numbers(self, patterns: Iterable[str]) -> list[int]:
        """The words that a list of words, stems (`slam*`) and endings (`*-infested`) means."""
        found: list[int] = []
        for given in patterns:
            if "*" not in given:
                found += self._spelt.get(given, ())
                continue
            ending = given.startswith("*")
            lowers, words = self._backwards if ending else self._sorted
            stem = (given[::-1] if ending else given)[:-1]
            at = bisect_left(lowers, stem)
            while at < len(lowers) and lowers[at].startswith(stem):
                found.append(words[at])
                at += 1
        return found

    def often(self, words: list[int]) -> int:
        """How often these words stand in the text."""
        starts = self._index[1]
        return int(sum(starts[word + 1] - starts[word] for word in words))

    def beside(self, at: _Ints, offset: _Ints | int) -> _Ints:
        """The number of the word so many places from some words of the text, 0 where their sentence holds none."""
        index = at + offset
        inside = (index >= 0) & (index < len(self.number))
        index = np.where(inside, index, 0)
        return np.where(inside & (self.group[index] == self.group[at]), self.number[index], _NOWHERE)

    def rows(self, words: _Ints) -> tuple[_Ints, _Ints]:
        """Where these words stand in the text: rows of the frame, and for each which of the words (its place)."""
        order, starts = self._index
        sizes = starts[words + 1] - starts[words]
        which = np.repeat(np.arange(len(words)), sizes)
        within = np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return order[starts[words][which] + within], which


def words_of(corpus: Corpus) -> Words:
    """The words of a corpus by number (kept with the corpus: `corpus.once(words_of)`).

    A final possessive *'s* does not count: *Huawei's* is found as *Huawei*.
    """
    text = corpus.annotation
    frame = text.words.with_row_index("token").drop("byte", "told").filter("is_word")
    form = pl.col("form")
    bare = text.forms.select(form=pl.col("text").str.replace(f"[{APOSTROPHES}][sS]?$", "")).to_series()
    used = np.zeros(text.forms.height, dtype=bool)
    used[frame["form"].to_numpy()] = True
    of_form, forms = numbered(bare.filter(pl.Series(used)))
    number = np.full(text.forms.height, _NOWHERE)
    number[used] = of_form + 1
    lower = folded(form.str.to_lowercase())
    is_class = {
        "number": form.str.contains(r"^\p{N}") | lower.is_in(_NUMBER_WORDS),
        "capital": form.str.contains(r"^\p{Lu}"),
        "ed": lower.str.contains(r"(?:ed|en)$"),
        "ing": lower.str.ends_with("ing"),
        "ly": lower.str.ends_with("ly"),
        "article": lower.is_in(_ARTICLES),
    }
    bits = [holds.cast(pl.UInt8) * _BIT[name] for name, holds in is_class.items()]
    vocabulary = forms.to_frame("form").select(
        word=pl.int_range(_NOWHERE + 1, pl.len() + _NOWHERE + 1, dtype=pl.UInt32),
        lower=lower,
        classes=pl.sum_horizontal(bits).cast(pl.UInt8),
    )
    sentence = frame["sentence"].to_numpy()
    return Words(
        text.articles["article"],
        frame.select(
            "row",
            "part",
            "start",
            "end",
            "quoted",
            "token",
            group="sentence",
            first=pl.Series(np.append(True, sentence[1:] != sentence[:-1])[: len(sentence)]),
            word=pl.Series(number[frame["form"].to_numpy()].astype(np.uint32)),
        ),
        vocabulary,
    )


def find(corpus: Corpus, lexicon: Lexicon) -> pl.DataFrame:
    """Every place where a term of the list stands, conditions and vetoes applied (kept with the corpus).

    A term of which every word is part of a proper name or of a fixed term of news is none, unless its list says
    `names = true`, or its entry asks for a capital, is written with one, or says `case = "any"`.

    Returns article, part, start, end, quoted, category, rule (the entry), count, at and to (rows of its first
    and last word in `words_of`); in text order.
    """
    found = corpus.once(_found)
    if id(lexicon) not in found:
        found[id(lexicon)] = (
            lexicon,
            _find(corpus.once(words_of), lexicon, None if lexicon.names else corpus.once(masked_of)),
        )
    return found[id(lexicon)][1]


def _found(_: Corpus) -> dict[int, tuple[Lexicon, pl.DataFrame]]:
    """What was found of each list; by its identity, for which the list is kept too."""
    return {}


def names_of(corpus: Corpus) -> _Bools:
    """For each word of `words_of` whether it is part of a proper name."""
    named: _Bools = names(corpus.annotation)[corpus.once(words_of).frame["token"].to_numpy()]
    return named


def masked_of(corpus: Corpus) -> _Bools:
    """For each word of `words_of` whether it is part of a proper name (an actor's too) or a fixed term of news."""
    words, masked = corpus.once(words_of), corpus.once(names_of).copy()
    capital = (words.classes[words.number] & _BIT["capital"]) > 0
    of_actors = _find(words, actor_lexicon(corpus.event.actors, references=False))
    for hits, which in ((of_actors, capital), (_find(words, _fixed_terms()), np.ones_like(capital))):
        at, size = hits["at"].to_numpy(), (hits["to"] - hits["at"]).to_numpy() + 1
        rows = np.repeat(at, size) + np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
        masked[rows] |= which[rows]
    return masked


@cache
def _fixed_terms() -> Lexicon:
    return read_lexicon(Path(__file__).with_name("fixed_terms.toml"))


def _find(words: Words, lexicon: Lexicon, masked: _Bools | None = None) -> pl.DataFrame:
    at, entry, length = _candidates(words, lexicon.entries)
    if masked is not None:
        kept = (
            ~_all_masked(masked, at, length)
            | np.array([_in_names(item) for item in lexicon.entries], dtype=bool)[entry]
        )
        at, entry, length = at[kept], entry[kept], length[kept]
    at, entry, length = _resolve(lexicon.entries, at, entry, length)
    entries = lexicon.entries
    places = words.frame.select(pl.col("row", "part", "start", "quoted").gather(at))
    hits = pl.DataFrame(
        {
            "article": words.articles.gather(places["row"]),
            "part": part(places["part"]),
            "start": places["start"],
            "quoted": places["quoted"],
            "at": at,
            "to": at + length - 1,
            "end": words.frame["end"].gather(at + length - 1),
            "category": pl.Series([item.category for item in entries], dtype=pl.String).gather(entry),
            "rule": pl.Series([item.term for item in entries], dtype=pl.String).gather(entry),
            "count": pl.Series([item.count for item in entries], dtype=pl.Float64).gather(entry),
        }
    )
    return hits.filter(pl.col("category").is_not_null())


def _in_names(item: Entry) -> bool:
    """Whether an entry counts, or hides, where it is part of a name too."""
    return item.category is None or item.case in ("any", "upper", "capital") or item.term != item.term.lower()


def _all_masked(masked: _Bools, at: _Ints, length: _Ints) -> _Bools:
    """Whether all words of each candidate are masked."""
    sums = np.append(0, np.cumsum(masked))
    whole: _Bools = sums[at + length] - sums[at] == length
    return whole


def _candidates(words: Words, entries: Sequence[Entry]) -> tuple[_Ints, _Ints, _Ints]:
    """Places (row of the first word), entries and lengths of all terms that stand in the text.

    Each entry is looked up by the rarest of its words; the others are compared there only.
    """
    lengths = np.array([len(item.words) for item in entries], dtype=np.int64)
    means = [[words.numbers(patterns) for patterns in item.words] for item in entries]
    rarest = np.array([_rarest(words, places) for places in means], dtype=np.int64)
    wanted = [(number, word) for number, places in enumerate(means) for word in places[rarest[number]]]
    pairs = np.array(wanted, dtype=np.int64).reshape(-1, 2)
    home, which = words.rows(pairs[:, 1])
    entry = pairs[which, 0]

    def beside(offset: _Ints | int, of: _Ints) -> _Ints:
        """The word `offset` places from the first word of some candidates, if it stands in the same sentence."""
        return words.beside(home[of], offset - rarest[entry[of]])

    def keep(mask: _Bools, of: _Ints) -> None:
        """Of some candidates keep those that the mask holds for; of the others all."""
        nonlocal home, entry
        stays = np.ones(len(home), dtype=bool)
        stays[of] = mask
        home, entry = home[stays], entry[stays]

    for place in range(int(lengths.max(initial=1))):
        here = _codes((number, places[place]) for number, places in enumerate(means) if len(places) > place)
        open_ = np.flatnonzero((lengths[entry] > place) & (rarest[entry] != place))
        keep(np.isin(entry[open_] << _SHIFT | beside(place, open_), here), open_)

    cases = np.array([_CASES.index(item.case) for item in entries], dtype=np.int64)
    chosen = np.flatnonzero(cases[entry] > 0)
    capital = (words.classes[beside(0, chosen)] & _BIT["capital"]) > 0
    opening = words.opening[home[chosen] - rarest[entry[chosen]]]
    asked_case = [~capital, ~capital | opening, capital & ~opening, np.ones_like(capital), capital]
    keep(np.choose(cases[entry[chosen]] - 1, asked_case).astype(bool), chosen)
    for slot, offset in SLOTS.items():
        for name in (slot, f"not_{slot}"):
            about = {n: item.conditions[name] for n, item in enumerate(entries) if name in item.conditions}
            asked = np.zeros(len(entries), dtype=bool)
            asked[list(about)] = True
            chosen = np.flatnonzero(asked[entry])
            if not len(chosen):
                continue
            bits = np.zeros(len(entries), dtype=np.uint8)
            for number, patterns in about.items():
                bits[number] = sum(_BIT[pattern.strip("<>")] for pattern in patterns if pattern.startswith("<"))
            there = beside(lengths[entry[chosen]] - 1 + offset if offset > 0 else offset, chosen)
            listed = _codes((number, words.numbers(patterns)) for number, patterns in about.items())
            holds = np.isin(entry[chosen] << _SHIFT | there, listed) | (
                (words.classes[there] & bits[entry[chosen]]) > 0
            )
            keep(holds if name == slot else ~holds, chosen)
    for name in ("near", "not_near"):
        about = {n: item.conditions[name] for n, item in enumerate(entries) if name in item.conditions}
        chosen = np.flatnonzero(np.isin(entry, list(about)))
        pairs = np.array([(n, word) for n, of in about.items() for word in words.numbers(of)], dtype=np.int64)
        rows, which = words.rows(pairs.reshape(-1, 2)[:, 1])
        sentences = (
            pairs.reshape(-1, 2)[which, 0] << _SHIFT | words.group[rows]
        )  # where each entry may, or must not, be
        keep(np.isin(entry[chosen] << _SHIFT | words.group[home[chosen]], sentences) == (name == "near"), chosen)
    return home - rarest[entry], entry, lengths[entry]


def _rarest(words: Words, places: list[list[int]]) -> int:
    """Which place of a term is filled least often in the text; the first of equal ones."""
    return min(range(len(places)), key=lambda place: words.often(places[place])) if len(places) > 1 else 0


def _codes(means: Iterable[tuple[int, Iterable[int]]]) -> _Ints:
    """Entry and word in one number, for each word that an entry means."""
    return np.array([entry << _SHIFT | word for entry, wanted in means for word in wanted], dtype=np.int64)


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
