"""What the texts pick from the words of one speaker, where each picks something else."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import cut_short, listed, without_office
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.picked_alone import told_of
from framing.comparison.statements.voices import PLACES, is_person

CHECK = True

_MOST, _TEXTS = 3, 4  # speakers that are stated, and texts that quote them
_SHOWN = 110  # characters of a quotation


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A person whom two to four texts of as many reports quote, not all of one outlet, each with other words: see
    `picks`.

    Nothing of what one of them quotes of the person stands in another, in the same words (four in a row) or in others
    (two words of content and a third of them). Of one event; the three speakers with most words, not whom
    `picked_alone` tells of.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    told = {speaker for speaker, _ in told_of(comparison)}
    found = []
    for (speaker,), part in comparison.picks.group_by("speaker", maintain_order=True):
        texts = part.height
        if not part["apart"].all() or not 1 < texts <= _TEXTS or labels.independent(part["article"]) < texts:
            continue
        if speaker in told:
            continue
        if part["outlet"].n_unique() > 1 and is_person(str(speaker)) and str(speaker) not in PLACES:
            found.append((-int(part["words"].min() or 0), str(speaker), part))  # type: ignore[arg-type]
    for _, speaker, part in sorted(found, key=lambda one: one[:2])[:_MOST]:
        quoted = [f"“{_short(text)}” ({labels.names[article]})" for article, text in _rows(part)]
        pick = f"{labels.listed(part['article'])} quote different things"
        if labels.independent(part["article"]) == labels.reports:
            pick = "each text quotes something else"
        sentence = f"Of what {without_office(speaker)} said, {pick}: {listed(quoted)}."
        evidence = tuple(Evidence(*place) for place in part.select("article", "start", "end").iter_rows())
        salience = 0.36 + 0.2 * part.height / labels.total
        yield Statement("texts", "quotation", labels.of_outlets(part["article"]), sentence, evidence, salience)


def _rows(part: pl.DataFrame) -> list[tuple[str, str]]:
    return [(article, text) for article, text in part.sort("outlet").select("article", "text").iter_rows()]


def _short(text: str) -> str:
    text = " ".join(text.split()).strip("“”\"'‘’ ").rstrip(" ,;.")
    return cut_short(text, _SHOWN)
