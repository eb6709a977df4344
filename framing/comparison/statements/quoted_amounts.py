"""How many words of one person the texts quote: many here, few there."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, possessive, without_office
from framing.comparison.content.stretches import stretches
from framing.comparison.statements import Statement, evidence_of, foremost
from framing.comparison.statements.voices import is_person, together

_REPORTS, _MANY = 2, 8  # independent reports that quote the person; of the event
_TIMES, _WORDS = 3, 30  # so many times as many words here as there, and so many here
_MOST = 2  # persons
_SCRAP = 3  # words of a quotation that counts


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Persons of whom one text quotes three times as many words as another report, thirty at least.

    Of words between quotation marks that are surely theirs, three in a row at least; not where one text's are not sure.
    The two persons with most words; of two to eight independent reports of one event.
    """
    labels, frame = comparison.labels, comparison.speakers
    if not comparison.one_event or labels.reports > _MANY:
        return
    frame = frame.filter(kind="person").filter(pl.col("direct") > 0)
    frame = frame.filter(pl.col("sure").all().over("speaker"))
    frame = frame.filter(~together(comparison, frame)).join(_amounts(comparison), on=["article", "speaker"])
    some = []
    for (speaker,), part in frame.group_by("speaker", maintain_order=True):
        rows = part.sort("amount", descending=True, maintain_order=True)
        most, least = rows["amount"][0], rows["amount"][-1]
        apart = most >= max(_WORDS, _TIMES * least)
        if not apart or not is_person(str(speaker)) or labels.independent(rows["article"]) < _REPORTS:
            continue
        parts = [
            f"{count} in {labels.names[article]}" for article, count in rows.select("article", "amount").iter_rows()
        ]
        sentence = f"Quoted words that are surely {possessive(without_office(str(speaker)))}: {listed(parts)}."
        salience = 0.4 + min(0.15, 0.001 * most)
        outlets = labels.of_outlets(rows["article"])
        some.append(Statement("texts", "voice", outlets, sentence, evidence_of(rows), salience))
    yield from foremost(some, _MOST)


def _amounts(comparison: Comparison) -> pl.DataFrame:
    """article, speaker, amount: quoted words without single words and pairs, which may be the paper's own marks."""
    whole = stretches(comparison.scores.corpus, comparison.credited).filter(pl.col("words") >= _SCRAP)
    return whole.group_by("article", speaker="source").agg(amount=pl.col("words").sum())
