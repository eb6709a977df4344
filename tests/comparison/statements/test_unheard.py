"""Who is not heard."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, sentences


@pytest.mark.parametrize(("who", "told"), [("The Pier Council", True), ("The European Pier Council", False)])
def test_a_speaker_of_the_union(who: str, told: bool) -> None:
    line = (
        f"The European Union paid for the pier. It opened on Monday.\n\n“We have built the longest pier,” {who} said."
    )
    texts = [("ABC"[at], "h", f"{line}\n\n{filler(40 + at)}") for at in range(3)]
    assert ("None of the three texts quotes the European Union" in sentences(comparison(texts), "voice")) is told
