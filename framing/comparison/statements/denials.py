"""Accusation without denial: texts that report a charge and not what the accused say to it."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.charges import shown
from framing.comparison.content.denials import answered
from framing.comparison.statements import Evidence, Statement


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A charge that the accused deny in two independent reports, or in one in plain words, and that other texts report
    without any answer.

    A text is only named where it has the charge beside the accused and no word of denying, disputing, insisting or of a
    comment at all: see `denials`. Where another has the charge and some answer, *at least* the others print the denial;
    where no other has an answer to anything, a single one is *only*.
    """
    labels = comparison.labels
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    for (actor, charge), part in comparison.denials.group_by("actor", "charge", maintain_order=True):
        having, lacking = part.filter("denied"), part.filter(~pl.col("denied"))
        who, others = lacking["article"].to_list(), having["article"].to_list()
        if not {labels.groups[one] for one in who} - {labels.groups[one] for one in others}:
            continue
        verb = "report" if len(labels.of_outlets(who)) > 1 else "reports"
        words = shown(str(charge), [texts[row["article"]][row["start"] : row["end"]] for row in lacking.to_dicts()])
        said = f"{labels.listed(who)} {verb} the charge against {actor} (“{words}”) without any denial; "
        prints = "prints" if len(labels.of_outlets(others)) == 1 else "print"
        silent = not any(answered(text) for article, text in texts.items() if article not in others)
        degree = "at least " if part["denied"].has_nulls() else "only " if len(others) == 1 and silent else ""
        said += f"{degree}{labels.listed(others)} {prints} that {actor} denies it."
        evidence = tuple(Evidence(*row) for row in part.select("article", "start", "end").iter_rows())
        share = min(len(who), len(others)) / labels.total
        yield Statement("texts", "denial", labels.of_outlets(who), said, evidence, min(1.0, 0.8 + 0.5 * share))
