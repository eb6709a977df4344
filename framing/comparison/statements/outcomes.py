"""What became of one thing, told otherwise: done here, still to come there; *upheld* here, *lifted* there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.deeds import COMING, DONE, NOT
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement, foremost

CHECK = True

_MOST = 3  # things
_WORDINGS = 2  # of one way that are shown


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A deed that independent reports tell as done and as still to come or not done, and deeds that exclude each other,
    of one thing or person: see `outcomes`. Each with its words; the three on which most texts are.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    made: list[Statement] = []
    days = dict(comparison.scores.corpus.articles.select("article", "published").iter_rows())
    for (_,), part in comparison.outcomes.group_by("thing", maintain_order=True):
        rows = part.to_dicts()
        ways: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            ways[row["way"]].append(row)
        if rows[0]["sort"] == "stage":
            order = [way for way in (DONE, COMING, NOT) if way in ways]
            said = "Told " + " and ".join(
                f"as {way} in {labels.listed([row['article'] for row in ways[way]])}" for way in order
            )
        else:
            order, said = sorted(ways), "What reads like one matter ended in different ways"
        shown = listed([one for way in order for one in _shown(comparison, ways[way])])
        apart = len({days[row["article"]] for row in rows}) > 1
        note = " The texts are of different days." if apart else ""
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        names = labels.of_outlets(row["article"] for row in rows)
        salience = 0.6 + 0.2 * len(rows) / labels.total
        made.append(Statement("texts", "outcome", names, f"{said}: {shown}.{note}", evidence, salience))
    yield from foremost(made, _MOST)


def _shown(comparison: Comparison, rows: list[dict[str, Any]]) -> Iterator[str]:
    """*“Ada Holm was released” (A and B)*: the words of one way, the shortest first."""
    wordings: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        wordings[row["text"]].append(row["article"])
    for text in sorted(wordings, key=lambda text: (-len(wordings[text]), len(text), text))[:_WORDINGS]:
        yield comparison.labels.beside(f"“{text}”", wordings[text])
