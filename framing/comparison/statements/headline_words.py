"""Headlines that call one act or thing by words of different force: *fired*, *pushed out*, *steps down*."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import Labels, listed
from framing.comparison.content.stems import stem
from framing.comparison.statements import Evidence, Statement

_MOST = 3  # sets


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Of texts of one event, the sets of words of which headlines of independent reports have different ones beside the
    same thing: see `headline_words`. Three sets at most, those of most headlines first.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    made: list[Statement] = []
    for (_, title), part in comparison.headline_words.group_by("set", "title", maintain_order=True):
        rows = part.to_dicts()
        parts = in_forms(rows, labels)
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        articles = {row["article"] for row in rows}
        sentence = f"Headlines have different words for {title}: {listed(parts)}."
        share = len(articles) / labels.total
        made.append(Statement("texts", "headline", labels.of_outlets(articles), sentence, evidence, 0.5 + 0.3 * share))
    yield from sorted(made, key=lambda one: (-one.salience, one.sentence))[:_MOST]


def in_forms(rows: list[dict[str, Any]], labels: Labels) -> list[str]:
    """The words of a set with their texts, families of most texts first: *“cut” (A; “cuts” in B)*, *“slash” (C)*."""
    forms: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        forms[row["family"], " ".join(row["text"].lower().split())].append(row["article"])
    many = Counter(row["family"] for row in rows)
    order = sorted(forms, key=lambda form: (-many[form[0]], form[0], -len(forms[form]), form[1]))
    words: defaultdict[tuple[str, str], list[str]] = defaultdict(list)  # the forms of a word, the commonest first
    for family, form in order:
        some, where = words[family, _root(form)], labels.listed(forms[family, form])
        some.append(f"“{form}” in {where}" if some else f"“{form}” ({where}")
    return [f"{'; '.join(some)})" for some in words.values()]


def _root(form: str) -> str:
    """What the forms of a word have in common: *cut*, *cuts*; *shoot to kill*, *shoot-to-kill*."""
    return " ".join(map(stem, form.replace("-", " ").split()))
