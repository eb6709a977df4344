"""Outlets' values and intervals: against scipy, published tables and a jackknife by hand."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from scipy import stats

from framing.comparison.estimates.intervals import limits
from framing.comparison.estimates.outlets import lone_articles, outlets
from framing.errors import ComparisonError, UnknownNameError
from framing.measures.analyser import Kind, Metric
from tests.frames import KINDS, measure, metrics, random_metrics, stories

MEASURES: dict[str, Metric] = {kind: measure(kind, kind) for kind in KINDS}


def one(
    values: Sequence[float | None], weights: Sequence[float], kind: Kind, **story: dict[str, str]
) -> dict[str, Any]:
    frame = metrics(
        (f"a/{n}", kind, value, weight) for n, (value, weight) in enumerate(zip(values, weights, strict=True))
    )
    found = outlets(frame, MEASURES, stories(frame, **story))
    assert found.height == 1
    return found.row(0, named=True)


def test_value_is_total_over_total() -> None:
    # 4 hits in 500 words and 1 hit in 250 words: 5 hits in 750 words
    assert one([8.0, 4.0], [500.0, 250.0], "rate")["value"] == pytest.approx(5 / 750 * 1000)


def test_mean_of_equal_weights_is_the_textbook_t_interval() -> None:
    values = [0.12, -0.30, 0.05, 0.22, -0.11]
    row = one(values, [20.0] * 5, "mean")
    low, high = stats.t.interval(0.95, 4, loc=np.mean(values), scale=stats.sem(values))
    assert (row["low"], row["high"]) == pytest.approx((low, high), abs=1e-12)


def test_unequal_weights_follow_bell_and_mccaffrey() -> None:
    """The correction in matrices, as published: weighted mean as a regression on a constant."""
    values, weights = np.array([40.0, 55.0, 47.0, 61.0]), np.array([300.0, 900.0, 450.0, 700.0])
    share = weights / weights.sum()
    residual_maker = np.eye(4) - np.outer(np.ones(4), share)
    quadratic = residual_maker.T @ np.diag(share**2 / (1 - share)) @ residual_maker
    error = np.sqrt(values @ quadratic @ values)
    df = np.trace(quadratic) ** 2 / np.trace(quadratic @ quadratic)
    whole = np.average(values, weights=weights)
    half = stats.t.ppf(0.975, df) * error
    row = one(list(values), list(weights), "score")
    assert (row["value"], row["low"], row["high"]) == pytest.approx((whole, whole - half, whole + half))
    assert df == pytest.approx(1.992, abs=1e-3)  # of 3, for one article outweighs the others


@pytest.mark.parametrize(
    ("hits", "low", "high"),
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.39), (50, 37.11, 65.92)],
)
def test_rate_is_never_surer_than_poisson(hits: int, low: float, high: float) -> None:
    """Garwood's exact limits (Biometrika 28, 1936), as in any table of the Poisson distribution."""
    weight = 10_000.0
    found = limits("rate", *(np.array([x]) for x in (hits / 10, 0.0, 9.0, weight)))
    assert [float(x[0]) * 10 for x in found] == pytest.approx([low, high], rel=1e-3, abs=1e-9)


@pytest.mark.parametrize(
    ("part", "of", "low", "high"), [(0, 20, 0.0, 0.1684), (5, 10, 0.1871, 0.8129), (10, 10, 0.6915, 1.0)]
)
def test_share_is_never_surer_than_binomial(part: int, of: int, low: float, high: float) -> None:
    """Clopper and Pearson's limits (Biometrika 26, 1934)."""
    found = limits("share", *(np.array([x]) for x in (100 * part / of, 0.0, 9.0, float(of))))
    assert [float(x[0]) / 100 for x in found] == pytest.approx([low, high], abs=1e-4)
    exact = stats.binomtest(part, of).proportion_ci(method="exact")
    assert [float(x[0]) / 100 for x in found] == pytest.approx([exact.low, exact.high], abs=1e-9)


