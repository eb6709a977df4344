"""What the verbs share: options, how an event is read and scored, how data and remarks are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from framing.errors import one_line

if TYPE_CHECKING:
    import polars as pl

    from framing.corpus.corpus import Corpus
    from framing.measures.analyser import Analyser
    from framing.report.write import Options
    from framing.scoring.scores import Scores


class TableFormat(StrEnum):
    """How a reading verb shows its data."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


Event = Annotated[
    str,
    typer.Option(
        "--event", "-e", metavar="EVENT", help="Name of an event (a folder under --data), or path of a folder or file."
    ),
]
Data = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", help="Folder of events. Else $FRAMING_DATA, ./data/events, and the events of framing itself."
    ),
]
Lexicons = Annotated[
    list[Path] | None, typer.Option("--lexicon", metavar="FILE", help="A word list of your own (TOML). Repeatable.")
]
Analysers = Annotated[
    list[Path] | None,
    typer.Option("--analyser", metavar="FILE", help="A Python file with measures of your own. Repeatable."),
]
Only = Annotated[str | None, typer.Option(metavar="NAMES", help="Measures to keep, separated by commas.")]
Where = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN=VALUE", help="Articles to keep, also by a column of your own. Repeatable."),
]
Formats = Annotated[
    str, typer.Option("--format", "-f", metavar="NAMES", help="Any of md, html, pdf, docx, separated by commas.")
]
Seed = Annotated[int, typer.Option(min=0, metavar="NUMBER", help="Seed of the permutations.")]
Text = Annotated[bool, typer.Option("--text/--no-text", help="Put article texts into the HTML report.")]
SNIPPET = 160
Snippet = Annotated[
    int, typer.Option(min=0, metavar="NUMBER", help="With --no-text: the longest passage shown, in characters.")
]
Sections = Annotated[
    str | None,
    typer.Option(
        metavar="NAMES", help="Sections to keep, separated by commas; an unknown one is answered with all names."
    ),
]
Template = Annotated[Path | None, typer.Option(metavar="FOLDER", help="Folder with a logo, words and CSS of your own.")]
Paper = Annotated[str, typer.Option(metavar="NAME", help="a4 or letter.")]
Workers = Annotated[
    int | None,
    typer.Option(min=1, metavar="NUMBER", help="Processes, where articles are many. Else one for each core."),
]
Open = Annotated[bool, typer.Option("--open", help="Open the report when it is done.")]
Format = Annotated[TableFormat, typer.Option("--format", "-f", help="How to show the data.")]


def report_options(
    text: bool,
    snippet: int,
    sections: str | None,
    template: Path | None,
    paper: str,
    compare_with: Path | None = None,
    full: bool = False,
    each: bool = False,
    tables_only: bool = False,
) -> Options:
    """How a report is made, from what was given on the command line."""
    from framing.report.write import Options

    if text and snippet != SNIPPET:
        raise typer.BadParameter("goes with --no-text", param_hint="--snippet")
    if full and tables_only:
        raise typer.BadParameter("does not go with --tables-only", param_hint="--full")
    kept = tuple(listed(sections, "--sections") or ())
    return Options(text, snippet, kept, template, compare_with, paper, full, each, tables_only)


def told(written: list[Path], show: bool) -> None:
    """Say where the reports are, and open the last of them where that is wanted."""
    reports = [str(path) for path in written if path.name.startswith("report")]
    if not reports:
        typer.echo(f"\nTables: {written[-1].parent}")
        return
    typer.echo(f"\nReport: {', '.join(reports)}")
    if show:
        typer.launch(reports[-1])


def listed(text: str | None, option: str) -> list[str] | None:
    """Names that were given separated by commas; null where the option was not given. Raises for a list of nothing."""
    if text is None:
        return None
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise typer.BadParameter("names nothing; leave it out, or give names separated by commas", param_hint=option)
    return names


def event_at(event: str, data: Path | None) -> Path:
    """Where the event of that name or path is. Asked for before polars is loaded, which then works as its size asks."""
    from framing.corpus.find import find_event
    from framing.processes import few_threads

    place = find_event(event, data)
    few_threads(place)
    return place


def load_corpus(event: str, data: Path | None, where: list[str] | None = None, workers: int = 1) -> Corpus:
    """The corpus of the event of that name or path, or the articles in it that were asked for."""
    place = event_at(event, data)
    from framing.corpus.load import load

    corpus = load(place, workers=workers)
    return corpus.where(*where) if where else corpus


def score_event(
    event: str,
    data: Path | None,
    only: str | None,
    lexicons: list[Path] | None,
    analysers: list[Path] | None,
    say: Callable[[str], None] = lambda _: None,
    where: list[str] | None = None,
    workers: int | None = None,
    also: Sequence[Callable[[Corpus], pl.DataFrame]] = (),
    passages: str | None = None,
) -> Scores:
    """The scores of an event by the measures that were asked for; `say` is told how far it is. also, passages: see
    `score`."""
    event_at(event, data)  # before the next line loads polars
    from framing.measures.analysers import discover
    from framing.processes import cores
    from framing.scoring.scores import score as score_corpus

    names = listed(only, "--only")
    found = discover(lexicons or (), analysers or ())
    warn(found, names)
    processes = workers or cores()
    corpus = load_corpus(event, data, where, processes)
    return score_corpus(
        corpus, names, found, lambda done, of: say(f"Scoring the articles: {done:,} of {of:,}"),
        workers=processes, also=also, passages=passages,
    )  # fmt: skip


def open_scored(
    folder: Path,
    only: str | None,
    lexicons: list[Path] | None,
    analysers: list[Path] | None,
    where: list[str] | None = None,
) -> Scores:
    """The scores in a folder of `framing score --out`, or those of the articles in it that were asked for."""
    from framing.scoring.opened import open_scores

    scores = open_scores(folder, listed(only, "--only"), lexicons or (), analysers or ())
    return scores.select(scores.corpus.where(*where).articles["article"].to_list()) if where else scores


def warn(analysers: Iterable[Analyser], names: Sequence[str] | None) -> None:
    """On stderr, the grade of each measure that was asked for by name and is known to fail at something."""
    from framing.measures.grades import doubtful

    asked = set(names or ())
    for line in doubtful(metric for item in analysers for metric in item.metrics if metric.name in asked):
        remark(f"measure {line}: framing measures {line.split(':')[0]}")


def show(frame: pl.DataFrame, format_: TableFormat) -> None:
    """A frame on stdout, in the form that was asked for."""
    import polars as pl

    from framing.report.tables import csv_bytes

    if format_ is TableFormat.parquet:
        if sys.stdout.isatty():
            raise typer.BadParameter("is no text to be shown; send it to a file: > NAME.parquet", param_hint="--format")
        frame.write_parquet(sys.stdout.buffer)
    elif format_ is TableFormat.csv:
        if sys.stdout.isatty():  # marks that would steer the terminal
            frame = frame.with_columns(pl.col(pl.String).str.replace_all(r"[\p{Cc}--\n\t]", "\ufffd"))
        sys.stdout.buffer.write(csv_bytes(frame))
    elif format_ is TableFormat.json:
        typer.echo(frame.write_json())
    else:
        from framing.cli.terminal import table

        typer.echo(table(frame))


def remark(text: str) -> None:
    """A line on stderr."""
    typer.echo(one_line(text, 500), err=True)


def fail(message: str, code: int = 1) -> NoReturn:
    """End with one line on stderr."""
    typer.echo(f"framing: {one_line(message, 2000)}", err=True)
    sys.exit(code)
