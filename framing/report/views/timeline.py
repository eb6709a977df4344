"""Who published first, and what later versions took up."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.texts.timeline import timeline
from framing.errors import ComparisonError
from framing.report.blocks import Block, Cell, Paragraph, Section, Table
from framing.report.look.labels import signed
from framing.report.writer import Writer

ORDER = 70
ROWS = 30


def sections(writer: Writer) -> Iterator[Section]:
    """First articles, and later ones with the text that they took up; one line where the dates do not differ."""
    comparison = writer.comparison
    articles = comparison.scores.corpus.articles
    found = timeline(comparison.scores.corpus, comparison.reuse)
    if found.is_empty():
        why = (
            "no article has a date"
            if articles["published"].is_null().all()
            else "all dates that are known are the same"
        )
        yield Section("timeline", "Who was first", (Paragraph((f"No order to show: {why}.",)),))
        return
    first = found.filter("first")
    names = ", ".join(first["outlet"].unique().sort())
    day = first["published"][0]
    missing = articles["published"].is_null().sum()
    later = found.drop_nulls("follows")
    opening = f"First, on {day}: {names} ({first.height} article{'s' if first.height > 1 else ''})."
    if missing:
        opening += f" {missing} of {articles.height} articles have no date."
    blocks: list[Block | Section] = [
        Paragraph((opening + " A date is that of the page: within a day the order is unknown.",))
    ]
    if later.is_empty():
        blocks.append(Paragraph(("No later article shares its text with an earlier one.",)))
    else:
        blocks.append(_table(writer, later))
    yield Section("timeline", "Who was first", tuple(blocks))


def _changed(writer: Writer, earlier: str, later: str) -> str:
    """What became of the earlier text's sentences: how many were kept, edited, moved, dropped, and added."""
    steps = writer.comparison.rewrites.filter(source=earlier, article=later)
    if steps.is_empty():
        try:
            steps = writer.comparison.diff(earlier, later)
        except ComparisonError:  # too long to be set side by side
            return "–"
    counts = dict(steps.unique(["step", "label"])["label"].value_counts().iter_rows())
    order = ("kept", "edited", "moved", "split", "merged", "dropped", "added")
    return ", ".join(f"{counts[label]} {label}" for label in order if label in counts)


def _table(writer: Writer, later: pl.DataFrame) -> Table:
    """Later articles with the earlier one whose text they share."""
    outlets = dict(writer.comparison.scores.corpus.articles.select("article", "outlet").iter_rows())
    rows = tuple(
        (
            Cell(str(row["published"]), float(row["published"].toordinal())),
            Cell(row["outlet"], note=row["article"].split("/")[-1]),
            Cell(outlets[row["follows"]], note=row["follows"].split("/")[-1]),
            Cell(str(row["days"]), row["days"]),
            Cell(f"{100 * row['containment']:.0f} %", row["containment"], note=row["band"]),
            Cell(signed(row["more_words"]), row["more_words"]),
            Cell(_changed(writer, row["follows"], row["article"])),
        )
        for row in later.head(ROWS).iter_rows(named=True)
    )
    columns = (
        *("Published", "Outlet", "Follows", "Days later", "Shared text", "Words more or fewer"),
        "Sentences of the earlier text",
    )
    more = f"The first {ROWS} of {later.height} are shown." if later.height > ROWS else ""
    return Table("later-versions", "Later versions of earlier texts", columns, rows, frozenset({3, 4, 5}), more)
