"""What one report alone tells: sentences of whose words the others have hardly one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.edges import STOPPED
from framing.comparison.content.untold import FEW
from framing.comparison.statements import Evidence, Statement, made
from framing.comparison.statements.endings import NOTE, in_marks

CHECK = True

_SHOWN = 22  # words of a sentence
_LISTED = 5  # reports of many that are shown, with a sentence each
_BACK = re.compile(
    r"(?:He|She|It|They|His|Her|Their|Its|This|That|These|Those|But|And|So|One|Some|Others?|Both|Previously|"
    r"Similar|Elsewhere|Before (?:that|this))\b"
)
_OPEN = re.compile(r"\b(?:that|this|it|so|them|these|those)\W*$")  # goes back to the sentence before, too
_DAY = r"(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}|\d{1,2} \p{Lu}\p{L}{2,8} \d{4})"
_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?: (?:million|billion|trillion))?(?![\w-])")
# Of a picture, a tweet or the paper's own wares, and no part of the story.
_BESIDE = rf"{_DAY}\W*$|@\w+.*@|\bpic\.twitter|\b(?:podcast|photograph|picture|pictured)\b|(?i:file photo)|\ufffd"


def statements(comparison: Comparison) -> Iterator[Statement]:
    """For each report, the sentence with most words of content of which no other report has a word of the family: five
    such words at least, and three fifths of the sentence's (see `untold`).

    Of five and more independent reports, of five reports at most, with two words of names of which that is so. Not
    quotations, nor what reads like a note of the paper, a tweet or the caption of a picture, nor a sentence that goes
    back to the one before (*He ...*) or has no end, nor one that another version of the report has or that shares a
    number with another report, nor one whose figure `sums` tells. Of one event.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    whole = pl.col("text").str.strip_chars_end().str.contains(STOPPED)  # else a byline, or where the text breaks off
    frame = comparison.untold.filter(whole & ~pl.col("quoted") & ~pl.col("text").str.contains(_BESIDE))
    few = labels.reports <= FEW
    if not few:  # of several versions of a report: see `versions`
        alone = [article for article, group in labels.groups.items() if list(labels.groups.values()).count(group) == 1]
        frame = frame.filter(pl.col("article").is_in(alone))
    figures = [place for one in made(comparison, "sums") for place in one.evidence]
    shown: list[tuple[str, dict[str, Any]]] = []
    for (article,), part in frame.group_by("article", maintain_order=True):
        own = re.compile(rf"\b{re.escape(labels.outlets[str(article)])}\b")  # the paper tells of itself
        rows = (
            row
            for row in part.to_dicts()
            if not NOTE.search(row["text"])
            and not _elsewhere(comparison, row)
            and not any(one.article == article and row["start"] <= one.start < row["end"] for one in figures)
            and not (_BACK.match(row["text"]) or _OPEN.search(row["text"]) or own.search(row["text"]))
        )
        if best := next(rows, None):
            shown.append((labels.names[str(article)], best))
    if few:
        for name, row in shown:
            told = f"“{in_marks(row['text'], _SHOWN)}”"
            yield _statement(comparison, f"As far as the words show, only {name} tells this: {told}.", [row])
    elif shown:
        told = "; ".join(f"“{in_marks(row['text'], _SHOWN)}” ({name})" for name, row in shown[:_LISTED])
        sentence = (
            f"As far as the words show, one report alone tells{' each of these' if len(shown) > 1 else ''}: {told}."
        )
        yield _statement(comparison, sentence, [row for _, row in shown[:_LISTED]])


def _elsewhere(comparison: Comparison, row: dict[str, Any]) -> bool:
    """Whether another version of the report has most of the words, as one that breaks off within the sentence, or
    another report one of the numbers."""
    groups, numbers = comparison.labels.groups, set(_NUMBER.findall(row["text"]))
    words = set(re.findall(r"\w{4,}", row["text"].lower()))
    for article, text in comparison.scores.corpus.articles.select("article", "text").iter_rows():
        if groups[article] != groups[row["article"]]:
            if numbers & set(_NUMBER.findall(text)):
                return True
        elif article != row["article"] and 2 * len(words & set(re.findall(r"\w{4,}", text.lower()))) > len(words):
            return True
    return False


def _statement(comparison: Comparison, sentence: str, rows: list[dict[str, Any]]) -> Statement:
    evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
    outlets = comparison.labels.of_outlets(row["article"] for row in rows)
    many = 0.0 if comparison.labels.reports <= FEW else 0.1
    return Statement("texts", "only", outlets, sentence, evidence, 0.33 + many + 0.005 * min(rows[0]["alone"], 20))
