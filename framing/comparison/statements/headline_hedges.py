"""Headlines that hedge what others say plainly: *alleged coup*, *coup*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Statement, evidence_of, foremost

CHECK = True

_MOST = 2  # words


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Of texts of one event: a word with a hedge before it (*alleged*, *suspected*, *possible*) in one headline, and
    without any in the headline of an independent report (see `headline_hedges`). Two words at most.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    made: list[Statement] = []
    for _, part in comparison.headline_hedges.group_by("stem", maintain_order=True):
        forms: defaultdict[tuple[bool, str], list[str]] = defaultdict(list)
        for row in part.iter_rows(named=True):
            forms[row["hedge"] is None, _shown(row["text"])].append(row["article"])
        parts = [labels.beside(f"“{form}”", some) for (_, form), some in sorted(forms.items())]
        hedged = sum(not plain for plain, _ in forms)
        words = f"{listed(parts[:hedged])}, but {listed(parts[hedged:])}"
        sentence = f"With a hedge in some headlines and without any in others: {words}."
        articles = part["article"].to_list()
        evidence = evidence_of(part)
        share = len(set(articles)) / labels.total
        made.append(Statement("texts", "headline", labels.of_outlets(articles), sentence, evidence, 0.55 + 0.3 * share))
    yield from foremost(made, _MOST)


def _shown(text: str) -> str:
    """In small letters, but for a letter that stands for a word: *possible E. coli*."""
    return re.sub(r"\b\w(?=\. )", lambda letter: letter[0].upper(), " ".join(text.lower().split()))
