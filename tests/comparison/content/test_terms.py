"""Distinctive words: the published formula by hand, borders of phrases, stories, and chance."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import false_discovery_control, hypergeom, pearson3

from framing.comparison.compare import Comparison, compare
from framing.comparison.content.term_deals import PERMUTATIONS, REFINE_BELOW, Deal, above
from framing.comparison.content.terms import log_odds, passages, telling, terms
from framing.comparison.content.vocabulary import NUMBER_WORDS, STOP
from framing.comparison.estimates.permutation import Part, statistic
from framing.corpus.corpus import Corpus
from framing.corpus.load import load
from framing.scoring.scores import score
from tests.make import bundled_comparison

FILL = (
    "rain fell over the quiet harbour town", "ferries left late and nobody minded much", "bakers opened before dawn",
    "a small crowd watched the tide turn", "children counted gulls along the wall", "the clock struck early again",
)  # fmt: skip


def corpus(rows: list[tuple[str, str]]) -> Corpus:
    """outlet, body; a headline would count too."""
    return Corpus.from_frame(pl.DataFrame(rows, schema=["outlet", "body"], orient="row"))


def alone(texts: Corpus) -> pl.DataFrame:
    """Every article is a story of its own."""
    return texts.articles.select("article", "outlet", story="article", copy_of=pl.lit(None, dtype=pl.String))


def by_hand(y: float, n: float, other: float, m: float, prior: float, total: float) -> tuple[float, float]:
    """Monroe, Colaresi and Quinn (2008), equations 15, 18, 20 and 22, written for one term."""
    odds = math.log((y + prior) / (n + total - y - prior)) - math.log((other + prior) / (m + total - other - prior))
    variance = 1 / (y + prior) + 1 / (other + prior)
    return odds, odds / math.sqrt(variance)


def test_z_of_a_table_worked_by_hand() -> None:
    # Two sides of 100 and 300 words, prior 0.5 for each of 20 terms, so 10 in all. A term stands 8 and 6 times:
    # ln(8.5 / 101.5) - ln(6.5 / 303.5) = -2.479993 + 3.843580 = 1.363587; variance 1/8.5 + 1/6.5 = 0.271493.
    delta, z = log_odds(*(np.array([value]) for value in (8.0, 6.0, 100.0, 300.0, 0.5, 10.0)))
    assert delta[0] == pytest.approx(1.363587, abs=1e-6)
    assert z[0] == pytest.approx(1.363587 / math.sqrt(0.271493), abs=1e-5)


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40)).filter(lambda pair: sum(pair) > 0), min_size=2, max_size=30
    ),
    st.floats(0.01, 5),
)
def test_z_equals_the_formula_term_by_term(counts: list[tuple[int, int]], scale: float) -> None:
    one, two = (np.array(side, dtype=float) for side in zip(*counts, strict=True))
    prior = scale * (one + two)
    n, m, total = one.sum(), two.sum(), prior.sum()
    delta, z = log_odds(one, two, np.full(len(one), n), np.full(len(one), m), prior, np.full(len(one), total))
    for at in range(len(one)):
        expected = by_hand(one[at], n, two[at], m, prior[at], total)
        assert (delta[at], z[at]) == pytest.approx(expected, rel=1e-9, abs=1e-9)
    swapped = log_odds(two, one, np.full(len(one), m), np.full(len(one), n), prior, np.full(len(one), total))
    assert -swapped[1] == pytest.approx(z, abs=1e-9)


def lexical(text: str) -> list[str]:
    return text.lower().replace(".", "").split()


def test_counts_and_z_of_a_corpus() -> None:
    bodies = {
        "A": ["Storms bring flood water. Flood gates open wide.", "Flood water rises. Storms return tonight."],
        "B": ["Gates stay shut. Flood fears fade.", "Sunny weather returns. Gates open."],
    }
    texts = corpus([(outlet, body) for outlet, parts in bodies.items() for body in parts])
    row = terms(texts, alone(texts)).row(
        by_predicate=(pl.col("outlet") == "A") & (pl.col("term") == "flood"), named=True
    )
    assert (row["count"], row["other_count"], row["articles"], row["stories"]) == (3, 1, 2, 2)
    mine, others = ([word for body in bodies[name] for word in lexical(body)] for name in "AB")
    delta, z = by_hand(3, len(mine), 1, len(others), 4, len(mine) + len(others))
    assert (row["log_odds"], row["z"]) == pytest.approx((delta, z), abs=1e-12)
    assert row["rate"] == pytest.approx(1000 * 3 / len(mine))
    assert row["other_rate"] == pytest.approx(1000 / len(others))
    # A phrase is weighed against phrases of as many words: pairs do not cross the ends of sentences.
    pair = terms(texts, alone(texts)).row(by_predicate=pl.col("term") == "flood water", named=True)
    pairs = {name: sum(len(lexical(line)) - 1 for body in bodies[name] for line in body.split(". ")) for name in "AB"}
    expected = by_hand(2, pairs["A"], 0, pairs["B"], 2, pairs["A"] + pairs["B"])
    assert (pair["log_odds"], pair["z"]) == pytest.approx(expected, abs=1e-12)


def test_phrases_keep_to_sentences_marks_and_voices() -> None:
    body = (
        "Officials saw grave danger. Harbour walls cracked, “sea water poured in”, engineers said. Sea water stayed "
        "“calm water” elsewhere."
    )
    texts = corpus([("A", body), ("A", body), ("B", "Nothing of note."), ("B", "Nothing again of note.")])
    found = set(terms(texts, alone(texts)).filter(outlet="A")["term"])
    assert {"grave danger", "harbour walls cracked", "sea water stayed"} <= found
    assert not found & {"danger harbour", "grave danger harbour", "cracked sea", "stayed calm", "calm", "poured"}
    assert not found & {"cracked engineers", "walls cracked engineers", "water elsewhere"}


def test_grammar_alone_makes_no_term() -> None:
    texts = load("huawei-curbs")
    found = terms(texts, compare(score(texts, only=["loaded"])).stories)
    assert found.height > 100
    for term in found["term"]:
        words = term.split()
        assert words[0] not in STOP, term
        assert words[-1] not in STOP, term


def test_a_term_needs_two_stories_of_the_outlet() -> None:
    rows = [
        ("A", f"{FILL[0]}. Harbingers loom."),
        ("A", f"{FILL[1]}. Harbingers loom."),
        ("B", FILL[2]),
        ("B", FILL[3]),
    ]
    texts = corpus(rows)
    told = alone(texts)
    assert "harbingers" in set(terms(texts, told)["term"])
    one = told.with_columns(story=pl.when(pl.col("outlet") == "A").then(pl.lit("a/1")).otherwise("story"))
    assert terms(texts, one).is_empty()
    copied = told.with_columns(copy_of=pl.when(pl.col("article") == "a/2").then(pl.lit("a/1")))
    assert "harbingers" not in set(terms(texts, copied)["term"])


def test_names_and_numbers_are_an_option() -> None:
    body = "Yesterday Mara Quill sold 40 boats; everyone there knew Quill and saw those forty boats sail."
    texts = corpus([("A", body), ("A", body), ("B", FILL[2]), ("B", FILL[3])])
    plain = set(terms(texts, alone(texts))["term"])
    assert "boats sail" in plain
    assert not plain & {"quill", "mara quill", "40", "forty", "forty boats"}
    kept = terms(texts, alone(texts), names=True, numbers=True)
    assert {"quill", "mara quill", "forty boats"} <= set(kept["term"])
    assert set(kept.filter(pl.col("name") | pl.col("number"))["term"]) == set(kept["term"]) - plain


def test_p_counts_arrangements_of_stories() -> None:
    """Exact p against brute force: which two of six articles could be the outlet's?"""
    rows = [("A", f"Grave matters. {FILL[0]}"), ("A", f"Grave matters. {FILL[1]}")]
    rows += [("B", FILL[at]) for at in (2, 3, 4)] + [("B", f"A grave error. {FILL[5]}")]
    texts = corpus(rows)
    found = terms(texts, alone(texts))
    row = found.row(by_predicate=(pl.col("outlet") == "A") & (pl.col("term") == "grave"), named=True)
    articles = texts.articles.sort("article")
    hits = [1 if "rave" in text else 0 for text in articles["text"]]
    words = articles["own_words"].to_list()
    whole, total = sum(hits), sum(words)

    def ratio(mine: tuple[int, ...]) -> float:
        observed, weight = sum(hits[at] for at in mine), sum(words[at] for at in mine)
        expected = whole * weight / total
        return float((observed + 0.5) / (expected + 0.5) / ((whole - observed + 0.5) / (whole - expected + 0.5)))

    mine = tuple(at for at, outlet in enumerate(articles["outlet"]) if outlet == "A")
    every = list(combinations(range(6), 2))
    expected = sum(ratio(one) >= ratio(mine) - 1e-9 for one in every) / len(every)
    assert row["p"] == pytest.approx(expected)


