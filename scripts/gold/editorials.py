"""VADER's own sentences of New York Times editorials, rated from -4 to 4 by twenty people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from framing.coding.agreement import moments, pearson
from framing.corpus.corpus import Corpus
from gold.figures import Figure, Task, keys, read, strong_valence, unmasked, values


def figures(gold: Path) -> Iterator[Figure]:
    rows = read(gold / "nyt-editorials.jsonl")
    texts = rows.select(article=keys(), outlet=pl.lit("x"), body="text")
    found = values(Corpus.from_frame(texts), ["sentiment"])["sentiment"].fill_null(0.0)
    with unmasked():
        scored = values(Corpus.from_frame(texts), ["sentiment"])["sentiment"].fill_null(0.0)
    editorial = rows["id"].str.extract(r"^(\d+)")
    sums = moments(rows["mean_rating"], found, editorial)
    plain = moments(rows["mean_rating"], strong_valence(rows["text"]), editorial)
    task = Task("sentiment", "sentence", "NYT editorials", "valence of a sentence, mean of 20 raters", "sentences")
    yield task.add(
        "Pearson r",
        pearson,
        sums,
        rows.height,
        baseline=plain,
        chance=0.0,
        graded=True,
        baseline_is="its strongly valenced words counted",
    )
    named = Task("sentiment", "sentence", "NYT editorials", f"{task.task}; names scored too", "sentences")
    yield named.add("Pearson r", pearson, moments(rows["mean_rating"], scored, editorial), rows.height, chance=0.0)
