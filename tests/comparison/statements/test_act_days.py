"""One act that texts tell on different days."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, said

OPENS = "One act"
OTHER = "The harbour of Velm lies at the mouth of the Tarn."


def days(one: str, other: str, dates: tuple[str, ...] = ()) -> list[tuple[str, bool]]:
    texts = [(outlet, "The search off Velm", body) for outlet, body in zip("ABC", (one, other, OTHER), strict=True)]
    return [
        (each.sentence, each.check) for each in said(comparison(texts, dates), "number") if each.sentence[:7] == OPENS
    ]


def test_what_is_done_to_one_person() -> None:
    one, other = "Holm said soldiers took his keys. He was arrested at his home on May 3.", "Holm was seized on May 4."
    assert days(f"{one} The mayor wept.", f"The mayor wept, and soldiers took the keys. {other}") == [
        ("One act is told on different days: “arrested at his home on May 3” (A) and “seized on May 4” (B).", False)
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Soldiers took the keys. Holm was seized on May 3.",  # the same day
        "Soldiers took the keys. Karl was seized on May 4.",  # another man
        "Soldiers took the keys. Holm will be sentenced or freed on May 4.",
        "Soldiers took the keys. Holm was seized before the march on May 4.",
        "Soldiers took the keys. Holm was not seized on May 4.",
    ],
)
def test_other_days_are_of_other_acts(other: str) -> None:
    assert days("Holm said soldiers took his keys. He was arrested at his home on May 3.", other) == []


SEARCH = "The coast guard {} the search for the boats {}."


def test_an_act_with_like_words_is_to_be_checked() -> None:
    one, other = SEARCH.format("ended", "on Thursday"), SEARCH.format("called off", "late Friday")
    assert days(one, other) == [
        (
            "One act is told on different days: “ended the search for the boats on Thursday” (A) and “called off the "
            "search for the boats late Friday” (B).",
            True,
        )
    ]


def test_a_weekday_and_a_date() -> None:
    one, other = SEARCH.format("ended", "on Thursday"), SEARCH.format("called off", "on May 4")
    assert days(one, other)[0][0].endswith("They do not tell whether it is one day.")
    dates = ("2023-05-05", "2023-05-05", "2023-05-05")  # a Friday
    assert days(one, other, dates) == []
    assert len(days(one, SEARCH.format("called off", "on May 3"), dates)) == 1
