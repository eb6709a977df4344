"""Whose words: the same words under two names, and who has most of the quoted words."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

PIER = "We have built the longest pier of them all, and nobody will ever take it from us"


def three(*lines: str) -> list[Text]:
    return [("ABCDE"[at], f"Pier {at}", f"{line}\n\n{filler(970 + at)}") for at, line in enumerate(lines)]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("said Ada Holm, the mayor", "the Harbour Board said", "Ada Holm in A and of the Harbour Board in B."),
        ("said Ada Holm, the mayor", "said Ben Roe, a spokesman", "Ada Holm in A and of Ben Roe in B."),
        ("said Ada Holm, the mayor", "the Harbour Board said. It is led by Ada Holm", ""),  # who speaks for it
        ("said Ada Holm, the mayor", "said Holm", ""),
        ("the Pier Company said", "the Harbour Board said", ""),
    ],
)
def test_words_that_texts_give_to_two_speakers(one: str, other: str, told: str) -> None:
    found = sentences(comparison(three(f"“{PIER},” {one}.", f"“{PIER},” {other}.", "Walks.")), "source")
    assert (f"“{PIER}” is quoted as words of {told}" in found) is bool(told)
    assert ("is quoted as words of" in found) is bool(told)


def test_one_name_is_not_given_to_words_of_two() -> None:
    again = "We have built the longest pier of all, and nobody shall take it from us or our own children"
    lines = [f"“{PIER},” said Ada Holm.", f"“{PIER},” said Ben Roe.", f"“{again},” said Ada Holm."]
    assert "one remark of Ada Holm is quoted" not in sentences(comparison(three(*lines)), "quotation")
    lines[1] = lines[0]
    assert "one remark of Ada Holm is quoted" in sentences(comparison(three(*lines)), "quotation")


HOLM = (
    "“We have built the longest pier of them all, and nobody will ever take it from us or from our children,” said {}. "
)
MOE = (
    "“Those who paid for it were never asked, and so we shall ask them in May, one after another, by letter,” said {}. "
)
ROE = "“It is far too long for a pier,” said Eli Rud. "


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Ada Holm", "Ada Holm", "Ole Moe"], "More than half of the quoted words are Ada Holm’s in A and B and Ole Moe’s in C."),
        (["Ada Holm", "Ada Holm", "Ada Holm"], "More than half of the quoted words are Ada Holm’s in A, B and C."),
        (["Ada Holm", "Ole Moe"], ""),
    ],
)  # fmt: skip
def test_who_has_most_of_the_quoted_words(lines: list[str], told: str) -> None:
    said = [HOLM.format(one) if one == "Ada Holm" else MOE.format(one) for one in lines]
    texts = three(*(line + ROE for line in said), "Walks on the pier.")
    found = sentences(comparison(texts), "voice")
    assert ("More than half" in found) is bool(told)
    assert told in found


def test_words_of_nobody_known_count_against_who_has_most() -> None:
    more = "It was loud. “We shall never walk on that pier again, and all of us who live here will stay at home for it.” It rained. "
    texts = three(*(HOLM.format("Ada Holm") + more for _ in range(3)))
    assert "More than half" not in sentences(comparison(texts), "voice")
