"""The actors of an event as a word list, to be found in texts like any other."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from framing.corpus.event import Actor
from framing.measures.lexicon import Entry, Lexicon, normal


@lru_cache(maxsize=16)
def actor_lexicon(actors: tuple[Actor, ...], references: bool = True, small: frozenset[str] = frozenset()) -> Lexicon:
    """The actors' names and aliases, and their descriptions unless left out; each actor is a category.

    A capital must be one in the text, but for longer names that end in a word of `small`: some papers write
    "commerce department".
    """
    entries: dict[str, Entry] = {}
    for actor in actors:
        for name in (*actor.names, *(actor.references if references else ())):
            words = tuple((normal(word),) for word in name.split())
            either = len(words) > 1 and words[-1][0] in small
            case = "capital" if name[:1].isupper() and not either else None
            entries.setdefault(normal(name), Entry(name, words, actor.name, case=case))
    return Lexicon(
        measure="actors", title="Actors", higher="", source="event.toml", licence="", voice="all",
        parts=("headline", "body"), total=False, primary=False, language="", names=True, counts=None,
        counted=None,
        categories={actor.name: actor.name for actor in actors}, entries=tuple(entries.values()),
        file="event.toml", sha256=sha256(repr(actors).encode()).hexdigest(),
    )  # fmt: skip
