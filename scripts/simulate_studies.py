"""Do a study's intervals cover, and do its tests err as often as they say? Writes docs/study-intervals.md.

Studies are made up with the variation that was measured on real coverage (BASIL), put through the very functions that
`framing study` uses, and the answers are counted. Run it after any change to `framing/comparison/study/`:

    python scripts/simulate_studies.py            # some ten minutes on one core
    python scripts/simulate_studies.py --quick    # coarse, a minute
"""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # many small matrices: threads only get in each other's way

import numpy as np
from numpy.typing import NDArray

from framing.comparison.study.differ import permuted
from framing.comparison.study.effects import Measured, fitted, holm, interval
from framing.comparison.study.two_way import each_and_others, largest_component
from framing.measures.analyser import Kind, Metric

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Random = np.random.Generator

EVENTS = (3, 5, 10, 30, 100)
DESIGNS = ("all outlets in all events", "sets of outlets differ", "one to four articles each", "30 % wire copies")
OUTLETS = 6
WORDS, WORDS_SPREAD = 550.0, 0.45


@dataclass(frozen=True)
class Scenario:
    """A measure. apart: how far outlets lie from each other (sd; of logarithms for rates), as in real coverage.

    draw: values and weights of one article for each cell, given what its outlet and its event add.
    """

    title: str
    kind: Kind
    apart: float
    draw: Callable[[Random, Floats, Floats], tuple[Floats, Floats]]
    event_spread: float

    @property
    def metric(self) -> Metric:
        return Metric(self.title, unit="", weight="words", higher="", source="", kind=self.kind)


def rate(title: str, per_thousand: float, variation: float) -> Scenario:
    """Hits at a rate that differs between articles (gamma) and events (lognormal)."""

    def draw(random: Random, outlet: Floats, event: Floats) -> tuple[Floats, Floats]:
        words = random.lognormal(np.log(WORDS), WORDS_SPREAD, len(outlet))
        noise = random.gamma(1 / variation**2, variation**2, len(outlet))
        hits = random.poisson(words * per_thousand / 1000 * noise * np.exp(outlet + event))
        return 1000 * hits / words, words

    return Scenario(title, "rate", 0.3, draw, 0.5)


def share(title: str, percent: float, spread: float, apart: float) -> Scenario:
    """Shares of articles are beta."""

    def draw(random: Random, outlet: Floats, event: Floats) -> tuple[Floats, Floats]:
        mean = np.clip(percent + outlet + event, 2, 90) / 100
        size = np.maximum(mean * (1 - mean) / (spread / 100) ** 2 - 1, 0.5)
        return 100 * random.beta(mean * size, (1 - mean) * size), random.lognormal(
            np.log(WORDS), WORDS_SPREAD, len(outlet)
        )

    return Scenario(title, "share", apart, draw, spread / 2)


def mean(title: str, level: float, spread: float, uneven: bool = False) -> Scenario:
    """Values of articles are normal; uneven: every second outlet varies twice as much."""

    def draw(random: Random, outlet: Floats, event: Floats) -> tuple[Floats, Floats]:
        size = spread * (1 + uneven * (np.unique(outlet, return_inverse=True)[1] % 2))
        return random.normal(level + outlet + event, size), np.full(len(outlet), 25.0)

    return Scenario(title, "mean", spread / 2, draw, spread)


SCENARIOS = (
    rate("hedging, 15.5 per 1,000, CV .31", 15.5, 0.31),
    rate("loaded terms, 8 per 1,000, CV .5", 8.0, 0.5),
    rate("a rare list, 1.5 per 1,000, CV .8", 1.5, 0.8),
    share("quoted share, 27 %, sd 11", 27.0, 11.0, 5.0),
    share("a rare share, 5 %, sd 5", 5.0, 5.0, 0.0),
    mean("sentiment, sd .10", 0.05, 0.10),
    mean("sentiment, sd .10 or .20 by outlet", 0.05, 0.10, uneven=True),
    mean("reading ease, sd 8", 45.0, 8.0),
)