def test_p_is_that_of_the_statistic_of_the_contrasts(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = compare(score(load("huawei-curbs"), only=["loaded"]))
    quick = comparison.terms

    def ratio(deal: Any, picked: NDArray[np.bool_], chosen: NDArray[np.intp]) -> NDArray[np.float64]:
        top = np.asarray(deal.hits[chosen]).T
        weight = np.broadcast_to(deal.words[:, None], top.shape)
        return statistic(picked.astype(float), top, weight, np.full(len(chosen), True)).T

    monkeypatch.setattr("framing.comparison.content.term_deals.Deal._ratio", ratio)
    slow = terms(comparison.scores.corpus, comparison.stories)
    assert quick.equals(slow)


def test_tables_without_their_noughts_give_the_same_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = compare(score(load("huawei-curbs"), only=["loaded"]))
    dense = comparison.terms
    monkeypatch.setattr("framing.comparison.content.term_deals.FEW", 0)
    assert dense.equals(terms(comparison.scores.corpus, comparison.stories))


def test_q_is_benjamini_hochberg_over_every_candidate() -> None:
    texts = load("huawei-curbs")
    comparison = compare(score(texts, only=["loaded"]))
    found = comparison.terms
    tested = found.drop_nulls("p")
    # The candidates: every term of own words in two stories, with neither name nor number, for each outlet.
    single = _singles(comparison)
    assert set(found.filter(pl.col("words") == 1)["term"]) <= single
    ratio = tested["q"].to_numpy() / np.minimum(1, false_discovery_control(tested["p"].to_numpy()))
    below = tested["q"].to_numpy() < 1
    assert below.any()
    assert ratio[below].max() == pytest.approx(ratio[below].min())
    assert ratio[below].max() * tested.height >= len(single) * found["outlet"].n_unique()
    assert (tested["q"] >= tested["p"]).all()


def _singles(comparison: Comparison) -> set[str]:
    """Single words in two stories, found in another way."""
    told = {row["article"]: row["story"] for row in comparison.stories.iter_rows(named=True) if row["copy_of"] is None}
    seen: dict[str, set[str]] = {}
    for article, lower in comparison.scores.corpus.tokens.filter(
        pl.col("is_word") & ~pl.col("quoted")
    ).select("article", "lower").iter_rows():  # fmt: skip
        word = lower.removesuffix("'s").removesuffix("'")
        if article in told and word not in STOP and word not in NUMBER_WORDS and not word[0].isdigit():
            seen.setdefault(word, set()).add(told[article])
    return {word for word, stories in seen.items() if len(stories) > 1}


def test_chance_alone_is_not_called_significant() -> None:
    """Words dealt out without any difference between outlets: a q below 0.05 must be rare."""
    random = np.random.default_rng(5)
    vocabulary = [f"{a}{b}{c}en" for a in "bdfgklmnprst" for b in "aeiou" for c in "bdgklmnprt"]
    alarms = 0
    for _ in range(12):
        weights = random.dirichlet(np.full(len(vocabulary), 0.3))
        rows = [(outlet, " ".join(random.choice(vocabulary, 150, p=weights))) for outlet in "ABCD" for _ in range(5)]
        texts = corpus(rows)
        alarms += bool((terms(texts, alone(texts))["q"] < 0.05).any())
    assert alarms <= 2


def test_a_true_difference_is_found() -> None:
    random = np.random.default_rng(6)
    rows = []
    for outlet in "ABCD":
        for at in range(8):
            words = [*random.permutation(" ".join(FILL).split()), *(["scandalous"] * 4 if outlet == "A" else ["quiet"])]
            rows.append((outlet, " ".join(words) + f" number {at}."))
    texts = corpus(rows)
    best = terms(texts, alone(texts)).filter(pl.col("q") < 0.05)
    assert "scandalous" in set(best.filter(outlet="A")["term"])


def test_seed_and_order_of_articles() -> None:
    texts = load("huawei-curbs")
    told = compare(score(texts, only=["loaded"])).stories
    first, again = terms(texts, told, seed=3), terms(texts, told.sample(fraction=1.0, shuffle=True, seed=1), seed=3)
    assert first.equals(again)


def test_passages_stand_in_the_outlets_own_voice() -> None:
    comparison = compare(score(load("huawei-curbs"), only=["loaded"]))
    texts = comparison.scores.corpus
    best = telling(comparison.terms, 8)
    found = passages(texts, comparison.stories, best)
    bodies = dict(texts.articles.select("article", "text").iter_rows())
    for row in found.iter_rows(named=True):
        words = bodies[row["article"]][row["start"] : row["end"]].lower().replace("’", "'")
        assert words.startswith(row["term"].split()[0])
        assert len(words.split()) == len(row["term"].split())
    counted = found.group_by("outlet", "term").agg(n=pl.len())
    joined = best.join(counted, on=["outlet", "term"])
    assert joined.height == best.height
    assert (joined["count"] == joined["n"]).all()
    for row in comparison.terms.iter_rows(named=True):
        assert bodies[row["article"]][row["start"] : row["end"]] == row["text"]


def test_the_planted_words_come_out() -> None:
    found = telling(bundled_comparison().terms, 12)
    said = {outlet: set(rows["term"]) for (outlet,), rows in found.group_by("outlet")}
    assert {"war", "blacklisted"} <= said["Caspian View TV"]
    assert {"threat", "beijing-backed telecoms giant"} <= said["Radio Concord"]
    assert {"behemoth", "enemy"} <= said["The Potomac Standard"]
    assert {"de minimis"} <= said["Wafer Weekly"]


@pytest.mark.parametrize(
    "rows",
    [[("A", "One flood."), ("A", "Another flood.")], [("A", "Flood."), ("B", "Flood.")], [("A", ""), ("B", "")], [("A", "“All is quoted.”")]],
    ids=["one outlet", "one article each", "no words", "no own words"],
)  # fmt: skip
def test_nothing_to_compare(rows: list[tuple[str, str]]) -> None:
    texts = corpus(rows)
    found = terms(texts, alone(texts))
    assert found.is_empty()
    assert found.columns[:2] == ["outlet", "term"]
    assert telling(found, 5).is_empty()


def test_a_prior_must_be_above_zero() -> None:
    texts = corpus([("A", "x"), ("B", "y")])
    bad: Any = (0.0, -1.0, math.nan)
    for prior in bad:
        with pytest.raises(ValueError, match="prior"):
            terms(texts, alone(texts), prior=prior)


def many(seed: int, outlets: dict[str, int], loud: str = "") -> Corpus:
    """Short articles of unlike length in which words come up with clumps."""
    random = np.random.default_rng(seed)
    words = [f"{a}{b}len" for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "ai", "eo")]
    weights = random.dirichlet(np.full(len(words), 0.4))
    rows = []
    for outlet, size in outlets.items():
        for _ in range(size):
            text = list(random.choice(words, random.integers(8, 60), p=weights))
            rows.append((outlet, " ".join([*text, *([words[0]] if outlet == loud and random.random() < 0.2 else [])])))
    return corpus(rows)


