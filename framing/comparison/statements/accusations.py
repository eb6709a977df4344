"""What somebody is accused of in one report alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import number
from framing.comparison.statements import Evidence, Statement

_REPORTS, _SHOWN = 3, 3  # reports, and charges against one that are shown
_MOST = 3  # clauses


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Charges and clauses of accusing that one report alone has: see `accusations`.

    Charges against somebody whom half of the texts name, of three independent reports and more; three at most against
    one. Clauses (who accuses whom of what, word for word) of texts of one event, where no charge tells them; three.
    """
    charges = list(_charges(comparison))
    yield from charges
    yield from _clauses(comparison, [place for one in charges for place in one.evidence])


def _charges(comparison: Comparison) -> Iterator[Statement]:
    labels = comparison.labels
    if labels.reports < _REPORTS:
        return
    named = comparison.naming.group_by("actor").agg(pl.col("article").n_unique())
    known = named.filter(pl.col("article") * 2 >= labels.total)["actor"].to_list()
    against = comparison.accusations.filter(pl.col("actor").is_in(known))
    for (actor,), part in against.group_by("actor", maintain_order=True):
        every = part.unique(["article", "start"], keep="first", maintain_order=True)
        rows, more = every.head(_SHOWN).to_dicts(), max(0, every.height - _SHOWN)
        parts = [f"“{' '.join(row['text'].split())}” ({labels.names[row['article']]})" for row in rows]
        parts += [f"and {number(more)} more"] if more else []
        what = "A charge" if len(rows) == 1 else "Charges"
        sentence = f"{what} against {actor} that one report alone carries: {'; '.join(parts)}."
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        outlets = labels.of_outlets(row["article"] for row in rows)
        yield Statement("texts", "only", outlets, sentence, evidence, 0.45)


def _clauses(comparison: Comparison, told: list[Evidence]) -> Iterator[Statement]:
    """told: where the charges stand."""
    labels = comparison.labels
    if labels.reports < 2 or not comparison.one_event:
        return
    rows = comparison.accusations.filter(pl.col("actor").is_null()).to_dicts()
    rows = [row for row in rows if not any(_within(row, place) for place in told)]
    for text in list(dict.fromkeys(row["text"] for row in rows))[:_MOST]:
        same = [row for row in rows if row["text"] == text]
        articles = [row["article"] for row in same]
        verb = "prints" if len(articles) == 1 else "print"
        sentence = f"An accusation that only {labels.listed(articles)} {verb}: “{text}”."
        evidence = (Evidence(same[0]["article"], same[0]["start"], same[0]["end"]),)
        salience = 0.5 + 0.2 * len(articles) / labels.total
        yield Statement("texts", "only", labels.of_outlets(articles), sentence, evidence, salience)


def _within(row: dict[str, Any], place: Evidence) -> bool:
    return bool(row["article"] == place.article and place.start < row["end"] and row["start"] < place.end)
