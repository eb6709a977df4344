"""Texts that call one thing by words of different force in their own voice: *uprising* here, *protests* there."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.headline_words import in_forms

CHECK = True


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Of texts of one event, a set of words of which two independent reports have none in common, outside quotations:
    see `text_words`. Of each text and family the form that it uses most.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    for (_, title), part in comparison.text_words.group_by("set", "title", maintain_order=True):
        rows = part.to_dicts()
        parts = in_forms(rows, labels)
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        outlets = labels.of_outlets(row["article"] for row in rows)
        sentence = f"Texts have different words for {title}, outside quotations: {listed(parts)}."
        salience = 0.45 + 0.25 * len({row["article"] for row in rows}) / labels.total
        yield Statement("texts", "name", outlets, sentence, evidence, salience)
