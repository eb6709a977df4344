"""One figure that texts put differently: *almost 5 per cent*, *less than 5 per cent*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement, foremost

CHECK = True

_MOST = 3  # figures
_WORDINGS = 4  # that are shown with the words beside the figure
_SLIGHT = frozenset({"about", "over"})  # *some 200*, *more than 200*


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Figures of one value for one thing with words of different degree before them, in independent reports: *three
    hours*, *less than three hours*. See `degrees` for the rule; the three on which most texts have the figure, those
    that one text calls about as great last.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    made: list[Statement] = []
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    for (_,), part in comparison.degrees.group_by("thing", maintain_order=True):
        rows = part.to_dicts()
        wordings = {row["text"] for row in rows}
        bare = len(wordings) > _WORDINGS
        of = min(rows, key=lambda row: (row["degree"] != "exact", len(row["text"])))
        noun = "figure" if len({row["value"] for row in rows}) == 1 else "multiple"
        which = f", “{of['text']}” in {labels.names[of['article']]}," if bare else ""
        shown = listed(list(_parts(comparison, rows, texts, bare)))
        evidence = tuple(Evidence(row["article"], row["low"], row["high"]) for row in rows)
        names = labels.of_outlets(row["article"] for row in rows)
        slight = {row["degree"] for row in rows} <= _SLIGHT
        salience = (0.35 if slight else 0.5) + 0.15 * len(rows) / labels.total
        made.append(
            Statement("texts", "number", names, f"One {noun}{which} is put differently: {shown}.", evidence, salience)
        )
    yield from foremost(made, _MOST)


def _parts(comparison: Comparison, rows: list[dict[str, Any]], texts: dict[str, str], bare: bool) -> Iterator[str]:
    """*“less than 5%” (A and B)*, by degree, then by wording."""
    parts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        text = " ".join(texts[row["article"]][row["start"] : row["end"]].split()) if bare else row["text"]
        parts[row["degree"], text].append(row["article"])
    for (_, text), articles in sorted(parts.items()):
        yield comparison.labels.beside(f"“{text}”", articles)
