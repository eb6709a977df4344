"""Headlines that call one act or thing by words of different force: *fired*, *pushed out*, *steps down*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
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
        forms: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            forms[row["family"], " ".join(row["text"].lower().split())].append(row)
        many = {family: sum(row["family"] == family for row in rows) for family, _ in forms}
        order = sorted(forms, key=lambda form: (-many[form[0]], form[0], -len(forms[form]), form[1]))
        words: defaultdict[tuple[str, str], list[str]] = defaultdict(list)  # the forms of a word, the commonest first
        for form in order:
            where, first = labels.listed(row["article"] for row in forms[form]), (form[0], _root(form[1]))
            words[first].append(f"“{form[1]}” in {where}" if words[first] else f"“{form[1]}” ({where}")
        parts = [f"{'; '.join(one)})" for one in words.values()]
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        articles = {row["article"] for row in rows}
        sentence = f"Headlines have different words for {title}: {listed(parts)}."
        share = len(articles) / labels.total
        made.append(Statement("texts", "headline", labels.of_outlets(articles), sentence, evidence, 0.5 + 0.3 * share))
    yield from sorted(made, key=lambda one: (-one.salience, one.sentence))[:_MOST]


def _root(form: str) -> str:
    """What the forms of a word have in common: *cut*, *cuts*; *shoot to kill*, *shoot-to-kill*."""
    return " ".join(map(stem, form.replace("-", " ").split()))
