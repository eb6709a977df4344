"""What people by name are called beside their name: *an activist* here, *a former lobbyist* there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number, without_office
from framing.comparison.content.stems import stem
from framing.comparison.statements import Evidence, Statement

_MOST, _SHOWN = 3, 5  # people, and descriptions of one
_PLAIN = frozenset("former retir veteran long longtime senior new local".split())  # stems that make no likeness

_PRESS = re.compile(r"\b(?:spokes\w+|communications|press)\b")  # one trade


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Three people at most of whom two independent reports give, beside the full name and in their own words,
    descriptions that share no word (see `described`), where neither text has the other's noun beside the name; of each
    text the fullest. Those with a charged word come first, then those whom most reports describe.
    """
    labels = comparison.labels
    found: list[tuple[bool, int, str, list[dict[str, Any]]]] = []
    for (item,), part in comparison.described.group_by("item", maintain_order=True):
        full = part.sort(pl.col("charged"), pl.col("stems").list.len(), descending=True, maintain_order=True)
        rows = full.unique("article", keep="first", maintain_order=True).to_dicts()
        if len(_apart(rows)) > 1 and labels.independent(row["article"] for row in rows) > 1:
            charged = any(row["charged"] for row in rows)
            found.append((charged, labels.independent(row["article"] for row in rows), str(item), rows))
    for charged, reports, name, rows in sorted(found, key=lambda one: (not one[0], -one[1], one[2]))[:_MOST]:
        wordings: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            wordings[re.sub(r"^The ", "the ", re.sub(r"^A(n?) ", r"a\1 ", row["text"]))].append(row)
        ranks = sorted(wordings, key=lambda one: (not wordings[one][0]["charged"], -len(wordings[one]), one))
        order, rest = ranks[:_SHOWN], len(ranks[_SHOWN:])
        shown = [row for one in order for row in wordings[one]]
        if labels.independent(row["article"] for row in shown) < 2 or len(_apart(shown)) < 2:
            continue
        parts = [labels.beside(f"“{one}”", (row["article"] for row in wordings[one])) for one in order]
        parts += [f"in {number(rest)} more {'ways' if rest > 1 else 'way'}"] if rest else []
        sentence = f"{without_office(name)} is described as {listed(parts)}."
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in shown)
        outlets = labels.of_outlets(row["article"] for row in shown)
        salience = (0.5 if charged else 0.4) + 0.2 * reports / labels.reports
        yield Statement("texts", "name", outlets, sentence, evidence, salience)


def _apart(rows: Sequence[dict[str, Any]]) -> list[set[str]]:
    """The texts of each sense: descriptions that share a word, or of which one's noun stands beside the name in the
    text of the other, have one sense."""
    groups: list[list[dict[str, Any]]] = []
    for row in rows:
        same = [group for group in groups if any(_alike(row, one) for one in group)]
        groups = [group for group in groups if group not in same] + [[row, *(one for group in same for one in group)]]
    return [{row["article"] for row in group} for group in groups]


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return (
        all(_PRESS.search(row["text"]) for row in (one, other))
        or not (set(one["stems"]) - _PLAIN).isdisjoint(other["stems"])
        or stem(one["noun"]) in other["near"]
        or stem(other["noun"]) in one["near"]
    )
