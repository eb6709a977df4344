"""`framing add`: bring articles into an event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.options import Data, fail, remark
from framing.errors import StoppedError

if TYPE_CHECKING:
    from framing.corpus.add import Added

ORDER = 4


def add(
    event: Annotated[
        str, typer.Option("--event", "-e", metavar="EVENT", help="Name of an event, old or new, or path of its folder.")
    ],
    sources: Annotated[list[str], typer.Argument(help="Files, folders, web addresses.", metavar="FILE|FOLDER|URL")],
    data: Data = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Outlet of articles that name none themselves.")
    ] = None,
) -> None:
    """Bring articles into an event, a file each. It is Markdown, to be corrected by hand; nothing is overwritten."""
    from framing.cli.listing import added
    from framing.corpus.add import add as add_articles
    from framing.corpus.add import writable

    folder = writable(event, data)
    is_new = not folder.is_dir()
    written = refused = 0

    def counted() -> Iterator[Added]:
        nonlocal written, refused
        for article in add_articles(folder, sources, outlet):
            written += article.file is not None
            refused += article.problem is not None and not article.there
            yield article

    try:
        for line in added(counted()):
            typer.echo(line)
    except StoppedError as problem:
        told = f"stopped; {written} written, each of them whole; the same command adds the rest"
        raise StoppedError(told) from problem
    if is_new and written:
        remark(f"{folder} is a new event")
    if refused:
        fail(f"{refused} of what was given could not be added to {folder.name}; see above")
