"""What the command line shows a person: tables and summaries as text, ready to be printed.

Colour only where the output is a terminal and NO_COLOR is not set.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from itertools import groupby

import polars as pl

from framing.cli.listing import problems
from framing.comparison.compare import Comparison
from framing.comparison.statements import MARKS, heading
from framing.comparison.texts.accounts import accounts, said
from framing.corpus.corpus import Corpus
from framing.errors import one_line
from framing.measures.grades import LEVELS, in_words
from framing.scoring.scores import Scores

WIDTH = 80
_SHOWN = 40  # passages
_LABELS = {
    "lacking": "red",
    "reworded": "yellow",
    "added": "green",
    "edited": "yellow",
    "moved": "yellow",
    "split": "yellow",
    "merged": "yellow",
}


def table(frame: pl.DataFrame) -> str:
    """A frame as a table in the terminal's width; long texts are wrapped."""
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name, dtype in frame.schema.items():
        grid.add_column(name, justify="right" if dtype.is_numeric() else "left", overflow="fold")
    for row in frame.iter_rows():
        grid.add_row(*(Text(_cell(value)) for value in row))
    return _render(grid)


def summary(comparison: Comparison) -> str:
    """The core of page one: what was compared, the findings with their marks, what the marks say."""
    from framing.report.front import cannot, chosen, compared, nothing

    found = chosen(comparison.statements)
    lines = [one_line(comparison.scores.corpus.event.title), *_wrap(compared(comparison)), ""]
    for (kind, above), group in groupby(found, key=lambda one: (one.kind, heading(one))):
        lines.append(f"{MARKS[kind]} {above}")
        for one in group:
            lines += _wrap(one.sentence, "  - ", "    ")
        lines.append("")
    lines += [] if found else [*_wrap(nothing(comparison)), ""]
    if many := len(comparison.to_check):
        what = "One more sentence may be so and is" if many == 1 else f"{many} more sentences may be so and are"
        lines += [*_wrap(f"{what} to be checked: see the report."), ""]
    lines += _wrap("What cannot be said. " + " ".join(cannot(comparison)))
    return "\n".join(lines)


def measures(frame: pl.DataFrame) -> str:
    """Every measure in a few lines, for reading: `framing.measures.catalogue.measures`."""
    from textwrap import fill

    parts = []
    for row in frame.iter_rows(named=True):
        lines = (
            f"A larger value: {row['higher']}. Undefined for {row['undefined']}.",
            f"Source: {row['source']}.",
            f"Against coding: {row['validated']}.",
            f"Grade: {in_words({level: row[level] for level in LEVELS})}.",
        )
        body = "\n".join(fill(line, WIDTH, initial_indent="    ", subsequent_indent="    ") for line in lines)
        parts.append(f"{row['measure']}  ({row['unit']})\n{body}")
    return "\n".join(parts)


def remarks(corpus: Corpus) -> Iterator[str]:
    """One line for each problem that the loader met, errors and warnings first; a count of the notes."""
    yield from problems(corpus.problems.filter(pl.col("severity") != "note"))
    notes = corpus.problems.filter(severity="note").height
    if notes:
        yield f"{notes} note{'s' if notes > 1 else ''} on the files of {corpus.event.name}: framing check"


def passages(corpus: Corpus, evidence: pl.DataFrame) -> str:
    """Passages in their context, by article: the words themselves stand in square brackets."""
    from rich.text import Text

    texts = dict(corpus.articles.select("article", "text").iter_rows())
    out = Text()
    for (article,), rows in evidence.head(_SHOWN).group_by("article", maintain_order=True):
        out.append(f"{one_line(article)}\n", style="bold")
        for row in rows.iter_rows(named=True):
            text, start, end = texts[str(article)], row["start"], row["end"]
            before = one_line(text[max(0, start - 45) : start].replace("\n", " ") or " ", 60)
            after = one_line(text[end : end + 45].replace("\n", " ") or " ", 60)
            out.append(f"  {before} [")
            out.append(one_line(row["text"], 300), style="bold yellow")
            out.append(f"] {after}")
            about = ", ".join(one_line(row[name], 40) for name in ("label", "rule") if row[name])
            out.append(f"  {about} {_number(row['value'])}\n" if about else f"  {_number(row['value'])}\n", style="dim")
    if evidence.height > _SHOWN:
        out.append(f"... and {evidence.height - _SHOWN} more: --format csv shows all\n")
    return _render(out) if evidence.height else "No passages."


def differences(scores: Scores, rewrites: pl.DataFrame) -> str:
    """One article beside its source: an account in plain words, then each sentence with [-out-] and {+in+}."""
    from rich.text import Text

    out = Text()
    headlines = dict(scores.corpus.articles.select("article", "headline").iter_rows())
    for row in accounts(scores, rewrites).iter_rows(named=True):
        out.append(one_line(row["account"], 2000) + "\n\n", style="bold")
        for side, key in (("source", row["source"]), ("rewrite", row["article"])):
            out.append(f"{side}: {one_line(key)}: {one_line(headlines[key] or 'no headline', 300)}\n")
    for row in rewrites.filter(pl.col("diff") != "").iter_rows(named=True):
        aside = ", out of order" if row["out_of_order"] and row["label"] != "moved" else ""
        out.append(f"\n{row['label']}{aside}\n", style=_LABELS.get(row["label"], "dim"))
        marked = one_line(row["diff"], 5000)
        for piece in re.split(r"(\[-.*?-\]|\{\+.*?\+\})", marked):
            style = "red" if piece.startswith("[-") else "green" if piece.startswith("{+") else ""
            out.append(piece, style=style or ("dim" if row["label"] == "kept" else ""))
        out.append("\n")
        if effects := said(row):
            out.append(f"({one_line(effects, 500)})\n", style="dim")
    return _render(out)


def _number(value: float) -> str:
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, list):
        return " ".join(one_line(item) for item in value)
    return one_line(value, 400)


def _wrap(text: str, first: str = "", under: str = "") -> list[str]:
    """Lines of the terminal's width; what articles say stays on its line and harmless."""
    from textwrap import wrap

    return wrap(one_line(text, 4_000), WIDTH, initial_indent=first, subsequent_indent=under)


def _render(item: object) -> str:
    """Rich's output as text: coloured for a terminal that wants it, never wider than it."""
    from rich.console import Console

    terminal, columns = sys.stdout.isatty(), os.environ.get("COLUMNS", "")[:4]
    console = Console(
        file=io.StringIO(),
        force_terminal=terminal,
        no_color=bool(os.environ.get("NO_COLOR")) or not terminal,
        width=None if terminal else max(WIDTH, int(columns) if columns.isdecimal() else 0),
        height=None if terminal else 25,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(item)
    written = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in written.splitlines())
