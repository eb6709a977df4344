"""What each text picks from the words of a speaker whom several quote."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stem, stems
from framing.comparison.content.stretches import stretches
from framing.comparison.content.vocabulary import STOP
from framing.comparison.content.voices import NOBODY
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# the longest quotation of a speaker in a text, of those whom several reports quote
PICKS: Schema = {
    "speaker": pl.String,
    "article": pl.String,
    "outlet": pl.String,
    "words": pl.UInt32,  # quoted of the speaker, in all
    "apart": pl.Boolean,  # nothing of it stands in another text that quotes the speaker, and nothing of theirs here
    "start": pl.UInt32,  # of the longest quotation, within a sentence
    "end": pl.UInt32,
    "text": pl.String,
    "alone_start": pl.UInt32,  # ? of the longest quotation of which no other report has a part, nor tells it
    "alone_end": pl.UInt32,  # ?
    "alone_text": pl.String,  # ? what stands there
}
_FEWEST, _TELLING = 5, 2  # words of a quotation, and words of content in it
_NEAR = 150  # characters of the sentence of a scrap
_RUN = 4  # words in a row that are the same remark
_ALONE, _TOLD, _HALF = 6, 3, 0.5  # words of a quotation of one report alone; of content, and of these told elsewhere
_TWICE = 2  # runs of four words that prose of another report has of a quotation
_MANY = 4  # texts that quote somebody: of more, what one alone has is not looked for
_RARE, _TEXTS = 2, 5  # texts that have a rare word, of so many texts and more
_SHARED = 0.34  # of the words of content of the shorter one: the same remark in other words
_WORD = re.compile(r"[\w’'-]+")


def picks(corpus: Corpus, credited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`PICKS`: a row for each speaker and text, of speakers with a name whom two independent reports quote.

    credited: `voices.quotations`, those that are sure, of five words and more. Not apart is a text in which another
    quotation, whose speaker is not sure, may be the same remark. Of one report alone is a quotation of six words, three
    of content, of which no text of another report has four in a row in marks, or twice in prose, nor a sentence with
    half of its words of content; of a speaker whom more than four texts quote it is not looked for.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    each = stretches(corpus, credited)
    said = each.filter(
        "sure", pl.col("kind").is_in(["person", "institution"]), pl.col("source") != NOBODY,
        pl.col("words") >= _FEWEST, pl.col("source").str.contains(r"^\p{Lu}.* "),
    )  # fmt: skip
    whole = {article: runs(text) for article, text in texts.items()}
    elsewhere = _Elsewhere(corpus, labels, credited)
    rare = _rare(corpus) if len(texts) >= _TEXTS else set()
    rows: list[dict[str, Any]] = []
    for (speaker,), part in said.sort("article", "first").group_by("source", maintain_order=True):
        by_text: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for article, first, last in part.select("article", "first", "last").iter_rows():
            by_text[article].append((first, last))
        if labels.independent(by_text) < 2:
            continue
        every = credited.filter(pl.col("source") == speaker)
        perhaps: defaultdict[str, list[str]] = defaultdict(list)
        open_ = credited.filter(~pl.col("sure"), pl.col("kind") != "title", pl.col("article").is_in(list(by_text)))
        for article, first, last in open_.select("article", "first", "last").iter_rows():
            perhaps[article].append(texts[article][first:last])
        scraps: defaultdict[str, list[str]] = defaultdict(list)
        for article, first, last in every.select("article", "first", "last").iter_rows():
            short = len(_words(texts[article][first:last])) < _FEWEST
            scraps[article] += [_around(texts[article], first, last)] if short else []
        parted = each.filter(pl.col("source") == speaker, pl.col("parts") > 1, pl.col("words") < _FEWEST)
        for article, first, last in parted.select("article", "first", "last").iter_rows():
            scraps[article].append(texts[article][first:last])
        for article, places in by_text.items():
            others = [other for other in by_text if labels.groups[other] != labels.groups[article]]
            own = [texts[article][slice(*place)] for place in places]
            theirs = {other: [texts[other][slice(*place)] for place in by_text[other]] for other in others}
            apart = bool(others) and by_text.keys() == scraps.keys()  # a scrap alone may be of the same remark
            apart = apart and not any(
                any(runs(one) & whole[other] for one in own)
                or any(runs(one) & whole[article] for one in quoted)
                or any(_alike(one, two, rare) for one in own for two in (*quoted, *perhaps[other]))
                or any(_alike(one, two, rare) for one in perhaps[article] for two in (*quoted, *perhaps[other]))
                or any(telling(scrap) & telling(two) for scrap in scraps[article] for two in quoted)
                or any(telling(scrap) & telling(two) for scrap in scraps[other] for two in own)
                for other, quoted in theirs.items()
            )

            def size(place: tuple[int, int], text: str = texts[article]) -> tuple[int, int]:
                return min(_content(text[slice(*place)]), 8), -place[0]

            start, end = max(places, key=size)
            alone = [
                place
                for place, one in zip(places, own, strict=True)
                if len(by_text) <= _MANY and not elsewhere.has(one, labels.groups[article])
            ]
            first, last = max(alone, key=size, default=(None, None))
            if _content(texts[article][start:end]) >= _TELLING:
                rows.append(
                    {
                        "speaker": speaker, "article": article, "outlet": outlets[article],
                        "words": sum(len(_WORD.findall(one)) for one in own), "apart": apart,
                        "start": start, "end": end, "text": texts[article][start:end],
                        "alone_start": first, "alone_end": last,
                        "alone_text": texts[article][first:last] if alone else None,
                    }
                )  # fmt: skip
    return pl.DataFrame(rows, schema=dict(PICKS))


@dataclass(frozen=True, eq=False)
class _Elsewhere:
    """What every report prints and tells: the runs of words of its texts, and the words of content of each sentence."""

    corpus: Corpus
    labels: Labels
    credited: pl.DataFrame

    def has(self, said: str, report: str) -> bool:
        """Whether another report has four words of a quotation in a row in marks, or twice in prose (once may be the
        name of a thing), or a sentence with half of its words of content; of one too short to tell it is taken to be
        so."""
        words = telling(said)
        if len(_words(said)) < _ALONE or len(words) < _TOLD:
            return True
        own = runs(said)
        if any(self.quoted.get(run, frozenset()) - {report} for run in own):
            return True
        common = Counter(other for run in own for other in self.printed.get(run, ()) if other != report)
        if any(count >= _TWICE for count in common.values()):
            return True
        by_word, reports = self.told
        shared = Counter(line for word in words for line in by_word.get(word, ()))
        return any(count >= _HALF * len(words) and reports[line] != report for line, count in shared.items())

    @cached_property
    def printed(self) -> dict[tuple[str, ...], set[str]]:
        """The reports that have each four words in a row."""
        return self._reports(self.corpus.articles.select("article", "text").iter_rows())

    @cached_property
    def quoted(self) -> dict[tuple[str, ...], set[str]]:
        """The reports that have each four words in a row in quotation marks."""
        texts = dict(self.corpus.articles.select("article", "text").iter_rows())
        places = self.credited.select("article", "first", "last").iter_rows()
        return self._reports((article, texts[article][first:last]) for article, first, last in places)

    def _reports(self, some: Iterable[tuple[str, str]]) -> dict[tuple[str, ...], set[str]]:
        found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for article, text in some:
            for run in runs(text):
                found[run].add(self.labels.groups[article])
        return found

    @cached_property
    def told(self) -> tuple[dict[str, list[int]], list[str]]:
        """The sentences that have a word of content, by number, and the report of each."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        reports: list[str] = []
        for article, line in self.corpus.sentences.select("article", "text").iter_rows():
            for word in telling(line):
                found[word].append(len(reports))
            reports.append(self.labels.groups[article])
        return found, reports


