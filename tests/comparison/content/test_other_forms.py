"""Names that a text has in another form."""

from __future__ import annotations

import pytest

from framing.comparison.content.other_forms import Forms
from framing.comparison.content.pieces import Known

TOLD = Known(
    frozenset({"Velm", "Tidism", "Sinder"}), frozenset({"party", "house", "tide", "harbour", "digital"}), frozenset()
)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Tidism", "Many Tidists live there.", True),
        ("Tidism", "Many tides came there.", False),
        ("Islam", "The Islamic Front did it.", True),
        ("iTides", "He bought an iTide there.", True),
        ("Velmers", "They live in Velm.", True),
        ("Sinder Peninsula", "They fought in northern Sinder.", True),
        ("Sinder Peninsula", "They met Sinder Holm there.", False),
        ("Velm Tobacco International", "They own Velm Tobacco’s Reed.", True),
        ("Velm Harbour Trust", "They dug in the harbour, said a trust.", False),
        ("IBRM", "It fired an interbasin rocket missile there.", True),
        ("IBRM", "It fired a big rocket missile there.", False),
        ("Tide Rocket Missile", "It fired a TRM there.", True),
        ("FBI", "Found by inspectors, it was sold.", False),
        ("Ada Holm", "They met Ada Berg there.", False),
        ("Ada Sinder", "They met Per Sinder there.", False),
        ("Western Digital", "It went digital in the west.", False),
        ("Ada Sinder", "So said MinisterAdaSinder there.", True),  # a blank was lost
        ("Ada Sinder", "They held cinders there.", False),
        ("TRMA", "It is the TRMA2 that was found.", True),
        ("TRMA", "It is the trma2 that was found.", False),
        ("United Tides", "They came from the United Kingdom.", False),
    ],
)
def test_another_form(name: str, text: str, found: bool) -> None:
    assert bool(Forms.of(text).have(name, TOLD)) is found
