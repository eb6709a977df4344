"""Contrasts: against scipy's permutation test, published examples, brute force, and under shuffling."""

from __future__ import annotations

import hashlib
import math
import os
import subprocess
import sys
from itertools import combinations, product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal
from scipy import stats

from framing.coding.agreement import Accuracy
from framing.comparison.estimates.contrasts import OTHERS, contrasts
from framing.comparison.estimates.correction import corrected, corrections
from framing.comparison.estimates.effects import cliffs_delta
from framing.comparison.estimates.intervals import Floats
from framing.comparison.estimates.outlets import outlets, story_totals
from framing.comparison.estimates.permutation import Part, adjust
from framing.comparison.estimates.planning import articles_needed, rate_variation
from framing.errors import ComparisonError, UnknownNameError
from framing.measures.analyser import Metric
from tests.frames import KINDS, measure, metrics, random_metrics, stories

MEASURES: dict[str, Metric] = {kind: measure(kind, kind) for kind in KINDS}


def pooled(kind: str, value: Floats, weight: Floats, mine: Any, theirs: Any) -> Floats:
    """The statistic of one arrangement, written anew: sides are places along the last axis."""
    scale = {"rate": 1000.0, "share": 100.0}.get(kind, 1.0)
    top = value * weight / scale
    one, two = top[mine].sum(axis=-1), top[theirs].sum(axis=-1)
    base, rest = weight[mine].sum(axis=-1), weight[theirs].sum(axis=-1)
    if kind != "rate":
        return np.asarray(one / base - two / rest)
    expected = (one + two) * base / (base + rest)
    return np.asarray(np.log((one + 0.5) / (expected + 0.5)) - np.log((two + 0.5) / (one + two - expected + 0.5)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(4))
def test_exact_p_equals_scipy(kind: str, seed: int) -> None:
    frame = random_metrics(seed, {"a": 4, "b": 7}, {kind: MEASURES[kind]}).sort("article")
    value, weight = frame["value"].to_numpy(), frame["weight"].to_numpy()
    places = np.flatnonzero(frame["outlet"] == "a"), np.flatnonzero(frame["outlet"] == "b")

    def statistic(mine: Any, theirs: Any, axis: int) -> Floats:
        mine, theirs = (np.moveaxis(side, axis, -1).astype(int) for side in (mine, theirs))
        return pooled(kind, value, weight, mine, theirs)

    theirs = stats.permutation_test(
        places, statistic, permutation_type="independent", n_resamples=np.inf, vectorized=True
    )
    row = contrasts(frame, MEASURES, stories(frame)).row(by_predicate=pl.col("outlet") == "a", named=True)
    assert row["p"] == pytest.approx(theirs.pvalue, abs=1e-6)
    assert (row["exact"], row["permutations"]) == (True, math.comb(11, 4))
    assert row["p_floor"] == pytest.approx(2 / math.comb(11, 4))


def test_sampled_p_nears_the_exact_one() -> None:
    frame = random_metrics(3, {"a": 4, "b": 7}, MEASURES)
    exact = contrasts(frame, MEASURES, stories(frame))
    import framing.comparison.estimates.permutation as permutation

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(permutation, "EXACT", 0)
        sampled = contrasts(frame, MEASURES, stories(frame), permutations=20_000)
    assert not sampled["exact"].any()
    assert sampled["p"].to_list() == pytest.approx(exact["p"].to_list(), abs=0.015)
    assert sampled["p"].to_list() != exact["p"].to_list()


def test_stories_of_both_sides_permute_within_themselves() -> None:
    """Brute force over every arrangement: two stories told by both, four told by one side."""
    told = {"a/0": "s", "b/0": "s", "b/1": "s", "a/1": "t", "b/2": "t", "b/3": "u", "b/4": "u"}
    frame = random_metrics(5, {"a": 5, "b": 7}, {"mean": MEASURES["mean"]}).sort("article")
    value, weight = frame["value"].to_numpy(), frame["weight"].to_numpy()
    names = frame["article"].to_list()
    blocks = [["a/2"], ["a/3"], ["a/4"], ["b/3", "b/4"], ["b/5"], ["b/6"]]
    tails = []
    for single, version_s, version_t in product(combinations(range(6), 3), ["a/0", "b/0", "b/1"], ["a/1", "b/2"]):
        mine = [name for place in single for name in blocks[place]] + [version_s, version_t]
        at = np.array([names.index(name) for name in mine])
        tails.append(pooled("mean", value, weight, at, np.setdiff1d(np.arange(12), at)))
    observed = pooled("mean", value, weight, np.arange(5), np.arange(5, 12))
    expected = 2 * min(np.mean(tails <= observed + 1e-9), np.mean(tails >= observed - 1e-9))
    row = contrasts(frame, MEASURES, stories(frame, told)).row(by_predicate=pl.col("outlet") == "a", named=True)
    assert row["permutations"] == len(tails) == math.comb(6, 3) * 3 * 2
    assert row["p"] == pytest.approx(min(1, expected), abs=1e-12)
    assert (row["n"], row["other_n"]) == (5, 5)


def test_copies_change_nothing() -> None:
    sizes = {"a": 3, "b": 4, "c": 3}
    frame = random_metrics(8, sizes, MEASURES)
    copies = {"a/9": "c/0", "b/8": "c/0", "b/9": "b/0", "d/0": "c/1"}
    extra = frame.filter(article="c/0").drop("article", "outlet")
    more = pl.concat(
        [frame]
        + [extra.select(pl.lit(name).alias("article"), pl.lit(name[0]).alias("outlet"), pl.all()) for name in copies]
    )
    plain = contrasts(frame, MEASURES, stories(frame))
    assert_frame_equal(contrasts(more, MEASURES, stories(more, copies=copies)), plain, check_exact=True)


def test_values_are_those_of_outlets() -> None:
    frame = random_metrics(2, {"a": 3, "b": 5, "c": 4}, MEASURES, missing=0.15)
    told = stories(frame, {"b/0": "s", "b/1": "s"}, {"c/3": "a/0"})
    values = outlets(frame, MEASURES, told).select("metric", "outlet", expected="value", stories="n")
    found = contrasts(frame, MEASURES, told).join(values, on=["metric", "outlet"])
    assert found["value"].to_list() == pytest.approx(found["expected"].to_list())
    assert found["n"].to_list() == found["stories"].to_list()


def test_interval_of_a_difference_is_welchs() -> None:
    random = np.random.default_rng(4)
    one, two = random.normal(0.1, 0.1, 5), random.normal(-0.1, 0.25, 9)
    sides = (("a", one), ("b", two))
    frame = metrics((f"{name}/{n}", "score", float(x), 7.0) for name, side in sides for n, x in enumerate(side))
    row = contrasts(frame, MEASURES, stories(frame)).row(by_predicate=pl.col("outlet") == "a", named=True)
    expected = stats.ttest_ind(one, two, equal_var=False).confidence_interval()
    assert (row["low"], row["high"]) == pytest.approx((expected.low, expected.high))
    assert row["difference"] == row["effect"] == pytest.approx(one.mean() - two.mean())


def test_rates_compare_as_a_ratio() -> None:
    cells = {
        "a": [(20.0, 500.0), (24.0, 500.0), (22.0, 700.0)],
        "b": [(10.0, 500.0), (12.0, 600.0), (9.0, 400.0), (11.0, 800.0)],
    }
    frame = metrics((f"{name}/{n}", "rate", *cell) for name, rows in cells.items() for n, cell in enumerate(rows))
    row, back = contrasts(frame, MEASURES, stories(frame)).rows(named=True)
    rate = {name: sum(v * w for v, w in rows) / sum(w for _, w in rows) for name, rows in cells.items()}
    assert row["effect"] == pytest.approx(rate["a"] / rate["b"])
    assert row["difference"] == pytest.approx(rate["a"] - rate["b"])
    assert 1 < row["low"] < row["effect"] < row["high"]
    assert (back["low"], back["high"]) == pytest.approx((1 / row["high"], 1 / row["low"]))


def test_cliffs_delta_by_hand_and_by_scipy() -> None:
    # (1, 3, 3) against (0, 3): above in 1>0 3>0 3>0, below in 1<3, tied twice: (3 - 1) / 6
    assert cliffs_delta(np.array([[1.0], [3.0], [3.0]]), np.array([[0.0], [3.0]])).item() == pytest.approx(2 / 6)
    random = np.random.default_rng(2)
    one, two = random.integers(0, 5, 12).astype(float), random.integers(0, 5, 9).astype(float)
    u = stats.mannwhitneyu(one, two).statistic
    assert cliffs_delta(one[:, None], two[:, None]).item() == pytest.approx(2 * u / (12 * 9) - 1)


def test_adjustment_equals_the_published_example_and_scipy() -> None:
    """Benjamini and Hochberg (1995), section 3.2: of 15 hypotheses the first four fall at .05."""
    p = np.array([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459])
    p = np.concatenate([p, [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]])
    assert (adjust(p) <= 0.05).sum() == 4
    random = np.random.default_rng(0)
    many = random.permutation(np.concatenate([random.random(80), random.random(40) ** 4, [0.5, 0.5]]))
    assert adjust(many) == pytest.approx(stats.false_discovery_control(many), abs=1e-6)
    holes = np.insert(many, [3, 50], np.nan)
    assert adjust(holes)[~np.isnan(holes)] == pytest.approx(adjust(many), abs=1e-12)
    assert np.isnan(adjust(holes)[[3, 51]]).all()


def test_one_article_is_not_tested() -> None:
    frame = random_metrics(1, {"a": 1, "b": 4, "c": 4}, {"mean": MEASURES["mean"]})
    found = contrasts(frame, MEASURES, stories(frame), pairs=[("b", "a"), ("b", "c")])
    single = found.filter((pl.col("outlet") == "a") | (pl.col("other") == "a"))
    assert single["basis"].to_list() == ["sentences", "sentences"]
    for column in ("p", "q", "p_floor", "low", "high"):
        assert single[column].null_count() == 2
    assert single["difference"].null_count() == 0
    assert found.filter(pl.col("p").is_not_null()).height == 3
    assert found["other"].to_list() == [OTHERS, OTHERS, OTHERS, "a", "c"]


def test_floor_tells_what_cannot_be_decided() -> None:
    frame = random_metrics(1, {"a": 2, "b": 2}, {"mean": MEASURES["mean"]})
    found = contrasts(frame, MEASURES, stories(frame))
    assert found["p_floor"].to_list() == pytest.approx([1 / 3, 1 / 3])
    assert (found["p"] >= 1 / 3).all()


def test_one_outlet_and_all_copies_and_nothing() -> None:
    frame = random_metrics(1, {"a": 4}, MEASURES)
    assert contrasts(frame, MEASURES, stories(frame)).is_empty()
    both = random_metrics(1, {"a": 3, "b": 3}, MEASURES)
    copied = stories(both, copies=dict.fromkeys(both["article"].unique(), "w/0"))
    assert contrasts(both, MEASURES, copied).is_empty()
    assert contrasts(metrics([]), MEASURES, stories(metrics([]))).is_empty()


def test_all_null() -> None:
    frame = random_metrics(1, {"a": 3, "b": 3}, MEASURES).with_columns(value=pl.lit(None, pl.Float64))
    found = contrasts(frame, MEASURES, stories(frame))
    assert found.height == 8
    assert set(found["basis"]) == {"none"}
    assert (
        found.select("value", "difference", "effect", "low", "high", "p", "q").null_count().sum_horizontal().item()
        == 56
    )


def test_no_hits_anywhere() -> None:
    frame = random_metrics(1, {"a": 3, "b": 4}, {"rate": MEASURES["rate"]}).with_columns(value=pl.lit(0.0))
    row = contrasts(frame, MEASURES, stories(frame)).row(0, named=True)
    assert (row["value"], row["other_value"], row["difference"], row["cliffs_delta"]) == (0.0, 0.0, 0.0, 0.0)
    assert (row["effect"], row["p"], row["q"], row["basis"]) == (None, None, None, "none")


def test_no_hits_on_one_side() -> None:
    frame = metrics(
        [(f"a/{n}", "rate", 0.0, 500.0) for n in range(4)] + [(f"b/{n}", "rate", 20.0 + n, 500.0) for n in range(6)]
    )
    none, all_ = contrasts(frame, MEASURES, stories(frame)).rows(named=True)
    assert none["effect"] == none["low"] == 0
    assert none["high"] < 1
    assert (all_["effect"], all_["high"]) == (None, None)  # a ratio to nothing has no upper bound
    assert all_["low"] > 1
    assert none["p"] == all_["p"] == pytest.approx(2 / math.comb(10, 4))


def test_any_order_of_rows_gives_the_same_numbers() -> None:
    frame = random_metrics(6, {"b": 9, "a": 10, "c": 9}, MEASURES, missing=0.1)
    told = stories(frame, {"a/0": "s", "b/1": "s", "c/0": "t", "c/1": "t"}, {"c/3": "a/1"})
    found = contrasts(frame, MEASURES, told, seed=3, pairs=[("a", "b")])
    for number in range(3):
        shuffled = frame.sample(fraction=1, shuffle=True, seed=number)
        again = contrasts(
            shuffled, MEASURES, told.sample(fraction=1, shuffle=True, seed=number), seed=3, pairs=[("a", "b")]
        )
        assert_frame_equal(found, again, check_exact=True)
    other = contrasts(frame, MEASURES, told, seed=4, pairs=[("a", "b")])
    assert other["p"].to_list() != found["p"].to_list()


def test_threads_do_not_matter() -> None:
    code = "import sys; sys.path.insert(0, '.'); from tests.comparison.estimates.test_contrasts import fingerprint; print(fingerprint())"
    root = str(Path(__file__).parents[3])
    prints = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "POLARS_MAX_THREADS": threads, "OPENBLAS_NUM_THREADS": threads},
            cwd=root, capture_output=True, text=True, check=True,
        ).stdout.strip()
        for threads in ("1", "2")
    }  # fmt: skip
    assert prints == {fingerprint()}


