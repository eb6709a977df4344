"""Paragraphs and sentences that a page shows twice, and sentences that it splits over paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from framing.text.blocks import unmarked
from framing.text.typography import CAPITALS

ABOVE = 8  # paragraphs above a dateline that are looked at
_WORDS = 10  # a shorter paragraph or sentence may stand twice for a reason: a refrain, a heading
_PULLED = 5  # words of a block quotation that stand in the running text too
_SIX = re.compile(r"\W*" + r"\W+".join([r"(\w+)"] * 6) + r"(?=\W|$)")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])[.)]|\(\d{1,2}\)")  # of a list, on a line of its own
_STOPS = re.compile(r"[.!?…:][”\"’')\]]*$")
# A blank behind a stop; only then is it looked at what stands round it.
_SENTENCE = re.compile(rf" (?<=[.!?] )(?=[{CAPITALS}])(?<=(?:[^\W_{CAPITALS}]|[%)])[.!?] )")


def key(text: str) -> str:
    """The words of a text in small letters: what two of the same have in common."""
    return " ".join(_WORD.findall(text.casefold()))


def twice_above(paragraphs: list[str], dateline: Callable[[str], object | None]) -> set[str]:
    """What a page prints twice above the line with which the story begins: lines of its pictures."""
    first = next((at for at, line in enumerate(paragraphs[:ABOVE]) if dateline(line)), 0)
    return {line for line, times in Counter(paragraphs[:first]).items() if times > 1}


def without_repeats(paragraphs: list[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """The paragraphs without those, and without those sentences, that stood before word for word.

    Sentences within quotation marks are left alone: people repeat themselves. A block quotation that only repeats
    the running text is a pull quote. Also returned: rule and text of what was taken out.
    """
    quoted = {paragraph for paragraph in paragraphs if unmarked(paragraph)[1]}
    alike = _begin_alike(paragraphs)
    if not quoted and not any(alike):
        return paragraphs, []
    seen: set[str] = set()
    running = f" {' '.join(key(paragraph) for paragraph in paragraphs if paragraph not in quoted)} " if quoted else ""
    kept, removed = [], []
    for paragraph, may_be_twice in zip(paragraphs, alike, strict=True):
        if not may_be_twice and paragraph not in quoted:
            kept.append(paragraph)
            continue
        if (whole := key(paragraph)) in seen and whole.count(" ") >= _WORDS - 1:
            removed.append(("paragraph again", paragraph))
            continue
        if paragraph in quoted:
            if f" {whole} " in running and whole.count(" ") >= _PULLED - 1:
                removed.append(("pull quote", unmarked(paragraph)[0]))
            else:
                kept.append(paragraph)
            continue
        sentences = _SENTENCE.split(paragraph)
        keys = [key(sentence) for sentence in sentences]
        again = [
            words in seen and words.count(" ") >= _WORDS - 1 and not re.search('["“”«»\ufffd]', sentence)
            for words, sentence in zip(keys, sentences, strict=True)
        ]
        removed.extend(("sentence again", text) for text, twice in zip(sentences, again, strict=True) if twice)
        if left := " ".join(text for text, twice in zip(sentences, again, strict=True) if not twice):
            kept.append(left)
        seen.update([whole, *keys])
    return kept, removed


def _begin_alike(paragraphs: list[str]) -> list[bool]:
    """Of each paragraph, whether it or a sentence of it begins with the same six words as another one.

    What stands twice begins alike: other paragraphs are not looked at word by word.
    """
    found: list[set[tuple[str, ...]]] = []
    times: Counter[tuple[str, ...]] = Counter()
    for paragraph in paragraphs:
        first, *others = (_SIX.match(sentence) for sentence in _SENTENCE.split(paragraph))
        # A paragraph begins as its first sentence does, unless that is too short.
        begins = [first or _SIX.match(paragraph), *others]
        words = [tuple(map(str.casefold, beginning.groups())) for beginning in begins if beginning]
        times.update(words)
        found.append(set(words))
    twice = {words for words, number in times.items() if number > 1}
    return [not twice.isdisjoint(words) for words in found]


def joined(paragraphs: list[str]) -> list[str]:
    """What a page splits over paragraphs put together again: sentences, numbers of lists with what they count."""
    whole: list[list[str]] = []  # the parts of each: they are put together once
    for paragraph in paragraphs:
        if whole and (_counts(whole[-1], paragraph) or _breaks_off(whole[-1], paragraph)):
            whole[-1].append(paragraph)
        else:
            whole.append([paragraph])
    return [" ".join(parts) for parts in whole]


def _counts(above: list[str], paragraph: str) -> bool:
    return len(above) == 1 and paragraph[:1].isalpha() and _NUMBER.fullmatch(above[0]) is not None


def _breaks_off(above: list[str], paragraph: str) -> bool:
    return paragraph[:1].islower() and _goes_on(above[-1][-2:]) and not unmarked(above[0])[1]


def _goes_on(end: str) -> bool:
    """Whether the last two letters of a paragraph end no sentence, or one in marks before who says it."""
    return end[-1:].islower() or end[-1:] in (",", ";", "—", "–", "-") or re.fullmatch(r"[,?!][”\"]", end) is not None


def unwrapped(lines: list[str]) -> list[str]:
    """Lines of a block quotation that go on in the next are one; who signs it has a line for himself."""
    whole: list[str] = []
    within = False
    for line in lines:
        words, quoted = unmarked(line)
        if within and quoted and words and words[0] not in "-–—•*":
            whole[-1] += f" {words}"
        else:
            whole.append(line)
        within = quoted and bool(words) and _STOPS.search(words) is None
    return whole
