"""Words without end, as damaged or hostile files have them: time grows with their length, and no faster."""

from __future__ import annotations

import re
import time

import pytest

from framing.comparison.content.only import _PARTS
from framing.comparison.content.rivals import _PUT


@pytest.mark.parametrize(("pattern", "word"), [(_PUT, "W" * 1_000), (_PARTS, "x" * 20_000)])
def test_a_word_without_end_takes_no_time(pattern: re.Pattern[str], word: str) -> None:
    begun = time.process_time()
    assert not pattern.findall(word)
    assert time.process_time() - begun < 0.2


def test_what_is_looked_for_is_found() -> None:
    found = _PUT.match("But The Harbour Board put the cost at 4 million.")
    assert found is not None
    assert found["who"].strip() == "The Harbour Board"
    assert _PARTS.findall("Miami-Dade and A4paper-size 12-day") == ["Miami", "Dade", "paper", "size", "day"]
