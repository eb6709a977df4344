"""Groups that are given the word: sources whose noun says who they are, though nobody among them has a name.

An unnamed source is somebody whom the reporter could name and does not: *a Leeds official*, *two aides*, *people close
to Holm*, *experts*. *Republicans*, *Leeds voters*, *White House officials* are told by what they belong to, *the union*
by its noun, and of *68 % of voters* nobody was asked for a name: these are groups. So that words of *two White House
officials*, or of *White House officials who spoke on condition of anonymity*, are those of unnamed sources.
"""

from __future__ import annotations

from framing.measures import speaker_words as of
from framing.measures.phrases import Sentence, Speaker, is_people, is_plural

_SHARE = frozenset("% percent cent percentage majority plurality third thirds quarter quarters half".split())
_SOME = frozenset(
    "a an one another two three four five six seven eight nine ten dozen several multiple unnamed anonymous".split()
)
# Behind the noun or elsewhere in the sentence, these say that a name is withheld.
_CLOSE = frozenset("familiar close briefed involved knowledge".split())
_WITHHELD = frozenset("anonymity anonymously unauthorized".split())
_NOT = frozenset("not n't declined refused without".split())
_BE_NAMED = frozenset("named identified authorized authorised quoted".split())


def as_group(s: Sentence, found: Speaker) -> Speaker:
    """An unnamed speaker, as a group where it is one."""
    if found.kind != "unnamed":
        return found
    if s.lower[found.last - 1] in of.FORCES:
        return found._replace(kind="group", noun=found.last - 1)
    words = range(found.first, found.last)
    group = _of_a_poll(s, found.first)
    if not group and any(s.lower[i] in of.PARTIES or s.is_name(i) for i in words):
        head = next((i for i in words if is_people(s.lower[i]) and not s.is_name(i)), None)
        several = any(s.lower[i] in of.PARTIES for i in words) or (head is not None and is_plural(s.lower[head]))
        group = several and _SOME.isdisjoint(s.lower[found.first : (head or found.first) + 1])
        group = group and not _withheld(s, found)
    return found._replace(kind="group") if group else found


def _of_a_poll(s: Sentence, first: int) -> bool:
    """Whether a share of people speaks: *68 % of voters*."""
    first -= first > 0 and s.lower[first - 1] in of.DETERMINERS
    return first > 1 and s.lower[first - 1] == "of" and s.lower[first - 2] in _SHARE


def _withheld(s: Sentence, found: Speaker) -> bool:
    """Whether the sentence says that they do not want to be named, or that they are insiders."""
    if not _CLOSE.isdisjoint(s.lower[found.first : found.last]) or not _WITHHELD.isdisjoint(s.lower):
        return True
    return any(
        word in _BE_NAMED and not _NOT.isdisjoint(s.lower[max(0, at - 4) : at]) for at, word in enumerate(s.lower)
    )
