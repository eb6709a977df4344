"""Labels that one report alone sets on people and groups: *far-left*, *the unarmed teenager*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement, made

_REPORTS, _MANY = 3, 8  # independent ones
_SHOWN, _TEXTS = 3, 4  # labels of a text, and texts, that are shown
_BEFORE = ("loaded", "described", "found", "keywords_alone")  # what they say is not said again
_SORTS = {"political": "Political labels that one report alone sets", "person": "Told of people by one report alone"}


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A sentence for the labels of politics (*far-left*, *appointed by President ...*), and one for what else people
    are said to be (*unarmed*, *billionaire*), that one report alone has in its own words: see `epithets`.

    Three of each text, of four texts, with the words behind them; not those that `loaded`, `described`, `found` or
    `keywords_alone` names. Of three to eight independent reports of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or not _REPORTS <= labels.reports <= _MANY:
        return
    told = " ".join(one.sentence for name in _BEFORE for one in made(comparison, name)).lower()
    for sort, begins in _SORTS.items():
        shown: defaultdict[str, list[tuple[str, Evidence]]] = defaultdict(list)
        for row in comparison.epithets.filter(sort=sort).iter_rows(named=True):
            article, more = row["article"], row["article"] in shown or len(shown) < _TEXTS
            if more and row["label"] not in told and len(shown.get(article, ())) < _SHOWN:
                shown[article].append((row["text"], Evidence(article, row["start"], row["end"])))
        if shown:
            parts = (
                f"{listed([f'“{said}”' for said, _ in some])} ({labels.names[article]})"
                for article, some in shown.items()
            )
            evidence = tuple(place for some in shown.values() for _, place in some)
            sentence = f"{begins}, outside quotations, among others: {'; '.join(parts)}."
            yield Statement("texts", "name", labels.of_outlets(shown), sentence, evidence, 0.42)
