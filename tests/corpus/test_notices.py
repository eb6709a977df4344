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
        "Dockers who wait in line for bread were counted by the council on May 4, 2015.",
        "Some of what was reported that night is still disputed by the harbour board.",
        "The image: a lone tree on a hill, which every child in the valley can draw.",
        "The bridge (Harrow/South Bank) stays shut until the summer, and nobody likes it.",
        "POLITICS IS A SLOW DRILLING OF HARD BOARDS, the poster said.",
    ],
)
def test_sentences_that_only_sound_like_it_stay(line: str) -> None:
    assert line in clean(f"{BODY}\n\n{line}\n\n{STORY[0]} It is so.", "Old bridge", None, "The Courier").body
    assert line in clean(f"{BODY}\n\n{line}", "Old bridge", None, "The Courier").body


def test_what_stands_behind_a_correction_is_no_end_of_the_story() -> None:
    note = "Correction: An earlier version of this article gave the wrong pier."
    more = "It is the old one that is shut."
    teaser = "The mayor of Dorn will open a cabbage market on Friday."
    page = clean(f"{BODY}\n\n{note}\n\n{more}\n\n{teaser}", "Old bridge", None, "The Courier")
    assert page.body.endswith(STORY[-1])
    assert [removed.text for removed in page.removed] == [note, more, teaser]
    # Above the story the note is one paragraph.
    above = clean(f"{note}\n\n{BODY}", "Old bridge", None, "The Courier")
    assert above.body.startswith(STORY[0])
    assert above.body.endswith(STORY[-1])


def test_lines_printed_twice_above_the_dateline_tell_of_pictures() -> None:
    lines = ("Ada Holm was led from the hall by two pilots of the harbour board.", "Ben Roe was with her on the pier.")
    story = f"VELM (AP) — {STORY[0]}\n\n" + "\n\n".join(STORY[1:])
    page = clean("\n\n".join([*lines, *lines, story]), "Old bridge", None, "The Courier")
    assert page.body.startswith(STORY[0])
    assert [removed.text for removed in page.removed][:4] == [*lines, *lines]
    # Once above a dateline, or twice without one, they may be the story's own beginning.
    assert clean("\n\n".join([*lines, story]), "Old bridge", None, "The Courier").body.startswith(lines[0])
    assert clean("\n\n".join([lines[0], lines[0], BODY]), "Old bridge", None, "The Courier").body.startswith(lines[0])
