"""What counts as standing in a text."""

from __future__ import annotations

import pytest

from framing.comparison.content.absence import state_in_short


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ORSK, Mont. (NP) — It rained.", "Mont."),
        ("It rained in Orsk, MT, on Monday.", "MT"),
        ("The MT Orsk sailed to Monty.", None),
        ("The Montagues left.", None),
    ],
)
def test_states_in_short(text: str, found: str | None) -> None:
    assert state_in_short("Montana", text) == found
