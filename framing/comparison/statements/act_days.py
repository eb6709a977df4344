"""One act that texts tell on different days: *seized on Thursday*, *seized on Friday*."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.act_days import ActDay, act_days, alike, known
from framing.comparison.statements import Evidence, Statement, foremost
from framing.comparison.worded import of_figures

_MANY = 40  # texts
_MOST = 3  # acts


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Acts of a list (opened, ended, arrested, died, ...) to which texts of two outlets give different days.

    One act: what is done to one and the same person, by the name with which both sentences begin, is stated where the
    days can be set beside each other; all else is to be checked: an act that an event has once (opened, ended, crashed)
    or whose sentences have four words of content in common. Weekdays are dated by the day of their text; a weekday
    beside a date of texts without one may be one day: of these, the act with most words in common. See `act_days`.
    """
    labels = comparison.labels
    if not comparison.one_event or labels.total > _MANY:
        return
    groups = list(act_days(comparison.scores.corpus, labels))
    open_ones = [group for group in groups if not known(group)]
    kept = [group for group in groups if known(group)] + sorted(open_ones, key=alike)[-1:]
    yield from foremost((_said(comparison, group) for group in kept), _MOST)


def _said(comparison: Comparison, group: list[ActDay]) -> Statement:
    sure = known(group)
    opens = "One act is told on different days" if sure else "One act has a weekday here, a date there"
    ends = "" if sure else " They do not tell whether it is one day."
    places = (Evidence(one.article, one.start, one.end) for one in group)
    person = all(one.about for one in group)
    salience = (0.8 if person else 0.7) * (1 if sure else 0.8)
    return of_figures(comparison, opens, places, salience, not (sure and person), ends)
