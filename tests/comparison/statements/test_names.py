"""Same thing, other names; and what only seems to be the same thing."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, lettered, sentences


def texts(*lines: str) -> list[Text]:
    return lettered(lines, 300)


def test_one_war_with_three_names() -> None:
    found = sentences(
        comparison(
            texts(
                "The war in Ukraine goes on.", "Since the invasion of Ukraine, it rains.", "Moscow's Ukraine offensive."
            )
        ),
        "name",
    )
    assert "Different words for the war (Ukraine): “invasion” (B), “offensive” (C) and “war” (A)." in found


def test_a_charged_word_that_one_report_alone_has() -> None:
    found = sentences(
        comparison(
            texts(
                "The Chinese regime met. The regime in Beijing spoke.",
                "The Chinese government met.",
                "China's government met.",
            )
        ),
        "name",
    )
    assert "Only A writes “regime” beside China (twice), outside quotations; no other text has the word." in found


def test_a_text_with_both_words_and_one_with_the_word_in_its_headline_alone() -> None:
    lines = ["The war in Ukraine goes on.", "The invasion of Ukraine goes on.", "Moscow's Ukraine offensive."]
    plain = "Different words for the war (Ukraine): “invasion” (B), “offensive” (C) and “war” (A)."
    assert plain in sentences(comparison(texts(*lines)), "name")
    both = [*lines[:2], lines[2] + " It was a war of mud."]
    assert "“invasion” (B) and “war” (A)." in sentences(comparison(texts(*both)), "name")
    heads = [("A", "Ukraine war", "Rain fell. " + lines[1]), *texts(*lines)[1:]]
    assert "“invasion” (A and B) and “offensive” (C)." in sentences(comparison(heads), "name")


def test_plain_words_may_stand_elsewhere_for_other_things() -> None:
    found = sentences(
        comparison(texts("The oil price cap is low.", "The oil price limit is low. He wore a cap.")), "name"
    )
    assert "“cap” (A) and “limit” (B)" in found


def test_two_spellings_are_one_word() -> None:
    lines = ("The protesters in Nairobi left.", "Nairobi protestors left.", "The demonstrators in Nairobi left.")
    assert "Different words" not in sentences(comparison(texts(*lines[:2])), "name")
    found = sentences(comparison(texts(*lines)), "name")
    assert "“protesters” (A and B)" in found


@pytest.mark.parametrize(
    "lines",
    [
        ("The war in Ukraine goes on.", "The invasion of Iraq was long ago."),  # two wars
        ("The trade war with China goes on.", "The invasion of Ukraine goes on."),
        ("The issues the Trump administration had with China remain.", "The Chinese regime met."),
        (
            "The war in Ukraine goes on.",
            "“The invasion of Ukraine goes on, and we all see it,” said Ada Holm.",
        ),  # a source's word
        ("The price cap is low.", "The price cap is high."),
    ],
)
def test_what_is_not_the_same_thing(lines: tuple[str, str]) -> None:
    assert "Different words" not in sentences(comparison(texts(*lines)), "name")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("The army's soft coup went on.", "The military takeover went on.", "Soldiers walked in."),
            "the seizure of power: “soft coup” (A) and “military takeover” (B)",
        ),
        (
            ("The climate crisis grows.", "Global warming grows.", "Climate change grows."),
            "the change of the climate: “climate crisis” (A), “climate change” (C) and “global warming” (B)",
        ),
        (
            ("Pro-life marchers came.", "The anti-abortion marchers came.", "Antiabortion marchers came."),
            "the side against abortion: “pro-life” (A) and “anti-abortion” (B and C)",
        ),
        (("The vocational training centres in Velm.", "The internment camps in Velm.", "Rain in Velm."),
         "the camps: “internment camps” (B) and “vocational training centres” (A)"),
        (("A coup attempt in Velm.", "The military takeover in Velm.", "Rain."), ""),  # an attempt may be another
    ],
)  # fmt: skip
def test_words_that_outlets_are_known_to_choose_among(lines: tuple[str, ...], told: str) -> None:
    found = sentences(comparison(texts(*lines)), "name")
    assert f"Different words for {told}." in found if told else "Different words for" not in found
