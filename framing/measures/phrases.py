"""The words of a sentence, and where names and described people begin and end in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from framing.measures import speaker_words as of
from framing.text.names import PREFIXED
from framing.text.typography import CAPITALS

Kind = Literal["named", "unnamed", "group", "described", "document"]


_BEFORE = frozenset("\":'(")  # what may stand before the first word of what is quoted
_CAPITAL = re.compile(PREFIXED + rf"?[{CAPITALS}]")
_KNOWN = of.NOT_NAMES | of.FORCES | of.MODIFIERS


@dataclass(frozen=True)
class Sentence:
    """The tokens of a sentence: text, lower, and whether each is a word, part of a name, quoted."""

    text: list[str]
    lower: list[str]
    word: list[bool]
    name: list[bool]
    quoted: list[bool]

    def is_name(self, at: int) -> bool:
        """Part of a name; at the start of the sentence a capital before a name counts too."""
        if not 0 <= at < len(self.text) or not self.word[at]:
            return False
        if self.lower[at] in of.NOT_NAMES:
            return self.is_initial(at) or self._ends_name(at)
        return self.name[at] or (self.opens(at) and at + 1 < len(self.name) and self.name[at + 1])

    def is_initial(self, at: int) -> bool:
        """A letter with a stop before a name, or before another such letter: *A. Berg*, *A. J. van der Berg*."""
        behind = self.text[at + 1 : at + 3]
        return len(behind) == 2 and len(self.text[at]) == 1 and behind[0] == "." and behind[1][0].isupper()

    def _ends_name(self, at: int) -> bool:
        """*Nguyen Van An*: a small word with a capital behind a name."""
        before = at - 1
        known = self.lower[at] in of.LAST_NAMES and self.name[at] and self.text[at][0].isupper()
        return known and before >= 0 and self.name[before] and self.lower[before] not in of.NOT_NAMES

    def opens(self, at: int) -> bool:
        """A word with a capital at the start of a sentence or of what is quoted: a name, for all that one can see."""
        if not _CAPITAL.match(self.text[at]) or (at and (self.word[at - 1] or self.lower[at - 1] not in _BEFORE)):
            return False
        people = is_people(self.lower[at]) and self.lower[at] not in of.TRADES  # *Bakers said*, but *Baker said*
        return not (self.lower[at] in _KNOWN or people) or self.is_initial(at)


def own_plurals(s: Sentence, glued: npt.NDArray[np.bool_]) -> None:
    """Make the apostrophe of *Jones' campaign* and *voters' groups* a word, *'s*, that belongs to the one before it."""
    for at, form in enumerate(s.lower[1:-1], 1):
        if form == "'" and not s.word[at] and glued[at] and not glued[at + 1] and s.lower[at - 1].endswith(("s", "x")):
            inside = s.quoted[at - 1] or s.quoted[at + 1]
            if s.name[at - 1] and s.word[at + 1] and not inside:
                s.lower[at], s.word[at], s.name[at] = "'s", True, True


_LEADS, _IN_TIME = of.PREPOSITIONS | of.DETERMINERS, of.TIMES | of.IN_TIME
_LINKS = of.PARTICLES - {"of", "and", "&", "the", "for"}  # of a person's name
# No noun phrase begins before these.
_JOINTS = of.SUBORDINATE | {"and", "but", "or", "that", "who", "which", "yet", "said", "says", "saying"}


class Speaker(NamedTuple):
    """Tokens of the speaker's words, half-open, and whether they name it.

    described: one person, as *the mayor*. document: one without an author's name, as *the letter*. noun: the token of
    the noun of these.
    """

    first: int
    last: int
    kind: Kind
    noun: int = -1


def run_left(s: Sentence, at: int) -> int:
    """Where the name that ends here begins."""
    while at > 0:
        before = at - 1
        if s.is_name(before):
            at = before
        elif s.lower[before] == "." and before and s.is_name(before - 1) and len(s.text[before - 1]) <= 5:
            at = before - 1
        elif s.lower[before] == "." and before and s.opens(before - 1) and len(s.text[before - 1]) == 1:
            at = before - 1  # J. Holm, at the start of a sentence
        elif s.lower[before - 1 : before + 1] == [".", "-"] and before > 1 and s.text[before - 2][0].isupper():
            at = before - 2  # J.-P. Holm
        elif (
            s.lower[before] in of.MARKS
            and before > 2
            and s.lower[before - 2] in of.MARKS
            and (s.is_name(before - 3) or s.opens(before - 3))
        ):
            at = before - 3  # Ada "Sparks" Holm
        elif (link := _linked(s, before)) is not None:
            at = link
        else:
            break
    return at


def _linked(s: Sentence, at: int) -> int | None:
    """The name before particles that end here: *Ilse von der*, *Secretary of*; null where there is none."""
    low = at
    while low >= 0 and at - low < 4 and s.lower[low] in of.PARTICLES | {"the"}:
        low -= 1
    if low == at or (s.lower[at] == "the" and s.lower[at - 1] not in ("of", "for")):
        return None
    if low > 0 and s.lower[low] == "." and len(s.text[low - 1]) == 1:
        low -= 1  # J. van der Holm
    if low >= 0 and (s.is_name(low) or s.opens(low)):
        return low
    first = low + 1  # De la Vega
    return first if s.text[first][:1].isupper() and s.lower[first] not in ("the", "of", "for", "and") else None


