"""How names are spelled: folded for comparison, and whether two may be one in two transliterations."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_SPELLING = (
    (r"(\w{3})is(e|es|ed|er|ers|ing|ation|ations)\b", r"\1iz\2"),
    (r"\bcentre\b", "center"), (r"\btheatre\b", "theater"), (r"\bdefence\b", "defense"), (r"\bharbour\b", "harbor"),
    (r"\blabour\b", "labor"), (r"\bprogramme\b", "program"), (r"\blicence\b", "license"), (r"\bft(?= [a-z])", "fort"),
    (r"\bmt(?= [a-z])", "mount"), (r"\b([a-z]) (?=[a-z]\b)", r"\1"),
)  # fmt: skip
_TRANSLIT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


_LAST, _LONGEST = re.compile(r"[^\W\d_]+$"), 40
_TWO = 2  # words of a whole name
_FIRST = 5  # letters of a first name that is told in another spelling
_SOUNDS = str.maketrans({"j": "y", "w": "v", "c": "k", "q": "k", "h": ""})
_VOWELS = re.compile(r"(?<=.)[aeiou]+|(?<=[^aeiou])y")


@lru_cache(maxsize=200_000)
def folded(name: str) -> str:
    """A name as it is compared: without accents, case, stops, apostrophes and hyphens, in American spelling."""
    return fold(name)


def fold(text: str) -> str:
    """`folded` of a whole text, which is not kept."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in letters if not unicodedata.combining(sign)).translate(_TRANSLIT)
    letters = re.sub(r"['’ʼ`.]", "", letters)
    letters = re.sub(r"[^\w&]+", " ", letters).strip()
    for pattern, form in _SPELLING:
        letters = re.sub(pattern, form, letters)
    return re.sub(r"^the (?=\w)", "", letters)


_VARIANTS = ((r"(?<=\w{3})our(?=(?:s|ed|ing|er|ers)?$)", "or"), (r"(?<=\w{4})or(?=s?$)", "er"), _SPELLING[0])


def one_spelling(word: str) -> str:
    """A word in small letters as it is in any English: *protestor* is *protester*, *organiser* *organizer*."""
    for pattern, form in _VARIANTS:
        word = re.sub(pattern, form, word)
    return word


def close(one: str, other: str) -> bool:
    """Whether two folded words may be one name in two transliterations: *zelensky*, *zelenskiy*."""
    if one == other:
        return True
    least = min(len(one), len(other))
    if least < 4 or one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return False
    return skeleton(one) == skeleton(other) or distance(one, other) <= (1 if least < 7 else 2)


def misprint(one: str, other: str) -> bool:
    """Whether one of two folded words may be the other with letters turned round, or with one wrong beside doubled
    ones: *untied*, *united*."""
    least = min(len(one), len(other))
    if one == other or least < _FIRST or one[0] != other[0]:
        return False
    if sorted(one) == sorted(other):
        return True
    return least > _FIRST and distance(*(re.sub(r"(.)\1", r"\1", word) for word in (one, other))) <= 1


def initials(name: str) -> str:
    """The first letters of the first and last words of a folded name."""
    words = name.split() or [" "]
    return words[0][0] + words[-1][0]


def misnamed(one: str, other: str) -> bool:
    """Whether of two folded names of persons with the same `initials` one may be a misprint of the other: first names
    but for one letter, or one first name with surnames of the same letters in another order, but for one."""
    first, second = one.split(), other.split()
    if min(len(first), len(second)) < _TWO or initials(one) != initials(other):
        return False
    if first[0] == second[0]:
        return min(len(first[-1]), len(second[-1])) > _FIRST and _jumbled(first[-1], second[-1])
    return min(len(first[0]), len(second[0])) >= _FIRST and distance(first[0], second[0]) == 1


def _jumbled(one: str, other: str) -> bool:
    more, fewer = Counter(one) - Counter(other), Counter(other) - Counter(one)
    return max(more.total(), fewer.total()) <= 1


def breaks_off_in(text: str, word: str) -> bool:
    """Whether a text ends in the beginning of a word with a capital: *said Ada Ho* of Holm."""
    last = _LAST.search(text.rstrip()[-_LONGEST:])
    return last is not None and last[0][0].isupper() and folded(word).startswith(folded(last[0]))


def alike(one: str, other: str) -> bool:
    """Whether two folded first names are likely one in two transliterations: the same consonants by their sound, as
    many vowels, one of which may be another, though not at the end. *jomart* is *yomart*; *maria* is not *mario*."""
    if one == other:
        return True
    first, second = _sound(one), _sound(other)
    return (
        min(len(one), len(other)) >= _FIRST
        and _VOWELS.sub("a", first) == _VOWELS.sub("a", second)
        and distance(first, second) <= 1
        and (first[-1] == second[-1] or {first[-1], second[-1]} == {"i", "y"})
    )


@lru_cache(maxsize=100_000)  # of first names, each of which is set beside many
def _sound(word: str) -> str:
    word = word.replace("x", "ks").translate(_SOUNDS)
    return re.sub(r"(.)\1", r"\1", re.sub(r"ey$|ei$|iy$|ij$", "y", word))


def skeleton(word: str) -> str:
    word = re.sub(r"[aeiouy]", "", word[1:].replace("ph", "f").replace("ck", "k").replace("q", "k").replace("kh", "k"))
    return re.sub(r"(.)\1", r"\1", word)


def distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]
