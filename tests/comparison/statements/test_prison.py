"""How long a prison term may be: what somebody faces, what prosecutors and the defence ask for."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, sentences


def terms(one: str, other: str) -> str:
    texts = [("A", "News", f"{one} {filler(61)}"), ("B", "Word", f"{other} {filler(62)}")]
    return sentences(comparison(texts), "number")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "Prosecutors asked for a sentence of at least 40 years in prison.",
            "Prosecutors had sought a sentence of as much as 50 years in prison.",
            "The figure for the term that prosecutors asked for differs: at least 40 years (A) and as much as 50 years "
            "(B).",
        ),
        (
            "Defence lawyers argued that a sentence of 5 to 6 years would do.",
            "Lawyers for Holm had asked for a sentence of just eight years.",
            "The figure for the term that the defence asked for differs: 5 to 6 years (A) and just eight years (B).",
        ),
        (
            "If convicted, Ada Holm faces up to 20 years in prison.",
            "The judge said that Ada Holm could be given a penalty of up to 43 years.",
            "The figure for the longest prison term differs: up to 20 years (A) and up to 43 years (B).",
        ),
    ],
)
def test_prison_terms(one: str, other: str, said: str) -> None:
    assert terms(one, other) == said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Holm faces up to 20 years in prison.", "At the court Per Moe faces up to 43 years in prison."),  # two
        (
            "Ada Holm faces up to 20 years in prison for theft.",
            "Ada Holm faces up to 43 years in prison.",
        ),  # one charge
        ("Prosecutors asked for a sentence of 40 years in prison.", "The judge sentenced her to 25 years in prison."),
    ],
)
def test_no_prison_terms(one: str, other: str) -> None:
    assert terms(one, other) == ""
