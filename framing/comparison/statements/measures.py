"""Measures: which outlets stand apart by one, or which texts."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number
from framing.comparison.content.units import NUMBERS
from framing.comparison.estimates.differences import LEVEL
from framing.comparison.statements import Evidence, Kind, Statement
from framing.measures.analyser import Metric
from framing.measures.grades import may_state

_SAID = {  # measure -> what one does that has more of it, less of it (he, they); unit; what twice as much is
    "loaded": (("uses more loaded terms", "use more loaded terms"),
               ("uses fewer loaded terms", "use fewer loaded terms"), "per 1,000 words of their own", "as many"),
    "hedging": (("hedges more", "hedge more"), ("hedges less", "hedge less"), "hedges per 1,000 words of their own",
                "as often"),
    "quoted_share": (("quotes more", "quote more"), ("quotes less", "quote less"), "% of the words are quoted", ""),
    "sentiment": (("is more positive in tone", "are more positive in tone"),
                  ("is more negative in tone", "are more negative in tone"), "on a scale from −1 to 1", ""),
    "flesch_kincaid_grade": (("has longer words and sentences", "have longer words and sentences"),
                             ("has shorter words and sentences", "have shorter words and sentences"), "school grades",
                             ""),
}  # fmt: skip
_STRONG = {"rate": math.log(8), "share": 40.0, "mean": 0.4, "score": 10.0}  # an effect that could hardly be stronger
_PASSAGES = 3  # of each outlet, as evidence
_NEUTRAL = 0.05  # a compound nearer to 0 is neutral (Hutto and Gilbert 2014)
_OPEN, _SLIGHT = 20, 1.25  # an interval that is open to one side; times, next to nothing
_BESIDE = 0.2  # how readability stands out: it leads nowhere

_NUMBER = re.compile(rf"\s+(?:an? )?[$£€]?(?:\d|(?:{'|'.join(NUMBERS)}|half|third|quarter)\b)", re.IGNORECASE)

WHOLE = True


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Of the primary measures only, after correction for their number.

    Outlets differ: the test over all outlets has q at most .05, the outlets of the group are apart for themselves, and
    the interval of the group's effect excludes no difference (`estimates/differences.py`). Where the measure differs
    and no outlet can be named, just that is said. Texts differ: the same of single texts, sentences in blocks
    (`estimates/texts_apart.py`), where most outlets have one article. What coders have shown to be weak or not valid
    for such a statement is not said (`measures/grades.py`).
    """
    names = {outlet: (outlet,) for outlet in comparison.names}
    values = {
        (row["metric"], row["outlet"]): row["value"]
        for row in comparison.outlets.drop_nulls("value").iter_rows(named=True)
    }
    for row in comparison.differences.filter(
        pl.col("family") == "primary",
        pl.col("q") <= LEVEL,
        pl.col("metric").is_in(_trusted(comparison, "outlets differ")),
    ).iter_rows(named=True):
        yield _statement(comparison, "outlets differ", row, values, names)
    apart = comparison.text_differences.filter(
        pl.col("q") <= LEVEL, pl.col("metric").is_in(_trusted(comparison, "texts differ"))
    )
    if apart.is_empty():
        return
    labels = comparison.labels
    texts = {article: (labels.names[article], outlet) for article, outlet in labels.outlets.items()}
    values = {
        (row["metric"], row["article"]): row["value"]
        for row in comparison.scores.metrics.drop_nulls("value").iter_rows(named=True)
    }
    for row in apart.iter_rows(named=True):
        yield _statement(comparison, "texts differ", row, values, texts)


def _trusted(comparison: Comparison, kind: Kind) -> list[str]:
    """The measures that are not known to fail at such a statement."""
    return [name for name, metric in comparison.scores.measures.items() if may_state(metric, kind)]


