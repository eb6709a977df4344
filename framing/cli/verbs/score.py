"""`framing score`: every metric of every article."""

from __future__ import annotations

from framing.cli.options import Analysers, Data, Event, Format, Lexicons, Only, TableFormat, score_event, show

ORDER = 8


def score(
    event: Event,
    data: Data = None,
    only: Only = None,
    lexicon: Lexicons = None,
    analyser: Analysers = None,
    format_: Format = TableFormat.table,
) -> None:
    """Show every metric of every article."""
    show(score_event(event, data, only, lexicon, analyser).metrics, format_)
