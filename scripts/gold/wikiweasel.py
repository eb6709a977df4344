"""CoNLL-2010: Wikipedia sentences that editors tagged for a hedge or a weasel word, in whatever voice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from framing.corpus.corpus import Corpus
from gold.figures import Figure, Task, hit, keys, listed, read, unquoted, untokenised


def figures(gold: Path) -> Iterator[Figure]:
    rows = read(gold / "wikiweasel.jsonl")
    corpus = Corpus.from_frame(rows.select(article=keys(), outlet=pl.lit("x"), body=unquoted(untokenised("text"))))
    task = Task(
        "weasel", "sentence", "CoNLL-2010 Wikipedia, also read", "sentence has a weasel word or hedge", "sentences"
    )
    yield from task.found(
        rows["uncertain"], hit(corpus, "weasel"), plain=listed(rows["text"]), plain_is="a list of 50 hedges"
    )
