"""What one text calls the first, and another the fourth, of one kind."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, said


def counted(one: str, other: str) -> list[str]:
    texts = [("A", "A clinic in Velm", one), ("B", "A clinic in Velm", other), ("C", "A clinic in Velm", "It rained.")]
    return [each.sentence for each in said(comparison(texts), "number") if each.sentence.startswith("One thing seems")]


def test_the_first_and_the_fourth() -> None:
    one = "The council is opening the first urgent night clinic in the province."
    assert counted(one, "The house was unveiled as fourth Urgent Night Clinic in Norland.") == [
        "One thing seems to be counted differently: “first urgent night clinic in the province” (A) and “fourth Urgent "
        "Night Clinic in Norland” (B)."
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Velm is the first to have an urgent night clinic in Norland.",
        "It is the first urgent night clinic in Norland.",
        "It is the fourth urgent night shelter in Norland.",  # of another thing
        "It is one of the fourth urgent night clinics.",
        "It is the first urgent night clinic in Tarn. It is the fourth urgent night clinic in Norland.",  # both
    ],
)
def test_not_of_one_kind_or_the_same(other: str) -> None:
    assert counted("The council is opening the first urgent night clinic in the province.", other) == []


def test_what_comes_in_rows() -> None:
    assert counted("It was the first night debate of rivals.", "It was the second night debate of rivals.") == []
