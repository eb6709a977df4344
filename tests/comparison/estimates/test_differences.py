"""Which measures tell outlets apart, and which outlets: by hand, by brute force, and under the null."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from framing.comparison.estimates.differences import differences, divided, spread, tails
from framing.comparison.estimates.permutation import Table
from framing.comparison.estimates.pools import Pool, deal, pools
from framing.comparison.estimates.texts_apart import shortened, text_differences
from framing.corpus.corpus import Corpus
from framing.measures.analyser import Metric
from framing.scoring.scores import score
from tests.frames import KINDS, measure, metrics, random_metrics, stories

MEASURES: dict[str, Metric] = {kind: measure(kind, kind) for kind in KINDS}


def counts(values: dict[str, list[float]], kind: str = "rate") -> pl.DataFrame:
    return metrics((f"{outlet}/{n}", kind, v, 500.0) for outlet, vs in values.items() for n, v in enumerate(vs))


def test_tails_count_ties() -> None:
    shares, at_most = tails(np.array([[3.0], [1.0], [3.0], [2.0]]))
    assert shares[:, 0].tolist() == [0.5, 1.0, 0.5, 0.75]
    assert at_most[:, 0].tolist() == [1.0, 0.25, 1.0, 0.5]


def test_the_best_division_by_hand() -> None:
    """Values 1, 9, 2, 8 of equal weight: squares between {1, 2} and {9, 8} are (3 - 10)^2 / (2 * (1 - 2/4))."""
    gain, cut, order = divided(np.array([[1.0, 9.0, 2.0, 8.0]]), np.ones((1, 4)), rate=False)
    assert (gain[0], cut[0], order[0].tolist()) == (pytest.approx(49.0), 2, [0, 2, 3, 1])
    assert spread(np.array([[1.0, 9.0]]), np.ones((1, 2)), rate=False)[0] == pytest.approx(32.0)
    assert spread(np.array([[1.0, 9.0]]), np.ones((1, 2)), rate=True)[0] == pytest.approx(32.0 / 5)


def test_every_arrangement_of_few_stories() -> None:
    """Three outlets of two stories: the share of all 720 arrangements that spread as far, against the sampled p."""
    values = {"a": [1.0, 2.0], "b": [4.0, 5.0], "c": [8.0, 9.5]}
    frame = counts(values, "mean")
    row = differences(frame, MEASURES, stories(frame), permutations=20_000).row(0, named=True)
    every = np.array([value for several in values.values() for value in several])
    dealt = np.array(list(permutations(every))).reshape(-1, 3, 2).sum(axis=2)
    reach = spread(dealt, np.full(dealt.shape, 2.0), rate=False)
    observed = spread(every.reshape(1, 3, 2).sum(axis=2), np.full((1, 3), 2.0), rate=False)[0]
    assert row["p_spread"] == pytest.approx((reach >= observed - 1e-9).mean(), abs=0.01)
    assert row["p"] >= min(row["p_one"], row["p_spread"], row["p_groups"])


def test_outlets_that_stand_apart_together_are_named_together() -> None:
    low, high = [9.0, 12.0, 10.0, 11.0, 8.0], [60.0, 70.0, 65.0, 72.0, 58.0]
    frame = counts({"a": high, "b": high[::-1], "c": [*high[1:], 61.0], **dict.fromkeys("defghij", low)})
    row = differences(frame, MEASURES, stories(frame)).row(0, named=True)
    assert (row["side"], sorted(row["group"]), sorted(row["rest"])) == ("higher", list("abc"), list("defghij"))
    assert (row["stated"], row["family"]) == (True, "primary")
    assert max(row["group_p"]) <= 0.05
    assert row["effect"] == pytest.approx(sum(high) / 5 / 10, rel=0.02)
    assert row["low"] < row["effect"] < row["high"]


def test_an_outlet_of_one_story_is_never_named() -> None:
    low = [9.0, 12.0, 10.0, 11.0, 8.0]
    frame = counts({"a": [400.0], "b": [90.0, 95.0, 91.0, 99.0, 97.0], **dict.fromkeys("cdefgh", low)})
    row = differences(frame, MEASURES, stories(frame)).row(0, named=True)
    assert "a" not in row["group"]
    assert row["outlets"] == 7


def test_copies_change_nothing_and_shared_stories_stay_shared() -> None:
    frame = random_metrics(8, {"a": 3, "b": 4, "c": 3}, MEASURES)
    extra = frame.filter(article="c/0").with_columns(article=pl.lit("d/0"), outlet=pl.lit("d"))
    more = pl.concat([frame, extra])
    plain = differences(frame, MEASURES, stories(frame))
    assert_frame_equal(differences(more, MEASURES, stories(more, copies={"d/0": "c/0"})), plain)
    told = stories(frame, {"a/0": "s", "b/0": "s", "b/1": "s"})
    pool: Pool = pools(Table.of(frame, MEASURES, told))[0][0]
    dealt = deal(pool.label, pool.strata, np.random.default_rng(1), 200)
    shared = pool.unit[[pool.articles.tolist().index(at) for at in (0, 3, 4)]]
    assert (np.sort(dealt[:, shared], axis=1) == np.sort(pool.label[shared])).all()
    assert len(np.unique(dealt[:, shared], axis=0)) == 3


def test_order_of_rows_does_not_matter() -> None:
    frame = random_metrics(6, {"a": 6, "b": 8, "c": 10}, MEASURES)
    shuffled = frame.sample(fraction=1, shuffle=True, seed=3)
    assert_frame_equal(differences(frame, MEASURES, stories(frame)), differences(shuffled, MEASURES, stories(shuffled)))


def test_families_are_corrected_apart() -> None:
    names: dict[str, Metric] = {f"m{n}": measure(f"m{n}", "mean") for n in range(6)}
    frame = random_metrics(2, {"a": 4, "b": 5, "c": 4}, names)
    found = differences(frame, names, stories(frame), primary=("m1", "m4"))
    assert found.filter(family="primary")["metric"].sort().to_list() == ["m1", "m4"]
    first = found.filter(family="primary").sort("p")
    assert first["q"].to_list() == pytest.approx([min(2 * first["p"][0], first["p"][1]), first["p"][1]])


def test_false_alarms_are_as_often_as_said() -> None:
    found = []
    for seed in range(150):
        frame = random_metrics(seed, {"a": 2, "b": 3, "c": 5, "d": 6, "e": 1}, MEASURES)
        found.append(differences(frame, MEASURES, stories(frame), permutations=299))
    p = pl.concat(found)["p"].to_numpy()
    assert 0.03 <= (p <= 0.05).mean() <= 0.07
    assert np.mean([not part["stated"].any() for part in found]) >= 0.93


def test_nothing_to_test_is_null() -> None:
    frame = counts({"a": [3.0], "b": [4.0], "c": [1.0]})
    assert differences(frame, MEASURES, stories(frame))["p"].to_list() == [None]
    frame = counts({"a": [3.0, 3.0], "b": [3.0, 3.0]})
    assert differences(frame, MEASURES, stories(frame))["p"].to_list() == [None]
    assert differences(frame.clear(), MEASURES, stories(frame)).is_empty()


def test_single_texts_are_told_apart_by_their_blocks() -> None:
    plain = "The council met on Monday. The road is ten miles long. Work began in May and went on. "
    hedged = "The council may perhaps meet. It could possibly be about ten miles. It might reportedly begin soon. "
    bodies = {"a": hedged * 12, "b": plain * 12, "c": plain[27:] * 14, "d": (plain + "It rained. ") * 11}
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": list(bodies), "body": list(bodies.values())}))
    scores = score(corpus, ["hedging"])
    told = corpus.articles.select("article", story="article", copy_of=pl.lit(None, pl.String))
    row = text_differences(scores, told).row(0, named=True)
    first = corpus.articles.filter(outlet="a")["article"].item()
    assert (row["group"], row["side"], row["stated"]) == ([first], "higher", True)
    copies = told.with_columns(copy_of=pl.when(pl.col("article") != first).then(pl.lit(first)))
    assert text_differences(scores, copies).is_empty()


def block_frame(texts: dict[str, list[float]], metric: str = "m") -> pl.DataFrame:
    rows = [
        (name, f"{name}/{at}", at, metric, value, 40.0)
        for name, values in texts.items()
        for at, value in enumerate(values)
    ]
    return pl.DataFrame(
        rows, schema=["outlet", "article", "place", "metric", "value", "weight"], orient="row"
    ).with_columns(pl.col("value").cast(pl.Float64))


def means(frame: pl.DataFrame) -> dict[str, float]:
    return dict(frame.group_by("outlet").agg(pl.col("value").mean()).sort("outlet").iter_rows())


def test_texts_whose_blocks_follow_no_order_keep_their_distance() -> None:
    frame = block_frame({"a": [0, 4, 0, 4, 0, 4], "b": [10, 14, 10, 14, 10, 14]})
    assert means(shortened(frame, {"m": measure("m", "share")})) == {"a": 2.0, "b": 12.0}


def test_distances_of_texts_are_divided_by_what_neighbouring_blocks_have_in_common() -> None:
    frame = block_frame({"a": [0, 0, 0, 4, 4, 4], "b": [10, 10, 10, 14, 14, 14]})
    # rests are -2 -2 -2 2 2 2: of five neighbours four agree, one does not: (4 - 1) x 4 / (5 x 4) = .6, corrected
    # for the mean taken out of six values: .6 + 1.6 / 6; with the margin more than the .9 at which it ends
    r = 0.9
    inflation = 1 + 2 * sum((6 - lag) / 6 * r**lag for lag in range(1, 6))
    found = means(shortened(frame, {"m": measure("m", "share")}))
    assert found["b"] - found["a"] == pytest.approx(10 / inflation**0.5)
    assert (found["a"] + found["b"]) / 2 == pytest.approx(7)


def test_shortened_rates_stay_counts_of_something() -> None:
    frame = block_frame({"a": [0, 0, 0, 0, 0, 0], "b": [0, 0, 0, 50, 50, 50], "c": [25, 25, 25, 0, 0, 0]})
    found = shortened(frame, {"m": measure("m", "rate")})
    assert found["value"].min() == 0
    assert found.filter(outlet="a")["value"].sum() == 0
    assert 12.5 < means(found)["b"] < 25


def test_texts_of_one_kind_are_seldom_said_to_differ() -> None:
    """Sentences that go on as they were, in texts of unlike length: 40 events, 5 % would be two."""
    random = np.random.default_rng(3)
    measures = {"m": measure("m", "share")}
    false = 0
    for number in range(40):
        texts: dict[str, list[float]] = {}
        for text in range(8):
            drawn = random.normal(size=int(random.integers(5, 30)))
            for at in range(1, len(drawn)):
                drawn[at] = 0.3 * drawn[at - 1] + (1 - 0.3**2) ** 0.5 * drawn[at]
            texts[f"text {text}"] = (100 * (drawn < -0.6)).tolist()
        frame = shortened(block_frame(texts), measures)
        told = frame.select("article", story="article", copy_of=pl.lit(None, pl.String))
        p = differences(frame, measures, told, number, ("m",), 499)["p"].item()
        false += p is not None and p <= 0.05
    assert false <= 6  # at 5 %, seven or more come by chance in less than 1 % of such runs
