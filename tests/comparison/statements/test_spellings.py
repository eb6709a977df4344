"""One person in two spellings is told as such."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

PIER = "The pier of Velm is shut.\n\n"


def named(*lines: str) -> str:
    texts: list[Text] = [
        (outlet, "Pier shut", f"{PIER}{line}\n\n{filler(940 + at, 14)}")
        for at, (outlet, line) in enumerate(zip(("Gull", "Lamp", "Quay"), lines, strict=True))
    ]
    return sentences(comparison(texts), "name")


TOLD = "One name in two spellings: “Ron Marvelin” (Gull) and “Ron Mervanli” (Lamp)."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("It is so, harbour director Ron Marvelin said.", "The harbour director Ron Mervanli agreed.", True),
        ("It is so, harbour director Ron Marvelin said.", "A baker, Ron Mervanli, agreed.", False),
        ("It is so, harbour director Ron Marvelin said.", "The harbour director Tom Mervanli agreed.", False),
        ("It is so, harbour director Ron Marvelin said. Ron Mervanli came.", "The harbour director Ron Mervanli agreed.",
         False),
    ],
)  # fmt: skip
def test_a_name_with_the_same_role_and_nearly_the_same_letters(one: str, other: str, told: bool) -> None:
    assert (TOLD in named(one, other, "")) is told
