"""*The mayor said*: who that is, where the article puts the word beside a name: *Mayor Ada Holm*, *Roe, the mayor*.

Where it does not, *the mayor* is somebody unnamed if no person was named before (by two words or more, at the start of
a sentence too; no body or place is one), and else, as *she*, somebody of whom
one cannot be sure. *The Leeds lawyer* is told by a name, *the driver* (of no office) is somebody unnamed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from framing.corpus.corpus import Corpus
from framing.measures import speaker_words as of
from framing.text.names import BODIES as BODIES_BY_NOUN
from framing.text.typography import APOSTROPHES

_SHORT = {
    "sen": ("senator",), "gov": ("governor",), "gen": ("general",), "prof": ("professor",), "capt": ("captain",),
    "rep": ("representative", "congressman", "congresswoman", "lawmaker"), "pres": ("president",), "sgt": ("sergeant",),
    "col": ("colonel",), "dr": ("doctor",), "rev": ("pastor",), "det": ("detective",), "cllr": ("councillor",),
}  # fmt: skip
_OTHER = frozenset("vice deputy former late ex acting then".split())  # *the former mayor* is not *the mayor*
_OWNER = re.compile(f"[{APOSTROPHES}]s?$")
_SAYS = frozenset("said says told added noted wrote".split())
_NO_FIRST = of.NOT_NAMES | of.QUANTIFIERS | of.PREPOSITIONS | of.MODIFIERS | of.TIMES | of.CLAUSES | of.BETWEEN
_NO_PERSON = of.BODIES.union(BODIES_BY_NOUN) | of.PLACES | of.TIMES | of.DOCUMENTS | {"of"}
_PLACES = frozenset("new north south east west san santa los las saint st. united central lower upper great".split())
_REACH = 7  # words between a name and what its bearer is


class Described(NamedTuple):
    """A described speaker: the rows (of the annotation's words) of its first word and of its noun."""

    first: int
    noun: int


class Text(NamedTuple):
    """The words of the articles, and for each its sentence and whether it is part of a name."""

    lower: list[str]
    text: list[str]
    form: npt.NDArray[np.uint32]
    sentence: npt.NDArray[np.uint32]
    named: npt.NDArray[np.bool_]

    def low(self, at: int) -> str:
        return self.lower[int(self.form[at])].removesuffix("'s")

    def stops(self, at: int, of_sentence: int) -> bool:
        return not 0 <= at < len(self.form) or int(self.sentence[at]) != of_sentence


def text_of(corpus: Corpus, named: npt.NDArray[np.bool_]) -> Text:
    """The words of the corpus. named: for each row of the annotation's words whether it is part of a name."""
    words, forms = corpus.annotation.words, corpus.annotation.forms
    return Text(
        forms["lower"].to_list(), forms["text"].to_list(), words["form"].to_numpy(), words["sentence"].to_numpy(), named
    )


def told(corpus: Corpus, speakers: list[Described], named: npt.NDArray[np.bool_]) -> list[tuple[str, str | None]]:
    """For each described speaker its kind (named, unnamed, described: one cannot be sure) and its name if known.

    named: for each row of the annotation's words whether it is part of a name.
    """
    if not speakers:
        return []
    words, forms = corpus.annotation.words, corpus.annotation.forms
    w = text_of(corpus, named)
    row = words["row"].to_numpy()
    nouns = {w.low(one.noun) for one in speakers}
    asked = forms["lower"].str.replace(r"'s$", "").is_in(list(nouns | set(_SHORT))).to_numpy()
    inside = np.zeros(int(row.max(initial=0)) + 1, dtype=bool)
    inside[[row[one.noun] for one in speakers]] = True
    holders: dict[tuple[int, str], list[tuple[str, list[str]]]] = {}
    for at in np.flatnonzero(asked[w.form] & inside[row]).tolist():
        if w.lower[w.form[at]].endswith("'s"):
            continue
        name = _behind(w, at) or _before(w, at)
        for noun in _SHORT.get(w.low(at), (w.low(at),)) if name else ():
            holders.setdefault((int(row[at]), noun), []).append((w.low(at - 1) if at else "", name or []))
    first_named = _first_named(w, row, {int(row[one.noun]) for one in speakers})
    return [_told(w, one, int(row[one.noun]), holders, first_named) for one in speakers]


def _first_named(w: Text, row: npt.NDArray[np.uint32], articles: set[int]) -> dict[int, int]:
    """Article -> where it first has a person's name: of two words or more, the first of which may open its sentence.

    No body's, which ends as bodies do or has *the* before it (*the Leeds Harbour Board*), and no place's.
    """
    capital = np.array([text[:1].isupper() for text in w.text], dtype=bool)[w.form]
    together = w.sentence[:-1] == w.sentence[1:]
    opening = np.append(True, ~together)[:-1] & capital[:-1]
    first: dict[int, int] = {}
    for at in np.flatnonzero((w.named[:-1] | opening) & w.named[1:] & together).tolist():
        article = int(row[at])
        if article in articles and article not in first and _is_person(w, at, int(w.sentence[at])):
            first[article] = at
    return first


def _is_person(w: Text, at: int, sentence: int) -> bool:
    """Whether the name of which a word and the next are part may be a person's."""
    if not w.named[at] and (w.low(at) in _NO_FIRST or w.low(at).endswith("ly")):
        return False  # "Yesterday Holm"
    first, last = at, at + 1
    while not w.stops(first - 1, sentence) and w.named[first - 1]:
        first -= 1
    while not w.stops(last + 1, sentence) and (w.named[last + 1] or w.low(last + 1) in of.PARTICLES):
        last += 1
    words = {w.low(i) for i in range(first, last + 1)}
    article = not w.stops(first - 1, sentence) and w.low(first - 1) == "the"
    return not (article or words & _NO_PERSON or w.low(first) in _PLACES)


def _told(
    w: Text,
    one: Described,
    article: int,
    holders: dict[tuple[int, str], list[tuple[str, list[str]]]],
    first_named: dict[int, int],
) -> tuple[str, str | None]:
    noun = w.low(one.noun)
    more = w.low(one.noun - 1) if one.noun - 1 > one.first else None
    by_name = bool(w.named[one.first : one.noun].any()) or (noun in of.TITLES and _of_a_name(w, one.noun))
    found = [
        name
        for before, name in holders.get((article, noun), [])
        if (before == more if more is not None else before not in _OTHER)
    ]
    if not by_name and found and len({_OWNER.sub("", name[-1]) for name in found}) == 1:
        return "named", _OWNER.sub("", max((" ".join(name) for name in found), key=len))
    if by_name:
        return "named", None
    if noun not in of.TITLES or _is_new(w, one.noun) or first_named.get(article, one.first) >= one.first:
        return "unnamed", None
    return "described", None


def _of_a_name(w: Text, noun: int) -> bool:
    """Whether a name behind an office tells whose it is: *the mayor of Leeds*."""
    sentence, behind = int(w.sentence[noun]), noun + 1
    if w.stops(behind, sentence) or w.low(behind) not in ("of", "for"):
        return False
    behind += 1 + (not w.stops(behind + 1, sentence) and w.low(behind + 1) == "the")
    return not w.stops(behind, sentence) and bool(w.named[behind])


def _is_new(w: Text, noun: int) -> bool:
    """Whether more behind a noun tells who is meant: *the director of one company*, *the judge, who asked ...*."""
    sentence, behind = int(w.sentence[noun]), noun + 1
    if w.stops(behind, sentence):
        return False
    who = w.low(behind) == "," and not w.stops(behind + 1, sentence) and w.low(behind + 1) == "who"
    return who or w.low(behind) in ("of", "at", "for")


def _behind(w: Text, at: int) -> list[str] | None:
    """The name behind a noun: *Mayor Ada Holm*, *the mayor of Leeds, Ada Holm*."""
    sentence, i = int(w.sentence[at]), at + 1
    i += not w.stops(i, sentence) and w.low(i) == "."
    if w.stops(i, sentence):
        return None
    if w.low(i) in ("of", "for"):
        end = i + _REACH
        while i < end and not w.stops(i, sentence) and (w.named[i] or w.low(i) in ("of", "for", "the", "and")):
            i += 1
        if w.stops(i, sentence) or w.low(i) != ",":
            return None
        i += 1
    elif w.low(i) == ",":
        return None
    return _run(w, i, sentence)


def _run(w: Text, at: int, sentence: int) -> list[str] | None:
    """The words of the name that begins here."""
    words: list[str] = []
    if not w.stops(at, sentence) and w.low(at) == "the":
        return None
    while not w.stops(at, sentence) and (w.named[at] or (words and w.low(at) in of.PARTICLES - {"and", "of", "the"})):
        words.append(w.text[w.form[at]])
        at += 1
        at += not w.stops(at, sentence) and w.low(at) == "." and len(words[-1]) <= 2
    return words if words and words[-1][:1].isupper() else None


def _before(w: Text, at: int) -> list[str] | None:
    """The name before a noun and a comma: *Ada Holm, the former mayor*."""
    sentence, i = int(w.sentence[at]), at - 1
    if not w.stops(at + 1, sentence) and w.low(at + 1) in _SAYS:
        return None  # "It is called the Ada Holm, the mayor said"
    while i > at - _REACH and not w.stops(i, sentence) and w.low(i) != "," and w.low(i) not in of.PREPOSITIONS:
        i -= 1
    if w.stops(i, sentence) or w.low(i) != "," or w.low(i + 1) in ("and", "but", "when", "as"):
        return None
    end = i
    i -= 1
    while not w.stops(i, sentence) and w.named[i]:
        i -= 1
    words = [w.text[w.form[k]] for k in range(i + 1, end)]
    return words if len(words) > 1 else None
