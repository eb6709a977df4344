"""Other names that a text gives somebody in so many words: *Ada Holm, better known as Sparrow*."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus

_LONGEST = 60  # characters between the two names
_KNOWN = (
    r"^,? (?:(?:also|better|best|widely|popularly|commonly|now) )?(?:known (?:as|by (?:his|her|its|the) "
    r"(?:nom de guerre|alias|nickname|name)(?:,| of)?)|alias|aka|a\.k\.a\.|nom de guerre),? [“\"‘']?$"
)


def also_known(found: pl.DataFrame, corpus: Corpus) -> list[tuple[str, str]]:
    """Pairs of names that follow each other in a text with *known as*, *alias* or *aka* between them.

    found: article, start, end, text of every name.
    """
    texts = corpus.articles.select("article", whole="text")
    behind = found.sort("article", "start").with_columns(
        other=pl.col("text").shift(-1).over("article"), until=pl.col("start").shift(-1).over("article")
    )
    near = behind.filter(
        pl.col("until") > pl.col("end"), pl.col("until") - pl.col("end") <= _LONGEST, pl.col("other") != pl.col("text")
    ).join(texts, on="article")
    between = pl.col("whole").str.slice("end", pl.col("until") - pl.col("end"))
    return near.filter(between.str.contains(_KNOWN)).select("text", "other").unique(maintain_order=True).rows()