def fingerprint() -> str:
    """Of contrasts and outlets over 24 articles."""
    frame = random_metrics(6, {"a": 6, "b": 8, "c": 10}, MEASURES)
    told = stories(frame)
    frames = contrasts(frame, MEASURES, told), outlets(frame, MEASURES, told)
    return hashlib.sha256("".join(part.write_csv() for part in frames).encode()).hexdigest()


def test_errors() -> None:
    frame = random_metrics(1, {"Courier": 3, "Beacon": 3}, MEASURES)
    with pytest.raises(UnknownNameError, match="did you mean 'Courier'"):
        contrasts(frame, MEASURES, stories(frame), pairs=[("Curier", "Beacon")])
    with pytest.raises(ComparisonError, match="two different outlets"):
        contrasts(frame, MEASURES, stories(frame), pairs=[("Beacon", "Beacon")])


def test_nothing_is_found_in_most_corpora_without_differences() -> None:
    quiet = 0
    names: dict[str, Metric] = {f"{kind}{n}": measure(f"{kind}{n}", kind) for kind in KINDS for n in range(5)}
    for seed in range(60):
        frame = random_metrics(seed, {"a": 3, "b": 4, "c": 5, "d": 6}, names)
        quiet += not (contrasts(frame, names, stories(frame), permutations=999)["q"] <= 0.05).any()
    assert quiet >= 54  # 95 % of 60 are 57, less twice the error of so few


