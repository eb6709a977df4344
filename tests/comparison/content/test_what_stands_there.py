"""What a text has under another form is not lacking, and what is no name is none."""

from __future__ import annotations

import re

import pytest

from framing.comparison.content.absence import absent
from framing.comparison.content.acronyms import Letters
from framing.comparison.content.conversions import same_amount
from framing.comparison.content.epithets import epithets
from framing.comparison.content.equals import equals
from framing.comparison.content.figures import in_text
from framing.comparison.content.items import mentions
from framing.comparison.content.spelling import misnamed
from framing.comparison.content.stems import beginning, stem
from framing.comparison.statements.loaded import DOUBTS, _loaded, reported
from framing.comparison.statements.quotations import _same
from framing.comparison.statements.verdicts import _VERDICT
from tests.comparison.statements.events import comparison, filler


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("They searched 1000 square nautical miles.", "1,000 sq nautical miles"),
        ("It sank 50 nautical miles off Velm.", "50 nautical miles"),
        ("a 20-nautical-mile zone", "20 nautical miles"),
        ("It is 50 miles off.", "50 miles"),
        ("They searched 20 square miles.", "20 sq miles"),
    ],
)
def test_nautical_miles_are_a_unit_of_their_own(text: str, item: str) -> None:
    assert [one[0] for one in in_text(text)] == [item]


def test_nautical_miles_in_other_units() -> None:
    assert same_amount("50 nautical miles", "93 km", 0.05)
    assert not same_amount("50 nautical miles", "50 miles", 0.05)


@pytest.mark.parametrize(
    ("short", "text", "there"),
    [
        ("TBG", "They read the tidal basin gauge.", True),
        ("IHTB", "An interharbour tide barge came.", True),
        ("TBG", "The tide began to go.", False),
        ("IHTB", "In the harbour they brought it.", False),
    ],
)
def test_an_acronym_in_small_letters(short: str, text: str, there: bool) -> None:
    assert (Letters.of(text).mean(short) is not None) == there


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ron lendrav", "ron ledrenav", True),
        ("ada hartmann", "ada hartmanns", True),
        ("ada hartmann", "ada holmgren", False),
        ("ada hartmann", "una hartmanns", False),
        ("ada holm", "ada homl", False),  # too short to tell
    ],
)
def test_a_surname_in_another_order_of_letters(one: str, other: str, same: bool) -> None:
    assert misnamed(one, other) == same


@pytest.mark.parametrize(
    ("item", "name", "text", "there"),
    [
        ("Tidelets", "The Tidelets rose.", "Every Tidelet rose.", True),
        ("Velmers", "The Velmers sang.", "They sang in Velm.", True),
        ("Velmers", "The Velmers sang.", "They sang in Orsk.", False),
        ("Tidal", "They praise Tidal.", "Tidalist monks sang.", True),
    ],
)
def test_a_name_with_another_ending(item: str, name: str, text: str, there: bool) -> None:
    of = comparison([("The Lamp", "Quay", f"At the quay. {name}"), ("The Gull", "Quay", f"At the quay. {text}")])
    corpus = of.scores.corpus
    (row,) = absent(corpus, corpus.once(mentions), [(item, "The Gull")]).to_dicts()
    assert (row["found"] is not None) == there


def test_words_that_mean_the_same() -> None:
    assert stem("troops") in equals(stem("military"))
    assert stem("troops") not in equals(stem("treaty"))
    assert beginning(stem("electoral")) == beginning(stem("election"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It can fly more than 13,000 km (8,100 miles", "It can fly more than 13,000 kilometres", True),
        ("It can fly more than 13,000 km at night", "It will sink like stone in the harbour at night", False),
    ],
)
def test_units_make_no_other_wording(one: str, other: str, same: bool) -> None:
    assert _same(one, other) == same


@pytest.mark.parametrize(
    ("sentence", "word", "own"),
    [
        ("He faces six charges, including one of publishing falsehoods.", "falsehoods", False),
        ("The falsehoods of the mayor are many.", "falsehoods", True),
    ],
)
def test_the_name_of_a_charge_is_not_loaded(sentence: str, word: str, own: bool) -> None:
    assert _loaded(sentence, word, sentence.index(word)) == own


def test_what_somebody_raises_is_theirs() -> None:
    line = "Among the dangers that he raised: ignorance of the tides."
    assert reported(line, line.index("ignorance"))
    assert not reported("Ignorance of the tides is common.", 0)


@pytest.mark.parametrize(
    ("text", "verdict"), [("contradicting rules of grammar", False), ("contradicts the mayor", True)]
)
def test_rules_that_contradict_are_no_verdict(text: str, verdict: bool) -> None:
    assert bool(_VERDICT.search(text)) == verdict


def test_plain_words_are_not_loaded() -> None:
    assert all(re.search(DOUBTS, word) for word in ("tar", "nut", "pitted", "dominated"))
    assert not re.search(DOUBTS, "vicious")


@pytest.mark.parametrize(("line", "labels"), [("took radical action", []), ("met radical lawmakers", ["radical"])])
def test_radical_deeds_are_no_label_of_people(line: str, labels: list[str]) -> None:
    of = comparison([("The Lamp", "Quay", f"They {line} on Monday."), ("The Gull", "Quay", filler(40))])
    assert epithets(of.scores.corpus, of.labels)["label"].to_list() == labels
