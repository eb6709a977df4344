"""Names that may be common nouns: to say that a text lacks one says nothing."""

from __future__ import annotations

from framing.comparison.content.names import known
from framing.comparison.content.vocabulary import COMMON, DEMONYMS, WORLD
from framing.corpus.corpus import Corpus

# Acronyms of things that any text may tell in words.
_THINGS = frozenset(
    """ac ai aids atm btw cbd cctv ceo cfo coo cpr cv diy dna eta faq fyi gdp gmt gps hiv hq hr icu id ied ipo it iv
    lgbt lgbtq lng ngo ngos pc pdf ppe pr ptsd q&a rv sme smes sms sos suv suvs tv ufo usb uv vat vip wifi""".split()
)


def is_common(corpus: Corpus, name: str) -> bool:
    """Whether a name of one word may be a common noun with a capital (*Test*) or the acronym of a thing (*CBD*): some
    text has it in small letters, or it is one of the nouns that now and then have a capital. Not a country, nor an
    actor of the event."""
    lower = name.casefold()
    if " " in name or name in DEMONYMS or name in WORLD or name in {actor.name for actor in corpus.event.actors}:
        return False
    return lower in COMMON or lower in _THINGS or (not name.isupper() and lower in corpus.once(known).small)