def run_right(s: Sentence, at: int) -> int:
    """Behind the name that begins here."""
    end = at + 1
    while end < len(s.text):
        if s.is_name(end):
            end += 1
        elif s.lower[end] == "." and s.is_name(end + 1) and len(s.text[end - 1]) <= 5:
            end += 2
        elif s.lower[end : end + 2] == [".", "-"] and "".join(s.text[end + 2 : end + 3])[:1].isupper():
            end += 3  # J.-P. Holm
        elif s.lower[end] in of.MARKS and end + 3 < len(s.text) and s.lower[end + 2] in of.MARKS and s.is_name(end + 3):
            end += 4
        elif s.lower[end] == "." and len(s.text[end - 1]) == 1 and "".join(s.lower[end + 1 : end + 2]) in _LINKS:
            end += 1  # J. van der Holm
        elif s.lower[end] in of.PARTICLES:
            behind = next(
                (i for i in range(end, min(end + 4, len(s.text))) if s.lower[i] not in of.PARTICLES | {"the"}), 0
            )
            if not s.is_name(behind):
                break
            end = behind + 1
        else:
            break
    return end


@lru_cache(maxsize=1 << 14)
def is_people(noun: str) -> bool:
    """Whether a noun, in one or many, is one for people."""
    forms = (
        noun,
        noun.removesuffix("s"),
        noun.replace("ies", "y"),
        noun[:-3] + "man" if noun.endswith("men") else noun,
    )
    return not of.PEOPLE.isdisjoint(forms)


@lru_cache(maxsize=1 << 14)
def is_plural(noun: str) -> bool:
    """Whether such a noun means many."""
    return noun == "people" or (noun.endswith("s") and noun not in of.PEOPLE) or noun.endswith("men") or noun == "boss"


def is_somebody(s: Sentence, at: int) -> bool:
    """Whether a single person is introduced as somebody: *a neighbour*, *one senior official*."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if s.lower[i] in ("a", "an", "one", "another"):
            return True
        if not s.word[i] or s.lower[i] in _LEADS:
            return False
    return False


def quantified(s: Sentence, at: int) -> int:
    """Where a described noun phrase begins: its article or number."""
    first = at
    for i in range(at - 1, max(-1, at - 6), -1):
        if not s.word[i] or s.lower[i] in of.PREPOSITIONS or s.lower[i] in of.BETWEEN:
            break
        if s.lower[i] in _JOINTS:
            break
        first = i
        if s.lower[i] in of.QUANTIFIERS:
            break
    return first


def time_phrase(s: Sentence, at: int) -> int:
    """How many words the time takes that ends here: *this week*, *in June 2024*, *earlier in the day*; 0 for none."""
    if not (s.lower[at] in of.TIMES or (s.lower[at].isdigit() and len(s.lower[at]) <= 4)):
        return 0
    first = at
    while first > 0 and at - first < 6 and (s.lower[first - 1] in _IN_TIME or s.lower[first - 1].isdigit()):
        first -= 1
    return at - first + 1 if s.lower[first] in of.IN_TIME else 0


def head_of(s: Sentence, at: int) -> int | None:
    """The noun for people or a document that more words follow, the last of them here; null where there is none."""
    best, i = None, at
    if s.lower[at] in of.DETERMINERS or s.lower[at] in of.PREPOSITIONS or s.lower[at] in of.CLAUSES:
        return None
    while i >= max(0, at - 16):
        word = s.lower[i]
        if word == ")":
            while i > 0 and s.lower[i] != "(":
                i -= 1
            i -= 1
            continue
        if (not s.word[i] and word not in ("-", "/", ".")) or word in of.CLAUSES:
            break
        if i < at and not s.is_name(i) and (is_people(word) or word in of.SPOKES or word in of.DOCUMENTS):
            behind = s.lower[i + 1]
            if (
                behind in of.DESCRIBED
                or behind in of.PREPOSITIONS
                or behind in of.PARTICIPLES
                or behind.endswith(("ing", "ed"))
            ):
                best = i
        i -= 1
    return best


def phrase_start(s: Sentence, head: int) -> int:
    """Where the noun phrase of this noun begins: *a new CNN/ORC poll*."""
    first = head
    while first > 0 and head - first < 8:
        before = s.lower[first - 1]
        if not s.word[first - 1]:
            if before not in ("/", "-", ".") or first < 2 or not s.word[first - 2]:
                break
        elif before in of.PREPOSITIONS or before in of.BETWEEN or before in of.CLAUSES or before in _JOINTS:
            break
        first -= 1
        if s.lower[first] in of.QUANTIFIERS:
            break
    return first


def definite(s: Sentence, first: int, noun: int) -> bool:
    """Whether a noun phrase means one person whom the reader knows: *the mayor*, *the Leeds lawyer*."""
    word = s.lower[noun]
    one = word in of.TITLES or (is_people(word) and not is_plural(word) and word not in of.PLURAL_ONLY)
    return one and s.lower[first] == "the" and noun > first
