"""Do these very texts differ, whatever their outlets do elsewhere? Sentences in blocks are the units.

Where most outlets have one article, nothing can be said of the outlets. That their texts differ by more than the chance
order of sentences can be: each text is cut into about ten blocks of consecutive sentences, every block is scored, and
the texts are tested as outlets are in `differences.py`, the blocks changing hands in place of the stories.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from framing.comparison.estimates.differences import DIFFERENCES, PRIMARY, differences
from framing.comparison.estimates.within import cut
from framing.corpus.corpus import Corpus
from framing.schema import empty
from framing.scoring.scores import Scores, score

FEWEST_BLOCKS = 4
MOST = 60  # texts that are looked at together


def text_differences(
    scores: Scores, stories: pl.DataFrame, seed: int = 1, primary: Sequence[str] = PRIMARY
) -> pl.DataFrame:
    """`DIFFERENCES` of single texts, by the primary measures: what is called an outlet there is an article here.

    Of each story the longest text takes part, copies and texts of fewer than four blocks do not. Empty where at least
    half of the outlets have two stories of their own (`differences` speaks of them), where fewer than two texts are
    left, or more than `MOST`.

    stories: article, story, copy_of.
    """
    measures = {name: scores.measures[name] for name in primary if name in scores.measures}
    own = scores.corpus.articles.join(stories, on="article").filter(pl.col("copy_of").is_null())
    several = own.group_by("outlet").agg(pl.col("story").n_unique()).filter(pl.col("story") > 1).height
    one_each = own.sort("words", "article", descending=[True, False]).unique("story", keep="first", maintain_order=True)
    if not measures or one_each.height < 2 or one_each.height > MOST or 2 * several >= own["outlet"].n_unique():
        return empty(DIFFERENCES)
    blocks = cut(scores.corpus.select(one_each["article"].sort().to_list()))
    blocks = blocks.filter(pl.col("block").n_unique().over("article") >= FEWEST_BLOCKS)
    if blocks["article"].n_unique() < 2:
        return empty(DIFFERENCES)
    pieces = (
        blocks.group_by("article", "block", "paragraph", maintain_order=True)
        .agg(pl.col("text").str.join(" "))
        .group_by("article", "block", maintain_order=True)
        .agg(body=pl.col("text").str.join("\n\n"))
        .join(scores.corpus.articles.select("article", "language"), on="article", maintain_order="left")
        .select("language", "body", outlet="article", article=pl.format("{}/block-{}", "article", "block"))
    )
    metrics = score(Corpus.from_frame(pieces, scores.corpus.event), list(measures), scores.analysers).metrics
    told = pieces.select("article", story="article", copy_of=pl.lit(None, pl.String))
    metrics = metrics.filter(pl.col("metric").is_in(list(measures)))
    return differences(metrics, measures, told, seed, primary)
