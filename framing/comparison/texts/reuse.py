"""Which texts share words: wire copies, edited copies, versions of one story.

Texts are compared by their shingles, the runs of five words. Containment (of the shorter text's shingles
in the longer's) stands beside Jaccard, which misses cut copies.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.texts.plain_words import plain_codes
from framing.corpus.corpus import BATCH, Corpus
from framing.corpus.metadata.agencies import agency_of
from framing.schema import REUSE, conform, empty

SHINGLE = 5  # words
COPY, EDITED, RELATED = 0.8, 0.5, 0.25  # containment from which a pair is in a band
LISTED = 0.05  # pairs below share no more than a phrase
FEWEST_SHINGLES = 20  # a shorter text is contained in others by chance: never a copy
COMMON = 100  # articles with a shingle from which not all of them are compared with each other
_WHOLE = 1_000  # articles up to which every shingle is looked up; of more, one in four of a long text
_SAMPLE, _LONG = 4, 256  # a text is long from so many shingles
_COMMON_OF_MANY = 40  # COMMON, beyond `_WHOLE` articles
_BASE = np.uint64(0x9E3779B97F4A7C15)


def reuse(corpus: Corpus) -> pl.DataFrame:
    """`schema.REUSE`: pairs of articles that share words, the most alike first.

    a, b: article keys, a before b. containment: share of the shorter text's shingles that the longer
    holds, 0 to 1. jaccard: shared over all shingles. band: copy (containment from 0.8), edited copy
    (from 0.5), related version (from 0.25), independent. Pairs below 0.05 are left out. Case, punctuation,
    quotation marks, spelling (favour, favor), numbers in words or figures, tickers and datelines make no
    difference (`plain_words`).

    Pairs to compare are looked up by the shingles that they share; beyond 1,000 articles by one shingle in four of
    long texts, and pairs below a quarter are left out. Articles of a text that more than a hundred (of many articles:
    forty) print are compared with its likely source and with one another only, so that all of them are found.
    """
    rows = _ranked(corpus).select("article").with_row_index("row")
    found = rows.join(corpus.take(shingles), on="article").sort("row")
    if found.is_empty():
        return empty(REUSE)
    pairs = _candidates(found, corpus.articles.height)
    sizes = found.select("row", size=pl.col("shingles").list.len())
    shared = pairs.with_columns(shared=_shared(found, pairs))
    smaller = pl.min_horizontal("size", "size_b")
    listed = (
        shared.join(sizes, on="row")
        .join(sizes.rename({"row": "row_b", "size": "size_b"}), on="row_b")
        .with_columns(
            containment=pl.col("shared") / smaller,
            jaccard=pl.col("shared") / (pl.col("size") + pl.col("size_b") - pl.col("shared")),
        )
        .filter(pl.col("containment") >= (RELATED if corpus.articles.height > _WHOLE else LISTED))
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


def shingles(corpus: Corpus) -> pl.DataFrame:
    """The distinct shingles of each article's body that has any: article, shingles (a list of hashes, in order).

    Use `corpus.take(shingles)`: where articles were scored together with this, their texts are not read again.
    """
    parts = [_shingles(batch) for batch in corpus.batches()]
    return pl.concat(parts) if parts else pl.DataFrame(schema={"article": pl.String, "shingles": pl.List(pl.UInt64)})


def _shingles(corpus: Corpus) -> pl.DataFrame:
    text = corpus.annotation
    at, code, forms = plain_codes(text)
    row, codes = text.words["row"].to_numpy()[at], forms.hash(seed=1).to_numpy()[code]
    count = max(0, len(codes) - SHINGLE + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for step in range(SHINGLE):  # a polynomial in the words' hashes, modulo 2^64
        hashes = hashes * _BASE + codes[step : step + count]
    within = row[:count] == row[SHINGLE - 1 :][:count]
    runs = pl.DataFrame({"row": row[:count][within], "shingle": hashes[within]})
    lists = runs.group_by("row", maintain_order=True).agg(shingles=pl.col("shingle").unique().sort())
    return lists.select(pl.lit(text.articles["article"]).gather(pl.col("row")).alias("article"), "shingles")


def _candidates(listed: pl.DataFrame, articles: int) -> pl.DataFrame:
    """Pairs (row, row_b) that share enough of the shingles that are looked up to be worth comparing."""
    sampled = articles > _WHOLE
    least, common = (RELATED / 2, _COMMON_OF_MANY) if sampled else (LISTED / 2, COMMON)
    looked = pl.concat([_looked_up(some, sampled) for some in listed.iter_slices(BATCH)])
    held = looked.with_columns(held=pl.len().over("shingle"))
    few = held.lazy().filter(pl.col("held") <= common)
    # Rows are in the order of the likely source: the first row of a shingle is the likeliest of all.
    many = held.lazy().filter(pl.col("held") > common).sort("shingle", "row")
    linked = many.with_columns(
        first=pl.col("row").first().over("shingle"), before=pl.col("row").shift(1).over("shingle")
    ).filter(pl.col("before").is_not_null())
    star = linked.select(row="first", row_b="row")
    chain = linked.filter(pl.col("before") != pl.col("first")).select(row="before", row_b="row")
    once = few.filter(pl.col("held") > 1).select("row", "shingle")
    clique = once.join(once, on="shingle", suffix="_b").filter(pl.col("row") < pl.col("row_b")).select("row", "row_b")
    # Shingles that few have and those that many have are judged apart: among many articles the many tell little.
    found = [_alike(clique, few, least), _alike(pl.concat([star, chain]), many, least)]
    return pl.concat(found).unique().sort("row", "row_b").collect()


def _alike(pairs: pl.LazyFrame, looked: pl.LazyFrame, least: float) -> pl.LazyFrame:
    """The pairs that stand so often that the shorter of the two may hold this share of its shingles in common.

    looked: row, shingle, long (one in four shingles is looked up).
    """
    sizes = looked.group_by("row").agg(size=pl.len(), long=pl.col("long").first())
    scale = pl.when("long").then(_SAMPLE).otherwise(1)
    known = pl.when("long_b").then(_SAMPLE).otherwise(1)
    shorter = pl.min_horizontal(pl.col("size") * scale, pl.col("size_b") * known)
    return (
        pairs.group_by("row", "row_b")
        .agg(times=pl.len())
        .join(sizes, on="row")
        .join(sizes.rename({"row": "row_b", "size": "size_b", "long": "long_b"}), on="row_b")
        .filter(pl.col("times") * pl.max_horizontal(scale, known) >= least * shorter)
        .select("row", "row_b")
    )


def _looked_up(found: pl.DataFrame, sampled: bool) -> pl.DataFrame:
    """A row for each shingle that is looked up: row, shingle, long (one in four is looked up)."""
    long = (pl.col("shingles").list.len() >= _LONG) & sampled
    some = found.select("row", long=long, shingle="shingles").explode("shingle")
    return some.filter(~pl.col("long") | (pl.col("shingle") % _SAMPLE == 0))


def _shared(found: pl.DataFrame, pairs: pl.DataFrame) -> NDArray[np.int64]:
    """How many shingles the two articles of each pair share."""
    ends = np.cumsum(found["shingles"].list.len().to_numpy(), dtype=np.int64)
    mine = dict(zip(found["row"], np.split(found["shingles"].explode().to_numpy(), ends[:-1]), strict=True))
    shared = np.zeros(pairs.height, dtype=np.int64)
    for at, (one, other) in enumerate(pairs.iter_rows()):
        both = np.concatenate((mine[one], mine[other]))
        both.sort(kind="stable")  # two sorted runs are merged
        shared[at] = np.count_nonzero(both[1:] == both[:-1])
    return shared


def _ranked(corpus: Corpus) -> pl.DataFrame:
    """Articles and outlets, the likeliest sources first: agencies, then the earliest, then the fullest."""
    return (
        with_agencies(corpus)
        .sort(["own", "published", "words", "article"], descending=[True, False, True, False], nulls_last=True)
        .select("article", "outlet")
    )


def with_agencies(corpus: Corpus) -> pl.DataFrame:
    """Articles with `wire` (the agency that the text is credited to, by its one name), and `own` (it is its own).

    An article is an agency's own where its outlet is that agency, by the event or under any of its names, and no other
    agency is credited.
    """
    declared = {outlet.name for outlet in corpus.event.outlets if outlet.kind == "agency"}
    articles = corpus.articles
    is_agency = {name: agency_of(name) or (name if name in declared else None) for name in articles["outlet"].unique()}
    credit = {name: agency_of(name) or name for name in articles["agency"].drop_nulls().unique()}
    outlet = pl.col("outlet").replace_strict(is_agency, return_dtype=pl.String)
    wire = pl.col("agency").replace_strict(credit, default=None, return_dtype=pl.String)
    own = (outlet.is_not_null() & (wire.is_null() | (wire == outlet))) | (pl.col("outlet") == pl.col("agency"))
    return articles.with_columns(
        own=own.fill_null(False), wire=pl.when(own.fill_null(False)).then(pl.coalesce(outlet, wire)).otherwise(wire)
    )
