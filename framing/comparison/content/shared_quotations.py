"""Quoted words that several reports print word for word, and of which others print nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.stretches import stretches
from framing.comparison.content.verbatim import plain
from framing.comparison.content.vocabulary import STOP
from framing.comparison.content.voices import NOBODY
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# quoted words that two reports or more print word for word, and two or more (of three or four: one) not at all
SHARED_QUOTATIONS: Schema = {
    "remark": pl.UInt32,  # counts from 0, the one that divides the reports most evenly first
    "speaker": pl.String,  # ? where all texts in which it is sure agree
    "having": pl.List(pl.String),  # articles that print all of the words, in whatever marks
    "partly": pl.List(pl.String),  # articles that print a piece of them: five words in marks, or eight in a row
    "alike": pl.List(pl.String),  # articles with five of the words outside marks, which may be anybody's
    "lacking": pl.List(pl.String),  # articles that print none of it
    "article": pl.String,  # a row for each text that quotes the words
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
_FEWEST, _TELLING = 5, 2  # words of a quotation, and words of content in it
_RUN, _PIECE = 3, 5  # words in a row by which remarks are known again, and of a piece, two of them of content
_OWN = 8  # words in a row that are a piece outside quotation marks, too
_REPORTS = 2  # independent reports that print it, and that do not; of three or four reports, all but one print it
_MANY = 5
_LONGEST = 60  # words of a quotation that are looked for


def shared_quotations(corpus: Corpus, credited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`SHARED_QUOTATIONS`: quotations of five words and more, within a sentence, that two reports print; no titles.

    credited: `voices.quotations`. Of quotations that have three words in a row in common, the one that divides the
    reports most evenly, then the longest. A speaker is given where no text names another for the words, be it for more
    or less of them.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    runs: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    printed = {article: plain(text) for article, text in texts.items()}
    bare = {article: _bare(text) for article, text in printed.items()}
    marks: defaultdict[str, list[str]] = defaultdict(list)
    for article, start, end in credited.select("article", "first", "last").iter_rows():
        marks[article].append(plain(texts[article][start:end]))
    marked = {article: "|".join(marks[article]) for article in texts}
    for article, text in printed.items():
        for run in _runs(text):
            runs[run].add(article)
    quoted: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    each_one = stretches(corpus, credited.filter(pl.col("words") >= _FEWEST, pl.col("kind") != "title"))
    for row in each_one.filter(pl.col("words") >= _FEWEST).to_dicts():
        row["text"] = texts[row["article"]][row["first"] : row["last"]]
        quoted[plain(row["text"])].append(row)
    spoken: defaultdict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)  # by run: words, and whose they are
    for words, rows in quoted.items():
        whose = {row["source"] for row in rows if row["source"] != NOBODY and row["kind"] != "unnamed"}
        for run in _runs(words) if whose else ():
            spoken[run].update((words, one) for one in whose)
    found = []
    for words, rows in quoted.items():
        each = words.split()
        telling = {word for word in each if word not in STOP and len(word) > 3}
        if len(each) > _LONGEST or len(telling) < _TELLING or all(_is_name(row["text"]) for row in rows):
            continue
        some = {article for run in _runs(words) for article in runs[run]}
        having = {
            article for article in some
            if (words in printed[article] or _bare(words) in bare[article]) and _in_marks(words, marked[article])
        }  # fmt: skip
        named = {word for row in rows for word in plain(" ".join(_NAMED.findall(row["text"]))).split()}
        runs_of = [each[at : at + _PIECE] for at in range(len(each) - _PIECE + 1)]
        pieces = [f" {' '.join(run)} " for run in runs_of if len(telling.intersection(run) - named) >= _TELLING]
        long = [f" {' '.join(each[at : at + _OWN])} " for at in range(len(each) - _OWN + 1)]
        partly = {
            article for article in some
            if any(piece in marked[article] for piece in pieces) or any(piece in printed[article] for piece in long)
        }  # fmt: skip
        alike = {article for article in some if any(piece in printed[article] for piece in pieces)} - partly - having
        lacking = set(labels.names) - having - partly - alike
        reports, without = labels.independent(having), labels.independent(lacking)
        all_but_one = labels.reports < _MANY and without == 1 and reports == labels.reports - 1
        if reports >= _REPORTS and (without >= _REPORTS or all_but_one):
            found.append((min(reports, without), len(each), words, rows, having, partly - having, alike, lacking))
    kept: list[dict[str, Any]] = []
    seen: set[tuple[str, ...]] = set()
    remark = 0
    for _, _, words, rows, having, partly, alike, lacking in sorted(found, key=lambda one: (-one[0], -one[1], one[2])):
        mine = _runs(words)
        if not mine.isdisjoint(seen):
            continue
        seen |= mine
        near = {one for run in mine for one in spoken[run]}
        whose = {source for other, source in near if other in words or words in other}
        # "statement": of which, is not known; a station tells what others said.
        whose = {one for one in whose if not one.islower() and not _is_station(one, texts.values())}
        sure = any(row["sure"] and row["source"] in whose for row in rows)
        shared = {"remark": remark, "speaker": next(iter(whose)) if len(whose) == 1 and sure else None}
        shared |= {"having": sorted(having), "partly": sorted(partly), "alike": sorted(alike)}
        shared |= {"lacking": sorted(lacking)}
        kept += [shared | {"start": row["first"], "end": row["last"], **_of(row)} for row in rows]
        remark += 1
    return pl.DataFrame(kept, schema=SHARED_QUOTATIONS, orient="row")


def _is_station(name: str, texts: Iterable[str]) -> bool:
    """Whether some text calls a name a medium: *the NBC affiliate KVLM reports*."""
    called = re.compile(rf"\b(?:affiliate|station|broadcaster|newspaper|network|channel|outlet),? {re.escape(name)}\b")
    return any(called.search(text) for text in texts)


_NAMED = re.compile(r"(?<=[^.!?“\"‘'] )[^\W\d_a-z][\w’'-]*")  # capitals inside a sentence


def _is_name(text: str) -> bool:
    """Whether all longer words have capitals, as in the name of a report: *“Bread or Roses”*."""
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", text))


def _in_marks(words: str, marked: str) -> bool:
    """Whether half of a quotation's words in threes stand in a text's quotations (not *took “some steps” to*)."""
    runs = _runs(words)
    return 2 * sum(f" {' '.join(run)} " in marked for run in runs) >= len(runs)


def _runs(words: str) -> set[tuple[str, ...]]:
    each = words.split()
    return {tuple(each[at : at + _RUN]) for at in range(len(each) - _RUN + 1)}


def _bare(words: str) -> str:
    """Without the blanks: *under-invested*, *underinvested*."""
    return words.replace(" ", "")


def _of(row: dict[str, Any]) -> dict[str, Any]:
    return {"article": row["article"], "text": row["text"]}
