"""The two-way model against statsmodels, and its variance against the formula written out in full."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from framing.comparison.study.effects import fitted, interval
from framing.comparison.study.two_way import Design, each_and_others, largest_component, linear, multiplicative
from framing.measures.analyser import Metric

Floats = NDArray[np.float64]
LINEAR = Metric("tone", unit="points", weight="sentences", higher="", source="")


def unbalanced(seed: int, events: int = 12, outlets: int = 5) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    random = np.random.default_rng(seed)
    there = random.random((events, outlets)) < 0.7
    there[:, 0] = True
    there[:, 1] |= there.sum(axis=1) < 2
    event, outlet = np.nonzero(there)
    value = np.arange(outlets)[outlet] * 0.4 + random.normal(0, 1, events)[event] + random.normal(0, 0.5, len(event))
    return outlet.astype(np.intp), event.astype(np.intp), value


def by_hand(
    outlet: NDArray[np.intp], event: NDArray[np.intp], value: Floats, weight: Floats, contrast: Floats
) -> tuple[float, float, float]:
    """Estimate, CR2 variance and Satterthwaite's df with dummies for everything (Pustejovsky and Tipton 2018)."""
    outlets, events, n = outlet.max() + 1, event.max() + 1, len(value)
    root = np.sqrt(weight)
    full = np.hstack([np.eye(outlets)[outlet], np.eye(events)[event][:, 1:]]) * root[:, None]
    bread = np.linalg.inv(full.T @ full)
    beta = bread @ full.T @ (root * value)
    left = root * value - full @ beta
    hat = full @ bread @ full.T
    c = np.concatenate([contrast, np.zeros(events - 1)])
    variance, vectors = 0.0, []
    for one in range(events):
        at = event == one
        size, turn = np.linalg.eigh(np.eye(at.sum()) - hat[np.ix_(at, at)])
        adjust = turn @ np.diag([1 / np.sqrt(value) if value > 1e-9 else 0.0 for value in size]) @ turn.T
        weights = adjust @ full[at] @ bread @ c
        variance += float(weights @ left[at]) ** 2
        vectors.append((np.eye(n) - hat)[:, at] @ weights)
    cross = np.array([[one @ other for other in vectors] for one in vectors])
    return float(c @ beta), variance, float(np.trace(cross) ** 2 / (cross**2).sum())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_variance_is_the_formula_written_out(seed: int) -> None:
    outlet, event, value = unbalanced(seed)
    weight = np.random.default_rng(seed).choice([0.5, 1.0], len(value))
    design = Design.of(outlet, event, 5)
    fit = linear(design, design.grid(value), design.grid(weight))
    mine, others = each_and_others(fit)
    contrasts = fit.gradient(mine, others)
    variance, df = fit.variance(contrasts)
    for number in range(5):
        expected = by_hand(outlet, event, value, weight, contrasts[:, number])
        assert (fit.between(mine, others)[number], variance[number], df[number]) == pytest.approx(expected, rel=1e-6)


def test_a_balanced_study_is_the_t_test_of_differences_within_events() -> None:
    random = np.random.default_rng(4)
    values = random.normal(0, 1, (8, 4))
    event, outlet = np.indices(values.shape).reshape(2, -1)
    one = fitted(LINEAR, list("abcd"), list("01234567"), outlet, event, values.ravel(), *([np.ones(32)] * 3))
    found = interval(one, *each_and_others(one.fit), one.design.events_of)
    for number in range(4):
        gaps = values[:, number] - np.delete(values, number, axis=1).mean(axis=1)
        assert found.estimate[number] == pytest.approx(gaps.mean())
        assert found.se[number] == pytest.approx(gaps.std(ddof=1) / np.sqrt(8))
        assert found.df[number] == pytest.approx(7)


def test_estimates_are_those_of_statsmodels() -> None:
    api = pytest.importorskip("statsmodels.api")
    outlet, event, value = unbalanced(5)
    dummies = np.hstack([np.eye(5)[outlet], np.eye(12)[event][:, 1:]])
    design = Design.of(outlet, event, 5)
    fit = linear(design, design.grid(value), design.grid(np.ones(len(value))))
    ours, theirs = fit.effect, api.OLS(value, dummies).fit().params[:5]
    assert ours - ours[0] == pytest.approx(theirs - theirs[0])

    random = np.random.default_rng(6)
    words = random.uniform(200, 900, len(value))
    hits = random.poisson(words * 0.02 * np.exp(0.5 * value)).astype(float)
    kept = np.bincount(event, hits)[event] > 0
    outlet, event, words, hits, dummies = outlet[kept], event[kept], words[kept], hits[kept], dummies[kept]
    design = Design.of(outlet, event, 5)
    grid = [design.grid(values) for values in (hits, words, np.ones(len(hits)))]
    fit = multiplicative(design, *grid)
    # the same pseudo-hits and event weights, given to another implementation
    count = (fit.scale[design._place[1], design._place[2]] if fit.scale is not None else np.ones(len(hits)))[
        np.argsort(design._place[0])
    ]
    expected = np.bincount(event, hits * count)[event] * words / np.bincount(event, words)[event]
    known = np.bincount(outlet, expected)
    extra = 0.5 * np.bincount(outlet, expected * count) / known
    model = api.GLM(
        (hits * count + extra[outlet] * expected / known[outlet]) / (words * count),
        dummies,
        family=api.families.Poisson(),
        freq_weights=words * count,
    )
    theirs = model.fit(tol=1e-12).params[:5]
    assert fit.effect - fit.effect[0] == pytest.approx(theirs - theirs[0], abs=1e-5)


