"""Words of one speaker that one report alone prints, here and there."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import without_office
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.endings import in_marks
from framing.comparison.statements.voices import PLACES, is_person

_MOST, _TEXTS = 3, 4  # speakers that are stated, and texts that quote them
_SHOWN = 16  # words of a quotation
_SALIENCE, _OF_ONE = 0.44, 0.36  # where two texts have some, and one


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A person whom two to four texts of as many reports quote, some of them with words that no other report prints or
    tells: see `picks`. Of one event; the three speakers with most words, first those of whom two texts have some.
    """
    labels = comparison.labels
    for speaker, own in told_of(comparison):
        texts = own.select("article", "alone_text").rows()
        shown = "; ".join(f"“{in_marks(text, _SHOWN)}” ({labels.names[article]})" for article, text in texts)
        sentence = f"Words of {without_office(speaker)} that one text alone prints, among others: {shown}."
        evidence = tuple(Evidence(*place) for place in own.select("article", "alone_start", "alone_end").iter_rows())
        weight = _SALIENCE if own["outlet"].n_unique() > 1 else _OF_ONE
        yield Statement("texts", "quotation", labels.of_outlets(own["article"]), sentence, evidence, weight)


def told_of(comparison: Comparison) -> list[tuple[str, pl.DataFrame]]:
    """The speakers, with the rows of `PICKS` that have words of one report alone."""
    if not comparison.one_event:
        return []
    found = []
    for (speaker,), part in comparison.picks.group_by("speaker", maintain_order=True):
        own = part.filter(pl.col("alone_text").is_not_null()).sort("outlet")
        few = 1 < part.height <= _TEXTS and comparison.labels.independent(part["article"]) == part.height
        texts = own["outlet"].n_unique()
        few = (
            few and part["outlet"].n_unique() > 1 and (texts > 1 or (texts == 1 and not part["apart"].all()))
        )  # else `picks` tells it
        if few and is_person(str(speaker)) and str(speaker) not in PLACES:
            found.append((texts < 2, -int(part["words"].sum()), str(speaker), own))
    return [(speaker, own) for *_, speaker, own in sorted(found, key=lambda one: one[:3])[:_MOST]]
