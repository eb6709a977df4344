"""Words of different force by which texts call one thing in their own voice."""

from __future__ import annotations

import pytest

from framing.comparison.content.text_words import TEXT_WORDS
from tests.comparison.statements.events import comparison, lettered, sentences

PIER = "The pier of Velm was shut on Monday. "


def said(*leads: str) -> str:
    whole = comparison(lettered(leads, 900, "Pier of Velm shut", PIER, " "))
    assert whole.text_words.schema == TEXT_WORDS
    return "\n".join(one for one in sentences(whole, "name").split("\n") if "Texts have different words" in one)


def test_a_word_of_the_headline_is_not_the_text_s() -> None:
    leads = ("The protests ended.", "The protests ended.", "A protest was held.")
    first, *others = lettered(leads, 900, "Pier of Velm shut", PIER, " ")
    assert "different words" not in sentences(
        comparison([(first[0], "Riots", first[2].replace("protests", "rain")), *others]), "name"
    )


@pytest.mark.parametrize(
    ("leads", "found"),
    [
        (("Rioters left.", "The protesters left.", "Protesters left."), "for the people in the street, outside quotations: “protesters” (B and C) and “rioters” (A)."),
        (("The revolt ended.", "The protests ended.", "A rally, then a revolt."), "“protests” (B), “rally” (C) and “revolt” (A and C)."),
        (("“The rioters left,” said Ada Holm.", "The protesters left.", "Protesters left."), ""),  # somebody's word
        (("Rioters left.", "The protesters left.", "The swans left."), ""),  # two texts
        (("Rioters left. Protesters stayed.", "The protesters left.", "Protesters left."), ""),  # both words in one
        (("Riot gear-clad police came.", "The protests ended.", "A protest was held."), ""),
        (("Riots came.", "The protests ended.", "A protest was held."), "“protest” (C; “protests” in B) and “riots” (A)."),
        (("A heckler left.", "The protesters left.", "Protesters left."), "for those who interrupted, outside quotations: “protesters” (B and C) and “heckler” (A)."),
        (("The activists left.", "The protesters left.", "Protesters left."), ""),  # of like force
        (("They like Obamacare.", "The Affordable Care Act is old.", "The health law is old."), "“Affordable Care Act” (B), “health law” (C) and “Obamacare” (A)."),
        (("It was in March.", "The revolt ended.", "The revolt ended."), ""),  # the month
    ],
)  # fmt: skip
def test_words_in_the_own_voice(leads: tuple[str, ...], found: str) -> None:
    sentence = said(*leads)
    assert found in sentence
    assert bool(sentence) is bool(found)
