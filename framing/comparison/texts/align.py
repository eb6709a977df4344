"""Which sentence of a rewrite comes from which sentence of its source, and what was done to it.

Sentences are compared by the words that they share, a rare word counting more than a common one. The best pairs
are taken first; what is left over may be a further part of a split sentence, or a sentence merged into another.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

SIMILAR = 0.36  # from which two sentences are one: unrelated sentences of one story reach about 0.3
GAIN = 0.3  # of what is missing of a split or merged sentence, which its further part must supply
PART = 0.2  # of its words that a further part of a split sentence shares with the whole
MERGED = 0.67  # of its words that a sentence keeps when it is merged into another; else it was dropped
TOLD, WITHIN = 0.42, 0.6  # of the weight of a sentence's telling words that stand in one sentence of the other text
BEYOND = 0.3  # of that weight, which that sentence does not have from its own partner
TELLING = 4  # such words at least
RUN = 4  # words in a row that prove to come from another sentence
LONGEST = 3_000  # sentences of an article: no news story has as many
_LONG = 300  # words of a sentence beyond which changes are not looked for word by word
_JOINTS = frozenset("but and yet so however meanwhile still also though moreover".split())
_SMALL = frozenset(
    "a an and are as at be been but by for from had has have he her his if in is it its nor not of on or she so than "
    "that the their them then there these they this those to was were which who with".split()
)
_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ed|es|s|ly|e)$")
Words = Sequence[str]
Change = tuple[str, int, int, int, int]  # equal, delete, insert or replace; words of the source, of the rewrite


@dataclass(frozen=True)
class Step:
    """Sentences of the source and of the rewrite (by number) that belong together.

    label: kept (the same words), edited, moved (the same words in another place: earlier or later, or with words
    of another sentence of the source added), split (in several), merged (of several), reworded (what it says stands
    there in other words, in `target` or, where that is empty, within sentences of other steps), lacking, added.
    out_of_order: stands earlier or later than in the source, whatever the label.
    similarity: 0 to 1; null where one side is empty.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    label: str
    out_of_order: bool = False
    similarity: float | None = None


def align(source: Sequence[Words], target: Sequence[Words]) -> list[Step]:
    """What became of each sentence of the source, and what is new in the target, in the order of the source.

    A sentence is a sequence of words, compared as they stand: normalise them before. Every sentence is in one
    step. An added sentence follows the step of the sentence before it.
    """
    texts = _Texts(source, target)
    similarity = texts.similarity()
    groups = [_Group([i], [j]) for i, j in sorted(_pairs(similarity).items())]
    _add_split(groups, texts)
    _add_merged(groups, texts)
    told, within = _reworded(groups, texts)
    away = _out_of_order(groups)
    steps = [
        Step(
            tuple(group.source), tuple(group.target), _label(source, target, group, out_of_order), out_of_order,
            float(similarity[np.ix_(group.source, group.target)].max()),
        )
        for group, out_of_order in zip(groups, away, strict=True)
    ]  # fmt: skip
    steps += [Step((i,), (j,), "reworded", similarity=share) for i, j, share in told]
    steps += [Step((i,), (), "reworded", similarity=share) for i, share in within]
    return _in_order(steps, len(source), len(target))


def changes(source: Words, target: Words) -> list[Change]:
    """Which words differ, as difflib's opcodes; single small words between two changes count as changed.

    Sentences of more than 300 words are compared by their beginnings and ends only.
    """
    if max(len(source), len(target)) > _LONG:
        return _ends(source, target)
    codes = SequenceMatcher(None, source, target, autojunk=False).get_opcodes()
    joined: list[Change] = []
    for at, code in enumerate(codes):
        tag, a, b, c, d = code
        small = tag == "equal" and 0 < at < len(codes) - 1 and all(word in _SMALL for word in source[a:b])
        if (tag != "equal" or small) and joined and joined[-1][0] != "equal":
            joined[-1] = ("replace", joined[-1][1], b, joined[-1][3], d)
        elif tag != "equal" or not small:
            joined.append(code)
        else:
            joined.append(("replace", a, b, c, d))
    return [(_tag(tag, a, b, c, d), a, b, c, d) for tag, a, b, c, d in joined]


def _tag(tag: str, a: int, b: int, c: int, d: int) -> str:
    return tag if tag == "equal" else "delete" if c == d else "insert" if a == b else "replace"


def _ends(source: Words, target: Words) -> list[Change]:
    least = min(len(source), len(target))
    head = next((at for at in range(least) if source[at] != target[at]), least)
    tail = next((at for at in range(least - head) if source[-1 - at] != target[-1 - at]), least - head)
    a, c = len(source) - tail, len(target) - tail
    codes = [("equal", 0, head, 0, head), ("replace", head, a, head, c), ("equal", a, a + tail, c, c + tail)]
    return [(_tag(*code), *code[1:]) for code in codes if code[1] < code[2] or code[3] < code[4]]


