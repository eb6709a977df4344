"""Figures that seem to be of one thing, and differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.givers import by_giver
from framing.comparison.content.labels import listed
from framing.comparison.content.moments import DATES
from framing.comparison.statements import Evidence, Statement, foremost, made

CHECK = True

_MOST = 6  # things


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Figures, times, dates, votes and ages that independent reports give differently for what reads like one thing.

    See `mismatches` for the rule. Each is shown with the words that tell what it is of, as its text has them, and who
    gives it, where the sentence has one speaker. Not what `slot_figures` tells. The six on which most
    texts have a figure.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    some: list[Statement] = []
    told = {place for one in made(comparison, "slot_figures") for place in one.evidence}
    for (_,), part in comparison.mismatches.group_by("thing", maintain_order=True):
        rows = part.to_dicts()
        if all(_within(row, told) for row in rows):
            continue
        given: defaultdict[str, set[float]] = defaultdict(set)
        for row in rows:
            given[row["article"]].add(row["value"])
        both = {article for article, values in given.items() if len(values) > 1}
        single = [row for row in rows if row["article"] not in both]
        evidence = tuple(Evidence(row["article"], row["low"], row["high"]) for row in rows)
        names = labels.of_outlets(row["article"] for row in rows)
        shown = listed(list(_parts(comparison, single or rows)))
        said = f"{_what(rows[0]['unit'])}: {shown}.{_both(comparison, rows, both)}"
        share = len(given) / labels.total
        some.append(Statement("texts", "number", names, said, evidence, min(1.0, 0.7 + 0.2 * share)))
    yield from foremost(some, _MOST)


def _within(row: dict[str, Any], told: Iterable[Evidence]) -> bool:
    return any(one.article == row["article"] and one.start <= row["start"] < one.end for one in told)


def _what(unit: str) -> str:
    if unit == "vote":
        return "The result of the vote differs"
    if unit == "suspect":
        return "The age of the suspect differs"
    if unit == "ages":
        return "The ages of those who died differ"
    if unit.startswith("age "):
        return f"The age of {unit[4:]} differs"
    if unit == "clock":
        return "What reads like one event has different times"
    if unit in DATES:
        return "What reads like one event has different dates"
    return "What reads like one figure differs"


def _parts(comparison: Comparison, rows: list[dict[str, Any]]) -> Iterator[str]:
    """*“merging six schools” (A, according to the council; the same figure in C)*, by value, then by wording."""
    bare = rows[0]["unit"] in ("vote", "suspect", "ages") or rows[0]["unit"].startswith("age ")
    parts: defaultdict[tuple[float, str], list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row["value"], row["text"].casefold())):
        parts[row["value"], row["figure"] if bare else row["text"]].append(row)
    likewise: defaultdict[float, list[str]] = defaultdict(list)  # of a value that another text has with its words
    for (value, text), same in list(parts.items()):
        if not bare and same[0]["figure"] == text and sum(value == one for one, _ in parts) > 1:
            likewise[value] += [row["article"] for row in parts.pop((value, text))]
    for (value, text), same in parts.items():
        others = likewise.pop(value, [])
        also = f"; the same figure in {comparison.labels.listed(others)}" if others else ""
        yield f"{text if bare else f'“{text}”'} ({by_giver(same, comparison.labels)}{also})"


def _both(comparison: Comparison, rows: list[dict[str, Any]], both: set[str]) -> str:
    """*C gives both: “killed 640 sheep” and “put it at 1,400”.*"""
    said = ""
    for article in sorted(both, key=lambda one: comparison.labels.names[one]):
        own = sorted((row for row in rows if row["article"] == article), key=lambda row: row["start"])
        shown = listed([f"“{row['text']}”" for row in own])
        said += f" {comparison.labels.names[article]} has both: {shown}."
    return said
