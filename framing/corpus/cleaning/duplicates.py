"""One article twice in one outlet: the same text at another address, or another version of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from zlib import crc32

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.processes import spread
from framing.text.tokenise import numbered

SAME = 0.8  # of the shorter text's 5-word shingles stand in the longer one too
_SIZE = 5
_EIGHTH = 8  # of a longer text every eighth shingle is looked up; what these find is counted in full
_LONG = 160  # shingles
_BATCH = 2_000  # texts taken into words at a time
_LIKELY = 0.3  # of the shingles looked up are shared by any text that shares `SAME` of them all
_EVERYWHERE = 60  # articles with the same shingle: it is a formula, not a text

_Bodies = dict[int, str]  # of one outlet, by the number of the article
_Hashes = npt.NDArray[np.uint64]


def versions(articles: Sequence[tuple[str, str]], workers: int = 1) -> dict[int, tuple[int, float]]:
    """Which articles (outlet, body) are versions of another one of their outlet.

    Returns, for each that is to be left out, the one that is kept (the longest; of equals the first) and which share
    of the latter they have in common: 1.0 for the same text. workers: processes.
    """
    outlets: dict[str, list[int]] = defaultdict(list)
    for number, (outlet, _) in enumerate(articles):
        outlets[outlet].append(number)
    groups = [{number: articles[number][1] for number in numbers} for numbers in outlets.values() if len(numbers) > 1]
    found: dict[int, tuple[int, float]] = {}
    for _, some in spread(_of_outlets, None, _portions(groups), workers):
        found.update(some)
    return found


def _portions(groups: Iterable[_Bodies]) -> Iterator[list[_Bodies]]:
    """The outlets, so many at a time as have a batch of articles."""
    some: list[_Bodies] = []
    for group in groups:
        some.append(group)
        if sum(map(len, some)) >= _BATCH:
            yield some
            some = []
    yield some


def _of_outlets(_: None, outlets: Sequence[_Bodies]) -> dict[int, tuple[int, float]]:
    """`versions` of the bodies of some outlets."""
    bodies = pl.Series([body for outlet in outlets for body in outlet.values()], dtype=pl.String)
    some = (_shingles(bodies.slice(first, _BATCH)) for first in range(0, len(bodies), _BATCH))
    shingles = dict(zip(chain.from_iterable(outlets), chain.from_iterable(some), strict=True))
    found: dict[int, tuple[int, float]] = {}
    for outlet in outlets:
        by_length = sorted(outlet, key=lambda number: (-len(outlet[number]), number))
        found.update(_versions({number: shingles[number] for number in by_length}))
    return found


def kept_once(kept: str, share: float) -> tuple[str, str]:
    """What is said of an article that is left out because another one (its key) is there, and what to do."""
    what = "is the same text as" if share > 0.995 else f"is another version ({share:.0%} the same) of"
    return f"{what} {kept}: kept once", "remove one, or leave it so"


def _versions(shingles: dict[int, _Hashes]) -> dict[int, tuple[int, float]]:
    """Of shingles by article, the longest first."""
    where: dict[int, list[int]] = defaultdict(list)
    found: dict[int, tuple[int, float]] = {}
    for number, runs in shingles.items():
        some: list[int] = (runs[runs % _EIGHTH == 0] if len(runs) >= _LONG else runs).tolist()
        near = Counter(other for run in some for other in where[run] if len(where[run]) <= _EVERYWHERE)
        likely = [other for other, times in near.items() if times >= _LIKELY * len(some)]
        shared = {other: np.intersect1d(runs, shingles[other], assume_unique=True).size for other in likely}
        best = max(shared, key=lambda other: (shared[other], -other), default=None)
        if best is not None and shared[best] >= SAME * len(runs):
            found[number] = (best, shared[best] / max(len(runs), len(shingles[best])))
            continue
        for run in some:
            where[run].append(number)
    return found


def _shingles(bodies: pl.Series) -> list[_Hashes]:
    """The different shingles of each text, in order: of its words without case and marks. A short text is one."""
    words = pl.select(words=bodies.str.to_lowercase().str.extract_all(r"\w+")).to_series()
    sizes = words.list.len().to_numpy().astype(np.int64)
    numbers, distinct = numbered(words.explode(empty_as_null=False))
    of_word = np.array([crc32(word.encode()) for word in distinct], dtype=np.uint64)[numbers]
    ends = np.cumsum(sizes)
    return [_runs(of_word[end - size : end]) for size, end in zip(sizes.tolist(), ends.tolist(), strict=True)]


def _runs(words: _Hashes) -> _Hashes:
    size = max(1, min(_SIZE, len(words)))
    whole = np.zeros(max(0, len(words) - size + 1), dtype=np.uint64)
    for place in range(size):
        whole = (whole ^ words[place : len(words) - size + 1 + place]) * np.uint64(0x9E3779B97F4A7C15)
        whole ^= whole >> np.uint64(29)
    whole.sort()  # far sooner than np.unique
    distinct: _Hashes = whole[np.append(True, whole[1:] != whole[:-1])[: len(whole)]]
    return distinct
