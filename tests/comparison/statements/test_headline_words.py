"""Words of different force by which headlines call one act or thing."""

from __future__ import annotations

import pytest

from framing.comparison.content.headline_words import HEADLINE_WORDS, built_in
from tests.comparison.statements.events import comparison, filler, sentences

BODY = "The board of the Velm ferry met on Monday about Otto Weil and the pier. "


def said(*headlines: str) -> str:
    texts = [(f"Paper {at}", headline, BODY + filler(700 + at)) for at, headline in enumerate(headlines, 1)]
    return "\n".join(one for one in sentences(comparison(texts), "headline").split("\n") if "different words" in one)


@pytest.mark.parametrize(
    ("headlines", "found"),
    [
        (
            ("Velm ferry fires director Otto Weil", "Velm ferry director Otto Weil steps down over pier", "Otto Weil forced out of Velm ferry"),
            "Headlines have different words for the departure from office: “fires” (Paper 1), “forced out” (Paper 3) and “steps down” (Paper 2).",
        ),
        (("Velm ferry postpones pier trip", "Velm calls off pier trip"), "“calls off” (Paper 2) and “postpones” (Paper 1)"),
        (("Velm ferry to slash pier fares", "Velm pier fares cut on Monday"), "“cut” (Paper 2) and “slash” (Paper 1)"),
        (("Velm ferry lays off 300 workers", "Velm ferry to sack 300 workers"), "“lays off” (Paper 1) and “sack 300 workers” (Paper 2)"),
        (
            ("Velm ferry to slash pier fares", "Velm pier fares cut on Monday", "Velm cuts pier fares"),
            "“cut” (Paper 2; “cuts” in Paper 3) and “slash” (Paper 1)",
        ),
        (("Riot in Velm over ferry fares", "Velm protest over ferry"), "“protest” (Paper 2) and “riot” (Paper 1)"),
        (("Otto Weil dies in Velm harbour", "Velm police kill Otto Weil in harbour"), "“dies” (Paper 1) and “kill” (Paper 2)"),
        (("Velm may close ferry pier", "Velm threatens to close ferry pier"), "“may” (Paper 1) and “threatens to” (Paper 2)"),
        (("Pilots may close ferry pier", "Velm threatens to close ferry pier"), ""),  # who else may
        (("Otto Weil charged over pier", "Velm mayor accuses Otto Weil over pier"), "“accuses” (Paper 2) and “charged” (Paper 1)"),
        (("Gov. Otto Weil accused over pier", "Otto Weil indicted over pier"), "“accused” (Paper 1) and “indicted” (Paper 2)"),
        (("Velm suspends pier treaty with Tarn", "Velm quits pier treaty with Tarn"), "“suspends” (Paper 1) and “quits” (Paper 2)"),
        (("Velm suspends pier treaty with Tarn", "Tarn quits pier treaty with Velm"), ""),  # one follows the other
        (("Velm pier pipe leaks oil", "Velm pier pipe spills oil"), "“leaks” (Paper 1) and “spills” (Paper 2)"),
        (("Velm ferry shooting hurts Otto Weil", "Velm ferry assassination attempt hurts Otto Weil"), ""),
        (("Velm ferry attack hurts two", "Velm ferry incident hurts two"), "“attack” (Paper 1) and “incident” (Paper 2)"),
        (("Norland seizes Velm pier", "Norland liberates Velm pier"), "“liberates” (Paper 2) and “seizes” (Paper 1)"),
        (("Four charged with murder over Velm ferry", "Shooting over Velm ferry: four held"), ""),  # what they are charged with
        (("Velm ferry delays pier trip", "Velm puts off pier trip"), ""),  # of like force
        (("Velm ferry fires director Otto Weil", "Mayor Ada Holm resigns over pier"), ""),  # two persons
        (("Ferry clerk resigns in Velm", "Ferry fires director Otto Weil"), ""),
        (("Velm ferry ‘slashes’ fares", "Velm ferry cuts fares"), ""),  # somebody's word
        (("Velm ferry fares cut", "Pilots slash tyres; Velm ferry late"), ""),  # other things are cut
        (("Otto Weil suffers heart attack", "Massacre film about Otto Weil"), ""),  # a longer term
        (("Velm riot shakes ferry", "Pilots protest in harbour"), ""),  # nothing in common
    ],
)  # fmt: skip
def test_words_of_different_force(headlines: tuple[str, ...], found: str) -> None:
    sentence = said(*headlines)
    assert found in sentence
    assert bool(sentence) is bool(found)


def test_a_headline_that_has_the_other_word_too_has_no_other_word() -> None:
    assert said("Otto Weil dies in Velm harbour", "Velm police kill Otto Weil in harbour; he dies") == ""
    assert said("Otto Weil dies in Velm harbour", "Velm police kill Otto Weil in harbour; he ‘dies’") == ""


def test_a_headline_that_has_both_words_is_told_with_both() -> None:
    sentence = said("Riot in Velm over ferry fares", "Velm protest over ferry", "Velm protest over ferry ends in riot")
    assert "“protest” (Paper 2 and Paper 3) and “riot” (Paper 1 and Paper 3)" in sentence


def test_versions_of_one_report_differ_in_nothing() -> None:
    body = BODY + filler(720)
    whole = comparison([("A", "Riot in Velm over ferry", body), ("B", "Velm protest over ferry", body)])
    assert whole.headline_words.is_empty()
    assert whole.headline_words.schema == HEADLINE_WORDS


def test_families_are_named_once() -> None:
    for one in built_in():
        names = {family for _, families, _ in one.sides for family in families}
        assert names >= one.vague | one.needs, one.key
        assert len(names) > 1, one.key
