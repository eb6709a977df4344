"""What several reports tell, and of which another has hardly a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.earlier import LESS, of_earlier_day
from framing.comparison.content.edges import STOPPED
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.endings import NOTE, in_marks
from framing.comparison.statements.untold import BACK, BESIDE, OPEN

_SHOWN, _EACH, _TEXTS = 22, 3, 4  # words of a sentence; sentences of a text; texts

_SAID_SO = re.compile(r"\bsa(?:id|ys) (?:that )?(?:it|this|that) (?:was|is)(?:n['’]t| not)?\b")  # what was?


def statements(comparison: Comparison) -> Iterator[Statement]:
    """For each text, the three sentences that most other reports have in their words and it has hardly a word of: see
    `told_elsewhere`.

    Of the four texts that lack what most reports tell. Not quotations (see `shared_quotations`), notes of a paper,
    tweets and captions, nor a sentence that goes back to the one before. Of one event.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    told = pl.col("text")
    frame = comparison.told_elsewhere.filter(
        ~pl.col("quoted") & told.str.strip_chars_end().str.contains(STOPPED) & ~told.str.contains(BESIDE)
    )
    found: list[Statement] = []
    for (lacking,), part in frame.group_by("lacking", maintain_order=True):
        rows = [row for row in part.iter_rows(named=True) if not _leans(row["text"])][:_EACH]
        if not rows:
            continue
        parts = "; ".join(
            f"“{in_marks(row['text'], _SHOWN)}” ({labels.names[row['article']]}; more than half of its words also in "
            f"{labels.listed(row['others'])})"
            for row in rows
        )
        having = {article for row in rows for article in (row["article"], *row["others"])}
        earlier = of_earlier_day(comparison.scores.corpus, labels, [str(lacking)], having)
        sentence = f"Told elsewhere, with hardly a word of it in {labels.names[str(lacking)]}: {parts}.{earlier}"
        outlets = labels.of_outlets([str(lacking), *having])
        evidence = tuple(place for row in rows for place in _places(row))
        most = (len(rows[0]["others"]) + 1) / labels.reports
        found.append(
            Statement("texts", "omission", outlets, sentence, evidence, 0.4 + 0.1 * most - (LESS if earlier else 0))
        )
    yield from sorted(found, key=lambda one: -one.salience)[:_TEXTS]


def _leans(text: str) -> bool:
    return bool(_SAID_SO.search(text) or NOTE.search(text) or BACK.match(text) or OPEN.search(text))


def _places(row: dict[str, Any]) -> Iterator[Evidence]:
    yield Evidence(row["article"], row["start"], row["end"])
    yield from map(Evidence, row["others"], row["starts"], row["ends"])
