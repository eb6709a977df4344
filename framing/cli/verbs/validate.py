"""`framing validate`: a measure against your own coding."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import Analysers, Data, Event, Format, Lexicons, TableFormat, remark, score_event, show

ORDER = 6


def validate(
    event: Event,
    codes: Annotated[list[Path], typer.Option("--codes", metavar="FILE", help="A filled sheet; once for each coder.")],
    data: Data = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Keep figures that rest on fewer coded sentences, or coders, than before.")
    ] = False,
    format_: Format = TableFormat.table,
) -> None:
    """Compare measures with your own coding. See framing evidence --sample; the figures are kept with the event."""
    from framing.coding.sheets import kinds_of, read_codes
    from framing.coding.validation import agree, store, table
    from framing.corpus.find import find_event
    from framing.measures.analysers import discover

    kinds = kinds_of(
        {metric.name: metric for item in discover(lexicon or (), analyser or ()) for metric in item.metrics}
    )
    coders = [coder for path in codes for coder in read_codes(path, kinds)]
    coded = ",".join(sorted({name for coder in coders for name in coder.codes}))
    found, remarks = agree(score_event(event, data, coded, lexicon, analyser), coders)
    path = store(find_event(event, data), found, replace)
    show(table(found), format_)
    for line in [*remarks, f"kept in {path}: later reports of this event print these figures"]:
        remark(line)
