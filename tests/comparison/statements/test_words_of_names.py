"""Names that one report alone has, with the words that tell what they are there for; and forms that others may have."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

PIER = "The pier of Velm is shut."
OUTLETS = ("Gull", "Lamp", "Quay")


def of(*lines: str) -> list[Text]:
    """Each line between what all have and a filler that no two share a phrase of."""
    return [
        (OUTLETS[at], "Pier of Velm shut", f"{PIER} {line} {filler(660 + at, 14)}") for at, line in enumerate(lines)
    ]


def only(*lines: str) -> str:
    return sentences(comparison(of(*lines)), "only")


def test_who_alone_is_quoted_stands_there_with_words() -> None:
    holm = "“We have built the longest pier of them all, and nobody will take it from us,” Ada Holm said."
    found = sentences(comparison(of(holm, "The pears are ripe.", "The lamps are lit.")), "source")
    assert "Only Gull quotes Ada Holm (“We have built the longest pier of them all …”)." in found


def test_words_that_are_said_for_somebody_are_not_theirs() -> None:
    line = "“We have built the longest pier of them all,” said {}Ada Holm, last week."
    alone = ("The pears are ripe.", "The lamps are lit.")
    assert "Ada Holm (“" in sentences(comparison(of(line.format(""), *alone)), "source")
    spoken = line.format("a spokesperson for the mayor of Velm, ")
    assert "Ada Holm (“" not in sentences(comparison(of(spoken, *alone)), "source")


def test_only_what_stands_in_marks_is_shown() -> None:
    line = "The plan “will take a leap” with the new pier, and it “will excite the pilots in a way of its own,” Ada Holm said."
    found = sentences(comparison(of(line, "The pears are ripe.", "The lamps are lit.")), "source")
    assert "Ada Holm (“will excite the pilots in a way of its …”)" in found


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ilse Varn, who ran the harbour, called us.", "Ilse Varn (“who ran the harbour”)"),
        ("Ilse Varn, a diver, came.", "Ilse Varn (“a diver”)"),
        ("Ilse Varn has been seen with us twice.", "Ilse Varn (“has been seen with us twice”)"),
        ("Ilse Varn of the Port Union came there.", "Ilse Varn."),
        ("Ilse Varn's boat lay there all day.", "Ilse Varn."),
        ("Ilse Varn, Ada Holm and Per Moe were there.", "Ilse Varn."),
        ("Ilse Varn came.", "Ilse Varn."),
    ],
)
def test_behind_a_name_stands_what_the_text_says_of_it(line: str, told: str) -> None:
    assert f"Only Gull names {told}" in only(line, "The pears are ripe.", "The lamps are lit.")


@pytest.mark.parametrize(
    ("line", "other", "named"),
    [
        ("It is the Bureau of Alcohol, Tobacco, Firearms and Explosives.", "The pears are ripe.", True),
        ("It is the Bureau of Alcohol, Tobacco, Firearms and Explosives.", "The ATF knows.", False),
        ("Obamacare is not for Velm, and Obamacare goes.", "The Affordable Care Act stays.", False),
        ("The Press Herald wrote of it.", "The Velm Press Herald wrote of it.", False),
        ("It is the Tea Party of them.", "A party came.", True),
        ("It is the Tea Party of them.", "The tea was cold.", False),
    ],
)
def test_another_form_in_another_text(line: str, other: str, named: bool) -> None:
    name = next(name for name in ("Bureau of Alcohol", "Press Herald", "Tea Party", "Obamacare") if name in line)
    found = only(line, other, "The lamps are lit.").splitlines()
    assert any("names" in one and name in one for one in found) is named


def test_a_place_in_a_dateline_is_named() -> None:
    texts = of("It is a matter for Port Tarn, they say in Port Tarn.", "", "The lamps are lit.")
    assert "Port Tarn" in sentences(comparison(texts), "only")
    texts[1] = (*texts[1][:2], f"PORT TARN (AP) — {texts[1][2]}")
    assert "Port Tarn" not in sentences(comparison(texts), "only")


def omitted(line: str, both: str) -> str:
    return sentences(comparison(of(f"{both} It is cold.", f"{both} It is late.", line)), "omission")


@pytest.mark.parametrize(
    ("line", "named"),
    [("", True), ("Ada Holm, R-Tarn, came.", False), ("The GOP met.", False), ("Ada Holm (R) came.", False)],
)
def test_a_party_by_its_letter(line: str, named: bool) -> None:
    assert (
        "does not name Republicans" in omitted(line, "They say that Republicans met. The Republicans sang.")
    ) is named


@pytest.mark.parametrize(
    ("line", "named"), [("Per Holm sang.", True), ("Per Holm and his wife sang.", False), ("Ada sang.", False)]
)
def test_one_of_two_with_a_surname(line: str, named: bool) -> None:
    found = omitted(line, "Ada Holm and Per Holm came. Ada Holm spoke.")
    assert ("does not name Ada Holm" in found) is named


@pytest.mark.parametrize(("line", "named"), [("", True), ("The vice president came.", False)])
def test_an_office_before_the_name(line: str, named: bool) -> None:
    assert ("name Ada Holm" in omitted(line, "Vice President Ada Holm came. Ada Holm spoke.")) is named


@pytest.mark.parametrize(
    ("both", "line", "told"),
    [
        (
            "It lies with the Bureau of Heritage, Archives and Monuments.",
            "",
            "the Bureau of Heritage, Archives and Monuments;",
        ),
        ("It lies with the Bureau of Heritage, Archives and Monuments.", "BHAM came.", ""),
        ("It lies with the Bureau of Herons, Gulls and Winds.", "", ""),  # of a list that was not read whole
        ("It lies with the Bureau of Herons. The Gulls sang.", "", "the Bureau of Herons;"),
    ],
)
def test_a_body_of_several_matters(both: str, line: str, told: str) -> None:
    found = [one for one in omitted(line, both).splitlines() if "does not name" in one]
    assert (f"does not name {told}" in found[0]) if told else not found


def test_a_nickname_is_no_name() -> None:
    assert "Lyin" not in omitted("", "They call him Lyin' Ted, and Lyin' Ted he is.")


def test_who_lacks_something_is_of_an_earlier_day() -> None:
    texts = of("Ilse Varn came there at noon. It is cold.", "Ilse Varn came there at noon. It is late.", "")
    later = sentences(comparison(texts, ["2026-03-02", "2026-03-03", "2026-03-01"]), "omission")
    assert "Quay does not name Ilse Varn; both other reports do. Quay is of an earlier day." in later
    same = sentences(comparison(texts, ["2026-03-02", "2026-03-03", "2026-03-02"]), "omission")
    assert "earlier day" not in same


@pytest.mark.parametrize(
    ("rest", "lacks"),
    [("The pears are ripe.", True), ("The penalties are high.", False)],
)
def test_the_last_word_of_a_phrase_that_both_others_have(rest: str, lacks: bool) -> None:
    tax = "The marriage penalty in the tax code hits couples with equal incomes."
    texts = of(
        f"{tax} The marriage penalty is old.",
        tax,
        f"The code of tax hits marriage, and couples of equal incomes. {rest}",
    )
    found = sentences(comparison(texts), "omission")
    assert ("no form of “penalty” as in “marriage penalty”" in found) is lacks