@lru_cache(100_000)
def stem(word: str) -> str:
    """A word without its commonest endings (*curbs*, *allowed*): so that forms of one word match."""
    return _ENDING.sub("", word)


@dataclass
class _Group:
    """Sentences of the source and of the target that belong together."""

    source: list[int]
    target: list[int]


class _Texts:
    """Both texts as sets of stems, with the weight of each: log(1 + sentences / sentences that hold it)."""

    def __init__(self, source: Sequence[Words], target: Sequence[Words]) -> None:
        self.source, self.target = ([{stem(word) for word in words} for words in text] for text in (source, target))
        held = Counter(word for words in (*self.source, *self.target) for word in words)
        count = len(source) + len(target)
        self.weights = {word: math.log1p(count / times) for word, times in held.items()}

    def weight(self, words: set[str]) -> float:
        return math.fsum(self.weights[word] for word in words)

    def similarity(self) -> NDArray[np.float64]:
        """Weight of the words that two sentences share over the mean weight of both (Dice), 0 to 1."""
        holders: tuple[dict[str, list[int]], ...] = ({}, {})
        for text, held in zip((self.source, self.target), holders, strict=True):
            for number, words in enumerate(text):
                for word in words:
                    held.setdefault(word, []).append(number)
        shared = np.zeros((len(self.source), len(self.target)))
        for word in sorted(holders[0].keys() & holders[1].keys()):  # sorted: sums come out the same each time
            shared[np.ix_(holders[0][word], holders[1][word])] += self.weights[word]
        totals = [np.array([self.weight(words) for words in text], dtype=float) for text in (self.source, self.target)]
        both: NDArray[np.float64] = np.maximum(totals[0][:, None] + totals[1][None, :], 1e-9)
        return 2 * shared / both

    def supplied(self, whole: set[str], parts: set[str], further: set[str]) -> tuple[float, float]:
        """What a further part has of the words that the whole holds and its parts lack.

        As a share of those words, and of the further part's own; small words do not count.
        """
        missing = whole - parts - _SMALL
        new = self.weight(missing & further)
        return new / (self.weight(missing) or math.inf), new / (self.weight(further) or math.inf)


def _pairs(similarity: NDArray[np.float64]) -> dict[int, int]:
    """The best pairs first, each sentence once; of equal ones those at like places."""
    rows, columns = np.nonzero(similarity >= SIMILAR)
    apart = np.abs(rows / max(1, similarity.shape[0]) - columns / max(1, similarity.shape[1]))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for at in np.lexsort((apart, -np.round(similarity[rows, columns], 6))):
        i, j = int(rows[at]), int(columns[at])
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _add_split(groups: list[_Group], texts: _Texts) -> None:
    """Sentences of the target without a partner that supply what the one beside them lacks of its source."""
    home = {j: group for group in groups for j in group.target}
    for j in (j for j in range(len(texts.target)) if j not in home):
        best: tuple[float, _Group | None] = (0.0, None)
        for group in (home[beside] for beside in (j - 1, j + 1) if beside in home):
            whole = texts.source[group.source[0]]
            parts = set().union(*(texts.target[at] for at in group.target))
            gain, share = texts.supplied(whole, parts, texts.target[j])
            if gain >= GAIN and share >= PART:
                best = max(best, (gain, group), key=lambda one: one[0])
        if best[1] is not None:
            best[1].target = sorted([*best[1].target, j])
            home[j] = best[1]


def _add_merged(groups: list[_Group], texts: _Texts) -> None:
    """Sentences of the source without a partner that live on in the sentence made of the one beside them."""
    home = {i: group for group in groups for i in group.source}
    for i in (i for i in range(len(texts.source)) if i not in home):
        best: tuple[float, _Group | None] = (0.0, None)
        for group in (home[beside] for beside in (i - 1, i + 1) if beside in home):
            if len(group.target) > 1:
                continue
            whole = texts.target[group.target[0]]
            parts = set().union(*(texts.source[at] for at in group.source))
            gain, _ = texts.supplied(whole, parts, texts.source[i])
            kept = texts.weight(texts.source[i] & whole) / (texts.weight(texts.source[i]) or math.inf)
            if gain >= GAIN and kept >= MERGED:
                best = max(best, (gain, group), key=lambda one: one[0])
        if best[1] is not None:
            best[1].source = sorted([*best[1].source, i])
            home[i] = best[1]


