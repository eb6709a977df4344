"""Do the tests for differences between outlets err as often as they say, and what do they see? Writes
docs/differences.md.

Made-up coverage with the variation that was measured on real articles (see `simulate_intervals.py`) goes through
`framing.comparison.estimates.differences`, and the answers are counted:

    python scripts/simulate_differences.py            # half an hour on one core
    python scripts/simulate_differences.py --quick    # coarse, some seconds

Single texts are made of sentences that resemble those beside them, as far as real ones do: FOLLOWS is what was measured
on three events (50 articles).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import NormalDist

import numpy as np
import polars as pl
from simulate_intervals import (
    WORDS_PER_SENTENCE,
    Floats,
    Random,
    Scenario,
    corpus,
    lengths,
    mean,
    rate,
    score,
    share,
)

from framing.comparison.estimates.contrasts import contrasts
from framing.comparison.estimates.differences import differences
from framing.comparison.estimates.permutation import adjust
from framing.comparison.estimates.planning import articles_needed
from framing.comparison.estimates.texts_apart import BLOCK_WORDS, FEWEST_BLOCKS, shortened
from framing.measures.analyser import Metric

OUTLETS = 10
TESTED_ONCE = 13  # measures that the earlier rule corrected together
PERMUTATIONS = 1_999
HEDGING = rate("hedging, 15.5 per 1,000, CV .31", 15.5, 0.31)
LOADED = rate("loaded terms, 8 per 1,000, CV .5", 8.0, 0.5)
PRIMARY = (
    HEDGING,
    LOADED,
    share("quoted share, 27 %, sd 11", "words", 0.27, 0.11),
    mean("sentiment, sd .10, ICC .06", -0.05, 0.10, 0.06),
    score("grade, sd 8", 45.0, 8.0),
)
SHAPES = {  # what each outlet's rate is multiplied by
    "one at three times": (3.0, *(1.0,) * 9),
    "three at three times": (*(3.0,) * 3, *(1.0,) * 7),
    "three at a third": (*(1 / 3,) * 3, *(1.0,) * 7),
}
TEXTS = 10
FOLLOWS = {"quoted_share": 0.35, "sentiment": 0.15, "hedging": 0.1, "loaded": 0.1, "grade": 0.1}  # lag-1 correlation
TEXT_SHAPES = {  # measure and what it is in the first text: times the rate, or the quoted share
    "one quotes 60 %, the others 27 %": ("quoted_share", 0.6),
    "one hedges three times as often": ("hedging", 3.0),
    "one has three times the loaded terms": ("loaded", 3.0),
}


def texts(random: Random, changed: str = "", to: float = 1.0) -> pl.DataFrame:
    """Texts of sentences in blocks, all of one kind but the first, where a measure is changed: a row a block."""
    rows = []
    for text in range(TEXTS):
        count = max(8, round(lengths(random, 1)[0] / WORDS_PER_SENTENCE))
        size = WORDS_PER_SENTENCE * random.gamma(4.0, 0.25, count)
        blocks = max(1, round(size.sum() / BLOCK_WORDS))
        block = np.minimum((size.cumsum() - size / 2) / size.sum() * blocks, blocks - 1).astype(np.int64)
        total = np.bincount(block, size, blocks)
        here = np.flatnonzero(total)
        if len(here) < FEWEST_BLOCKS:
            continue
        for metric, follows in FOLLOWS.items():
            now = to if text == 0 and metric == changed else None
            latent = following(random, count, follows)
            if metric == "quoted_share":
                sums = 100 * size * (latent < NormalDist().inv_cdf(now or 0.27))
            elif metric == "sentiment":
                sums = size * (0.4 * latent - 0.05)
            elif metric == "grade":
                sums = size * (11 + 3 * latent)
            else:
                expected = (15.5 if metric == "hedging" else 8.0) * (now or 1.0) * size / 1000
                sums = 1000 * random.poisson(expected * np.exp(0.5 * latent - 0.125))
            value = np.bincount(block, sums, blocks)[here] / total[here]
            rows += [
                (f"text {text}", f"text {text}/{at}", at, metric, one, weight)
                for at, one, weight in zip(here.tolist(), value.tolist(), total[here].tolist(), strict=True)
            ]
    columns = ["outlet", "article", "place", "metric", "value", "weight"]
    return pl.DataFrame(rows, schema=columns, orient="row")


def following(random: Random, count: int, correlation: float) -> Floats:
    """Standard normal values, each like the one before it to that degree."""
    drawn = random.normal(size=count)
    for at in range(1, count):
        drawn[at] = correlation * drawn[at - 1] + np.sqrt(1 - correlation**2) * drawn[at]
    return drawn


TEXT_MEASURES = {
    "quoted_share": replace(PRIMARY[2].metric, name="quoted_share"),
    "sentiment": replace(PRIMARY[3].metric, name="sentiment"),
    "hedging": replace(HEDGING.metric, name="hedging"),
    "loaded": replace(LOADED.metric, name="loaded"),
    "grade": replace(PRIMARY[4].metric, name="grade"),
}


def among_texts(
    random: Random, events: int, changed: str = "", to: float = 1.0
) -> tuple[dict[str, float], float, float, float]:
    """Of events of single texts: share of tests with p at most .05 by measure, of events without a finding, of those
    that name the first text by the changed measure, and some other one by it.
    """
    wrong = dict.fromkeys(TEXT_MEASURES, 0)
    quiet = named = another = 0
    for number in range(events):
        frame = shortened(texts(random, changed, to), TEXT_MEASURES)
        told = frame.unique("article").select("article", story="article", copy_of=pl.lit(None, pl.String))
        found = differences(frame, TEXT_MEASURES, told, number, tuple(TEXT_MEASURES), PERMUTATIONS)
        for row in found.iter_rows(named=True):
            wrong[row["metric"]] += row["p"] is not None and row["p"] <= 0.05
        quiet += not (found["q"] <= 0.05).any()
        stated = found.filter("stated", metric=changed).explode("group")["group"].to_list()
        named += "text 0" in stated
        another += bool(set(stated) - {"text 0"})
    return {name: count / events for name, count in wrong.items()}, quiet / events, named / events, another / events


def event(random: Random, each: int, scenario: Scenario, times: Sequence[float]) -> pl.DataFrame:
    """Outlets with so many stories each: the scenario with the outlets' own rates, and four measures that are equal."""
    outlet = np.repeat(np.arange(OUTLETS), each)
    words = lengths(random, len(outlet))
    parts = []
    for number, drawn in enumerate((scenario, *(one for one in PRIMARY if one is not scenario))):
        value, weight = drawn.draw(random, words)
        if number == 0:
            for place, factor in enumerate(times):
                here = outlet == place
                changed = rate("", drawn.truth * factor, drawn.spread)
                value[here] = changed.draw(random, words[here])[0]
        parts.append(pl.DataFrame({"outlet": outlet, "value": value, "weight": weight, "metric": drawn.title}))
        parts[-1] = parts[-1].with_row_index("row")
    name = pl.format("outlet {}", "outlet")
    return pl.concat(parts).with_columns(outlet=name, article=pl.format("{}/{}", name, "row"))


