"""Which statements come first."""

from __future__ import annotations

from collections.abc import Sequence

from framing.comparison.statements import statements
from tests.comparison.statements.events import TARIFF, Text, comparison, filler, said
from tests.make import bundled_comparison

# Four texts name the mayor, who stands in headlines, and a tower.
MAYOR: list[Text] = [
    (outlet, f"Orsini closes the harbour, {outlet} learns", f"Mayor Carla Orsini closed the harbour below Gull Tower on "
     f"Monday. Carla Orsini spoke at Gull Tower. {filler(60 + at)}")
    for at, outlet in enumerate(("Valley Post", "North Wire", "Coast Daily", "The Gull"))
]  # fmt: skip

TWO_LACK: list[Text] = [
    *MAYOR,
    ("The Lamp", "The harbour is closed", f"The harbour below Gull Tower was closed. {filler(65)}"),
    ("State Radio", "Orsini closes the harbour", f"Carla Orsini closed the harbour on Monday. {filler(66)}"),
]


def _place(texts: Sequence[Text], words: str) -> int:
    (place,) = [at for at, one in enumerate(comparison(texts).statements) if words in one.sentence]
    return place


def test_a_name_of_the_headlines_comes_before_a_place() -> None:
    lamp, radio = "The Lamp does not name Carla Orsini", "State Radio does not name Gull Tower"
    assert _place(TWO_LACK, lamp) < _place(TWO_LACK, radio)


def test_a_remark_in_other_words_comes_before_a_name_left_out() -> None:
    remark = "“The old harbour will {} before the first frost of winter,” Carla Orsini said."
    texts = [
        (outlet, head, f"{body} {remark.format('be shut to all ferries' if at < 2 else 'have to close its gates')}")
        for at, (outlet, head, body) in enumerate(MAYOR)
    ]
    texts += [("The Lamp", "Frost is near", f"Carla Orsini spoke on Monday of the harbour. {filler(67)}")]
    assert _place(texts, "one remark of Carla Orsini") < _place(texts, "The Lamp does not name Gull Tower")


def test_what_is_said_again_of_others_tells_less() -> None:
    of = comparison(TWO_LACK)
    stated, made = said(of, "omission"), {one.sentence: one.salience for one in of.closely.made["omission"]}
    first, second = (one for one in stated if one.sentence in made)
    assert first.salience == made[first.sentence]
    assert second.salience < made[second.sentence]


def test_the_largest_salience_comes_first() -> None:
    saliences = [one.salience for one in comparison(TARIFF).statements]
    assert saliences == sorted(saliences, reverse=True)
    assert all(0 <= one <= 1 for one in saliences)


def test_a_subject_that_is_asked_for_alone_is_told_whole() -> None:
    bundled = bundled_comparison()
    subjects = {one.subject for one in bundled.statements}
    assert len(subjects) > 5
    for subject in subjects - bundled.scores.measures.keys():  # those of measures are made of estimates
        assert said(bundled, subject) == [one for one in statements(bundled) if one.subject == subject]
