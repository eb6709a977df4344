"""Columns of the files' own as covariates: values, halves, and whether differences hold among the articles of each."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from typer.testing import CliRunner

import framing
from framing.cli.app import app
from framing.comparison.compare import Comparison, compare
from framing.comparison.estimates.contrasts import contrasts
from framing.comparison.estimates.covariates import OTHER, covariates, given, known
from framing.comparison.estimates.strata import standing, strata
from framing.errors import UnknownNameError
from framing.report.document import document
from framing.report.short import short
from framing.report.writers.markdown import markdown
from tests.frames import measure, metrics, stories

WORDS = "quay ferry crew plan tide vote route ticket pier ship storm winter cable mayor union budget repair".split()


def column(values: list[object], name: str = "x") -> pl.DataFrame:
    return pl.DataFrame({"article": [f"a/{n}" for n in range(len(values))], "outlet": "a", name: values})


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["Left", "left", " left ", "Right", "", None], ["left", "left", "left", "Right", None, None]),
        ([1, 2, 3, 40, None], ["at most 2", "at most 2", "above 2", "above 2", None]),
        ([1.5, 2.5, 2.5, 2.5, float("nan")], ["1.5", "2.5", "2.5", "2.5", None]),
        ([1, 2, 3, 3, 3, 3], ["at most 2", "at most 2", "above 2", "above 2", "above 2", "above 2"]),
        ([0, 1, 1], ["0", "1", "1"]),
        ([True, False, None], ["true", "false", None]),
        ([dt.date(2031, 1, n) for n in (1, 2, 3)], ["up to 2031-01-02", "up to 2031-01-02", "after 2031-01-02"]),
        ([None, None], [None, None]),
    ],
)
def test_values_and_halves(values: list[object], found: list[str | None]) -> None:
    assert given(column(values), "x")["given"].to_list() == found


def test_of_many_values_the_commonest_keep_their_names() -> None:
    values = [f"v{n}" for n in range(12) for _ in range(20 - n)]
    found = given(column(list(values)), "x")["given"].to_list()
    assert [one if int(one[1:]) < 8 else OTHER for one in values] == found


def test_articles_by_value_and_outlet() -> None:
    rows = metrics([(f"{o}/{n}", "x", 1.0, 1.0) for o in "ab" for n in range(3)])
    articles = rows.select("article", "outlet").with_columns(leaning=pl.Series(["l", "r", "r", "l", None, "l"]))
    found = covariates(articles, stories(rows, same={"b/2": "b/0"}, copies={"b/2": "b/0"}), ["leaning"])
    assert found.drop("covariate").rows() == [
        ("l", "a", 1, 1), ("l", "b", 2, 1), ("r", "a", 2, 2), ("r", "b", 0, 0), (None, "a", 0, 0), (None, "b", 1, 1),
    ]  # fmt: skip
    assert covariates(articles, stories(rows), []).is_empty()


def test_a_difference_that_comes_from_the_covariate_goes_and_another_stays() -> None:
    """Outlet a is loaded because its texts lean left, as all such texts are; outlet b hedges whatever it leans to."""
    random = np.random.default_rng(5)
    rows, leanings = [], []
    for outlet in "abcd":
        for n in range(24):
            left = n < (18 if outlet == "a" else 6)
            leanings.append((f"{outlet}/{n}", outlet, "left" if left else "right"))
            rows.append((f"{outlet}/{n}", "loaded", float(random.normal(30 if left else 8, 2)), 500.0))
            rows.append((f"{outlet}/{n}", "hedging", float(random.normal(20 if outlet == "b" else 8, 2)), 500.0))
            rows.append((f"{outlet}/{n}", "sentiment", float(random.normal(-0.5, 0.05)) if left else 0.0, 9.0))
    frame = metrics(rows)
    articles = pl.DataFrame(leanings, schema=["article", "outlet", "leaning"], orient="row")
    measures = {
        "loaded": measure("loaded", "rate"), "hedging": measure("hedging", "rate"), "sentiment": measure("sentiment", "mean"),
    }  # fmt: skip
    told = stories(frame)
    parts = strata(frame, measures, articles, told, names=(), covariates=["leaning"])
    assert parts["stratum"].unique().sort().to_list() == ["leaning=left", "leaning=right"]
    whole = contrasts(frame, measures, told)
    for value in ("left", "right"):
        found = standing(whole, parts, measures, f"leaning={value}")
        kept = {(metric, outlet): (all_, here) for metric, outlet, all_, here in
                found.select("metric", "outlet", "whole", "inside").rows()}  # fmt: skip
        assert kept["loaded", "a"] == ("more", "open")
        assert kept["hedging", "b"] == ("more", "more")
        assert kept["sentiment", "a"] == ("less", "open" if value == "left" else "alike")
        assert set(kept) == {("loaded", "a"), ("hedging", "b"), ("sentiment", "a")}
    only_a = standing(whole, parts.filter(pl.col("outlet") != "a"), measures, "leaning=left")
    assert only_a.filter(outlet="a")["inside"].unique().to_list() == ["absent"], "what is not there is not said to hold"


def table(folder: Path, nested: bool = False) -> Path:
    """64 articles of four outlets; the Courier's lean left, and what leans left is loaded. `nested`: one leaning each."""
    random = np.random.default_rng(2)
    folder.mkdir()
    lines = ["outlet,headline,date,text,leaning,page"]
    for outlet in ("Courier", "Beacon", "Herald", "Nordlys"):
        for n in range(16):
            left = outlet == "Courier" if nested else n < (12 if outlet == "Courier" else 3)
            said = " in a shameful and disastrous scandal" if left else " on Monday"
            text = " ".join(f"The {' '.join(random.permutation(WORDS)[:9])}{said}." for _ in range(14))
            lines.append(f"{outlet},News {outlet} {n},2025-03-{n + 1:02},{text},{'left' if left else 'right'},{n + 1}")
    (folder / "table.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


@functools.cache
def scored(folder: Path) -> framing.Scores:
    return framing.score(framing.load(folder), only=["loaded", "hedging"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return compare(scored(table(tmp_path_factory.mktemp("own") / "event")), covariates=["leaning", "page"])


def test_covariates_in_the_report(made: Comparison) -> None:
    text = markdown(short(made, [])).replace("\\", "")
    assert "By leaning the articles are: 43 right, 21 left." in text
    assert "Loaded terms of Courier, higher than all others' in all articles:" in text
    assert "certain too where leaning" not in text
    assert "certain too where page is above 8 or at most 8" in text
    full = markdown(document(made, [])).replace("\\", "")
    assert "Other explanations: leaning" in full
    assert "| Courier | 4 | 12 |" in full
    assert made.options["covariates"] == ["leaning", "page"]


def test_a_leaning_for_each_outlet_cannot_be_told_from_the_outlet(tmp_path: Path) -> None:
    made = compare(scored(table(tmp_path / "event", nested=True)), covariates=["leaning"])
    text = markdown(short(made, []))
    assert "cannot be told from what is the outlet's" in text
    assert "no certain difference" not in text


def test_names_that_are_none(made: Comparison) -> None:
    names = known(made.scores.corpus.articles)
    assert {"leaning", "page", "genre"} <= set(names)
    assert not {"article", "outlet", "text", "flags"} & set(names)
    with pytest.raises(UnknownNameError, match="unknown covariate 'leanin'; did you mean 'leaning'"):
        compare(made.scores, covariates=["leanin"])


def test_covariates_on_the_command_line(tmp_path: Path) -> None:
    table(tmp_path / "event")
    given_ = ["compare", "-e", "event", "--data", str(tmp_path), "--out", str(tmp_path / "out"), "--only", "loaded"]
    done = CliRunner().invoke(app, [*given_, "--tables-only", "--covariate", "leaning", "--covariate", "page"])
    assert done.exit_code == 0, done.output
    found = pl.read_csv(tmp_path / "out" / "covariates.csv")
    assert found["covariate"].unique().sort().to_list() == ["leaning", "page"]
    for name in ("articles", "metrics"):
        assert pl.read_csv(tmp_path / "out" / f"{name}.csv").columns[-2:] == ["leaning", "page"]
        assert pl.read_parquet(tmp_path / "out" / f"{name}.parquet").columns[-2:] == ["leaning", "page"]
