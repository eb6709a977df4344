"""What may be said of a study: at most ten findings, a measure each, in plain words."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from framing.comparison.content.labels import number
from framing.measures.grades import may_state
from framing.report.look import labels
from framing.report.look.labels import sentence, short
from framing.report.study.desk import Desk
from framing.report.study.words import called, told

MOST = 10
_SHARES = {"% of words": "share of quoted words"}
FEW = 3  # events, below which an interval is too wide to be worth a word
NAMED = 4  # outlets of one finding that are told with their figures, above and below
_ALIKE = {  # a measure that says again what another one says
    "flesch_kincaid_grade": "words_per_sentence",
    "sentiment_own": "sentiment",
    "reporting_neutral": "reporting_doubt",
}
_ORDER = (
    "loaded", "hedging", "quoted_share", "sentiment", "boosting", "sources_named", "sources_unnamed", "reporting_doubt",
    "reporting_endorse", "words_per_sentence", "sentiment_headline", "scare_quotes", "lexical_diversity",
)  # fmt: skip
_OPEN = ("loaded", "hedging", "sentiment", "quoted_share")  # measures whose uncertain outlets are named


@dataclass(frozen=True)
class Finding:
    """A measure in which outlets differ. sentence: without the measure's name. shown: the outlet that stands for it."""

    metric: str
    lead: str
    sentence: str
    shown: str
    event: str | None


def findings(desk: Desk) -> list[Finding]:
    """The measures in which outlets differ and some outlet may be named; those that matter to framing first.

    A measure that says again what another finding says (grade and sentence length), one that is weak or not valid for
    outlets (`measures/grades.py`), and a difference of less than a hundredth of its scale, are left to the tables.
    """
    found: dict[str, Finding] = {}
    order = {name: at for at, name in enumerate(_ORDER)}
    for metric in sorted(desk.metrics, key=lambda name: (order.get(name, len(order)), name)):
        if _ALIKE.get(metric) in found:
            continue
        stated = [outlet for outlet in desk.study.names if desk.stated(metric, outlet)]
        if stated and may_state(desk.measure(metric), "outlets differ") and not _slight(desk, metric, stated):
            found[metric] = _finding(desk, metric, stated)
    return list(found.values())[:MOST]


def _slight(desk: Desk, metric: str, stated: list[str]) -> bool:
    """A difference of less than a hundredth of the measure's scale: certain, perhaps, and no news."""
    ends = re.fullmatch(r"(-?\d+(?:\.\d+)?) to (-?\d+(?:\.\d+)?)", desk.measure(metric).unit)
    size = max(abs(float(desk.effects[metric, outlet]["effect"])) for outlet in stated)
    return ends is not None and not desk.is_rate(metric) and size < 0.01 * (float(ends[2]) - float(ends[1]))


def open_questions(desk: Desk) -> list[str]:
    """What cannot be told: measures without a difference, and how much of the rest is open."""
    lines = []
    alike = [told(desk.measure(name)) for name in desk.metrics if not desk.tests[name]["differs"]]
    if alike:
        lines.append(
            f"In {number(len(alike))} of {number(len(desk.metrics))} measures no difference is certain: "
            f"{_listed(alike)}. There may be differences that are too small for this study to show."
        )
    unsure = [line for metric in _OPEN if (line := _unsure(desk, metric))]
    if unsure:
        lines += [*unsure, "Where one outlet lies far off, the figures of the others lie on the other side."]
    few = desk.study.outlets.filter(desk.study.outlets["own_events"] == 1)["outlet"].to_list()
    if few:
        lines.append(f"One event only, which says nothing of the outlet: {_some(few)}.")
    apart = desk.study.outlets.filter(desk.study.outlets["remark"].str.starts_with("shares").fill_null(False))
    if apart.height:
        lines.append(f"No event shared with the other outlets, and so left out: {_some(apart['outlet'].to_list())}.")
    copied = desk.study.outlets.filter(desk.study.outlets["own_events"] == 0)["outlet"].to_list()
    if copied:
        lines.append(f"Nothing but copies and agency texts: {_some(copied)}.")
    return lines