def test_standard_errors_lie_between_the_plain_and_the_most_cautious_of_statsmodels() -> None:
    api = pytest.importorskip("statsmodels.api")
    outlet, event, value = unbalanced(8, events=20)
    dummies = np.hstack([np.eye(5)[outlet][:, 1:], np.eye(20)[event]])
    design = Design.of(outlet, event, 5)
    fit = linear(design, design.grid(value), design.grid(np.ones(len(value))))
    for number in range(1, 5):
        contrast = (np.eye(5)[number] - np.eye(5)[0])[:, None]
        ours = float(np.sqrt(fit.variance(contrast)[0][0]))
        plain = api.OLS(value, dummies).fit(cov_type="cluster", cov_kwds={"groups": event, "use_correction": False})
        held = largest = float(plain.bse[number - 1])
        without = fit.without_each(np.eye(5)[:, [number]], np.eye(5)[:, [0]])[:, 0]
        largest = float(np.sqrt(((without - fit.between(np.eye(5)[:, [number]], np.eye(5)[:, [0]])) ** 2).sum()))
        assert held < ours < largest  # CR0 < CR2 < the jackknife over events (CR3)


def test_without_each_event_is_the_fit_without_it() -> None:
    outlet, event, value = unbalanced(9)
    design = Design.of(outlet, event, 5)
    fit = linear(design, design.grid(value), design.grid(np.ones(len(value))))
    mine, others = each_and_others(fit)
    without = fit.without_each(mine, others)
    for one in (0, 5, 11):
        kept = event != one
        part = Design.of(outlet[kept], event[kept], 5)
        again = linear(part, part.grid(value[kept]), part.grid(np.ones(int(kept.sum()))))
        assert without[one] == pytest.approx(again.between(mine, others))


def test_rates_are_ratios_of_rates_even_without_a_hit() -> None:
    """Three outlets of 1,000 words an event: 20, 10 and no hits. The first has 20 against 5 a thousand."""
    event, outlet = np.indices((6, 3)).reshape(2, -1)
    hits, words = np.array([20.0, 10.0, 0.0])[outlet], np.full(18, 1000.0)
    metric = Metric("loaded", unit="", weight="own_words", higher="", source="", kind="rate")
    one = fitted(metric, list("abc"), list("012345"), outlet, event, hits, hits, words, np.ones(18))
    found = interval(one, *each_and_others(one.fit), one.design.events_of)
    assert np.exp(found.estimate) == pytest.approx([4.0, 1.0, 0.0], abs=0.06)
    assert found.estimate[2] < -4
    assert np.isfinite(found.high[2])
    assert found.low[1] < 0 < found.high[1]


def test_outlets_that_share_no_event_are_apart() -> None:
    outlet, event = np.array([0, 1, 1, 2, 3, 4]), np.array([0, 0, 1, 1, 2, 2])
    assert largest_component(outlet, event, 5).tolist() == [True] * 4 + [False] * 2


# One study of five outlets and eight events, three decimals, and what R's clubSandwich says of it.
OUTLET = [0, 2, 0, 1, 2, 3, 4, 0, 1, 2, 3, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 4]
EVENT = [0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7]
VALUE = [
    0.721, 1.909, -1.384, -0.381, -0.592, -0.217, 1.845, -1.494, -0.789, 0.558, 0.082, -1.395, -0.91, -0.91, 0.409,
    0.097, 0.882, 0.228, 0.623, 0.99, 1.913, 0.067, 1.06, 0.497, 1.319, 2.543, 0.752, 1.538, 2.458, 2.349, 2.155,
    -0.042, 2.586, 2.804,
]  # fmt: skip


def test_estimates_errors_and_degrees_of_freedom_are_those_of_clubsandwich() -> None:
    """R 4.2.2, clubSandwich 0.5.8; `d` has outlet, event (factors) and value:

    m <- lm(value ~ 0 + outlet + event, d); n <- table(d$outlet); C <- matrix(0, 5, length(coef(m)))
    for (i in 1:5) { C[i, 1:5] <- -n / (sum(n) - n[i]); C[i, i] <- 1 }
    linear_contrast(m, vcovCR(m, cluster = d$event, type = "CR2"), contrasts = C, test = "Satterthwaite")
    """
    one = fitted(LINEAR, list("abcde"), list("01234567"), np.array(OUTLET), np.array(EVENT), np.array(VALUE), *([np.ones(34)] * 3))  # fmt: skip
    found = interval(one, *each_and_others(one.fit), one.design.events_of)
    assert found.estimate == pytest.approx([-1.3256721869, -0.1928372184, 0.0222339134, 0.470665418, 1.3625717221])
    assert found.se == pytest.approx([0.250990623, 0.234485734, 0.269617116, 0.190776755, 0.320699259])
    assert found.df == pytest.approx([6.82781622, 5.96982033, 5.84372126, 4.99760162, 4.97236356])
    assert (found.low[0], found.high[0]) == pytest.approx((-1.9222, -0.7291), abs=1e-4)


@pytest.mark.filterwarnings("ignore")
def test_with_all_outlets_in_all_events_the_effects_are_those_of_a_mixed_model() -> None:
    """statsmodels.MixedLM: outlets fixed, events random."""
    api = pytest.importorskip("statsmodels.api")
    random = np.random.default_rng(11)
    event, outlet = np.indices((15, 4)).reshape(2, -1)
    value = random.normal(0, 1, 15)[event] + 0.5 * outlet + random.normal(0, 0.4, 60)
    design = Design.of(outlet, event, 4)
    ours = linear(design, design.grid(value), design.grid(np.ones(60))).effect
    theirs = api.MixedLM(value, np.eye(4)[outlet], groups=event).fit().fe_params
    assert ours - ours[0] == pytest.approx(theirs - theirs[0], abs=1e-6)
