"""Confounds, strata and moderated variance, on cases worked by hand and by simulation."""

from __future__ import annotations

import datetime as dt

import numpy as np
import polars as pl
import pytest

from framing.comparison.compare import compare
from framing.comparison.estimates.confounds import confounds, independent
from framing.comparison.estimates.contrasts import contrasts
from framing.comparison.estimates.outlets import PRIOR, outlets
from framing.comparison.estimates.strata import STRATA, changes, strata, stratum
from framing.corpus.load import load
from framing.errors import UnknownNameError
from framing.report.charts import charts
from framing.report.document import document
from framing.report.writers.markdown import markdown
from framing.scoring.scores import score
from tests.frames import measure, metrics, stories
from tests.make import synthetic_comparison

ARTICLES = pl.DataFrame(
    {
        "article": ["a/1", "a/2", "b/1", "b/2"],
        "outlet": ["a", "a", "b", "b"],
        "agency": [None, "Wire", "b", None],
        "genre": ["news", "opinion", None, "news"],
        "words": [100, 300, 50, 70],
        "published": [dt.date(2031, 1, 2), dt.date(2031, 1, 1), None, None],
    }
)


def test_confounds_by_hand() -> None:
    quoted = metrics([("a/1", "quoted_share", 10.0, 100), ("a/2", "quoted_share", 50.0, 300)])
    told = stories(
        metrics([(key, "x", 1.0, 1) for key in ARTICLES["article"]]), same={"b/2": "b/1"}, copies={"a/1": "b/1"}
    )
    rows = confounds(ARTICLES, quoted, told).rows(named=True)
    assert rows[0] == {
        "outlet": "a", "articles": 2, "stories": 1, "words": 200.0, "news_share": 50.0, "opinion_share": 50.0,
        "first": dt.date(2031, 1, 1), "last": dt.date(2031, 1, 2), "quoted_share": 40.0, "wire_share": 100.0,
    }  # fmt: skip
    # b credits itself, which is no wire; one of its genres is unknown; nothing is quoted or dated
    assert rows[1] == {
        "outlet": "b", "articles": 2, "stories": 1, "words": 60.0, "news_share": 100.0, "opinion_share": 0.0,
        "first": None, "last": None, "quoted_share": None, "wire_share": 0.0,
    }  # fmt: skip


def test_independent_texts() -> None:
    rows = metrics([(key, "x", 1.0, 1) for key in [*ARTICLES["article"], "c/1"]])
    articles = pl.concat([ARTICLES, ARTICLES.head(1).with_columns(article=pl.lit("c/1"), outlet=pl.lit("c"))])
    told = stories(rows, same={"c/1": "b/1"})
    assert independent(rows, articles, told)["article"].to_list() == ["a/1", "b/1", "b/2"]


def test_the_parts_of_a_corpus() -> None:
    rows = metrics(
        [(key, name, 1.0, 1) for key in ARTICLES["article"] for name in ("sentiment", "sentiment_own", "loaded")]
    )
    told = stories(rows)
    assert stratum("news", rows, ARTICLES, told)["article"].unique().sort().to_list() == ["a/1", "b/2"]
    own = stratum("own-voice", rows, ARTICLES, told)
    assert own["metric"].unique().to_list() == ["sentiment"]
    with pytest.raises(UnknownNameError, match="did you mean 'no-wire'"):
        stratum("no-wires", rows, ARTICLES, told)


def test_a_difference_of_genre_goes_away_in_the_stratum() -> None:
    """Outlet a prints opinion only by half, and opinion is loaded everywhere: in news nothing is left."""
    random = np.random.default_rng(3)
    rows, keys = [], []
    for outlet in "abcd":
        for n in range(16):
            genre = "opinion" if (n < 12 if outlet == "a" else n < 1) else "news"
            key = f"{outlet}/{n}"
            keys.append((key, outlet, genre))
            rows.append((key, "loaded", float(random.normal(30 if genre == "opinion" else 8, 2)), 500.0))
    frame = metrics(rows)
    articles = pl.DataFrame(keys, schema=["article", "outlet", "genre"], orient="row").with_columns(
        agency=pl.lit(None, pl.String)
    )
    measures = {"loaded": measure("loaded", "rate")}
    whole = contrasts(frame, measures, stories(frame))
    parts = strata(frame, measures, articles, stories(frame))
    assert parts["stratum"].unique().to_list() == ["news"]  # no other part of it differs from the whole
    found = changes(whole, parts, measures).filter(outlet="a")
    assert found.select("whole", "inside").row(0) == ("more", "open")
    assert found["effect"].item() == pytest.approx(1.0, abs=0.15)


def test_nothing_changes_where_nothing_differs() -> None:
    whole = synthetic_comparison(8)
    found = changes(whole.contrasts, whole.strata, whole.scores.measures)
    assert set(found["whole"]) | set(found["inside"]) <= {"more", "less", "open", "alike", "untested"}
    assert found.filter((pl.col("whole") == "open") & (pl.col("inside") == "untested")).is_empty()


def test_strata_in_the_report() -> None:
    scores = score(load("huawei-curbs"))
    comparison = compare(scores, strata=["news", "no-wire"])
    text = markdown(document(comparison, list(charts(comparison)))).replace("\\", "")
    assert "Other explanations: genre, length, date" in text
    for name in ("news", "no-wire"):
        assert f"Contrasts: {STRATA[name]}" in text
    with pytest.raises(UnknownNameError):
        compare(scores, strata=["weekends"])


def test_moderated_variance_by_hand() -> None:
    """Two outlets of three equal articles: variances 1 and 9, pooled 5; moderated (4 * 5 + 2 * s2) / 6."""
    values = {"a": (9.0, 10.0, 11.0), "b": (7.0, 10.0, 13.0)}
    frame = metrics([(f"{o}/{n}", "x", v, 10.0) for o, vs in values.items() for n, v in enumerate(vs)])
    measures = {"x": measure("x", "score")}
    from scipy import stats

    found = outlets(frame, measures, stories(frame), moderate=True)
    for row, variance in zip(found.iter_rows(named=True), (1.0, 9.0), strict=True):
        lent = (PRIOR * 5 + 2 * variance) / (PRIOR + 2)
        half = stats.t.ppf(0.975, 2 + PRIOR) * np.sqrt(lent / 3)
        assert (row["low"], row["high"]) == pytest.approx((10 - half, 10 + half))


def test_moderated_intervals_cover_where_outlets_vary_alike() -> None:
    random = np.random.default_rng(11)
    held, wide = [], []
    for _ in range(60):
        truth = random.normal(0, 0.1, 8)
        rows = [(f"o{o}/{n}", "x", float(random.normal(truth[o], 0.1)), 20.0) for o in range(8) for n in range(2)]
        frame = metrics(rows)
        found = outlets(frame, {"x": measure("x", "mean")}, stories(frame), moderate=True).sort("outlet")
        held += list((found["low"].to_numpy() <= truth) & (truth <= found["high"].to_numpy()))
        own = outlets(frame, {"x": measure("x", "mean")}, stories(frame)).sort("outlet")
        wide.append(float(((found["high"] - found["low"]) / (own["high"] - own["low"])).median()))  # type: ignore[arg-type]
    assert 0.92 <= np.mean(held) <= 0.99
    assert np.median(wide) < 0.5
