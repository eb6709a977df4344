"""What may be said: true by construction, silent where nothing differs, and clear on what is open."""

from __future__ import annotations

import re
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.comparison.estimates.contrasts import OTHERS, contrasts
from framing.comparison.estimates.outlets import outlets
from framing.comparison.estimates.sensitivity import sensitivity
from framing.measures.analyser import Metric
from framing.report.findings import Summary, findings, number
from framing.schema import EVIDENCE
from tests.frames import KINDS, measure, metrics, random_metrics, stories

MEASURES: dict[str, Metric] = {kind: replace(measure(kind, kind), higher=f"more {kind}") for kind in KINDS}
SIZES = {"Alpha": 6, "Beta": 8, "Gamma": 8, "Delta": 9}


def summary(
    frame: pl.DataFrame,
    told: pl.DataFrame | None = None,
    measures: dict[str, Metric] = MEASURES,
    evidence: pl.DataFrame | None = None,
) -> Summary:
    told = stories(frame) if told is None else told
    rows = contrasts(frame, measures, told)
    return findings(rows, outlets(frame, measures, told), frame, measures, told, evidence)


def changed(frame: pl.DataFrame, outlet: str, metric: str, to: pl.Expr) -> pl.DataFrame:
    here = (pl.col("outlet") == outlet) & (pl.col("metric") == metric)
    return frame.with_columns(value=pl.when(here).then(to).otherwise("value"))


def test_a_tripled_rate_is_found_with_its_numbers() -> None:
    frame = changed(random_metrics(1, SIZES, MEASURES), "Alpha", "rate", pl.col("value") * 2 + 12)
    alpha = contrasts(frame, MEASURES, stories(frame)).filter(outlet="Alpha", metric="rate")
    row = alpha.row(0, named=True)
    finding = summary(frame).findings[0]
    assert (finding.outlet, finding.metric, finding.other) == ("Alpha", "rate", OTHERS)
    assert (finding.effect, finding.low, finding.high, finding.q) == (row["effect"], row["low"], row["high"], row["q"])
    for shown in ("value", "other_value", "effect", "low", "high"):
        assert number(row[shown]) in finding.sentence
    assert "times that of all others" in finding.sentence
    assert "6 articles against 25" in finding.sentence
    assert finding.carried_by == ()


@pytest.mark.parametrize(
    ("metric", "to", "words"),
    [
        ("share", pl.col("value") * 0.3, "percentage points lower than in all others"),
        ("mean", pl.col("value") + 0.6, "higher than in all others"),
        ("score", pl.col("value") - 30, "lower than in all others"),
        ("rate", pl.col("value") * 0.2, "times that of all others"),
    ],
)
def test_each_kind_has_its_words(metric: str, to: pl.Expr, words: str) -> None:
    found = summary(changed(random_metrics(1, SIZES, MEASURES), "Beta", metric, to)).findings
    assert (found[0].outlet, found[0].metric) == ("Beta", metric)
    assert words in found[0].sentence


def test_a_rate_that_the_others_lack() -> None:
    frame = random_metrics(1, SIZES, {"rate": MEASURES["rate"]})
    frame = frame.with_columns(
        value=pl.when(pl.col("outlet") == "Alpha").then(12.0 + pl.col("weight") / 900).otherwise(0.0)
    )
    finding = summary(frame).findings[0]
    assert (finding.effect, finding.high) == (None, None)
    assert "and in all others none" in finding.sentence
    assert "ratio at least" in finding.sentence


def test_parts_of_one_measure_are_named_once_and_eight_at_most() -> None:
    names: dict[str, Metric] = {f"part{n}": replace(measure(f"part{n}", "score"), family="whole") for n in range(4)}
    names["whole"] = replace(measure("whole", "score"), higher="more of it")
    names |= {f"own{n}": replace(measure(f"own{n}", "score"), higher=f"more {n}") for n in range(12)}
    frame = random_metrics(2, SIZES, names).with_columns(
        value=pl.when(pl.col("outlet") == "Beta").then(pl.col("value") + 40).otherwise("value")
    )
    found = summary(frame, measures=names).findings
    assert len(found) == 8
    assert sum(finding.metric.startswith(("part", "whole")) for finding in found) <= 1


def test_null_corpora_yield_no_finding() -> None:
    names: dict[str, Metric] = {f"{kind}{n}": measure(f"{kind}{n}", kind) for kind in KINDS for n in range(4)}
    quiet = 0
    for seed in range(120):
        frame = random_metrics(1_000 + seed, {"a": 3, "b": 4, "c": 5, "d": 2, "e": 1, "f": 6}, names)
        told = stories(frame, {"f/0": "s", "b/0": "s"}, {"f/5": "b/1", "d/1": "c/1"})
        quiet += not summary(frame, told, names).findings
    assert quiet >= 114  # 95 % of 120


