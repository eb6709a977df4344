"""What one report alone tells, and what others tell and one passes over: said of the words, and of no more."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, sentences

CRACKS = "Divers found long cracks beneath the northern pillars of the harbour pier."
AGAIN = "Long cracks beneath its northern pillars were found by divers, the harbour office said."
WARDEN = "The warden wept bitterly about stolen lanterns, rotten timber and drowned kittens."
FLUTES = "Carpenters played wooden flutes while bakers burned mountains of marzipan."


def found(*bodies: str, subject: str = "omission") -> str:
    long = [f"{filler(500 + 40 * at, 16)} {body}" for at, body in enumerate(bodies)]
    return sentences(comparison([("ABCDEFG"[at], "h", body) for at, body in enumerate(long)]), subject)


def test_what_two_reports_tell_and_the_third_has_hardly_a_word_of() -> None:
    assert (
        f"Told elsewhere, with hardly a word of it in C: “{CRACKS[:-1]}” (A; more than half of its words also in B)."
    ) in found(CRACKS, AGAIN, "")


@pytest.mark.parametrize(
    "bodies",
    [
        (CRACKS, "", ""),  # one tells it
        (CRACKS, AGAIN, "Cracked pillars, said a diver, are found in any harbour."),  # it has words of it
        (f"“{CRACKS}” said Ada Holm.", f"“{AGAIN}” said Ada Holm.", ""),  # see the quotations
        ("He saw long cracks beneath the northern pillars of the harbour pier.", AGAIN.replace("Long", "He saw"), ""),
    ],
)
def test_what_is_not_passed_over(bodies: tuple[str, ...]) -> None:
    assert "Told elsewhere" not in found(*bodies)


def test_a_short_text_passes_over_nothing() -> None:
    texts = [
        (name, "h", f"{filler(60 * at, 16)} {body}") for at, (name, body) in enumerate([("A", CRACKS), ("B", AGAIN)])
    ]
    assert "Told elsewhere" not in sentences(comparison([*texts, ("C", "h", filler(700, 4))]), "omission")


def test_who_has_words_in_two_sentences_tells_it_too() -> None:
    two = "Divers had gone down. They found cracks beneath the northern pillars, and long ones."
    assert "(A; more than half of its words also in B)" in found(CRACKS, two, "")


def test_what_is_said_of_several_sentences_of_one_report() -> None:
    told = found(f"{WARDEN} {filler(900, 2)} {FLUTES}", "", "", subject="only")
    assert f"Told by A, and by no other report in similar words: “{WARDEN[:-1]}”; “{FLUTES[:-1]}”." in told


def test_sentences_side_by_side_are_one() -> None:
    told = found(f"{WARDEN} {FLUTES}", "", "", subject="only")
    assert (WARDEN[:-1] in told) != (FLUTES[:-1] in told)


def test_two_reports_each_tell_something() -> None:
    told = found(WARDEN, FLUTES, subject="only")
    assert f"Told by A, and by no other report in similar words: “{WARDEN[:-1]}”" in told
    assert f"Told by B, and by no other report in similar words: “{FLUTES[:-1]}”" in told


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("A warden wept.\n\nTimber came in.", True),  # in two places, by the way
        ("The warden wept about the stolen lanterns.", False),
        ("About lanterns that were stolen, the warden could only weep.", False),
    ],
)
def test_what_a_sentence_of_another_report_tells_too(other: str, told: bool) -> None:
    assert (WARDEN[:-1] in found(WARDEN, other, "", subject="only")) is told


def test_a_name_without_its_accents_is_a_word_of_it() -> None:
    line = "Zieliński and Öberg mended long cracks beneath pillars."
    again = "Beneath the pillars Zieliński and Öberg mended long cracks."
    assert "hardly a word of it in C" in found(line, again, "")
    assert "hardly a word of it in C" not in found(line, again, "Zielinski met Oberg.")