def power(random: Random, each: int, scenario: Scenario, times: Sequence[float], runs: int) -> tuple[float, ...]:
    """Shares of events: the measure is found to differ; an outlet that stands apart is named; some other is; one is
    named that does not lie where it is said to; the earlier rule names an outlet that stands apart.
    """
    measures = {one.title: replace(one.metric, name=one.title) for one in PRIMARY}
    truth = {f"outlet {place}" for place, factor in enumerate(times) if factor != 1}
    rates = {f"outlet {place}": factor for place, factor in enumerate(times)}
    differ = named = another = wrong = before = 0
    for number in range(runs):
        frame = event(random, each, scenario, times)
        told = frame.unique("article").select("article", story="article", copy_of=pl.lit(None, pl.String))
        found = differences(frame, measures, told, number, tuple(measures), PERMUTATIONS)
        row = found.row(by_predicate=pl.col("metric") == scenario.title, named=True)
        differ += row["q"] <= 0.05
        group = set(row["group"]) if row["stated"] else set()
        named += len(group & truth)
        another += bool(group - truth)
        rest = np.mean([rates[outlet] for outlet in row["rest"]]) if group else 1.0
        higher = row["side"] == "higher"
        wrong += any(rates[outlet] == rest or (rates[outlet] > rest) != higher for outlet in group)
        before += len(truth & earlier(frame.filter(metric=scenario.title), measures, told, number))
    return differ / runs, named / runs / len(truth), another / runs, wrong / runs, before / runs / len(truth)


def earlier(frame: pl.DataFrame, measures: dict[str, Metric], told: pl.DataFrame, seed: int) -> set[str]:
    """What one contrast an outlet, all measures corrected together, would name (the rule until version 0.1)."""
    empty = pl.DataFrame(schema={"metric": pl.String, "group": pl.List(pl.String), "group_p": pl.List(pl.Float64),
                                 "q": pl.Float64, "stated": pl.Boolean})  # fmt: skip
    rows = contrasts(frame, measures, told, seed, permutations=29_999, different=empty)
    others = np.ones((TESTED_ONCE - 1) * OUTLETS)
    q = adjust(np.concatenate([rows["p"].to_numpy(), others]))[: rows.height]
    apart = (pl.col("low") > 1) | (pl.col("high") < 1)
    return set(rows.with_columns(q=pl.Series(q)).filter(pl.col("q") <= 0.05, apart)["outlet"])


