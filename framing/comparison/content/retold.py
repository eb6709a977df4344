"""A remark that one report quotes and another tells without quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stem, stems
from framing.comparison.content.stretches import stretches
from framing.comparison.content.utterances import Line, lines
from framing.comparison.content.vocabulary import NEGATION
from framing.comparison.content.voices import NOBODY
from framing.comparison.content.within import within
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

# One row: a remark of a speaker that is quoted in one report, and told without marks in another.
RETOLD: Schema = {
    "speaker": pl.String,
    "article": pl.String,  # that tells it
    "outlet": pl.String,
    "start": pl.UInt32,  # of the sentence
    "end": pl.UInt32,
    "text": pl.String,
    "quoting": pl.String,  # the article that quotes it
    "quote_start": pl.UInt32,
    "quote_end": pl.UInt32,
    "quote_text": pl.String,  # what stands between the marks
}
_FEWEST = 4  # words of a quotation
_SHARED, _PART = 2, 0.6  # words of content that both have, and their share of those of the quotation
_SURE, _LESS = 4, 0.45  # so many are enough with a smaller share
_BRIEF = 7  # words of content of a sentence that shares only two
_NAME = re.compile(rf"(?<=[\w,] )[{CAPITALS}][\w’'-]+")
_NOT = re.compile(rf"{NEGATION}|\b(?:without|den(?:y|ies|ied))\b", re.IGNORECASE)
_NAMED = re.compile(rf"[{CAPITALS}]")
_MARKS = re.compile(r"[“”\"„«»�]")
_LIGHT = frozenset(map(stem, "people year day time call called say told ask added mr mrs ms".split()))


def retold(corpus: Corpus, cited: pl.DataFrame, credited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`RETOLD`: quotations of a person whom another report cites with the same words of content, in no marks.

    They share two such words at least, no names, which are three in five of those of the quotation (four, of which
    they are nearly half; two only in a short sentence); both say that something is so, or both that it is not; the
    sentence that tells it cites nobody else and has no quotation; and its text quotes nothing of that remark.
    cited: `voices.attributions`; credited: `voices.quotations`.
    """
    body = lines(corpus, cited, credited)
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    words: defaultdict[str, list[tuple[int, str, bool]]] = defaultdict(list)
    for article, start, word, quoted in (
        corpus.once(stems).filter("content", part="body").select("article", "start", "stem", "quoted").iter_rows()
    ):
        words[article].append((start, word, quoted))
    marked = {article: {word for _, word, quoted in some if quoted} for article, some in words.items()}
    rows: list[dict[str, Any]] = []
    taken: set[tuple[str, int]] = set()
    said = stretches(corpus, credited.filter(pl.col("sure") & (pl.col("source") != NOBODY)))
    said = said.filter(pl.col("parts") == 1).sort("article", "first")
    told = _told(body)
    for article, first, last, source in said.select("article", "first", "last", "source").iter_rows():
        text = texts[article][first:last]
        own = {stem(part) for part in re.findall(r"\w+", source.lower())}
        own |= {stem(name.lower()) for name in _NAME.findall(text)}
        content = {word for _, word, _ in within(words[article], first, last)} - own - _LIGHT
        if len(text.split()) < _FEWEST or len(content) < _SHARED or not _NAMED.match(source) or _MARKS.search(text):
            continue
        for other, line in told[source]:
            if labels.groups[other] == labels.groups[article] or (other, line.start) in taken:
                continue
            shared = content & line.stems - own
            brief = len(shared) > _SHARED or len(line.stems - own - _LIGHT) <= _BRIEF
            enough = len(shared) >= _SHARED and len(shared) >= _PART * len(content) and brief
            enough |= len(shared) >= _SURE and len(shared) >= _LESS * len(content)
            if (
                not enough
                or len(content & marked[other]) > 1
                or bool(_NOT.search(text)) != bool(_NOT.search(line.text))
            ):
                continue
            taken.add((other, line.start))
            rows.append(
                {
                    "speaker": source, "article": other, "outlet": outlets[other], "start": line.start,
                    "end": line.end, "text": " ".join(line.text.split()), "quoting": article, "quote_start": first,
                    "quote_end": last, "quote_text": " ".join(text.split()),
                }
            )  # fmt: skip
    return pl.DataFrame(rows, schema=dict(RETOLD))


def _told(body: dict[str, list[Line]]) -> defaultdict[str, list[tuple[str, Line]]]:
    """Sentences without a quotation that cite one speaker alone, by speaker."""
    found: defaultdict[str, list[tuple[str, Line]]] = defaultdict(list)
    for article, some in body.items():
        for line in _plain(some):
            if len({source for source, *_ in line.speakers}) == 1:
                found[line.speakers[0][0]].append((article, line))
    return found


def _plain(some: list[Line]) -> Iterator[Line]:
    yield from (line for line in some if line.speakers and not line.quotes and not _MARKS.search(line.text))
