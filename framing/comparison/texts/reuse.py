"""Which texts share words: wire copies, edited copies, versions of one story.

Texts are compared by their shingles, the runs of five words. Containment (of the shorter text's shingles
in the longer's) stands beside Jaccard, which misses cut copies.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.texts.plain_words import plain_words
from framing.corpus.corpus import Corpus
from framing.schema import REUSE, conform, empty

SHINGLE = 5  # words
COPY, EDITED, RELATED = 0.8, 0.5, 0.25  # containment from which a pair is in a band
LISTED = 0.05  # pairs below share no more than a phrase
FEWEST_SHINGLES = 20  # a shorter text is contained in others by chance: never a copy
COMMON = 100  # articles with a shingle from which not all of them are compared with each other
_WHOLE = 5_000  # articles up to which every shingle is looked up, not one in eight
_SAMPLE = 8
_BASE = np.uint64(0x9E3779B97F4A7C15)


def reuse(corpus: Corpus) -> pl.DataFrame:
    """`schema.REUSE`: pairs of articles that share words, the most alike first.

    a, b: article keys, a before b. containment: share of the shorter text's shingles that the longer
    holds, 0 to 1. jaccard: shared over all shingles. band: copy (containment from 0.8), edited copy
    (from 0.5), related version (from 0.25), independent. Pairs below 0.05 are left out. Case, punctuation,
    quotation marks, spelling (favour, favor), numbers in words or figures, tickers and datelines make no
    difference (`plain_words`).

    Pairs to compare are looked up by the shingles that they share; beyond 5,000 articles by one shingle in
    eight, so that pairs below a quarter may then be missing. Articles of a text that more than a hundred
    print are compared with its likely source and with one another only, so that all of them are found.
    """
    rows = _ranked(corpus).with_row_index("row").select("article", "row")
    parts = [_shingles(batch, rows) for batch in corpus.batches()]
    found = pl.concat(parts).sort("row", "shingle")
    if found.is_empty():
        return empty(REUSE)
    pairs = _candidates(found, corpus.articles.height)
    sizes = found.group_by("row").agg(size=pl.len())
    shared = pairs.with_columns(shared=_shared(found, pairs))
    smaller = pl.min_horizontal("size", "size_b")
    listed = (
        shared.join(sizes, on="row")
        .join(sizes.rename({"row": "row_b", "size": "size_b"}), on="row_b")
        .with_columns(
            containment=pl.col("shared") / smaller,
            jaccard=pl.col("shared") / (pl.col("size") + pl.col("size_b") - pl.col("shared")),
        )
        .filter(pl.col("containment") >= LISTED)
        .with_columns(band=_band(pl.col("containment"), smaller >= FEWEST_SHINGLES))
    )
    keys = rows["article"]
    one, other = keys.gather(listed["row"]), keys.gather(listed["row_b"])
    named = listed.with_columns(one=one, other=other).with_columns(
        a=pl.min_horizontal("one", "other"), b=pl.max_horizontal("one", "other")
    )
    return conform(
        named.sort(["containment", "jaccard", "a", "b"], descending=[True, True, False, False]), REUSE, "reuse"
    )


def _band(containment: pl.Expr, long: pl.Expr) -> pl.Expr:
    return (
        pl.when((containment >= COPY) & long)
        .then(pl.lit("copy"))
        .when((containment >= EDITED) & long)
        .then(pl.lit("edited copy"))
        .when(containment >= RELATED)
        .then(pl.lit("related version"))
        .otherwise(pl.lit("independent"))
    )


def _shingles(corpus: Corpus, rows: pl.DataFrame) -> pl.DataFrame:
    """The distinct shingles of each article's body: row (of the article), shingle (hash)."""
    words = plain_words(corpus).join(rows, on="article", maintain_order="left")
    row = words["row"].to_numpy()
    codes = words["word"].hash(seed=1).to_numpy()
    count = max(0, len(codes) - SHINGLE + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for step in range(SHINGLE):  # a polynomial in the words' hashes, modulo 2^64
        hashes = hashes * _BASE + codes[step : step + count]
    within = row[:count] == row[SHINGLE - 1 :][:count]
    table = pl.DataFrame({"row": row[:count][within], "shingle": hashes[within]})
    return table.unique(["row", "shingle"])


def _candidates(shingles: pl.DataFrame, articles: int) -> pl.DataFrame:
    """Pairs (row, row_b) that share enough of the shingles that are looked up to be worth comparing."""
    sampled = articles > _WHOLE
    looked = shingles.filter(pl.col("shingle") % _SAMPLE == 0) if sampled else shingles
    sizes = looked.lazy().group_by("row").agg(size=pl.len())
    held = looked.with_columns(held=pl.len().over("shingle")).filter(pl.col("held") > 1)
    few = held.filter(pl.col("held") <= COMMON).lazy().select("row", "shingle")
    clique = few.join(few, on="shingle", suffix="_b").filter(pl.col("row") < pl.col("row_b")).select("row", "row_b")
    # Rows are in the order of the likely source: the first row of a shingle is the likeliest of all.
    many = held.filter(pl.col("held") > COMMON).sort("shingle", "row").lazy()
    linked = many.with_columns(
        first=pl.col("row").first().over("shingle"), before=pl.col("row").shift(1).over("shingle")
    ).filter(pl.col("before").is_not_null())
    star = linked.select(row="first", row_b="row")
    chain = linked.filter(pl.col("before") != pl.col("first")).select(row="before", row_b="row")
    return (
        pl.concat([clique, star, chain])
        .group_by("row", "row_b")
        .agg(times=pl.len())
        .filter(pl.col("times") >= (2 if sampled else 1))
        .join(sizes, on="row")
        .join(sizes.rename({"row": "row_b", "size": "size_b"}), on="row_b")
        .filter(pl.col("times") >= LISTED / 2 * pl.min_horizontal("size", "size_b"))
        .sort("row", "row_b")
        .select("row", "row_b")
        .collect()
    )


def _shared(shingles: pl.DataFrame, pairs: pl.DataFrame) -> NDArray[np.int64]:
    """How many shingles the two articles of each pair share. `shingles` is sorted."""
    row, hashes = shingles["row"].to_numpy(), shingles["shingle"].to_numpy()
    count = int(row.max()) + 1
    edges = np.searchsorted(row, np.arange(count + 1))
    mine = [hashes[start:end] for start, end in pairwise(edges)]
    shared = np.zeros(pairs.height, dtype=np.int64)
    for at, (one, other) in enumerate(pairs.iter_rows()):
        both = np.concatenate((mine[one], mine[other]))
        both.sort(kind="stable")  # two sorted runs are merged
        shared[at] = np.count_nonzero(both[1:] == both[:-1])
    return shared


def stories(corpus: Corpus, shared: pl.DataFrame) -> pl.DataFrame:
    """Which articles tell one story, and which are copies.

    Columns: article, outlet, story (key of the cluster's likely source), copy_of (the source that this
    article copies, null for all others). Articles are of one story when edited copies or copies connect
    them. The likely source is an article of an agency itself, else the earliest, the fullest, the first by
    key; copies point to the likeliest source among the articles that they copy directly.
    """
    close = shared.filter(pl.col("band").is_in(["copy", "edited copy"]))
    ranked = _ranked(corpus).with_row_index("rank")
    rank = dict(ranked.select("article", "rank").iter_rows())
    places = pl.col("a", "b").replace_strict(rank, return_dtype=pl.UInt32)
    pairs = close.select(places, "band").select(
        "band", low=pl.min_horizontal("a", "b").cast(pl.UInt32), high=pl.max_horizontal("a", "b").cast(pl.UInt32)
    )
    cluster = connected(ranked.height, pairs["low"].to_numpy(), pairs["high"].to_numpy())
    copies = pairs.filter(band="copy").group_by("high").agg(source=pl.col("low").min())
    keys = ranked["article"]
    return (
        ranked.with_columns(cluster=pl.Series(cluster))
        .with_columns(story=pl.col("article").first().over("cluster"))
        .join(copies, left_on="rank", right_on="high", how="left", maintain_order="left")
        .with_columns(copy_of=pl.col("source").map_batches(lambda source: keys.gather(source), return_dtype=pl.String))
        .select("article", "outlet", "story", "copy_of")
        .sort("article")
    )


def _ranked(corpus: Corpus) -> pl.DataFrame:
    """Articles and outlets, the likeliest sources first: agencies, then the earliest, then the fullest."""
    return (
        corpus.articles.select("article", "outlet", "published", "words", wire=by_agency(corpus))
        .sort(["wire", "published", "words", "article"], descending=[True, False, True, False], nulls_last=True)
        .select("article", "outlet")
    )


def by_agency(corpus: Corpus) -> pl.Expr:
    """Whether an article is an agency's own: the event says that its outlet is one, or it credits its own outlet."""
    agencies = [outlet.name for outlet in corpus.event.outlets if outlet.kind == "agency"]
    return pl.col("outlet").is_in(agencies) | (pl.col("outlet") == pl.col("agency")).fill_null(False)


def connected(count: int, one: NDArray[np.integer[Any]], other: NDArray[np.integer[Any]]) -> NDArray[np.int32]:
    """For each of so many items the least item of its group: those that pairs connect, directly or by others.

    Union-find (Tarjan 1975); scipy's graph library takes longer to load than this to run.
    """
    leader = list(range(count))

    def find(item: int) -> int:
        while leader[item] != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        first, second = sorted((find(a), find(b)))
        leader[second] = first
    return np.array([find(item) for item in range(count)], dtype=np.int32)
