"""Different figures between the same words."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, said

OPENS = "Different figures stand between the same words"


def shown(*bodies: str) -> list[str]:
    made = comparison([(outlet, "A storm over Velm", body) for outlet, body in zip("ABC", bodies, strict=False)])
    return [one.sentence for one in said(made, "number") if one.sentence.startswith(OPENS)]


DOCKS = "The harbour office said that {} boats were torn from their moorings at Velm."


def test_a_row_of_words_with_another_figure() -> None:
    bodies = (DOCKS.format("about 40"), DOCKS.format("65"), "A storm came over Velm at night.")
    made = comparison([(outlet, "A storm over Velm", body) for outlet, body in zip("ABC", bodies, strict=True)])
    one = next(one for one in said(made, "number") if one.sentence.startswith(OPENS))
    assert not one.check
    assert one.sentence == (
        f"{OPENS}: “harbour office said that about 40 boats were torn from their moorings at Velm” (A) and “harbour "
        "office said that 65 boats were torn from their moorings at Velm” (B)."
    )
    texts = dict(made.scores.corpus.articles.select("article", "text").iter_rows())
    assert [texts[place.article][place.start : place.end] for place in one.evidence] == [
        "harbour office said that about 40 boats were torn from their moorings at Velm",
        "harbour office said that 65 boats were torn from their moorings at Velm",
    ]


@pytest.mark.parametrize(
    "other",
    [
        DOCKS.format("40"),  # the same
        DOCKS.format("more than 30"),  # may be the same
        "Some 65 boats were lost at Velm.",  # too few words in common
        "Only 65 boats were torn from their ropes. Of 40 boats nobody has heard.",  # has the other's figure as well
        "The harbour office said that the boats were worth 65 million, all told.",
        f"{DOCKS.format('65')} {DOCKS.format('70')}",  # two figures
    ],
)
def test_figures_that_may_be_of_two_things(other: str) -> None:
    assert shown(DOCKS.format("40"), other, "A storm came over Velm at night.") == []


@pytest.mark.parametrize(("other", "differs"), [("two to 13 cm", False), ("two to nine cm", True)])
def test_amounts_in_two_units(other: str, differs: bool) -> None:
    rain = "The weather office said that {} fell across northern Velm on Sunday."
    found = shown(rain.format("1 to 5 inches"), rain.format(other), "A storm came over Velm at night.")
    assert bool(found) is differs
    assert not differs or "1 to 5 inches fell across northern Velm" in found[0]


def test_who_gives_them() -> None:
    one, other = "The {} said that {} boats were torn from their moorings.", "A storm came over Velm at night."
    found = shown(one.format("harbour office", 40), one.format("pilots", 65), other)
    assert found[0].endswith(
        "moorings” (A, according to the harbour office) and “65 boats were torn from their moorings” (B, "
        "according to pilots)."
    )


def test_what_stands_behind_a_figure_may_make_it_another() -> None:
    cost = "The council says that the storm cost the whole town of Velm {}."
    assert shown(cost.format("$4 million"), cost.format("$7 million"), "A storm came over Velm at night.") != []
    bodies = (cost.format("$4 million in its first hour"), cost.format("$7 million a day"))
    assert shown(*bodies, "A storm came over Velm at night.") == []


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("Nine Norland and Velm Coast Guard boats, two aeroplanes and divers searched the whole bay.", True),
        ("Nine Norland and 12 Velm Coast Guard boats, two aeroplanes and divers searched the whole bay.", False),
        ("Nine Norland and Velm Coast Guard boats searched the whole bay, with divers.", False),
    ],
)
def test_words_between_that_differ_where_many_follow(other: str, differs: bool) -> None:
    one = "Seven Norland and VCG boats, two aeroplanes and divers searched the whole bay of Velm."
    found = shown(one, other, "A storm came over Velm at night.")
    assert bool(found) is differs
    assert not differs or "“Seven Norland and VCG boats, two aeroplanes and divers searched” (A)" in found[0]
