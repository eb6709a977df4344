"""Narrative frames: articles on the climate with generic frames, and who is hero, villain or victim in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from framing.corpus.corpus import Corpus
from gold.figures import Figure, Task, keys, of_actors, read, values
from gold.tfidf import cross_validated

FRAMES = {
    "HI": "human_interest", "CO": "conflict", "MO": "morality", "EC": "economic"
}  # fmt: skip
SET = "Narrative frames"


def figures(gold: Path) -> Iterator[Figure]:
    rows = read(gold / "narrative-frames.jsonl").with_columns(article=keys())
    corpus = Corpus.from_frame(rows.select("article", outlet=pl.lit("x"), body="text"))
    found = values(corpus, [f"frame_{name}" for name in FRAMES.values()])
    for code, name in FRAMES.items():
        learned = cross_validated(rows["text"], rows[code], rows["outlet"])
        task = Task(f"frame_{name}", "article", SET, "article has that frame", "articles")
        yield task.ranked(rows[code], found[f"frame_{name}"].fill_null(0.0), rows["id"], learned=learned)
    roles = by_actor(rows)
    asked = "actor is a hero, against a villain"
    told = roles.filter(pl.col("role").is_in(["hero", "villain"]), pl.col("sentiment_toward").is_not_null())
    task = Task("sentiment_toward", "article", SET, asked, "actors in articles")
    yield task.ranked(told["role"] == "hero", told["sentiment_toward"], told["article"])


def by_actor(rows: pl.DataFrame, only: str = "sentiment_toward") -> pl.DataFrame:
    """For each actor of an article whose role coders agree on: article, actor, role, and the measure's value."""
    frames: list[tuple[object, ...]] = []
    for row in rows.iter_rows(named=True):
        found = {role["entity"]: role["role"] for role in row["roles"]}
        both = {role["entity"] for role in row["roles"] if found[role["entity"]] != role["role"]}
        names = [name for name in found if name not in both and len(name) > 2]
        article = pl.DataFrame({"article": [row["article"]], "outlet": ["x"], "body": [row["text"]]})
        metrics = of_actors(article, names, only)
        labels = {metric.label: name for name, metric in metrics.measures.items() if metric.family == only}
        value = dict(metrics.metrics.select("metric", "value").iter_rows())
        frames.extend((row["article"], name, found[name], value.get(labels.get(name, ""))) for name in names)
    schema = {"article": pl.String, "actor": pl.String, "role": pl.String, only: pl.Float64}
    return pl.DataFrame(frames, schema=schema, orient="row")
