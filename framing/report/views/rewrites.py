"""What an outlet added, cut and re-worded: each rewrite beside its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from framing.comparison.texts.accounts import said
from framing.comparison.texts.reuse import with_agencies
from framing.report.blocks import Block, Bullets, Cell, Paragraph, Quote, Section, Strong, Table
from framing.report.writer import Writer, cut

ORDER = 20
CLOSELY = True
_SHOWN = 8  # rewrites set side by side: those that kept least
_ROWS, _LETTERS = 60, 700  # of a table, of a sentence
_INTRODUCTION = (
    "Each text that an outlet took over, beside its source, sentence by sentence. A sentence is kept if its words are "
    "the same (spelling, figures and quotation marks aside), edited if some changed, moved if they stand in another "
    "place, re-worded if what it says stands there in other words. A sentence that a rewrite lacks was left out only "
    "where the source was there before. Terms, hedges and sources are counted in the outlets' own words, by the lists "
    "of this report: what came in, against what went out. Headlines are not aligned."
)


def sections(writer: Writer) -> Iterator[Section]:
    """Accounts of all rewrites, and side by side those that changed their source; or one line why there is none.

    Of rewrites with the same changes only the first is set side by side.
    """
    comparison = writer.comparison
    told = comparison.accounts
    if told.is_empty():
        one = len(comparison.names) < 2
        why = "all articles are of one outlet" if one else "no outlet prints or rewrites the text of another one"
        yield Section("rewrites", "Rewrites", (Paragraph((f"Nothing to set side by side: {why}.",)),))
        return
    rows = list(told.sort("kept", "added", "article", descending=[False, True, False]).iter_rows(named=True))
    shown: list[dict[str, Any]] = []
    for row in rows:
        seen = {one["article"] for one in shown if one["source"] == row["source"]}
        if (
            len(shown) < _SHOWN
            and (row["kept"] < row["sentences"] or row["added"])
            and not seen & {*row["same_changes"]}
        ):
            shown.append(row)
    others = [row for row in rows if row not in shown]
    blocks: list[Block | Section] = [
        Paragraph((_INTRODUCTION,)),
        *writer.figures(*(name for name in writer.charts if name.startswith("rewrites"))),
    ]
    if others:
        blocks.append(Bullets(tuple(_account(row) for row in others)))
    blocks += [_rewrite(writer, row, number) for number, row in enumerate(shown, 1)]
    yield Section("rewrites", "Rewrites", tuple(blocks))


def _account(row: Mapping[str, Any]) -> tuple[str | Strong, ...]:
    """With the outlet's name standing out."""
    before, outlet, after = row["account"].partition(row["outlet"])
    if not before and not after.startswith(" kept"):
        return (row["account"],)
    return tuple(part for part in (before, Strong(outlet), after) if part)


def _rewrite(writer: Writer, row: Mapping[str, Any], number: int) -> Section:
    """What was done, the headlines, and the sentences side by side."""
    corpus = writer.comparison.scores.corpus
    articles = with_agencies(corpus)
    source, rewrite = (
        articles.row(by_predicate=pl.col("article") == row[key], named=True) for key in ("source", "article")
    )
    blocks: list[Block | Section] = [Paragraph((row["account"],))]
    if source["headline"] and rewrite["headline"]:
        if source["headline"] == rewrite["headline"]:
            blocks.append(Paragraph(("The headline is the same: ", Quote(rewrite["headline"]), ".")))
        else:
            became = ("Headline: ", Quote(source["headline"]), " became ", Quote(rewrite["headline"]), ".")
            blocks.append(Paragraph(became))
    if not source["own"]:
        blocks.append(
            Paragraph(
                (
                    f"{source['outlet']} stands in for the source: no agency's own text was found among the articles, "
                    "and of the versions that most outlets print this is the fullest. It may itself be a rewrite.",
                )
            )
        )
    blocks.append(_table(writer, row, number))
    return Section(f"rewrite-{number}", row["outlet"], tuple(blocks))


def _table(writer: Writer, row: Mapping[str, Any], number: int) -> Table:
    """Sentences side by side; those that were kept only where they are the smaller part."""
    frame = writer.comparison.rewrites.filter(source=row["source"], article=row["article"])
    notes = ["In square brackets: words that differ."]
    if row["kept"] * 2 > row["sentences"]:
        frame = frame.filter(pl.col("label") != "kept")
        notes.append(f"{row['kept']} sentences that were kept are not shown.")
    steps = [list(part.iter_rows(named=True)) for part in frame.partition_by("step", maintain_order=True)]
    if len(steps) > _ROWS:
        notes.append(f"The first {_ROWS} of {len(steps)} rows.")
    cells = tuple(_cells(writer, step) for step in steps[:_ROWS])
    caption = f"{row['article']} beside {row['source']}"
    columns = (row["source_outlet"], row["outlet"], "What happened")
    return Table(f"rewrite-{number}-sentences", caption, columns, cells, note=" ".join(notes))


def _cells(writer: Writer, step: list[dict[str, Any]]) -> tuple[Cell, ...]:
    first = step[0]
    what = first["label"] + (", out of order" if first["out_of_order"] and first["label"] != "moved" else "")
    effects = said(first)
    whole = first["source_text"] is None or first["text"] is None
    longest = _LETTERS if writer.snippet is None else min(_LETTERS, writer.snippet)
    sides = []
    for prefix, spans in (("source_", "spans_out"), ("", "spans_in")):
        parts = {row[f"{prefix}start"]: row[f"{prefix}text"] for row in step if row[f"{prefix}text"] is not None}
        marks = [] if whole else first[spans]
        text = " ".join(_bracketed(text, start, marks) for start, text in parts.items())
        sides.append(Cell(cut(text, longest) or "–"))
    return (*sides, Cell(f"{what} ({effects})" if effects else what))


def _bracketed(text: str, start: int, spans: list[str]) -> str:
    """The sentence with square brackets about the words that differ. spans: start:end in the article."""
    out, at = "", 0
    for span in spans:
        low, high = (min(len(text), max(0, int(edge) - start)) for edge in span.split(":"))
        if low < high:
            out += f"{text[at:low]}[{text[low:high]}]"
            at = high
    return " ".join((out + text[at:]).split())
