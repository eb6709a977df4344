"""Whose words, whose name, whose text: relatives, companies, second surnames, agencies by their initials."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

QUOTED = "“We have built the longest pier,” said Ada Holm, the mayor."


def texts(*lines: str, heads: tuple[str, ...] = ()) -> list[Text]:
    return [("ABCD"[at], heads[at] if heads else "h", f"{line} {filler(900 + at)}") for at, line in enumerate(lines)]


@pytest.mark.parametrize(
    "other",
    ["Holm Timber built the pier. Holm Timber is old.", "Nils Holm, a carpenter, looked at the pier of Velm."],
)
def test_a_company_or_a_relative_of_the_name_is_not_somebody_who_is_not_quoted(other: str) -> None:
    found = sentences(comparison(texts(QUOTED, QUOTED, other)), "source")
    assert "named but not quoted" not in found


def test_a_second_surname_makes_nobody_else() -> None:
    line = "“It sends a terrible signal,” said Julio Paredes{}, the minister."
    found = sentences(comparison(texts(line.format(" Soto"), line.format(""), "Julio Paredes came.")), "source")
    assert "Only A quotes" not in found
    assert "Only B quotes" not in found


def test_excellency_is_no_first_name() -> None:
    line = "His Excellency Omar Velden opened the pier. “It is the longest pier of all,” the minister said."
    of = comparison(texts(line, "Omar Velden came to the pier.", "Omar Velden came.", "The pier is open."))
    assert of.statements
    assert not [one.sentence for one in of.statements if "Excellency Omar" in one.sentence.split("“")[0]]


def test_could_not_be_reached_is_no_answer() -> None:
    asked = "The firm did not respond to a request for comment."
    found = sentences(comparison(texts(asked, "The firm could not be reached.", "The pier is open.")), "source")
    assert "“The firm could not be reached” (B)" in found


def test_what_may_say_so_in_other_words_is_not_said_to_lack_it() -> None:
    asked = "The firm did not respond to a request for comment."
    plain = sentences(comparison(texts(asked, "The pier is open.", "The pier is new.")), "source")
    assert "say so of nobody" in plain
    called = sentences(
        comparison(texts(asked, "Nobody was there when our reporter called.", "The pier is new.")), "source"
    )
    assert "gave no comment" in called
    assert "say so of nobody" not in called


def test_a_verb_that_another_gives_is_not_the_speakers_own() -> None:
    heads = ("Holm blames the weather for the broken pier", "h", "h")
    body = "The mayor, Ada Holm, spoke of the weather and the broken pier.{} " + filler(911, 6)
    accused = comparison(texts(body.format(" Per Moe accused her of hiding."), "The pier.", "A pier.", heads=heads))
    found = sentences(accused, "headline")
    assert "“Blames” stands in the headline of A" in found
    assert "verbs beside the name there" not in found
    own = comparison(texts(body.format(" She accused the wind."), "The pier.", "A pier.", heads=heads))
    assert "verbs beside the name there: “accused”" in sentences(own, "headline")


def test_a_figure_without_its_noun_is_given() -> None:
    march = "The police said 120,000 people had marched to the pier."
    bare = "Between 35,000 people, by one count, and 120,000, by another, had marched to the pier."
    assert "120,000" not in sentences(comparison(texts(march, march + " It was dark.", bare)), "omission")


def test_an_outlet_need_not_name_what_it_is_called_after() -> None:
    line = "The Harbour Authority shut the pier of Velm. The Harbour Authority gave no reason. "
    rows = [("North Wire", "h", line + filler(921, 14)), ("The Lamp", "h", line + filler(922, 14))]
    other = "The pier of Velm is shut. " + filler(923, 14)
    assert "name the Harbour Authority" in sentences(comparison([*rows, ("Quay", "h", other)]), "omission")
    own = comparison([*rows, ("Harbour Authority News", "h", other)])
    assert "name the Harbour Authority" not in sentences(own, "omission")


def test_numbers_in_words_are_read_whole() -> None:
    lines = ("Twenty-three people were missing.", "Twenty-one people were missing.", "A hundred and three people died.")
    found = sentences(comparison(texts(*lines, "Three people died.")), "number")
    assert "twenty-one (B) and twenty-three (A)" in found
    assert "deaths" not in found


def test_she_is_nobody_who_stands_behind_a_preposition() -> None:
    told = (
        "“We cannot pay for this pier at all,” said Ada Holm, the mayor.\n\nThe crowd booed at the name of Speaker Dale "
        "Roe. “I have told him what I think of it,” she said."
    )
    found = sentences(comparison(texts(told, "The pier is open.", "The pier is new.")), "voice")
    assert "Dale Roe (" not in found


def test_an_agency_is_known_by_its_initials() -> None:
    text = "PORTVELM (MNA) - " + filler(931, 12)
    found = sentences(comparison([("Meridian News Agency", "h", text), ("Daily Lamp", "h", filler(931, 12))]), "family")
    assert "Meridian News Agency" in found
    assert "own version is not among" not in found


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Mayor Ada Holm said on Monday that the U.N. side had offered no proof of the leak.", False),
        ("Norland gave no proof of the leak, Mayor Ada Holm said.", False),
        ("Mayor Ada Holm said the pier had leaked but offered no proof of it.", True),
        ("Mayor Ada Holm, who runs Velm, offered no proof of the leak.", True),
        ("Mayor Ada Holm said, without offering any proof, that the pier had leaked.", True),
    ],
)
def test_what_somebody_says_of_proof_is_not_the_texts_own_word(line: str, own: bool) -> None:
    found = sentences(comparison(texts(line, "The pier is open.", "The pier is new.")), "source")
    assert ("Not checked or not proven" in found) is own


def test_nothing_is_said_of_the_share_of_a_speaker_where_more_may_be_theirs() -> None:
    sure = "“We have built the longest pier of all on this coast of ours,” said Ada Holm.\n\n“It is a good one.”\n\n"
    open_ = "“The board of the pier has asked for a new one to be built.”\n\n"
    for middle, told in (("", True), (open_, False)):
        found = sentences(comparison([("A", "h", f"{sure}{middle}Una Berg said no."), *texts("No.", "Yes.")]), "voice")
        assert ("are quotations of Ada Holm (18 of 25)" in found) is told, "13 and 5"