def _statement(
    comparison: Comparison,
    kind: Kind,
    row: Mapping[str, Any],
    values: Mapping[tuple[str, str], float],
    names: Mapping[str, tuple[str, ...]],
) -> Statement:
    """names: outlet or article -> how it is called, and its outlet last."""
    metric = comparison.scores.measures[row["metric"]]
    keys, check = row["group"] if row["stated"] else [], False
    if keys:
        untested = _untested(comparison, row) if kind == "texts differ" else 0
        sentence = _apart(row, metric, keys, values, names, kind, untested)
        if metric.kind == "rate" and (words := _words(comparison, metric.name, keys, kind)):
            sentence += f" Most often: {listed(words)}."
        check = metric.name == "hedging" and _of_numbers(comparison, keys, kind)
        sentence += " Many of them stand before numbers, where they say how exact these are." if check else ""
        strength = min(1.0, abs(_size(row["effect"], metric)) / _STRONG[metric.kind])
        salience = 0.55 + 0.4 * strength if kind == "outlets differ" else 0.3 + 0.3 * strength
        salience -= 0.2 if metric.kind == "rate" and _weak(row) else 0.0
    else:
        shown = [key for key in names if (metric.name, key) in values]
        low, high = (pick(shown, key=lambda key: values[metric.name, key]) for pick in (min, max))
        noun, unit = _noun(metric)
        who = "Outlets" if kind == "outlets differ" else "These texts"
        sentence = (
            f"{who} differ in {noun} by more than chance (from {_number(values[metric.name, low])} in {names[low][0]}"
            f" to {_number(values[metric.name, high])} in {names[high][0]}, {unit}), but which of them stand apart "
            "cannot be said for certain."
        )
        salience = 0.35
    if metric.weight == "words" and metric.kind == "score":
        salience = _BESIDE
    return Statement(
        kind, metric.name, tuple(dict.fromkeys(names[key][-1] for key in keys)), sentence,
        tuple(_evidence(comparison, metric.name, keys, kind)), salience, check=check,
    )  # fmt: skip


def _untested(comparison: Comparison, row: Mapping[str, Any]) -> int:
    """Stories with a value of the measure of which no text is in the test: too short for blocks (`texts_apart.py`)."""
    known = comparison.scores.metrics.filter(pl.col("metric") == row["metric"], pl.col("value").is_not_null())
    told = comparison.stories.join(known.select("article"), on="article", how="semi")
    tested = told.filter(pl.col("article").is_in([*row["group"], *row["rest"], *row["unsure"]]))
    return told.join(tested, on="story", how="anti")["story"].n_unique()


def _apart(
    row: Mapping[str, Any],
    metric: Metric,
    keys: Sequence[str],
    values: Mapping[tuple[str, str], float],
    names: Mapping[str, tuple[str, ...]],
    kind: Kind,
    untested: int,
) -> str:
    """untested: independent texts too short to be tested, so that the others are not all others.

    *A and B hedge more than the other outlets: 34 to 71 hedges per 1,000 words, against 3 to 20.*"""
    higher = row["side"] == "higher"
    who = listed([names[key][0] for key in keys])
    if metric.name in _SAID:
        more, less, unit, times = _SAID[metric.name]
        does = (more if higher else less)[len(keys) > 1]
        if metric.name == "sentiment":
            does = _tone(does, [values[metric.name, key] for key in keys])
    else:
        unit, times = metric.unit, "the others' rate"
        does = f"{'is' if len(keys) == 1 else 'are'} {'higher' if higher else 'lower'} in {_noun(metric)[0]}"
    mine = _range([values[metric.name, key] for key in keys])
    theirs = _range([values[metric.name, key] for key in row["rest"] if (metric.name, key) in values])
    many = "outlets" if kind == "outlets differ" else "independent texts"
    whole, single = not row["unsure"], len(row["rest"]) == 1
    others = f"the other {many}" if whole and not untested else f"{number(len(row['rest']))} other {many}"
    rest = names[row["rest"][0]][0] if single else others
    text = f"{who} {does} than {rest}: {mine} {unit}, against {theirs}."
    if not whole:
        open_ = [
            f"{names[key][0]} ({_number(values[metric.name, key])})"
            for key in row["unsure"]
            if (metric.name, key) in values
        ]
        text += f" {listed(open_)} may belong there too, but this is not certain."
    if untested:
        text += f" {number(untested).capitalize()} shorter {'text was' if untested == 1 else 'texts were'} not tested."
    if metric.kind == "rate" and row["effect"] is not None and row["low"] is not None:
        effect, low, high = row["effect"], row["low"], row["high"]
        together = "Together that is" if len(keys) > 1 else "That is"
        if high is None or high > _OPEN * low:
            bound = low if higher else high
            if _weak(row):
                return text
            text += f" {together} at {'least' if higher else 'most'} {_number(bound)} times {times}."
        else:
            text += (
                f" {together} about {_number(effect)} times {times} (95 % interval {_number(low)} to {_number(high)})."
            )
    return text


