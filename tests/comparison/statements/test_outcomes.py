"""What became of one thing, told otherwise: done here, still to come or not done there; verbs that exclude each other."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, lettered, sentences

NAMES = "The harbour court in Velm and the mayor Ada Holm had waited for this day at the pier. "


def outcomes(*lines: str) -> str:
    return sentences(comparison(lettered(lines, 700, "News", NAMES, " ")), "outcome")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "On Monday Ada Holm, 78, was released from the prison in Tarn.",
            "Holm will be released from the prison in Tarn.",
            "Told as done in A and as still to come in B: “Ada Holm, 78, was released” (A) and “Holm will be released” "
            "(B).",
        ),
        (
            "The ban on the boats of the harbour was lifted by the court in Velm.",
            "The ban on all boats in the harbour was not lifted by the court in Velm.",
            "Told as done in A and as not done in B: “The ban on the boats of the harbour was lifted” (A) and “The ban "
            "on all boats in the harbour was not lifted” (B).",
        ),
        (
            "A truce between Norland and Tarn, brokered by pilots of the harbour, took effect at the pier.",
            "The ceasefire brokered by pilots of the harbour in Tarn will take effect at the pier.",
            "Told as done in A and as still to come in B: “A truce between Norland and Tarn, brokered by pilots of the "
            "harbour, took effect” (A) and “The ceasefire brokered by pilots of the harbour in Tarn will take effect” "
            "(B).",
        ),
        (
            "The trial of the pilots in the harbour court of Velm began at the pier.",
            "The trial of the pilots in the harbour court of Velm will begin at the pier.",
            "Told as done in A and as still to come in B: “The trial of the pilots in the harbour court of Velm began” "
            "(A) and “The trial of the pilots in the harbour court of Velm will begin” (B).",
        ),
        (
            "The harbour court upheld the ban on boats of the pilots of Velm.",
            "The harbour court lifted the ban on the boats of pilots in Velm.",
            "What reads like one matter ended in different ways: “lifted the ban” (B) and “upheld the ban” (A).",
        ),
        (
            "Ada Holm has resigned as head of the harbour board, the mayor of Velm said.",
            "Ada Holm was dismissed as head of the harbour board by the mayor of Velm.",
            "What reads like one matter ended in different ways: “Ada Holm was dismissed” (B) and “Ada Holm has "
            "resigned” (A).",
        ),
    ],
)
def test_outcomes(one: str, other: str, expected: str) -> None:
    assert outcomes(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another person, thing or deed
        ("Ada Holm was released from the prison in Tarn.", "Per Moe will be released from the prison in Tarn."),
        ("Ada Holm was released from the prison in Tarn.", "Ada Holm will be honoured at the prison in Tarn."),
        # once before
        ("In 2011 Ada Holm was released from the prison in Tarn.", "Holm will be released from the prison in Tarn."),
        # several, or not the text's own words
        ("The flights to Tarn in Velm were cancelled.", "The flights to Tarn in Velm will be cancelled."),
        (
            "Ada Holm was released from the prison in Tarn.",
            "“Holm will be released from the prison in Tarn,” Moe said.",
        ),
        (
            "If Ada Holm was released from the prison in Tarn, it is over.",
            "Holm will be released from the prison in Tarn.",
        ),
        # both in one text
        (
            "Ada Holm was released from the prison in Tarn. Holm will be released from the prison for good.",
            "Holm will be released from the prison in Tarn.",
        ),
        # closed already
        (
            "The pier was closed by the harbour court in Tarn.",
            "The pier will be closed until May by the court in Tarn.",
        ),
        # both courts
        (
            "The first court upheld the ban on boats of pilots in Velm. The harbour court lifted the ban on boats.",
            "The harbour court upheld the ban on boats of the pilots of Velm.",
        ),
        ("Was Ada Holm released from the prison in Tarn?", "Holm will be released from the prison in Tarn."),
    ],
)
def test_no_outcomes(one: str, other: str) -> None:
    assert outcomes(one, other) == ""
