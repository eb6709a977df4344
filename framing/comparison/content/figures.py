"""Figures and dates in a text, by value, unit and currency: *$1.5B* and *1.5 billion US dollars* are one.

A figure is a number with what it counts; a bare number, a year, a time of day, and a number that names something
(*Flight 370*, *No. 10*) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import polars as pl

from framing.comparison.content.grouping import grouped
from framing.comparison.content.units import (
    DOLLARS,
    IRREGULAR,
    MONEY,
    NUMBERS,
    PARTS,
    SCALES,
    SIGNS,
    SPEEDS,
    SQUARE_METRE,
    TIMES,
    UNITS,
)
from framing.comparison.content.vocabulary import MONTHS, NUMBERED, STOP
from framing.corpus.corpus import Corpus

_NUMERALS = ("half", "quarter", "a", "several")


def _first(words: Iterable[str]) -> str:
    """The letters that words begin with: where none stands, a search need not look further."""
    return "".join(sorted({word[0].lower() for word in words}))


_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_DATE = re.compile(
    rf"\b(?=[\d{_first(MONTHS)}])(?:"
    rf"(?P<month>{_MONTH})\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.,]\d|\d)(?:,?\s{_YEAR})?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{_MONTH})(?:,?\s{_YEAR})?"
    rf"|(?P<month3>{_MONTH}),?\s(?P<year>{_YEAR})"
    rf"|(?P<iso>{_YEAR}-\d\d-\d\d))(?!\w)",
    re.IGNORECASE,
)
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_SCALE = r"hundred|thousand|lakh|million|crore|billion|trillion|mln|bln|trn|bn|mn|tn|[kmb]"
_DECIMAL = r"\d{1,3},\d{1,2}"  # as the continent writes it: only before a scale, *€1,5 billion*
_DIGITS = rf"{_DECIMAL}(?=[\s-]?(?:{_SCALE})\b)|\d{{1,3}}(?:,\d{{2,3}})+(?:\.\d{{1,6}})?|\d{{1,15}}(?:[.·]\d{{1,6}})?"
_SPELLED = "|".join(sorted(NUMBERS, key=len, reverse=True))
_NUMBER = rf"(?:{_DIGITS})"
_FIGURE = re.compile(
    rf"(?<![\w.,/:-])(?P<sign>{_SIGN})?\s?(?P<low>{_NUMBER})(?:[\s-]?(?P<lowscale>{_SCALE})\b)?"
    rf"(?:(?:\s?[-–—]\s?|\sto\s|(?<=between \d)\sand\s|(?<=between \d\d)\sand\s|(?<=between \d\d\d)\sand\s)"
    rf"(?:{_SIGN})?(?P<high>{_NUMBER}))?(?![\d:/]|[.,]\d|[-–]\d)"
    rf"(?:[\s-]?(?P<scale>{_SCALE})\b|(?(sign)(?P<tera>t)\b|(?!)))?",  # "$3.2T", but "12 t" are tonnes
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b(?=[{_first((*NUMBERS, *_NUMERALS))}])(?:"
    rf"(?P<half>half a|a quarter of a|(?:one|two|three|four|five|six|seven|eight|nine) and a half)"
    rf"\s(?P<halfscale>million|billion|trillion|dozen)"
    rf"|(?P<a>an?|several)\s(?P<ascale>hundred|thousand|million|billion|trillion|dozen)"
    rf"|(?P<words>(?:{_SPELLED})(?:(?:[\s-]|\sand\s)(?:{_SPELLED}|hundred|thousand))*)"
    rf"(?:[\s-](?P<scale>million|billion|trillion|dozen))?)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"\b(?:(?:(?P<count>a|one|two|three|four)[\s-])?(?P<part>{'|'.join(PARTS)})(?=\s(?:of|the|its|their|his|her)\b)"
    r"|(?:than|about|roughly|nearly|almost|from|to|at|as|by)\s(?P<part2>a third|a quarter|a fifth|a tenth|half|"
    r"one-third|two-thirds|three-quarters|one third|two thirds)(?!\s(?:century|year|hour|time|mile|day|dozen|a)\b))\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?P<lead>[\s-]?)(?:(?P<points>percentage[\s-]points?|basis points)|(?P<share>%|per\s?cent\b|pct\b|percent\b)"
    r"|(?P<square>(?:sq\.?|square)[\s-])?(?P<metric>metric\s)?(?P<sea>nautical[\s-](?=miles?\b))?"
    r"(?P<word>°C|[^\W\d_](?:[\w’'-]|\.(?=\w))*)"
    r"(?P<rest>(?:\s[^\W\d_][\w’'-]*){0,2}))"
)
_AGED = re.compile(r"(?:\baged?\s(?P<aged>\d{1,3})\b|(?<=[^\W\d_]), (?P<apart>\d{1,3})(?=,))")
_AGE = re.compile(r"[\s-]years?[\s-]olds?\b")
_PER_DAY = re.compile(r"\s(?:an?|per)\s(second|day|hour|year|month|week)\b|/(?:h|hr|hour)\b")
_EMERGENCY = frozenset({112.0, 911.0, 999.0})
_NAMES = re.compile(r"(?:^|[\s(])(\w+)\.?\s$")


def figures(corpus: Corpus) -> pl.DataFrame:
    """Figures with what they count, and dates: article, item, kind, sort, start, end, text.

    kind: figure, date. sort: money, quantity (with a unit of measure), count (*400 workers*), age, time, share (a
    percentage or part, which says nothing without its subject), date. Numbers in words count from ten, and with a
    scale or per cent (*twenty trillion dollars*).
    """
    rows = [
        (article, item, "date" if sort == "date" else "figure", sort, start, end, text[start:end])
        for article, text in corpus.articles.select("article", "text").iter_rows()
        for item, sort, start, end in in_text(text)
    ]
    schema = dict.fromkeys(("article", "item", "kind", "sort"), pl.String) | {
        "start": pl.UInt32, "end": pl.UInt32, "text": pl.String,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row")


def in_text(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Figures and dates of a text: item, sort, start, end. Dates come first: their numbers are no figures."""
    text = grouped(text)
    taken = bytearray(len(text))  # 1 where a character belongs to one that was found
    for item, start, end in _dates(text):
        taken[start:end] = b"\1" * (end - start)
        yield item, "date", start, end
    for match in _AGED.finditer(text):
        name = "aged" if match["aged"] else "apart"
        before = text[max(0, match.start() - 40) : match.start()].rsplit(None, 1)[-1:] if name == "apart" else ["A"]
        if before and before[0][:1].isupper() and 0 < int(match[name]) < 120:
            start, end = match.span(name)
            taken[start:end] = b"\1" * (end - start)
            yield f"{int(match[name])} years old", "age", start, end
    for pattern, read in ((_FIGURE, _digits), (_WORDS, _spelled), (_PART, _part)):
        for match in pattern.finditer(text):
            if taken.find(1, *match.span()) >= 0:
                continue
            found = read(match, text)
            if found is not None:
                start, end = found[2:]
                taken[start:end] = b"\1" * (end - start)
                yield found


