"""Texts without figures where the others give several."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, sentences

PLAIN = {
    "A": "The bridge at Velm is to be built anew, and nobody knows when. People of the town spoke of it all day. " * 6,
    "B": "Old stones hold up the bridge; a mason went below with a lamp, and came up with a grave face at noon. " * 6,
    "C": "Carts wait on either side of the bridge every morning, and their drivers quarrel over who goes first across it. "
    * 7,
}
MANY = "The bridge costs $3.5 million. It cost $1.2 million before. Some 4,500 people use it, 12 per cent of the town."
ALSO = "It costs $3 million, the city said, and $900,000 more for the road. About 5,000 people and 340 cars cross it."
NONE = "gives no sum of money, no percentage and no number of three digits but years"


def said(own: str) -> str:
    return omitted(MANY, ALSO, own)


def omitted(*bodies: str) -> str:
    lead = "The city of Velm will build its old bridge over the Tarn anew, Mayor Ada Holm said on Monday. "
    texts = [
        (outlet, "Velm to build bridge anew", lead + plain + body)
        for (outlet, plain), body in zip(PLAIN.items(), bodies, strict=True)
    ]
    return sentences(comparison(texts), "omission")


@pytest.mark.parametrize("own", ["", "It was built in 1975.", "It is 45 years old, and thousands of people use it."])
def test_a_text_without_figures(own: str) -> None:
    assert f"C {NONE}; elsewhere stand, for example, “$3.5 million” and “$1.2 million” in A" in said(own)


@pytest.mark.parametrize(
    "own",
    [
        "It costs 3 million.",
        "It costs $9.",
        "It is two-thirds of it.",
        "It is five per cent.",
        "It is 120 years old.",
        "It costs nine dollars.",
        "Tens of thousands of people use it.",
    ],
)
def test_one_figure_is_enough(own: str) -> None:
    assert NONE not in said(own)


def test_a_text_without_a_sum_of_money() -> None:
    more = ALSO + " They also spent $20,000 on paint and $17 million on stone."
    assert "C gives no sum of money; elsewhere stand" in omitted(MANY, more, "Some 4,500 people use it.")


def test_two_figures_in_each_other_report_are_needed() -> None:
    assert NONE not in omitted(MANY, "It costs $3 million.", "")
