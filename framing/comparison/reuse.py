"""Which texts share words: wire copies, edited copies, versions of one story.

Texts are compared by their shingles, the runs of five words. Containment (of the shorter text's shingles
in the longer's) stands beside Jaccard, which misses cut copies.
"""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.schema import REUSE, conform, empty

SHINGLE = 5  # words
COPY, EDITED, RELATED = 0.8, 0.5, 0.25  # containment from which a pair is in a band
LISTED = 0.05  # pairs below share no more than a phrase
FEWEST_SHINGLES = 20  # a shorter text is contained in others by chance: never a copy
COMMON = 200  # a shingle in more articles than this is a stock phrase and proves nothing
_WORDS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "percent": "%",
}  # fmt: skip


def reuse(corpus: Corpus) -> pl.DataFrame:
    """`schema.REUSE`: every pair of articles that shares words, the most alike first.

    a, b: article keys, a before b. containment: share of the shorter text's shingles that the longer
    holds, 0 to 1. jaccard: shared over all shingles. band: copy (containment from 0.8), edited copy
    (from 0.5), related version (from 0.25), independent. Case, punctuation, spelling (favour, favor) and
    numbers in words or figures make no difference.
    """
    rows = corpus.articles.select("article").with_row_index("row")
    shingles = pl.concat([_shingles(batch, rows) for batch in corpus.batches()])
    if shingles.is_empty():
        return empty(REUSE)
    sizes = shingles.group_by("row").agg(size=pl.len())
    telling = shingles.filter(pl.len().over("shingle").is_between(2, COMMON))
    pairs = (
        telling.lazy()
        .join(telling.lazy(), on="shingle", suffix="_b")
        .filter(pl.col("row") < pl.col("row_b"))
        .group_by("row", "row_b")
        .agg(shared=pl.len())
        .collect()
    )
    keys = corpus.articles["article"]
    smaller = pl.min_horizontal("size", "size_b")
    containment = pl.col("shared") / smaller
    band = (
        pl.when((containment >= COPY) & (smaller >= FEWEST_SHINGLES))
        .then(pl.lit("copy"))
        .when((containment >= EDITED) & (smaller >= FEWEST_SHINGLES))
        .then(pl.lit("edited copy"))
        .when(containment >= RELATED)
        .then(pl.lit("related version"))
        .otherwise(pl.lit("independent"))
    )
    found = (
        pairs.join(sizes, on="row")
        .join(sizes.rename({"row": "row_b", "size": "size_b"}), on="row_b")
        .with_columns(
            containment=containment,
            jaccard=pl.col("shared") / (pl.col("size") + pl.col("size_b") - pl.col("shared")),
            band=band,
        )
        .filter(pl.col("containment") >= LISTED)
    )
    named = found.with_columns(a=keys.gather(found["row"]), b=keys.gather(found["row_b"]))
    return conform(
        named.sort(["containment", "jaccard", "a", "b"], descending=[True, True, False, False]), REUSE, "reuse"
    )


def _shingles(corpus: Corpus, rows: pl.DataFrame) -> pl.DataFrame:
    """The distinct shingles of each article's body: row (of the article), shingle (hash)."""
    word = pl.col("lower").str.replace_all(r"[^\p{L}\p{N}]", "")
    plain = (
        word.replace(_WORDS)
        .str.replace(r"our(s|ed|ing|able|ite|ites)?$", "or$1")
        .str.replace(r"is(e|es|ed|ing|ation|ations)$", "iz$1")
        .str.replace(r"(?:tre|ter)(s?)$", "ter$1")
    )
    words = corpus.tokens.filter(pl.col("is_word"), pl.col("part") == "body").select("article", word=plain)
    following = [pl.col("word").shift(-step).over("article").alias(f"word_{step}") for step in range(SHINGLE)]
    return (
        words.with_columns(shingle=pl.struct(following).hash(), last=following[-1])
        .filter(pl.col("last").is_not_null())
        .unique(["article", "shingle"], maintain_order=True)
        .join(rows, on="article", maintain_order="left")
        .select("row", "shingle")
    )


def stories(corpus: Corpus, shared: pl.DataFrame) -> pl.DataFrame:
    """Which articles tell one story, and which are copies.

    Columns: article, outlet, story (key of the cluster's likely source), copy_of (the source that this
    article copies, null for all others). Articles are of one story when edited copies or copies connect
    them. The likely source is an article of the credited agency itself, else the earliest, the fullest,
    the first by key.
    """
    close = shared.filter(pl.col("band").is_in(["copy", "edited copy"]))
    articles = corpus.articles
    leader = _connected(articles["article"].to_list(), close.select("a", "b").rows())
    agencies = [outlet.name for outlet in corpus.event.outlets if outlet.kind == "agency"]
    wire = pl.col("outlet").is_in(agencies) | (pl.col("outlet") == pl.col("agency"))
    ranked = (
        articles.select("article", "outlet", "published", "words", wire=wire.fill_null(False))
        .with_columns(cluster=pl.col("article").replace_strict(leader))
        .sort(["wire", "published", "words", "article"], descending=[True, False, True, False], nulls_last=True)
        .with_columns(story=pl.col("article").first().over("cluster"))
    )
    copies = close.filter(band="copy")
    both = pl.concat([copies.select("a", "b"), copies.select(a="b", b="a")])
    rank = ranked.with_row_index("rank").select("article", "rank")
    source = (
        both.join(rank, left_on="a", right_on="article")
        .join(rank.rename({"rank": "rank_b"}), left_on="b", right_on="article")
        .filter(pl.col("rank_b") < pl.col("rank"))
        .sort("rank_b")
        .group_by("a", maintain_order=True)
        .agg(copy_of=pl.col("b").first())
    )
    return (
        ranked.join(source, left_on="article", right_on="a", how="left")
        .select("article", "outlet", "story", "copy_of")
        .sort("article")
    )


def _connected(names: list[str], pairs: list[tuple[str, str]]) -> dict[str, str]:
    """For each name the leader of its connected group (union-find)."""
    leader = {name: name for name in names}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for one, two in pairs:
        first, second = sorted((find(one), find(two)))
        leader[second] = first
    return {name: find(name) for name in names}
