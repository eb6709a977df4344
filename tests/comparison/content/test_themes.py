"""Words of a theme, and their forms."""

from __future__ import annotations

import pytest

from framing.comparison.content.themes import Theme


@pytest.mark.parametrize(
    ("text", "found"), [("the unvaccinated", True), ("anti-vaccine", True), ("a retreat", False), ("none", False)]
)
def test_a_word_behind_a_prefix(text: str, found: bool) -> None:
    match = Theme("t", "T", ("vaccin*", "treat*", "one")).pattern().search(text)
    assert (match is not None) is found
