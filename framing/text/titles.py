"""Which passages between quotation marks are titles: *a film called “The Long Shift”*. Nobody speaks there.

A title has capitals as titles have them, and stands behind a word for a work (*her memoir “Low Water”*), behind
*titled*, *headlined* or *a programme called*, or before such a word (*“Low Water,” a memoir*); a programme's, of two
words and more, stands behind *said on*, *host of* and the like, or a broadcaster (*with Radio Velm’s “Harbour Talk”*).
A headline that is set as a sentence is another paper's speech and stays quoted.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.text.tokenise import Tokens

_WORKS = frozenset(
    "book books film films movie movies song songs album albums novel novels musical series show shows sitcom drama "
    "documentary podcast memoir memoirs essay poem painting single hit thriller biography autobiography bestseller "
    "article story report paper editorial op-ed column study headline programme program episode chapter magazine game "
    "play opera sculpture exhibition exhibit video clip ballad anthem comedy blockbuster segment feature pamphlet "
    "guide manual newsletter blog trilogy sequel remake miniseries mini-series docuseries anthology cartoon comic "
    "strip hymn carol symphony tune track trailer lecture dissertation thesis treatise".split()
)
_TITLED = frozenset("titled entitled headlined".split())
_NAMED = frozenset("called named dubbed".split())
# Behind these *called* has an object, and says what somebody calls somebody.
_CALLERS = frozenset(
    "was is are were be been being he she they who it have has had i we you and often also once then later not "
    "what so always sometimes".split()
)
_SMALL = frozenset(
    "a an the and or but nor of in on at to for from by with as is vs via over into up out off per than that after "
    "about against under before not no de la le du der die das el y et".split()
)
_SAID = frozenset("said says say saying wrote writes".split())  # *he said in the film “No Way”* is speech
_ENDS = frozenset("who said by about from that which of on in for and set written directed starring".split())
# Before *on “Harbour Talk”*: what is done in a programme.
_SHOWN = frozenset(
    "said says say saying told tells telling appeared appears appearing appearance interview interviewed speaking "
    "spoke asked added argued host hosts anchor moderator guest live".split()
)
_STATION = 4  # tokens of a broadcaster's name with its *'s*
_AHEAD = 12  # tokens before a programme among which somebody speaks
_LONGEST = 16  # tokens of a title
_BEHIND = 6  # tokens behind it, within which *, a novel* tells that it is one

_Bools = npt.NDArray[np.bool_]


def titles(tokens: Tokens, spans: list[tuple[int, int]]) -> _Bools:
    """For each passage between marks (its rows, half-open, without the marks) whether it is a title."""
    found = np.zeros(len(spans), dtype=bool)
    low, high = (np.array([span[side] for span in spans], dtype=np.int64) for side in (0, 1))
    short = np.flatnonzero((high - low <= _LONGEST) & (high > low))
    short = short[tokens.holds(pl.col("text").str.contains(r"^[\p{Lu}\p{Nd}]"), low[short])]
    forms = [tokens.forms[name].to_list() for name in ("text", "lower", "is_word")]
    for number in short.tolist():
        first, last = spans[number]
        begin = max(0, first - 5)
        near = tokens.form[begin : last + _BEHIND + 2].tolist()
        text, lower, word = ([of[form] for form in near] for of in forms)
        at, end = first - begin, last - begin
        if _in_capitals(text[at:end], lower[at:end], word[at:end]):
            found[number] = _told_before(text, lower, at - 1) or _told_behind(lower, end)
            if not found[number] and sum(map(str.isalpha, lower[at:end])) > 1:
                ahead = tokens.form[max(0, first - _AHEAD) : first - 1].tolist()
                found[number] = _of_a_programme([forms[0][form] for form in ahead])
    return found


def _in_capitals(text: list[str], lower: list[str], word: list[bool]) -> bool:
    words = [(one, small) for one, small, is_word in zip(text, lower, word, strict=True) if is_word]
    return bool(words) and all(one[0].isupper() or one[0].isdigit() or small in _SMALL for one, small in words)


def _told_before(text: list[str], lower: list[str], mark: int) -> bool:
    """Whether the words before the mark announce a title."""
    at = mark - 1 - (mark > 1 and lower[mark - 1] == ",")
    if at < 0:
        return False
    if lower[at] in _NAMED:
        return at > 0 and text[at - 1].isalpha() and text[at - 1].islower() and lower[at - 1] not in _CALLERS
    return lower[at] in _TITLED or (lower[at] in _WORKS and _SAID.isdisjoint(lower[:at]))


def _of_a_programme(ahead: list[str]) -> bool:
    """Whether the words before a mark say that somebody spoke in what it names: *on Radio Velm’s “Harbour Talk”*."""
    at = len(ahead) - 1
    station = at > 0 and ahead[at].endswith(("'s", "’s"))
    while station and at >= 0 and len(ahead) - at <= _STATION and not ahead[at].islower():
        at -= 1
    if at < 0 or ahead[at].lower() not in ("on", "of", "with", "to", "from"):
        return False
    if ahead[at].lower() != "on" and not station:
        return ahead[at].lower() == "of" and ahead[at - 1].lower() in _SHOWN
    return not _SHOWN.isdisjoint(map(str.lower, ahead[:at]))


def _told_behind(lower: list[str], mark: int) -> bool:
    """Whether the words behind the mark, or behind a comma, say what it is: *a novel*, *the long-running series*."""
    behind = lower[mark + 1 : mark + 1 + _BEHIND]
    if behind[:1] == [","]:
        behind = behind[1:]
    elif lower[mark - 1] != ",":
        return False
    if behind[:1] not in (["a"], ["an"], ["the"], ["his"], ["her"], ["their"]):
        return False
    until = next((at for at, one in enumerate(behind) if not one[:1].isalnum() or one in _ENDS), len(behind))
    return until > 1 and behind[until - 1] in _WORKS  # not "the film star said"
