from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.coding import agreement
from framing.coding.agreement import bootstrap, from_strata, krippendorff_alpha, tables

NAN = math.nan
# Krippendorff (2011), "Computing Krippendorff's alpha-reliability", example C: four coders, twelve units.
PUBLISHED = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3],
    [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
]


@pytest.mark.parametrize(("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_is_that_of_the_published_example(level: agreement.Level, alpha: float) -> None:
    assert krippendorff_alpha(PUBLISHED, level) == pytest.approx(alpha, abs=0.0005)


def test_alpha_of_two_binary_coders_is_that_worked_by_hand() -> None:
    # Krippendorff (2011), example A: ten units, o01 = 4, n0 = 14, n1 = 6; alpha = 1 - 19 * 4 / (14 * 6) = .095
    a, b = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert krippendorff_alpha([a, b]) == pytest.approx(1 - 19 * 4 / (14 * 6))


@given(
    st.lists(st.lists(st.sampled_from([1.0, 2.0, 3.0, 7.0, NAN]), min_size=3, max_size=3), min_size=2, max_size=30),
    st.sampled_from(["nominal", "ordinal", "interval"]),
)
def test_alpha_is_that_of_the_krippendorff_package(rows: list[list[float]], level: agreement.Level) -> None:
    package = pytest.importorskip("krippendorff")
    codes = np.array(rows).T
    ours = krippendorff_alpha(list(codes), level)
    paired = codes[:, (~np.isnan(codes)).sum(0) >= 2]
    if len(np.unique(paired[~np.isnan(paired)])) < 2:
        assert ours is None
    else:
        assert ours == pytest.approx(package.alpha(reliability_data=codes, level_of_measurement=level), abs=1e-9)


def test_equal_weights_change_nothing_and_a_doubled_unit_counts_more() -> None:
    a, b = [0, 0, 1, 1, 1], [0, 1, 1, 1, 0]
    assert krippendorff_alpha([a, b], weights=[3] * 5) == pytest.approx(krippendorff_alpha([a, b]))
    agreeing, apart = krippendorff_alpha([a, b], weights=[2, 1, 1, 1, 1]), krippendorff_alpha([a, b])
    assert agreeing is not None
    assert apart is not None
    assert agreeing > apart


def test_the_interval_of_alpha_is_that_of_resampled_units() -> None:
    """Against the krippendorff package on the same draws of units."""
    package = pytest.importorskip("krippendorff")
    codes = np.array([[0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 2], [0, 1, 1, 1, 0, 1, 0, 0, 0, 0, 1, 2]], dtype=np.float64)
    random = np.random.default_rng(1)
    drawn = [codes[:, random.integers(0, 12, 12)] for _ in range(200)]
    theirs = [package.alpha(reliability_data=one, level_of_measurement="nominal") for one in drawn]
    found = agreement.alpha_interval(list(codes), draws=200)
    assert found is not None
    assert found.value == pytest.approx(package.alpha(reliability_data=codes, level_of_measurement="nominal"))
    low, high = np.quantile(theirs, (0.025, 0.975))
    assert [found.low, found.high] == pytest.approx([low, high])
    assert agreement.alpha_interval([[1.0, 1.0], [1.0, 1.0]]) is None


def test_pairs_of_codes_that_are_the_same() -> None:
    assert agreement.pairs_agree([[1, 0, 1], [1, 1, NAN], [0, 1, NAN]]) == pytest.approx(2 / 6)
    assert agreement.pairs_agree([[1, NAN], [NAN, 1]]) is None


def test_rank_figures_are_those_of_scipy() -> None:
    from scipy.stats import mannwhitneyu, spearmanr

    random = np.random.default_rng(4)
    x, y = random.integers(0, 5, 60), random.integers(0, 5, 60)
    assert agreement.rank_correlation(x, y) == pytest.approx(spearmanr(x, y).statistic)
    case = random.integers(0, 2, 60) == 1
    expected = mannwhitneyu(x[case], x[~case]).statistic / (case.sum() * (~case).sum())
    assert agreement.auc(case, x) == pytest.approx(expected)
    assert math.isnan(agreement.auc([True, True], [1, 2]))


def test_groups_are_resampled_whole() -> None:
    """Each draw holds each group's rows together: with equal groups the figure never changes."""
    groups, values = ["a", "a", "b", "b"], np.array([0.0, 1.0, 0.0, 1.0])
    found = agreement.resample(groups, lambda rows: float(values[rows].mean()), draws=50)
    assert (found.low, found.value, found.high) == (0.5, 0.5, 0.5)
    with pytest.raises(ValueError, match="nothing to resample"):
        agreement.resample([], lambda rows: 0.0)


def test_figures_of_a_table_are_those_worked_by_hand() -> None:
    counts = np.array([[50.0, 10.0], [5.0, 35.0]])  # gold rows, found columns
    assert agreement.precision(counts) == pytest.approx(35 / 45)
    assert agreement.recall(counts) == pytest.approx(35 / 40)
    assert agreement.f1(counts) == pytest.approx(70 / 85)
    assert agreement.macro_f1(counts) == pytest.approx((70 / 85 + 100 / 115) / 2)
    assert agreement.accuracy(counts) == pytest.approx(0.85)
    # chance: .6 * .55 + .4 * .45 = .51
    assert agreement.kappa(counts) == pytest.approx((0.85 - 0.51) / 0.49)
    nothing = np.array([[9.0, 0.0], [0.0, 0.0]])
    assert np.isnan(agreement.precision(nothing))
    assert np.isnan(agreement.recall(nothing))
    assert np.isnan(agreement.kappa(nothing))


def test_tables_count_units_by_group() -> None:
    found = tables([1, 0, 1, 1], [1, 1, 0, 1], groups=["b", "a", "a", "b"])
    assert found.tolist() == [[[0, 1], [1, 0]], [[0, 0], [0, 2]]]
    assert tables([2, 0], [1, 0], classes=3).shape == (2, 3, 3)


def test_pearson_is_numpys() -> None:
    random = np.random.default_rng(3)
    x = random.normal(size=200)
    y = x + random.normal(size=200)
    sums = agreement.moments(x, y, groups=np.arange(200) // 10)
    assert sums.shape == (20, 6)
    assert agreement.pearson(sums.sum(0)) == pytest.approx(np.corrcoef(x, y)[0, 1])
    assert np.isnan(agreement.pearson(agreement.moments([1, 1], [2, 3]).sum(0)))


def test_the_bootstrap_holds_the_truth_as_often_as_it_says() -> None:
    random = np.random.default_rng(5)
    held = 0
    for seed in range(200):
        gold = random.random(150) < 0.4
        right = random.random(150) < np.where(gold, 0.8, 0.9)
        estimate = bootstrap(tables(gold, np.where(right, gold, ~gold)), agreement.recall, seed=seed, draws=300)
        held += estimate.low <= 0.8 <= estimate.high
    assert 0.88 <= held / 200 <= 0.99


def test_the_bootstrap_draws_groups_as_wholes() -> None:
    gold = np.repeat([0, 1], 50)
    alone = bootstrap(tables(gold, np.ones(100)), agreement.precision)
    grouped = bootstrap(tables(gold, np.ones(100), groups=np.arange(100) // 10), agreement.precision)
    assert alone.value == grouped.value == 0.5
    assert grouped.high - grouped.low > 2 * (alone.high - alone.low)
    with pytest.raises(ValueError, match="nothing to resample"):
        bootstrap(np.zeros((0, 2, 2)), agreement.f1)


def test_strata_are_weighed_by_their_size() -> None:
    # 200 sentences with a hit, 40 of 50 right; 1,800 without, 2 of 50 cases: 160 found, 40 wrong, 72 missed
    precision, recall, f1, alpha, cases = from_strata((200, 50, 40), (1_800, 50, 2))
    assert precision.value == pytest.approx(0.8)
    assert recall.value == pytest.approx(160 / 232)
    assert f1.value == pytest.approx(320 / 432)
    table = np.array([[1_728, 40], [72, 160]])
    codes = [[0, 0, 1, 1], [0, 1, 0, 1]]
    assert alpha is not None
    by_units = krippendorff_alpha(codes, weights=table.ravel())
    assert by_units is not None
    assert alpha.value == pytest.approx(by_units, abs=0.15)  # four units there, a hundred here
    repeated = np.repeat(np.array(codes), table.ravel(), axis=1)
    assert alpha.value == pytest.approx(krippendorff_alpha(list(repeated)), abs=0.005)
    assert recall.low < 0.5 < recall.value < recall.high < 1
    assert cases < 40, "two of fifty make recall far less sure than 42 plainly sampled cases"


def test_no_miss_among_the_coded_does_not_make_recall_certain() -> None:
    precision, recall, *_ = from_strata((100, 50, 50), (900, 50, 0))
    assert (precision.value, precision.high) == (1, 1)
    assert precision.low == pytest.approx(0.951, abs=0.003)  # Jeffreys, 50 of 50
    assert (recall.value, recall.high) == (1, 1)
    assert recall.low < 0.85


@pytest.mark.parametrize("strata", [((0, 0, 0), (9, 9, 1)), ((9, 9, 3), (9, 0, 0)), ((9, 9, 0), (9, 9, 0))])
def test_strata_that_say_nothing_are_refused(strata: tuple[tuple[int, int, int], tuple[int, int, int]]) -> None:
    with pytest.raises(ValueError, match=r"coded sentences|no case"):
        from_strata(*strata)


def test_intervals_from_strata_hold_the_truth() -> None:
    random = np.random.default_rng(11)
    held = np.zeros(2)
    for seed in range(300):
        right, missed = int(random.binomial(50, 0.75)), int(random.binomial(50, 0.06))
        precision, recall, *_ = from_strata((300, 50, right), (2_000, 50, missed), seed)
        truth = 300 * 0.75 / (300 * 0.75 + 2_000 * 0.06)
        held += [precision.low <= 0.75 <= precision.high, recall.low <= truth <= recall.high]
    assert (held / 300 >= 0.91).all()
