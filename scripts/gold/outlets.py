"""Outlets over events: are coders of the mind of `framing study`, by its own model?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from framing.coding.agreement import Estimate, Floats
from framing.comparison.estimates.differences import LEVEL
from framing.comparison.study.effects import Measured, interval, measured
from framing.measures.analyser import Metric
from gold.figures import Figure, Task

_DRAWS = 2_000


@dataclass(frozen=True)
class Pairs:
    """Pairs of outlets that share enough events, in a fixed order.

    right: whether measure and coders have each pair in one order. apart: whether the study holds it apart (95 %,
    each pair by itself). drawn: `right` in events drawn anew, draws x pairs.
    """

    names: list[tuple[str, str]]
    right: Floats
    apart: Floats
    drawn: Floats

    def share(self, chosen: Floats) -> Estimate:
        """The share in order of the chosen pairs, with its interval over events."""
        low, high = np.quantile(self.drawn[:, chosen > 0].mean(axis=1), (0.025, 0.975))
        return Estimate(float(self.right[chosen > 0].mean()), float(low), float(high))


def outlet_pairs(told: pl.DataFrame, measure: str, weight: str, kind: str, least: int, gold: str = "gold") -> Pairs:
    """Every two outlets that share at least so many events, set apart by the study's model of each side.

    told: story, outlet, the measure and its weight, and what coders say of the article. kind: of the measure
    (`Metric.kind`); coders' figures are means of articles.
    """
    ours = _fitted(told, measure, weight, kind)
    theirs = _fitted(told.with_columns(each=pl.lit(1.0)), gold, "each", "mean")
    if ours is None or theirs is None:
        return Pairs([], np.zeros(0), np.zeros(0), np.zeros((_DRAWS, 0)))
    shared = sorted(set(ours.names) & set(theirs.names))
    names = [
        (one, other) for at, one in enumerate(shared) for other in shared[at + 1 :]
        if min(_together(side, one, other) for side in (ours, theirs)) >= least
    ]  # fmt: skip
    events = sorted({*ours.events, *theirs.events})
    draws = np.random.default_rng(1).multinomial(len(events), np.full(len(events), 1 / len(events)), size=_DRAWS)
    signs, drawn = [], []
    for side in (ours, theirs):
        mine, others = (np.array([[name == pair[n] for pair in names] for name in side.names], float) for n in (0, 1))
        counts = draws[:, [events.index(event) for event in side.events]].astype(np.float64)
        signs.append(np.sign(side.fit.between(mine, others)))
        drawn.append(np.sign(side.fit.between(mine, others, side.fit.resampled(counts))))
        if side is ours:
            found = interval(side, mine, others, np.full(len(names), least, dtype=np.float64))
    return Pairs(names, (1 + signs[0] * signs[1]) / 2, (found.p <= LEVEL).astype(float), (1 + drawn[0] * drawn[1]) / 2)


def over_events(
    task: Task, told: pl.DataFrame, weight: str, kind: str, least: int, graded: bool = True
) -> Iterator[Figure]:
    """Share of pairs of outlets in the coders' order, and of those that the study holds apart; none without pairs."""
    pairs = outlet_pairs(told, task.measure, weight, kind, least)
    for name, chosen in (("pairs in order", np.ones(len(pairs.names))), ("certain pairs in order", pairs.apart)):
        if chosen.any():
            sure = name != "pairs in order"
            one = replace(task, task="pairs of outlets that a study holds apart (95 %)") if sure else task
            yield one.line(name, pairs.share(chosen), int(chosen.sum()), chance=0.5, graded=graded and not sure)


def _together(side: Measured, one: str, other: str) -> int:
    """In how many events both outlets have a cell."""
    there = side.design.indicator.sum(axis=1) > 0
    return int((there[:, side.names.index(one)] & there[:, side.names.index(other)]).sum())


def _fitted(told: pl.DataFrame, column: str, weight: str, kind: str) -> Measured | None:
    """The study's fits of one column, every article a text of its outlet's own."""
    scale = {"rate": 1000.0, "share": 100.0}.get(kind, 1.0)
    cells = (
        told.filter(pl.col(column).is_not_null(), pl.col(weight) > 0)
        .group_by("outlet", event="story")
        .agg(
            part=(pl.col(column) * pl.col(weight) / scale).sum(),
            weight=pl.col(weight).cast(pl.Float64).sum(),
        )
        .with_columns(value=scale * pl.col("part") / pl.col("weight"), voice=pl.lit(1.0))
        .sort("event", "outlet")
    )
    return measured(Metric(column, unit="", weight=weight, higher="", source="", kind=kind), cells)  # type: ignore[arg-type]
