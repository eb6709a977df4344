"""UD English GUM: sentences of twelve genres with a passive whose doer is not named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from framing.corpus.corpus import Corpus
from gold.figures import Figure, Task, hit, keys, read, unquoted


def figures(gold: Path) -> Iterator[Figure]:
    rows = read(gold / "gum-passives.jsonl").with_columns(
        case=pl.col("passives").list.eval(~pl.element().struct.field("agent")).list.any()
    )
    corpus = Corpus.from_frame(rows.select(article=keys(), outlet=pl.lit("x"), body=unquoted(pl.col("text"))))
    task = Task("agentless_passive", "sentence", "GUM", "sentence has a passive without its doer", "sentences")
    plain = rows["text"].str.contains(r"(?i)\b(?:is|are|was|were|be|been|being)\s+\w+ed\b")
    yield from task.found(
        rows["case"], hit(corpus, "agentless_passive"), rows["doc"], plain=plain, plain_is="be and a word in -ed"
    )