def test_nothing_is_claimed_on_one_article_or_on_copies() -> None:
    frame = random_metrics(1, {"One": 1, "Copyist": 4, "Gamma": 7, "Delta": 8}, MEASURES)
    for outlet in ("One", "Copyist"):
        frame = changed(frame, outlet, "mean", pl.lit(0.99) + pl.col("weight") / 1e5)
    result = summary(frame, stories(frame, copies={f"Copyist/{n}": f"w/{n}" for n in range(4)}))
    assert not {finding.outlet for finding in result.findings} & {"One", "Copyist"}
    said = {item.outlets: item.sentence for item in result.undecided if item.outlets}
    assert "only copies" in said[("Copyist",)]
    assert "one article" in said[("One",)]


def test_too_few_articles_are_called_undecided() -> None:
    frame = random_metrics(1, {"Alpha": 2, "Beta": 3}, MEASURES)
    said = " ".join(item.sentence for item in summary(frame).undecided)
    assert "Alpha against all others cannot be decided with 2 articles against 3" in said
    assert "p cannot fall below 0.20" in said
    assert re.search(r"about \d+ articles from each of two outlets", said)


def test_a_finding_that_rests_on_one_article_says_so() -> None:
    measures = {"score": MEASURES["score"]}
    rows = [(f"{name}/{n}", "score", 50.0 + (7 * n + 3 * ord(name)) % 11, 500.0) for name in "abc" for n in range(8)]
    rows += [("d/0", "score", 62.5, 500.0), ("d/1", "score", 62.0, 2_500.0), ("d/2", "score", 58.5, 400.0)]
    frame = metrics(rows)
    found = contrasts(frame, measures, stories(frame)).filter(outlet="d")
    assert found["low"].item() > 0
    row = sensitivity(found, frame, measures, stories(frame)).row(0, named=True)
    assert (row["without"], row["left_out"], row["holds"]) == ("article", "d/1", False)
    rest = frame.filter(pl.col("article") != "d/1")
    again = contrasts(rest, measures, stories(rest)).filter(outlet="d").row(0, named=True)
    assert (row["effect"], row["low"], row["high"]) == pytest.approx((again["effect"], again["low"], again["high"]))


def test_a_finding_that_rests_on_one_term_says_so() -> None:
    frame = changed(random_metrics(1, SIZES, {"rate": MEASURES["rate"]}), "Alpha", "rate", pl.col("value") + 20)
    hits = frame.with_columns(hits=(pl.col("value") * pl.col("weight") / 1000))
    regime = pl.col("outlet") == "Alpha"
    rows = pl.concat(
        [
            hits.filter(regime).with_columns(rule=pl.lit("regime"), value=20 * pl.col("weight") / 1000),
            hits.with_columns(
                rule=pl.lit("others"),
                value=pl.col("hits") - pl.when(regime).then(20 * pl.col("weight") / 1000).otherwise(0),
            ),
        ]
    )
    blank = {name: pl.lit(None, dtype=kind) for name, kind in EVIDENCE.items() if name not in rows.columns}
    evidence = rows.with_columns(**blank).select(EVIDENCE.keys())
    finding = summary(frame, measures={"rate": MEASURES["rate"]}, evidence=evidence).findings[0]
    assert finding.outlet == "Alpha"
    assert finding.carried_by == ("regime",)
    assert "It rests on one term (regime)" in finding.sentence


def test_two_articles_always_carry_their_contrast() -> None:
    frame = random_metrics(1, {"a": 2, "b": 9}, {"mean": MEASURES["mean"]})
    found = contrasts(frame, MEASURES, stories(frame)).filter(outlet="a")
    row = sensitivity(found, frame, MEASURES, stories(frame)).row(0, named=True)
    assert (row["low"], row["high"], row["holds"]) == (None, None, False)


def test_words_that_are_never_used() -> None:
    frame = changed(random_metrics(1, SIZES | {"One": 1}, MEASURES), "Alpha", "rate", pl.col("value") * 2 + 12)
    result = summary(frame)
    said = " ".join([item.sentence for item in result.findings] + [item.sentence for item in result.undecided]).lower()
    assert "bias" not in said
    assert "objective" not in said


@given(st.floats(-1e6, 1e6, allow_nan=False))
def test_numbers_are_written_without_exponents(value: float) -> None:
    text = number(value)
    assert "e" not in text
    written = float(text.replace(",", "").replace("\N{MINUS SIGN}", "-"))
    assert written == pytest.approx(value, rel=0.006, abs=1e-6)


def test_order_of_rows_does_not_matter() -> None:
    frame = changed(random_metrics(1, SIZES, MEASURES), "Alpha", "rate", pl.col("value") * 2 + 12)
    assert summary(frame.sample(fraction=1, shuffle=True, seed=5)) == summary(frame)
