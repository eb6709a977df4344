"""Outlets' sums drawn from their law, against stories that are dealt out."""

from __future__ import annotations

import math

import numpy as np
import polars as pl
import pytest
from scipy.stats import skew

from framing.comparison.estimates import law as module
from framing.comparison.estimates.differences import PERMUTATIONS, differences
from framing.comparison.estimates.law import Law, distinct
from framing.comparison.estimates.pools import dealt
from framing.measures.analyser import Metric
from tests.frames import KINDS, measure, stories

MEASURES: dict[str, Metric] = {kind: measure(kind, kind) for kind in KINDS}
SIZES = {"a": 1_700, "b": 1_300, "c": 900, "d": 300, "e": 40}


def corpus(seed: int, more: float) -> pl.DataFrame:
    """Articles of unlike length; outlet a differs a little."""
    random = np.random.default_rng(seed)
    parts = []
    for outlet, size in SIZES.items():
        words = random.integers(100, 900, size).astype(float)
        above = 1.0 + more * (outlet == "a")
        values = {
            "rate": 1000 * random.negative_binomial(2, 2 / (2 + above * words / 40)) / words,
            "share": 100 * random.beta(2 * above, 5, size),
            "mean": random.normal(0.05 * above, 0.3, size),
            "score": random.gamma(9 * above, 1.0, size),
        }
        keys = [f"{outlet}/{number:04}" for number in range(size)]
        parts += [
            pl.DataFrame({"article": keys, "outlet": outlet, "metric": kind, "value": value, "weight": words})
            for kind, value in values.items()
        ]
    return pl.concat(parts)


@pytest.mark.parametrize("seed", range(3))
def test_p_agrees_with_stories_dealt_within_their_error(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    frame = corpus(seed, 0.02 * seed)
    told = stories(frame, {f"b/{at:04}": f"a/{at:04}" for at in range(60)})
    quick = differences(frame, MEASURES, told).sort("metric")
    monkeypatch.setattr(module, "STORIES", math.inf)
    slow = differences(frame, MEASURES, told).sort("metric")
    assert not quick.equals(slow)
    for column in ("p_spread", "p_groups"):
        for one, other in zip(quick[column], slow[column], strict=True):
            error = math.sqrt(2 * max(other * (1 - other), 1 / PERMUTATIONS) / PERMUTATIONS)
            assert abs(one - other) < 4 * error + 0.002, (column, one, other)
    # One apart is ranked twice, among the arrangements and among the outlets: its error is larger.
    assert quick["p_one"].to_numpy() == pytest.approx(slow["p_one"].to_numpy(), abs=0.15)
    assert quick.filter("stated")["metric"].to_list() == slow.filter("stated")["metric"].to_list()


def test_sums_have_the_means_spreads_and_skewness_of_stories_dealt() -> None:
    random = np.random.default_rng(5)
    label = np.repeat(np.arange(4), [3_000, 900, 150, 20])
    bottom = random.gamma(4.0, 100.0, (len(label), 1))
    top = random.poisson(random.gamma(2.0, 0.5, bottom.shape) * bottom / 200).astype(float)
    law = Law.of(top, bottom, label, 4)
    assert law.holds.all()
    drawn = law.drawn(random, 20_000)
    stories_ = dealt(label, [np.arange(len(label))], np.hstack([top, bottom]), 4, random, 4_000)[1:]
    spread = stories_.std(axis=0)
    assert np.abs((drawn.mean(axis=0) - stories_.mean(axis=0)) / spread).max() < 0.08
    assert drawn.std(axis=0) == pytest.approx(spread, rel=0.06)
    assert skew(drawn, axis=0) == pytest.approx(skew(stories_, axis=0), abs=0.16)
    mine, theirs = (np.corrcoef(sums.reshape(len(sums), -1)[:, :6], rowvar=False) for sums in (drawn, stories_))
    assert mine == pytest.approx(theirs, abs=0.08)
    assert drawn.sum(axis=1)[:, 1] == pytest.approx(np.full(len(drawn), bottom.sum()))


def test_a_measure_that_few_stories_carry_is_dealt() -> None:
    random = np.random.default_rng(6)
    label = np.repeat(np.arange(4), 1_200)
    bottom = np.ones((len(label), 2))
    top = random.normal(0, 1, bottom.shape)
    top[:, 1] = np.where(np.arange(len(label)) % 600 == 0, random.choice([-1.0, 1.0], len(label)), 0.0)
    assert Law.of(top, bottom, label, 4).holds.tolist() == [True, False]
    assert not Law.of(top[:3_999], bottom[:3_999], label[:3_999], 4).holds.any()


def test_stories_dealt_to_small_outlets_are_different_ones() -> None:
    picked = distinct(np.random.default_rng(7), 30, (4_000, 20))
    assert (np.sort(picked, axis=1)[:, 1:] > np.sort(picked, axis=1)[:, :-1]).all()
    assert np.bincount(picked.ravel()) == pytest.approx(np.full(30, 4_000 * 20 / 30), rel=0.1)
    assert np.bincount(picked[:, 19]) == pytest.approx(np.full(30, 4_000 / 30), rel=0.35)
