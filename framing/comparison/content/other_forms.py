"""Whether a text has a name in another form: what its letters are short for in small letters, its people or its creed
(*Tidism*, *Tidists*), or a rare part of it (*the Velm* of the *Velm Peninsula*)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from framing.comparison.content.genders import FIRST_NAMES
from framing.comparison.content.names import known
from framing.comparison.content.persons import COUNTRIES, is_person
from framing.comparison.content.pieces import Known
from framing.comparison.content.places import CITIES
from framing.comparison.content.spelling import folded
from framing.comparison.content.vocabulary import (
    ADJECTIVES,
    BODIES,
    CALENDAR,
    COMMON,
    COMPANY,
    DEMONYMS,
    PARTIES,
    REGIONS,
    SEATS,
    STATES,
    STOP,
    TITLES,
    TOPICS,
)
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_ENDINGS = sorted(
    "s n ns i is an ans ian ians er ers ic ics ish ism isms ist ists ite ites".split(), key=len, reverse=True
)
_ROOT = 3  # letters that are left of a word without its ending
_LONG = 5  # letters of a word that may have run together with others
_WORD = re.compile(rf"\b(?:[^\W\d_])?[{CAPITALS}][^\W\d_]{{2,}}")  # also *iTide*
_LETTERS = re.compile(rf"\b[{CAPITALS}]{{3,6}}(?=s?\b)")
_BETWEEN = r"[\s‐‑-]+(?:(?:of|for|and|the|in|on|to) )*"
_WIDE = frozenset(
    "san los las santa new north south east west fort port saint st. st el mount lake cape hong saudi united".split()
)
_LANDS = COUNTRIES | STATES | {folded(name) for name in (*SEATS, *DEMONYMS.values())}
_LANDS |= {folded(city) for cities in CITIES.values() for city in cities.split()}
# Words that many names have: they tell of none.
GENERAL = (
    STOP | CALENDAR | TITLES | BODIES | COMPANY | COMMON | TOPICS | REGIONS | FIRST_NAMES | ADJECTIVES | _LANDS
    | frozenset("new san saint mount lake lakes port fort north south east west great grand".split())
    | frozenset("national international native united supreme royal".split()) | PARTIES
)  # fmt: skip


@dataclass(frozen=True)
class Forms:
    """A text with what names may stand in it by: the roots of its words with a capital, and its acronyms."""

    text: str
    roots: frozenset[str]
    acronyms: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Forms:
        roots = frozenset(_root(word) for word in set(_WORD.findall(text)))
        return cls(text, roots, frozenset(_LETTERS.findall(text)))

    def have(self, name: str, told: Known) -> str | None:
        """What of a name stands there; told: what
        the corpus tells of its words."""
        plain = re.sub(r"['’]s?\b", "", name)
        words = re.findall(r"[^\W\d_]+", plain)
        if words and (whole := self._run_together(words[-1])):
            return whole
        if len(words) == 1:
            letters = words[0].removesuffix("s")
            if letters.isupper():
                found = _expansion(letters).search(self.text) if _LETTERS.fullmatch(letters) else None
                return found[0] if found else None
            root = _root(words[0]) if len(words[0]) > 2 else ""
            return root if root in self.roots and words[0].lower() not in _LANDS else None
        if words and words[0].lower() in FIRST_NAMES:
            return None  # by the surname, which is looked for anyway
        spelt = (short for short in self.acronyms if _expansion(short).fullmatch(plain.removesuffix("s")))
        return next(spelt, None) or self._begins(words, told) or self._part(words, plain, told)

    def _run_together(self, word: str) -> str | None:
        """A word that has lost the blank beside it (*MinisterAdaHolm*), or letters before a number: *BRCA1*."""
        if len(word) < _LONG and not (word.isupper() and len(word) >= _ROOT):
            return None
        return word if re.search(rf"[^\W\d_{CAPITALS}]{word}\b|\b{word}(?=[{CAPITALS}\d])", self.text) else None

    def _begins(self, words: list[str], told: Known) -> str | None:
        """*Velm Tobacco* of *Velm Tobacco International*."""
        first = " ".join(words[:2])
        if len(words) < 3 or not words[1][0].isupper() or words[1].lower() in ADJECTIVES or folded(first) in _LANDS:
            return None
        if words[0].lower() in _WIDE | PARTIES or _is_common(words[0], told):
            return None
        return first if re.search(rf"\b{first}\b", self.text) else None

    def _part(self, words: list[str], plain: str, told: Known) -> str | None:
        person = is_person(folded(plain))
        for at, word in enumerate(words[:-1] if person else words):  # a surname may be another's
            low = word.lower()
            if len(word) < _ROOT or not word[0].isupper() or low in GENERAL or _is_common(word, told):
                continue
            alone = rf"(?! [{CAPITALS}])" if person and at == 0 else ""  # before a surname it is another's first name
            if re.search(rf"\b{re.escape(word)}\b{alone}", self.text):
                return word
            if not person and _root(word) in self.roots:
                return word
        return None


def other_forms(corpus: Corpus) -> dict[str, Forms]:
    """`Forms` of each article; use `corpus.once(other_forms)`."""
    return {article: Forms.of(text) for article, text in corpus.articles.select("article", "text").iter_rows()}


def have_otherwise(corpus: Corpus, name: str, articles: set[str]) -> set[str]:
    """Which of these articles have a name in another form."""
    told, forms = corpus.once(known), corpus.once(other_forms)
    return {article for article in articles if forms[article].have(name, told)}


def _is_common(word: str, told: Known) -> bool:
    """Whether the texts have it without a capital, and not mostly with one."""
    return word.lower() in told.small and word not in told.inside


@lru_cache(maxsize=200_000)
def _root(word: str) -> str:
    low = word.casefold()
    ending = next((one for one in _ENDINGS if low.endswith(one) and len(low) - len(one) >= _ROOT), "")
    return low.removesuffix(ending)


@lru_cache(maxsize=5_000)
def _expansion(letters: str) -> re.Pattern[str]:
    """Words that letters are short for; of four letters one may stand inside a word (*Intercoastal*)."""
    least = 3 if len(letters) == _ROOT else 1
    usual = [rf"{letter}\w{{{least},}}" for letter in letters]
    every = [usual]
    if len(letters) > _ROOT:
        for at in range(len(letters) - 1):
            joined = rf"{letters[at]}\w+?{letters[at + 1]}\w+"
            every.append([*usual[:at], joined, *usual[at + 2 :]])
    return re.compile("|".join(rf"\b{_BETWEEN.join(words)}" for words in every), re.IGNORECASE)
