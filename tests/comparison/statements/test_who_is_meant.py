"""Who speaks, and whether another text means somebody or something that it does not name."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.content.meant import may_mean
from tests.comparison.statements.events import Text, comparison, filler, sentences

PIER = "The pier of Velm is shut."
OUTLETS = ("Gull", "Lamp", "Quay")


def of(*lines: str, outlets: tuple[str, ...] = OUTLETS) -> list[Text]:
    """Each line between what all have and a filler that no two share a phrase of."""
    return [
        (outlets[at], "Pier of Velm shut", f"{PIER} {line} {filler(700 + at, 14)}") for at, line in enumerate(lines)
    ]


def speakers(line: str) -> dict[str, int]:
    """Who is quoted in a text of a line, beside two others; their words."""
    credited = comparison(of(line, "The pears are ripe.", "The lamps are lit.")).credited
    return dict(credited.group_by("source").agg(pl.col("words").sum()).iter_rows())


def test_a_surname_is_read_under_a_name_with_junior() -> None:
    lines = (
        "Mayor Ada Holm came. Per Moe, a pilot, came too.\n\n“We know the pier and all of its planks,” Holm said.",
        "Mayor Ada B. Holm Jr. came to Velm.",
        "Mayor Ada Holm came to the pier.",
    )
    credited = comparison(of(*lines)).credited
    assert credited.select("source", "kind").rows() == [("Ada Holm", "person")]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("They met Ada and Ben Holm in town. “We know the pier and all of its planks,” Mr. Holm said.", "Holm"),
        ("They met Ben Holm in town. “We know the pier and all of its planks,” Mr. Holm said.", "Ben Holm"),
    ],
)
def test_a_surname_of_two_who_share_it_is_neithers(line: str, who: str) -> None:
    assert set(speakers(line)) == {who}


def test_who_asks_is_not_who_answers() -> None:
    lines = "Ada Holm ran the pier, and she closed it.\n\nRep. Una Berg asked her about the planks.\n\n{}: “{}.”"
    words = "We know the pier and all of its planks"
    assert "Una Berg" not in speakers(lines.format("She said", words))


def test_an_official_who_says_what_something_is_called_is_not_called_so() -> None:
    line = "The effort is called Ada Holm, the official said. “We know the pier and its planks,” the official said."
    assert set(speakers(f"An official came. {line}")) == {"official"}


def test_a_member_of_a_party_by_a_state_is_no_state() -> None:
    line = "Ada Holm came. “We know the pier and all of its planks,” the California Democrat said."
    assert "California" not in speakers(line)
    assert "California Democrat" not in speakers(line)


NAMED = (
    "They signed the Safe Piers Act. It was told by the blog Big Harbour. It was for the KLM Final. "
    "The inspector general, Ilse Varn, came."
)
MEANT = (
    "The law on piers was signed. It stood on bigharbour.example first. The K.L.M. tournament came. "
    "It was told by the inspector general."
)


def test_what_another_text_may_mean_by_other_words_is_not_said_to_be_named_alone() -> None:
    names = ("Safe Piers Act", "Big Harbour", "KLM Final", "Ilse Varn")
    alone = sentences(comparison(of(NAMED, "The pears are ripe.", "The lamps are lit.")), "only")
    assert [name for name in names if name not in alone] == []
    beside = sentences(comparison(of(NAMED, MEANT, "The lamps are lit.")), "only")
    assert [name for name in names if name in beside] == []


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Ilse Varn, a lawyer for Ada Holm, came.", "An attorney came."),
        ("Ada Holm’s spokeswoman, Ilse Varn, came.", "A spokesman came."),
        ("Judge Ilse Sá must approve it.", "A judge must sign it."),  # folded, the surname is a company's S.A.
    ],
)
def test_who_speaks_or_acts_for_somebody_may_be_meant_without_a_name(line: str, other: str) -> None:
    assert "Ilse" not in sentences(comparison(of(line, other, "The lamps are lit.")), "only")


@pytest.mark.parametrize(
    ("line", "other", "lacks"),
    [
        ("Ada Holm caught COVID-19 and left. Ada Holm is ill.", "Ada Holm left for the pandemic.", False),
        ("Ilse Varn, the lawyer of the pier, came. Varn left.", "Her attorneys came.", False),
        ("Ilse Varn, a pilot of the pier, came. Varn left.", "Her attorneys came.", True),
    ],
)
def test_what_a_text_may_mean_by_other_words_is_not_lacking(line: str, other: str, lacks: bool) -> None:
    found = sentences(comparison(of(line, line, other)), "omission")
    assert ("Quay does not name" in found) is lacks


@pytest.mark.parametrize(
    ("line", "second", "outlets", "lacks"),
    [
        ("The Democrats voted. Democrats won.", "The Democrats came. Democrats lost.", OUTLETS, True),
        ("The Democrats voted. Democrats won.", "A Democratic mayor came. The Democratic one.", OUTLETS, False),
        ("It was in New York. New York voted.", "It was in New York. New York came.", OUTLETS, True),
        ("It was in New York. New York voted.", "It was in Velm, N.Y. It is N.Y. again.", OUTLETS, False),
        ("It was in New York. New York voted.", "New York Lamp came.", ("Gull", "New York Lamp", "Quay"), False),
    ],
)
def test_a_party_or_a_place_that_is_hardly_named(line: str, second: str, outlets: tuple[str, ...], lacks: bool) -> None:
    found = sentences(comparison(of(line, second, "The pears are ripe.", outlets=outlets)), "omission")
    assert ("Quay does not name" in found) is lacks


def test_a_court_is_meant_by_its_kind() -> None:
    assert may_mean("Velm District Court", "the district court in velm has it")
    assert not may_mean("Velm District Court", "the supreme court has it")