def present(random: Random, design: str, events: int, outlets: int) -> tuple[Ints, Ints]:
    """Which outlet has coverage of its own of which event: outlets and events of the cells."""
    there = np.ones((events, outlets), bool)
    if design == "sets of outlets differ":
        there = random.random(there.shape) < random.uniform(0.3, 0.9, outlets)
    elif design == "30 % wire copies":
        there = random.random(there.shape) > 0.3
    for event in np.flatnonzero(there.sum(axis=1) < 2):
        there[event, random.choice(outlets, 2, replace=False)] = True
    rows, columns = np.nonzero(there)
    kept = largest_component(columns, rows, outlets)
    return columns[kept], rows[kept]


def made(random: Random, scenario: Scenario, design: str, events: int, effect: Floats) -> Measured | None:
    """A study in which outlets have these effects."""
    outlet, event = present(random, design, events, len(effect))
    level = random.normal(0, scenario.event_spread, events)
    articles = random.integers(1, 5, len(effect))[outlet] if design.startswith("one to four") else np.ones(len(outlet))
    total, weights = np.zeros(len(outlet)), np.zeros(len(outlet))
    for number in range(int(articles.max())):
        value, weight = scenario.draw(random, effect[outlet], level[event])
        weight = np.where(articles > number, weight, 0.0)
        total, weights = total + value * weight, weights + weight
    value = total / weights
    part = value * weights / (1000 if scenario.kind == "rate" else 1)
    if scenario.kind == "rate":
        found = np.bincount(event, part, minlength=events)[event] > 0
        if len(np.unique(event[found])) < 2:
            return None
        tied = largest_component(outlet[found], event[found], len(effect))
        outlet, event = outlet[found][tied], event[found][tied]
        value, part, weights = value[found][tied], part[found][tied], weights[found][tied]
    names, number_of = np.unique(outlet, return_inverse=True)
    events_there, place = np.unique(event, return_inverse=True)
    return fitted(
        scenario.metric, [str(name) for name in names], [str(one) for one in events_there],
        number_of, place, value, part, weights, np.ones(len(number_of)),
    )  # fmt: skip


def coverage(scenario: Scenario, design: str, events: int, runs: int, seed: int) -> float:
    """Share of intervals that hold what is true of an outlet against the others."""
    random, held, all_ = np.random.default_rng(seed), 0, 0
    for _ in range(runs):
        effect = random.normal(0, scenario.apart, OUTLETS)
        one = made(random, scenario, design, events, effect)
        if one is None:
            continue
        mine, others = each_and_others(one.fit)
        found = interval(one, mine, others, one.design.events_of)
        truth = one.fit.between(mine, others, effect[[int(name) for name in one.names]])
        known = np.isfinite(found.low)
        held += int(((found.low <= truth) & (truth <= found.high))[known].sum())
        all_ += int(known.sum())
    return held / all_ if all_ else float("nan")


