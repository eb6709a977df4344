"""Versions of one report: what the fuller ones have more, and which text is put together from two sources."""

from __future__ import annotations

from collections import Counter, defaultdict

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.texts.plain_words import plain_words
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a sentence that a version of a report has from another report
STITCHES: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "start": pl.UInt32,  # a sentence that the other versions of its report lack
    "end": pl.UInt32,
    "text": pl.String,
    "other": pl.String,  # the article of another report that has the same words
    "other_start": pl.UInt32,  # there, the sentence that shares most
    "other_end": pl.UInt32,
    "words": pl.UInt32,  # of the sentence
    "shared": pl.UInt32,  # of its words, in runs of five that the other report has
}
_RUN = 5  # words
_FEWEST = 12  # words of a sentence
_SHARE = 0.8  # of its words stand in runs that another report has
_ALSO = 0.5  # of its words in runs of a third report, too: then no one report is where it may be from
_SAID = 0.5  # of its words are quoted: they are somebody's, whom both may have heard


def stitches(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`STITCHES`: sentences of a copy or version that no other version of its report has, and another report has.

    Sentences of twelve words and more, of which four fifths stand in runs of five words that one text of another report
    has, and none of which runs an other version of the same report has. Only of reports with two versions and more. Not
    sentences half of which is quoted, or stands in runs of a third report, too.
    """
    sizes = Counter(labels.groups.values())
    quoted = corpus.tokens.filter("is_word").group_by("article", "sentence").agg(pl.col("quoted").mean())
    said = set(quoted.filter(pl.col("quoted") >= _SAID).select("article", "sentence").iter_rows())
    words = plain_words(corpus).select("article", "sentence", "start", "end", "word")
    holders: defaultdict[tuple[str, ...], set[tuple[str, int]]] = defaultdict(set)
    lines: dict[tuple[str, int], list[str]] = {}
    for article, sentence, word in words.select("article", "sentence", "word").iter_rows():
        lines.setdefault((article, sentence), []).append(word)
    for place, line in lines.items():
        for at in range(len(line) - _RUN + 1):
            holders[tuple(line[at : at + _RUN])].add(place)
    rows = []
    for (article, sentence), line in lines.items():
        group = labels.groups[article]
        if len(line) < _FEWEST or sizes[group] < 2 or (article, sentence) in said:
            continue
        covered: defaultdict[str, set[int]] = defaultdict(set)
        places: defaultdict[str, Counter[int]] = defaultdict(Counter)
        own = False
        for at in range(len(line) - _RUN + 1):
            for other, where in holders[tuple(line[at : at + _RUN])]:
                if labels.groups[other] == group:
                    own = own or other != article
                else:
                    covered[other].update(range(at, at + _RUN))
                    places[other][where] += 1
        best = max(sorted(covered), key=lambda other: len(covered[other]), default=None)
        if own or best is None or len(covered[best]) < _SHARE * len(line):
            continue
        third = [other for other in covered if labels.groups[other] != labels.groups[best]]
        if any(len(covered[other]) >= _ALSO * len(line) for other in third):
            continue
        rows.append((article, sentence, best, places[best].most_common(1)[0][0], len(line), len(covered[best])))
    schema = {
        "article": pl.String,
        "sentence": pl.UInt32,
        "other": pl.String,
        "other_sentence": pl.UInt32,
        "words": pl.UInt32,
        "shared": pl.UInt32,
    }
    found = pl.DataFrame(rows, schema=schema, orient="row")
    sentences = corpus.sentences.select("article", "sentence", "start", "end", "text")
    there = sentences.select(other="article", other_sentence="sentence", other_start="start", other_end="end")
    return (
        found.join(sentences, on=["article", "sentence"], maintain_order="left")
        .join(there, on=["other", "other_sentence"], maintain_order="left")
        .with_columns(outlet=pl.col("article").replace_strict(labels.outlets, return_dtype=pl.String))
        .select(pl.col(name).cast(dtype) for name, dtype in STITCHES.items())
        .sort("article", "start")
    )
