"""Sentences of BASIL coded for hedges in whatever voice, by docs/hedging-codebook.md.

Of the two draws that were coded before they were scored, and by which the list was not mended.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl

from framing.coding import agreement
from framing.coding.agreement import Floats
from framing.corpus.corpus import Corpus
from gold.figures import Figure, Task, hit, keys, unquoted

HEDGES = Path(__file__).parents[2] / "tests" / "hedges.csv"  # codes alone; the sentences are BASIL's


def figures(gold: Path) -> Iterator[Figure]:
    sentences = {
        (item["uuid"], item["source"], number): text
        for item in map(json.loads, (gold / "basil.jsonl").read_text(encoding="utf-8").splitlines())
        for number, text in enumerate(text for part in item["body-paragraphs"] for text in part)
    }
    codes = pl.read_csv(HEDGES).filter(pl.col("draw") >= 3)
    places = codes.select("article", "outlet", "sentence").iter_rows()
    body = pl.Series("body", [sentences[place] for place in places], dtype=pl.String)
    corpus = Corpus.from_frame(
        body.to_frame().select(article=keys(), outlet=pl.lit("x"), body=unquoted(pl.col("body")))
    )
    task = Task("hedging", "sentence", "BASIL, our coding", "sentence has a hedge", "sentences")
    plain = body.str.contains(r"(?i)\b(?:may|might|could|would|likely|seem\w*|appear\w*)\b")
    yield from task.found(codes["hedge"], hit(corpus, "hedging"), plain=plain, plain_is="seven words")
    among = coincidences(codes.select(pl.selectors.starts_with("coder_").cast(pl.Float64)).to_numpy())
    yield task.add("alpha of the coders", agreement.nominal_alpha, among, codes.height)


def coincidences(codes: Floats) -> Floats:
    """For each unit (row) its part of Krippendorff's table of coincidences of codes 0 and 1; NaN: not coded."""
    counts = np.stack([(codes == value).sum(1) for value in (0, 1)], axis=1).astype(np.float64)
    pairs = counts[:, :, None] * (counts[:, None, :] - np.eye(2))
    shares: Floats = pairs / np.maximum(counts.sum(1) - 1, 1)[:, None, None]
    return shares
