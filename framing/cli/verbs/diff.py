"""`framing diff`: one article beside its source."""

from __future__ import annotations

from typing import Annotated

import typer

from framing.cli.options import Analysers, Data, Event, Format, Lexicons, TableFormat, load_corpus, show

ORDER = 7


def diff(
    a: Annotated[str, typer.Argument(help="The source: an article's key, its last part, or an outlet.")],
    b: Annotated[str, typer.Argument(help="What became of it: an article or an outlet.")],
    event: Event,
    data: Data = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    format_: Format = TableFormat.table,
) -> None:
    """Show what one article has of another. What it changed, lacks and adds, sentence by sentence."""
    from framing.comparison.texts.rewrites import diff as align
    from framing.comparison.texts.rewrites import measures_of, pair
    from framing.measures.analysers import discover
    from framing.scoring.scores import score as score_corpus

    corpus = load_corpus(event, data)
    source, rewrite = pair(corpus, a, b)
    found = discover(lexicon or (), analyser or ())
    scores = score_corpus(corpus.select([source, rewrite]), measures_of(found), found)
    frame = align(scores, source, rewrite)
    if format_ is TableFormat.table:
        from framing.cli.terminal import differences

        typer.echo(differences(scores, frame))
    else:
        show(frame, format_)
