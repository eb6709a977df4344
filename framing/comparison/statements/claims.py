"""A claim without a check: texts that print what somebody says, and texts that set something against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import Labels, cut_short, listed
from framing.comparison.content.verbatim import common
from framing.comparison.statements import Evidence, Statement, foremost

_MOST = 3  # claims
_LONG, _SHOWN = 160, 110  # characters of a check and of a claim that are shown
_SHARE = 0.7  # of the first one's words that all texts have: enough to be shown for all


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A claim of one speaker in two independent reports, beside which one sets a check and another nothing.

    See `claims` for what a check is. A text is only said to have none where it has no word of doubt or evidence at
    all, no turn (*but*, *however*) near the claim, no other speaker on the matter and no figure of the check. The
    three claims that most texts print.
    """
    labels = comparison.labels
    made: list[Statement] = []
    for (_,), part in comparison.claims.group_by("claim", maintain_order=True):
        rows = part.to_dicts()
        with_, without = [row for row in rows if row["checked"]], [row for row in rows if row["checked"] is False]
        apart = {labels.groups[row["article"]] for row in without} - {labels.groups[row["article"]] for row in with_}
        if not apart:
            continue
        bare = [row["article"] for row in without]
        parts = [labels.beside(f"“{_short(row['check_text'], _LONG)}”", [row["article"]]) for row in with_]
        verb, set_ = "prints" if len(bare) == 1 else "print", "sets" if len(with_) == 1 else "set"
        sentence = (
            f"{labels.listed(bare)} {verb} a claim of {rows[0]['speaker']} ({_claim(without, labels)}) with no check "
            f"beside it; {labels.listed(row['article'] for row in with_)} {set_} one: {listed(parts)}."
        )
        evidence = [Evidence(row["article"], row["start"], row["end"]) for row in [*without, *with_]]
        evidence += [Evidence(row["article"], row["check_start"], row["check_end"]) for row in with_]
        share = min(len(with_), len(bare)) / labels.total
        names = labels.of_outlets(row["article"] for row in [*without, *with_])
        made.append(Statement("texts", "claim", names, sentence, tuple(evidence), min(1.0, 0.7 + 0.5 * share)))
    yield from foremost(made, _MOST)


def _claim(rows: list[dict[str, Any]], labels: Labels) -> str:
    """What all of them print of the claim; where that is too little, the words of one."""
    shortest = min(rows, key=lambda row: (len(row["text"].split()), row["article"]))
    shown, words = common(shortest["text"], [row["text"] for row in rows])
    if words >= _SHARE * len(shortest["text"].split()):
        return f"“{_short(shown, _SHOWN)}”"
    return f"“{_short(shortest['text'], _SHOWN)}” in {labels.listed([shortest['article']])}"


def _short(text: str, most: int) -> str:
    text = re.sub(r"\s+", " ", text).strip().strip('“”".,;')
    text = text.replace("“", "‘").replace("”", "’").replace('"', "’") if re.search('[“”"]', text) else text
    return cut_short(text, most)
