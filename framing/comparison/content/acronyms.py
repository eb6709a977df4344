"""What acronyms stand for, by the brackets in which some text sets them: *Bureau of Industry and Security (BIS)*."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from framing.comparison.content.persons import Same
from framing.comparison.content.sourcing import is_medium
from framing.comparison.content.spelling import folded
from framing.comparison.content.vocabulary import BODIES, DEMONYMS, PARTICLES, WORLD
from framing.corpus.corpus import Corpus
from framing.corpus.metadata.agencies import agency_of
from framing.text.typography import CAPITALS

_INSIDE = frozenset(("of", "for", "and", "the", "on", "in", *PARTICLES))
_BRACKET = re.compile(r" \(([^\W\d_][^\W_]{1,7})\)")
_FINAL = re.compile(r"['’]s?$")
_OWNED = re.compile(r"['’]s? ")  # where names end
_GROUNDS = frozenset("bay gulf strait isle island city port district house state states republic kingdom".split())
_FIRST, _CAPITALS = re.compile(rf"(?<!\w)[{CAPITALS}]"), re.compile(rf"\b[{CAPITALS}]{{3,7}}\b")
_RUN = re.compile(rf"[{CAPITALS}][\w’'-]*(?: (?:(?:of|and|for|the|in) )*[{CAPITALS}][\w’'-]*){{1,9}}")
_LONG = 8  # letters: no acronym
_NEXT, _WITHIN = r"[a-z]{3,20}[ -](?:(?:of|and|the|for) ){0,2}", "[a-z]{1,12}"  # the next word; inside one
_LETTERS, _WORDS = 3, 3  # of an acronym that need not be the initials; of a name that may be told with its country
_LANDS = {folded(form): land for land, people in DEMONYMS.items() for form in (land, people)} | {
    folded(form): land for land, forms in WORLD.items() if land in DEMONYMS for form in forms
}


def acronyms(corpus: Corpus) -> dict[str, list[str]]:
    """Acronyms with what they stand for, as written, the form that most texts have first.

    An acronym has the initials of the name before it, or its letters in their order (*Russian Anti-Doping Agency
    (RUSADA)*). Behind a body's name it need have neither (*Port Alliance (PTX)*), for it may be of another language.
    Not media and agencies, who stand so behind what they tell: *Velm Navy (AFP)*.
    """
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for batch in corpus.batches():
        for text in batch.articles["text"]:
            for short, whole in _bracketed(text):
                found[short][whole] += 1
    return {short: sorted(wholes, key=_rank(wholes)) for short, wholes in found.items()}


def _rank(counts: Counter[str]) -> Callable[[str], tuple[int, int, str]]:
    return lambda whole: (-counts[whole], -len(whole), whole)


def _bracketed(text: str) -> Iterator[tuple[str, str]]:
    for match in _BRACKET.finditer(text):
        short = match[1]
        if not (short[0].isupper() and sum(map(str.isupper, short)) >= 2):
            continue
        words = text[max(0, match.start() - 120) : match.start()].split(" ")
        wholes = list(_ending(words))
        exact = (whole for whole in wholes if _initials(whole) == short.upper())
        any_letters = _is_of_a_body(short, words)
        begun = [
            whole
            for whole in wholes[1:]
            if whole[0][0] == short[0] and (any_letters or _in_order(short, "".join(whole)))
        ]
        whole = next(exact, None) or (begun[-1] if begun else wholes[-1] if any_letters and wholes[1:] else [])
        if whole:
            yield short, _FINAL.sub("", " ".join(whole))


def _ending(words: list[str]) -> Iterator[list[str]]:
    """The words from each capital on, the last one's first, as far as a name goes."""
    for at in range(len(words) - 1, -1, -1):
        if words[at] and words[at][0].isupper():
            yield words[at:]
        elif words[at] not in _INSIDE:
            return


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words if word[:1].isupper())


def _in_order(short: str, whole: str) -> bool:
    """Whether the letters of an acronym stand in a name, in order."""
    letters = iter(whole.lower())
    return all(letter in letters for letter in short.lower())


def _is_of_a_body(short: str, words: list[str]) -> bool:
    last = words[-1].lower()
    named = last in BODIES - _GROUNDS and words[-1][0].isupper()
    return named and len(short) >= _LETTERS and short.isupper() and not (agency_of(short) or is_medium(short))