def _weak(row: Mapping[str, Any]) -> bool:
    """Whether a rate without an upper bound differs for certain, but perhaps by next to nothing."""
    low, high = row["low"], row["high"]
    if low is None or not (high is None or high > _OPEN * low):
        return False
    bound = low if row["side"] == "higher" else high
    return bound is not None and 1 / _SLIGHT < bound < _SLIGHT


def _tone(does: str, values: Sequence[float]) -> str:
    """Who is above others and yet not above the middle is less negative, and no more positive; the same below it."""
    if "more positive" in does and max(values) < _NEUTRAL:
        return does.replace("more positive", "less negative")
    if "more negative" in does and min(values) > -_NEUTRAL:
        return does.replace("more negative", "less positive")
    return does


def _noun(metric: Metric) -> tuple[str, str]:
    known = {"loaded": "loaded terms", "hedging": "hedging", "quoted_share": "how much they quote",
             "sentiment": "tone", "flesch_kincaid_grade": "the length of words and sentences"}  # fmt: skip
    display = metric.display
    return known.get(metric.name, display[:1].lower() + display[1:]), metric.unit.replace("-1 ", "\N{MINUS SIGN}1 ")


def _size(effect: float | None, metric: Metric) -> float:
    if effect is None:
        return _STRONG[metric.kind]
    return math.log(max(effect, 1e-6)) if metric.kind == "rate" else effect


def _range(values: Sequence[float]) -> str:
    low, high = _number(min(values)), _number(max(values))
    return low if low == high else f"{low} to {high}"


def _number(value: float) -> str:
    """As a newspaper would round: 72, 6.4, 0.35."""
    digits = 0 if abs(value) >= 10 else 1 if abs(value) >= 1 else 2
    text = f"{value:,.{digits}f}"
    return ("0" if float(text.replace(",", "")) == 0 else text).replace("-", "\N{MINUS SIGN}")


def _words(comparison: Comparison, metric: str, keys: Sequence[str], kind: Kind) -> list[str]:
    """The three words or phrases that most of the named articles have, each in quotation marks."""
    side = "outlet" if kind == "outlets differ" else "article"
    rows = comparison.scores.evidence_where(
        pl.col("metric") == metric, pl.col(side).is_in(list(keys)), ~pl.col("quoted")
    )
    counts = rows.group_by(word=pl.col("text").str.to_lowercase()).agg(pl.col("article").n_unique(), hits=pl.len())
    order = ["article", "hits", "word"]
    found = counts.sort(order, descending=[True, True, False])["word"].head(3).to_list()
    return [f"“{word}”" for word in found]


def _of_numbers(comparison: Comparison, keys: Sequence[str], kind: Kind) -> bool:
    """Whether a third or more of their hedges go with numbers: *nearly 50* is no caution about what happened."""
    side = "outlet" if kind == "outlets differ" else "article"
    rows = comparison.scores.evidence_where(
        pl.col("metric") == "hedging", pl.col(side).is_in(list(keys)), ~pl.col("quoted")
    )
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    places = rows.select("article", "end").rows()
    return 3 * sum(_NUMBER.match(texts[article], end) is not None for article, end in places) >= len(places) > 0


def _evidence(comparison: Comparison, metric: str, keys: Sequence[str], kind: Kind) -> Iterator[Evidence]:
    """The strongest passages of each outlet, or text, that is named."""
    side = "outlet" if kind == "outlets differ" else "article"
    rows = comparison.scores.evidence_where(pl.col("metric") == metric, pl.col(side).is_in(list(keys)))
    rows = rows.sort(pl.col("value").abs(), "article", "start", descending=[True, False, False])
    rows = rows.unique([side, "text"], keep="first", maintain_order=True)
    for article, start, end in (
        rows.group_by(side, maintain_order=True).head(_PASSAGES).select("article", "start", "end").iter_rows()
    ):
        yield Evidence(article, start, end)
