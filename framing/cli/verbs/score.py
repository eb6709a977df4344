"""`framing score`: every metric of every article, of an event or of tables of any size."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import (
    Analysers,
    Data,
    Format,
    Lexicons,
    Only,
    TableFormat,
    Where,
    listed,
    remark,
    score_event,
    show,
)

ORDER = 8


def score(
    tables: Annotated[
        list[str] | None,
        typer.Argument(help="Parquet, CSV or JSON lines: files, folders, patterns. Goes with --out.", metavar="TABLE"),
    ] = None,
    event: Annotated[
        str | None,
        typer.Option(
            "--event", "-e", metavar="EVENT", help="Name or path of an event; with tables, one with an event.toml."
        ),
    ] = None,
    data: Data = None,
    only: Only = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    where: Where = None,
    format_: Format = TableFormat.table,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Folder for the scores of tables; a run that was stopped goes on there."),
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="local; dask, or the address of a Dask scheduler (tcp://HOST:8786).")
    ] = "local",
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="NUMBER", help="Processes. Else one for each core.")
    ] = None,
    evidence: Annotated[bool, typer.Option("--evidence/--no-evidence", help="Write the passages too.")] = True,
) -> None:
    """Show every metric of every article. Of an event; or of tables of any size, into a folder (--out)."""
    if not tables:
        if event is None:
            raise typer.BadParameter("give an event, or tables and --out", param_hint="--event")
        if out is not None:
            what = "goes with tables; the scores of an event are shown: --format csv > FILE"
            raise typer.BadParameter(what, param_hint="--out")
        scores = score_event(event, data, only, lexicon, analyser, where=where)
        show(scores.corpus.with_extra(scores.metrics), format_)
        return
    if where:
        raise typer.BadParameter("goes with --event; select rows of the tables before", param_hint="--where")
    if out is None:
        raise typer.BadParameter("give the folder for the scores", param_hint="--out")
    from framing.cli.progress import working
    from framing.corpus.find import find_event
    from framing.scoring.files import Progress, score_files

    def told(done: Progress) -> None:
        say(
            f"Scoring: part {done.parts:,} of {done.of_parts:,}, {done.rate:,.0f} articles a second, "
            f"{done.left / 60:,.0f} minutes left"
        )

    with working("Reading the tables") as say:
        done = score_files(
            tables, out, engine, workers, listed(only, "--only"), lexicon or (), analyser or (),
            None if event is None else find_event(event, data), evidence,
            progress=told,
        )  # fmt: skip
    typer.echo(f"{done.articles:,} articles scored, in {done.out}")
    if done.there_before:
        remark(f"{done.there_before:,} of {done.parts:,} parts were there from an earlier run")
    if done.left_out:
        remark(f"{done.left_out:,} articles left out; see {done.out / 'problems'}")
