"""What may be said, and what cannot be decided: sentences made from the contrasts that survive.

Every sentence is true by construction: it is generated from a row of `contrasts()` whose q is at most
.05 and whose interval excludes no difference, and it carries that row's numbers. As much room goes
to what these articles cannot decide. Nothing is claimed on an outlet of one article, or on copies.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing.comparison.estimates.contrasts import OTHERS, surviving
from framing.comparison.estimates.differences import LEVEL
from framing.comparison.estimates.outlets import story_totals
from framing.comparison.estimates.planning import articles_needed, rate_variation
from framing.comparison.estimates.sensitivity import sensitivity
from framing.measures.analyser import Metric

MOST = 8


@dataclass(frozen=True)
class Finding:
    """A difference that survives, in a sentence, with its numbers.

    effect, low, high: the ratio for rates, the difference otherwise; None where a ratio has no bound.
    articles: of the outlet, each story once. carried_by: the article or term without which the interval
    reaches no difference; empty where none is.
    """

    sentence: str
    metric: str
    outlet: str
    other: str
    value: float
    other_value: float
    effect: float | None
    low: float | None
    high: float | None
    q: float
    articles: int
    other_articles: int
    carried_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Undecided:
    """A question that these articles leave open, in a sentence."""

    sentence: str
    outlets: tuple[str, ...] = ()
    metric: str | None = None
    articles_needed: int | None = None


@dataclass(frozen=True)
class Summary:
    """The first page of a report: findings, strongest first, and what is undecided."""

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]


def findings(
    contrasts: pl.DataFrame,
    outlets: pl.DataFrame,
    metrics: pl.DataFrame,
    measures: Mapping[str, Metric],
    stories: pl.DataFrame,
    evidence: pl.DataFrame | None = None,
    most: int = MOST,
    hangs_on: pl.DataFrame | None = None,
) -> Summary:
    """At most `most` findings, ranked by effect and certainty (|Cliff's delta| x -log10 q), and what is open.

    Of measures that say the same of an outlet (the parts of one word list, the reading grades) only the
    strongest is named. `evidence` lets the sentence say that a finding rests on a single term;
    `hangs_on` is what `sensitivity` says of all of them, where it is known already.
    """
    certain = surviving(contrasts, measures)
    key = pl.col("metric").replace_strict({name: _same(name, measures) for name in measures}, return_dtype=pl.String)
    strength = pl.col("cliffs_delta").abs() * -pl.col("q").log10()
    chosen = (
        certain.with_columns(strength=strength, key=key)
        .sort(["strength", "metric", "outlet", "other"], descending=[True, False, False, False])
        .unique(["outlet", "other", "key"], keep="first", maintain_order=True)
        .head(most)
    )
    if hangs_on is None:
        hangs_on = sensitivity(chosen, metrics, measures, stories, evidence)
    carried = _carried(hangs_on)
    found = tuple(
        _finding(row, measures[row["metric"]], carried.get((row["metric"], row["outlet"], row["other"]), ()))
        for row in chosen.iter_rows(named=True)
    )
    return Summary(found, _undecided(contrasts, certain.height, outlets, metrics, measures, stories))


def _same(name: str, measures: Mapping[str, Metric]) -> str:
    family = measures[name].family
    whole = measures.get(family or name, measures[name])
    return whole.higher


def _carried(hangs_on: pl.DataFrame) -> dict[tuple[str, str, str], tuple[tuple[str, str], ...]]:
    """For each contrast: (article or term, which) without which it would not stand."""
    weak = hangs_on.filter(~pl.col("holds"))
    carried: dict[tuple[str, str, str], tuple[tuple[str, str], ...]] = {}
    for metric, outlet, other, without, left_out in weak.select(
        "metric", "outlet", "other", "without", "left_out"
    ).iter_rows():
        contrast = (metric, outlet, other)
        carried[contrast] = (*carried.get(contrast, ()), (without, left_out))
    return carried


def _finding(row: dict[str, Any], measure: Metric, carried: Sequence[tuple[str, str]]) -> Finding:
    scale = (
        f", on a scale of {measure.unit}"
        if measure.unit[:1].isdigit() or measure.unit[:1] == "-"
        else f" {measure.unit}"
    )
    name = _inside(measure.display)
    values = f"{number(row['value'])} against {number(row['other_value'])}{scale}"
    if measure.kind == "rate":
        many = "all others" if row["other"] == OTHERS else row["other"]
        if row["effect"] is None:
            claim, bounds = f"some {name}, and in {many} none", f"ratio at least {number(row['low'])}"
        else:
            claim = f"the rate of {name} is {number(row['effect'])} times that of {many}"
            bounds = f"95 % interval of the ratio {number(row['low'])} to {number(row['high'])}"
    else:
        direction = "higher" if row["effect"] > 0 else "lower"
        step = " percentage points" if measure.kind == "share" else ""
        claim = f"{name} is {number(abs(row['effect']))}{step} {direction} than in {row['other']}"
        bounds = f"95 % interval of the difference {number(row['low'])} to {number(row['high'])}"
    q = "q < 0.001" if row["q"] < 0.001 else f"q = {row['q']:.3f}"
    sizes = f"{_articles(row['n'])} against {row['other_n']}"
    sentence = f"{row['outlet']}: {claim} ({values}; {bounds}; {q}; {sizes})."
    if carried:
        names = " and ".join(f"one {kind} ({name})" for kind, name in carried)
        sentence += f" It rests on {names}: without it the interval reaches no difference."
    return Finding(
        sentence,
        row["metric"],
        row["outlet"],
        row["other"],
        row["value"],
        row["other_value"],
        row["effect"],
        row["low"],
        row["high"],
        row["q"],
        row["n"],
        row["other_n"],
        tuple(name for _, name in carried),
    )


def _undecided(
    contrasts: pl.DataFrame,
    certain: int,
    outlets: pl.DataFrame,
    metrics: pl.DataFrame,
    measures: Mapping[str, Metric],
    stories: pl.DataFrame,
) -> tuple[Undecided, ...]:
    open_ = []
    copies = _names(outlets.filter(pl.col("basis") == "copy"))
    if copies:
        verb = "prints" if len(copies) == 1 else "print"
        text = (
            f"{_listed(copies)} {verb} only copies of other articles here, so there is no work of their own to compare."
        )
        open_.append(Undecided(text, copies))
    most = outlets.filter(pl.col("basis") != "copy").group_by("outlet").agg(pl.col("n").max())
    single = _names(most.filter(pl.col("n") == 1))
    if single:
        verb = "has" if len(single) == 1 else "have each"
        text = f"{_listed(single)} {verb} one article of their own: it says nothing on the outlet, only on itself."
        open_.append(Undecided(text, single))
    tested = contrasts.filter(pl.col("p").is_not_null())
    floors = tested.group_by("outlet", "other").agg(pl.col("p_floor").min(), pl.col("n", "other_n").max())
    for outlet, other, floor, n, rest in floors.filter(pl.col("p_floor") > LEVEL).sort("outlet", "other").iter_rows():
        text = (
            f"{outlet} against {other} cannot be decided with {_articles(n)} against {rest}: "
            f"whatever they say, p cannot fall below {floor:.2f}."
        )
        open_.append(Undecided(text, (outlet,)))
    if tested.height:
        rest = tested.height - certain
        text = (
            f"Of {tested.height:,} comparisons {rest:,} show no difference that stands after correction for their "
            "number. That is not to say that there is none."
        )
        open_.append(Undecided(text))
    advice = _advice(metrics, measures, stories)
    return tuple(open_ + ([advice] if advice else []))


def _advice(metrics: pl.DataFrame, measures: Mapping[str, Metric], stories: pl.DataFrame) -> Undecided | None:
    """How many articles would do, for the rate with the most hits."""
    rates = [name for name, measure in measures.items() if measure.kind == "rate" and not measure.family]
    units = story_totals(metrics.filter(pl.col("metric").is_in(rates)), measures, stories).filter(~pl.col("copy"))
    sums = units.group_by("metric").agg(pl.col("part", "weight").sum(), pl.len()).filter(pl.col("part") > 0)
    if sums.is_empty():
        return None
    metric, hits, weight, n = sums.sort(["part", "metric"], descending=[True, False]).row(0)
    words = weight / n
    rate = 1_000 * hits / weight
    needed = articles_needed(rate, words, rate_variation(units.filter(metric=metric)))
    text = (
        f"To tell a doubled rate apart takes about {needed} articles from each of two outlets, for "
        f"{_inside(measures[metric].display)} as common as here ({number(rate)} {measures[metric].unit})."
    )
    return Undecided(text, metric=metric, articles_needed=needed)


def number(value: float) -> str:
    """Three significant digits, a true minus sign, no exponent."""
    digits = 2 - math.floor(math.log10(abs(value))) if value else 0
    return f"{value:,.{min(max(digits, 0), 6)}f}".replace("-", "\N{MINUS SIGN}")


def _articles(n: int) -> str:
    return f"{n} article" + ("s" if n != 1 else "")


def _inside(title: str) -> str:
    """A title within a sentence: without its capital, unless it starts with a name or an abbreviation."""
    first, _, rest = title.partition(" ")
    if first.istitle() and first not in NAMES:
        first = first.lower()
    return f"{first} {rest}".strip()


NAMES = frozenset({"Flesch", "Flesch-Kincaid", "Gunning", "Coleman-Liau", "Dale-Chall", "English"})


def _names(frame: pl.DataFrame) -> tuple[str, ...]:
    return tuple(frame["outlet"].unique().sort().to_list())


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
