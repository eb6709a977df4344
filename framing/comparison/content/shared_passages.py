"""Passages that two reports print word for word, outside quotation marks, though neither is a copy of the other."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

import polars as pl

from framing.comparison.content.labels import Labels
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# two reports that share passages word for word, outside quotation marks
SHARED_PASSAGES: Schema = {
    "article": pl.String,  # one of the two
    "other": pl.String,  # the article that has the passages, too
    "words": pl.UInt32,  # of the article, in passages of ten words and more that both have
    "start": pl.UInt32,  # of the longest such passage in the article
    "end": pl.UInt32,
    "other_start": pl.UInt32,  # the same passage in the other
    "other_end": pl.UInt32,
    "text": pl.String,  # of the longest passage
}
_RUN = 10  # words of a passage: fewer may be a set phrase, or the long name of something
_FEWEST, _LONGEST = 20, 12  # words in all, and of the longest passage
_BEFORE = 600  # characters before a passage in which a mark may have been opened
_MARKS = '“”«»„"'
_OPENING = re.compile(r"(?:^|\s)?\"\S")
_HOLDERS = 12  # texts with the same words, of which each is compared with each


# A paragraph in the first person outside marks is a post or a statement of somebody, no words of the reporter's.
_FIRST_PERSON = ["I", "my", "My", "we", "We", "our", "Our"]
POST = r"pic\.twitter\.com|\bt\.co/|@\w{3}|— [^()]{2,60} \(@"  # an embedded post, no sentence of the reporter's


class _Words(NamedTuple):
    lower: list[str]
    starts: list[int]
    ends: list[int]
    quoted: list[bool]
    paragraph: list[int]


def shared_passages(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`SHARED_PASSAGES`: a row for two texts of different reports that have twenty words in common, in passages of ten
    and more, one of them of twelve, within a paragraph. Only words outside quotation marks, embedded posts and
    paragraphs in the first person: who quotes alike may have listened alike; nor where a mark may be left open before,
    or a colon stands."""
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    words = _words(corpus)
    index: defaultdict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for article, of in words.items():
        for at in range(len(of.lower) - _RUN + 1):
            if of.paragraph[at] == of.paragraph[at + _RUN - 1] and not any(of.quoted[at : at + _RUN]):
                index[tuple(of.lower[at : at + _RUN])].setdefault(article, at)
    places: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for held in index.values():
        holders = list(held.items())[:_HOLDERS]
        for number, (one, at) in enumerate(holders):
            for other, there in holders[number + 1 :]:
                if labels.groups[one] != labels.groups[other]:
                    places[one, other].append((at, there))
    rows = []
    for (one, other), pairs in sorted(places.items()):
        covered = {at + step for at, _ in pairs for step in range(_RUN)}
        first, there, length = _longest(pairs)
        if len(covered) < _FEWEST or length < _LONGEST:
            continue
        mine, theirs = words[one], words[other]
        start, end = mine.starts[first], mine.ends[first + length - 1]
        if _in_speech(texts[one], start) or _in_speech(texts[other], theirs.starts[there]):
            continue
        place = start, end, theirs.starts[there], theirs.ends[there + length - 1]
        rows.append((one, other, len(covered), *place, texts[one][start:end]))
    frame = pl.DataFrame(rows, schema=SHARED_PASSAGES, orient="row")
    return frame.sort("words", "article", "other", descending=[True, False, False])


def _words(corpus: Corpus) -> dict[str, _Words]:
    # A bracket that one sets into the passage parts it: "no evidence [?] that".
    kept = (pl.col("is_word") | (pl.col("text") == "[")) & (pl.col("part") == "body")
    post = pl.col("text").str.contains(POST).any().over("article", "paragraph")
    spoken = corpus.tokens.filter(~pl.col("quoted"), pl.col("text").is_in(_FIRST_PERSON)).select("article", "sentence")
    spoken = corpus.sentences.join(spoken, on=["article", "sentence"], how="semi").select("article", "paragraph")
    paragraphs = corpus.sentences.filter(~post).select("article", "sentence", "paragraph")
    paragraphs = paragraphs.join(spoken, on=["article", "paragraph"], how="anti", maintain_order="left")
    tokens = corpus.tokens.filter(kept).join(paragraphs, on=["article", "sentence"], maintain_order="left")
    columns = tokens.group_by("article", maintain_order=True).agg("lower", "start", "end", "quoted", "paragraph")
    return {article: _Words(*rest) for article, *rest in columns.iter_rows()}


def _in_speech(text: str, at: int) -> bool:
    """Whether a mark was opened shortly before a place and not closed, as where a quotation goes on over paragraphs, or
    the paragraph stands behind a colon: *Holm added:*."""
    before = text[max(0, at - _BEFORE) : at]
    mark = max(before.rfind(sign) for sign in _MARKS)
    opens = mark >= 0 and (before[mark] in "“«„" or _OPENING.match(before[max(0, mark - 1) : mark + 2]) is not None)
    return opens or before.rpartition("\n")[0].rstrip().endswith(":")


def _longest(pairs: list[tuple[int, int]]) -> tuple[int, int, int]:
    """Where the longest passage begins in one text and in the other, and its words."""
    best, known = (0, 0, 0), dict.fromkeys(pairs, 0)
    for at, there in sorted(pairs):
        known[at, there] = length = known.get((at - 1, there - 1), 0) + 1
        if length + _RUN - 1 > best[2]:
            best = (at - length + 1, there - length + 1, length + _RUN - 1)
    return best
