"""What one report alone tells: sentences of whose words the others have hardly one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.endings import NOTE, in_marks

_EACH = 2  # sentences of a report
_SHOWN = 22  # words of a sentence
_BACK = re.compile(r"(?:He|She|It|They|His|Her|Their|Its|This|That|These|Those|But|And|So|One|Some|Others?|Both)\b")


def statements(comparison: Comparison) -> Iterator[Statement]:
    """For each report, the two sentences with most words of content of which no other report has a word of the family:
    five such words at least, and three fifths of the sentence's (see `untold`).

    Of three or four independent reports of one event. Not quotations, nor what reads like a note of the paper, nor a
    sentence that goes back to the one before (*He ...*).
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    frame = comparison.untold.filter(~pl.col("quoted"))
    for (article,), part in frame.group_by("article", maintain_order=True):
        rows = [row for row in part.to_dicts() if not NOTE.search(row["text"]) and not _BACK.match(row["text"])][:_EACH]
        if not rows:
            continue
        shown = listed([f"“{in_marks(row['text'], _SHOWN)}”" for row in rows])
        sentence = f"As far as the words show, only {labels.names[str(article)]} tells this: {shown}."
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        salience = 0.33 + 0.005 * min(rows[0]["alone"], 20)
        yield Statement("texts", "only", labels.of_outlets([str(article)]), sentence, evidence, salience)