def _dates(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _DATE.finditer(text):
        if match["iso"]:
            at, number = int(match["iso"][5:7]), int(match["iso"][8:])
            if 0 < at < 13 and 0 < number < 32:
                yield f"{number} {_MONTHS[at - 1]}", *match.span()
            continue
        word = match["month"] or match["month2"] or match["month3"]
        name = _MONTHS[MONTHS[word.rstrip(".").lower()] - 1]
        day = match["day"] or match["day2"]
        if word[0].isupper() and (day is None or 0 < int(day) < 32):
            end = match.end() - (match[0].endswith(".") and word.rstrip(".").lower() == name.lower())
            yield f"{int(day)} {name}" if day else f"{name} {match['year']}", match.start(), end


_MONTHS = "January February March April May June July August September October November December".split()
Found = tuple[str, str, int, int]


def _digits(match: re.Match[str], text: str) -> Found | None:
    """A number in digits, or a range of two."""
    low, high = _number(match["low"]), _number(match["high"]) if match["high"] else None
    written = match["sign"] or ""
    if len(written) == 3 and written.isalpha() and not written.isupper():
        written = ""  # "Ron 3" is no money
    begin = match.start("sign") if written else match.start("low")
    sign = SIGNS.get(written) or SIGNS.get(written.upper())
    before = _NAMES.search(text[max(0, begin - 16) : begin])
    if not sign and before and before[1].lower() in NUMBERED and (before[1][0].isupper() or before[1] == "number"):
        return None
    scale, lowscale = (SCALES.get((match[name] or "").lower(), 1.0) for name in ("scale", "lowscale"))
    scale = SCALES["tn"] if match["tera"] else scale
    end = match.end()
    if high is not None and high <= low and not (match["lowscale"] and scale > lowscale):
        return None  # a score, a section, a phone number
    value = low * (lowscale if match["lowscale"] else scale)
    values = (value,) if high is None else (value, high * scale)
    year = not written and scale == lowscale == 1 and re.fullmatch(_YEAR, match["low"]) is not None
    return _figure(values, sign, begin, end, text, scale > 1 or lowscale > 1, year)


def _spelled(match: re.Match[str], text: str) -> Found | None:
    """A number in words: from ten on, or with a scale or a percentage."""
    if match["half"]:
        half = match["half"].lower().split()
        part = 0.25 if "quarter" in half else 0.5 + (0 if half[0] == "half" else NUMBERS[half[0]])
        value = SCALES.get(match["halfscale"].lower(), 12.0) * part
    elif match["a"]:
        if match["a"].lower() == "several":
            return None
        value = SCALES.get(match["ascale"].lower(), 12.0)
    else:
        value = _in_words(match["words"]) * {"dozen": 12.0}.get((match["scale"] or "").lower(), 1.0)
        value *= SCALES.get((match["scale"] or "").lower(), 1.0)
    scaled = value >= 1e6
    found = _figure((value,), None, match.start(), match.end(), text, scaled, False)
    return found if found and (value >= 10 or found[1] in ("share", "money", "age")) else None


def _in_words(text: str) -> float:
    total = current = 0.0
    for word in re.split(r"[\s-]+", text.lower()):
        if word == "hundred":
            current = max(current, 1.0) * 100
        elif word == "thousand":
            total, current = total + max(current, 1.0) * 1000, 0.0
        elif word != "and":
            current += NUMBERS[word]
    return total + current


def _part(match: re.Match[str], _: str) -> Found | None:
    words = (match["part2"] or f"{match['count'] or 'a'} {match['part']}").lower().replace("-", " ").split()
    if not match["part2"] and not match["count"] and match["part"].lower() != "half":
        return None  # "the third of May", "quarter of"
    count = {"a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0}.get(words[0], 1.0)
    start = match.start("part2") if match["part2"] else match.start()
    return f"{_plain(100 * count * PARTS[words[-1]], 0)} %", "share", start, match.end()


def _number(digits: str) -> float:
    decimal = re.fullmatch(_DECIMAL, digits)
    return float(digits.replace(",", "." if decimal else "").replace("·", "."))


def _figure(
    values: tuple[float, ...], sign: str | None, begin: int, end: int, text: str, scaled: bool, year: bool
) -> Found | None:
    """Item, sort, start, end of values with what stands behind them; None where they count nothing."""
    if age := _AGE.match(text, end):
        return f"{_values(values)} years old", "age", begin, age.end()
    unit = _UNIT.match(text, end)
    if unit and unit["word"] and not unit["lead"] and not sign and unit["word"].lower() not in {*UNITS, "°c"}:
        unit = None  # "5G", "737s"
    if sign:
        return _sum(sign, values), "money", begin, end
    if unit is None:
        return (_values(values), "count", begin, end) if scaled and not year else None
    if unit["points"]:
        points = unit["points"].lower().replace("-", " ").rstrip("s")
        return f"{_values(values)} {points}s", "quantity", begin, unit.end("points")
    if unit["share"]:
        return f"{_values(values, 2)} %", "share", begin, unit.end("share")
    words = [unit["word"], *unit["rest"].split()]
    lower = [word.lower().rstrip(".") for word in words]
    for size in (1, 2, 3):  # "dollars", "US dollars", "Hong Kong dollars"
        if len(lower) >= size and (money := MONEY.get(_singular(lower[size - 1]))):
            owner = " ".join(lower[: size - 1])
            if size == 1 or owner in DOLLARS:
                if money == "£" and lower[size - 1] == "pounds" and lower[size : size + 1] == ["of"]:
                    return f"{_values(values)} lb", "quantity", begin, unit.end("word")
                sign = DOLLARS.get(owner, money) if money == "$" else money
                stop = end + len(unit["lead"]) + len(" ".join(words[:size]))
                return _sum(sign, values), "money", begin, stop
    if year and unit["lead"] != "-":
        return None
    return _counted(values, unit, words, lower, begin, end, text, scaled)


def _counted(
    values: tuple[float, ...], unit: re.Match[str], words: list[str], lower: list[str], begin: int, end: int, text: str,
    scaled: bool,
) -> Found | None:  # fmt: skip
    """A number with a unit of measure, or with the plural of what it counts."""
    metre = unit["square"] and lower[0] == SQUARE_METRE
    if metre or (lower[0] in UNITS and unit["word"] != "T") or unit["word"] == "°C":
        name = "°C" if unit["word"] == "°C" else "metres" if metre else UNITS[lower[0]]
        if unit["sea"]:
            name = f"nautical {name}"
        if unit["square"] and not name.startswith("sq "):
            name = f"sq {name}"
        if unit["metric"] and name == "tons":
            name = "tonnes"
        stop = unit.end("word")
        if per := _PER_DAY.match(text, stop):
            name, stop = f"{name} a {per[1] or 'hour'}", per.end()
            name = SPEEDS.get(name, name)
        sort = "time" if name in TIMES else "count" if name in IRREGULAR else "quantity"
        return f"{_values(values)} {name}", sort, begin, stop
    if unit["lead"] == "-":
        return None  # "a 12-strong team", "the 27-nation union"
    place = end + len(unit["lead"])
    for word, small in zip(words, lower, strict=True):
        if small in STOP or not word[0].islower() or word.endswith("'s"):
            break
        if small == "times" or (small == "calls" and values[0] in _EMERGENCY):
            return None  # "40 times the rate", "911 calls"
        if small in IRREGULAR or (small.endswith("s") and not small.endswith(("ss", "us", "is"))):
            return f"{_values(values)} {small}", "count", begin, place + len(word)
        place += len(word) + 1
    return (_values(values), "count", begin, end) if scaled else None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _sum(sign: str, values: tuple[float, ...]) -> str:
    """*$5 million*, *CHF 5 million*, *5 million krona*."""
    number = _values(values, money=True)
    return f"{number} {sign}" if sign.islower() else f"{sign} {number}" if sign.isalpha() else f"{sign}{number}"


def currency(item: pl.Expr) -> pl.Expr:
    """What stands for the currency in items of `figures`: *$*, *CHF*, *krona*."""
    return item.str.replace_all(rf"[\d.,\s]+|\b(?:{'|'.join(SCALES)}|to)\b", "")


def _values(values: tuple[float, ...], decimals: int = 2, money: bool = False) -> str:
    return " to ".join(_plain(value, decimals, money) for value in values)


def _plain(value: float, decimals: int = 2, money: bool = False) -> str:
    """A number as one reads it: 1.1 billion, 240 million, 6,000, 12.99; of money with both digits, 6.50."""
    for name, scale in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
        if value >= scale:
            return f"{value / scale:.6g} {name}"
    rounded = round(value, decimals)
    if rounded == int(rounded):
        return f"{rounded:,.0f}"
    return f"{rounded:,.{decimals}f}" if money else f"{rounded:,.{decimals}f}".rstrip("0")
