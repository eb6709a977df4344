"""What somebody is accused of, with an answer here and without any there, whatever the charge is called."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, lettered, sentences

ACCUSED = "Prosecutors charged Ilse Varn with plotting to sink the ferry."
DENIES = "Varn has denied the allegations."
FOUND = "{} what Ilse Varn is accused of and no answer to it; at least {}: “{}”"


def texts(*lines: str) -> list[Text]:
    named = "\n\nIlse Varn ran the harbour of Velm. Varn is 61."
    return lettered(lines, 500, behind=named + "\n\n")


@pytest.mark.parametrize(
    "answer",
    [
        "Varn has denied the allegations.",
        "Varn, 61, denies any wrongdoing.",
        "Varn said the case was “politically motivated”.",
        "Varn said she had nothing to do with it.",
        "Varn has insisted it was consensual.",
        "Varn disputed the claims of the keeper.",
        "Her lawyers said the charges were baseless.",
        "Lawyers for Varn called the charges completely false.",
        "The charges, according to Varn’s attorneys, were “fabricated”.",
        "Varn’s defence team said she had never agreed to any such plan.",
        "“I never touched the ferry,” Varn said.",
        "The Harbour Board, where she works, rejected the accusations.",
    ],
)
def test_an_answer_in_any_words_is_set_beside_a_text_without(answer: str) -> None:
    found = sentences(comparison(texts(f"{ACCUSED} {answer}", ACCUSED, "All is calm.")), "denial")
    shown = answer.rstrip(".").replace("“", "‘").replace("”", "’")
    assert found == FOUND.format("B reports", "A prints one", shown) + "."


def test_the_shortest_answer_of_several_is_shown() -> None:
    longer = "Varn, who spoke to reporters outside the court of Velm on a wet Monday, denied the allegations."
    found = sentences(comparison(texts(f"{ACCUSED} {longer}", f"{ACCUSED} {DENIES}", ACCUSED, ACCUSED)), "denial")
    assert found == FOUND.format("C and D report", "A and B print one", "Varn has denied the allegations") + " (B)."


@pytest.mark.parametrize(
    "other",
    [
        "Her lawyer will appeal.",
        "She accused the prosecutors of envy.",
        "“I have no concerns,” she added.",
        "The keeper called the case a “witch hunt”.",
        "She never saw the ferry.",
    ],
)
def test_what_may_be_an_answer_keeps_silent(other: str) -> None:
    assert sentences(comparison(texts(f"{ACCUSED} {DENIES}", f"{ACCUSED} {other}", "All is calm.")), "denial") == ""


@pytest.mark.parametrize(
    "other",
    ["Varn told reporters that she was tired.", "“I thank the people of Velm,” Varn said. “It has been an honour.”"],
)
def test_words_of_the_accused_on_something_else_are_no_answer(other: str) -> None:
    found = sentences(comparison(texts(f"{ACCUSED} {DENIES}", f"{ACCUSED} {other}", "All is calm.")), "denial")
    assert found.startswith("B reports what Ilse Varn is accused of and no answer to it")


@pytest.mark.parametrize(
    "other",
    [
        "Varn’s brother denied the allegations.",  # of himself, or of her?
        "Varn did not deny the allegations.",
        "The keeper denied the visitors entry.",
        "Her office was searched, and nobody knew of the false bottom.",
    ],
)
def test_what_is_no_answer_of_the_accused(other: str) -> None:
    assert sentences(comparison(texts(f"{ACCUSED} {other}", ACCUSED, "All is calm.")), "denial") == ""


@pytest.mark.parametrize(
    "other", ["Varn accused the owners of greed.", "Varn’s deputy Bo Kraft was charged with theft."]
)
def test_a_text_that_accuses_somebody_else_is_not_named(other: str) -> None:
    assert sentences(comparison(texts(f"{ACCUSED} {DENIES}", f"{ACCUSED} {DENIES}", other)), "denial") == ""


def test_what_somebody_says_of_the_accused_is_no_word_of_theirs() -> None:
    bare = f"{ACCUSED} The court has said Varn could face ten years for the non-consensual sale."
    found = sentences(comparison(texts(f"{ACCUSED} {DENIES}", bare, "All is calm.")), "denial")
    assert found.startswith("B reports what Ilse Varn is accused of")


def test_lies_and_false_papers_are_part_of_the_charge() -> None:
    bare = f"{ACCUSED} Prosecutors speak of false invoices and of a plan to lie to the bank."
    found = sentences(comparison(texts(f"{ACCUSED} {DENIES}", bare, "All is calm.")), "denial")
    assert found.startswith("B reports what Ilse Varn is accused of")


def test_who_denies_it_for_somebody_else_is_not_the_accused() -> None:
    bare = "Ilse Varn, a clerk at the Velm Ledger, has been arrested on suspicion of espionage."
    denied = bare + " The Velm Ledger denies the espionage."
    lines = [text.replace("“", "") for text in (denied, denied + " It is a good paper.", bare)]
    found = sentences(comparison(texts(*lines)), "denial")
    assert "against Velm Ledger" not in found


DRAINS = "Varn denies that the drains were a cause of the flood."
PLAIN = "no word of denying; A and B print a denial: “Varn denies that the drains were a cause of the flood”"


@pytest.mark.parametrize(
    ("second", "third", "shown"),
    [
        ("Ilse Varn, who runs the harbour of Velm, has denied the claims of the town.", "The flood broke the drains.", PLAIN),
        ("Ilse Varn, who runs the harbour of Velm, disputed the findings.", "The flood broke the drains.", PLAIN),
        ("Varn has denied the claims of the town.", "The gulls came.", None),  # not a word of the matter
        ("Varn rejected the request.", "The flood broke the drains.", None),  # nothing said to be so
        ("Varn has denied visas to nine men.", "The flood broke the drains.", None),
        ("“Varn denied that it was so,” he said.", "The flood broke the drains.", None),  # a source's word
        ("Ada Holm denied that it was so.", "The flood broke the drains.", None),  # somebody else
        ("Varn did not deny that it was so.", "The flood broke the drains.", None),
        ("Varn has denied the claims of the town.", "She called the flood of the drains a smear.", None),
        ("Varn has denied the claims of the town.", "She insisted that the flood broke the drains.", None),
    ],
)  # fmt: skip
def test_what_is_denied_in_plain_words_of_two_texts(second: str, third: str, shown: str | None) -> None:
    found = sentences(comparison(texts(DRAINS, second, third)), "denial")
    assert ("no word of denying" in found) is (shown is not None)
    assert shown is None or shown in found
