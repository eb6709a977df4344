"""One quotation in several wordings: what the same speaker is quoted with, aligned over the texts.

Quotations of one speaker are brought together by the words of content that they share, rare words counting more. They
are the same quotation where these words carry most of the shorter one's weight; then they differ in wording, in length
or not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.persons import is_person
from framing.comparison.content.spelling import folded
from framing.comparison.content.stems import stems
from framing.comparison.content.voices import NOBODY, SAME_WORDS
from framing.comparison.content.within import within
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a quotation of a remark that several reports quote, or one text twice
QUOTATIONS: Schema = {
    "remark": pl.UInt32,  # the same for all wordings of one remark
    "wording": pl.UInt32,  # in the remark, the most printed first
    "speaker": pl.String,  # ? null where the texts name different ones, or none
    "article": pl.String,
    "outlet": pl.String,
    "form": pl.String,  # whole, cut (its words stand in a longer one), other wording
    "words": pl.UInt32,
    "shared": pl.Float64,  # of the weight of its words, found in the remark's first wording
    "only_here": pl.List(pl.String),  # words of content that no other wording of the remark has
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
_FEWEST = 4  # words of a quotation that is compared
_ALIKE = 0.6  # of the weight of the shorter one's words: two wordings of one remark
_CONTENT = 3  # words of content that two wordings share
# Of the shorter one's words in the same order, where only so many words of content are shared.
_IN_ORDER = {_CONTENT: 0.6, _CONTENT + 1: 0.4}
_CUT = 0.9  # of the shorter one's words in the longer one, in order: a cut
# Of quotations that the texts give to different speakers, or to none: words, words of content and words in order.
_LONG, _MUCH, _SAME = 10, 5, 0.65
_COMMON = 40  # quotations with a word from which the word finds no candidates


@dataclass
class Quote:
    """Quoted words of one sentence. sure: the text leaves no doubt whose they are."""

    article: str
    speaker: str
    start: int
    end: int
    text: str
    sure: bool
    words: tuple[str, ...] = ()
    stems: frozenset[str] = field(default_factory=frozenset)


def quotations(corpus: Corpus, credited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`QUOTATIONS`: remarks that two independent reports quote, or one text twice, in all their wordings.

    credited: `voices.quotations`. Quotations of four words and more, of a speaker who was found. Those that the texts
    give to different speakers, or to none, are one remark, and nobody's, where they are longer and nearly alike: two in
    three of the shorter one's words stand in the other in the same order; not what surely two persons say.
    """
    quotes = list(read_quotes(corpus, credited))
    by_speaker: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.speaker != NOBODY and not quote.speaker.islower():  # "statement": of which, is not known
            by_speaker[quote.speaker].append(quote)
    given: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for speaker, some in by_speaker.items():
        for quote in some:
            if len(quote.words) >= SAME_WORDS:
                given[quote.words].add(speaker)
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[dict[str, Any]] = []
    remark = 0
    for speaker in sorted(by_speaker):
        for group in _remarks(by_speaker[speaker]):
            if labels.independent(quote.article for quote in group) < 2 and len(
                {quote.article for quote in group}
            ) == len(group):
                continue
            if any(len(given[quote.words]) > 1 for quote in group):
                continue  # another text has somebody else say these very words: see `whose`
            rows += _wordings(remark, speaker, group, outlets)
            remark += 1
    for group in _across(quotes):
        if labels.independent(quote.article for quote in group) > 1:
            rows += _wordings(remark, None, group, outlets)
            remark += 1
    return pl.DataFrame(rows, schema=dict(QUOTATIONS))


def read_quotes(corpus: Corpus, credited: pl.DataFrame) -> Iterator[Quote]:
    """Quotations sentence by sentence, each run of quoted words for itself, with its words and stems of content."""
    words = (
        corpus.once(stems)
        .filter(pl.col("quoted") & (pl.col("part") == "body"))
        .select("article", "start", "end", "lower", "stem", "content")
    )
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    by_article: defaultdict[str, list[tuple[int, int, str, str, bool]]] = defaultdict(list)
    for article, *rest in words.iter_rows():
        by_article[article].append(tuple(rest))
    columns = ("article", "first", "last", "source", "sure")
    for article, first, last, source, sure in credited.select(columns).iter_rows():
        inside = within(by_article[article], first, last)
        run: list[tuple[int, int, str, str, bool]] = []
        for word in [*inside, None]:
            if word is not None and (not run or not _parted(texts[article][run[-1][1] : word[0]])):
                run.append(word)
                continue
            if len(run) >= _FEWEST:
                start, end = run[0][0], run[-1][1]
                yield Quote(
                    article, source, start, end, texts[article][start:end], sure,
                    tuple(word[2] for word in run), frozenset(word[3] for word in run if word[4]),
                )  # fmt: skip
            run = [word] if word is not None else []


def _parted(between: str) -> bool:
    """Whether the quotation ends between two quoted words: a mark that touches a word, or words outside the marks.

    A lost character between blanks is a dash or an ellipsis.
    """
    return (
        re.search(r"[“”\"„«»]|\S�|�\S", between) is not None or re.search(r"\w", between.replace("�", "")) is not None
    )


