"""Do the tests for differences between outlets err as often as they say, and what do they see? Writes
docs/differences.md.

Made-up coverage with the variation that was measured on real articles (see `simulate_intervals.py`) goes through
`framing.comparison.estimates.differences`, and the answers are counted:

    python scripts/simulate_differences.py            # some minutes on one core
    python scripts/simulate_differences.py --quick    # coarse, some seconds
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
from simulate_intervals import Random, Scenario, corpus, lengths, mean, rate, score, share

from framing.comparison.estimates.contrasts import contrasts
from framing.comparison.estimates.differences import differences
from framing.comparison.estimates.permutation import adjust
from framing.comparison.estimates.planning import articles_needed
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

{corpora} events of eight outlets with 1 to 8 stories each, 30 % of the articles off the wire, where nothing differs.

{error_table}

In {quiet} % of these events no difference at all was stated.

## Power

Ten outlets, {runs} events a row; the other four primary measures are equal in all outlets. *Each is named*: the chance
that an outlet which does stand apart is named. *Another is named*: the chance that some outlet is named which does
not; it may yet lie above or below the outlets on the other side, taken together, as the report says. *Wrongly*: the
chance that one is named which does not. *Before*:
the chance that it would have been named by one contrast of each outlet against all others, corrected
over 13 measures at once, which was the rule in earlier versions.

{power_table}

`articles_needed` (80 % power for one of ten outlets at three times the others' rate, after these corrections) says
{hedging} articles each for hedging and {loaded} for loaded terms.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer runs: coarse figures in some seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "docs" / "differences.md")
    options = parser.parse_args()
    began = time.perf_counter()
    text = page(*((10, 20) if options.quick else (100, 600)), options.seed)
    options.out.write_text(text, encoding="utf-8")
    print(f"{options.out}: {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