def _words(text: str) -> list[str]:
    return [word.strip("'’-").casefold().replace("’", "'") for word in _WORD.findall(text)]


def runs(text: str) -> set[tuple[str, ...]]:
    """Every four words in a row, without case and marks."""
    words = _words(text)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def telling(text: str) -> set[str]:
    """The stems of its words of content."""
    return {stem(word) for word in _words(text) if word not in STOP and len(word) > 2}


def _content(text: str) -> int:
    return len(telling(text))


def _around(text: str, first: int, last: int) -> str:
    """A scrap with its sentence, by and large: *“No one” will be spared* tells the rest without marks."""
    low = max(text.rfind(sign, max(0, first - _NEAR), first) + 1 for sign in (". ", "\n", "? ", "! "))
    ends = [at for sign in (". ", "\n", "? ", "! ") if (at := text.find(sign, last, last + _NEAR)) >= 0]
    return text[max(low, first - _NEAR) : min(ends, default=last + _NEAR)]


def _rare(corpus: Corpus) -> set[str]:
    """Words of content that only one or two texts have, without names."""
    words = corpus.once(stems).filter("content")
    by = words.group_by("stem").agg(pl.col("article").n_unique(), name=pl.col("text").str.contains(r"^\p{Lu}").any())
    return set(by.filter(pl.col("article") <= _RARE, ~pl.col("name"))["stem"])


def _alike(one: str, other: str, rare: set[str]) -> bool:
    """Whether two quotations may be one remark in two wordings: they share a rare word, or a third of their words."""
    first, second = telling(one), telling(other)
    shared = first & second
    return not shared.isdisjoint(rare) or (len(shared) > 1 and len(shared) >= _SHARED * min(len(first), len(second)))
