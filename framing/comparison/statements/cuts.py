"""One quotation in full and cut."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.cuts import BETWEEN
from framing.comparison.content.in_full import in_full
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.voices import is_person

_MOST = 3  # quotations that are stated
_LONGEST = 45  # words of a quotation that is shown whole
_TOLD = 0.1  # less where the rest is told in other words
_WORD = re.compile(r"\w+")
_BEFORE, _BEHIND = 8, 20  # words shown of a longer one beside those that the other text has, too


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A quotation of which one text prints at least four words more than another that has the rest of it, word for
    word, be they versions of one report: see `cuts`. Where a text has some of the rest in its own words, *in quotation
    marks only*. Those with most words left out come first; of one of more than 45 words, what stands beside the
    cut is shown, and nothing where its parts stand apart. To be checked where whose it is, is no person.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    by_quote: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in comparison.cuts.to_dicts():
        whole = _excerpt(row["fuller_text"], row["text"])
        if whole:
            by_quote[row["speaker"], _plain(whole)].append(row)
    order = sorted(
        by_quote.items(),
        key=lambda item: (all(row["told"] for row in item[1]), -max(row["lacking"] for row in item[1]), item[0]),
    )
    for (speaker, text), rows in order[:_MOST]:
        full = {row["fuller"] for row in rows}
        shorter: defaultdict[str, list[str]] = defaultdict(list)
        for row in rows:
            only = "in quotation marks only" if row["told"] else "only"
            shorter[f"{only} {_shown(row['text'])}"].append(row["article"])
        parts = [f"{labels.listed(articles)} {text}" for text, articles in shorter.items()]
        verb = "prints" if len(labels.of_outlets(full)) == 1 else "print"
        whole = _shown(text)
        whose = in_full(comparison.scores.corpus, [speaker])[0]
        sentence = f"Of one remark of {whose}, {labels.listed(full)} {verb} {whole}, {listed(parts)}."
        evidence = [Evidence(row["article"], row["start"], row["end"]) for row in rows]
        evidence += [Evidence(row["fuller"], row["fuller_start"], row["fuller_end"]) for row in rows]
        outlets = labels.of_outlets([*full, *(row["article"] for row in rows)])
        salience, check = 0.45 + 0.2 * len(rows) / labels.total, not is_person(speaker)
        salience -= _TOLD if all(row["told"] for row in rows) else 0
        yield Statement("texts", "quotation", outlets, sentence, tuple(dict.fromkeys(evidence)), salience, check=check)


def _excerpt(full: str, part: str) -> str:
    """A quotation, or what of a long one stands beside a part of it; nothing where the part cannot be shown so."""
    if len(full.split()) <= _LONGEST:
        return full
    words, wanted = list(_WORD.finditer(full)), [word[0].lower() for word in _WORD.finditer(part)]
    forms = [word[0].lower() for word in words]
    first = next((at for at in range(len(forms)) if forms[at : at + len(wanted)] == wanted), None)
    if first is None or BETWEEN in full or len(wanted) > _LONGEST - _BEFORE - _BEHIND:
        return ""
    low, high = max(0, first - _BEFORE), min(first + len(wanted) + _BEHIND, len(words)) - 1
    head, tail = "… " if low else "", " …" if high + 1 < len(words) else ""
    return head + full[words[low].start() : words[high].end()] + tail


def _shown(text: str) -> str:
    """In marks, each part of a remark for itself: *“We built it” … “Nobody will take it”*."""
    return " … ".join(f"“{_plain(part)}”" for part in text.split(BETWEEN))


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(" ,.;")
