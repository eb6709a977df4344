"""Headlines: the verbs of one remark, and words that the text itself lacks."""

from __future__ import annotations

import pytest

from framing.comparison.content.headline_verbs import CHARGED, KIND, LEMMA, THIRD
from tests.comparison.statements.events import TARIFF, comparison, filler, sentences


def headline(text: str, body: str = filler(1)) -> dict[str, object]:
    return comparison([("A", text, "Carla Orsini runs Velm. " + body), ("B", "Other", filler(2))]).headlines.row(
        0, named=True
    )


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("Carla Orsini warns of closures", "Carla Orsini", "warns"),
        ("Velm may close, Carla Orsini says", "Carla Orsini", "says"),
        ("Carla Orsini again slams tariff", "Carla Orsini", "slams"),
        ("Velm may close: Carla Orsini", "Carla Orsini", None),
        ("Velm may close – Carla Orsini", "Carla Orsini", None),
        ("Carla Orsini, who warns little, resigns", None, None),
        ("Velm “says no” to tariff", None, None),
        ("Old clock stops", None, None),
    ],
)
def test_a_headline_gives_somebody_the_word(text: str, speaker: str | None, verb: str | None) -> None:
    row = headline(text)
    assert (row["speaker"], row["verb"]) == (speaker, verb)


def test_each_verb_has_one_kind_and_its_forms() -> None:
    assert set(LEMMA.values()) == set(KIND)
    assert set(KIND.values()) >= CHARGED
    assert {"says", "threatens", "denies", "slams", "accuses", "rebuffs"} <= THIRD
    assert "say" not in THIRD


def test_one_remark_with_different_verbs() -> None:
    found = sentences(comparison(TARIFF), "headline")
    assert "Headlines give Carla Orsini different verbs for the same news: “threatens” (The Gull) and “says”" in found
    assert "Velm Voice" not in found.split("same news")[1].split("\n")[0], "another matter: it will not hurt"


def test_a_verb_that_only_the_headline_has() -> None:
    found = sentences(comparison(TARIFF), "headline")
    assert (
        "“Threatens” stands in the headline of The Gull on Carla Orsini, and in no form in its text; it has “said”"
        in found
    )
    told = [
        (outlet, head, body.replace("could be closed", "could be closed, a threat")) for outlet, head, body in TARIFF
    ]
    assert "Threatens” stands" not in sentences(comparison(told), "headline")


def test_a_verb_of_the_same_kind_in_the_text_is_told() -> None:
    told = [("The Gull", "Orsini slams Velm harbour plan", "Carla Orsini said it was late. She criticized the plan. " + filler(5, 20)),
            *TARIFF[1:]]  # fmt: skip
    found = sentences(comparison(told), "headline")
    assert "“Slams” stands in the headline of The Gull on Carla Orsini, and in no form in its text" in found
    assert "it has “criticized” and “said”." in found


@pytest.mark.parametrize(
    ("head", "body", "beyond"),
    [
        (
            "Norland plans to impose tariff",
            "Norland officials plan to meet next week to discuss a tariff.",
            "plans to impose",
        ),
        ("Norland to close Velm harbour", "Norland may close the harbour, or could close a pier.", "to close"),
        ("Norland to close Velm harbour", "Norland may close it. It will close on Monday.", None),
        ("Norland plans to impose tariff", "Norland plans to impose a tariff.", None),
        ("Norland asks Velm to close harbour", "Velm may close the harbour.", None),
        ("Norland to discuss tariff", "Norland may discuss a tariff.", None),
    ],
)
def test_a_certainty_that_the_text_hedges(head: str, body: str, beyond: str | None) -> None:
    found = comparison([("A", head, body + "\n\n" + filler(1)), ("B", "Other", filler(2))]).beyond.filter(
        kind="certainty"
    )
    assert found["text"].to_list() == ([] if beyond is None else [beyond])


def test_a_quoted_word_and_who_lacks_it() -> None:
    one = ("A", "Orsini on ‘stupid’ tariff", "It is “stupid”, Carla Orsini said.\n\n" + filler(4))
    two = ("B", "Orsini on tariff", "Carla Orsini spoke. " + filler(3) + "\n\nIt is a stupid charge, she said.")
    three = ("C", "Tariff", "A tariff came to town, and the mayor spoke of it for an hour or two at length. " * 8)
    found = sentences(comparison([one, two, three]), "quotation")
    assert "“Stupid”, set in quotation marks in the headline of A, stands further down in B and nowhere in C." in found


def test_reported_would_is_no_hedge_of_will() -> None:
    texts = [
        (
            "A",
            "Norland will close the mill",
            "Mayor Ada Holm said that Norland would close the mill in May. " + filler(91),
        ),
        ("B", "Mill in Norland", "The mill stands in Norland. Carts wait. " + filler(92)),
    ]
    assert comparison(texts).beyond.filter(kind="certainty").is_empty()
    texts[0] = (texts[0][0], texts[0][1], "Mayor Ada Holm said that Norland might close the mill in May. " + filler(91))
    assert comparison(texts).beyond.filter(kind="certainty")["text"].to_list() == ["will close"]
