"""When framing says that two texts of one event differ, do coders see them in that order?"""

from __future__ import annotations

import polars as pl

from framing.comparison.estimates.differences import LEVEL
from framing.comparison.estimates.texts_apart import text_differences
from framing.corpus.corpus import Corpus
from framing.scoring.scores import Scores, score
from gold.figures import analysers_of

_SCHEMA = {"story": pl.String, "first": pl.String, "second": pl.String, "right": pl.Float64}


def stated_pairs(corpus: Corpus, told: pl.DataFrame, measure: str, gold: str = "gold") -> pl.DataFrame:
    """Every pair of texts, one of the texts that framing names as apart and one of the others: are coders of its mind?

    told: article, story, and the column of what coders say. Pairs that they hold for equal are left out.
    Columns: story, first (the text that is said to have more), second, right (1 or 0).
    """
    rows = []
    for (story,), part in told.group_by("story", maintain_order=True):
        given = dict(part.select("article", gold).iter_rows())
        scores = score(corpus.select(part["article"].to_list()), analysers=analysers_of(measure))
        found = differing(scores, measure).filter(pl.col("q") <= LEVEL, pl.col("stated"))
        for row in found.iter_rows(named=True):
            for one, other in ((one, other) for one in row["group"] for other in row["rest"]):
                more, less = (one, other) if row["side"] == "higher" else (other, one)
                if given[more] != given[less]:
                    rows.append((str(story), more, less, float(given[more] > given[less])))
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def differing(scores: Scores, measure: str) -> pl.DataFrame:
    """`texts_apart.text_differences` of an event in which every article is its own."""
    alone = scores.corpus.articles.select("article", story="article", copy_of=pl.lit(None, pl.String))
    return text_differences(scores, alone, primary=(measure,))


def by_counts(told: pl.DataFrame, measure: str, least: float, gold: str = "gold") -> pl.DataFrame:
    """Pairs of texts of a story whose rates differ by so many standard errors of their counts, as `stated_pairs`.

    told: article, story, own_words, the measure's column (per 1,000 own words) and what coders say.
    """
    hits, words = pl.col(measure) * pl.col("own_words") / 1000 + 0.5, pl.col("own_words").cast(pl.Float64)
    rows = told.sort("story", "article").with_columns(rate=(hits / words).log(), variance=1 / hits)
    both = rows.join(rows, on="story", suffix="_2").filter(pl.col("article") < pl.col("article_2"))
    apart = pl.col("rate") - pl.col("rate_2")
    return both.filter(
        apart.abs() >= least * (pl.col("variance") + pl.col("variance_2")).sqrt(), pl.col(gold) != pl.col(f"{gold}_2")
    ).select(
        "story", first="article", second="article_2",
        right=(apart.sign() == (pl.col(gold) - pl.col(f"{gold}_2")).sign()).cast(pl.Float64),
    )  # fmt: skip
