"""Sentences that two reports have in common, nearly word for word."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, sentences

STORY = [
    "The harbour board closed the old pier on Monday after divers found cracks in four of its oak piles.",
    "Two ferries that carry pupils to the island school now leave from the coal quay instead.",
    "Engineers began to count the damaged piles at dawn and hope to finish before the autumn storms.",
    "The last repair of the pier was paid for by a lottery of the fishermen in the year of the flood.",
]
CHANGED = [
    "After divers found cracks in four of its oak piles, the board closed the old pier on Monday.",
    "Two ferries carrying pupils to the island school leave from the coal quay now.",
    "At dawn, engineers began counting the damaged piles; they hope to finish before the autumn storms.",
    "A lottery of the fishermen paid for the last repair of the pier in the year of the flood.",
]


def told(one: list[str], other: list[str]) -> str:
    texts = [" ".join(lines) + " " + filler(700 + at, 4) for at, lines in enumerate((one, other, []))]
    return sentences(comparison([("ABC"[at], "h", text) for at, text in enumerate(texts)]), "family")


def test_sentences_in_changed_words() -> None:
    found = told(STORY, CHANGED)
    assert found.startswith("Nearly the same, outside quotation marks, are four sentences of A and B (“")
    assert found.endswith("”): they have a source in common, or one has it from the other.")


@pytest.mark.parametrize(
    "other",
    [
        CHANGED[:2],
        [f"“{line[:-1]},” said Ada Holm." for line in CHANGED],  # who quotes alike may have listened alike
        [line.replace("pier", "mole").replace("piles", "stones")[: len(line) // 3] + " by night." for line in CHANGED],
    ],
)
def test_too_little_in_common(other: list[str]) -> None:
    assert "Nearly the same" not in told(STORY, other)
