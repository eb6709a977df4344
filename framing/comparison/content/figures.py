"""Figures and dates in a text under one name: *25%*, *25 per cent* and *25 percent* are "25 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polars as pl

from framing.comparison.content.vocabulary import MONTHS, STOP
from framing.corpus.corpus import Corpus

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9,
    "b": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_WORDS = {
    word: float(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0}
_PARTS = {"half": "50", "third": "33", "quarter": "25", "fifth": "20", "tenth": "10"}
_MONEY = {"us$": "$", "$": "$", "£": "£", "€": "€", "¥": "¥", "dollar": "$", "euro": "€", "pound": "£", "yen": "¥"}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?![\d:.,]\d|\d)(?:,\s(?:19|20)\d\d)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month2>{_MONTH})(?:\s(?:19|20)\d\d)?"
    rf"|(?P<month3>{_MONTH})\s(?P<year>(?:19|20)\d\d))(?!\w)",
    re.IGNORECASE,
)
_SCALE = r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|tn|[kmb])\b)?"
_UNIT = r"(?:[\s-]?(?P<unit>%|per\s?cent\b|[a-z]{3,24}\b))?"
_FIGURE = re.compile(
    r"(?<![\w.,$£€¥/:-])(?P<money>US\$|[$£€¥])?\s?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)"
    rf"(?![\d:/]|[.,]\d){_SCALE}{_UNIT}"
)
_WRITTEN = re.compile(
    rf"\b(?P<number>{'|'.join(_WORDS)})(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion))?"
    r"[\s-](?P<unit>per\s?cent|[a-z]{3,24})\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:(?:a|one)\s(?P<part>half|third|quarter|fifth|tenth)(?=\s(?:of|the)\b)"
    r"|(?:than|about|roughly|nearly|almost|from|to|at|as)\sa\s(?P<part2>third|quarter|fifth|tenth)"
    r"(?!\s(?:of\sa|century|year))\b)"
)


def figures(corpus: Corpus) -> pl.DataFrame:
    """Figures with a unit, and dates: article, item, kind (figure, date), start, end, text.

    Numbers in words count where a scale or per cent follows (*twenty trillion dollars*); shares such as *a
    quarter of* stand with the per cents. A bare number is no item, and neither is a year.
    """
    rows = [
        (article, item, kind, start, end, text[start:end])
        for article, text in corpus.articles.select("article", "text").iter_rows()
        for item, kind, start, end in in_text(text)
    ]
    schema = {
        "article": pl.String, "item": pl.String, "kind": pl.String, "start": pl.UInt32, "end": pl.UInt32,
        "text": pl.String,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row")


def in_text(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Figures and dates of a text: item, kind, start, end. Dates come first: their numbers are no figures."""
    dates = []
    for match in _DATE.finditer(text):
        month = match["month"] or match["month2"] or match["month3"]
        if not month[0].isupper():
            continue
        name = _month(month)
        day = match["day"] or match["day2"]
        if day is None or 0 < int(day) < 32:
            dates.append((match.start(), match.end()))
            end = match.end() - (match[0].endswith(".") and month.rstrip(".").lower() == name.lower())
            yield f"{int(day)} {name}" if day else f"{name} {match['year']}", "date", match.start(), end
    for pattern in (_FIGURE, _WRITTEN, _PART):
        for match in pattern.finditer(text):
            if any(low < match.end() and match.start() < high for low, high in dates):
                continue
            found = _part(match) if pattern is _PART else _figure(match)
            if found is not None:
                yield found[0], "figure", match.start() + found[1], found[2]


def _month(word: str) -> str:
    names = "January February March April May June July August September October November December".split()
    return names[MONTHS[word.rstrip(".").lower()] - 1]


def _part(match: re.Match[str]) -> tuple[str, int, int]:
    name = "part" if match["part"] else "part2"
    return f"{_PARTS[match[name]]} %", match[0].rfind("a ") if name == "part2" else 0, match.end()


def _figure(match: re.Match[str]) -> tuple[str, int, int] | None:
    """Item, where it starts in the match, where it ends; None for a number without a unit."""
    written = match["number"].lower()
    number = _WORDS.get(written)
    scale, unit = match["scale"], (match["unit"] or "").lower()
    share = unit == "%" or unit.replace(" ", "") == "percent"
    if number is not None and not scale and not share:
        return None
    value = (number if number is not None else float(written.replace(",", ""))) * _SCALES.get((scale or "").lower(), 1)
    money = _MONEY.get((match.groupdict().get("money") or "").lower(), "")
    year = number is None and not scale and re.fullmatch(r"(?:1[6-9]|20)\d\d", written) is not None
    lead = len(match[0]) - len(match[0].lstrip())
    end = match.end()
    if share:
        return f"{value:g} %", lead, end
    if not money and unit.rstrip("s") in _MONEY:
        return f"{_MONEY[unit.rstrip('s')]}{_large(value)}", lead, end
    bare = match.end("scale") if scale else match.end("number")
    if money:
        return f"{money}{_large(value)}", lead, bare
    if unit and unit not in STOP and not year:
        return f"{_large(value)} {_plural(unit)}", lead, end
    return (_large(value), lead, bare) if scale and value >= 1e6 else None


def _plural(unit: str) -> str:
    """*barrel* and *barrels* are one unit."""
    return unit if unit.endswith("s") or unit in ("people", "men", "women", "children") else unit + "s"


def _large(value: float) -> str:
    """A number as one reads it: 1.1 billion, 240 million, 6,000, 12.99."""
    for name, scale in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
        if value >= scale:
            return f"{value / scale:.4g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
