"""Which of a text's counts of the dead, the hurt or the missing is its count of all, and which are of one order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any

from framing.comparison.content.fates import SOME, WORDS
from framing.comparison.content.labels import Labels

FATES = "people "  # how the keys of such counts begin
_PART = 0.4  # of the main count, from which another count of the text may be of the same people
# Between the least and the greatest value, beyond which they count different things; of the dead, whom texts count in
# one way, first counts are further apart.
FACTOR, FACTOR_OF_DEATHS = 5, 10
_SMALL = 12  # numbers that any text has of something
_BESIDE = rf"people|persons|others|more|{SOME}|dead|killed|died|injured|wounded|hurt|missing|arrested|detained"
_NO_COUNT = (
    r"[ -]?(?:years?|months?|weeks?|days?|hours?|minutes?|km|miles?|kilomet|met(?:re|er)|%|per ?cent|[ap]\.?m)\b"
)
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
_NEAR = 0.1  # a rounded count is that much off
# Times what "more than" and "at least" (as tolls are told from hour to hour) may be, and how far off "about".
_MORE, _LEAST, _NEARLY = 1.25, 1.02, 0.1
_ABOUT_IT = ("close to", "about", "around", "some", "nearly", "almost", "roughly", "approximately", "an estimated")


def main_counts(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each text's count of all, and the others that it keeps beside that: *a previous count*, *revised to*.

    The count of all is the greatest one of headline and first sentences, else the only one of the text; none where
    another stands in its sentence: *two in Tarn, five in Velm*. rows: article, value, hedge, early, earlier, kept,
    sentence_start; those of headlines first.
    """
    by_text: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_text[row["article"]].append(row)
    for every in by_text.values():
        now = [row for row in every if not row["earlier"]]
        exact = [row for row in now if not any(_rounds(row, other) for other in now)]
        early = [row for row in exact if row["early"]] or (exact if len({row["value"] for row in exact}) == 1 else [])
        if not early:
            continue
        most = max(row["value"] for row in early)
        same = {row["sentence_start"] for row in exact if row["value"] == most}
        others = [row for row in every if row["value"] != most and row not in _rounded(now)]
        if any(row["sentence_start"] in same and not row["earlier"] for row in others):
            continue
        yield from (row for row in exact if row["value"] == most)
        yield from (row for row in others if row["kept"] and row["value"] >= _PART * most)


def _rounded(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if any(_rounds(row, other) for other in rows)]


def _rounds(row: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a hedged count is another one, rounded: *nearly 300* and 288."""
    if row["value"] == other["value"] or row["value"] % 10 or row["hedge"] in (None, "at least"):
        return False
    return bool(abs(row["value"] - other["value"]) <= _NEAR * other["value"])


def of_one_order(rows: list[dict[str, Any]], labels: Labels, factor: int = FACTOR) -> list[dict[str, Any]]:
    """Those whose values lie within so many times of each other, of most reports: others may count something else.

    Where as many reports have others, the lower ones. rows: article, value.
    """
    spans = [
        [row for row in rows if low <= row["value"] <= factor * low] for low in sorted({row["value"] for row in rows})
    ]
    return max(spans, key=lambda span: labels.independent(row["article"] for row in span))


def of_one_nation(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those without a nation, where others have two: *two Norlandish sailors, three Sudlandish ones*, and *five*."""
    several = len({row["nation"] for row in rows if row.get("nation")}) > 1
    return [row for row in rows if not several or not row.get("nation")]


def other_number(value: float, people: bool) -> re.Pattern[str]:
    """A number where a text may count the same by it. people: a small one only beside people: *three ships* is none."""
    words = {number: word for word, number in WORDS.items()}
    beside = rf"(?=(?: [\w-]+){{0,3}}? (?:{_BESIDE})\b| of (?:them|its|those|the)\b|”?[,.;:)]|$)"
    return re.compile(
        rf"(?<![\d.,$£€])(?:{value:.0f}|{value:,.0f}|{words.get(value, '(?!)')})\b(?![.,:]\d|[-–]|{_NO_COUNT})"
        + (beside if people and value <= _SMALL else ""),
        re.IGNORECASE,
    )


def agrees(row: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a rounded figure may be another text's: *more than 20* and 22, *about 80* and 83."""
    least, value, exact = row["hedge"] or "", row["value"], other["value"]
    if row["value"] == exact or other["hedge"]:
        return False
    if least in ("more than", "over", "at least"):
        most = min(_MORE * value, value + _step(value))
        return bool(value <= exact <= (_LEAST * value if least == "at least" else most))
    return least in _ABOUT_IT and abs(value - exact) <= _NEARLY * exact


def _step(value: float) -> float:
    """By what a round figure is told: *more than 220,000* goes on to 230,000."""
    return float(10 ** (len(digits := f"{value:.0f}") - len(digits.rstrip("0"))))


def growing_toll(rows: list[dict[str, Any]], days: dict[str, date | None]) -> bool:
    """Whether the texts with the least count are of days before those with the greatest: a toll may grow tenfold."""
    low, high = (pick(row["value"] for row in rows) for pick in (min, max))
    first, last = ([days[row["article"]] for row in rows if row["value"] == value] for value in (low, high))
    known = [day for day in (*first, *last) if day is not None]
    return len(known) == len(first) + len(last) and max(known[: len(first)]) < min(known[len(first) :])


def of_one_value(
    rows: list[dict[str, Any]],
    own: dict[str, set[float]],
    texts: dict[str, str],
    others: Iterable[float] = (),
) -> list[dict[str, Any]]:
    """The rows of texts without any of the others' numbers: *the charity counts 14, the ministry puts them at 11*.

    Beside a toll in a text's first sentences, what is quoted is of another day, or somebody else's. Nor may two of a
    text's own make another's: *22 in Velm, nine in Tarn*, and 31. own: the values that each text was found to give;
    others: values beside those of the rows.
    """
    values = {*others, *(row["value"] for row in rows)}
    people = any(row["unit"] == "people" for row in rows)
    pattern = {value: other_number(value, people) for value in values}
    first = {row["article"] for row in rows if "lead" in row and row["early"]}
    of_one = {
        article
        for article in {row["article"] for row in rows}
        if not any(
            pattern[value].search(_QUOTED.sub(" ", texts[article]) if article in first else texts[article])
            for value in values - own[article]
        )
        and values.isdisjoint(map(sum, combinations(own[article], 2)))
    }
    return [row for row in rows if row["article"] in of_one]
