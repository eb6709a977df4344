from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.corpus import Corpus
from framing.measures.analysers.diversity import WINDOW, lexical_diversity
from framing.scoring.scores import score


def mattr(words: list[str]) -> float | None:
    """The definition, word for word (Covington and McFall 2010): mean type-token ratio of all windows."""
    if len(words) < WINDOW:
        return None
    windows = [words[at : at + WINDOW] for at in range(len(words) - WINDOW + 1)]
    return sum(len(set(window)) / WINDOW for window in windows) / len(windows)


@given(st.lists(st.sampled_from("abcdefghij"), min_size=40, max_size=160))
def test_equals_the_definition(words: list[str]) -> None:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [" ".join(words)]}))
    value = score(corpus, analysers=[lexical_diversity]).metrics["value"].item()
    assert value == pytest.approx(mattr(words))
