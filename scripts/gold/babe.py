"""BABE: sentences biased by word choice, of eight outlets on fourteen topics; without those that coders disagree on.

All were read when terms were chosen: before the last of them were, the half that was unread gave macro-F1 .72.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from framing.corpus.corpus import Corpus
from gold.figures import STRONGLY, Figure, Task, hit, keys, read, strong_words, values
from gold.outlets import over_events
from gold.tfidf import cross_validated


def figures(gold: Path) -> Iterator[Figure]:
    rows = read(gold / "babe.jsonl").filter(pl.col("label_bias") != "No agreement")
    learned = pl.Series(cross_validated(rows["text"], rows["label_bias"] == "Biased", rows["news_link"]) > 0)
    corpus = Corpus.from_frame(rows.select(article=keys(), outlet=pl.lit("x"), body="text"))
    biased = rows["label_bias"] == "Biased"
    strong = rows["text"].str.to_lowercase().str.extract_all(r"[\w'’]+").list.eval(pl.element().is_in(strong_words()))
    for least, name in ((0.0, "biased sentence, by any hit"), (1.4, "biased sentence, by a strength of 1.4")):
        task = Task("loaded", "sentence", "BABE, also read", name, "sentences")
        yield from task.found(
            biased, hit(corpus, "loaded", least), macro=True, plain=strong.list.any(), plain_is=STRONGLY,
            learned=learned, graded=least == 0,
        )  # fmt: skip
    told = rows.select("outlet", article=keys(), story="topic", gold=biased.cast(pl.Float64))
    task = Task("loaded", "outlets", "BABE, also read", "share of biased sentences over topics", "pairs of outlets")
    yield from over_events(task, told.join(values(corpus, ["loaded"]), on="article"), "own_words", "rate", 5)
