"""One article twice in one outlet: the same text at another address, or another version of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from zlib import crc32

from framing.corpus.cleaning.repeats import key

SAME = 0.8  # of the shorter text's 5-word shingles stand in the longer one too
_SIZE = 5
_MANY = 400  # articles of an outlet, from which on every eighth shingle is looked at
_EVERYWHERE = 60  # articles with the same shingle: it is a formula, not a text


def versions(articles: Sequence[tuple[str, str]]) -> dict[int, tuple[int, float]]:
    """Which articles (outlet, body) are versions of another one of their outlet.

    Returns, for each that is to be left out, the one that is kept (the longest; of equals the first) and which share
    of the latter they have in common: 1.0 for the same text.
    """
    outlets: dict[str, list[int]] = defaultdict(list)
    for number, (outlet, _) in enumerate(articles):
        outlets[outlet].append(number)
    found: dict[int, tuple[int, float]] = {}
    for numbers in outlets.values():
        if len(numbers) > 1:
            shingles = {number: _shingles(articles[number][1], len(numbers) > _MANY) for number in numbers}
            found.update(_versions(shingles, {number: len(articles[number][1]) for number in numbers}))
    return found


def _versions(shingles: dict[int, set[int]], length: dict[int, int]) -> dict[int, tuple[int, float]]:
    where: dict[int, list[int]] = defaultdict(list)
    found: dict[int, tuple[int, float]] = {}
    for number in sorted(shingles, key=lambda number: (-length[number], number)):
        runs = shingles[number]
        shared = Counter(other for run in runs for other in where[run] if len(where[run]) <= _EVERYWHERE)
        best = max(shared, key=lambda other: (shared[other], -other), default=None)
        if best is not None and shared[best] >= SAME * len(runs):
            found[number] = (best, shared[best] / max(len(runs), len(shingles[best])))
            continue
        for run in runs:
            where[run].append(number)
    return found


def _shingles(body: str, sampled: bool) -> set[int]:
    words = key(body).split()
    size = min(_SIZE, max(1, len(words)))
    runs = {crc32(" ".join(words[start : start + size]).encode()) for start in range(len(words) - size + 1)}
    return {run for run in runs if run % 8 == 0} or runs if sampled else runs
