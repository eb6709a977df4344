"""Do these very texts differ, whatever their outlets do elsewhere? Sentences in blocks are the units.

Where most outlets have one article, nothing can be said of the outlets. That their texts differ by more than the chance
order of sentences can be: each text is cut into blocks of consecutive sentences, every block is scored, and the texts
are tested as outlets are in `differences.py`, the blocks changing hands in place of the stories.

Blocks are all about as long, in short texts and in long ones: else those of short texts, which vary more, would put
them apart too often. And sentences resemble those beside them (a quotation goes on), so that a text's blocks are not as
many independent pieces: the distances between texts are shortened by what neighbouring blocks have in common
(`shortened`). `scripts/simulate_differences.py` counts how often the test errs without and with differences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from framing.comparison.estimates.differences import DIFFERENCES, PRIMARY, differences
from framing.comparison.estimates.within import cut
from framing.corpus.corpus import Corpus
from framing.measures.analyser import Metric
from framing.schema import empty
from framing.scoring.scores import Scores, score

BLOCK_WORDS = 40.0
FEWEST_BLOCKS = 4
_MOST_ALIKE = 0.9
_MARGIN = 0.04  # added to the likeness of neighbours, which is estimated: half its standard error with ten texts
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
    blocks = cut(scores.corpus.select(one_each["article"].sort().to_list()), BLOCK_WORDS)
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
    order = pieces.select("article").with_row_index("place")
    return differences(shortened(metrics.join(order, on="article"), measures), measures, told, seed, primary)


def shortened(metrics: pl.DataFrame, measures: Mapping[str, Metric]) -> pl.DataFrame:
    """The values of blocks with each text's mean drawn towards the mean of all, by how alike neighbouring blocks are.

    With a correlation of r between blocks next to each other (within texts, over all of them, and corrected for what
    taking out a mean of few values does), the mean of n blocks has 1 + 2 (1 - 1/n) r + 2 (1 - 2/n) r^2 + ... times the
    variance of independent ones; distances are divided by the root of it. Rates are multiplied, so that none falls
    below 0; other values are shifted. r is taken to be a little more (`_MARGIN`) than it was found to be, for it is
    estimated; where it is below 0 even so, nothing is changed.

    metrics: outlet (the text), article (the block), metric, value, weight and place, by which blocks follow.
    """
    value, weight = pl.col("value"), pl.col("weight").fill_null(1.0)
    text = ("metric", "outlet")
    known = metrics.drop_nulls("value").sort("metric", "outlet", "place")
    parts = known.with_columns(
        own=(value * weight).sum().over(text) / weight.sum().over(text),
        whole=(value * weight).sum().over("metric") / weight.sum().over("metric"),
        blocks=pl.len().over(text),
    ).with_columns(rest=value - pl.col("own"))
    before = pl.col("rest").shift(1).over(text)
    likeness = parts.with_columns(before=before).group_by("metric").agg(
        r=(pl.col("rest") * pl.col("before")).sum()
        / (pl.col("rest") ** 2).filter(pl.col("before").is_not_null()).sum(),
        blocks=pl.col("blocks").mean(),
    )  # fmt: skip
    factors = {
        metric: _inflation(min(max(r + (1 + r) / blocks + _MARGIN, 0.0), _MOST_ALIKE), round(blocks)) ** -0.5
        for metric, r, blocks in likeness.iter_rows()
        if r == r
    }
    factor = pl.col("metric").replace_strict(factors, default=1.0, return_dtype=pl.Float64)
    goal = pl.col("whole") + factor * (pl.col("own") - pl.col("whole"))
    rates = pl.col("metric").is_in([name for name, measure in measures.items() if measure.kind == "rate"])
    times = value * goal / pl.when(pl.col("own") != 0).then("own")
    drawn = parts.with_columns(value=pl.when(rates).then(times.fill_null(0)).otherwise(goal + pl.col("rest")))
    return drawn.select(*(name for name in metrics.columns if name != "place"))


def _inflation(correlation: float, blocks: int) -> float:
    return 1 + 2 * sum((1 - lag / blocks) * correlation**lag for lag in range(1, blocks))
