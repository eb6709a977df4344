"""Names of people as lists of references write them."""

from __future__ import annotations

import re

from framing.text.typography import CAPITALS

_PARTICLES = "(?i:de|da|di|du|dos|das|la|le|van|von|der|den|del|al|bin|ten|ter|zu|zur|st\\.?|el)"
_NAME = rf"(?:[dl]['’])?[{CAPITALS}][\w'’-]*\.?"
_INVERTED = re.compile(rf"((?:{_PARTICLES} ){{0,3}}(?:[dl]['’])?[{CAPITALS}][\w'’-]+),\s+({_NAME}(?: {_NAME}){{0,2}})")
_NOBODYS = frozenset(  # words that stand behind a name and are none of it
    "afp agency ap bloomberg bureau co columnist company correspondent desk dpa editor editorial editors efe ii iii "
    "inc jr llc ltd md ma news newspaper pa phd press reporter reuters sr staff the tass upi writer xinhua".split()
)


def in_order(names: str) -> str:
    """*Roe, Jane; Doe, Sam* as *Jane Roe; Sam Doe*, each where it is surely one person's surname and first name."""
    return "; ".join(map(_one, filter(None, map(str.strip, names.split(";")))))


def _one(name: str) -> str:
    found = _INVERTED.fullmatch(name)
    if found is None or {word.strip(".").casefold() for word in re.split(r"[ ,]+", name)} & _NOBODYS:
        return name
    first = found[2][:-1] if re.search(r"\w{3}\.$", found[2]) else found[2]
    return f"{first} {found[1]}"
