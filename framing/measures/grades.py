"""How far a measure may be trusted at what it is used for: one grade at each level, by one rule.

A sentence, an article, the order of two texts of one event and the order of outlets over events are different
tasks, and a measure that is good at one may be useless at another. The grade at a level is read from the
figures against human coding at that level (validation.json), by this rule and nothing else:

- established: a count or a published formula that means no more than it counts (words per sentence, a grade of
  readability, the share of words in quotation marks). It needs no coders.
- valid: every figure at this level reaches its bar (`BARS`), the low end of its 95 % interval lies above chance,
  and no plainer method (length, VADER's words, a short list) does as well.
- weak: better than chance by its interval, but not valid.
- not valid: not better than chance by its interval.
- not checked: no figure at this level, or only on fewer than ten units (three outlets make three pairs).

Where several sets judge one level, the lowest grade counts. A regression that was trained on the very set is
shown beside (`learned`) as what words can reach there; it is no bar.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import polars as pl

from framing.measures.analyser import Metric
from framing.measures.validation import validation

Grade = Literal["established", "valid", "weak", "not valid", "not checked"]
LEVELS: dict[str, str] = {
    "sentence": "which sentences or passages are a case",
    "article": "how articles rank",
    "order": "which of two texts of one event has more",
    "certain": "the same, of pairs that framing says differ",
    "outlets": "which of two outlets has more over many events",
}
GRADES: tuple[Grade, ...] = ("established", "valid", "weak", "not valid", "not checked")  # best first
BARS = {
    "F1": 0.70, "macro-F1": 0.70, "macro-F1 of three": 0.60, "agreement": 0.80, "AUC": 0.70,
    "rank correlation": 0.35, "Pearson r": 0.50, "pairs in order": 0.60, "certain pairs in order": 0.80,
}  # fmt: skip
_FEWEST = 10
OUTLETS_BAR = 0.80  # of pairs of outlets: many events should settle what two texts do not
_LEVEL_OF = {"texts": "sentence", "texts differ": "order", "outlets differ": "outlets"}


@dataclass(frozen=True)
class Judgement:
    """A measure's grade at one level, and the figure it hangs on (of `validation.validation`; None without one)."""

    measure: str
    level: str
    grade: Grade
    figure: dict[str, Any] | None = None

    @property
    def usable(self) -> bool:
        """Whether the main report may use the measure for this: established or valid."""
        return self.grade in ("established", "valid")

    @property
    def in_words(self) -> str:
        """*weak: pairs in order 0.53 (0.45 to 0.61; BASIL, 143 pairs of texts)*, or the grade alone."""
        one = self.figure
        if one is None:
            return self.grade
        interval = f"{one['low']:.2f} to {one['high']:.2f}"
        return (
            f"{self.grade}: {one['figure']} {one['value']:.2f} ({interval}; {one['set']}, {one['n']:,} {one['unit']})"
        )


def judge(metric: Metric, level: str) -> Judgement:
    """The grade of a measure at a level. A part of a measure, or one of its actors, has its own figures or none,
    but for a mean over an actor's mentions, which is the whole measure asked of one actor."""
    if metric.established:
        return Judgement(metric.name, level, "established")
    known = validation()
    figures = known.get(metric.name) or (known.get(metric.family or "", []) if metric.of_actor else [])
    at_level = (one for one in figures if one["graded"] and one["level"] == level and one["n"] >= _FEWEST)
    graded = [Judgement(metric.name, level, _grade(one), one) for one in at_level]
    return max(graded, key=lambda one: GRADES.index(one.grade), default=Judgement(metric.name, level, "not checked"))


def by_level(metric: Metric) -> dict[str, str]:
    """The grade of a measure at each of `LEVELS`."""
    return {level: judge(metric, level).grade for level in LEVELS}


def in_words(given: Mapping[str, str]) -> str:
    """Grades by level: *valid for how articles rank; weak for ...*; one word where all are alike."""
    told = {level: grade for level, grade in given.items() if grade != "not checked"}
    if len(set(given.values())) == 1 or not told:
        return next(iter(given.values()))
    return "; ".join(f"{grade} for {LEVELS[level]}" for level, grade in told.items() if level in LEVELS)


def doubtful(metrics: Iterable[Metric]) -> list[str]:
    """In words, each of these measures that is weak or not valid at anything it was checked for, with what it is for.

    *moral: weak for how articles rank; not valid for which of two texts of one event has more*. Said in front wherever
    somebody asks for such a measure by name.
    """
    found = []
    for metric in metrics:
        given = by_level(metric)
        if {"weak", "not valid"} & set(given.values()):
            found.append(f"{metric.name}: {in_words(given)}")
    return found


def judge_statement(metric: Metric, kind: str) -> Judgement:
    """The grade of a measure for a kind of statement: "texts", "texts differ" or "outlets differ".

    That two texts differ is only ever said with certainty, so figures on such pairs count before those on all pairs.
    Where nobody has looked at the level, passages decide: if these are valid, a rate of them may be given as the
    count of words that it is.

    Raises KeyError for another kind.
    """
    wanted = [_LEVEL_OF[kind], "sentence"]
    if kind == "texts differ":
        wanted.insert(0, "certain")
    found = [judge(metric, level) for level in wanted]
    return next((one for one in found if one.grade != "not checked"), found[0])


def may_state(metric: Metric, kind: str) -> bool:
    """Whether a report may state a difference of that kind by a measure: not if it is weak or not valid for it."""
    return judge_statement(metric, kind).grade not in ("weak", "not valid")


def grades(metrics: Iterable[Metric]) -> pl.DataFrame:
    """One row for each measure and level: measure, level, grade, figure, value, low, high, n, set (null: no figure)."""
    names = ("figure", "value", "low", "high", "n", "set")
    rows = [
        (metric.name, level, judged.grade, *((judged.figure or {}).get(name) for name in names))
        for metric in metrics
        for level in LEVELS
        for judged in [judge(metric, level)]
    ]
    numbers = {"value": pl.Float64, "low": pl.Float64, "high": pl.Float64, "n": pl.Int64}
    schema = {name: numbers.get(name, pl.String) for name in ("measure", "level", "grade", *names)}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _grade(one: dict[str, Any]) -> Grade:
    """The rule, of one figure."""
    chance, plain = one["chance"] or 0.0, one["baseline"]
    if not one["low"] > chance:
        return "not valid"
    bar = OUTLETS_BAR if one["level"] == "outlets" else BARS[one["figure"]]
    return "valid" if one["value"] >= bar and (plain is None or one["value"] > plain) else "weak"
