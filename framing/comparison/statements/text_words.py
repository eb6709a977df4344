"""Texts that call one thing by words of different force in their own voice: *uprising* here, *protests* there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Of texts of one event, a set of words of which two independent reports have none in common, outside quotations:
    see `text_words`. Of each text and family the form that it uses most.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    for (_, title), part in comparison.text_words.group_by("set", "title", maintain_order=True):
        rows = part.to_dicts()
        forms: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            forms[row["family"], " ".join(row["text"].lower().split())].append(row)
        many = {family: sum(row["family"] == family for row in rows) for family, _ in forms}
        order = sorted(forms, key=lambda form: (-many[form[0]], form[0], -len(forms[form]), form[1]))
        parts = [f"“{form[1]}” ({labels.listed(row['article'] for row in forms[form])})" for form in order]
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        outlets = labels.of_outlets(row["article"] for row in rows)
        sentence = f"Texts have different words for {title}, outside quotations: {listed(parts)}."
        salience = 0.45 + 0.25 * len({row["article"] for row in rows}) / labels.total
        yield Statement("texts", "name", outlets, sentence, evidence, salience)
