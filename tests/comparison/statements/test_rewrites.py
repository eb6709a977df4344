"""What an outlet did to another's report is stated where that report was there first."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

STORY = filler(700, 16)
CHANGED = "The regime’s grave threat is a plot. Brutal thugs run it. " + STORY.replace(".", ", a dangerous siege.", 2)
TEXTS: list[Text] = [
    ("Reuters", "Harbour at dusk", STORY),
    ("Quay", "Harbour", CHANGED),
    ("Mole", "Pears", filler(701, 16)),
]


def test_terms_that_came_in() -> None:
    found = sentences(comparison(TEXTS, ["2024-01-02", "2024-01-03", "2024-01-03"]), "version")
    assert "Of Reuters’ report, Quay kept " in found
    assert "loaded terms (“" in found


@pytest.mark.parametrize("days", [["2024-01-03", "2024-01-02", "2024-01-03"], ["2024-01-03"] * 3])
def test_nothing_where_nobody_knows_who_was_first(days: list[str]) -> None:
    assert "kept" not in sentences(comparison(TEXTS, days), "version")


def test_nothing_of_a_rewrite_without_such_terms() -> None:
    plain = [TEXTS[0], ("Quay", "Harbour", "A gull cried. " + STORY.replace("lamps", "lights")), TEXTS[2]]
    assert "brought in" not in sentences(comparison(plain, ["2024-01-02", "2024-01-03", "2024-01-03"]), "version")


def test_nothing_where_no_sentence_is_as_it_was() -> None:
    of_a_third = [TEXTS[0], ("Quay", "Harbour", CHANGED.replace(".", " again.")), TEXTS[2]]
    assert "kept" not in sentences(comparison(of_a_third, ["2024-01-02", "2024-01-03", "2024-01-03"]), "version")
