"""What a study estimates of outlets, beside what human coders found in the same articles.

    python ../shared/tools/events_from_gold.py OUT   # BASIL and MoralEvents as events, with coders' figures
    python scripts/study_gold.py OUT [basil] [moral-events]

Coders' counts go through the very functions that the measures go through: the same events, copies set aside, outlets
against the others in the same events. Printed as Markdown: estimates with 95 % intervals, whether outlets differ at
all, and whether the order of outlets is the coders' (rank correlation, resampled over events; pairs of outlets that
either side tells apart).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import polars as pl

import framing
from framing.comparison.study.cells import cells, differences
from framing.comparison.study.differ import differ
from framing.comparison.study.effects import Measured, effects, interval, measured
from framing.comparison.study.study import Study
from framing.measures.analyser import Metric

MEASURES = ("loaded", "negative_sentences", "quoted_share")
CODES = {"basil": ("lexical_bias", "lexical_bias_negative"), "moral-events": ("vices", "moral_events")}
FEWEST = {"basil": 3, "moral-events": 6}  # events of an outlet whose place in the order is asked for
SHARES = ("negative_sentences", "quoted_share")
DRAWS = 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path, help="the folder that events_from_gold.py wrote")
    parser.add_argument("sets", nargs="*", default=list(CODES), help="basil, moral-events")
    arguments = parser.parse_args()
    for name in arguments.sets:
        print("\n".join(page(arguments.out, name)), end="\n\n")


def page(out: Path, name: str) -> Iterator[str]:
    """Everything on one set."""
    study = framing.study(out / name, only=MEASURES, cache=True)
    coded = coded_cells(study, pl.read_csv(out / f"{name}.codes.csv"), CODES[name])
    metrics = {code: Metric(code, unit="per 1,000 words", weight="words", higher="more", source="coders", kind="rate")
               for code in CODES[name]}  # fmt: skip
    told = {code: measured(metrics[code], coded.filter(metric=code)) for code in metrics}
    found = pl.concat([study.effects, effects(told.values(), coded, differences(coded, metrics), {})])
    counted = {key: measured(study.measures[key], study.cells.filter(metric=key)) for key in MEASURES}
    fits = {key: one for key, one in {**counted, **told}.items() if one is not None}
    shown = (*MEASURES, *CODES[name])
    outlets = study.outlets.filter(pl.col("own_events") >= FEWEST[name])["outlet"].to_list()
    tests = {row["metric"]: row for row in differ(fits.values(), 1, every=True).iter_rows(named=True)}
    yield f"## {name}: {study.events.height} events, {len(study.names)} outlets"
    yield ""
    yield from table(("outlet", "events", *shown), estimates(found, outlets, shown))
    yield ""
    yield "Differences from the others in the same events, in the measure's unit (standard error); rates as ratios too."
    yield ""
    yield from table(("do outlets differ?", *shown), [("p", *(f"{tests[key]['p']:.3f}" for key in shown))])
    yield ""
    rows = [
        (key, code, *order(fits[key], fits[code], outlets)) for code in CODES[name] for key in MEASURES if key in fits
    ]
    heads = ("measure", "coders", "rank correlation (95 %)", "pairs in the coders' order", "of pairs coders tell apart",
             "of pairs the measure tells apart")  # fmt: skip
    yield from table(heads, rows)


def coded_cells(study: Study, codes: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    """`CELLS` of the coders' counts, per 1,000 words, copies set aside as in the study."""
    long = codes.unpivot(list(names), index=["story", "article", "words"], variable_name="metric", value_name="count")
    articles = study.articles.select("event", "outlet", "source_file", key="article")
    joined = long.join(articles, left_on=["story", "article"], right_on=["event", "source_file"])
    metrics = joined.select(
        "metric", "outlet", event="story", article="key", value=1000 * pl.col("count") / pl.col("words"), weight="words"
    )
    made = {name: Metric(name, unit="", weight="words", higher="", source="", kind="rate") for name in names}
    return cells(metrics.with_columns(pl.col("weight").cast(pl.Float64)), study.stories, made)


def estimates(found: pl.DataFrame, outlets: Sequence[str], shown: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """One row for each outlet."""
    rows = {(row["metric"], row["outlet"]): row for row in found.iter_rows(named=True)}
    for outlet in outlets:
        parts = []
        for metric in shown:
            row = rows.get((metric, outlet))
            if row is None or row["difference"] is None:
                parts.append("–")
                continue
            rate = metric not in SHARES
            ratio = f"; ×{row['effect']:.2f} ({row['low']:.2f} to {row['high']:.2f})" if rate and row["low"] else ""
            parts.append(f"{row['difference']:+.2f} ({row['difference_se'] or float('nan'):.2f}){ratio}")
        yield (outlet, str(rows[shown[0], outlet]["events"]), *parts)


def order(one: Measured, other: Measured, outlets: Sequence[str]) -> tuple[str, str, str, str]:
    """How far two measures order outlets alike."""
    from scipy.stats import spearmanr

    names = [name for name in outlets if name in one.names and name in other.names]
    events = sorted({*one.events, *other.events})
    draws = np.random.default_rng(1).multinomial(len(events), np.full(len(events), 1 / len(events)), size=DRAWS)
    sides = []
    for fit in (one, other):
        at, place = [events.index(event) for event in fit.events], [fit.names.index(name) for name in names]
        sides.append(np.vstack([fit.fit.effect, fit.fit.resampled(draws[:, at].astype(float))])[:, place])
    found = np.array([spearmanr(a, b).statistic for a, b in zip(*sides, strict=True)])
    low, high = np.nanquantile(found[1:], (0.025, 0.975))
    pairs = list(combinations(names, 2))
    gaps = [{pair: gap(fit, *pair) for pair in pairs} for fit in (one, other)]
    same = {pair: gaps[0][pair][0] * gaps[1][pair][0] > 0 for pair in pairs}
    counts = [f"{sum(same.values())} of {len(pairs)}"]
    for side in (1, 0):
        sure = [pair for pair in pairs if gaps[side][pair][1]]
        counts.append(f"{sum(same[pair] for pair in sure)} of {len(sure)}")
    return (f"{found[0]:+.2f} ({low:+.2f} to {high:+.2f})", *counts)  # type: ignore[return-value]


def gap(one: Measured, first: str, second: str) -> tuple[float, bool]:
    """The difference of two outlets, and whether its 95 % interval excludes none."""
    mine, others = (np.array([[float(name == wanted)] for name in one.names]) for wanted in (first, second))
    fewest = min(one.design.events_of[one.names.index(name)] for name in (first, second))
    found = interval(one, mine, others, np.array([fewest]))
    return float(found.estimate[0]), bool(found.low[0] > 0 or found.high[0] < 0)


def table(heads: Sequence[str], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Markdown."""
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    yield from (f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    main()
