"""What people are called beside their names, and other nouns between the same words."""

from __future__ import annotations

import pytest

from framing.comparison.content.described import DESCRIBED
from framing.comparison.content.same_place import SAME_PLACE
from tests.comparison.statements.events import comparison, filler, sentences

PIER = "The pier of Velm was shut. "


def called(one: str, other: str) -> str:
    texts = [
        ("The Lamp", "Pier", PIER + one + " " + filler(601)),
        ("Valley Post", "Velm", PIER + other + " " + filler(602)),
    ]
    return sentences(comparison(texts), "name")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Otto Weil, a lawyer, left.", "It was Otto Weil, a property magnate.", "“a property magnate” (Valley Post) and “a lawyer” (The Lamp)"),
        ("Otto Weil, 54, a lawyer, left.", "Then the organiser Otto Weil left.", "“a lawyer” (The Lamp) and “the organiser” (Valley Post)"),
        ("Otto Weil, the mill’s owner, left.", "Otto Weil, a father of two, left.", "“a father of two” (Valley Post) and “the mill’s owner”"),
        ("Otto Weil, the head of the port, left.", "Otto Weil, the port’s boss, left.", None),  # they share a word
        ("Then pier-rights activist Otto Weil left.", "Otto Weil, a landlord, left.", "“a landlord” (Valley Post) and “pier-rights activist” (The Lamp)"),
        ("Otto Weil left. Weil, a lawyer, sang.", "Otto Weil, a landlord, left.", "“a landlord” (Valley Post) and “a lawyer” (The Lamp)"),
        ("They met activist Otto Weil.", "Otto Weil, a landlord, left.", "“a landlord” (Valley Post) and “activist” (The Lamp)"),
        ("Otto Weil, a lawyer, left.", "Their lawyer, Otto Weil, an activist, left.", None),  # a lawyer there, too
        ("Otto Weil, a lawyer, left.", "“Otto Weil, an activist, left us,” he said.", None),  # words of a source
        ("Otto Weil, a lawyer, and Ada Holm left.", "Otto Weil, a landlord, left.", None),  # a row of three?
        ("The sister of Otto Weil, a nurse, left.", "Otto Weil, a landlord, left.", None),  # whose?
        ("Otto Weil, a disaster for Velm, left.", "Otto Weil, a landlord, left.", None),  # nobody's trade
        ("For Otto Weil, the government failed.", "Otto Weil, a landlord, left.", None),
        ("Otto Weil left.", "Otto Weil, a landlord, left.", None),
        ("He told of the meeting with lawyer Otto Weil.", "Otto Weil, a landlord, left.", None),
        ("Otto Weil, a spokesman, left.", "Otto Weil, the mill’s communications director, left.", None),  # one trade
    ],
)  # fmt: skip
def test_descriptions_beside_a_name(one: str, other: str, said: str | None) -> None:
    found = called(one, other)
    assert ("Otto Weil is described as" in found) is (said is not None)
    assert said is None or said in found


def test_two_versions_of_one_report_are_one() -> None:
    body = PIER + "Otto Weil, a lawyer, left. " + filler(603, 20)
    texts = [("The Lamp", "Pier", body), ("Valley Post", "Velm", body.replace("a lawyer", "an activist"))]
    assert "described" not in sentences(comparison(texts), "name")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "About 300 rioters had gathered outside the mill.",
            "Some 300 protesters had gathered outside the mill.",
            "in “300 … had gathered outside the mill” stands “rioters” (The Lamp) and “protesters” (Valley Post)",
        ),
        (
            "A court halted work on a border barrier in the Salado valley. The border barrier in the valley is long.",
            "A court halted work on a border fence in the Salado valley. The border fence in the valley is long.",
            "in “work on a border … in the Salado valley” stands “barrier” (The Lamp) and “fence” (Valley Post)",
        ),
        (
            "Some 900 illegal immigrants landed on the island.",
            "Some 900 young refugees landed on the island.",
            "in “Some 900 … landed on the island” stands “illegal immigrants” (The Lamp) and “young refugees” (Valley",
        ),
        (  # neither judges, and in one place only
            "A court halted work on a border barrier in the Salado valley.",
            "A court halted work on a border fence in the Salado valley.",
            None,
        ),
        ("Some 300 rioters had gathered outside the mill.", "About 300 rioters had gathered outside the mill.", None),
        (  # both have the word
            "Some 300 rioters had gathered outside the mill. The protesters sang.",
            "Some 300 protesters had gathered outside the mill.",
            None,
        ),
        (  # the words around end at a mark that one text lacks
            "Some 300 rioters had gathered, outside the old mill.",
            "Some 300 protesters had gathered outside the old mill.",
            None,
        ),
        ("Some 300 rioters had come.", "Some 300 protesters had come.", None),  # too few words around
        ("The mill will limit wages in Velm and Ostby.", "The mill will cut wages in Velm and Ostby.", None),  # verbs
        ("A firm from Ostby bought the mill in Velm.", "A company from Ostby bought the mill in Velm.", None),
        ("Work on the mill stopped on Monday in Velm.", "Work on the mill stopped on Tuesday in Velm.", None),
        ("The licence for the mill in Velm ran out.", "The license for the mill in Velm ran out.", None),
        ("Two sources said that the mill of Velm is sold.", "Two traders said that the mill of Velm is sold.", None),
        ("“The 300 rioters had gathered outside the mill,” he said.", "The 300 clerks had gathered outside the mill.", None),
    ],
)  # fmt: skip
def test_other_nouns_between_the_same_words(one: str, other: str, said: str | None) -> None:
    found = called(one, other)
    assert ("Same sentence, different word" in found) is (said is not None), found
    assert said is None or said in found


def test_the_frames_have_their_columns() -> None:
    whole = comparison([("A", "H", PIER + "Otto Weil, a lawyer, left."), ("B", "H", PIER)])
    assert whole.described.schema == DESCRIBED
    assert whole.same_place.schema == SAME_PLACE
    row = whole.described.row(0, named=True)
    text = whole.scores.corpus.articles.filter(article=row["article"])["text"].item()
    assert text[row["start"] : row["end"]] == row["text"] == "a lawyer"
    assert "lawyer" in row["near"]
    assert "pier" not in row["near"]


def test_texts_that_a_third_one_brings_together_share_too_little() -> None:
    told = [
        "Then the old mayor of Ostby fed the crowd of singers.",
        "Then the old mayor of Ostby fed the mob of dockers with bread and salt in May.",
        "Here came the throng of dockers with bread and salt in May.",
    ]
    texts = [("ABC"[at], "h", one + " " + filler(610 + at)) for at, one in enumerate(told)]
    assert comparison(texts).same_place.is_empty()
    assert sorted(comparison(texts[:2]).same_place["word"]) == ["crowd", "mob"]
