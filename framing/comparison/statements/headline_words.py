"""Headlines that call one act or thing by words of different force: *fired*, *pushed out*, *steps down*."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.headline_words import spelled
from framing.comparison.content.labels import Labels, listed
from framing.comparison.content.stems import stem
from framing.comparison.statements import Evidence, Statement, foremost

CHECK = True

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
    yield from foremost(made, _MOST)


def in_forms(rows: list[dict[str, Any]], labels: Labels) -> list[str]:
    """The words of a set with their texts, families of most texts first: *“cut” (A; “cuts” in B)*, *“slash” (C)*."""
    forms: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        forms[row["family"], spelled(row["text"])].append(row["article"])
    many = Counter(row["family"] for row in rows)
    order = sorted(forms, key=lambda form: (-many[form[0]], form[0], -len(forms[form]), form[1]))
    words: defaultdict[tuple[str, str], list[str]] = defaultdict(list)  # its forms, the commonest first
    for family, form in order:
        words[family, _root(form)].append(form)
    return [_forms(labels, {form: forms[family, form] for form in some}) for (family, _), some in words.items()]


def _forms(labels: Labels, texts: dict[str, list[str]]) -> str:
    """*“cut” (A; “cuts” in B)*, *“cut” in A (5 Feb) and “cuts” in B*."""
    said = [f"“{form}” in {labels.listed(some)}" for form, some in texts.items()]
    (first, some), *_ = texts.items()
    if len(said) == 1 or any("(" in one for one in said):
        return listed([labels.beside(f"“{first}”", some), *said[1:]])
    return f"“{first}” ({labels.listed(some)}; {'; '.join(said[1:])})"


def _root(form: str) -> str:
    """What the forms of a word have in common: *cut*, *cuts*; *shoot to kill*, *shoot-to-kill*."""
    return " ".join(map(stem, form.replace("-", " ").split()))
