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
        typer.Option(metavar="ARTICLE", help="One article as it was read against what was kept: its key or number."),
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
        key = keys[int(diff) - 1] if diff.isdecimal() and 0 < int(diff) <= len(keys) and diff not in keys else diff
        typer.echo(raw_against_clean(corpus, key, raw_bodies(find_event(event, data)).get(key, "")))
        return
    found = "\n".join(problems(corpus.problems)) or "No problems."
    if format_ is TableFormat.table:
        typer.echo(f"{articles(corpus, every)}\n\n{found}")
        return
    show(check_corpus(corpus), format_)
    typer.echo(f"\n{found}", err=True)  # beside data that a program reads
