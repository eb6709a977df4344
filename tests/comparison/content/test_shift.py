"""Word shifts: the sum is the divergence as another implementation has it, and each word lies on its side."""

from __future__ import annotations

import polars as pl
import pytest
from scipy.spatial.distance import jensenshannon

from framing.comparison.compare import compare
from framing.comparison.content.shift import shift
from framing.comparison.content.terms import word_counts
from framing.corpus.corpus import Corpus
from framing.errors import UnknownNameError
from framing.scoring.scores import score
from tests.make import EVENT

ARTICLES = pl.DataFrame(
    {
        "outlet": ["A", "A", "B", "C"],
        "body": [
            "The bridge closed early because floods damaged timber and steel beams badly.",
            "Engineers inspected timber again, then closed the bridge until spring began.",
            'Angry crowds blamed reckless planners. "Timber timber timber," a crowd sang loudly.',
            "",
        ],
    }
)


def test_the_parts_add_up_to_the_divergence_and_lie_on_their_sides() -> None:
    comparison = compare(score(Corpus.from_frame(ARTICLES, EVENT)))
    corpus = comparison.scores.corpus
    found = shift(corpus, comparison.stories, "A", "B")
    assert found["share"].sum() == pytest.approx(100)
    timber = found.row(by_predicate=pl.col("term") == "timber", named=True)
    assert (timber["count"], timber["other_count"], timber["outlet"]) == (2, 0, "A")  # what B quotes is not B's
    words = found.with_columns(p=pl.col("rate") / 1000, q=pl.col("other_rate") / 1000)
    m = (pl.col("p") + pl.col("q")) / 2
    bits = words.select(
        pl.when(pl.col(side) > 0).then(pl.col(side) * (pl.col(side) / m).log(2)).otherwise(0).sum() / 2
        for side in ("p", "q")
    ).sum_horizontal()
    counts = word_counts(corpus, comparison.stories).pivot("outlet", index="term", values="n").fill_null(0)
    assert bits.item() == pytest.approx(jensenshannon(counts["A"], counts["B"], base=2) ** 2)


def test_nothing_to_compare() -> None:
    comparison = compare(score(Corpus.from_frame(ARTICLES, EVENT)))
    assert shift(comparison.scores.corpus, comparison.stories, "A", "C").is_empty()
    assert shift(comparison.scores.corpus, comparison.stories, "A", "A").is_empty()
    with pytest.raises(UnknownNameError):
        shift(comparison.scores.corpus, comparison.stories, "A", "Nobody")