def _remarks(quotes: Sequence[Quote]) -> Iterator[list[Quote]]:
    """Quotations of one speaker that are one remark, in the order of their articles.

    A quotation joins the group whose first (longest) it is most like; where it is like the first of two groups that
    share words of content themselves, the two are one.
    """
    count = Counter(stem for quote in {quote.words: quote for quote in quotes}.values() for stem in quote.stems)
    total = 1 + len({quote.words for quote in quotes})
    # Words that many of the speaker's remarks have weigh little.
    weight = {stem: log(1 + total / number) for stem, number in count.items()}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    groups: list[list[Quote]] = []
    merged: dict[int, int] = {}
    for quote in sorted(quotes, key=lambda quote: (-len(quote.stems), quote.article, quote.start)):
        candidates = Counter(at for stem in quote.stems for at in holders[stem][:_COMMON])
        least = min(_CONTENT, len(quote.stems))
        likeness = ((_alike(quote, groups[at][0], weight), -at) for at, shared in candidates.items() if shared >= least)
        alike = sorted(((score, -at) for score, at in likeness if score >= _ALIKE), reverse=True)
        if not alike:
            for stem in quote.stems:
                holders[stem].append(len(groups))
            groups.append([quote])
            continue
        best = alike[0][1]
        groups[best].append(quote)
        for _, other in alike[1:]:
            if len(groups[other][0].stems & groups[best][0].stems) >= _CONTENT:
                one, two = sorted((merged.get(best, best), merged.get(other, other)))
                merged |= {at: one for at in range(len(groups)) if merged.get(at, at) == two}
    whole: defaultdict[int, list[Quote]] = defaultdict(list)
    for at, group in enumerate(groups):
        whole[merged.get(at, at)] += group
    yield from (sorted(group, key=lambda one: (one.article, one.start)) for group in whole.values() if len(group) > 1)


def _across(quotes: Sequence[Quote]) -> Iterator[list[Quote]]:
    """Long quotations that are nearly alike and not all of one speaker, nor surely of two persons; in the order of
    their articles."""
    by_words: defaultdict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in quotes:
        if len(quote.words) >= _LONG and len(quote.stems) >= _MUCH:
            by_words[quote.words].append(quote)
    order = sorted(by_words, key=lambda words: (-len(words), words))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    groups: list[list[tuple[str, ...]]] = []
    for words in order:
        stems_ = by_words[words][0].stems
        near = Counter(at for stem in stems_ for at in holders[stem][:_COMMON])
        likely = sorted((at for at, shared in near.items() if shared >= _MUCH), key=lambda at: (-near[at], at))
        best = next((at for at in likely if in_order(words, groups[at][0]) >= _SAME), len(groups))
        if best == len(groups):
            groups.append([])
            for stem in stems_:
                holders[stem].append(best)
        groups[best].append(words)
    for group in groups:
        found = [quote for words in group for quote in by_words[words]]
        names = {quote.speaker for quote in found if quote.sure and not quote.speaker.islower()}
        persons = [name for name in names if is_person(folded(name))]
        if len(group) > 1 and len({quote.speaker for quote in found}) > 1 and len(persons) < 2:
            yield sorted(found, key=lambda one: (one.article, one.start))


def _alike(quote: Quote, first: Quote, weight: dict[str, float]) -> float:
    """The share of the shorter one's weight that both have; more than three words of content and half of both's do,
    too."""
    if quote.words == first.words:
        return 1.0
    shared = quote.stems & first.stems
    if len(shared) < _CONTENT:
        return 1.0 if _within(quote.words, first.words) else 0.0
    if len(shared) in _IN_ORDER:
        short, long = sorted((quote.words, first.words), key=len)
        if in_order(short, long) < _IN_ORDER[len(shared)]:
            return 0.0
    least = min(sum(weight[stem] for stem in quote.stems), sum(weight[stem] for stem in first.stems))
    many = len(shared) > _CONTENT and 2 * len(shared) >= max(len(quote.stems), len(first.stems))
    return max(sum(weight[stem] for stem in shared) / least if least else 0.0, _ALIKE if many else 0.0)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words stand in the longer one in one run."""
    return len(short) >= _FEWEST and any(
        long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)
    )


def _wordings(
    remark: int, speaker: str | None, group: list[Quote], outlets: dict[str, str]
) -> Iterator[dict[str, Any]]:
    by_words: defaultdict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in group:
        by_words[quote.words].append(quote)
    order = sorted(by_words, key=lambda words: (-len(by_words[words]), -len(words), words))
    longest = max(by_words, key=lambda words: (len(words), words))
    every = Counter(stem for words in order for stem in by_words[words][0].stems)
    base = by_words[order[0]][0].stems
    for number, words in enumerate(order):
        for quote in by_words[words]:
            form = "whole" if words == longest else "cut" if in_order(words, longest) >= _CUT else "other wording"
            yield {
                "remark": remark,
                "wording": number,
                "speaker": speaker,
                "article": quote.article,
                "outlet": outlets[quote.article],
                "form": form,
                "words": len(words),
                "shared": len(quote.stems & base) / len(quote.stems) if quote.stems else None,
                "only_here": sorted(stem for stem in quote.stems if every[stem] == 1),
                "start": quote.start,
                "end": quote.end,
                "text": quote.text,
            }


def in_order(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The share of the shorter one's words that stand in the longer one in the same order (longest common
    subsequence)."""
    row = [0] * (len(long) + 1)
    for word in short[:200]:
        before = 0
        for at, other in enumerate(long[:200], 1):
            before, row[at] = row[at], before + 1 if word == other else max(row[at], row[at - 1])
    return row[min(len(long), 200)] / len(short) if short else 0.0