def _reworded(groups: list[_Group], texts: _Texts) -> tuple[list[tuple[int, int, float]], list[tuple[int, float]]]:
    """Sentences of the source without a partner whose telling words stand in the target all the same.

    With the sentence of the target that has most of them, where that has no partner either; else alone. A sentence with
    a single telling word is never said to be there: any text has some word of it. What a sentence of the target has
    from its own partner, it does not have from another: two sentences of one man on one thing share words.
    """
    own = [set[str]() for _ in texts.target]
    for group in groups:
        for j in group.target:
            own[j] = set().union(*(texts.source[i] for i in group.source))
    free = set(range(len(texts.target))) - {j for group in groups for j in group.target}
    pairs: list[tuple[int, int, float]] = []
    within: list[tuple[int, float]] = []
    for i in sorted(set(range(len(texts.source))) - {i for group in groups for i in group.source}):
        words = texts.source[i] - _SMALL
        if len(words) < TELLING or not texts.target:
            continue
        whole = texts.weight(words) or math.inf
        shares = [(texts.weight(words & other) / whole, -j) for j, other in enumerate(texts.target)]
        new = max((share for share in shares if -share[1] in free), default=(0.0, 0))
        best = max(shares)
        if new[0] >= TOLD and len(words & texts.target[-new[1]]) >= TELLING:
            free.discard(-new[1])
            pairs.append((i, -new[1], new[0]))
            continue
        there = words & texts.target[-best[1]]
        beyond = texts.weight(there - own[-best[1]]) / whole
        if best[0] >= WITHIN and len(there) >= TELLING and beyond >= BEYOND:
            within.append((i, best[0]))
    return pairs, within


def _out_of_order(groups: list[_Group]) -> list[bool]:
    """Whether each group stands earlier or later than in the source.

    In order is the longest rising run: as many sentences of the target as possible are taken to have stayed;
    of equally long runs the later one in the target, so that what moved is said to have moved up.
    """
    by_target = sorted(range(len(groups)), key=lambda at: groups[at].target[0])
    places = np.array([groups[at].source[0] for at in by_target], dtype=np.int64)
    length = np.array([len(groups[at].target) for at in by_target], dtype=np.int64)
    best, before = length.copy(), np.full(len(groups), -1)
    for at in range(len(groups)):
        earlier = np.flatnonzero(places[:at] < places[at])
        if len(earlier):
            top = earlier[len(earlier) - 1 - np.argmax(best[earlier][::-1])]
            best[at] += best[top]
            before[at] = top
    away = [True] * len(groups)
    at = len(groups) - 1 - int(np.argmax(best[::-1])) if groups else -1
    while at >= 0:
        away[by_target[at]] = False
        at = int(before[at])
    return away


def _label(source: Sequence[Words], target: Sequence[Words], group: _Group, out_of_order: bool) -> str:
    if len(group.target) > 1:
        return "split"
    if len(group.source) > 1:
        return "merged"
    (i,), (j,) = group.source, group.target
    one, two = source[i], target[j]
    if "".join(one) == "".join(two):  # whichever words are hyphenated
        return "moved" if out_of_order else "kept"
    if out_of_order and _unjoined(one) == _unjoined(two):
        return "moved"
    differing = [code for code in changes(one, two) if code[0] != "equal"]
    others = [words for at, words in enumerate(source) if at != i]
    brought = [two[c:d] for tag, _, _, c, d in differing if tag == "insert"]
    if len(brought) == len(differing) and all(_stands_in(words, others) for words in brought):
        return "moved"
    return "edited"


def _unjoined(words: Words) -> list[str]:
    """Without an opening *but* or *meanwhile*, which belongs to what stood before."""
    return list(words[1:] if words and words[0] in _JOINTS else words)


def _stands_in(words: Words, sentences: Sequence[Words]) -> bool:
    """Whether so many words stand in one of the sentences, in this order and side by side."""
    size, first = len(words), words[0]
    return size >= RUN and any(
        list(sentence[at : at + size]) == list(words)
        for sentence in sentences
        for at, word in enumerate(sentence)
        if word == first
    )


def _in_order(steps: list[Step], sources: int, targets: int) -> list[Step]:
    """With what was dropped in its place, and what was added behind the sentence before it."""
    placed: dict[int, list[Step]] = {}
    for step in steps:
        placed.setdefault(step.source[0], []).append(step)
    found = {i for step in steps for i in step.source}
    for i in (i for i in range(sources) if i not in found):
        placed[i] = [Step((i,), (), "lacking")]
    home = {j: step.source[0] for step in steps for j in step.target}
    last = -1
    for j in range(targets):
        if j not in home:
            placed.setdefault(last, []).append(Step((), (j,), "added"))
        last = home.get(j, last)
    return [step for place in sorted(placed) for step in placed[place]]
