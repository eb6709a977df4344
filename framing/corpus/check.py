"""What is in a corpus, and how much was taken out of each page."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.errors import UnknownNameError


def check(corpus: Corpus) -> pl.DataFrame:
    """One row for each article: article, outlet, published, agency, words, removed (%, of the characters
    read, by kind), flags."""
    body = pl.col("text").str.len_chars() - pl.col("body_start")
    taken = corpus.removed.group_by("article", "kind").agg(size=pl.col("text").str.len_chars().sum())
    sizes = corpus.articles.select("article", body=body)
    total = taken.group_by("article").agg(all=pl.col("size").sum())
    shares = (
        taken.join(sizes, on="article")
        .join(total, on="article")
        .with_columns(share=100 * pl.col("size") / (pl.col("body") + pl.col("all")))
        .sort("article", "share", "kind", descending=[False, True, False])
        .group_by("article", maintain_order=True)
        .agg(removed=pl.format("{} {}%", "kind", pl.col("share").round(1)).str.join(", "))
    )
    return corpus.articles.join(shares, on="article", how="left", maintain_order="left").select(
        "article", "outlet", "published", "agency", "words", "removed", flags=pl.col("flags").list.join(" ")
    )


def raw_against_clean(corpus: Corpus, article: str) -> str:
    """What was kept of an article (a line begins with two blanks) and what was taken out (a minus sign)."""
    if article not in corpus.articles["article"]:
        raise UnknownNameError("article", article, corpus.articles["article"])
    row = corpus.articles.row(by_predicate=pl.col("article") == article, named=True)
    removed = corpus.removed.filter(article=article)
    kept = row["text"].split("\n\n")
    taken = [f"- [{kind}: {rule}] {text}" for kind, rule, text in removed.select("kind", "rule", "text").iter_rows()]
    return "\n".join([f"{article} ({row['source_file']})", *taken, *(f"  {paragraph}" for paragraph in kept)])