def test_p_is_uniform_enough_under_the_null() -> None:
    names: dict[str, Metric] = {f"{kind}{n}": measure(f"{kind}{n}", kind) for kind in KINDS for n in range(10)}
    found = []
    for seed in range(25):
        frame = random_metrics(100 + seed, {"a": 4, "b": 5, "c": 6, "d": 6}, names)
        copies = {f"{outlet}/{n}": "c/5" for outlet in "abcd" for n in (0, 1) if (outlet, n) != ("c", 5)}
        found.append(contrasts(frame, names, stories(frame, copies=copies), permutations=999)["p"])
    p = pl.concat(found).to_numpy()
    assert 0.03 <= (p <= 0.05).mean() <= 0.06
    assert 0.45 <= p.mean() <= 0.57


@pytest.mark.parametrize(("rate", "variation"), [(15.5, 0.31), (8.0, 0.5)])
def test_articles_needed_give_the_power_they_promise(rate: float, variation: float) -> None:
    n = articles_needed(rate, 550, variation)
    random = np.random.default_rng(1)
    names = {f"m{k:03}": measure(f"m{k:03}", "rate") for k in range(150)}
    seen = []
    for _ in range(2):
        rows: list[tuple[str, str, float | None, float]] = []
        for outlet, times in (("a", 2.0), ("b", 1.0)):
            for number in range(n):
                words = float(np.round(random.lognormal(np.log(550) - 0.11, 0.47)))
                for name in names:
                    true = random.gamma(1 / variation**2, variation**2 * rate * times)
                    rows.append((f"{outlet}/{number}", name, random.poisson(true * words / 1000) / words * 1000, words))
        frame = metrics(rows)
        seen += (contrasts(frame, names, stories(frame)).filter(outlet="a")["p"] <= 0.05).to_list()
    assert 0.72 <= np.mean(seen) <= 0.9


