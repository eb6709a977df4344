"""Who says the same words, where texts name different speakers for them."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import cut_short, listed, the, without_office
from framing.comparison.content.whose import whose
from framing.comparison.statements import Evidence, Statement

_MOST, _SHOWN = 3, 130  # sentences, and characters of a quotation


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The same six words and more, which one text gives to a person by name and another to a body, or to another
    person: see `whose`. The longest first, one for two speakers, three at most; of one event."""
    if not comparison.one_event:
        return
    labels, seen = comparison.labels, set[frozenset[str]]()
    every = whose(comparison.scores.corpus, comparison.credited, labels)
    for one in sorted(every, key=lambda one: (-len(one.text), one.text)):
        speakers = frozenset(one.places)
        if speakers in seen or len(seen) >= _MOST:
            continue
        seen.add(speakers)
        text = cut_short(" ".join(one.text.split()), _SHOWN)
        parts = [
            f"of {the(without_office(speaker))} in {labels.listed(sorted({article for article, *_ in there}))}"
            for speaker, there in one.places.items()
        ]
        articles = [article for there in one.places.values() for article, *_ in there]
        evidence = tuple(Evidence(*place) for there in one.places.values() for place in there)
        sentence = f"“{text}” is quoted as words {listed(parts)}."
        yield Statement("texts", "source", labels.of_outlets(articles), sentence, evidence, 0.52)
