"""The story and the term that a difference hangs on most: beside leaving out each in turn, by itself."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from framing.comparison.estimates.effects import group_effect
from framing.comparison.estimates.permutation import Table
from framing.comparison.estimates.sensitivity import sensitivity
from framing.measures.analyser import Metric

MEASURES = {
    "rate": Metric("rate", unit="per 1,000 words", weight="words", higher="more", source="a test", kind="rate"),
    "mean": Metric("mean", unit="points", weight="words", higher="more", source="a test"),
}


def corpus(seed: int, outlets: int = 3, each: int = 5) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Metrics, stories and evidence: whole hits of four terms; two articles of the first outlet are one story."""
    random = np.random.default_rng(seed)
    rows, told, passages = [], [], []
    for place in range(outlets * each):
        outlet, key = f"o{place // each}", f"a{place:02d}"
        words, hits = int(random.integers(200, 900)), random.integers(0, 4 + 3 * (place < each), 4)
        rows.append((key, outlet, "rate", 1000.0 * hits.sum() / words, float(words)))
        rows.append((key, outlet, "mean", float(random.normal(place < each)), float(words)))
        told.append((key, outlet, "a00" if place == 1 else key, None))
        passages += [(key, outlet, "rate", f"t{term}", float(count)) for term, count in enumerate(hits) if count]
    schema = ["article", "outlet", "metric", "value", "weight"]
    evidence = pl.DataFrame(passages, ["article", "outlet", "metric", "text", "value"], orient="row")
    stories = pl.DataFrame(told, {"article": str, "outlet": str, "story": str, "copy_of": str}, orient="row")
    return (
        pl.DataFrame(rows, schema, orient="row"),
        stories,
        evidence.with_columns(rule=pl.lit(None, pl.String)),
    )


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("metric", ["rate", "mean"])
@pytest.mark.parametrize("lazy", [False, True])
def test_each_in_turn(metric: str, seed: int, lazy: bool) -> None:
    metrics, stories, evidence = corpus(seed)
    group, rest = ["o0"], ["o1", "o2"]

    def effect(frame: pl.DataFrame) -> tuple[float | None, float | None, float | None]:
        table = Table.of(frame.filter(metric=metric), MEASURES, stories)
        return group_effect(table, 0, group, rest)

    def distance(found: tuple[float | None, float | None, float | None]) -> float:
        assert found[0] is not None
        return float(np.log(found[0])) if metric == "rate" else found[0]

    sign = np.sign(distance(effect(metrics)))
    without = {
        article: effect(metrics.filter(~pl.col("article").is_in(gone)))
        for article, gone in stories.group_by("story").agg(pl.col("article").min(), gone="article").select("article", "gone").iter_rows()
    }  # fmt: skip
    if metric == "rate":
        hits = evidence.group_by("article").agg(all=pl.col("value").sum())
        for term in evidence["text"].unique():
            less = (
                evidence.filter(text=term)
                .join(hits, on="article")
                .select("article", share=pl.col("value") / pl.col("all"))
            )
            kept = metrics.join(less, on="article", how="left").with_columns(
                pl.col("value") * (1 - pl.col("share").fill_null(0))
            )
            without[term] = effect(kept.drop("share"))
    row = pl.DataFrame([{"metric": metric, "group": group, "rest": rest}])
    found = sensitivity(row, metrics, MEASURES, stories, evidence.lazy() if lazy else evidence)
    assert found["without"].to_list() == ["article", "term"][: 1 + (metric == "rate")]
    for line in found.iter_rows(named=True):
        trials = [name for name in without if name.startswith("t") == (line["without"] == "term")]
        worst = min(trials, key=lambda name: sign * distance(without[name]))
        assert line["left_out"] == worst
        assert [line["effect"], line["low"], line["high"]] == [
            None if number is None else pytest.approx(number, rel=1e-9) for number in without[worst]
        ]


def test_an_outlet_of_one_story_is_carried_by_it() -> None:
    metrics, stories, evidence = corpus(1, each=1)
    row = pl.DataFrame([{"metric": "rate", "group": ["o0"], "rest": ["o1", "o2"]}])
    found = sensitivity(row, metrics, MEASURES, stories, evidence).filter(without="article").row(0, named=True)
    assert (found["left_out"], found["effect"], found["holds"]) == ("a00", None, False)


def test_many_stories_take_no_table_of_stories_by_stories() -> None:
    metrics, stories, evidence = corpus(2, outlets=2, each=20_000)  # 40,000 by 40,000 numbers would be 12.8 GB
    row = pl.DataFrame([{"metric": "rate", "group": ["o0"], "rest": ["o1"]}])
    assert sensitivity(row, metrics, MEASURES, stories, evidence).height == 2
