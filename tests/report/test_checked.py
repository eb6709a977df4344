"""The report says how far coders bear out its measures, at the level of what it says."""

from __future__ import annotations

from pathlib import Path

from framing.comparison.statements.measures import statements
from framing.comparison.study.study import study
from framing.measures.grades import LEVELS, by_level, judge, may_state
from framing.report.blocks import Cell, Table
from framing.report.checked import checked
from framing.report.study.desk import Desk
from framing.report.study.views.measures import sections
from framing.report.study.write import provenance
from framing.report.write import summary
from tests.make import synthetic_comparison

MEASURES = synthetic_comparison().scores.measures


def test_the_table_has_the_grade_of_each_task() -> None:
    table = checked({MEASURES[name].display: MEASURES[name] for name in ("loaded", "quoted_share", "boosting")})
    shown = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    assert shown["Quoted share"] == ["established"] * 3
    assert shown["Loaded terms"] == [
        judge(MEASURES["loaded"], level).grade for level in ("sentence", "order", "outlets")
    ]
    assert "Boosting" not in shown
    assert "Nobody has checked: boosting." in table.note


def test_figures_on_pairs_that_are_said_to_differ_count_before_those_on_all_pairs() -> None:
    certain = judge(MEASURES["sentiment"], "certain")
    assert certain.figure is not None
    note = f"certain pairs in order {certain.figure['value']:.2f}, {certain.figure['n']} pairs of texts"
    assert checked({"Tone": MEASURES["sentiment"]}).rows[0][2] == Cell(certain.grade, note=note)


def test_the_json_has_the_grades_and_at_which_level_a_statement_is() -> None:
    made = summary(synthetic_comparison())
    assert made["measures"]["moral"]["grades"] == by_level(MEASURES["moral"])
    differ = [one for one in made["statements"] if one["kind"] != "texts"]
    assert differ, "some outlet differs in this coverage"
    for one in differ:
        assert one["grade"]["level"] in LEVELS.values()
        assert one["grade"]["grade"] not in ("weak", "not valid")
    assert {one["subject"] for one in made["statements"] if one["grade"] is None}.isdisjoint(MEASURES)


def test_what_coders_have_shown_to_fail_is_stated_of_no_texts() -> None:
    assert not may_state(MEASURES["moral"], "texts differ")
    assert may_state(MEASURES["loaded"], "texts differ")
    assert all(may_state(MEASURES[one.subject], one.kind) for one in statements(synthetic_comparison()))


def test_a_study_shows_the_grade_for_outlets(tmp_path: Path) -> None:
    made = study("tech-and-trade", only=["loaded", "quoted_share"])
    tables = [block for section in sections(Desk(made, {})) for block in section.blocks if isinstance(block, Table)]
    shown = next(table for table in tables if table.id == "checked")
    assert shown.rows[0][3].text == judge(MEASURES["loaded"], "outlets").grade
    assert provenance(made)["grades"]["loaded"] == by_level(MEASURES["loaded"])
