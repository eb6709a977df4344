"""Small metrics and stories for the tests of comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import polars as pl

from framing.measures.analyser import Kind, Metric
from framing.schema import METRICS

UNITS = {"rate": "per 1,000 own words", "share": "% of sentences", "mean": "-1 to 1", "score": "points"}
WEIGHTS = {"rate": "own_words", "share": "sentences", "mean": "sentences", "score": "words"}
KINDS: tuple[Kind, ...] = ("rate", "share", "mean", "score")


def measure(name: str, kind: Kind, weight: str | None = None) -> Metric:
    return Metric(name, unit=UNITS[kind], weight=weight or WEIGHTS[kind], higher="more", source="test", kind=kind)


def metrics(rows: Iterable[tuple[str, str, float | None, float]]) -> pl.DataFrame:
    """article (`outlet/...`), metric, value, weight."""
    schema = ["article", "outlet", "metric", "value", "weight"]
    data = [(article, article.split("/")[0], metric, value, weight) for article, metric, value, weight in rows]
    return pl.DataFrame(data, schema={name: METRICS[name] for name in schema}, orient="row")


def stories(
    frame: pl.DataFrame, same: Mapping[str, str] | None = None, copies: Mapping[str, str] | None = None
) -> pl.DataFrame:
    """Each article a story of its own but for those in `same` (article: story) and `copies` (article: source)."""
    articles = frame["article"].unique().sort().to_list()
    told, of = dict(same or {}), dict(copies or {})
    return pl.DataFrame(
        {
            "article": articles,
            "story": [told.get(name, of.get(name, name)) for name in articles],
            "copy_of": [of.get(name) for name in articles],
        },
        schema={"article": pl.String, "story": pl.String, "copy_of": pl.String},
    )


def random_metrics(
    seed: int, sizes: Mapping[str, int], measures: Mapping[str, Metric], missing: float = 0.0
) -> pl.DataFrame:
    """Values without any true difference between outlets."""
    random = np.random.default_rng(seed)
    rows: list[tuple[str, str, float | None, float]] = []
    for outlet, size in sizes.items():
        for number in range(size):
            words = float(random.integers(200, 900))
            for name, metric in measures.items():
                weight = words if metric.weight.endswith("words") else max(1.0, round(words / 20))
                value = {
                    "rate": random.poisson(8 * weight / 1000) / weight * 1000,
                    "share": 100 * random.binomial(int(weight), 0.3) / weight,
                    "mean": random.normal(0, 0.2),
                    "score": random.normal(50, 8),
                }[metric.kind]
                rows.append((f"{outlet}/{number}", name, None if random.random() < missing else float(value), weight))
    return metrics(rows)