@pytest.mark.parametrize("shared", [0, 30])
def test_moments_agree_with_arrangements_within_their_error(monkeypatch: pytest.MonkeyPatch, shared: int) -> None:
    texts = many(shared, {"A": 160, "B": 420, "C": 130}, loud="A")
    told = alone(texts).with_columns(
        story=pl.when(pl.col("article").str.contains(r"^[ab]/\d{1,2}$"), pl.lit(bool(shared)))
        .then(pl.col("article").str.replace(r"^./", ""))
        .otherwise("story")
    )
    quick = terms(texts, told).drop_nulls("p").sort("outlet", "term")
    monkeypatch.setattr("framing.comparison.content.term_deals.MANY", math.inf)
    monkeypatch.setattr("framing.comparison.content.term_deals.REFINED", 9_999)
    slow = terms(texts, told).drop_nulls("p").sort("outlet", "term")
    assert quick.drop("p", "q").equals(slow.drop("p", "q"))
    p, drawn = (frame["p"].to_numpy() for frame in (quick, slow))
    other = p != drawn
    assert other.sum() > 60
    times = np.where(drawn <= REFINE_BELOW, 9_999, PERMUTATIONS)
    error = np.sqrt(np.maximum(drawn * (1 - drawn), 1 / times) / times)
    assert (np.abs(p - drawn) < 4.5 * error + 0.03 * drawn).all()
    assert np.median(((p - drawn) / error)[other]) == pytest.approx(0, abs=0.4)
    assert p.min() < 0.2 / PERMUTATIONS, "no floor"


