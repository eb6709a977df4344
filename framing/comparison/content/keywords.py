"""Single words that come back in one report and stand in no other, or that all reports have but one: *gay*, *visa*."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import polars as pl

from framing.comparison.content.equals import equals
from framing.comparison.content.found import words_of_themes
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import beginning, beginnings, holders, stem, stems
from framing.comparison.content.told_words import Place, Shared, told_words
from framing.comparison.content.vocabulary import STOP
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a word that one report alone has, or that one text lacks, and a text that has it
KEYWORDS: Schema = {
    "word": pl.String,  # in the form that the texts have most often, in small letters
    "lacking": pl.String,  # ? the article that has no form of it, as all other reports do; null: one alone has it
    "often": pl.UInt32,  # times that it stands in all texts
    "article": pl.String,  # a text that has it: a row for each
    "outlet": pl.String,
    "count": pl.UInt32,  # times that it stands there
    "start": pl.UInt32,  # of the sentence in which it stands first
    "end": pl.UInt32,
    "text": pl.String,
}
_REPORTS, _MANY = 3, 8  # independent reports
_FEWEST = 100  # words of a text that is said to lack a word
_ALONE, _SENTENCES = 4, 3  # times that a word stands in one report alone, and in how many of its sentences
_ALL = 4  # times that a word stands in all reports but one
_EXPECTED = 2  # times that it would stand in the others, were it as frequent there
_ENDING, _LONGEST = 4, 40  # letters: *lawsuit* ends in *suit*; of a word
_LITTLE = frozenset(map(stem, STOP))  # *ther* of *there* is no part of *father*
_LIKE, _TELL = 2, 0.4  # words that two sentences which tell one thing have in common; share of the one's words
_MATTER = 2 / 3  # of the reports
_OFTEN = 60  # sentences with a word, from which it tells nothing; sentences of a text that are compared
_NEGATING = ("de", "dis", "un", "non", "anti", "mis")  # before a word that then means another thing
_DULL = frozenset(  # stems
    stem(word)
    for word in """firm specific deal trip meeting system final arrangement individual choice post waiting remark
    text piece ability amount little initial view discuss visit career incident account weekend
    sign debate strategy push close resource implement pause cause concern area aspect topic
    matter aim goal idea range series rest past detail process approach chance name word line
    letter page version claim photo video image picture opportunity standard record material
    user staff pressure attempt response practice experience interest focus factor purpose sort
    bit couple dozen half minute moment night room door hand head face eye
    drive announcement political""".split()
)


@dataclass(frozen=True)
class _Word:
    stem: str
    places: dict[str, list[tuple[int, str]]]  # article -> sentence and form

    def often(self) -> int:
        return sum(map(len, self.places.values()))


@dataclass(frozen=True)
class _Words:
    """The stems of a text, what they end in, and two words in a row as one."""

    stems: frozenset[str]
    endings: frozenset[str]
    pairs: frozenset[str]

    @classmethod
    def of(cls, words: Sequence[str], roots: Iterable[str]) -> _Words:
        some = frozenset(root for root in roots if len(root) <= _LONGEST and root not in _LITTLE)
        pairs = frozenset(one + other for one, other in pairwise(words) if len(one) + len(other) <= _LONGEST)
        return cls(some, frozenset(ending for root in some for ending in _endings(root)), pairs)

    def mean(self, word: _Word) -> bool:
        """Whether the text calls it by part of the word, or by a longer one (*suit* and *lawsuit*; not *documented* and
        *undocumented*), in two words (*health care*), or by another word that means the same (*pandemic*, *COVID*)."""
        root = word.stem
        part = root in self.endings or any(
            ending in self.stems for ending in _endings(root) if root.removesuffix(ending) not in _NEGATING
        )
        apart = any(form in self.pairs for some in word.places.values() for _, form in some)
        return part or apart or not equals(root).isdisjoint(self.stems)


def _endings(word: str) -> Iterator[str]:
    return (word[at:] for at in range(1, len(word) - _ENDING + 1))


def keywords(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`KEYWORDS`: of three to eight independent reports, nouns and adjectives, not of names nor of any news.

    One report alone: four times and in three sentences, and so often that the others, were it as frequent there, would
    have it twice. All but one: once in each of them, four times in all, twice in two sentences of one; and so often
    that the text without it, of a hundred words at least, would have it twice. Whoever has a word of its family, in
    whatever form, does not lack it (*denaturalized*, *natural*).
    """
    if not _REPORTS <= labels.reports <= _MANY:
        return pl.DataFrame(schema=dict(KEYWORDS))
    sizes = dict(corpus.articles.select("article", "words").iter_rows())
    begun = corpus.once(beginnings)
    found: list[tuple[_Word, str | None]] = []
    for root, places in words_of_themes(corpus).items():
        word, having = _Word(root, dict(places)), holders(begun, root)
        if root in _DULL or len(root) > _LONGEST or not having.issubset(places):
            continue  # *immigrants* here, *immigration* there: another form of the same word
        if labels.independent(having) == 1:
            if _alone(word, sizes):
                found.append((word, None))
        else:
            found += [(word, article) for article in _lacking(word, having, labels, sizes)]
    sentences = {
        (article, sentence): place
        for article, sentence, *place in corpus.sentences.select(
            "article", "sentence", "start", "end", "text"
        ).iter_rows()
    }
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    printed = {
        article: _Words.of(words, roots)
        for article, words, roots in corpus.once(stems).group_by("article").agg("lower", "stem").iter_rows()
    }
    found = [
        (word, lacking)
        for word, lacking in found
        if not any(printed[text].mean(word) for text in ([lacking] if lacking else printed.keys() - word.places))
    ]
    told = corpus.once(told_words)
    shared = Shared(told, _OFTEN)
    found = [
        (word, lacking) for word, lacking in found if not lacking or _one_matter(word, lacking, told, shared, labels)
    ]
    rows: list[dict[str, Any]] = []
    for word, lacking in sorted(found, key=lambda one: (-one[0].often(), one[0].stem, one[1] or "")):
        form = Counter(form for some in word.places.values() for _, form in some).most_common(1)[0][0]
        for article, some in word.places.items():
            start, end, text = sentences[article, some[0][0]]
            rows.append(
                {"word": form, "lacking": lacking, "often": word.often(), "count": len(some)}
                | {"article": article, "outlet": outlets[article], "start": start, "end": end, "text": text}
            )
    return pl.DataFrame(rows, schema=dict(KEYWORDS))


