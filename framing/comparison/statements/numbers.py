"""Numbers for the same thing that disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.givers import named
from framing.comparison.content.labels import listed, number
from framing.comparison.content.stems import stems
from framing.comparison.content.tallies import COUNTED, LOOSE
from framing.comparison.statements import Evidence, Statement

_DEATHS = "deaths"
_LISTED = 3  # texts without the thing that are named


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Things for which independent reports give different figures in one unit: see `numbers`.

    Each figure is given with the day it is for, where the text names one; how many people, with who says so, where the
    sentence has one speaker; but deaths, they are to be checked: some of the hurt may be meant, or all. Of a thing with
    a name, the texts are told that do not have the name at all.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    for (thing,), part in comparison.numbers.group_by("object", maintain_order=True):
        rows = part.to_dicts()
        by_value: defaultdict[float, list[dict[str, Any]]] = defaultdict(list)
        given: defaultdict[str, set[float]] = defaultdict(set)
        for row in rows:
            by_value[row["value"]].append(row)
            given[row["article"]].add(row["value"])
        both = {article for article, values in given.items() if len(values) > 1}
        parts = [part for _, same in sorted(by_value.items()) for part in _of_value(comparison, same, both)]
        several = _several(comparison, given, by_value) if both else ""
        days = {row["date"] for row in rows}
        note = " Not all of them name the same day." if len(days) > 1 else ""
        if not note and rows[0]["unit"] in COUNTED and _apart(comparison, by_value):
            note = " The texts are of different days."
        if labels.independent(given) < 2:
            note = f"{note} These texts are versions of one report."
        none = _without(comparison, str(thing)) if rows[0]["unit"] not in COUNTED else []
        who = labels.listed(none) if len(none) <= _LISTED else f"{number(len(none)).capitalize()} other texts"
        lacking = f" {who} {'has' if len(none) == 1 else 'have'} no word of it." if none else ""
        if not parts:
            continue
        of = "number of" if rows[0]["unit"] in COUNTED else "figure for"
        sentence = f"The {of} {thing} differs: {listed(parts)}.{several}{note}{lacking}"
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        low, high = min(row["value"] for row in rows), max(row["value"] for row in rows)
        salience = 0.75 + 0.15 * min(1.0, 2 * (high / low - 1)) + 0.1 * len(rows) / labels.total
        outlets, check = labels.of_outlets(given), rows[0]["unit"] in LOOSE and thing != _DEATHS
        yield Statement("texts", "number", outlets, sentence, evidence, min(1.0, salience), check=check)


def _of_value(comparison: Comparison, rows: list[dict[str, Any]], both: set[str]) -> Iterator[str]:
    """*at least 23 (A, Friday)*: the texts that have this value only, by who gives it or the day for which they do."""
    rows = [row for row in rows if row["article"] not in both]
    if not rows:
        return
    by_note: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_note[f"according to {named(row['speaker'])}" if row["speaker"] else row["date"] or ""].append(row["article"])
    hedges = sorted({row["hedge"] or "" for row in rows}, reverse=True)
    if len(hedges) > 1:  # *at least 23 (A), 23 (B)*
        for hedge in hedges:
            yield from _of_value(comparison, [row for row in rows if (row["hedge"] or "") == hedge], both)
        return
    hedge = f"{hedges[0]} " if hedges[0] else ""
    where = [
        comparison.labels.listed(articles) + (f", {note}" if note else "") for note, articles in sorted(by_note.items())
    ]
    text = next((row["text"] for row in rows if row["text"][:1].isdigit()), rows[0]["text"])
    shown = text.lower() if text.replace("-", "").replace(" ", "").isalpha() and not text.isupper() else text
    yield f"{hedge}{shown} ({'; '.join(where)})"


def _apart(comparison: Comparison, by_value: dict[float, list[dict[str, Any]]]) -> bool:
    """Whether the values stand in texts of different days: a toll may have risen."""
    days = dict(comparison.scores.corpus.articles.select("article", "published").iter_rows())
    of_value = [{days[row["article"]] for row in rows} for rows in by_value.values()]
    return any(one != of_value[0] for one in of_value[1:])


def _several(comparison: Comparison, given: dict[str, set[float]], by_value: dict[float, list[dict[str, Any]]]) -> str:
    """*A and B give both 35,000 and 120,000.*"""
    same: defaultdict[tuple[float, ...], list[str]] = defaultdict(list)
    for article, values in given.items():
        if len(values) > 1:
            same[tuple(sorted(values))].append(article)
    labels = comparison.labels
    return "".join(
        f" {labels.listed(articles)} {'gives' if len(labels.of_outlets(articles)) == 1 else 'give'} "
        f"{'both ' if len(values) == 2 else ''}{listed([by_value[value][0]['text'] for value in values])}."
        for values, articles in same.items()
    )


def _without(comparison: Comparison, thing: str) -> list[str]:
    """The texts that do not have the name of a thing; none where it has no name."""
    name = thing.split()[0]
    if not name[:1].isupper():
        return []
    words = comparison.scores.corpus.once(stems)
    having = set(words.filter(pl.col("lower").str.starts_with(name.lower()))["article"])
    return [article for article in comparison.labels.names if article not in having]
