"""Do the intervals cover, and do the tests err as often as they say? Writes docs/intervals.md.

Outlets, articles and sentences are made up with the variation that was measured on real coverage
(BASIL: 300 articles), put through the very functions that `framing compare` uses, and the answers are
counted. Run it after any change to `framing/comparison/`:

    python scripts/simulate_intervals.py            # about two minutes on one core
    python scripts/simulate_intervals.py --quick    # coarse, some seconds
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.estimates.contrasts import contrasts
from framing.comparison.estimates.outlets import outlets
from framing.comparison.estimates.within import BLOCKS, jackknife
from framing.measures.analyser import Kind, Metric

Floats = NDArray[np.float64]
Random = np.random.Generator

WIRE_SHARE = 0.3  # of the articles are copies of an agency's text
VERSION_SHARE = 0.15  # of the stories stand in an outlet in two versions
SIZES = (1, 2, 3, 5, 10, 30)
WORDS, WORDS_CV = 550.0, 0.5
WORDS_PER_SENTENCE = 21.0


@dataclass(frozen=True)
class Scenario:
    """A measure, its truth in the outlet, and how an article's value comes about."""

    title: str
    kind: Kind
    weight: str
    truth: float
    spread: float  # between articles: of a rate the coefficient of variation, else the standard deviation
    draw: Callable[[Random, Floats], tuple[Floats, Floats]]  # words -> value, weight

    @property
    def metric(self) -> Metric:
        return Metric(self.title, unit="", weight=self.weight, higher="", source="", kind=self.kind)


def rate(title: str, per_thousand: float, variation: float) -> Scenario:
    """Hits that come at a rate which differs between articles (gamma), so that counts are negative binomial."""

    def draw(random: Random, words: Floats) -> tuple[Floats, Floats]:
        rates = random.gamma(1 / variation**2, variation**2 * per_thousand, words.shape)
        return random.poisson(rates * words / 1000) / words * 1000, words

    return Scenario(title, "rate", "own_words", per_thousand, variation, draw)


def share(title: str, weight: str, mean: float, sd: float) -> Scenario:
    """A share whose expectation differs between articles (beta); the sentence is what is in or out."""

    def draw(random: Random, words: Floats) -> tuple[Floats, Floats]:
        size = mean * (1 - mean) / sd**2 - 1
        expected = random.beta(mean * size, (1 - mean) * size, words.shape)
        sentences = np.maximum(3, np.round(words / WORDS_PER_SENTENCE))
        value = 100 * random.binomial(sentences.astype(np.int64), expected) / sentences
        return value, words if weight == "words" else sentences

    return Scenario(title, "share", weight, 100 * mean, sd, draw)


def mean(title: str, centre: float, between: float, icc: float) -> Scenario:
    """The mean of a sentence's value; `icc` of its variance lies between articles."""

    def draw(random: Random, words: Floats) -> tuple[Floats, Floats]:
        sentences = np.maximum(3, np.round(words / WORDS_PER_SENTENCE))
        inside = between * np.sqrt((1 - icc) / icc)
        value = random.normal(centre, between, words.shape)
        return value + random.normal(0, inside, words.shape) / np.sqrt(sentences), sentences

    return Scenario(title, "mean", "sentences", centre, between, draw)


def score(title: str, centre: float, sd: float) -> Scenario:
    """A formula on the whole article; skewed, as readability is."""

    def draw(random: Random, words: Floats) -> tuple[Floats, Floats]:
        skewed = (random.gamma(9.0, 1.0, words.shape) - 9) / 3
        return centre - sd * skewed + random.normal(0, 60 / np.sqrt(words)), words

    return Scenario(title, "score", "words", centre, sd, draw)


SCENARIOS = (
    rate("hedging, 15.5 per 1,000, CV .31", 15.5, 0.31),
    rate("loaded terms, 8 per 1,000, CV .5", 8.0, 0.5),
    rate("a rare list, 1.5 per 1,000, CV .8", 1.5, 0.8),
    share("quoted share, 27 %, sd 11", "words", 0.27, 0.11),
    share("negative sentences, 30 %, sd 10", "sentences", 0.30, 0.10),
    share("a rare share, 5 %, sd 5", "sentences", 0.05, 0.05),
    mean("sentiment, sd .10, ICC .06", -0.05, 0.10, 0.06),
    score("reading ease, 45, sd 8", 45.0, 8.0),
)


