"""Whose words dominate: who has more than half of the words that a text quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, possessive, the, without_office
from framing.comparison.statements import Statement, evidence_of
from framing.comparison.statements.voices import PLACES, by_its_name, is_person, together

CHECK = True

_WORDS = 20  # that are quoted of somebody in a text
_HALF = 0.5  # of all words between quotation marks
_TEXTS, _SPEAKERS = 3, 4  # that are told at least, and at most


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Texts of which one person has more than half of the quoted words, scraps and words of nobody known counted in.

    Of twenty words and more that surely are theirs. Not texts that quote nobody else, of which `voices` tells. Three
    texts at least and half of all, of one person alone two in three of all; of one event.
    """
    labels, frame = comparison.labels, comparison.speakers
    if not comparison.one_event:
        return
    share = pl.col("direct") / pl.col("direct").sum().over("article")
    most = frame.with_columns(part=share).filter(
        pl.col("part") > _HALF, pl.col("part") < 1, pl.col("direct") >= _WORDS, "sure", ~pl.col("alone"), kind="person"
    )
    most = most.filter(
        ~together(comparison, most), by_its_name(comparison, most), ~pl.col("speaker").is_in(sorted(PLACES))
    )
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for article, speaker in most.select("article", "speaker").iter_rows():
        if is_person(speaker):
            texts[speaker].append(article)
    told = [article for some in texts.values() for article in some]
    reports = labels.independent(told)
    often = 2 * reports >= labels.reports if len(texts) > 1 else 3 * reports >= 2 * labels.reports
    if reports < _TEXTS or len(texts) > _SPEAKERS or not often:
        return
    order = sorted(texts.items(), key=lambda item: (-len(item[1]), item[0]))
    parts = [f"{possessive(the(without_office(speaker)))} in {labels.listed(sorted(some))}" for speaker, some in order]
    evidence = evidence_of(most.filter(pl.col("article").is_in(told)))
    sentence = f"More than half of the quoted words are {listed(parts)}."
    yield Statement(
        "texts", "voice", labels.of_outlets(told), sentence, evidence, 0.36 + 0.12 * len(told) / labels.total
    )
