"""Cliff's delta of many stories, which are put in order once: against every pair of stories, one by one."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import polars as pl
import pytest

from framing.comparison.estimates import patterns
from framing.comparison.estimates.effects import Side, part_delta
from framing.comparison.estimates.permutation import Table, split
from framing.measures.analyser import Metric
from tests.frames import KINDS, measure, metrics, stories

MEASURES: dict[str, Metric] = {kind: measure(kind, kind) for kind in KINDS}
SCALES = {"rate": 1000, "share": 100, "mean": 1, "score": 1}


def corpus(seed: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Articles of four outlets with many equal values, some without one metric; every fourth story is told by several."""
    random = np.random.default_rng(seed)
    rows: list[tuple[str, str, float | None, float]] = []
    same = {}
    for number in range(240):
        article, weight = f"{'abcd'[random.integers(4)]}/{number}", float(random.integers(1, 4) * 100)
        rows += [(article, kind, 100.0 * int(random.integers(0, 4)), weight) for kind in KINDS if kind != "mean"]
        if random.random() < 0.8:
            rows.append((article, "mean", float(random.integers(0, 3)), weight))
        if random.random() < 0.4:
            same[article] = f"story {random.integers(40)}"
    frame = metrics(rows)
    return frame, stories(frame, same=same)


def by_pairs(frame: pl.DataFrame, told: pl.DataFrame, kind: str, outlet: str) -> float:
    """The same from the definition."""
    sums: dict[tuple[bool, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for row in frame.filter(metric=kind).join(told, on="article").iter_rows(named=True):
        of = sums[row["outlet"] == outlet, row["story"]]
        of[0] += row["value"] * row["weight"] / SCALES[kind]
        of[1] += row["weight"]
    one, two = ([SCALES[kind] * a / b for (side, _), (a, b) in sums.items() if side == mine] for mine in (True, False))
    return sum((x > y + 1e-9) - (x < y - 1e-9) for x in one for y in two) / (len(one) * len(two))


@pytest.mark.parametrize("seed", [1, 2])
def test_delta_of_many_stories_is_that_of_all_pairs(seed: int) -> None:
    frame, told = corpus(seed)
    table = Table.of(frame, MEASURES, told)
    for outlet in table.names:
        for part in split(table, outlet, "all others", table.side([outlet])):
            assert part.pattern is not None
            assert part.pattern.stories is not None  # more than `MANY` articles
            assert part.shared.any()
            found = part_delta(part, Side.of(part, table, True), Side.of(part, table, False))
            expected = [by_pairs(frame, told, table.metrics[at], outlet) for at in part.metrics]
            assert found == pytest.approx(expected, abs=1e-12)


def test_few_stories_and_many_have_the_same_delta(monkeypatch: pytest.MonkeyPatch) -> None:
    frame, told = corpus(3)
    found = {}
    for many in (10, 10_000):
        monkeypatch.setattr(patterns, "MANY", many)
        table = Table.of(frame, MEASURES, told)
        (part, *_) = split(table, "a", "all others", table.side(["a"]))
        assert part.pattern is not None
        assert (part.pattern.stories is None) == (many == 10_000)
        found[many] = part_delta(part, Side.of(part, table, True), Side.of(part, table, False)).tolist()
    assert found[10] == found[10_000]
