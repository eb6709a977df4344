"""`framing check`: what was read, what was taken out, what is wrong."""

from __future__ import annotations

from typing import Annotated

import typer

from framing.cli.options import Data, Event, Format, TableFormat, load_corpus, show

ORDER = 3


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

    corpus = load_corpus(event, data)
    if diff:
        typer.echo(raw_against_clean(corpus, diff, raw_bodies(find_event(event, data)).get(diff, "")))
        return
    show(check_corpus(corpus), format_)
    # Beside data that a program reads, what is wrong goes to stderr.
    typer.echo("\n" + problems(corpus), err=format_ is not TableFormat.table)
