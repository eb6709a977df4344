"""What agencies put below a story, and sentences that only sound like a notice."""

from __future__ import annotations

import pytest

from framing.corpus.cleaning.clean import clean
from tests.corpus.page_templates import STORY

BODY = "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Jane Roe, Associated Press", "Associated Press"),
        ("— Élodie Roe and John Doe / AFP", "AFP"),
        ("JANE ROE | REUTERS", "Reuters"),
        ("(dpa/mkl)", "dpa"),
        ("- With inputs from agencies", None),
        ("Jane Roe via Getty Images", None),
    ],
)
def test_whose_text_the_last_line_says_it_is(line: str, agency: str | None) -> None:
    assert clean(f"{BODY}\n\n{line}", "Old bridge", None, "The Courier").agency == agency


@pytest.mark.parametrize(
    "line",
    [
        "Support for independent journalism fell last year, the survey says, and nobody knows why.",
        "Jane Roe is a reporter for the Evening Star, which first told the story.",
        "He read the full story from the beginning, and did not like the end of it.",
        "“Read what the council said, and then read what it did,” she said.",
        "By signing the treaty, the two states agree to share the water of the river.",
        "The image: a lone tree on a hill, which every child in the valley can draw.",
        "The bridge (Harrow/South Bank) stays shut until the summer, and nobody likes it.",
        "POLITICS IS A SLOW DRILLING OF HARD BOARDS, the poster said.",
    ],
)
def test_sentences_that_only_sound_like_it_stay(line: str) -> None:
    assert line in clean(f"{BODY}\n\n{line}\n\n{STORY[0]} It is so.", "Old bridge", None, "The Courier").body
    assert line in clean(f"{BODY}\n\n{line}", "Old bridge", None, "The Courier").body