def _unsure(desk: Desk, metric: str) -> str:
    """The outlets of a measure that differs of which it is not certain that they do; nothing where there are none."""
    names = [
        outlet
        for outlet in desk.outlets
        if (row := desk.effects.get((metric, outlet))) and row["low"] is not None and not desk.stated(metric, outlet)
    ]
    if not names or not desk.tests[metric]["differs"]:
        return ""
    shown = [f"{short(outlet, 40)} ({_brief(desk, metric, outlet)})" for outlet in names[:NAMED]]
    shown += [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return f"{sentence(called(desk.measure(metric)))}: not certain, after correction, for {_listed(shown)}."


def _finding(desk: Desk, metric: str, stated: list[str]) -> Finding:
    level = 1.0 if desk.is_rate(metric) else 0.0
    size = {outlet: float(desk.effects[metric, outlet]["effect"]) for outlet in stated}
    above = sorted((name for name in stated if size[name] > level), key=lambda name: -size[name])
    below = sorted((name for name in stated if size[name] < level), key=lambda name: size[name])
    sides = [(names, names is above) for names in (above, below) if names]
    parts = [_side(desk, metric, names, more, again=at > 0) for at, (names, more) in enumerate(sides)]
    shown = (above or below)[0]
    return Finding(
        metric, sentence(told(desk.measure(metric))), " ".join(parts), shown,
        desk.typical(metric, shown),
    )  # fmt: skip


def _side(desk: Desk, metric: str, names: list[str], more: bool, again: bool) -> str:
    """The outlets above the others, or below them. again: what is compared has been said."""
    first = names[0]
    row = desk.effects[metric, first]
    times_so = row["above"] if more else row["events"] - row["above"]
    share = f"{'above' if more else 'below'} them in {times_so} of {row['events']}"
    name, unit = short(first, 50), desk.measure(metric).unit
    if desk.is_rate(metric):
        digits = decimals(row["effect"], row["low"], row["high"], most=3)
        interval = f"{plain(row['low'], digits)} to {plain(row['high'], digits)} times"
        what, than, scale = "rate", times(row["effect"]), ""
    else:
        digits = decimals(row["effect"], row["low"], row["high"])
        bounds = sorted((abs(row["low"]), abs(row["high"])))
        interval = f"{plain(bounds[0], digits)} to {plain(bounds[1], digits)}"
        what, step, scale = _unit(unit)
        than = f"{plain(abs(row['effect']), digits)} {step}{'above' if more else 'below'}"
    said = f"In {name} it is {than} theirs" if again else f"In {name} the {what} is {than} that of the others{scale}"
    said += f" (95 % interval {interval}; {share} events)."
    if len(names) > 1:
        rest = [f"{short(one, 40)} ({_size(desk, metric, one)})" for one in names[1:NAMED]]
        rest += [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
        said += f" Also {'above' if more else 'below'} the others: {_listed(rest)}."
    return said


def _size(desk: Desk, metric: str, outlet: str) -> str:
    value = desk.effects[metric, outlet]["effect"]
    return f"×{plain(value)}" if desk.is_rate(metric) else f"{'+' if value > 0 else ''}{plain(value)}"


def _brief(desk: Desk, metric: str, outlet: str) -> str:
    row = desk.effects[metric, outlet]
    if row["events"] < FEW:
        return f"{row['events']} event{'' if row['events'] == 1 else 's'}"
    return f"{_size(desk, metric, outlet)}, {plain(row['low'])} to {plain(row['high'])}"


def times(ratio: float) -> str:
    """A ratio in words, before *that of the others* or *theirs*."""
    if ratio >= 1.95:
        return f"{plain(ratio)} times"
    if ratio < 0.1:
        return "less than a tenth of"
    if 0.45 <= ratio <= 0.55:
        return "about half"
    return f"{abs(100 * (ratio - 1)):.0f} % {'above' if ratio >= 1 else 'below'}"


def plain(value: float, least: int = 2) -> str:
    """A number as a newspaper prints it. least: decimals of a number below 1."""
    size = abs(value)
    digits = 0 if size >= 10 else 1 if size >= 1 else least
    return f"{round(value, digits) + 0.0:.{digits}f}".replace("-", "\N{MINUS SIGN}")


def decimals(*values: float, most: int = 4) -> int:
    """Decimals by which the smallest of some numbers below 1 does not become nought: two, or more."""
    small = min((abs(value) for value in values if value), default=1.0)
    return 2 if small >= 0.01 else min(most, 1 - math.floor(math.log10(small)))


def _unit(unit: str) -> tuple[str, str, str]:
    """What is compared (share, mean), the unit of the difference, and the scale that it lies on."""
    if unit.startswith("% of "):
        return _SHARES.get(unit, f"share of {unit.removeprefix('% of ')}"), "percentage points ", ""
    if " to " in unit:
        return "mean", "", f", on a scale of {labels.unit(unit)}"
    return ("share", "percentage points ", "") if unit.startswith("%") else ("mean", f"{_plural(unit)} ", "")


def _plural(unit: str) -> str:
    return {"US school grade": "US school grades"}.get(unit, unit if len(unit) <= 25 else "")


def _listed(words: list[str]) -> str:
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else words[0]


def _some(names: list[str]) -> str:
    shown = [short(name, 40) for name in names[:NAMED]]
    return _listed(shown) if len(names) <= NAMED else f"{', '.join(shown)} and {len(names) - NAMED} more outlets"