def lengths(random: Random, size: int) -> Floats:
    """Words of articles: lognormal."""
    variance = np.log(1 + WORDS_CV**2)
    drawn = random.lognormal(np.log(WORDS) - variance / 2, np.sqrt(variance), size)
    return np.maximum(80.0, np.round(drawn))


def coverage(scenario: Scenario, stories_each: int, runs: int, random: Random) -> tuple[float, float]:
    """Share of outlets whose interval holds the truth, and the interval's median width.

    Each run is an outlet with so many stories of its own, some in two versions, and agency copies beside.
    """
    outlet = np.repeat(np.arange(runs), stories_each)
    value, weight = scenario.draw(random, lengths(random, len(outlet)))
    own = pl.DataFrame({"outlet": outlet, "story": np.arange(len(outlet)), "value": value, "weight": weight})
    shorter = pl.col("weight") * pl.Series(random.uniform(0.6, 1.0, len(own)))
    versions = own.with_columns(shorter).filter(pl.Series(random.random(len(own)) < VERSION_SHARE))
    copies = round(stories_each * WIRE_SHARE / (1 - WIRE_SHARE)) * runs
    wire_value, wire_weight = scenario.draw(random, lengths(random, copies))
    wire = pl.DataFrame(
        {
            "outlet": np.repeat(np.arange(runs), copies // runs),
            "story": -1 - np.arange(copies),
            "value": 1.5 * wire_value,
            "weight": wire_weight,
        }
    )
    frame = pl.concat([own, versions, wire]).with_row_index("row")
    name = pl.format("outlet {}", "outlet")
    frame = frame.with_columns(article=pl.format("{}/{}", name, "row"), outlet=name, metric=pl.lit(scenario.title))
    told = frame.select(
        "article",
        story=pl.format("story {}", "story"),
        copy_of=pl.when(pl.col("story") < 0).then(pl.lit("agency")),
    )
    found = outlets(frame, {scenario.title: scenario.metric}, told)
    holds = pl.col("low").le(scenario.truth) & pl.col("high").ge(scenario.truth)
    return _number(found.select(holds.fill_null(False).mean())), _number(
        found.select((pl.col("high") - pl.col("low")).median())
    )


def inside(scenario: Scenario, runs: int, random: Random) -> tuple[float, float]:
    """Coverage of the interval inside one article: of that article's own expectation, and of the outlet's."""
    sentences = np.maximum(5, np.round(lengths(random, runs) / WORDS_PER_SENTENCE)).astype(np.int64)
    article = np.repeat(np.arange(runs), sentences)
    place = np.arange(len(article)) - np.repeat(np.cumsum(sentences) - sentences, sentences)
    words = np.maximum(4.0, np.round(random.gamma(5.0, WORDS_PER_SENTENCE / 5, len(article))))
    shocks = random.normal(0, 1, (len(article) + 1))
    noise = (shocks[1:] + 0.2 * shocks[:-1]) / np.sqrt(1.04)  # neighbours resemble each other
    spread = scenario.spread
    if scenario.kind == "rate":
        own = random.gamma(1 / spread**2, spread**2 * scenario.truth, runs)
        part, base, scale = random.poisson(own[article] * words / 1000).astype(float), words, 1000.0
    elif scenario.kind == "share":
        centre = scenario.truth / 100
        size = centre * (1 - centre) / spread**2 - 1
        own = 100 * random.beta(centre * size, (1 - centre) * size, runs)
        base = words if scenario.weight == "words" else np.ones(len(article))
        part, scale = (random.random(len(article)) < own[article] / 100) * base, 100.0
    else:
        own = random.normal(scenario.truth, spread, runs)
        base = np.ones(len(article)) if scenario.kind == "mean" else words
        part, scale = (own[article] + 4 * spread * noise) * base, 1.0  # an ICC of about .06
    block = place * BLOCKS // sentences[article]
    sums = pl.DataFrame({"article": article, "block": block, "part": part, "base": base})
    blocks = sums.group_by("article", "block").agg(pl.col("part", "base").sum())
    whole = blocks.group_by("article").agg(all_part=pl.col("part").sum(), weight=pl.col("base").sum())
    key = pl.col("article").cast(pl.String)
    metric = pl.lit(scenario.title)
    values = whole.select(
        article=key, metric=metric, value=scale * pl.col("all_part") / pl.col("weight"), weight="weight"
    )
    again = blocks.join(whole, on="article").select(
        whole=key,
        metric=metric,
        value=scale * (pl.col("all_part") - pl.col("part")) / (pl.col("weight") - pl.col("base")),
    )
    found = jackknife(values, again, {scenario.title: scenario.metric})
    found = found.with_columns(own=pl.Series(own).gather(found["article"].cast(pl.Int64)))

    def covers(truth: pl.Expr) -> float:
        return _number(found.select((pl.col("low").le(truth) & pl.col("high").ge(truth)).fill_null(False).mean()))

    return covers(pl.col("own")), covers(pl.lit(scenario.truth))


def corpus(
    random: Random,
    sizes: Sequence[int],
    scenarios: Sequence[Scenario],
    first: Sequence[Scenario] | None = None,
) -> tuple[pl.DataFrame, dict[str, Metric], pl.DataFrame]:
    """A made-up event: outlets with so many stories of their own, and agency copies in the mixture.

    Each scenario is a metric; `first` holds those of the first outlet, where it differs from the others.
    Half of what an agency's story is printed stands in one outlet, in several versions. A quarter is
    edited: such versions share text with each other and resemble each other, but are no copies. Returns
    metrics, measures, stories.
    """
    outlet = np.repeat(np.arange(len(sizes)), sizes)
    own = len(outlet)
    copies = round(own * WIRE_SHARE / (1 - WIRE_SHARE))
    agency = max(1, copies // 4)
    source = random.integers(0, agency, copies)
    home = random.integers(0, len(sizes), agency)
    taker = np.where(random.random(copies) < 0.5, home[source], random.integers(0, len(sizes), copies))
    copied = np.arange(copies) >= copies // 4
    words, wire_words = lengths(random, own), lengths(random, agency)
    parts = []
    for number, scenario in enumerate(scenarios):
        value, weight = scenario.draw(random, words)
        if first is not None:
            value[: sizes[0]] = first[number].draw(random, words[: sizes[0]])[0]
        wire_value, wire_weight = scenario.draw(random, wire_words)
        edits = np.where(copied, 1.0, random.uniform(0.9, 1.1, copies))
        columns = {
            "row": np.arange(own + copies),
            "outlet": np.concatenate([outlet, taker]),
            "value": np.concatenate([value, wire_value[source] * edits]),
            "weight": np.concatenate([weight, wire_weight[source]]),
        }
        parts.append(pl.DataFrame(columns).with_columns(metric=pl.lit(f"{number:03}")))
    name = pl.format("outlet {}", "outlet")
    frame = pl.concat(parts).with_columns(outlet=name, article=pl.format("{}/{}", name, "row"))
    stories = frame.head(own + copies).select(
        "article",
        story=pl.Series(np.concatenate([np.arange(own), own + source])).cast(pl.String),
        copy_of=pl.when(pl.Series(np.concatenate([np.zeros(own, bool), copied]))).then(pl.lit("agency")),
    )
    return frame, {f"{number:03}": scenario.metric for number, scenario in enumerate(scenarios)}, stories


def false_alarms(corpora: int, random: Random) -> list[tuple[str, float, float, float]]:
    """Type-I error at 5 % by stories of the outlet: by our rule, with every article as independent; floor of p."""
    sizes = (2, 3, 4, 5, 7, 10, 2, 3, 5, 10)
    ours, naive = [], []
    for number in range(corpora):
        metrics, measures, stories = corpus(random, sizes, SCENARIOS * 5)
        ours.append(contrasts(metrics, measures, stories, seed=number, permutations=999))
        loose = stories.with_columns(story=pl.col("article"), copy_of=pl.lit(None, pl.String))
        naive.append(contrasts(metrics, measures, loose, seed=number, permutations=999))
    wrong = (pl.col("p") <= 0.05).mean()
    size = pl.when(pl.col("n") < 10).then(pl.col("n").cast(pl.String)).otherwise(pl.lit("10 or more"))
    by_rule = pl.concat(ours).drop_nulls("p").with_columns(size=size)
    mine = by_rule.group_by("size").agg(wrong=wrong, floor=pl.col("p_floor").median(), order=pl.col("n").min())
    theirs = pl.concat(naive).drop_nulls("p").with_columns(size=size).group_by("size").agg(loose=wrong)
    return mine.join(theirs, on="size").sort("order").select("size", "wrong", "loose", "floor").rows()


def tables(runs: int, corpora: int, seed: int) -> str:
    """All tables, as Markdown."""
    random = np.random.default_rng(seed)
    head = "| measure | kind | " + " | ".join(f"n = {size}" for size in SIZES[1:]) + " | width at 2, 5, 30 |"
    lines = [head, "|---|---|" + "---|" * len(SIZES)]
    for scenario in SCENARIOS:
        cells = {size: coverage(scenario, size, runs, random) for size in SIZES[1:]}
        widths = ", ".join(f"{cells[size][1]:.3g}" for size in (2, 5, 30))
        held = " | ".join(f"{cells[size][0]:.3f}" for size in SIZES[1:])
        lines.append(f"| {scenario.title} | {scenario.kind} | {held} | {widths} |")
    outlet_table = "\n".join(lines)
    lines = ["| measure | kind | holds the article's own expectation | holds the outlet's |", "|---|---|---|---|"]
    for scenario in SCENARIOS:
        article, whole = inside(scenario, runs, random)
        lines.append(f"| {scenario.title} | {scenario.kind} | {article:.3f} | {whole:.3f} |")
    inside_table = "\n".join(lines)
    lines = ["| stories of the outlet | type-I error | if copies counted as articles | least p in reach |"]
    lines.append("|---|---|---|---|")
    lines += [
        f"| {size} | {ours:.3f} | {naive:.3f} | {floor:.4f} |"
        for size, ours, naive, floor in false_alarms(corpora, random)
    ]
    error_table = "\n".join(lines)
    return TEMPLATE.format(
        runs=f"{runs:,}",
        corpora=corpora,
        outlet_table=outlet_table,
        inside_table=inside_table,
        error_table=error_table,
    )


TEMPLATE = """# How far the intervals and tests can be trusted

Written by `scripts/simulate_intervals.py`; do not edit. Outlets, articles and sentences are made up
with the variation measured on real coverage (300 articles of the BASIL corpus; about 550 words an
article, coefficient of variation .5), and go through the functions that `framing compare` uses. In
every outlet 15 % of the stories stand in two versions, and 30 % of the articles are copies of an agency's
text with values of their own.

## Intervals of an outlet

Share of {runs} outlets whose nominal 95 % interval holds the truth, by the number of independent
stories, and the interval's median width in the measure's unit.

{outlet_table}

With two stories the interval is honest and very wide. The recipe: the ratio estimator's linearised standard
error between stories with the small-sample correction of Bell and McCaffrey (2002: squared residuals divided
by one less the story's share of the weight, and Satterthwaite's degrees of freedom, n - 1 where articles are
equally long), Student's t, on the log scale for rates (half a hit added), the logit for shares, the measure's
own scale for means and scores. A rate's or a share's interval is never narrower than the exact one of the
pooled counts (Garwood 1936; Clopper and Pearson 1934; of a share of words, 20 words, about a sentence, make
one trial): where hits are few, the spread between two or three articles is often nil by chance. A Poisson
floor under the variance instead, with t at n - 1, covers practically always with two stories.

## The interval inside one article

One article says nothing on its outlet: its interval (delete-a-block jackknife, about ten blocks of
sentences, t at blocks - 1) speaks of that article only, and misses the outlet's value too often. {runs}
articles; neighbouring sentences of means and scores are correlated.

{inside_table}

## False alarms

Share of contrasts with p ≤ .05 where nothing differs: ten outlets, 40 measures, {corpora} corpora, 30 % of
the articles off the wire (half of an agency story's prints in one outlet), a quarter of these edited. The
third column counts every article as independent; stories are counted by our rule.

{error_table}

What these tests are for, how they are corrected, and what they see: [differences.md](differences.md).
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer runs: coarse figures in some seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "docs" / "intervals.md")
    options = parser.parse_args()
    began = time.perf_counter()
    text = tables(*((400, 4) if options.quick else (4_000, 60)), options.seed)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(text, encoding="utf-8")
    print(f"{options.out}: {time.perf_counter() - began:.0f} s")


def _number(frame: pl.DataFrame) -> float:
    value = frame.item()
    return float("nan") if value is None else float(value)


if __name__ == "__main__":
    main()
