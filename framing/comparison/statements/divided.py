"""Who is named in some of the reports and not in the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.in_full import in_full
from framing.comparison.content.labels import listed, number, without_office
from framing.comparison.statements import Evidence, Statement, made

_FEWEST = 5  # independent reports: of fewer, `omission` and `only` tell of each name
_MOST, _NAMES = 4, 4  # sentences, and names in one
_OFTEN = 2  # times more than in each report once, from which a country is worth a sentence


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Persons, by their full names, and countries that two to two thirds of five or more reports name, and two or more
    by no form: see `divided`. Those that the same texts name go together; the four that divide the texts most evenly
    and come most often. A country only where it stands in a headline, or comes more than once here and there. Not whom
    `omission` tells of. Only of texts of one event.
    """
    labels, frame = comparison.labels, comparison.divided
    if labels.reports < _FEWEST or not comparison.one_event or frame.is_empty():
        return
    told = " ".join(one.sentence.partition(";")[0] for one in made(comparison, "omission"))
    weighty = (pl.col("kind") == "person") | (pl.col("leading") > 0) | (pl.col("often") >= pl.col("reports") + _OFTEN)
    groups: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    items = frame["item"].unique(maintain_order=True).to_list()
    shown_as = dict(zip(items, in_full(comparison.scores.corpus, items), strict=True))
    for (item,), part in frame.filter(weighty).group_by("item", maintain_order=True):
        if without_office(str(item)) not in told and shown_as[str(item)] not in told:
            groups[tuple(part["having"][0])].append(part.row(0, named=True))
    ranked = sorted(groups.items(), key=lambda one: (-_weight(comparison, one[0], one[1]), one[0]))
    for having, rows in ranked[:_MOST]:
        rows.sort(key=lambda row: (-row["leading"], -row["often"], row["item"]))
        shown = rows[:_NAMES]
        names = listed([shown_as[row["item"]] for row in shown])
        lacking = shown[0]["lacking"]
        if len(having) <= len(lacking):
            others = (
                "the other text"
                if len(lacking) == 1
                else f"{'either' if len(lacking) == 2 else 'any'} of the other {number(len(lacking))} texts"
            )
            where = f"{labels.listed(having)}, and not in {others}"
        else:
            where = f"{labels.count(list(having))}, and not in {labels.listed(lacking)}"
        names = names[0].upper() + names[1:]
        sentence = f"{names} {'are' if len(shown) > 1 else 'is'} named in {where}."
        places = frame.filter(pl.col("item").is_in([row["item"] for row in shown]))
        evidence = tuple(Evidence(*place) for place in places.select("article", "start", "end").iter_rows())
        salience = min(0.75, 0.28 + 0.35 * _weight(comparison, having, shown))
        yield Statement("texts", "omission", labels.of_outlets([*having, *lacking]), sentence, evidence, salience)


def _weight(comparison: Comparison, having: tuple[str, ...], rows: list[dict[str, Any]]) -> float:
    """How evenly a name divides the reports, and how often those that name it do so: 0..1."""
    labels = comparison.labels
    even: float = 2 * min(labels.independent(having), labels.independent(rows[0]["lacking"])) / labels.reports
    often: float = max(row["often"] / len(having) for row in rows)
    heads = max(row["leading"] for row in rows) > 0
    weight: float = 0.5 * even + 0.1 * min(3.0, often) + 0.2 * heads
    return min(1.0, weight)
