"""Verbs by which texts tell a remark at once: what one says that somebody *said*, another says that they *claimed*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Statement, evidence_of, foremost

CHECK = True

_MOST = 2  # speakers


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Of texts of one event: a speaker who *claimed*, *alleged* or *insisted* in the first sentences of one report and
    *said* in those of an independent one, of the same matter (see `opening_verbs`). Two speakers, those of most texts.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    made: list[Statement] = []
    for (speaker,), part in comparison.opening_verbs.group_by("speaker", maintain_order=True):
        verbs: defaultdict[tuple[bool, str], list[str]] = defaultdict(list)
        for row in part.iter_rows(named=True):
            verbs[row["kind"] == "neutral", row["verb"].lower()].append(row["article"])
        parts = [labels.beside(f"“{verb}”", some) for (_, verb), some in sorted(verbs.items())]
        sentence = f"In their first sentences texts give {speaker} different verbs for one remark: {listed(parts)}."
        articles = part["article"].to_list()
        evidence = evidence_of(part)
        share = len(set(articles)) / labels.total
        made.append(Statement("texts", "wording", labels.of_outlets(articles), sentence, evidence, 0.5 + 0.3 * share))
    yield from foremost(made, _MOST)
