"""Pronouns that certainly mean an actor."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler

BEGIN = "Ada Holm opened the new bridge in Velm. Ada Holm came with Bo Tern, and Bo Tern sang. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Holm said that she would stay.", [("Ada Holm", "she")]),
        ("Holm was late. On Monday she lost her coat.", [("Ada Holm", "she"), ("Ada Holm", "her")]),
        ("Holm met Tern before she left.", []),  # two are named
        ("Holm was late. An aide said she was ill.", []),  # the aide may be meant
        ("Holm said: “I know that she lied.”", []),  # words of a source
        ("Before she left, Holm sang.", []),  # nobody is named before it
        ("Holm was late in Norway.\n\nThere she lost a coat.", []),  # another paragraph
        ("Holm was in Norway when she lost a coat.", [("Ada Holm", "she")]),  # a country is nobody
    ],
)
def test_certain_pronouns(text: str, found: list[tuple[str, str]]) -> None:
    texts = [
        ("Valley Post", "Bridge opens", f"{BEGIN}\n\n{text}\n\n{filler(501, 8)}"),
        ("North Wire", "Bridge", f"{BEGIN}\n\n{filler(502, 10)}"),
    ]
    assert comparison(texts).pronouns.select("actor", "text").rows() == found


def test_who_is_she_in_most_texts_is_no_he() -> None:
    she = "Holm said that she would stay, and that she would sing."
    he = "Holm said that he would stay."
    texts = [
        ("Valley Post", "Bridge opens", f"{BEGIN}\n\n{she}\n\n{filler(503, 8)}"),
        ("North Wire", "Bridge", f"{BEGIN}\n\n{he}\n\n{filler(504, 8)}"),
    ]
    assert comparison(texts).pronouns["outlet"].to_list() == ["Valley Post", "Valley Post"]