def test_rate_on_the_log_scale_by_hand() -> None:
    # 30 and 60 hits in 1,000 words each: r = 45, residuals -15 and 15, doubled by the leverage of 1/2
    row = one([30.0, 60.0], [1000.0, 1000.0], "rate")
    error = np.sqrt(1 / 2 * (30**2 + 30**2)) / 2000 * 1000
    half = stats.t.ppf(0.975, 1) * error / 1000 * 2000 / 90.5
    assert row["low"] == pytest.approx(np.exp(np.log(90.5 / 2) - half))
    assert row["high"] == pytest.approx(min(1000.0, np.exp(np.log(90.5 / 2) + half)))


def test_intervals_stay_in_the_units_bounds() -> None:
    mean = one([-0.9, 0.9], [10.0, 10.0], "mean")
    assert (mean["low"], mean["high"]) == (-1.0, 1.0)
    assert one([-50.0, 150.0], [10.0, 10.0], "score")["low"] < -50


def test_nothing_varies() -> None:
    mean = one([0.0, 0.0, 0.0], [10.0, 12.0, 9.0], "mean")
    assert (mean["value"], mean["low"], mean["high"], mean["basis"]) == (0.0, None, None, "articles")
    zero = one([0.0, 0.0], [400.0, 600.0], "rate")
    assert zero["low"] == 0
    assert zero["high"] >= 3.68


def test_one_article_has_the_interval_inside_it_or_none() -> None:
    frame = metrics([("a/0", "rate", 5.0, 400.0)])
    bare = outlets(frame, MEASURES, stories(frame)).row(0, named=True)
    assert (bare["value"], bare["low"], bare["basis"], bare["n"]) == (5.0, None, "none", 1)
    inside = pl.DataFrame({"article": ["a/0"], "metric": ["rate"], "low": [2.0], "high": [9.0]})
    held = outlets(frame, MEASURES, stories(frame), inside).row(0, named=True)
    assert (held["low"], held["high"], held["basis"]) == (2.0, 9.0, "sentences")
    unknown = inside.with_columns(low=pl.lit(None, pl.Float64), high=pl.lit(None, pl.Float64))
    assert outlets(frame, MEASURES, stories(frame), unknown)["basis"].item() == "none"


def test_copies_are_left_out_and_counted() -> None:
    row = one([8.0, 4.0, 80.0], [500.0, 250.0, 400.0], "rate", copies={"a/2": "wire/1"})
    assert row["value"] == pytest.approx(5 / 750 * 1000)
    assert (row["articles"], row["n"], row["basis"]) == (3, 2, "articles")


def test_second_version_of_an_own_text_counts_once() -> None:
    once = one([8.0, 4.0], [500.0, 250.0], "rate")
    again = one([8.0, 4.0, 8.1], [500.0, 250.0, 490.0], "rate", copies={"a/2": "a/0"})
    assert (again["value"], again["low"], again["n"]) == (once["value"], once["low"], 2)


def test_versions_that_share_text_are_one_story() -> None:
    row = one([8.0, 6.0, 4.0], [500.0, 500.0, 250.0], "rate", same={"a/0": "s", "a/1": "s"})
    assert row["n"] == 2
    assert row["value"] == pytest.approx(8 / 1250 * 1000)


def test_nothing_but_copies_gives_a_value_without_an_interval() -> None:
    row = one([8.0, 4.0, 10.0], [500.0, 250.0, 500.0], "rate", copies={"a/0": "w/1", "a/1": "w/2", "a/2": "w/1"})
    # the first and third are one story: 4.5 hits in 500 words; the second 1 hit in 250
    assert row["value"] == pytest.approx(5.5 / 750 * 1000)
    assert (row["low"], row["high"], row["basis"], row["n"], row["articles"]) == (None, None, "copy", 2, 3)


def test_undefined_everywhere() -> None:
    row = one([None, None], [500.0, 250.0], "rate")
    assert (row["value"], row["low"], row["basis"], row["articles"], row["n"]) == (None, None, "none", 0, 0)
    assert one([7.0, None], [500.0, 0.0], "rate")["n"] == 1


def test_lone_articles() -> None:
    frame = metrics(
        [("a/0", "rate", 1.0, 9.0), ("b/0", "rate", 1.0, 9.0), ("b/1", "rate", 1.0, 9.0), ("b/1", "mean", 0.1, 9.0)]
    )
    assert lone_articles(frame, MEASURES, stories(frame)) == ["a/0", "b/1"]
    assert lone_articles(frame, MEASURES, stories(frame, copies={"a/0": "x"})) == ["b/1"]


