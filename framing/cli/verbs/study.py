"""`framing study`: many events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import Analysers, Data, Lexicons, Only, remark

ORDER = 2


def study(
    events: Annotated[
        list[str] | None,
        typer.Option("--events", "-e", help="Names, globs, folders or one table with a column 'event'. Repeatable."),
    ] = None,
    plan: Annotated[
        str | None, typer.Option("--study", help="A study.toml, or the name of a study (such as tech-and-trade).")
    ] = None,
    data: Data = None,
    out: Annotated[Path | None, typer.Option(help="Folder of the report. Else reports/STUDY.")] = None,
    formats: Annotated[str, typer.Option("--format", "-f", help="Any of md, html, pdf.")] = "md,html,pdf",
    each: Annotated[bool, typer.Option("--each", help="Write a report of every event, too, into OUT/events.")] = False,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Keep scores, so that only events that changed are scored again.")
    ] = True,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the permutations.")] = 1,
    only: Only = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Put article texts into the HTML report.")] = True,
    snippet: Annotated[
        int, typer.Option(min=0, help="With --no-text: the longest passage shown, in characters.")
    ] = 160,
    sections: Annotated[
        str | None, typer.Option(help="Sections to keep, separated by commas: findings,measures,...")
    ] = None,
    template: Annotated[Path | None, typer.Option(help="Folder with a logo, words and CSS of your own.")] = None,
    paper: Annotated[str, typer.Option(help="a4 or letter.")] = "a4",
    open_: Annotated[bool, typer.Option("--open", help="Open the report when it is done.")] = False,
) -> None:
    """Study what outlets do over many events, and write a report."""
    from framing.cli.progress import working
    from framing.cli.study_summary import study_summary
    from framing.comparison.study.study import study as make
    from framing.measures.analysers import discover
    from framing.report.write import Options, write_report

    if not events and plan is None:
        raise typer.BadParameter("name some events, or a study with --study", param_hint="--events")
    chosen = [name.strip() for name in formats.split(",") if name.strip()]
    kept = tuple(name.strip() for name in (sections or "").split(",") if name.strip())
    names = [name.strip() for name in only.split(",") if name.strip()] if only else None
    options = Options(text, snippet, kept, template, None, paper)
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
        written = write_report(made, folder, chosen, options=options)
        for place, member in enumerate(made.members if each else (), 1):
            say(f"Writing the report of each event: {place:,} of {len(made.members):,}")
            write_report(made.comparison(member.name), folder / "events" / member.name, chosen, options=options)
            made.forget(member.name)
    for row in made.problems.filter(made.problems["severity"] != "note").head(20).iter_rows(named=True):
        remark(f"{row['severity']}: {row['file']} {row['problem']}; {row['advice']}")
    typer.echo(study_summary(made))
    reports = [str(path) for path in written if path.name.startswith("report.")]
    typer.echo(f"\nReport: {', '.join(reports)}")
    if open_:
        typer.launch(reports[-1])
