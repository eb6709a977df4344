"""Different days of the week in the first sentences: *on Wednesday*, *on Thursday*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement

CHECK = True

_REPORTS = 3  # that name a day there
_DAY = re.compile(
    r"\b(?P<before>last |next |since |until |by )?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?! Times| Mail)"
)


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Where three independent reports of one event and more name one day of the week, and one only, in their first two
    sentences, and not all the same; a day behind *last*, *next*, *since*, *until* or *by* is none.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    days: defaultdict[str, list[str]] = defaultdict(list)
    places: list[Evidence] = []
    for article, start, end in comparison.edges.select("article", "start", "end").drop_nulls().iter_rows():
        found = [one for one in _DAY.finditer(texts[article], start, end) if not one["before"]]
        if len({one["day"] for one in found}) == 1:
            days[found[0]["day"]].append(article)
            places.append(Evidence(article, *found[0].span("day")))
    reports = {day: {labels.groups[article] for article in articles} for day, articles in days.items()}
    if len(days) < 2 or len(set.union(*reports.values())) < _REPORTS or set.intersection(*reports.values()):
        return
    parts = [labels.beside(day, days[day]) for day in sorted(days, key=lambda day: (-len(days[day]), day))]
    sentence = f"In their first two sentences texts name different days: {listed(parts)}."
    outlets = labels.of_outlets(place.article for place in places)
    yield Statement("texts", "number", outlets, sentence, tuple(places), 0.4)
