"""Many stories: the moments of all arrangements against arrangements that are drawn."""

from __future__ import annotations

import math

import numpy as np
import polars as pl
import pytest

from framing.comparison.estimates import normal as module
from framing.comparison.estimates.contrasts import contrasts
from framing.comparison.estimates.permutation import Table, split
from framing.measures.analyser import Metric
from tests.frames import KINDS, measure, stories

MEASURES: dict[str, Metric] = {kind: measure(kind, kind) for kind in KINDS}
DRAWN = 9_999


def corpus(seed: int, sizes: dict[str, int]) -> pl.DataFrame:
    """Articles of unlike length, with an outlet that differs a little."""
    random = np.random.default_rng(seed)
    rows = []
    for outlet, size in sizes.items():
        more = 1.0 + 0.02 * seed * (outlet == "a")
        for number in range(size):
            words = float(random.integers(100, 900))
            hits = random.negative_binomial(2, 2 / (2 + more * words / 40))
            share = 100 * random.beta(2 * more, 5)
            values = {"rate": 1000 * hits / words, "share": share, "mean": random.normal(0.05 * more, 0.3)}
            for kind in MEASURES:
                value = values.get(kind, random.gamma(9 * more, 1.0))
                rows.append((f"{outlet}/{number:03}", outlet, kind, float(value), words))
    return pl.DataFrame(rows, ["article", "outlet", "metric", "value", "weight"], orient="row")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("shared", [0, 40], ids=["own stories", "stories of both"])
def test_moments_agree_with_arrangements_within_their_error(
    monkeypatch: pytest.MonkeyPatch, seed: int, shared: int
) -> None:
    frame = corpus(seed, {"a": 120, "b": 300})
    told = stories(frame, {f"b/{at:03}": f"a/{at:03}" for at in range(shared)})
    quick = contrasts(frame, MEASURES, told).sort("metric", "outlet")
    assert quick["permutations"].to_list() == [0] * quick.height
    assert quick["p_floor"].to_list() == [0.0] * quick.height
    monkeypatch.setattr(module, "MANY", math.inf)
    drawn = contrasts(frame, MEASURES, told, permutations=DRAWN).sort("metric", "outlet")
    assert set(drawn["permutations"]) == {DRAWN}
    for one, other in zip(quick["p"], drawn["p"], strict=True):
        error = 2 * math.sqrt(max(other, 2 / DRAWN) / 2 * (1 - other / 2) / DRAWN)
        assert abs(one - other) < 4 * error + 0.002


def test_a_measure_of_few_hits_is_drawn() -> None:
    frame = corpus(1, {"a": 120, "b": 300}).filter(metric="rate")
    rare = frame.with_columns(value=pl.when(pl.col("article").str.ends_with("7")).then("value").otherwise(0.0))
    found = contrasts(rare.with_columns(value=pl.col("value") * (pl.col("article") < "a/050")), MEASURES, stories(rare))
    assert (found["permutations"] > 0).all()
    assert found["p"].is_not_null().all()


def test_few_stories_are_drawn_or_looked_at() -> None:
    found = contrasts(frame := corpus(2, {"a": 99, "b": 300}), MEASURES, stories(frame))
    assert (found["permutations"] > 0).all()


def test_a_measure_that_few_stories_carry_is_drawn() -> None:
    """Evenly up and down, so that skewness alone would not tell."""
    frame = corpus(3, {"a": 150, "b": 300}).filter(metric="mean")
    up, down = pl.col("article").str.ends_with("50"), pl.col("article").str.ends_with("00")
    rare = frame.with_columns(value=pl.when(up).then(0.9).when(down).then(-0.9).otherwise(0.0))
    assert (contrasts(rare, MEASURES, stories(rare))["permutations"] > 0).all()


@pytest.mark.parametrize("shared", [0, 30])
def test_arrangements_without_their_noughts_are_the_same(shared: int) -> None:
    frame = corpus(2, {"a": 40, "b": 700, "c": 500}).filter(pl.col("metric") == "mean")
    table = Table.of(frame, MEASURES, stories(frame, {f"b/{at:03}": f"a/{at % 20:03}" for at in range(shared)}))
    (part,) = split(table, "a", "all others", table.side(["a"]))
    keys = np.random.default_rng(1).random((50, len(table.articles)))
    assert (part.drawn(keys, keys.argsort(axis=1)).toarray() == part.draw(keys)).all()
