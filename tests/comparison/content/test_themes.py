"""Words of a theme, and their forms."""

from __future__ import annotations

import pytest

from framing.comparison.content.themes import Theme, built_in


@pytest.mark.parametrize(
    ("text", "found"), [("the unvaccinated", True), ("anti-vaccine", True), ("a retreat", False), ("none", False)]
)
def test_a_word_behind_a_prefix(text: str, found: bool) -> None:
    match = Theme("t", "T", ("vaccin*", "treat*", "one")).pattern().search(text)
    assert (match is not None) is found


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("sanctions", "He was banned, and his pay was docked."),
        ("sanctions", "He was fined."),
        ("election", "They chose the day of electing a leader."),
        ("election", "He thanked the voters."),
        ("election", "It starts a leadership contest."),
        ("law", "She was acquitted."),
    ],
)
def test_who_has_a_near_word_is_not_told_to_lack_a_theme(key: str, text: str) -> None:
    theme = next(theme for theme in built_in() if theme.key == key)
    assert theme.pattern().search(text) or theme.doubtful(text)
    assert not theme.doubtful("The pears of Velm are ripe.")
