"""What one report alone tells: sentences of whose words the others have hardly one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.edges import STOPPED
from framing.comparison.content.labels import Labels
from framing.comparison.content.untold import FEW
from framing.comparison.statements import Evidence, Statement, made
from framing.comparison.statements.endings import NOTE, in_marks

_SHOWN = 22  # words of a sentence
_EACH, _BRIEF = 3, 4  # sentences of a report, where there are so few; else two
_LISTED = 5  # reports of many that are shown, with a sentence each
_APART = 40  # characters between two sentences that are shown
BACK = re.compile(
    r"(?:He|She|It|They|His|Her|Their|Its|This|That|These|Those|So|Others?|Both|Similar|Elsewhere|"
    r"Before (?:that|this))\b"
)
OPEN = re.compile(r"\b(?:that|this|it|so|them|these|those)\W*$")  # goes back to the sentence before, too
_DAY = r"(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}|\d{1,2} \p{Lu}\p{L}{2,8} \d{4})"
_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?: (?:million|billion|trillion))?(?![\w-])")
# Of a picture, a tweet or the paper's own wares, and no part of the story.
BESIDE = rf"{_DAY}\W*$|@\w+.*@|\bpic\.twitter|\b(?:podcast|photograph|picture|pictured)\b|(?i:file photo)|\ufffd"


def statements(comparison: Comparison) -> Iterator[Statement]:
    """For each report, the three sentences with most words of content of which no other report has a word of the
    family: four such words at least, and almost half of the sentence's, none of whose sentences is like it (see
    `untold`).

    Of five to eight reports, two sentences; of more, one sentence of five reports at most, with two words of names of
    which that is so. Not quotations, nor what reads like a note of the paper, a tweet or a caption, nor a sentence that
    goes back to the one before (*He ...*), stands beside one that is shown or has no end, nor one that shares a
    number with another report, nor one whose figure `sums` tells. Several versions of a report that have a sentence are
    named together; of many reports they are left out. Of one event.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    whole = pl.col("text").str.strip_chars_end().str.contains(STOPPED)  # else a byline, or where the text breaks off
    frame = comparison.untold.filter(whole & ~pl.col("quoted") & ~pl.col("text").str.contains(BESIDE))
    few = labels.reports <= FEW
    each = _EACH if labels.reports <= _BRIEF else 2 if few else 1
    if not few:  # of several versions of a report: see `versions`
        alone = [article for article, group in labels.groups.items() if list(labels.groups.values()).count(group) == 1]
        frame = frame.filter(pl.col("article").is_in(alone))
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    figures = [place for one in made(comparison, "sums") for place in one.evidence]
    shown: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in frame.iter_rows(named=True):
        article, told = row["article"], row["text"]
        versions = _versions(labels, texts, row)
        some = shown[versions]
        if (
            article == versions[0]
            and len(some) < each
            and not any(row["start"] < one["end"] + _APART and one["start"] < row["end"] + _APART for one in some)
            and not NOTE.search(told)
            and not _elsewhere(labels, texts, row)
            and not any(one.article == article and row["start"] <= one.start < row["end"] for one in figures)
            and not (BACK.match(told) or OPEN.search(told))
            and not re.search(rf"\b{re.escape(labels.outlets[article])}\b", told)  # the paper tells of itself
        ):
            some.append(row)
    by_report = [(labels.listed(versions), rows) for versions, rows in shown.items() if rows]
    if few:
        for names, rows in by_report:
            told = "; ".join(f"“{in_marks(row['text'], _SHOWN)}”" for row in rows)
            yield _statement(labels, f"Told by {names}, and by no other report in similar words: {told}.", rows)
    elif by_report:
        rows = [row for _, (row,) in by_report[:_LISTED]]
        told = "; ".join(f"“{in_marks(row['text'], _SHOWN)}” ({names})" for names, (row,) in by_report[:_LISTED])
        yield _statement(labels, f"Told by one report, and by no other in similar words: {told}.", rows)


def _versions(labels: Labels, texts: dict[str, str], row: dict[str, Any]) -> tuple[str, ...]:
    """The versions of the row's report that have most of the sentence's words, as one that breaks off in it has."""
    group, words = labels.groups[row["article"]], set(re.findall(r"\w{4,}", row["text"].lower()))
    return tuple(
        article
        for article, text in texts.items()
        if labels.groups.get(article) == group
        and 2 * len(words & set(re.findall(r"\w{4,}", text.lower()))) > len(words)
    )


def _elsewhere(labels: Labels, texts: dict[str, str], row: dict[str, Any]) -> bool:
    """Whether another report has one of the sentence's numbers."""
    group, numbers = labels.groups[row["article"]], set(_NUMBER.findall(row["text"]))
    return bool(numbers) and any(
        labels.groups.get(article, group) != group and numbers & set(_NUMBER.findall(text))
        for article, text in texts.items()
    )


def _statement(labels: Labels, sentence: str, rows: list[dict[str, Any]]) -> Statement:
    evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
    outlets = labels.of_outlets(row["article"] for row in rows)
    many = 0.0 if labels.reports <= _BRIEF else 0.1
    return Statement("texts", "only", outlets, sentence, evidence, 0.33 + many + 0.005 * min(rows[0]["alone"], 20))
