"""Earlier years of which some texts tell, and others not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.comparison.statements.events import comparison, filler, said

DAY = "2024-05-03"
BURST = "The dike burst in 2015, too, when salt water drowned the orchards."
AGAIN = "Salt water had drowned the orchards of Velm in 2015."


def told(*lines: str, days: Sequence[str] = (DAY,)) -> list[str]:
    """Of six texts: each line in one of them, in order."""
    each = [*lines, *[""] * (6 - len(lines))]
    texts = [("ABCDEF"[at], "h", f"{filler(700 + at, 9)} {line} {filler(800 + at, 9)}") for at, line in enumerate(each)]
    found = said(comparison(texts, [*days, *[DAY] * (6 - len(days))]), "theme")
    return [one.sentence for one in found if one.sentence.startswith("The year")]


def test_the_texts_that_tell_of_a_year() -> None:
    passage = AGAIN.removesuffix(".")
    assert told(BURST, AGAIN) == [
        f"The year 2015 comes up in A and B, as in “{passage}” (B); the other four do not name it."
    ]


def test_a_text_with_the_year_of_something_else_is_among_others() -> None:
    (found,) = told(BURST, AGAIN, "The mill closed in 2015.")
    assert "comes up in A and B, among others, as in" in found
    assert found.endswith("; at least three others do not name it.")


def test_the_few_that_do_not_are_named() -> None:
    (found,) = told(BURST, AGAIN, BURST, AGAIN)
    assert "comes up in A, B, C and D" in found
    assert found.endswith("; E and F do not name it.")


@pytest.mark.parametrize(
    "line",
    [
        "Nine years ago salt water drowned the orchards.",  # the same without the year
        "The mill closed in 2015.",  # the year, of something else
        "It is called Orchard 2015-16.",
    ],
)
def test_nothing_is_said_of_one_that_may_tell_of_it(line: str) -> None:
    (found,) = told(BURST, AGAIN, line)
    assert "comes up in A and B" in found
    assert found.endswith("; at least three others do not name it.")


@pytest.mark.parametrize(
    "lines",
    [
        (BURST,),  # one report
        (BURST, "The mill of the abbot was sold in 2015."),  # two matters
        (BURST, AGAIN, BURST, AGAIN, BURST),  # one without it
        (BURST.replace("2015", "2024"), AGAIN.replace("2015", "2024")),  # its own year
        (BURST.replace("in 2015", "of £2015"), AGAIN.replace("in 2015", "of 2,015 farms")),  # no year
    ],
)
def test_no_earlier_year(lines: tuple[str, ...]) -> None:
    assert told(*lines) == []


def test_nothing_without_a_date() -> None:
    texts = [("ABCDEF"[at], "h", f"{(BURST, AGAIN, '', '', '', '')[at]} {filler(700 + at, 18)}") for at in range(6)]
    assert not [one for one in said(comparison(texts), "theme") if one.sentence.startswith("The year")]