def false_alarms(random: Random, corpora: int) -> tuple[list[tuple[str, float]], float]:
    """Share of tests with p at most .05 where nothing differs, by measure; share of corpora without a finding."""
    wrong = np.zeros(len(PRIMARY))
    quiet = 0
    for number in range(corpora):
        metrics, measures, told = corpus(random, (2, 3, 3, 4, 5, 6, 8, 1), PRIMARY)
        found = differences(metrics, measures, told, number, tuple(measures), PERMUTATIONS).sort("metric")
        wrong += (found["p"] <= 0.05).to_numpy()
        quiet += not (found["q"] <= 0.05).any()
    titles = [one.title for one in PRIMARY]
    return list(zip(titles, (wrong / corpora).tolist(), strict=True)), quiet / corpora


def page(runs: int, corpora: int, seed: int) -> str:
    """docs/differences.md."""
    random = np.random.default_rng(seed)
    alone, alone_quiet, _, _ = among_texts(random, corpora)
    lines = ["| measure | p ≤ .05 where nothing differs |", "|---|---|"]
    lines += [f"| {name} | {share_:.3f} |" for name, share_ in alone.items()]
    text_table = "\n".join(lines)
    lines = ["| what differs | the text is named | another is named |", "|---|---|---|"]
    for shape, (changed, to) in TEXT_SHAPES.items():
        _, _, named, another = among_texts(random, runs, changed, to)
        lines.append(f"| {shape} | {named:.2f} | {another:.2f} |")
    text_power = "\n".join(lines)
    errors, quiet = false_alarms(random, corpora)
    lines = ["| measure | p ≤ .05 where nothing differs |", "|---|---|"]
    lines += [f"| {title} | {share_:.3f} |" for title, share_ in errors]
    error_table = "\n".join(lines)
    lines = [
        "| measure, articles each | who stands apart | measure differs | each is named | another is named | wrongly "
        "| before |",
        "|---|---|---|---|---|---|---|",
    ]
    for scenario in (HEDGING, LOADED):
        for each in (3, 5, 10):
            for shape, times in SHAPES.items():
                cells = " | ".join(f"{number:.2f}" for number in power(random, each, scenario, times, runs))
                lines.append(f"| {scenario.title}; {each} | {shape} | {cells} |")
    needed = [
        articles_needed(one.truth, 550.0, one.spread, times=3.0, outlets=OUTLETS, measures=len(PRIMARY))
        for one in (HEDGING, LOADED)
    ]
    return TEMPLATE.format(
        error_table=error_table,
        power_table="\n".join(lines),
        quiet=f"{100 * quiet:.1f}",
        text_table=text_table,
        error=(0.05 * 0.95 / corpora) ** 0.5,
        text_power=text_power,
        text_quiet=f"{100 * alone_quiet:.1f}",
        corpora=corpora,
        runs=runs,
        hedging=needed[0],
        loaded=needed[1],
    )


TEMPLATE = """# How far the tests for differences between outlets can be trusted

Written by `scripts/simulate_differences.py`; do not edit. The articles are made up with the variation measured on real
coverage, and go through `framing.comparison.estimates.differences`, where the tests are described: one test a measure
over all outlets first (five primary measures, false discovery rate 5 %), then the outlets that stand apart.

## False alarms

{corpora} events of eight outlets with 1 to 8 stories each, 30 % of the articles off the wire, where nothing differs
(the standard error of the shares is about {error:.3f}).

{error_table}

In {quiet} % of these events no difference at all was stated.

## Power

Ten outlets, {runs} events a row; the other four primary measures are equal in all outlets. *Each is named*: the chance
that an outlet which does stand apart is named. *Another is named*: the chance that some outlet is named whose own rate
is the common one. That is an error only where it does not lie where it is said to lie, above or below the outlets on
the other side taken together (some of which may be low ones that were not found): *wrongly*. *Before*: the chance that
an outlet which stands apart would have been named by one contrast of each outlet against all others, corrected over 13
measures at once, which was the rule in earlier versions.

{power_table}

## Single texts

*These texts differ* is tested in the same way, with blocks of about 40 words of each text in place of an outlet's
stories (`framing.comparison.estimates.texts_apart`). {corpora} events of ten texts of about 550 words. Sentences are
made so that each resembles the one before it (correlation .35 for being quoted, .15 for tone, .1 else; three events of
50 articles have about that much or less). Without equal blocks and without shortening distances, .11 to .18 of the
tests of quoted share were false. Events where nothing differs:

{text_table}

In {text_quiet} % of these events no measure was certain to differ. Events in which one text does differ, {runs} a row:

{text_power}

## How many articles

`articles_needed` (80 % power for one of ten outlets at three times the others' rate, after these corrections) says
{hedging} articles each for hedging and {loaded} for loaded terms.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer runs: coarse figures in some seconds")
    parser.add_argument("--runs", type=int, help="events a row of the tables of power (100)")
    parser.add_argument("--corpora", type=int, help="events where nothing differs (600)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "docs" / "differences.md")
    options = parser.parse_args()
    began = time.perf_counter()
    text = page(
        options.runs or (10 if options.quick else 100), options.corpora or (20 if options.quick else 600), options.seed
    )
    options.out.write_text(text, encoding="utf-8")
    print(f"{options.out}: {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
