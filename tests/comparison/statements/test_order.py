"""What one text has at its head and others at their end, and who has the word before whom."""

from __future__ import annotations

import pytest

from framing.comparison.content.order import ORDER
from tests.comparison.statements.events import Text, comparison, filler, sentences

MOE = "Una Berg said that the plan would wreck the harbour."
HOLM = "Ada Holm said that the port had no other choice."


def text(outlet: str, *parts: str) -> Text:
    """A text of 24 sentences and more: its parts spread over it, in their order."""
    body = "\n\n".join(f"{part} {filler(sum(map(ord, outlet)) + at, 8)}" for at, part in enumerate(parts))
    return outlet, f"Port of Velm: {outlet}", body


def told(*texts: Text) -> str:
    return sentences(comparison(list(texts)), "lead")


QUAY = "The quay of Velm is to be sold."


def late(outlet: str, end: str = MOE, middle: str = "") -> Text:
    name, head, body = text(outlet, QUAY, middle)
    return name, head, body + "\n\n" + filler(len(outlet), 8) + "\n\n" + end


def test_one_opens_with_what_others_have_at_their_end() -> None:
    found = told(text("The Lamp", MOE, "", ""), late("Valley Post"), late("North Wire"))
    assert (
        "Una Berg has the word in the first sentence of The Lamp, but only in the last third of North Wire and" in found
    )
    assert "named" not in found, "said once"


def test_one_keeps_to_the_end_what_others_begin_with() -> None:
    second = text("Valley Post", QUAY + " " + MOE, "", "")
    found = told(text("North Wire", MOE, "", ""), second, late("The Lamp"))
    assert (
        "has the word in the first fifth of North Wire and Valley Post, but only in the last third of The Lamp."
        in found
    )


def test_a_figure() -> None:
    figure = "It will cost 5,000 dockers their work."
    found = told(text("The Lamp", figure, "", ""), late("Valley Post", figure), late("North Wire", figure))
    assert "The figure “5,000 dockers” stands in the first sentence of The Lamp, but only in the last third of" in found
    some = late("North Wire", figure, "Many dockers, 300 of them, met.")
    assert "figure" not in told(text("The Lamp", figure, "", ""), late("Valley Post", figure), some)


def test_a_figure_that_stands_before_in_another_unit() -> None:
    figure = "It lost 5,000 barrels."
    one, other = text("The Lamp", figure, "", ""), late("Valley Post", figure)
    assert "5,000 barrels” stands" in told(one, other, late("North Wire", figure))
    gallons = late("North Wire", figure, "That is 210,000 gallons.")
    assert "5,000 barrels” stands" not in told(one, other, gallons)


@pytest.mark.parametrize(
    "other",
    [
        late("North Wire", MOE, "The pilots have long been against it, as Berg knows."),  # named before
        late("North Wire", MOE, "The pilots and Ines Berg announced that they are against it."),  # another spelling
        late("North Wire", "The pilots were against it."),  # two reports have it only
        text("North Wire", QUAY, MOE, ""),  # in the middle, as many as a half
        ("North Wire", "Berg: port of Velm", late("North Wire")[2]),  # in its headline
        ("North Wire", "Port", QUAY + " " + MOE),  # too short to have an order
        ("North Wire", "Port", late("North Wire")[2] + "\n\n" + filler(9, 120)),  # five times as long
    ],
)
def test_what_keeps_it_silent(other: Text) -> None:
    assert "last third" not in told(text("The Lamp", MOE, "", ""), late("Valley Post"), other)


def test_a_place_is_no_item() -> None:
    norway = "The steel came from Norway."
    texts = [text("The Lamp", norway, "", ""), late("Valley Post", norway), late("North Wire", norway)]
    assert "third of" not in told(*texts)


def test_versions_of_one_report_count_once() -> None:
    copy = ("Quay", late("Valley Post")[1], late("Valley Post")[2])
    assert "last third" not in told(text("The Lamp", MOE, "", ""), late("Valley Post"), copy)


def test_who_has_the_word_before_whom() -> None:
    texts = [
        text("The Lamp", QUAY, MOE, HOLM),
        text("Valley Post", QUAY, HOLM, MOE),
        text("North Wire", QUAY, HOLM, MOE),
    ]
    assert (
        "Una Berg has the word before Ada Holm in The Lamp; it is the other way round in North Wire and Valley Post."
        in told(*texts)
    )
    assert "other way" not in told(*texts, text("Quay", QUAY, MOE, HOLM)), "two and two"


def test_what_somebody_has_done_is_no_word_of_theirs() -> None:
    offered = "The pilots met, unhappy with the terms offered by Una Berg."
    first = [text("The Lamp", MOE, HOLM, ""), text("Valley Post", HOLM, MOE, "")]
    assert "has the word before" in told(*first, text("North Wire", HOLM, MOE, ""))
    other = [text("The Lamp", HOLM, MOE, ""), text("Valley Post", HOLM, MOE, "")]
    assert "has the word before" not in told(*other, text("North Wire", offered, HOLM, MOE))


def test_the_frame_has_its_columns_and_places() -> None:
    frame = comparison([text("The Lamp", MOE, "", ""), late("Valley Post"), late("North Wire")]).order
    assert frame.schema == ORDER
    berg = frame.filter(kind="speaker", item="Una Berg").sort("outlet")
    assert berg["outlet"].to_list() == ["North Wire", "The Lamp", "Valley Post"]
    assert berg["first"].to_list() == [False, True, False]
    assert berg["position"][1] == 0
    assert berg["position"][0] > 2 / 3
    assert comparison([text("The Lamp", MOE)]).order.is_empty()
