"""Speech verbs of PolNeAR in context: does the verb doubt what is said, vouch for it, or neither?

Three draws of 200 verbs (docs/speech-verbs-codebook.md), each coded twice, blind to the list and to each other, by a
language model: no person has coded them. So they grade nothing (`graded`), and say where the list is plainly wrong.
The list was mended after each draw.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl

from framing.coding import agreement
from framing.corpus.corpus import Corpus
from framing.scoring.scores import score
from gold.figures import Figure, Task, keys, read

CODES = Path(__file__).parents[2] / "tests" / "speech_verbs.csv"  # places and codes alone; the words are PolNeAR's
SET = "PolNeAR, coded by a model, also read"
KINDS = {"reporting_doubt": "D", "reporting_endorse": "E"}


def figures(gold: Path) -> Iterator[Figure]:
    codes = pl.read_csv(CODES)
    rows = read(gold / "polnear.jsonl").with_columns(article=keys())
    drawn = rows.with_row_index("row").filter(pl.col("row").is_in(codes["row"].unique().implode()))
    scores = score(Corpus.from_frame(drawn.select("article", "outlet", body="text")), list(KINDS))
    for measure, code in KINDS.items():
        hits = scores.passages(measure).select(pl.col("article").cast(pl.Int64).alias("row"), "start", hit=True)
        found = codes.join(hits.unique(), on=["row", "start"], how="left").with_columns(
            hit=pl.col("hit").fill_null(False),
            case=((pl.col("code_1") == code).cast(pl.Int8) + (pl.col("code_2") == code).cast(pl.Int8)) / 2,
        )
        task = Task(measure, "sentence", SET, "a verb that tells the writer's attitude to what is said", "speech verbs")
        counts = np.column_stack([found["hit"] * found["case"], found["hit"] * (1 - found["case"]),
                                  ~found["hit"] * found["case"]]).astype(float)  # fmt: skip
        for name, figure in (("precision", _precision), ("recall", _recall)):
            yield task.line(name, agreement.bootstrap(counts, figure), len(counts), graded=False)


def _precision(sums: agreement.Floats) -> agreement.Floats:
    return sums[..., 0] / (sums[..., 0] + sums[..., 1])


def _recall(sums: agreement.Floats) -> agreement.Floats:
    return sums[..., 0] / (sums[..., 0] + sums[..., 2])
