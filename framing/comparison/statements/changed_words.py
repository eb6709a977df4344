"""One quotation that reports print alike, but for a word or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.in_full import in_full
from framing.comparison.content.labels import listed
from framing.comparison.content.translated import may_be_translated
from framing.comparison.statements import Evidence, Statement, evidence_of, foremost, made
from framing.comparison.statements.quotations import media_beside, to_several_media

_MOST, _PLACES = 3, 2  # sentences, and places in each


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Remarks of which independent reports print the same words, but for one to three between them: see
    `changed_words`.

    What is shown stands so in every text beside it. Not what `quotations` tells as another wording, nor what each text
    has been told by a medium of its own. Of one event; what the same texts print otherwise of one speaker is one
    sentence, of two places at most; the three of which most words of content are changed.
    """
    if not comparison.one_event:
        return
    media = media_beside(comparison)
    told = [place for one in made(comparison, "quotations") for place in one.evidence]
    by_texts = defaultdict[tuple[str | None, tuple[str, ...]], list[list[pl.DataFrame]]](list)
    for _, part in comparison.changed_words.group_by("place", maintain_order=True):
        versions = sorted(part.partition_by("version", maintain_order=True), key=lambda one: -one.height)
        rows = [version.to_dicts() for version in versions]
        if to_several_media(media, rows) or any(_inside(row, told) for some in rows for row in some):
            continue
        told += evidence_of(part)
        by_texts[part["speaker"][0], tuple(sorted(set(part["article"])))].append(versions)
    some = [_said(comparison, speaker, places[:_PLACES]) for (speaker, _), places in by_texts.items()]
    yield from foremost(some, _MOST)


def _said(comparison: Comparison, speaker: str | None, places: list[list[pl.DataFrame]]) -> Statement:
    labels = comparison.labels
    rows = pl.concat([version for versions in places for version in versions])
    parts = [
        listed([labels.beside(f"“{' '.join(one['text'][0].split())}”", one["article"]) for one in versions])
        for versions in places
    ]
    foreign = speaker is not None and may_be_translated(comparison.scores.corpus, speaker, rows)
    whose = f"Words of {in_full(comparison.scores.corpus, [speaker])[0]}" if speaker else "Quoted words"
    how = ", perhaps in different translations" if foreign else ""
    sentence = f"{whose} that texts print alike but for a word or two{how}: {'; '.join(parts)}."
    share = rows["article"].n_unique() / labels.total
    salience = 0.34 + 0.05 * min(rows["weight"][0], 3) + 0.2 * share
    return Statement("texts", "quotation", labels.of_outlets(rows["article"]), sentence, evidence_of(rows), salience)


def _inside(row: dict[str, Any], told: list[Evidence]) -> bool:
    return any(one.article == row["article"] and one.start < row["end"] and row["start"] < one.end for one in told)
