"""`framing check`: what was read, what was taken out, what is wrong."""

from __future__ import annotations

from typing import Annotated

import typer

from framing.cli.options import Data, Event, Format, TableFormat, Where, load_corpus, show

ORDER = 3


def check(
    event: Event,
    data: Data = None,
    diff: Annotated[
        str | None,
        typer.Option(metavar="ARTICLE", help="One article as read against what was kept: its key, number or outlet."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="A line for each article, however many there are.")] = False,
    where: Where = None,
    format_: Format = TableFormat.table,
) -> None:
    """Show what is in an event and all that is wrong. `--diff` shows what was taken out of an article."""
    from framing.cli.listing import articles, problems
    from framing.corpus.check import check as check_corpus
    from framing.corpus.check import raw_against_clean
    from framing.corpus.find import find_event
    from framing.corpus.load import raw_bodies

    corpus = load_corpus(event, data, where)
    if diff:
        keys = corpus.articles["article"]
        numbered = diff.isdecimal() and 0 < int(diff) <= len(keys) and diff not in keys
        bodies = raw_bodies(find_event(event, data))
        for key in [keys[int(diff) - 1]] if numbered else corpus.keys_of(diff):
            typer.echo(raw_against_clean(corpus, key, bodies.get(key, "")) + "\n")
        return
    found = "\n".join(problems(corpus.problems)) or "No problems."
    if format_ is TableFormat.table:
        typer.echo(f"{articles(corpus, every)}\n\n{found}")
        return
    show(check_corpus(corpus), format_)
    typer.echo(f"\n{found}", err=True)  # beside data that a program reads
