"""NewsMTSC: sentiment towards a person in a sentence. Each target's mention is given one and the same name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from framing.coding import agreement
from framing.coding.agreement import tables
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.measures.vader import compound
from framing.scoring.scores import score
from gold.figures import NEUTRAL, Figure, Task, keys, read, unmasked

ACTOR = "Veldkamp"  # stands in for every target, so that one event serves all sentences


def figures(gold: Path) -> Iterator[Figure]:
    rows = read(gold / "newsmtsc.jsonl").explode("targets")
    target = pl.col("targets").struct
    text = pl.col("sentence_normalized")
    corpus_of = rows.select(
        article=keys(),
        outlet=pl.lit("x"),
        body=pl.concat_str(text.str.head(target.field("from")), pl.lit(ACTOR), text.str.slice(target.field("to"))),
    )
    event = Event("targets", "Targets", actors=(Actor(ACTOR, kind="person"),))

    def toward() -> pl.Series:
        scores = score(Corpus.from_frame(corpus_of, event), ["sentiment_toward"]).metrics.filter(
            metric="sentiment_toward"
        )
        return corpus_of.join(scores, on="article", how="left", maintain_order="left")["value"]

    found = toward()
    with unmasked():
        scored = toward()
    polarity = rows.select(((target.field("polarity") - 2) / 2).cast(pl.Int64)).to_series()
    sentence = rows.select(keys_of=text.rle_id()).to_series()
    counts = tables(polarity, classes(found), 3, sentence)
    plain = tables(polarity, classes(compound(rows["sentence_normalized"])), 3, sentence)
    asked = "sentiment towards a person: negative, neutral, positive"
    task = Task("sentiment_toward", "sentence", "NewsMTSC, also read", asked, "mentions")
    by = {"baseline": plain, "baseline_is": "VADER of the sentence"}
    most = max(polarity.value_counts()["count"]) / polarity.len()
    yield task.add("macro-F1 of three", agreement.macro_f1, counts, rows.height, **by, chance=1 / 3, graded=True)
    named = Task("sentiment_toward", "sentence", task.set, f"{asked}; names scored too", "mentions")
    names = tables(polarity, classes(scored), 3, sentence)
    yield named.add("macro-F1 of three", agreement.macro_f1, names, rows.height, chance=1 / 3)
    yield task.add("agreement", agreement.accuracy, counts, rows.height, **by, chance=most)


def classes(values: pl.Series) -> pl.Series:
    """0 negative, 1 neutral, 2 positive; undefined counts as neutral."""
    value = pl.col("value").fill_null(0.0)
    sides = pl.when(value <= -NEUTRAL).then(0).when(value >= NEUTRAL).then(2).otherwise(1)
    return values.rename("value").to_frame().select(sides).to_series()
