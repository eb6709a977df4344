"""Where two texts print one quotation but for a word or two: what stands in its place, between the same words.

How a paper sets words is no change: capitals, marks, figures or words for a number, American or British spelling,
*it's* or *it is*, *gonna* or *going to*; nor are misprints, names in other letters, another form of the word, and
*that*, *the* or *so* left out. What stands in brackets is the paper's, and at dots words are left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import polars as pl

from framing.comparison.content.labels import NUMBERS, Labels
from framing.comparison.content.quotations import Quote, read_quotes
from framing.comparison.content.spelling import close, distance, folded, misprint, one_spelling
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import NEGATION, STOP
from framing.comparison.content.voices import NOBODY
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS, fold

# a place at which two reports print one quotation with other words, between words that both have
CHANGED_WORDS: Schema = {
    "place": pl.UInt32,  # the same for the texts that differ there, most words of content first
    "version": pl.UInt32,  # 0 or 1: texts with the same number print the same words
    "speaker": pl.String,  # ? null where no text is sure
    "weight": pl.UInt32,  # words of content that are changed
    "article": pl.String,
    "outlet": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,  # the words at the place, with some around them
}
_RUN, _SHARED = 3, 2  # words in a row by which quotations are brought together, and how many such runs they share
_COMMON = 40  # quotations with a run from which it finds no more
_WORD = re.compile(r"\w+(?:['’.]\w+)*")
_LONGEST = 120  # words of a wording that are looked at
_NEAR, _SIDES = 2, 7  # words alike on either side of what is changed, and on both together
_DENIED = 4  # on either side of a *not*
_ALIKE = 0.65  # of the words of the shorter wording, that stand in the other in the same order
_MOST, _SHOWN = 3, 4  # words that are changed, and words shown beside them
_MISPRINT = 6  # letters of a word of which one may be wrong
_SET = re.compile(r"[\[\](){}*…�]|\.\.|\. \.")  # the paper's own signs
_NO = re.compile(NEGATION, re.IGNORECASE)
_FULL = (
    (r"\bcan['’]?t\b", "can not"), (r"\bwon['’]t\b", "will not"), (r"n['’]t\b", " not"), (r"['’]re\b", " are"),
    (r"['’]ve\b", " have"), (r"['’]ll\b", " will"), (r"['’]m\b", " am"), (r"['’]d\b", " would"), (r"['’]s\b", " is"),
    (r"\bcannot\b", "can not"), (r"\b(go|wan)n?na\b", r"\1"), (r"\bgotta\b", "got to"), (r"\bokay\b", "ok"),
    (r"\bgoing to\b", "go"), (r"\bwant to\b", "wan"), (r"\bper cent\b", "percent"), (r"\b(kind|sort)a\b", r"\1 of"),
    (r"\b(out|lot)ta\b", r"\1 of"), (r"\bgimme\b", "give me"), (r"\blemme\b", "let me"),
    (r"\bdunno\b", "do not know"), (r"(?<!\w)['’]cause\b|\bcuz\b", "because"), (r"(?<!\w)['’]em\b", "them"),
    (r"['’]", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Changed:
    """What stands in place of one another in two wordings, with some words around it: text, and where its word begins
    and ends in the wording. weight: words of content that are changed."""

    one: tuple[int, int]
    other: tuple[int, int]
    weight: int


@dataclass(frozen=True)
class _Word:
    form: str
    start: int
    end: int


def changed_words(corpus: Corpus, credited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`CHANGED_WORDS`: quotations that reports print alike, but for one to three words between words that are alike.

    credited: `voices.quotations`. At least two words before the place and two behind it, seven in all, are alike in two
    independent reports; or seven on one side, where both quotations begin or end with other words. Texts that have
    both versions, and copies of theirs, are left out; so are words that two texts surely give to two speakers.
    """
    groups, outlets = labels.groups, labels.outlets
    quotes = [(quote, _words(quote.text)) for quote in read_quotes(corpus, credited)]
    found: dict[tuple[str, ...], int] = {}
    for one, other in _pairs([quote for quote, _ in quotes]):
        for place in changed(one.text, other.text):
            spans = one.text[slice(*place.one)], other.text[slice(*place.other)]
            found.setdefault(tuple(sorted(_line(_words(text)) for text in spans)), place.weight)
    lines = [_line(words) for _, words in quotes]
    rows: list[dict[str, Any]] = []
    for at, (versions, weight) in enumerate(sorted(found.items(), key=lambda item: (-item[1], item[0]))):
        having = [[number for number, line in enumerate(lines) if version in line] for version in versions]
        behind = [{groups[quotes[number][0].article] for number in some} for some in having]
        both = behind[0] & behind[1]
        kept = [_by_article(quotes, some, both, groups) for some in having]
        sure = [quotes[number][0] for some in kept for number in some.values() if quotes[number][0].sure]
        speakers = {quote.speaker for quote in sure if not quote.speaker.islower()} - {NOBODY}  # whose "statement"?
        for version, places in enumerate(kept if all(kept) and len(speakers) < 2 else ()):
            for article, number in sorted(places.items()):
                quote, words = quotes[number]
                first = lines[number][: lines[number].index(versions[version])].count(" ")
                start, end = words[first].start, words[first + versions[version].count(" ") - 2].end
                rows.append(
                    {
                        "place": at, "version": version, "speaker": min(speakers, default=None), "weight": weight,
                        "article": article, "outlet": outlets[article], "start": quote.start + start,
                        "end": quote.start + end, "text": quote.text[start:end],
                    }
                )  # fmt: skip
    return pl.DataFrame(rows, schema=dict(CHANGED_WORDS))


