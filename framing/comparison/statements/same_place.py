"""Other words in one and the same sentence: *rioters* here, *protesters* there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.names import who

CHECK = True

_MOST = 3  # places that are stated
_TEXTS = 3  # that have nouns which do not judge, where these differ in one place only


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Three places at most where texts have different nouns between the same words (see `same_place`): one of them
    judges, or the same nouns differ in two places, or three texts have the words around. Those with a charged noun come
    first, then those of most places, then those of most texts. Places with the same nouns, or some of them, are one.
    Within quotation marks: see `changed_words`.
    """
    labels = comparison.labels
    places: defaultdict[frozenset[str], list[dict[str, Any]]] = defaultdict(list)
    parts = comparison.same_place.filter(~pl.col("quoted")).partition_by("place", maintain_order=True)
    for part in sorted(parts, key=lambda part: -part["word"].n_unique()):
        words = frozenset(part["word"])
        places[next((wide for wide in places if words <= wide), words)] += part.to_dicts()
    found = []
    for words, rows in places.items():
        charged = any(row["charged"] for row in rows)
        times = len({row["place"] for row in rows})
        texts = len({row["article"] for row in rows if row["place"] == rows[0]["place"]})
        if len(words) > 1 and (charged or times > 1 or texts >= _TEXTS):
            found.append((not charged, -times, -texts, sorted(words), rows))
    for plain, times, texts, nouns, rows in sorted(found, key=lambda one: one[:4])[:_MOST]:
        here = [row for row in rows if row["place"] == rows[0]["place"]]
        using = {word: {row["article"] for row in here if row["word"] == word} for word in nouns}
        judging = {row["word"] for row in rows if row["charged"]}
        order = sorted(nouns, key=lambda word: (word not in judging, -len(using[word]), word))
        wordings = [f"“{word}” ({who(comparison, using[word])})" for word in order]
        around = f"{rows[0]['before']} … {rows[0]['after']}"
        elsewhere = {row["place"] for row in rows} - {rows[0]["place"]}
        again = any({row["word"] for row in rows if row["place"] == place} == set(nouns) for place in elsewhere)
        often = "; so, too, in another" if again else ""
        sentence = f"Same sentence, different word: in “{around}” stands {listed(wordings)}{often}."
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        salience = (0.3 if plain else 0.55) + 0.05 * min(-times - 1, 2) + 0.2 * -texts / labels.total
        yield Statement(
            "texts", "name", labels.of_outlets(row["article"] for row in here), sentence, evidence, salience
        )