def test_articles_needed_follows_the_published_formula() -> None:
    """Zhu and Lakkis (2014): (z.975 + z.8)^2 [(1/r0 + 1/r1)/t + 2k] / log(r1/r0)^2, before Student's t."""
    z = stats.norm.ppf(0.975)
    n = (z + stats.norm.ppf(0.8)) ** 2 * ((1 / 8 + 1 / 16) / 0.55 + 2 * 0.25) / np.log(2) ** 2
    assert articles_needed(8, 550, 0.5, words_variation=0) == math.ceil(n + z**2 / 4)
    assert (
        articles_needed(8, 550, 0.5, times=3) < articles_needed(8, 550, 0.5) < articles_needed(8, 550, 0.5, power=0.9)
    )
    assert articles_needed(8, 550, 0.5, times=0.5, words_variation=0) > n
    with pytest.raises(ValueError, match="times positive and not 1"):
        articles_needed(8, 550, 0.5, times=1)


def test_rate_variation_recovers_the_truth() -> None:
    random = np.random.default_rng(3)
    words = random.integers(300, 900, 3_000).astype(float)
    for variation in (0.0, 0.5):
        true = random.gamma(1 / variation**2, variation**2 * 8, 3_000) if variation else np.full(3_000, 8.0)
        hits = random.poisson(true * words / 1000)
        frame = metrics(
            (f"o{n % 300}/{n}", "rate", h / w * 1000, w) for n, (h, w) in enumerate(zip(hits, words, strict=True))
        )
        assert rate_variation(story_totals(frame, MEASURES, stories(frame))) == pytest.approx(variation, abs=0.1)
    assert rate_variation(story_totals(metrics([("a/0", "rate", 3.0, 100.0)]), MEASURES, stories(metrics([])))) == 0


