"""Who may be speaking in a sentence, and whom *he* and *she* mean in it, by those who are named before."""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.comparison.content.spoken_of import (
    asks,
    called,
    comes_after,
    is_quoted_of,
    is_told,
    owns,
    pronouns_in,
    relays,
    reports,
    serves,
)

OBJECT = re.compile(r"\b(?:to|of|by|with|at|for|against|from|about|on|in) (?:[\w.-]+ ){0,2}$")

# Whom somebody asks, by *him* or *her*.
_ASKED = {she: re.compile(rf"\b(?:asked|asks|pressed|questioned) {'her' if she else 'him'}\b") for she in (False, True)}


_SHE = "woman girl mother grandmother daughter sister wife widow lady schoolgirl waitress nun housewife actress"
_HE = "man boy father grandfather son brother husband widower gentleman schoolboy fisherman waiter monk actor"
_EITHER = (
    "resident witness neighbor neighbour student worker teacher nurse doctor officer soldier driver passenger survivor "
    "victim protester demonstrator voter tourist shopkeeper farmer villager refugee migrant patient employee customer "
    "shopper bystander onlooker pensioner retiree volunteer activist"
)
# Somebody without a name who does something: *an old woman in black sat there*; not *with a woman*, *a tourist visa*.
_NO_SUBJECT = "".join(
    rf"(?<!\b{word} )" for word in "is was be as like of with for to by from about than such against met".split()
)
_DOES = (
    r"(?:,? (?:who|in|with|from|at|on|near|outside|wearing|holding|carrying|whose|was|had|is|has|sat|stood|came|held|"
    r"lay|ran|wept|told|said|\w+ed)\b)"
)
_STRANGERS = {
    said: re.compile(
        rf"{_NO_SUBJECT}\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w’'-]+,? ){{0,4}}?"
        rf"(?:{'|'.join(f'{own} {_EITHER}'.split())})(?={_DOES})(?! (?:named|called)\b)"
    )
    for said, own in (("she", _SHE), ("he", _HE))
}
_SCRAP = 4  # words of a quotation from which it is one
_OF_THEM = re.compile(r"[“\"](He|His|She|Her)\b")


class Speaker(NamedTuple):
    """Somebody who may be speaking: where, by what words, who, attributed (1) or only named (0), a single person,
    `SOURCES.kind`, *he* or *she* where that is known."""

    start: int
    end: int
    text: str
    source: str
    attributions: int
    single: bool
    kind: str
    gender: str | None


class Line(NamedTuple):
    """A sentence, with its quoted words and where they begin and end."""

    paragraph: int
    start: int
    end: int
    text: str
    words: int | None
    first: int | None
    last: int | None

    @property
    def outside(self) -> str:
        """What stands outside the quotation, roughly."""
        if self.first is None or self.last is None:
            return self.text
        return self.text[: self.first - self.start] + " " + self.text[self.last - self.start :]

    def part(self, low: int, high: int, words: list[tuple[int, int]]) -> Line:
        """From one place of the text to another, with the quoted words there: where each begins and ends."""
        cut = self.text[low - self.start : high - self.start]
        return Line(self.paragraph, low, high, cut, len(words), words[0][0], words[-1][1])


def possible(line: Line, speakers: list[Speaker]) -> list[Speaker]:
    """Those who may be speaking, without who is only spoken of in the sentence: see `spoken_of`.

    Whose claim it is, may stand as a possessive where the sentence gives nobody else the word.
    """
    end = line.last or line.end
    there = [one for one in speakers if line.start <= one.start < line.end]
    given = [one for one in there if one.attributions]
    barred, told = set(), set()
    relayed = line.first is not None and relays(line.text[: line.first - line.start].rstrip("“\"‘'") + " ")
    for one in there:
        ahead, behind = line.text[: one.start - line.start], line.text[one.end - line.start :]
        after = line.text[end - line.start : one.start - line.start] if one.start >= end else ""
        claim = given == [one] and one.start < end
        if (
            asks(ahead)
            or serves(ahead)
            or called(ahead)
            or is_quoted_of(behind)
            or relayed
            or reports(ahead, behind)
            or (owns(one.text, behind) and not claim)
            or (one.kind != "person" and comes_after(after, behind))
        ):
            barred.add(one)
        if is_told(ahead, behind):
            told.add(one.source)  # nor is *the judge*, who asks, the one who is asked
    return [one for one in speakers if one not in barred and one.source not in told] if barred or told else speakers


