"""The figures against human coding: how they are taken, and that none has dropped below the committed one."""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import polars as pl
import pytest

from framing.coding import agreement
from framing.measures import validation
from framing.measures.grades import BARS, LEVELS
from tests.conftest import shared


def script() -> ModuleType:
    sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))  # as when it is run
    spec = importlib.util.spec_from_file_location("validate", Path(__file__).parents[2] / "scripts" / "validate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["validate"] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


validate = script()
basil, figures, hedges, newsmtsc, outlets = (
    importlib.import_module(f"gold.{name}") for name in ("basil", "figures", "hedges", "newsmtsc", "outlets")
)


@pytest.mark.parametrize("name", sorted(validate.SETS))
def test_no_figure_has_dropped_below_the_committed_one(name: str) -> None:
    new = validate.measured(shared("gold"), [name])
    sets = {(figure.set, figure.level) for figure in new}
    assert new
    old = [figure for figure in validate.committed() if (figure.set, figure.level) in sets]
    assert validate.dropped(new, old) == []


def test_every_committed_figure_is_in_form() -> None:
    committed = validate.committed()
    assert {figure.measure for figure in committed} >= {"hedging", "loaded", "quoted_share", "sentiment"}
    assert len({figure.key for figure in committed}) == len(committed)
    for figure in committed:
        assert -1 <= figure.low <= figure.value <= figure.high <= 1
        assert figure.n > 100 or figure.level in ("outlets", "certain")
        assert figure.level in LEVELS
        assert not figure.graded or (figure.figure in BARS and figure.chance is not None)
        assert (figure.baseline is None) == (figure.baseline_is is None)


FIGURE = validate.Figure("hedging", "sentence", "A set", "task", "sentences", "F1", 0.7, 0.6, 0.8, 500)


@pytest.mark.parametrize(
    ("value", "drops"), [(0.7, False), (0.9, False), (0.6951, False), (0.6949, True), (float("nan"), True)]
)
def test_a_figure_may_drop_by_the_slack_only(value: float, drops: bool) -> None:
    assert bool(validate.dropped([replace(FIGURE, value=value)], [FIGURE])) == drops


def test_a_figure_that_is_gone_has_dropped() -> None:
    assert "not measured now" in validate.dropped([replace(FIGURE, set="Another")], [FIGURE])[0]
    assert validate.dropped([FIGURE], []) == []


def gate(folder: Path, monkeypatch: pytest.MonkeyPatch, value: float, *words: str) -> int | str | None:
    """Run the script with one set that measures `value`; its exit code."""
    monkeypatch.setattr(validate, "SETS", {"one": lambda gold: iter([replace(FIGURE, value=value)])})
    monkeypatch.setattr(validate, "VALIDATION", folder / "validation.json")
    monkeypatch.setattr(validate.write, "__defaults__", (folder / "validation.json",))
    monkeypatch.setattr(sys, "argv", ["validate", "--gold", str(folder), *words])
    try:
        validate.main()
    except SystemExit as stop:
        return stop.code
    return 0


def test_the_gate_fails_on_a_drop_and_lowers_a_pin_only_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def pinned() -> float:
        found: float = json.loads((tmp_path / "validation.json").read_text())["measures"]["hedging"][0]["value"]
        return found

    assert gate(tmp_path, monkeypatch, 0.7) == 0
    assert pinned() == 0.7
    assert gate(tmp_path, monkeypatch, 0.8, "--check") == 0
    assert pinned() == 0.7, "a check writes nothing"
    assert gate(tmp_path, monkeypatch, 0.6, "--check") not in (0, None)
    assert "0.7000 before, 0.6000 now" in capsys.readouterr().err
    assert gate(tmp_path, monkeypatch, 0.6) not in (0, None)
    assert pinned() == 0.7
    assert gate(tmp_path, monkeypatch, 0.6, "--lower") == 0
    assert pinned() == 0.6


def test_a_table_of_overlaps_is_that_worked_by_hand() -> None:
    spans = pl.DataFrame({"span": [0, 1, 2], "article": ["a", "a", "b"], "from": [0, 20, 5], "to": [10, 30, 9]})
    hits = pl.DataFrame({"article": ["a", "a", "a", "b"], "start": [2, 9, 10, 9], "end": [4, 12, 12, 12]})
    order = pl.Series("article", ["a", "b", "c"])
    assert basil.overlaps(order, spans, hits).tolist() == [[2, 1, 3, 2], [1, 0, 1, 0], [0, 0, 0, 0]]


def test_alpha_of_coders_is_that_of_the_library() -> None:
    codes = np.array([[0, 0, 1], [1, 1, 1], [0, 0, np.nan], [1, 0, 1], [0, 0, 0], [1, 1, np.nan]])
    expected = agreement.krippendorff_alpha(list(codes.T))
    assert float(agreement.nominal_alpha(hedges.coincidences(codes).sum(0))) == pytest.approx(expected)


def test_sentiment_is_cut_at_vaders_bounds() -> None:
    assert newsmtsc.classes(pl.Series([-0.05, -0.049, None, 0.0, 0.05, 0.9])).to_list() == [0, 1, 1, 1, 2, 2]


def test_treebank_marks_are_taken_out() -> None:
    frame = pl.DataFrame({"text": ["He said `` so '' -LRB- in 1910 -RRB- , and it was Ann 's ."]})
    assert frame.select(figures.untokenised("text")).item() == "He said “so” (in 1910), and it was Ann's."


def test_spans_of_the_gold_set_lie_where_the_set_says() -> None:
    path = shared("gold") / "basil.jsonl"
    found_in = basil.Basil(path)
    notes = [
        " ".join(note["txt"].split())
        for line in path.read_text(encoding="utf-8").splitlines()
        for note in json.loads(line)["annotations"]["phrase-level-annotations"]
    ]
    texts = dict(found_in.corpus.articles.select("article", "text").iter_rows())
    found = [
        texts[row["article"]][row["from"] : row["to"]].strip()
        for row in found_in.spans.sort("span").iter_rows(named=True)
    ]
    assert found == notes


def test_pairs_of_a_story_are_those_worked_by_hand() -> None:
    rows = [
        ("s", "a", 3.0, 1.0),
        ("s", "b", 1.0, 0.0),
        ("s", "c", 3.0, 0.5),
        ("t", "d", 0.0, 9.0),
        ("t", "e", 1.0, None),
    ]
    articles = pl.DataFrame(rows, schema=["story", "article", "gold", "value"], orient="row")
    pairs = figures.pairs_of(articles, "gold", "value")
    assert pairs.rows() == [("s", "a", "b", 1.0), ("s", "b", "c", 1.0)], "a and c are equal to coders; e has no value"


def test_outlets_are_ordered_within_the_events_they_share() -> None:
    rows = [
        # in each event x has more than y, z less: for coders and for the measure, whatever the event's own height
        *((f"s{n}", outlet, height + more, 5 * height + 3 * more, 100)
          for n, height in enumerate((9.0, 2.0, 30.0, 5.0))
          for outlet, more in (("x", 1.0), ("y", 0.5 + 0.1 * n), ("z", 0.0 - 0.1 * n))),
        ("s9", "late", 50.0, 0.0, 100),
        ("s9", "x", 10.0, 9.0, 100),
    ]  # fmt: skip
    told = pl.DataFrame(rows, schema=["story", "outlet", "gold", "value", "words"], orient="row")
    found = outlets.outlet_pairs(told, "value", "words", "mean", 2)
    assert found.names == [("x", "y"), ("x", "z"), ("y", "z")], "of the last one event only is shared"
    assert found.right.tolist() == [1, 1, 1]
    turned = outlets.outlet_pairs(told.with_columns(value=-pl.col("value")), "value", "words", "mean", 2)
    assert turned.share(np.ones(3)).value == 0.0
    assert not outlets.outlet_pairs(told, "value", "words", "mean", 5).names
    task = figures.Task("value", "outlets", "set", "task", "pairs of outlets")
    whole, sure = outlets.over_events(task, told, "words", "mean", 2)
    assert (whole.value, whole.n, whole.graded, sure.value, sure.graded) == (1.0, 3, True, 1.0, False)


def test_a_regression_on_words_is_judged_on_texts_it_has_not_seen() -> None:
    tfidf = importlib.import_module("gold.tfidf")
    texts = pl.Series(
        ["a red fox ran", "a red hen ran", "the red cow sat", "a blue fox ran", "a blue hen sat", "the blue cow ran"]
        * 5
    )
    case = np.array([1, 1, 1, 0, 0, 0] * 5)
    assert ((tfidf.cross_validated(texts, case, np.arange(30)) > 0) == case).all()
    other = np.random.default_rng(2).integers(0, 2, 30)
    by_text = tfidf.cross_validated(texts, other, texts.to_list())  # equal texts in one fold: nothing to learn by heart
    assert ((by_text > 0) == other).mean() < 0.8


def test_the_pages_give_the_committed_figures_of_decisions() -> None:
    known = validation.validation()["loaded"]
    found = {
        one["set"].split(",")[0]: one
        for one in known
        if one["figure"] == "certain pairs in order" and ("(80 %)" in one["task"] or one["set"].startswith("BABE"))
    }
    (texts, right), (outlets, apart) = (
        (one["n"], round(one["value"] * one["n"])) for one in (found["BASIL"], found["BABE"])
    )
    readme, page = (
        " ".join((Path(__file__).parents[2] / name).read_text(encoding="utf-8").split())
        for name in ("README.md", "docs/validity.md")
    )
    assert f"Of {texts} pairs of texts" in readme
    assert f"coders have {right} in the same order" in readme
    assert f"of {outlets} pairs of outlets that a study over 14 topics holds apart, {apart}" in readme
    assert f"Of the {texts} pairs" in page
    assert f"coders have {right} in the same order" in page
    assert f"all {outlets} pairs that the model holds apart" in page
    assert outlets == apart
    said = validation.decisions()
    assert f"of {texts} pairs of texts whose counts differ (80 %), coders have {right} in that order" in said
    assert f"of {outlets} pairs of outlets that a study holds apart (95 %), coders have {apart}" in said
    assert not validation.decisions("quoted_share")


def test_figures_are_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        {"set": "A", "task": "t", "unit": "sentences", "figure": "F1", "value": 0.7, "low": 0.65, "high": 0.75,
         "n": 1200, "baseline": 0.6, "baseline_is": "a list"},
        {"set": "A", "task": "t", "unit": "sentences", "figure": "recall", "value": 0.8, "low": 0.7, "high": 0.9,
         "n": 1200, "baseline": None, "baseline_is": None},
    ]  # fmt: skip
    monkeypatch.setattr(validation, "validation", lambda: {"hedging": rows})
    said = "A, t (1,200 sentences): F1 0.70 (0.65 to 0.75; a list: 0.60), recall 0.80 (0.70 to 0.90)"
    assert validation.validated("hedging") == said
    assert validation.validated("hedging_modal", "hedging") == f"hedging as a whole: {said}"
    assert validation.validated("smog_index") == "not validated"
