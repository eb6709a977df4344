"""A whole party in one report, some of it in another."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, said

WHOLE = "The harbour bill passed 64-58 with all Greens voting against it."
SOME = "The vote was 64-58, along party lines. Four Greens did not vote."


def told(one: str, other: str) -> list[str]:
    texts = [("A", "Harbour bill", f"{one} {filler(900)}"), ("B", "The bill", f"{other} {filler(901)}")]
    return [
        one.sentence
        for one in said(comparison(texts), "number")
        if "-58 vote texts tell" in one.sentence or "-50 vote texts tell" in one.sentence
    ]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (WHOLE, SOME, "“all Greens voting against it” (A) and “Four Greens did not vote” (B)"),
        (
            WHOLE.replace("Greens", "Grünen"),
            SOME.replace("Greens", "Grünen"),
            "“all Grünen voting against it” (A) and “Four Grünen did not vote” (B)",
        ),
        (SOME, WHOLE, "“all Greens voting against it” (B) and “Four Greens did not vote” (A)"),
        (
            "By 64 to 58 the house took the bill; no Greens voted for it.",
            "The house took it by 64-58, and two Greens voted in favour of it.",
            "“no Greens voted for it” (A) and “two Greens voted in favour of it” (B)",
        ),
    ],
)
def test_a_party_in_one_vote(one: str, other: str, shown: str) -> None:
    assert told(one, other) == [f"Of the 64-58 vote texts tell different things: {shown}."]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WHOLE, "The vote was 66-58. Four Greens did not vote."),  # another vote
        (WHOLE, "The vote was 64-58, an earlier one 70-50. Four Greens did not vote."),  # of which?
        (WHOLE, "The vote was 64-58. Four Liberals did not vote."),
        (WHOLE, "The vote was 64-58. Four Greens voted against it in the end."),
        (f"{WHOLE} Four Greens did not vote.", SOME),  # it knows
        (WHOLE.replace("all", "nearly all"), SOME),
        (WHOLE.replace("all", "no"), SOME),
    ],
)
def test_no_party_in_one_vote(one: str, other: str) -> None:
    assert told(one, other) == []
