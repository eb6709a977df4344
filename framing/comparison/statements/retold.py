"""A remark that one report quotes and another tells without quotation marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, the
from framing.comparison.statements import Evidence, Statement, foremost
from framing.comparison.statements.voices import PLACES

_MOST = 4  # remarks
_HALF = frozenset("supreme high federal national central district constitutional appeals foreign royal".split())
_LONGEST = 30  # words of what is shown


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A remark of a speaker in quotation marks in one report, which another tells without any: see `retold`.

    The four that most texts have; nothing of more than 30 words is shown.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    by_quote: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in comparison.retold.to_dicts():
        if row["speaker"] in PLACES or row["speaker"].lower() in _HALF:
            continue  # "China": its president, or a spokeswoman; half of "Supreme Court"
        if max(len(row["quote_text"].split()), len(row["text"].split())) <= _LONGEST:
            by_quote[row["speaker"], row["quote_text"]].append(row)
    made: list[Statement] = []
    for (speaker, quote), rows in by_quote.items():
        told = list({row["article"]: row for row in reversed(rows)}.values())[::-1]
        quoting = {row["quoting"] for row in rows}
        parts = [labels.beside(f"“{row['text'].rstrip('.')}”", [row["article"]]) for row in told]
        verb = "quotes" if len(labels.of_outlets(quoting)) == 1 else "quote"
        sentence = (
            f"What {labels.listed(quoting)} {verb} of {the(speaker)} (“{quote.rstrip(' ,.;')}”) is told without "
            f"quotation marks elsewhere: {listed(parts)}."
        )
        evidence = [Evidence(row["article"], row["start"], row["end"]) for row in told]
        evidence += [Evidence(row["quoting"], row["quote_start"], row["quote_end"]) for row in rows]
        names = labels.of_outlets([*quoting, *(row["article"] for row in told)])
        salience = 0.35 + 0.2 * (len(told) + len(quoting)) / labels.total
        made.append(
            Statement("texts", "quotation", names, sentence, tuple(dict.fromkeys(evidence)), min(1.0, salience))
        )
    yield from foremost(made, _MOST)