def _by_article(
    quotes: Sequence[tuple[Quote, list[_Word]]], some: Sequence[int], but: set[str], groups: dict[str, str]
) -> dict[str, int]:
    """article -> the first of some quotations that it has, but for those of these reports."""
    articles = {number: quotes[number][0].article for number in reversed(some)}
    return {article: number for number, article in articles.items() if groups[article] not in but}


def _pairs(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """Quotations in two wordings that have several runs of three words in common, each wording once."""
    kept = list({quote.words: quote for quote in reversed(quotes)}.values())[::-1]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, quote in enumerate(kept):
        runs = {quote.words[low : low + _RUN] for low in range(min(len(quote.words), _LONGEST) - _RUN + 1)}
        near = Counter(before for run in runs for before in holders[run][:_COMMON])
        yield from ((kept[before], quote) for before, shared in sorted(near.items()) if shared >= _SHARED)
        for run in runs:
            holders[run].append(at)


def changed(one: str, other: str) -> Iterator[Changed]:
    """The places at which two wordings of one quotation differ by one to three words, between words that are alike.

    >>> first, second = "we will stand with the worst men in town today", "We will stand by the worst men in town"
    >>> [first[slice(*place.one)] for place in changed(first, second)]
    ['we will stand with the worst men in']
    """
    left, right = _words(one), _words(other)
    matcher = SequenceMatcher(None, [word.form for word in left], [word.form for word in right], autojunk=False)
    parts = matcher.get_opcodes()
    if sum(part[2] - part[1] for part in parts if part[0] == "equal") < _ALIKE * min(len(left), len(right)):
        return
    for at, (kind, a, b, c, d) in enumerate(parts):
        sizes = [part[2] - part[1] for part in (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2])]
        # At its ends a wording may be cut, so that the other one has more words there, but no other ones.
        apart = min(sizes) >= _NEAR if len(sizes) == 2 else kind == "replace"
        if kind == "equal" or max(b - a, d - c) > _MOST or sum(sizes) < _SIDES or not apart:
            continue
        signs = _between(one, left, a, b) + _between(other, right, c, d)
        if min(sizes) < _DENIED and _NO.search(signs):
            continue  # "clinics where it is one", "it is not one": two sentences
        if not _SET.search(signs) and _tells(one, left[a:b], other, right[c:d]):
            weight = len({word.form for word in left[a:b] + right[c:d]} - STOP)
            yield Changed(_span(left, a, b), _span(right, c, d), weight)


def _between(text: str, words: Sequence[_Word], first: int, last: int) -> str:
    """What stands between the words before and behind these."""
    return text[words[first - 1].end if first else 0 : words[last].start if last < len(words) else len(text)]


def _words(text: str) -> list[_Word]:
    found = []
    for match in list(_WORD.finditer(text))[:_LONGEST]:
        form = fold(match[0]).lower()
        found.append(_Word(str(NUMBERS.get(form, one_spelling(form))), match.start(), match.end()))
    return found


def _line(words: Sequence[_Word]) -> str:
    """Words between blanks, each of which has one before it: *" we will stand "*."""
    return f" {' '.join(word.form for word in words)} "


def _span(words: Sequence[_Word], first: int, last: int) -> tuple[int, int]:
    """The characters of these words with some around them."""
    low, high = max(0, first - _SHOWN), min(len(words), last + _SHOWN)
    return words[low].start, words[high - 1].end


def _tells(one: str, first: Sequence[_Word], other: str, second: Sequence[_Word]) -> bool:
    """Whether the words differ by more than their setting."""
    if not first or not second:
        words = {word.form for word in [*first, *second]}
        return not words <= STOP or any(map(_NO.fullmatch, words))
    sides = one[first[0].start : first[-1].end], other[second[0].start : second[-1].end]
    full, again = map(_written_out, sides)
    telling = ["".join(word for word in side.split() if word not in STOP) for side in (full, again)]
    if telling[0] == telling[1] != "" and not any(map(_NO.search, sides)):
        return False  # "longstanding", "the long-standing"
    if full == again or (full.replace(" ", "") == again.replace(" ", "")):
        return False
    if len(first) == len(second) == 1:
        alike = misprint(full, again) or (distance(full, again) <= 1 and min(len(full), len(again)) >= _MISPRINT)
        names = all(re.match(rf"[{CAPITALS}]", side) for side in sides) and close(folded(sides[0]), folded(sides[1]))
        return not alike and not names and stem(full) != stem(again)
    return True


def _written_out(text: str) -> str:
    return " ".join(str(NUMBERS.get(word, word)) for word in re.findall(r"[\w.]+", in_long(text)))


def in_long(text: str) -> str:
    """A text in small letters, with what is said in short set in one way: *it's* as *it is*, *gonna* as *going to*."""
    text = fold(text).lower()
    for pattern, full in _FULL:
        text = re.sub(pattern, full, text)
    return text
