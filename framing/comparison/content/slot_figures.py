"""Different figures between the same words: *police detained 22 people in Velm*, *police detained 130 people in Velm*.

Texts that have a row of words in common, broken by one figure alone, tell one thing with it. Versions of a report do so
most of all, of which one may be later.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from framing.comparison.content.conversions import base_of
from framing.comparison.content.labels import Labels
from framing.comparison.content.quantities import agree
from framing.comparison.content.rivals import RATE
from framing.comparison.content.spelling import one_spelling
from framing.comparison.content.stems import stem
from framing.comparison.content.units import HEDGES, NUMBERS, SCALES, UNITS
from framing.comparison.content.vocabulary import CALENDAR, STOP
from framing.corpus.corpus import Corpus

_TENS = [word for word, value in NUMBERS.items() if value >= 20 and value % 10 == 0]
_ONES = [word for word, value in NUMBERS.items() if 0 < value < 10]
_VALUES = NUMBERS | {f"{ten}-{one}": NUMBERS[ten] + NUMBERS[one] for ten in _TENS for one in _ONES}
_SPELT = "|".join(sorted((word for word in _VALUES if word not in ("zero", "one", "dozen")), key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?P<sign>[$£€])?(?P<number>(?<![\w.,/:])\d+(?:,\d{{3}})*(?:\.\d+)?(?![\w/:]|[.,]\d)|\b(?:{_SPELT})\b(?!-\w))"
    r"(?P<scale>[ -](?:thousand|million|billion|trillion)\b)?|(?P<percent>%|\bper ?cent\b)|"
    r"(?P<word>[^\W_]+(?:['’.-][^\W_]+)*)",
    re.IGNORECASE,
)
_HEDGE = re.compile(rf"\b(?:{HEDGES}) $", re.IGNORECASE)
_MARK = re.compile(r"[“”\"„«»()\[\]]")
_LINKS = frozenset("of from for in with on by at to into than against between under over".split())
_RANGE = frozenset({"to", "and", "or"})  # *3 to 9 inches*
_FEWEST, _CONTENT = 5, 3  # words in a row around a figure that texts have in common, and words of content among them
_LONG = 10  # of them, from which a text may have the other's figure elsewhere
_SKIPPED, _FOLLOW = 5, 6  # words between that differ, at most, and words in a row behind them that are the same
_NEAR = 0.1  # of an amount in another unit, by which it may be rounded
_COMMON = 60  # figures before or behind one word, from which it finds none
_SHOWN = 8  # words on either side
_RATED = 25  # characters behind a figure, within which *a month* is its own


@dataclass(frozen=True)
class _Token:
    key: str  # a word's stem; a figure with its sign
    start: int
    end: int
    value: float | None = None
    content: bool = False
    opens: bool = False  # behind a quotation mark or bracket: it is not shown with the words before


@dataclass(frozen=True)
class Slot:
    """A figure with the words of its sentence. first, last: of the figure, with its word of degree, the lower number of
    a range, its unit."""

    article: str
    sentence: str
    begin: int  # of the sentence
    tokens: tuple[_Token, ...]
    at: int
    first: int
    last: int
    hedge: str
    unit: str = ""  # of length, weight, ...: *9 inches* and *23 cm* are one
    ends: bool = False  # nothing of its clause stands behind it

    @property
    def value(self) -> float:
        return self.tokens[self.at].value or 0.0

    @property
    def base(self) -> tuple[str, float]:
        """In what it is measured, and how much one of its unit is."""
        return base_of(self.unit) or ("", 1.0)

    @property
    def place(self) -> tuple[str, int]:
        return self.article, self.tokens[self.at].start


@dataclass(frozen=True)
class InSlot:
    """A figure of a text, and from where to where the words stand around it that others have as well."""

    slot: Slot
    start: int
    end: int


def slot_figures(corpus: Corpus, labels: Labels) -> Iterator[list[InSlot]]:
    """Figures of texts of several outlets between the same words, which are not one figure in round numbers.

    Five words in a row on both sides together, three of them of content; up to five that differ may stand between them
    if six follow. A text that has two figures between them is left out, as is one that has another's figure anywhere,
    unless ten words are the same.
    """
    found = [slot for slot in _slots(corpus) if slot.article in labels.groups]
    values: defaultdict[str, set[float]] = defaultdict(set)
    for slot in found:
        values[slot.article].add(slot.value)
    near: defaultdict[int, set[int]] = defaultdict(set)
    for low, high in _candidates(found):
        one, other = found[low], found[high]
        if _rate(one) != _rate(other):
            continue  # *90 euros a month*, *1,000 euros a year*
        before, behind = _run(one, other)
        words = (*before[::-1], *behind)
        if len(words) < _FEWEST or sum(word.content for word in words) < _CONTENT:
            continue
        goes_on = not (one.ends and other.ends) and not (behind and len(before) >= _LONG)
        if goes_on and not any(word.content for word in behind):
            continue  # *$1 billion in its first week*, *$2 billion in a day*
        if len(words) < _LONG and behind and words[-1].key in _LINKS:
            continue  # *49 cases of theft*, *61 cases of fraud*
        known = len(words) < _LONG and (one.value in values[other.article] or other.value in values[one.article])
        if one.value == other.value or not known:
            near[low].add(high)
            near[high].add(low)
    seen: set[int] = set()
    for at in sorted(near):
        if at not in seen:
            group = sorted(_reached(at, near))
            seen |= set(group)
            yield from _differing([found[one] for one in group], labels)


def _rate(slot: Slot) -> str:
    end = slot.tokens[slot.last].end - slot.begin
    found = RATE.search(slot.sentence, end, end + _RATED)
    return found[1] if found else ""


def _differing(group: list[Slot], labels: Labels) -> Iterator[list[InSlot]]:
    by_text: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in group:
        by_text[slot.article].append(slot)
    kept = [some[0] for some in by_text.values() if len({slot.value for slot in some}) == 1]
    apart = [(one, other) for one, other in combinations(kept, 2) if not _one_figure(one, other)]
    outlets = {labels.outlets[one.article] for one in kept}
    if len(outlets) > 1 and len(apart) == sum(one.value != other.value for one, other in combinations(kept, 2)) > 0:
        yield [_in_slot(one, [other for other in kept if other is not one]) for one in kept]


def _one_figure(one: Slot, other: Slot) -> bool:
    if one.unit != other.unit:
        amounts = [some.value * some.base[1] for some in (one, other)]
        return abs(amounts[0] - amounts[1]) <= _NEAR * max(amounts)
    return agree((one.value, one.hedge), (other.value, other.hedge))


def _reached(at: int, near: dict[int, set[int]]) -> set[int]:
    reached, ahead = {at}, [at]
    while ahead:
        new = near[ahead.pop()] - reached
        reached |= new
        ahead += new
    return reached


def _candidates(found: list[Slot]) -> Iterator[tuple[int, int]]:
    """Figures of two texts in one kind of unit before or behind the same word."""
    beside: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, slot in enumerate(found):
        sign = slot.tokens[slot.at].key[:1].strip("0123456789")
        for key in {_key(slot, slot.first - 1, -1), _key(slot, slot.last + 1, 1)} - {""}:
            beside[sign, key].append(at)
    pairs = {
        pair
        for some in beside.values()
        if len(some) <= _COMMON
        for pair in combinations(some, 2)
        if found[pair[0]].article != found[pair[1]].article and found[pair[0]].base[0] == found[pair[1]].base[0]
    }
    yield from sorted(pairs)


def _key(slot: Slot, at: int, step: int) -> str:
    """Two words beside a figure, in one key; empty where it stands at the end of its sentence."""
    places = [place for place in (at, at + step) if 0 <= place < len(slot.tokens)]
    return f"{step} {' '.join(slot.tokens[place].key for place in places)}" if len(places) > 1 else ""


def _run(one: Slot, other: Slot) -> tuple[tuple[_Token, ...], tuple[_Token, ...]]:
    """The words right before and right behind a figure that are the same beside another, the nearest first."""
    before = _same(one.tokens[: one.first][::-1], other.tokens[: other.first][::-1])
    return before, _same(one.tokens[one.last + 1 :], other.tokens[other.last + 1 :])


def _same(one: tuple[_Token, ...], other: tuple[_Token, ...]) -> tuple[_Token, ...]:
    """The words with which two rows begin; also those behind a few that differ, without a figure, if many follow."""
    at = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0].key != pair[1].key), None)
    if at is None:
        return one[: min(len(one), len(other))]
    steps = range(_SKIPPED + 1) if at else ()
    for low, high in sorted(product(steps, steps), key=sum):  # *navy and NCG ships*, *navy and coast guard ships*
        some, others = one[at + low :], other[at + high :]
        keys = [token.key for token in some[:_FOLLOW]]
        skipped = (*one[at : at + low], *other[at : at + high])
        if len(keys) == _FOLLOW and keys == [token.key for token in others[:_FOLLOW]]:
            return one[:at] if any(token.value for token in skipped) else (*one[:at], *_same(some, others))
    return one[:at]


def _in_slot(one: Slot, others: list[Slot]) -> InSlot:
    """With the words that all others have there, too, or the one that has most of them, without small ones at the
    ends."""
    runs = [_run(one, other) for other in others]
    places = [one.tokens.index(token) for run in runs for side in run for token in side[:_SHOWN]]
    low, high = min([one.first, *places]), max([one.last, *places])
    low = max([low, *(at for at in range(low + 1, one.first + 1) if one.tokens[at].opens)])
    high = min([high, *(at - 1 for at in range(one.last + 1, high + 1) if one.tokens[at].opens)])
    while low < one.first and not one.tokens[low].content:
        low += 1
    while high > one.last + 1 and not one.tokens[high].content:
        high -= 1
    return InSlot(one, one.tokens[low].start, one.tokens[high].end)


def _slots(corpus: Corpus) -> Iterator[Slot]:
    for article, base, text in corpus.sentences.filter(part="body").select("article", "start", "text").iter_rows():
        tokens = tuple(_tokens(text, base))
        for at, token in enumerate(tokens):
            if not token.value or (at + 2 < len(tokens) and _ranges(tokens, at + 2)):
                continue
            first = at - 2 if _ranges(tokens, at) else at
            hedge = _HEDGE.search(text[: tokens[first].start - base])
            first -= len(hedge[0].split()) if hedge else 0
            behind = UNITS.get(tokens[at + 1].key, "") if at + 1 < len(tokens) else ""
            unit = behind if base_of(behind) else ""
            last = at + bool(unit)
            ends = not re.match(r"[- ]?\w", text[tokens[last].end - base :])
            yield Slot(
                article, text, base, tokens, at, first, last, hedge[0].strip().lower() if hedge else "", unit, ends
            )


def _ranges(tokens: tuple[_Token, ...], at: int) -> bool:
    """Whether a figure is the upper number of a range."""
    if at < 2 or tokens[at - 1].key not in _RANGE:
        return False
    low, high = tokens[at - 2].value, tokens[at].value
    return low is not None and high is not None and low < high


def _tokens(text: str, base: int) -> Iterator[_Token]:
    before = 0
    for match in _TOKEN.finditer(text):
        low, high = match.start() + base, match.end() + base
        opens, before = _MARK.search(text, before, match.start()) is not None, match.end()
        if match["number"]:
            number = match["number"].lower()
            value = _VALUES.get(number) or float(number.rstrip(",").replace(",", ""))
            value *= SCALES.get((match["scale"] or "").strip(" -").lower(), 1.0)
            yield _Token(f"{match['sign'] or ''}{value:.12g}", low, high, value, opens=opens)
        elif match["percent"]:
            yield _Token("percent", low, high, opens=opens)
        else:
            word = match["word"].lower().replace("’", "'").replace(".", "")
            tells = word not in STOP and word not in CALENDAR and word not in UNITS and len(word) > 2
            key = word if word in UNITS else stem(one_spelling(word))
            high += "." in match["word"] and text[match.end() : match.end() + 1] == "."  # *the U.S.*
            yield _Token(key, low, high, content=tells or match["word"].isupper(), opens=opens)
