"""Grades: the written rule, applied to figures made up for it."""

from __future__ import annotations

from typing import Any

import pytest

from framing.measures import grades as module
from framing.measures.analyser import Metric
from framing.measures.analysers import discover
from framing.measures.grades import GRADES, LEVELS, doubtful, grades, in_words, judge, judge_statement

METRIC = Metric("m", "per 1,000 words", "words", "more", "a source")


def figure(level: str, name: str, value: float, low: float, **more: Any) -> dict[str, Any]:
    given = {"chance": 0.5, "baseline": None, "graded": True, "n": 200, "high": 1.0, "set": "A", "unit": "pairs"}
    return {"level": level, "figure": name, "value": value, "low": low, **given, **more}


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, Any]]]:
    figures: dict[str, list[dict[str, Any]]] = {"m": []}
    monkeypatch.setattr(module, "validation", lambda: figures)
    return figures


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (figure("order", "pairs in order", 0.66, 0.58), "valid"),
        (figure("order", "pairs in order", 0.66, 0.58, baseline=0.68), "weak"),
        (figure("order", "pairs in order", 0.59, 0.52), "weak"),
        (figure("order", "pairs in order", 0.66, 0.50), "not valid"),
        (figure("order", "pairs in order", 0.66, 0.58, n=9), "not checked"),
        (figure("order", "pairs in order", 0.66, 0.58, graded=False), "not checked"),
        (figure("article", "pairs in order", 0.9, 0.8), "not checked"),
    ],
)
def test_the_rule(known: dict[str, list[dict[str, Any]]], one: dict[str, Any], expected: str) -> None:
    known["m"].append(one)
    found = judge(METRIC, "order")
    assert found.grade == expected
    assert found.usable == (expected == "valid")
    assert (found.figure is None) == (expected == "not checked")


def test_the_lowest_of_several_sets_counts(known: dict[str, list[dict[str, Any]]]) -> None:
    known["m"] += [figure("order", "pairs in order", 0.9, 0.8), figure("order", "pairs in order", 0.55, 0.51)]
    assert judge(METRIC, "order").grade == "weak"
    assert judge(METRIC, "order").in_words == "weak: pairs in order 0.55 (0.51 to 1.00; A, 200 pairs)"


def test_outlets_have_a_bar_of_their_own(known: dict[str, list[dict[str, Any]]]) -> None:
    known["m"].append(figure("outlets", "pairs in order", 0.79, 0.6, n=30))
    assert judge(METRIC, "outlets").grade == "weak"


def test_that_texts_differ_is_judged_by_pairs_that_are_said_to(known: dict[str, list[dict[str, Any]]]) -> None:
    known["m"] += [figure("sentence", "F1", 0.8, 0.7), figure("order", "pairs in order", 0.5, 0.4)]
    assert judge_statement(METRIC, "texts differ").grade == "not valid"
    assert judge_statement(METRIC, "outlets differ").grade == "valid", "nobody looked: the count of valid passages"
    known["m"].append(figure("certain", "certain pairs in order", 0.85, 0.7))
    assert judge_statement(METRIC, "texts differ").grade == "valid"
    with pytest.raises(KeyError):
        judge_statement(METRIC, "something else")


def test_grades_in_words() -> None:
    assert in_words(dict.fromkeys(LEVELS, "established")) == "established"
    assert in_words(dict.fromkeys(LEVELS, "not checked")) == "not checked"
    given = dict.fromkeys(LEVELS, "not checked") | {"article": "valid", "order": "weak"}
    assert in_words(given) == "valid for how articles rank; weak for which of two texts of one event has more"


def test_counts_and_formulas_are_established_and_every_measure_has_a_grade() -> None:
    metrics = [metric for item in discover() for metric in item.metrics]
    table = grades(metrics)
    assert table.height == len(metrics) * len(LEVELS)
    assert set(table["grade"]) <= set(GRADES)
    by_name = {metric.name: metric for metric in metrics}
    assert judge(by_name["words_per_sentence"], "outlets").grade == "established"
    assert not by_name["sentiment"].established
    assert not by_name["loaded"].established


def test_measures_that_fail_at_something_are_named_with_what_they_fail_at(
    known: dict[str, list[dict[str, Any]]],
) -> None:
    known["m"] += [figure("sentence", "F1", 0.8, 0.7), figure("order", "pairs in order", 0.5, 0.4)]
    failing = f"m: valid for {LEVELS['sentence']}; not valid for {LEVELS['order']}"
    assert doubtful([METRIC]) == [failing]
    known["m"].pop()
    assert doubtful([METRIC]) == [], "valid, and otherwise not looked at"
