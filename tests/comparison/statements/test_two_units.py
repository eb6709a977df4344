"""One amount in two units."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, said


def units(one: str, other: str) -> list[str]:
    texts = [("A", "A rocket over Velm", one), ("B", "A rocket over Velm", other), ("C", "A rocket", "Nobody saw it.")]
    return [each.sentence for each in said(comparison(texts), "number") if "in different units" in each.sentence]


FLEW = "The rocket flew {} over the harbour of Velm."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("620 miles", "1,000 kilometres"),
        ("at 3,400 kilometres per second", "at almost 12 million kilometres an hour"),
        ("over 500 acres", "over 202 hectares"),
    ],
)
def test_the_same_amount(one: str, other: str) -> None:
    found = units(FLEW.format(one), FLEW.format(other))
    first, second = (some.split(" ", 1)[1] if some[0].isalpha() else some for some in (one, other))
    second = second.removeprefix("almost ")
    assert found == [f"One amount stands in different units: “{first}” (A) and “{second}” (B)."]


@pytest.mark.parametrize(
    "other",
    [
        FLEW.format("620 miles"),
        FLEW.format("1,500 kilometres"),  # more
        FLEW.format("1,000 kilometres (620 miles)"),  # has both
        "A village lies 1,000 kilometres from there.",  # of something else
    ],
)
def test_no_such_amount(other: str) -> None:
    assert units(FLEW.format("620 miles"), other) == []
