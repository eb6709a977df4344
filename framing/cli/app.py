"""The command line: the only file that prints. Data goes to stdout, remarks and progress to stderr."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from framing import __version__
from framing.errors import FramingError, StoppedError, one_line

if TYPE_CHECKING:
    import polars as pl

    from framing.corpus.corpus import Corpus
    from framing.scoring.scores import Scores

app = typer.Typer(
    name="framing",
    help="Compare how news outlets frame the same event.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


_LATER = ("scipy.special", "matplotlib.figure")


class TableFormat(StrEnum):
    """How a reading verb shows its data."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


Event = Annotated[str, typer.Option("--event", "-e", help="Name of an event: a folder under --data.")]
Data = Annotated[
    Path | None,
    typer.Option(help="Folder of events. Else $FRAMING_DATA, ./data/events, and the events that come with framing."),
]
Lexicons = Annotated[list[Path] | None, typer.Option("--lexicon", help="A word list of your own (TOML).")]
Analysers = Annotated[list[Path] | None, typer.Option("--analyser", help="A Python file with measures of your own.")]
Only = Annotated[str | None, typer.Option(help="Measures to keep, separated by commas.")]
Format = Annotated[TableFormat, typer.Option("--format", "-f", help="How to show the data.")]


@app.callback(invoke_without_command=True)
def _framing(version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    if version:
        typer.echo(f"framing {__version__}")
        raise typer.Exit


@app.command()
def compare(
    event: Event,
    data: Data = None,
    out: Annotated[Path | None, typer.Option(help="Folder of the report. Else reports/EVENT.")] = None,
    formats: Annotated[str, typer.Option("--format", "-f", help="Any of md, html, pdf.")] = "md,html,pdf",
    seed: Annotated[int, typer.Option(help="Seed of the permutations.")] = 1,
    pair: Annotated[list[str] | None, typer.Option(help="Two outlets to contrast: 'A,B'. May be repeated.")] = None,
    stratum: Annotated[
        list[str] | None,
        typer.Option(help="Contrasts in a part of the corpus: news, own-voice or no-wire. Repeatable."),
    ] = None,
    moderate: Annotated[
        bool, typer.Option("--moderate", help="Shorter intervals, if outlets can be assumed to vary alike.")
    ] = False,
    only: Only = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Put article texts into the HTML report.")] = True,
    snippet: Annotated[
        int, typer.Option(min=0, help="With --no-text: the longest passage shown, in characters.")
    ] = 160,
    sections: Annotated[
        str | None, typer.Option(help="Sections to keep, separated by commas: findings,summary,...")
    ] = None,
    template: Annotated[Path | None, typer.Option(help="Folder with a logo, words and CSS of your own.")] = None,
    compare_with: Annotated[Path | None, typer.Option(help="Folder of an earlier report: say what changed.")] = None,
    paper: Annotated[str, typer.Option(help="a4 or letter.")] = "a4",
    open_: Annotated[bool, typer.Option("--open", help="Open the report when it is done.")] = False,
) -> None:
    """Compare the outlets of an event and write a report."""
    from framing.cli.progress import working
    from framing.cli.terminal import remarks, summary
    from framing.coding.validation import event_validation, still_valid
    from framing.comparison.compare import compare as compare_scores
    from framing.corpus.load import find_event
    from framing.report.write import Options, write_report

    # These libraries take long to load, and polars leaves Python free while it scores.
    threading.Thread(target=lambda: [import_module(name) for name in _LATER], daemon=True).start()
    pairs = [_pair(names) for names in pair or []]
    chosen = [name.strip() for name in formats.split(",") if name.strip()]
    kept = tuple(name.strip() for name in (sections or "").split(",") if name.strip())
    options = Options(text, snippet, kept, template, compare_with, paper)
    with working("Reading and scoring the articles") as say:
        scores = _score(event, data, only, lexicon, analyser, say)
        say("Comparing the outlets")
        accuracy, outdated = still_valid(event_validation(find_event(event, data)), scores.analysers)
        comparison = compare_scores(scores, seed, pairs, stratum or [], moderate, accuracy)
        say("Writing the report")
        folder = out or Path("reports") / scores.corpus.event.name
        written = write_report(comparison, folder, chosen, options=options)
    for remark in remarks(scores.corpus):
        _remark(remark)
    if outdated:
        _remark(f"warning: coded with another version, and left out: {', '.join(outdated)}; draw a new sheet")
    typer.echo(summary(comparison))
    reports = [str(path) for path in written if path.name.startswith("report.")]
    typer.echo(f"\nReport: {', '.join(reports)}")
    if open_:
        typer.launch(reports[-1])


@app.command()
def check(
    event: Event,
    data: Data = None,
    diff: Annotated[str | None, typer.Option(help="Show one article as it was read against what was kept.")] = None,
    format_: Format = TableFormat.table,
) -> None:
    """Show what is in an event, what was taken out of its pages, and all that is wrong."""
    from framing.cli.terminal import problems
    from framing.corpus.check import check as check_corpus
    from framing.corpus.check import raw_against_clean
    from framing.corpus.load import find_event, raw_bodies

    corpus = _load(event, data)
    if diff:
        typer.echo(raw_against_clean(corpus, diff, raw_bodies(find_event(event, data)).get(diff, "")))
        return
    _show(check_corpus(corpus), format_)
    # Beside data that a program reads, what is wrong goes to stderr.
    typer.echo("\n" + problems(corpus), err=format_ is not TableFormat.table)


@app.command()
def add(
    event: Event,
    sources: Annotated[list[str], typer.Argument(help="Files, folders, web addresses.", metavar="FILE|FOLDER|URL...")],
    data: Data = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of articles that name none themselves.")] = None,
) -> None:
    """Bring articles into an event: a Markdown file for each, to be corrected by hand. Nothing is overwritten."""
    from framing.corpus.add import add as add_articles
    from framing.corpus.add import writable

    folder = writable(event, data)
    if not folder.is_dir():
        _remark(f"{folder} is a new event")
    refused = 0
    for article in add_articles(folder, sources, outlet):
        typer.echo(str(article))
        refused += article.problem is not None and not article.there
    if refused:
        _fail(f"{refused} of what was given could not be added to {folder.name}; see above")


@app.command()
def score(
    event: Event,
    data: Data = None,
    only: Only = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    format_: Format = TableFormat.table,
) -> None:
    """Show every metric of every article."""
    _show(_score(event, data, only, lexicon, analyser).metrics, format_)


@app.command()
def evidence(
    metric: Annotated[str, typer.Argument(help="A measure, such as hedging (see: framing measures).")],
    event: Event,
    data: Data = None,
    outlet: Annotated[str | None, typer.Option(help="Only this outlet.")] = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    format_: Format = TableFormat.table,
    sample: Annotated[
        int | None, typer.Option(min=2, max=10_000, help="Draw a coding sheet of so many sentences.")
    ] = None,
    blind: Annotated[bool, typer.Option("--blind", help="Leave out of the sheet what would give hits away.")] = False,
    seed: Annotated[int, typer.Option(help="Seed of the sheet.")] = 1,
    out: Annotated[Path | None, typer.Option(help="File of the sheet: .csv or .xlsx. Else it is shown.")] = None,
) -> None:
    """Show the passages behind a number, or draw a sheet of sentences to code (then: framing validate)."""
    import polars as pl

    from framing.errors import UnknownNameError

    if sample is None and (blind or out is not None):
        raise typer.BadParameter("goes with --sample", param_hint="--blind" if blind else "--out")
    if sample is not None and outlet is not None:
        raise typer.BadParameter("a sheet is drawn from the whole event", param_hint="--outlet")
    scores = _score(event, data, None if sample is None else metric, lexicon, analyser)
    if sample is not None:
        from framing.coding.sheets import draw, write_sheet
        from framing.report.write import csv_bytes

        sheet = draw(scores, metric, sample, seed, blind)
        if out is None:
            _show(sheet, TableFormat.csv if format_ is TableFormat.table else format_)
        else:
            write_sheet(sheet, out, csv_bytes(sheet))
            _remark(
                f"{sheet.height} sentences: write 1 or 0 into the column 'code' of {out}, then run framing validate"
            )
        return
    frame = scores.passages(metric)
    if outlet is not None:
        known = scores.corpus.articles["outlet"].unique()
        if outlet not in known:
            raise UnknownNameError("outlet", outlet, known)
        frame = frame.filter(pl.col("outlet") == outlet)
    if format_ is TableFormat.table:
        from framing.cli.terminal import passages

        typer.echo(passages(scores.corpus, frame))
    else:
        _show(frame, format_)


@app.command()
def validate(
    event: Event,
    codes: Annotated[list[Path], typer.Option("--codes", help="A filled sheet; once for each coder.")],
    data: Data = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    format_: Format = TableFormat.table,
) -> None:
    """Compare measures with your own coding (see: framing evidence --sample), and keep the figures with the event."""
    from framing.coding.sheets import read_codes
    from framing.coding.validation import agree, store, table
    from framing.corpus.load import find_event

    coders = [coder for path in codes for coder in read_codes(path)]
    coded = ",".join(sorted({name for coder in coders for name in coder.codes}))
    found, remarks = agree(_score(event, data, coded, lexicon, analyser), coders)
    path = store(find_event(event, data), found)
    _show(table(found), format_)
    for remark in [*remarks, f"kept in {path}: later reports of this event print these figures"]:
        _remark(remark)


@app.command()
def diff(
    a: Annotated[str, typer.Argument(help="The source: an article's key, its last part, or an outlet.")],
    b: Annotated[str, typer.Argument(help="What became of it: an article or an outlet.")],
    event: Event,
    data: Data = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    format_: Format = TableFormat.table,
) -> None:
    """Show what one article kept, changed, dropped and added of another, sentence by sentence."""
    from framing.comparison.texts.rewrites import diff as align
    from framing.comparison.texts.rewrites import measures_of, pair
    from framing.measures.analysers import discover
    from framing.scoring.scores import score as score_corpus

    corpus = _load(event, data)
    source, rewrite = pair(corpus, a, b)
    found = discover(lexicon or (), analyser or ())
    scores = score_corpus(corpus.select([source, rewrite]), measures_of(found), found)
    frame = align(scores, source, rewrite)
    if format_ is TableFormat.table:
        from framing.cli.terminal import differences

        typer.echo(differences(scores, frame))
    else:
        _show(frame, format_)


@app.command()
def measures(lexicon: Lexicons = None, analyser: Analysers = None, format_: Format = TableFormat.table) -> None:
    """List every measure: unit, direction, source, and how well it is known to work."""
    from framing.measures.analysers import discover
    from framing.measures.catalogue import measures as list_measures

    frame = list_measures(discover(lexicon or (), analyser or ()))
    if format_ is TableFormat.table:
        from framing.cli.terminal import measures as in_words

        typer.echo(in_words(frame))
    else:
        _show(frame, format_)


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 the input is at fault, 2 wrong usage."""
    # A run makes millions of small objects that stay and hardly a cycle: looking for cycles takes a third of its time.
    gc.disable()
    signal.signal(signal.SIGINT, _stop)
    try:
        app()
    except StoppedError as problem:
        _fail(str(problem), code=130)
    except FramingError as problem:
        _fail(str(problem))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def console() -> NoReturn:
    """`main` as a whole process, which ends without taking its millions of objects down one by one."""
    code: object = 0
    try:
        main()
    except SystemExit as stop:
        code = stop.code
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 0)


def _stop(*_: object) -> NoReturn:
    """Ctrl-C, as an error of ours: what is half done is undone on its way out."""
    raise StoppedError("stopped; nothing was written")


def _load(event: str, data: Path | None) -> Corpus:
    from framing.corpus.load import find_event, load

    return load(find_event(event, data))


def _score(
    event: str,
    data: Path | None,
    only: str | None,
    lexicons: list[Path] | None,
    analysers: list[Path] | None,
    say: Callable[[str], None] = lambda _: None,
) -> Scores:
    from framing.measures.analysers import discover
    from framing.scoring.scores import score as score_corpus

    names = [name.strip() for name in only.split(",") if name.strip()] if only else None
    found = discover(lexicons or (), analysers or ())
    corpus = _load(event, data)
    return score_corpus(corpus, names, found, lambda done, of: say(f"Scoring the articles: {done:,} of {of:,}"))


def _pair(names: str) -> tuple[str, str]:
    parts = [name.strip() for name in names.split(",")]
    if len(parts) != 2 or not all(parts):
        raise typer.BadParameter(f"{one_line(names)!r} does not name two outlets as 'A,B'", param_hint="--pair")
    return parts[0], parts[1]


def _show(frame: pl.DataFrame, format_: TableFormat) -> None:
    """A frame on stdout, in the form that was asked for."""
    from framing.report.write import csv_bytes

    if format_ is TableFormat.parquet:
        frame.write_parquet(sys.stdout.buffer)
    elif format_ is TableFormat.csv:
        sys.stdout.buffer.write(csv_bytes(frame))
    elif format_ is TableFormat.json:
        typer.echo(frame.write_json())
    else:
        from framing.cli.terminal import table

        typer.echo(table(frame))


def _remark(text: str) -> None:
    typer.echo(one_line(text, 500), err=True)


def _fail(message: str, code: int = 1) -> NoReturn:
    typer.echo(f"framing: {one_line(message, 2000)}", err=True)
    sys.exit(code)