def errors(scenario: Scenario, design: str, events: int, effect: Floats, runs: int, seed: int) -> tuple[float, ...]:
    """How often a measure is said to differ; how often some outlet is named; how often the first one is."""
    random, differs, named, first, done = np.random.default_rng(seed), 0, 0, 0, 0
    for _ in range(runs):
        one = made(random, scenario, design, events, effect)
        if one is None:
            continue
        done += 1
        p, _ = permuted(one, random, 199)
        if p > 0.05:
            continue
        differs += 1
        found = holm(interval(one, *each_and_others(one.fit), one.design.events_of).p)
        hit = np.nan_to_num(found, nan=1.0) <= 0.05
        named += int(hit.any())
        first += int(one.names[0] == "0" and hit[0])
    return tuple(count / max(1, done) for count in (differs, named, first))


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Markdown."""
    heads = list(heads)
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def outside(cells: dict[str, float], low: float, high: float) -> str:
    """Which figures lie outside the bounds that were asked for, in words."""
    far = [f"{name} {value:.3f}" for name, value in cells.items() if not low <= round(value, 3) <= high]
    mean = sum(cells.values()) / len(cells)
    text = f"Of {len(cells)} figures {len(cells) - len(far)} lie between {low:.2f} and {high:.2f} (mean {mean:.3f})"
    return textwrap.fill(text + (f"; outside: {'; '.join(far)}." if far else "."), 118)


def page(runs: int) -> str:
    """The whole page."""
    heads = ("measure", *(f"{count} events" for count in EVENTS))
    parts = []
    covered: dict[str, float] = {}
    alarms: dict[str, float] = {}
    for place, design in enumerate(DESIGNS):
        rows = []
        for at, scenario in enumerate(SCENARIOS):
            seed = 1000 * at + 10 * place + 1
            held = [coverage(scenario, design, events, max(60, 20 * runs // (events + 10)), seed) for events in EVENTS]
            cells = [f"{value:.3f}" for value in held]
            covered |= {
                f"{scenario.title}, {design}, {n} events:": value for n, value in zip(EVENTS, held, strict=True)
            }
            rows.append((scenario.title, *cells))
            print(design, *rows[-1], file=sys.stderr, flush=True)
        parts.append(f"### {design[:1].upper()}{design[1:]}\n\n{table(heads, rows)}")
    none = np.zeros(OUTLETS)
    wrong: list[tuple[str, ...]] = []
    for at, scenario in enumerate(SCENARIOS):
        for design in (DESIGNS[0], DESIGNS[1], DESIGNS[2]):
            found = [errors(scenario, design, events, none, runs, 7 + at) for events in (5, 10, 30)]
            alarms |= {
                f"{scenario.title}, {design}, {n} events:": one[0] for n, one in zip((5, 10, 30), found, strict=True)
            }
            wrong.append((scenario.title, design, *(f"{one[way]:.3f}" for way in (0, 1) for one in found)))
            print(*wrong[-1], file=sys.stderr, flush=True)
    power: list[tuple[str, ...]] = []
    for scenario, sizes in (
        (SCENARIOS[1], (np.log(1.25), np.log(1.5), np.log(2.0))),
        (SCENARIOS[3], (5.0, 10.0)),
        (SCENARIOS[5], (0.05, 0.10)),
    ):
        for size in sizes:
            effect = none + size * (np.arange(OUTLETS) == 0)
            shown = f"x {np.exp(size):.2f}" if scenario.kind == "rate" else f"+ {size:g}"
            named = [errors(scenario, DESIGNS[0], events, effect, runs // 2, 3)[2] for events in EVENTS]
            power.append((scenario.title, shown, *(f"{one:.2f}" for one in named)))
            print(*power[-1], file=sys.stderr, flush=True)
    return f"""# How far the figures of a study can be trusted

Written by `scripts/simulate_studies.py`; do not edit. Studies of {OUTLETS} outlets are made up with the variation
measured on real coverage (BASIL; about {WORDS:.0f} words an article) and go through the functions that `framing study`
uses. Events differ from each other as much as real ones do; outlets do as well, where the table is about intervals.

## Intervals

Share of nominal 95 % intervals, of an outlet against the others, that hold the truth.

{chr(10).join(part + chr(10) for part in parts)}
{outside(covered, 0.93, 0.99)}

Where hits are very few an interval of three events is wider than need be; a share that is near nought in most
articles is the one measure whose intervals are somewhat too narrow with five or ten events.

The recipe: a two-way model of outlets and events, linear for means, shares and scores, multiplicative for rates;
standard errors with events as clusters, corrected for few of them (CR2), and Student's t at Satterthwaite's degrees of
freedom. A rate's interval is never narrower than counting alone makes it (1.96 standard errors of the counts), which
keeps it honest, and wide, where hits are few.

## False alarms

No outlet differs. Share of studies in which a measure is said to differ (permutation of outlets within events, nominal
5 %), and in which some outlet is named (in those that differ; Holm's correction over outlets).

{outside(alarms, 0.03, 0.06)} Chance alone moves each by {1.96 * (0.05 * 0.95 / runs) ** 0.5:.3f} either way.

{table(("measure", "design", *(f"differs, {n}" for n in (5, 10, 30)), *(f"named, {n}" for n in (5, 10, 30))), wrong)}

## Power

One of {OUTLETS} outlets differs by this much from all others. Share of studies that name it, one measure being tested;
with more measures in the study, power is somewhat lower.

{table(("measure", "difference", *(f"{count} events" for count in EVENTS)), power)}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="coarse")
    arguments = parser.parse_args()
    path = Path(__file__).parents[1] / "docs" / "study-intervals.md"
    path.write_text(page(60 if arguments.quick else 1000), encoding="utf-8")
    print(path)


if __name__ == "__main__":
    main()
