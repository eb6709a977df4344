"""`framing score`: every metric of every article."""

from __future__ import annotations

from framing.cli.options import Analysers, Data, Event, Format, Lexicons, Only, TableFormat, Where, score_event, show

ORDER = 8


def score(
    event: Event,
    data: Data = None,
    only: Only = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    where: Where = None,
    format_: Format = TableFormat.table,
) -> None:
    """Show every metric of every article."""
    scores = score_event(event, data, only, lexicon, analyser, where=where)
    show(scores.corpus.with_extra(scores.metrics), format_)
