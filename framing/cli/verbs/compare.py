"""`framing compare`: the main job."""

from __future__ import annotations

import threading
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import (
    SNIPPET,
    Analysers,
    Data,
    Formats,
    Lexicons,
    Only,
    Open,
    Paper,
    Sections,
    Seed,
    Snippet,
    Template,
    Text,
    Where,
    Workers,
    event_at,
    listed,
    open_scored,
    remark,
    report_options,
    score_event,
    told,
    warn,
)
from framing.errors import one_line

ORDER = 1
_LATER = ("scipy.special",)


def compare(
    event: Annotated[
        str | None,
        typer.Option(
            "--event",
            "-e",
            metavar="EVENT",
            help="Name of an event (a folder under --data), or path of a folder or file.",
        ),
    ] = None,
    scored: Annotated[
        Path | None,
        typer.Option(
            "--scores", metavar="FOLDER", help="In place of an event: what `framing score TABLE --out FOLDER` wrote."
        ),
    ] = None,
    data: Data = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Folder of the report. Else reports/EVENT.")
    ] = None,
    formats: Formats = "md,html,pdf",
    seed: Seed = 1,
    pair: Annotated[list[str] | None, typer.Option(metavar="A,B", help="Two outlets to contrast. Repeatable.")] = None,
    stratum: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Contrasts in a part of the corpus: news, own-voice or no-wire. Repeatable."),
    ] = None,
    covariate: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMN",
            help="A column, also of your own: do differences hold among articles of one value? Repeatable.",
        ),
    ] = None,
    moderate: Annotated[
        bool, typer.Option("--moderate", help="Shorter intervals, if outlets can be assumed to vary alike.")
    ] = False,
    only: Only = None,
    where: Where = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    text: Text = True,
    snippet: Snippet = SNIPPET,
    sections: Sections = None,
    template: Template = None,
    compare_with: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Folder of an earlier report: say what changed.")
    ] = None,
    paper: Paper = "a4",
    full: Annotated[
        bool, typer.Option("--full", help="An appendix too: every chart, table and passage (report-appendix.*).")
    ] = False,
    tables_only: Annotated[
        bool, typer.Option("--tables-only", help="No report and no charts: the tables alone, for many articles.")
    ] = False,
    primary: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Measures declared in advance: differences are stated by them alone. Else sentiment, "
            "flesch_kincaid_grade, hedging, loaded and quoted_share.",
        ),
    ] = None,
    closely: Annotated[
        int,
        typer.Option(
            min=2,
            metavar="NUMBER",
            help="Articles set beside each other passage by passage: those of the largest stories.",
        ),
    ] = 250,
    workers: Workers = None,
    open_: Open = False,
) -> None:
    """Compare the outlets of an event and write a report."""
    from tempfile import TemporaryDirectory

    if (event is None) == (scored is None):
        raise typer.BadParameter("give an event, or --scores", param_hint="--event")
    place = scored or event_at(str(event), data)
    from framing.cli.progress import working
    from framing.cli.terminal import remarks, summary
    from framing.coding.validation import event_validation, still_valid
    from framing.comparison.compare import compare as compare_scores
    from framing.comparison.estimates.differences import PRIMARY
    from framing.comparison.texts.reuse import shingles
    from framing.corpus.find import event_name
    from framing.report.write import made_ready, write_report

    # These libraries take long to load, and polars leaves Python free while it scores.
    threading.Thread(target=lambda: [import_module(name) for name in _LATER], daemon=True).start()
    pairs = [_pair(names) for names in pair or []]
    chosen = listed(formats, "--format") or []
    options = report_options(text, snippet, sections, template, paper, compare_with, full, tables_only=tables_only)
    ahead = listed(primary, "--primary") or PRIMARY
    folder = out or Path("reports") / event_name(place.resolve())
    if folder.resolve().is_relative_to(place.resolve()):
        what = f"{folder} lies in the event's folder, where it would be read as coverage; name another"
        raise typer.BadParameter(what, param_hint="--out")
    made_ready(folder, chosen, options)
    with TemporaryDirectory(prefix="framing-", ignore_cleanup_errors=True) as apart:  # for passages of many articles
        with working("Reading and scoring the articles") as say:
            if scored is None:
                scores = score_event(
                    str(event), data, only, lexicon, analyser, say, where, workers, also=(shingles,),
                    passages=apart if tables_only else None,
                )  # fmt: skip
            else:
                scores = open_scored(scored, only, lexicon, analyser, where)
            warn(scores.analysers, listed(primary, "--primary"))
            say("Comparing the outlets")
            coded = event_validation(place) if scored is None else {}
            accuracy, outdated = still_valid(coded, scores.analysers)
            comparison = compare_scores(
                scores, seed, pairs, stratum or [], moderate, accuracy, outdated=outdated, primary=ahead,
                closely=closely, covariates=covariate or [],
            )  # fmt: skip
            say("Writing the report")
            written = write_report(comparison, folder, chosen, options=options)
        for line in remarks(scores.corpus):
            remark(line)
        if outdated:
            remark(f"warning: coded with another version, and left out: {', '.join(outdated)}; draw a new sheet")
        typer.echo(summary(comparison))
        told(written, open_)


def _pair(names: str) -> tuple[str, str]:
    parts = [name.strip() for name in names.split(",")]
    if len(parts) != 2 or not all(parts):
        raise typer.BadParameter(f"{one_line(names)!r} does not name two outlets as 'A,B'", param_hint="--pair")
    return parts[0], parts[1]