def test_correction_by_hand() -> None:
    # 10 hits of which 80 % are right, which are 50 % of all: 16; errors of 81/102 and 51/102
    value, low, high = corrected(10.0, 8.0, 12.5, Accuracy(0.8, 0.5, 100, 100))
    assert value == pytest.approx(16.0)
    error = 1.959964 * math.sqrt((21 / 81) / 102 + (51 / 51) / 102)
    half = math.hypot(math.log(1.25), error)
    centre = 10 * (81 / 102) / (51 / 102)
    assert (low, high) == pytest.approx((centre * math.exp(-half), centre * math.exp(half)))


def test_correction_at_its_bounds() -> None:
    assert corrected(0.0, 0.0, 2.0, Accuracy(0.9, 0.6, 50, 50))[:2] == (0.0, 0.0)
    assert corrected(80.0, 60.0, 90.0, Accuracy(1.0, 0.5, 50, 50), most=100.0)[0] == 100.0
    sure = corrected(10.0, 8.0, 12.5, Accuracy(1.0, 1.0, 10**9, 10**9))
    assert sure == pytest.approx((10.0, 8.0, 12.5), rel=1e-3)
    for accuracy in (Accuracy(1.2, 0.5, 9, 9), Accuracy(0.5, 0.0, 9, 9), Accuracy(0.5, 0.5, 0, 9)):
        with pytest.raises(ValueError, match="precision and recall"):
            corrected(1.0, 0.5, 2.0, accuracy)


def test_correction_covers() -> None:
    random = np.random.default_rng(5)
    held = 0
    for _ in range(2_000):
        hits = random.poisson(120)  # true 100 cases, precision .75, recall .9
        raw = hits, hits * math.exp(-1.96 / math.sqrt(hits)), hits * math.exp(1.96 / math.sqrt(hits))
        accuracy = Accuracy(random.binomial(80, 0.75) / 80, random.binomial(60, 0.9) / 60, 80, 60)
        _, low, high = corrected(*raw, accuracy)
        held += low <= 100 <= high
    assert 0.93 <= held / 2_000 <= 0.98


def test_corrections_of_outlets() -> None:
    """60 % of the hits are right, and half of the cases are found: 10 measured are 10 * .6 / .5 = 12."""
    frame = metrics([(f"a/{n}", kind, value, 400.0) for n, value in enumerate((8.0, 10.0, 12.0)) for kind in KINDS])
    measures: dict[str, Metric] = {kind: measure(kind, kind) for kind in KINDS}
    estimates = outlets(frame, measures, stories(frame))
    known: dict[str, Accuracy] = {kind: Accuracy(0.6, 0.5, 50, 50) for kind in KINDS}
    found = corrections(estimates, measures, known)
    assert found["metric"].to_list() == ["rate", "share"]  # a mean has no hits
    assert found["corrected"].to_list() == pytest.approx([12.0, 12.0])
    assert (found["corrected_high"] - found["corrected_low"] > found["high"] - found["low"]).all()
    assert corrections(estimates, measures, {"rate": Accuracy(0.6, 0.0, 50, 50)}).is_empty()


def test_arrangements_where_an_outlet_has_none_of_some_stories() -> None:
    part = SimpleNamespace(first=np.arange(4), strata=[(np.array([0, 1]), 1), (np.array([2, 3]), 0)])
    found = Part.all_arrangements(part)  # type: ignore[arg-type]
    assert sorted(found.astype(int).tolist()) == [[0, 1, 0, 0], [1, 0, 0, 0]]
