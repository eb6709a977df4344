"""*The union said*: which body that is, where the article names one such body and no other.

Named by the noun are *the National Union of Teachers* and *Leeds police* (the noun belongs to the name or stands
behind it), *Norden, a shipping company,* and *the union, Unite,* (the noun stands beside it), and of companies *Norden
Corp*. Where two bodies could be meant, or none is named before, the speaker is a group without a name.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from framing.corpus.corpus import Corpus
from framing.measures import speaker_words as of
from framing.measures.offices import Described, Text, text_of

_BEHIND = frozenset(", ; : ) — – of in that which who whose behind for with from at on and".split())  # not *said*
_NO_NAMES = of.NOT_NAMES | of.QUANTIFIERS | of.PREPOSITIONS
_COMPANY = frozenset("company firm group".split())
_LEGAL = frozenset("inc corp corporation ltd limited plc llc ag holdings".split())  # behind a company's name
_REACH = 6  # words between a name and the noun that says what it is


def bodies(corpus: Corpus, speakers: list[Described], named: npt.NDArray[np.bool_]) -> list[str | None]:
    """For each body that is given by its noun the name, null where it is not certain.

    named: for each row of the annotation's words whether it is part of a name.
    """
    if not speakers:
        return []
    w, row = text_of(corpus, named), corpus.annotation.words["row"].to_numpy()
    nouns = {w.low(one.noun) for one in speakers}
    lower = corpus.annotation.forms["lower"].str.replace(r"'s?$", "")
    asked = lower.is_in(list(nouns | (_LEGAL if nouns & _COMPANY else set()))).to_numpy()
    inside = np.zeros(int(row.max(initial=0)) + 1, dtype=bool)
    inside[[row[one.noun] for one in speakers]] = True
    found: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for at in np.flatnonzero(asked[w.form] & inside[row]).tolist():
        if (name := _name(w, at)) is not None:
            for noun in _COMPANY if w.low(at).rstrip("'") in _LEGAL else (w.low(at),):
                found.setdefault((int(row[at]), noun), []).append((at, name))
    return [_one(found.get((int(row[one.noun]), w.low(one.noun)), []), one.first) for one in speakers]


def _one(names: list[tuple[int, str]], first: int) -> str | None:
    """The longest form of the one name there is; null where there are several, or none stands before."""
    longest = max((name for _, name in names), key=len, default="")
    words = set(longest.casefold().split())
    if not names or min(at for at, _ in names) > first:
        return None
    return longest if all(words >= set(name.casefold().split()) for _, name in names) else None


def _name(w: Text, noun: int) -> str | None:
    """The name that this noun is part of, or stands beside."""
    sentence = int(w.sentence[noun])
    if w.named[noun]:
        first, last = _run(w, noun, sentence)
        return _text(w, first, last) if last - first > 1 else None
    if not w.stops(noun - 1, sentence) and _is_name(w, noun - 1):
        first, _ = _run(w, noun - 1, sentence)
        owner = w.lower[w.form[noun - 1]].endswith("'s")
        return None if owner else f"{_text(w, first, noun)} {w.text[w.form[noun]]}"  # Leeds police
    behind = noun + 1 + (not w.stops(noun + 1, sentence) and w.low(noun + 1) == ",")
    if not w.stops(behind, sentence) and w.named[behind]:
        first, last = _run(w, behind, sentence)
        closed = behind == noun + 1 or (not w.stops(last, sentence) and w.low(last) == ",")
        return _text(w, first, last) if closed and _is_the(w, noun) else None  # the union, Unite,
    return _before(w, noun, sentence)


def _is_the(w: Text, noun: int) -> bool:
    """Whether *the* stands before a noun, one word between them at most."""
    return "the" in (w.low(noun - 1), w.low(noun - 2)) and w.low(noun - 1) not in of.PREPOSITIONS


def _before(w: Text, noun: int, sentence: int) -> str | None:
    """The name before a comma that the noun describes: *Norden, a shipping company*."""
    at = noun - 1
    while at > noun - _REACH and not w.stops(at, sentence) and w.low(at) not in of.PREPOSITIONS | {","}:
        at -= 1
    if w.stops(at - 1, sentence) or w.low(at) != "," or w.low(at + 1) not in ("a", "an", "the"):
        return None
    if not _is_name(w, at - 1):
        return None
    goes_on = w.stops(noun + 1, sentence) or w.low(noun + 1) in _BEHIND
    if w.low(at + 1) == "the" and not goes_on:
        return None  # "It will fire Holm, the company announced"
    first, _ = _run(w, at - 1, sentence)
    return _text(w, first, at)


def _is_name(w: Text, at: int) -> bool:
    """Whether a word is part of a name; one that opens its sentence with a capital may be."""
    opens = w.stops(at - 1, int(w.sentence[at])) and w.text[w.form[at]][:1].isupper()
    return bool(w.named[at]) or (opens and w.low(at) not in _NO_NAMES)


def _run(w: Text, at: int, sentence: int) -> tuple[int, int]:
    """The name around a word: its first row, and the row behind it."""

    def joins(i: int, step: int) -> bool:
        if w.stops(i, sentence):
            return False
        small = w.low(i) in ("of", "for", "and") and not w.stops(i + step, sentence) and bool(w.named[i + step])
        return _is_name(w, i) or small

    first, last = at, at + 1
    while joins(first - 1, -1) and w.low(first - 1) != "the":
        first -= 1
    while joins(last, 1):
        last += 1
    return first, last


def _text(w: Text, first: int, last: int) -> str:
    return " ".join(w.text[w.form[i]] for i in range(first, last))
