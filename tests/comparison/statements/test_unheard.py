"""Who is not heard."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, sentences


@pytest.mark.parametrize(("who", "told"), [("The Pier Council", True), ("The European Pier Council", False)])
def test_a_speaker_of_the_union(who: str, told: bool) -> None:
    line = (
        f"The European Union paid for the pier. It opened on Monday.\n\n“We have built the longest pier,” {who} said."
    )
    texts = [("ABC"[at], "h", f"{line}\n\n{filler(40 + at)}") for at in range(3)]
    assert ("None of the three texts quotes the European Union" in sentences(comparison(texts), "voice")) is told


def test_a_chief_executive_at_the_beginning_of_a_sentence_speaks_for_the_firm() -> None:
    line = "The Pier Company will close the pier.\n\n{} Ada Holm said: “We cannot pay for it any longer.”"
    heard = [("ABC"[at], "h", f"{line.format('Chief executive')}\n\n{filler(40 + at)}") for at in range(3)]
    other = [("ABC"[at], "h", f"{line.format('The islander')}\n\n{filler(40 + at)}") for at in range(3)]
    assert "None of the three texts quotes the Pier Company" in sentences(comparison(other), "voice")
    assert "quotes the Pier Company" not in sentences(comparison(heard), "voice")


def test_a_body_under_two_names_that_differ_by_a_word() -> None:
    """A slip for the same body, or another one: which, is not known."""
    line = "The {} will close the pier.\n\nThe islander Ada Holm said: “We cannot pay for it any longer.”"
    names = ["Velm Harbour Company", "Velm Harbour Company", "Velm Harbour Company", "Velm Ferry Company"]
    texts = [("ABCD"[at], "h", f"{line.format(name)}\n\n{filler(40 + at)}") for at, name in enumerate(names)]
    assert "quotes the Velm Harbour Company" in sentences(comparison([*texts[:3], ("D", "h", filler(44))]), "voice")
    assert "quotes the Velm Harbour Company" not in sentences(comparison(texts), "voice")


def test_who_founded_a_body_speaks_for_it() -> None:
    line = "Ada Holm, a pilot of the town, founded the Velm Harbour Company.\n\n“We cannot pay for it,” Ada Holm said."
    texts = [("ABC"[at], "h", f"{line}\n\n{filler(40 + at)}") for at in range(3)]
    assert "quotes the Velm Harbour Company" not in sentences(comparison(texts), "voice")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("They met at the White House.\n\n“We cannot pay for it,” {} Ben Holm said.", False),
        (
            "It raised concern from Democrats, who worried about it.\n\n“We cannot pay for it,” the islander {} Ben Holm said.",
            False,
        ),
        ("It was the State of the Union.\n\n“We cannot pay for it,” the islander {} Ben Holm said.", False),
        ("Islamic State took the pier.\n\n“We cannot pay for it,” the islander {} Ben Holm said.", False),
    ],
)
def test_a_president_speaks_for_his_house_and_an_army_is_not_asked(line: str, told: bool) -> None:
    texts = [("ABC"[at], "h", f"{line.format('President')}\n\n{filler(40 + at)}") for at in range(3)]
    assert ("None of the three texts quotes" in sentences(comparison(texts), "voice")) is told


def test_a_treaty_is_nobody_to_be_heard() -> None:
    line = "The {} binds the islanders.\n\nThe islander Ada Holm said: “We cannot pay for it any longer.”"
    for name, told in (("Northern Sea Forces", True), ("Northern Sea Forces (NSF) treaty", False)):
        texts = [("ABC"[at], "h", f"{line.format(name)}\n\n{filler(40 + at)}") for at in range(3)]
        assert ("quotes the Northern Sea Forces" in sentences(comparison(texts), "voice")) is told


@pytest.mark.parametrize(("who", "told"), [("An official", False), ("The islander Ada Holm", True)])
def test_an_official_without_a_name_may_be_of_any_department(who: str, told: bool) -> None:
    line = f"The Velm Harbour Office will close the pier.\n\n{who} said: “We cannot pay for it any longer.”"
    texts = [("ABC"[at], "h", f"{line}\n\n{filler(40 + at)}") for at in range(3)]
    assert ("quotes the Velm Harbour Office" in sentences(comparison(texts), "voice")) is told


def test_a_body_that_is_named_in_quoted_words_alone_is_not_unheard() -> None:
    line = "The islander Ada Holm said: “I speak for the Velm Harbour Company, and we cannot pay for it any longer.”"
    texts = [("ABC"[at], "h", f"{line}\n\n{filler(40 + at)}") for at in range(3)]
    assert "quotes the Velm Harbour Company" not in sentences(comparison(texts), "voice")
