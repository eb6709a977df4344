"""Shares of one whole."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, said


def shares(one: str, other: str) -> list[str]:
    texts = [("A", "A mill in Velm", one), ("B", "A mill in Velm", other), ("C", "A mill in Velm", "It rained.")]
    opens = "Shares of what reads"
    return [each.sentence for each in said(comparison(texts), "number") if each.sentence.startswith(opens)]


MILL = "The mill, whose owner sold his brewery, holds {}."


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("more than 70 percent of the oat market share", "75 per cent of the oat market", True),
        ("75 percent of the oat market", "about 75 per cent of the oat market", False),
        ("20 percent of the oat market", "75 per cent of the oat market", False),  # too far apart
        ("70 percent of the oat market", "75 per cent of the rye fields", False),
        ("70 percent of the oat voters", "75 per cent of the oat voters", False),
        ("70 percent of the oat market", "what last year was up from 75 per cent of the oat market", False),
    ],
)
def test_of_one_whole(one: str, other: str, differs: bool) -> None:
    found = shares(MILL.format(one), MILL.format(other))
    assert bool(found) is differs
    assert not differs or found == [f"Shares of what reads like one whole differ: “{one}” (A) and “{other}” (B)."]


def test_in_one_state() -> None:
    fire = "The fire in the hills is {} contained, said the fire brigade of Velm."
    assert shares(fire.format("90%"), fire.format("100 per cent"))[0].endswith(
        "“90% contained” (A) and “100 per cent contained” (B)."
    )