def _alone(word: _Word, sizes: dict[str, int]) -> bool:
    """Whether a report comes back to a word so often that the others might have it, too."""
    article, some = max(word.places.items(), key=lambda item: len(item[1]))
    others = sum(size for other, size in sizes.items() if other not in word.places)
    return (
        len(some) >= _ALONE
        and len({sentence for sentence, _ in some}) >= _SENTENCES
        and len(some) * others >= _EXPECTED * sizes[article]
    )


def _lacking(word: _Word, having: set[str], labels: Labels, sizes: dict[str, int]) -> Iterator[str]:
    """The texts of the one report that has no form of a word which all others have."""
    if word.often() < _ALL or max(len({sentence for sentence, _ in some}) for some in word.places.values()) < 2:
        return
    groups = {labels.groups[article] for article in having if article in labels.groups}
    rest = set(labels.groups.values()) - groups
    if len(rest) != 1 or any(group in groups and article not in having for article, group in labels.groups.items()):
        return  # a version of a report that has it may lack it
    length = sum(sizes[article] for article in word.places)
    for article, group in labels.groups.items():
        if group in rest and sizes[article] >= _FEWEST and word.often() * sizes[article] >= _EXPECTED * length:
            yield article


def _one_matter(
    word: _Word, lacking: str, told: Mapping[Place, frozenset[str]], shared: Shared, labels: Labels
) -> bool:
    """Whether a word that a text lacks stands beside one and the same other word in two thirds of the reports that have
    it, and no sentence of that text tells in other words what one of theirs does: has two fifths of its other words."""
    own = beginning(word.stem)
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for article, some in word.places.items():
        for sentence in sorted({at for at, _ in some})[:_OFTEN]:
            others = told.get((article, sentence), frozenset()) - {own}
            for other in others:
                beside[other].add(labels.groups.get(article, article))
            least = max(_LIKE, _TELL * len(others))
            if any(count >= least and place[0] == lacking for place, count in shared.beside(others).items()):
                return False
    reports = labels.independent(article for article in word.places if article in labels.groups)
    return any(len(groups) >= max(2, _MATTER * reports) for groups in beside.values())


def without(frame: pl.DataFrame, sentences: Iterable[str]) -> pl.DataFrame:
    """Without the words that stand in some sentences: of what is said already, nothing is said again."""
    said = {word for sentence in sentences for word in re.findall(r"[^\W\d_]+", sentence.lower())}
    return frame.filter(~pl.col("word").is_in(sorted(said)))