def test_no_rows() -> None:
    frame = metrics([])
    assert outlets(frame, MEASURES, stories(frame)).height == 0


def test_clear_errors() -> None:
    frame = metrics([("a/0", "rates", 1.0, 9.0)])
    with pytest.raises(UnknownNameError, match="did you mean 'rate'"):
        outlets(frame, MEASURES, stories(frame))
    frame = metrics([("a/0", "rate", 1.0, 9.0)])
    with pytest.raises(ComparisonError, match="twice"):
        outlets(frame, MEASURES, pl.concat([stories(frame), stories(frame)]))


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    cells=st.lists(
        st.tuples(st.floats(0, 1), st.floats(1, 2000), st.sampled_from(["s", "t", ""]), st.booleans()),
        min_size=1,
        max_size=8,
    ),
    seed=st.integers(0, 10),
)
def test_any_outlet(kind: Kind, cells: list[tuple[float, float, str, bool]], seed: int) -> None:
    """The interval holds the value and is no NaN; the order of rows does not matter."""
    frame = metrics((f"a/{n}", kind, value, weight) for n, (value, weight, _, _) in enumerate(cells))
    told = stories(
        frame,
        {f"a/{n}": cell[2] for n, cell in enumerate(cells) if cell[2]},
        {f"a/{n}": "w" for n, cell in enumerate(cells) if cell[3]},
    )
    found = outlets(frame, MEASURES, told)
    row = found.row(0, named=True)
    assert row["value"] is not None
    if row["low"] is not None:
        assert row["low"] <= row["value"] + 1e-9
        assert row["value"] <= row["high"] + 1e-9
        assert np.isfinite([row["low"], row["high"]]).all()
    shuffled = outlets(frame.sample(fraction=1, shuffle=True, seed=seed), MEASURES, told.reverse())
    assert_frame_equal(found, shuffled, check_exact=True)


def test_many_outlets_at_once_equal_each_alone() -> None:
    frame = random_metrics(1, {"a": 3, "b": 1, "c": 6}, MEASURES, missing=0.1)
    together = outlets(frame, MEASURES, stories(frame))
    for name in ("a", "b", "c"):
        part = frame.filter(outlet=name)
        assert_frame_equal(together.filter(outlet=name), outlets(part, MEASURES, stories(part)), check_exact=True)


@pytest.fixture(scope="module")
def simulation() -> ModuleType:
    path = Path(__file__).parents[3] / "scripts" / "simulate_intervals.py"
    spec = importlib.util.spec_from_file_location("simulate_intervals", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("stories_each", [2, 3, 5, 10, 30])
def test_intervals_cover(simulation: ModuleType, stories_each: int) -> None:
    """Nominal 95 % within [.93, .99], less the error of 1,500 runs."""
    random = np.random.default_rng(7)
    for scenario in simulation.SCENARIOS:
        held, _ = simulation.coverage(scenario, stories_each, 1_500, random)
        assert 0.918 <= held <= 0.995, scenario.title


def test_interval_inside_an_article_covers_its_own_expectation(simulation: ModuleType) -> None:
    random = np.random.default_rng(7)
    for scenario in simulation.SCENARIOS:
        own, outlet = simulation.inside(scenario, 1_500, random)
        assert 0.91 <= own <= 0.997, scenario.title
        assert outlet < own


def test_simulation_writes_its_tables(simulation: ModuleType) -> None:
    text = simulation.tables(60, 1, 1)
    assert text.count("\n| ") >= 8 + 8 + 6
    assert "nan" not in text


def test_metric_kind_is_what_decides() -> None:
    odd = Metric("x", unit="0 to 1", weight="words", higher="", source="", kind="score")
    frame = metrics([("a/0", "x", 0.9, 10.0), ("a/1", "x", 0.2, 10.0)])
    row = outlets(frame, {"x": odd}, stories(frame)).row(0, named=True)
    assert (row["low"], row["high"]) == (0.0, 1.0)