def of_gender(lines: list[Line], line: Line, speakers: list[Speaker], said: set[str]) -> list[Speaker]:
    """Without the women named before, where a sentence has *he* alone, without the men where it has *she*, and without
    who asked the one who says it: *Holm asked her. She said ...*."""
    if len(said) != 1:
        return speakers
    before = [one for one in speakers if one.start < line.start]
    wrong = {one for one in before if one.gender is not None and one.gender not in said}
    asking = next((other for other in reversed(lines) if other.end <= line.start), None)
    asked = _ASKED["she" in said].search(asking.text) if asking else None
    if asking and asked:
        near = [one for one in before if asking.start <= one.start < asking.start + asked.start()]
        wrong.update(one for one in before for other in near[-1:] if one.source == other.source)
    return [one for one in speakers if one not in wrong] if wrong else speakers


def only_person(lines: list[Line], line: Line, speakers: list[Speaker]) -> str | None:
    """The person whom *he* or *she* means where the last paragraph that names anybody before names nobody else.

    Somebody without a name may be the one, or not: *another worker called*.
    """
    paragraphs: dict[int, set[str | None]] = {}
    for other in lines:
        named = {
            one.source if one.kind == "person" and not _owned(one, lines) and not _is_told(one, lines) else None
            for one in speakers
            if one.single and other.start <= one.start < min(other.end, line.start)
            if not _told_of(one, other, speakers)
        }
        if named:
            paragraphs.setdefault(other.paragraph, set()).update(named)
    nearest = paragraphs[max(paragraphs)] if paragraphs else set()
    return next(iter(nearest)) if len(nearest) == 1 else None


def is_a_stranger(lines: list[Line], line: Line, speakers: list[Speaker], said: set[str]) -> bool:
    """Whether *he* or *she* (said) may be somebody whom these sentences bring in without a name, behind whom they name
    nobody: *An old woman sat there. “No,” she said*."""
    if len(said) != 1:
        return False
    pattern, quoted = _STRANGERS[min(said)], line.first or 0
    for other in (one for one in reversed(lines) if one.start <= line.start):
        if any(one.single and other.start <= one.start < min(other.end, quoted) for one in speakers):
            return False
        first, last = other.first or other.end, other.last or other.end
        hits = (other.start + hit.start() for hit in pattern.finditer(other.text))
        if any(hit < quoted and not first <= hit < last for hit in hits):
            return True
    return False


def is_object(one: Speaker, lines: list[Line]) -> bool:
    """Whether somebody stands behind a preposition only, or behind *he*, who is somebody else: *booed at the name of
    Per Holm. “...,” she said*, *she met the mayor, Per Holm*."""
    there = next((line for line in lines if line.start <= one.start < line.end), None)
    if one.attributions or there is None:
        return False
    ahead = there.text[: one.start - there.start]
    return OBJECT.search(ahead) is not None or bool(pronouns_in(ahead))


def antecedents(persons: list[Speaker], lines: list[Line]) -> list[Speaker]:
    """Whom *he* or *she* may mean: those who spoke, and those who are the first named in their sentence."""
    persons = [one for one in persons if one.attributions or not _owned(one, lines)]
    opening = {line.start: one for line in lines for one in reversed(persons) if line.start <= one.start < line.end}
    found = {*opening.values(), *(one for one in persons if one.attributions)}
    return sorted(found, key=lambda one: one.start) or persons


def _told_of(one: Speaker, line: Line, speakers: list[Speaker]) -> bool:
    """Whether a name only says whose something is, in what another says: *Holm said she hoped Roe’s sons came*."""
    says = (other for other in speakers if other.attributions and other.kind == "person")
    behind = any(line.start <= other.start < one.start and other.source != one.source for other in says)
    return behind and owns(one.text, line.text[one.end - line.start :])


def _is_told(one: Speaker, lines: list[Line]) -> bool:
    """Whether somebody is only told or asked something: *The judge asked Ada Holm “how many”. He said ...*"""
    there = next((line for line in lines if line.start <= one.start < line.end), None)
    if there is None:
        return False
    return is_told(there.text[: one.start - there.start], there.text[one.end - there.start :])


def _owned(one: Speaker, lines: list[Line]) -> bool:
    """Whether a name only says whose somebody is: *Ada Holm’s uncle was in tears. He said ...*"""
    there = next((line for line in lines if line.start <= one.start < line.end), None)
    return there is not None and owns(one.text, there.text[one.end - there.start :])


def is_scrap(line: Line) -> bool:
    """Whether a few words are quoted in a sentence of the text's own; not *“No,” she said*."""
    closed = re.match(r"[,.?!…]*[\"”’'»�]", line.text[(line.last or line.start) - line.start :])
    own = closed is not None and closed[0][0] not in ",.?!…"
    return own and (line.words or 0) < _SCRAP and re.search(r"[^\W\d_]", line.outside) is not None


def of_them(line: Line, at: int | None, speakers: list[Speaker]) -> bool:
    """Whether a quotation begins with a word on him, or her, who spoke before (at)."""
    begins = _OF_THEM.match(line.text)
    if begins is None:
        return False
    said = "he" if begins[1] in ("He", "His") else "she"
    return any(one.start == at and one.gender in (None, said) for one in speakers)
