"""Words that one report alone has, and comes back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.keywords import without
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement, made

_SHOWN, _TEXTS = 3, 4  # words of a text, and texts, that are shown
_BASE, _EACH, _TIMES = 0.26, 0.02, 10  # salience; more for each time the first word stands; times that count
_BEFORE = ("found", "themes", "loaded")  # what they say is not said again


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Words that one report of three to eight has often, and that no other has in any form: see `keywords`.

    The three that stand most often in a text, of the four texts with the most frequent. Not words that `found`,
    `themes` or `loaded` names; only of texts of one event.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    frame = without(comparison.keywords, (one.sentence for name in _BEFORE for one in made(comparison, name)))
    words = frame.filter(pl.col("lacking").is_null()).sort("count", descending=True, maintain_order=True)
    shown: defaultdict[str, list[str]] = defaultdict(list)
    places: list[Evidence] = []
    for row in words.unique("word", keep="first", maintain_order=True).iter_rows(named=True):
        article = row["article"]
        if (article not in shown and len(shown) == _TEXTS) or len(shown[article]) == _SHOWN:
            continue
        shown[article].append(f"“{row['word']}” ({row['count']}{'' if shown[article] else ' times'})")
        places.append(Evidence(article, row["start"], row["end"]))
    if shown:
        parts = "; ".join(f"{listed(some)} in {labels.names[article]}" for article, some in shown.items())
        sentence = f"Words that one report alone comes back to, with their forms at least so often: {parts}."
        salience = _BASE + _EACH * min(_TIMES, words["count"][0])
        yield Statement("texts", "only", labels.of_outlets(shown), sentence, tuple(places), salience)
