"""PolNeAR: articles with all that is attributed, to whom and by which words. Beliefs and documents count as sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from framing.corpus.corpus import Corpus
from gold.figures import Figure, Task, keys, read, values

SET = "PolNeAR"


def figures(gold: Path) -> Iterator[Figure]:
    rows = read(gold / "polnear.jsonl").with_columns(article=keys())
    corpus = Corpus.from_frame(rows.select("article", "outlet", body="text"))
    found = values(corpus, ["sources_named", "sources_unnamed", "quoted_share"])
    items = rows.select("text", "attributions").to_dicts()
    told = rows.select(
        "article", named=pl.Series(list(map(named, items))), content=pl.Series(list(map(content, items)))
    ).join(found, on="article")
    short = -told["words"].cast(pl.Float64)
    for measure, gold_is, asked in (
        ("sources_named", told["named"] / told["words"], "sources with a name, per word"),
        ("quoted_share", told["content"], "share of the text that is attributed, in marks or not"),
    ):
        task = Task(measure, "article", SET, asked, "articles")
        yield task.correlated(gold_is, told[measure].fill_null(0.0), told["article"], short, "short articles")


def named(item: dict[str, Any]) -> int:
    """How many sources a text has that begin with, or hold, a name: a word with a capital that opens no sentence."""
    spans = {tuple(span) for one in item["attributions"] or () for span in one["source"] or ()}
    texts = [item["text"][low:high].split() for low, high in spans]
    return sum(any(word[:1].isupper() for word in (words if len(words) > 1 else ())) for words in texts)


def content(item: dict[str, Any]) -> float:
    """Share of a text's characters that stand in the content of an attribution."""
    inside = bytearray(len(item["text"]))
    for low, high in (span for one in item["attributions"] or () for span in one["content"] or ()):
        inside[low:high] = b"\1" * max(0, min(high, len(inside)) - low)
    return sum(inside) / max(1, len(inside))