@given(st.integers(6, 400), st.floats(0, 5), st.sampled_from([0.03, 0.2, 0.5, 0.8]))
def test_hits_of_equal_articles_are_hypergeometric(count: int, far: float, share: float) -> None:
    """One hit each in some of 2,000 articles of one length: the law of the hits is known then."""
    n, mine = 2_000, int(2_000 * share)
    law = hypergeom(n, count, mine)
    found = min(int(law.mean() + far * law.std()) + 1, count, mine)
    line = [*range(found), *range(mine, mine + count - found)]
    part = Part(
        "a", "b", np.arange(0), np.arange(n), np.arange(n) < mine, np.arange(n), np.ones(0), np.zeros(0, np.int64)
    )
    deal = Deal(part, pl.DataFrame({"line": [line], "n": [[1.0] * count]}), np.full(n, 100.0))
    deal.by_moments()
    exact = float(law.sf(found - 1))
    if not deal.drawn[0] and exact > 1e-6:
        assert deal.p[0] > 0.8 * exact
        if share < 0.1 or law.var() > 20:  # near the most hits that there can be, p errs upwards
            assert deal.p[0] < 1.7 * exact


def test_upper_tail_of_pearsons_curve() -> None:
    z = np.array([-2.0, 0.0, 1.5, 3.0, 5.0])
    for skewness in (-0.5, -0.01, 0.0, 0.02, 0.5):
        assert above(z, np.full(5, skewness)) == pytest.approx(pearson3(skewness).sf(z), rel=1e-6)


def test_batches_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = many(4, {"A": 30, "B": 40})
    told = alone(texts).with_columns(
        story=pl.when(pl.col("article").str.ends_with("7")).then(pl.lit("a/7")).otherwise("story")
    )
    whole, places = terms(texts, told), passages(texts, told, terms(texts, told).head(5))
    monkeypatch.setattr("framing.corpus.corpus.Corpus.batches", lambda self: cut(self))
    monkeypatch.setattr("framing.comparison.content.term_counts.BATCH", 9)
    monkeypatch.setattr("framing.comparison.content.term_counts._HELD", 50)
    assert terms(texts, told).equals(whole)
    assert passages(texts, told, whole.head(5)).equals(places)


def cut(texts: Corpus) -> list[Corpus]:
    return [Corpus(texts.event, part) for part in texts.articles.iter_slices(9)]
