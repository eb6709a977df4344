"""Headlines side by side: who is given the word, with which verb, and what of it the text has."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.headlines import unheaded
from framing.report.writer import Writer

ORDER = 22
CLOSELY = True


def sections(writer: Writer) -> Iterator[Section]:
    """All headlines in a table; a line where no article has one."""
    comparison = writer.comparison
    rows = comparison.headlines.sort("outlet", "article").to_dicts()
    if not rows:
        yield Section("headline-verbs", "Headlines", (Paragraph(("No article has a headline.",)),))
        return
    beyond: dict[str, list[str]] = {}
    for row in comparison.beyond.iter_rows(named=True):
        beyond.setdefault(row["article"], []).append(f"“{row['text']}”")
    cells = tuple(
        (
            Cell(comparison.labels.names[row["article"]]),
            Cell(row["headline"]),
            Cell(row["speaker"] or "–"),
            Cell(row["verb"] or "–"),
            Cell("–" if row["in_text"] is None else "yes" if row["in_text"] else "no", note=row["body_verb"] or ""),
            Cell(", ".join(beyond.get(row["article"], [])) or "–"),
        )
        for row in rows
    )
    columns = ("Outlet", "Headline", "Who speaks", "Verb", "Verb in the text", "Not in the text")
    note = (
        "Verb in the text: whether any form of the verb stands there; below it the verb that the text's first "
        "sentences "
        f"have. Not in the text: loaded words, and certainties that the text hedges. {unheaded(comparison)}"
    ).rstrip()
    yield Section(
        "headline-verbs", "Headlines", (Table("headline-verbs", "Headlines", columns, cells, frozenset(), note),)
    )
