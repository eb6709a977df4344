"""The actors of an event as a word list, to be found in texts like any other."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from framing.corpus.event import Actor
from framing.lexicon import Entry, Lexicon, normal


def actor_lexicon(actors: Iterable[Actor]) -> Lexicon:
    """The actors' names, aliases and descriptions; each actor is a category. A capital must be one in the text."""
    actors = tuple(actors)
    entries: dict[str, Entry] = {}
    for actor in actors:
        for name in (*actor.names, *actor.references):
            words = tuple((normal(word),) for word in name.split())
            case = "capital" if name[:1].isupper() else None
            entries.setdefault(normal(name), Entry(name, words, actor.name, case=case))
    return Lexicon(
        measure="actors", title="Actors", higher="", source="event.toml", licence="", voice="all",
        parts=("headline", "body"), total=False, primary=False, counted=None,
        categories={actor.name: actor.name for actor in actors}, entries=tuple(entries.values()),
        file="event.toml", sha256=sha256(repr(actors).encode()).hexdigest(),
    )  # fmt: skip
