"""`framing measures`: what there is to measure, and how well it works."""

from __future__ import annotations

import typer

from framing.cli.options import Analysers, Format, Lexicons, TableFormat, show

ORDER = 9


def measures(lexicon: Lexicons = None, analyser: Analysers = None, format_: Format = TableFormat.table) -> None:
    """List every measure and how well it works. Unit, direction and source, too."""
    from framing.measures.analysers import discover
    from framing.measures.catalogue import measures as list_measures

    frame = list_measures(discover(lexicon or (), analyser or ()))
    if format_ is TableFormat.table:
        from framing.cli.terminal import measures as in_words

        typer.echo(in_words(frame))
    else:
        show(frame, format_)