def join_acronyms(found: dict[str, list[str]], keys: Iterable[str], same: Same) -> dict[str, str]:
    """Joins acronyms to what they stand for, and with it the same name with or without its country: *U.S. Port
    Alliance*, *Port Alliance*. Returns folded names with their form as written.

    found: `acronyms`. Another name that some text sets before the same brackets is one with the first if both end on
    the same word. A name without a country, of two words or of several countries in the texts, is none of theirs.
    """
    by_core: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_core[_core(key)[1]].append(key)
    written = {}
    for short, wholes in found.items():
        first = folded(wholes[0])
        written[first] = wholes[0]
        same.join(folded(short), first)
        for cut in (_OWNED.split(whole)[0] for whole in wholes if _initials(whole.split()) == short.upper()):
            if " " in cut:
                same.join(folded(cut), first)  # *National Oarsmen* of the *National Oarsmen’s Union*
        for whole in map(folded, wholes):
            if whole.split()[-1] != first.split()[-1]:
                continue
            land, core = _core(whole)
            lands = {own for key in by_core[core] if (own := _core(key)[0])} | ({land} if land else set())
            for key in by_core[core]:
                alone = len(lands) < 2 and (land or len(core.split()) >= _WORDS)
                if key == whole or _core(key)[0] == land or alone:
                    same.join(key, first)
    return written


def _core(key: str) -> tuple[str | None, str]:
    """The country at the head of a folded name, and the rest of it."""
    words = key.split()
    for many in (2, 1):
        if len(words) > many + 1 and (land := _LANDS.get(" ".join(words[:many]))):
            return land, " ".join(words[many:])
    return None, key


@dataclass(frozen=True)
class Letters:
    """A text's words in capitals, and the initials of its capitals side by side, which an acronym may be short for."""

    text: str
    acronyms: frozenset[str]
    runs: tuple[str, ...]
    bodies: tuple[str, ...]  # of the runs that end on a body's word

    @classmethod
    def of(cls, text: str) -> Letters:
        runs = [(_first_letters(run), run.split()[-1].lower()) for run in _RUN.findall(text)]
        bodies = tuple(letters for letters, last in runs if last in BODIES)
        return cls(text, frozenset(_CAPITALS.findall(text)), tuple(letters for letters, _ in runs), bodies)

    def mean(self, item: str) -> str | None:
        """Whether what an acronym is short for may stand in the text (*Special Immigrant Visas*, SIV), or the acronym
        of a body: of a body's letters all but one will do, for they may be of another language: *Federal Tide
        Service*, FTK."""
        short = item.replace(".", "").removesuffix("s")
        if short.isupper():
            if not _LETTERS <= len(short) < _LONG or not short.isalpha():
                return None
            near = any(short in run for run in self.runs) or any(_akin(short, run) for run in self.bodies)
            return item if near or _in_small_letters(short, self.text) else None
        if " " not in item or BODIES.isdisjoint(item.lower().split()):
            return None
        letters = _first_letters(item)
        if len(letters) > _LETTERS and (part := next((one for one in sorted(self.acronyms) if one in letters), None)):
            return part  # ATF of the Bureau of Alcohol, Tobacco, Firearms and Explosives
        if item.split()[-1].lower() not in BODIES:
            return None
        return next((one for one in sorted(self.acronyms) if _akin(one, letters)), None)


def _first_letters(words: str) -> str:
    return "".join(_FIRST.findall(words))


def _in_small_letters(short: str, text: str) -> bool:
    """Whether words side by side may be what an acronym is short for: a *tidal basin gauge*, TBG, an *interharbour
    tide barge*, IHTB."""
    letters = [rf"(?:{_NEXT}{letter}|{_WITHIN}{letter})" for letter in short[1:-1].lower()]
    pattern = rf"\b{short[0].lower()}{''.join(letters)}{_NEXT}{short[-1].lower()}[a-z]{{3}}"
    return re.search(pattern, text) is not None


def _akin(short: str, letters: str) -> bool:
    """Whether an acronym has the last initials of a name but for one letter, not the first."""
    same = [one == other for one, other in zip(short, letters[-len(short) :], strict=False)]
    return _LETTERS <= len(same) == len(short) and same[0] and sum(same) >= len(same) - 1
