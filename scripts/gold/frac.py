"""FrAC: sentences of news and of its readers, each with one dimension of the Policy Frames Codebook.

Its code for law takes in crime and punishment, so that both lists are added up for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from framing.corpus.corpus import Corpus
from gold.figures import Figure, Task, keys, read, unquoted, values
from gold.tfidf import cross_validated

CODES = {
    "1": "economic", "3": "morality", "4": "fairness_and_equality", "5": "legality", "6": "political",
    "8": "security_and_defense", "9": "health_and_safety", "11": "cultural_identity", "12": "public_opinion",
}  # fmt: skip


def figures(gold: Path) -> Iterator[Figure]:
    rows = read(gold / "frac.jsonl")
    corpus = Corpus.from_frame(rows.select(article=keys(), outlet=pl.lit("x"), body=unquoted(pl.col("text"))))
    names = [f"policy_{name}" for name in (*CODES.values(), "crime_and_punishment")]
    found = values(corpus, names).with_columns(
        policy_legality=pl.col("policy_legality") + pl.col("policy_crime_and_punishment")
    )
    for code, name in CODES.items():
        measure = f"policy_{name}"
        case = rows["label"] == code
        learned = cross_validated(rows["text"], case, rows["id"])
        asked = "sentence is of that dimension" + (" or of crime" if name == "legality" else "") + ", against others"
        task = Task(measure, "sentence", "FrAC, also read", asked, "sentences")
        yield task.ranked(case, found[measure].fill_null(0.0), rows["id"], learned=learned)
