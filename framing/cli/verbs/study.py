"""`framing study`: many events."""

from __future__ import annotations

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
    listed,
    remark,
    report_options,
    told,
)

ORDER = 2


def study(
    events: Annotated[
        list[str] | None,
        typer.Option(
            "--events",
            "-e",
            metavar="EVENTS",
            help="Names, globs, folders or one table with a column 'event'. Repeatable.",
        ),
    ] = None,
    plan: Annotated[
        str | None,
        typer.Option("--study", metavar="STUDY", help="A study.toml, or the name of a study (such as tech-and-trade)."),
    ] = None,
    data: Data = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Folder of the report. Else reports/STUDY.")
    ] = None,
    formats: Formats = "md,html,pdf",
    each: Annotated[bool, typer.Option("--each", help="Write a report of every event, too, into OUT/events.")] = False,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Keep scores, so that only events that changed are scored again.")
    ] = True,
    seed: Seed = 1,
    only: Only = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    text: Text = True,
    snippet: Snippet = SNIPPET,
    sections: Sections = None,
    template: Template = None,
    paper: Paper = "a4",
    open_: Open = False,
) -> None:
    """Study what outlets do over many events, and write a report."""
    from framing.cli.progress import working
    from framing.cli.study_summary import study_summary
    from framing.comparison.study.study import study as make
    from framing.measures.analysers import discover
    from framing.report.write import made_ready, write_report

    if not events and plan is None:
        raise typer.BadParameter("name some events, or a study with --study", param_hint="--events")
    chosen, names = listed(formats, "--format") or [], listed(only, "--only")
    options = report_options(text, snippet, sections, template, paper, each=each)
    if out is not None:
        made_ready(out, chosen, options, "study")
    with working("Reading and scoring the events") as say:
        made = make(
            events or [],
            plan,
            data,
            names,
            discover(lexicon or (), analyser or ()),
            seed,
            cache,
            lambda done, of: say(f"Reading and scoring the events: {done:,} of {of:,}"),
        )
        say("Writing the report")
        folder = out or Path("reports") / made.plan.name
        written = write_report(
            made,
            folder,
            chosen,
            options=options,
            progress=lambda at, of: say(f"Writing the report of each event: {at:,} of {of:,}"),
        )
    for row in made.problems.filter(made.problems["severity"] != "note").head(20).iter_rows(named=True):
        remark(f"{row['severity']}: {row['file']} {row['problem']}; {row['advice']}")
    typer.echo(study_summary(made))
    told(written, open_)
