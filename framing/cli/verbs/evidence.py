"""`framing evidence`: the passages behind a number, or a coding sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import Analysers, Data, Event, Format, Lexicons, TableFormat, remark, score_event, show

ORDER = 5


def evidence(
    metric: Annotated[str, typer.Argument(help="A measure, such as hedging (see: framing measures).")],
    event: Event,
    data: Data = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this outlet: its name, or its short form, as globe-flash.")
    ] = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    format_: Format = TableFormat.table,
    sample: Annotated[
        int | None,
        typer.Option(
            min=2, max=10_000, metavar="NUMBER", help="Draw a coding sheet of so many sentences, such as 200."
        ),
    ] = None,
    blind: Annotated[bool, typer.Option("--blind", help="Leave out of the sheet what would give hits away.")] = False,
    seed: Annotated[int, typer.Option(min=0, metavar="NUMBER", help="Seed of the sheet.")] = 1,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File of the sheet: .csv or .xlsx. Else it is shown.")
    ] = None,
) -> None:
    """Show the passages behind a number. `--sample` draws a sheet of sentences to code (then: framing validate)."""
    import polars as pl

    from framing.corpus.event import outlet_of
    from framing.errors import UnknownNameError

    if sample is None and (blind or out is not None):
        raise typer.BadParameter("goes with --sample", param_hint="--blind" if blind else "--out")
    if sample is not None and outlet is not None:
        raise typer.BadParameter("a sheet is drawn from the whole event", param_hint="--outlet")
    scores = score_event(event, data, None if sample is None else metric, lexicon, analyser)
    if sample is not None:
        from framing.coding.sheets import draw, write_sheet
        from framing.report.tables import csv_bytes

        sheet = draw(scores, metric, sample, seed, blind)
        if out is None:
            show(sheet, TableFormat.csv if format_ is TableFormat.table else format_)
        else:
            write_sheet(sheet, out, csv_bytes(sheet))
            remark(f"{sheet.height} sentences: write 1 or 0 into the column 'code' of {out}, then run framing validate")
        return
    frame = scores.passages(metric)
    if outlet is not None:
        known = scores.corpus.articles["outlet"].unique()
        if (meant := outlet_of(outlet, known)) is None:
            raise UnknownNameError("outlet", outlet, known)
        frame = frame.filter(pl.col("outlet") == meant)
    if format_ is TableFormat.table:
        from framing.cli.terminal import passages

        typer.echo(passages(scores.corpus, frame))
    else:
        show(frame, format_)
