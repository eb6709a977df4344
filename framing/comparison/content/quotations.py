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
from framing.comparison.content.stems import stems
from framing.comparison.content.voices import NOBODY
from framing.corpus.corpus import Corpus
from framing.schema import Schema

QUOTATIONS: Schema = {
    "remark": pl.UInt32,  # the same for all wordings of one remark
    "wording": pl.UInt32,  # in the remark, the most printed first
    "speaker": pl.String,
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
_CUT = 0.9  # of the shorter one's words in the longer one, in order: a cut
_COMMON = 40  # quotations with a word from which the word finds no candidates


@dataclass
class _Quote:
    article: str
    speaker: str
    start: int
    end: int
    text: str
    words: tuple[str, ...] = ()
    stems: frozenset[str] = field(default_factory=frozenset)

    def key(self) -> tuple[str, ...]:
        return self.words


def quotations(corpus: Corpus, credited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`QUOTATIONS`: remarks that two independent reports quote, or one text twice, in all their wordings.

    credited: `voices.quotations`. Quotations of four words and more, of a speaker who was found.
    """
    quotes = list(_read(corpus, credited))
    by_speaker: defaultdict[str, list[_Quote]] = defaultdict(list)
    for quote in quotes:
        by_speaker[quote.speaker].append(quote)
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[dict[str, Any]] = []
    remark = 0
    for speaker in sorted(by_speaker):
        for group in _remarks(by_speaker[speaker]):
            if labels.independent(quote.article for quote in group) < 2 and len(
                {quote.article for quote in group}
            ) == len(group):
                continue
            rows += _wordings(remark, speaker, group, outlets)
            remark += 1
    return pl.DataFrame(rows, schema=dict(QUOTATIONS))


def _read(corpus: Corpus, credited: pl.DataFrame) -> Iterator[_Quote]:
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
    for article, first, last, source in credited.select("article", "first", "last", "source").iter_rows():
        if source == NOBODY:
            continue
        inside = [word for word in by_article[article] if first <= word[0] < last]
        run: list[tuple[int, int, str, str, bool]] = []
        for word in [*inside, None]:
            if word is not None and (not run or not _marked(texts[article][run[-1][1] : word[0]])):
                run.append(word)
                continue
            if len(run) >= _FEWEST:
                start, end = run[0][0], run[-1][1]
                yield _Quote(
                    article, source, start, end, texts[article][start:end], tuple(word[2] for word in run),
                    frozenset(word[3] for word in run if word[4]),
                )  # fmt: skip
            run = [word] if word is not None else []


def _marked(between: str) -> bool:
    return re.search(r"[“”\"„«»�]", between) is not None and re.search(r"\w", between) is None


def _remarks(quotes: Sequence[_Quote]) -> Iterator[list[_Quote]]:
    """Quotations of one speaker that are one remark, each group in the order found; complete linkage to the first."""
    count = Counter(stem for quote in {quote.words: quote for quote in quotes}.values() for stem in quote.stems)
    total = 1 + len({quote.words for quote in quotes})
    weight = {stem: log(1 + total / number) for stem, number in count.items()}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    groups: list[list[_Quote]] = []
    for quote in sorted(quotes, key=lambda quote: (-len(quote.stems), quote.article, quote.start)):
        candidates = Counter(at for stem in quote.stems for at in holders[stem][:_COMMON])
        best = max(
            (
                (_alike(quote, groups[at], weight), -at)
                for at, shared in candidates.items()
                if shared >= min(_CONTENT, len(quote.stems))
            ),
            default=(0.0, 0),
        )
        if best[0] >= _ALIKE:
            groups[-best[1]].append(quote)
            continue
        for stem in quote.stems:
            holders[stem].append(len(groups))
        groups.append([quote])
    yield from (sorted(group, key=lambda quote: (quote.article, quote.start)) for group in groups if len(group) > 1)


def _alike(quote: _Quote, group: list[_Quote], weight: dict[str, float]) -> float:
    """The share of the shorter one's weight that is shared, with the group's first."""
    first = group[0]
    if quote.words == first.words:
        return 1.0
    shared = quote.stems & first.stems
    if len(shared) < _CONTENT and not _within(quote.words, first.words):
        return 0.0
    least = min(sum(weight[stem] for stem in quote.stems), sum(weight[stem] for stem in first.stems))
    return sum(weight[stem] for stem in shared) / least if least else 0.0


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words stand in the longer one in one run."""
    return len(short) >= _FEWEST and any(
        long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)
    )


def _wordings(remark: int, speaker: str, group: list[_Quote], outlets: dict[str, str]) -> Iterator[dict[str, Any]]:
    by_words: defaultdict[tuple[str, ...], list[_Quote]] = defaultdict(list)
    for quote in group:
        by_words[quote.words].append(quote)
    order = sorted(by_words, key=lambda words: (-len(by_words[words]), -len(words), words))
    longest = max(by_words, key=lambda words: (len(words), words))
    every = Counter(stem for words in order for stem in by_words[words][0].stems)
    base = by_words[order[0]][0].stems
    for number, words in enumerate(order):
        for quote in by_words[words]:
            form = "whole" if words == longest else "cut" if _in_order(words, longest) >= _CUT else "other wording"
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


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The share of the shorter one's words that stand in the longer one in the same order (longest common
    subsequence)."""
    row = [0] * (len(long) + 1)
    for word in short[:200]:
        before = 0
        for at, other in enumerate(long[:200], 1):
            before, row[at] = row[at], before + 1 if word == other else max(row[at], row[at - 1])
    return row[min(len(long), 200)] / len(short) if short else 0.0
