"""Words without end, as damaged or hostile files have them: work grows with their length, and no faster."""

from __future__ import annotations

import re

import polars as pl
import pytest

from framing.comparison.content.epithets import _SORTS
from framing.comparison.content.only import _PARTS
from framing.comparison.content.rivals import _PUT
from framing.comparison.content.stems import beginning, beginnings
from framing.comparison.statements.no_figures import _MONEY, _NUMBER
from framing.comparison.statements.verdicts import _DOUBT, _VERDICT
from framing.corpus.corpus import Corpus


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        (_PUT, "W" * 5_000), (_PARTS, "x" * 100_000), (_NUMBER, "1," * 100_000), (_MONEY, "ABC " * 50_000),
        (_DOUBT, "no " * 50_000), (_VERDICT, "false " * 50_000), (_SORTS["person"], "black " * 50_000),
        (_SORTS["political"], "anti-" * 50_000),
    ],
)  # fmt: skip
def test_a_word_without_end_is_passed_over(pattern: re.Pattern[str], word: str) -> None:
    assert not pattern.findall(word)  # a pattern that tries every part of it with every other would not end here


def test_a_word_without_end_has_few_beginnings() -> None:
    word = "y" * 20_000
    frame = pl.DataFrame({"outlet": ["A", "B"], "body": [f"Immigrants sing. {word}", "An immigration officer sings."]})
    found = beginnings(Corpus.from_frame(frame))
    assert found[beginning("immigrant")] == {"a/1", "b/2"}
    assert found[beginning(word)] == {"a/1"}
    assert sum(map(len, found)) < 4 * len(word)


def test_what_is_looked_for_is_found() -> None:
    found = _PUT.match("But The Harbour Board put the cost at 4 million.")
    assert found is not None
    assert found["who"].strip() == "The Harbour Board"
    assert _PARTS.findall("Miami-Dade and A4paper-size 12-day") == ["Miami", "Dade", "paper", "size", "day"]
