"""What a sentence tells in a moment or a pair of numbers: the time of day, the date, the vote, how old who is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from framing.comparison.content.quantities import Quantity, beside
from framing.comparison.content.vocabulary import CALENDAR, MONTHS
from framing.text.typography import CAPITALS

DATES = ("day", "month", "day of year", "month of year", "season", "year")  # units
_DATED = CALENDAR | MONTHS.keys()
_CLOCK = re.compile(
    r"(?<![\w.,:$£€])(?:(?P<hedge>about|around|approximately|roughly|"
    r"shortly after|shortly before|just after|just before|soon after|after|"
    r"before|by|until|till|from|since|nearly) )?"
    r"(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))? ?(?P<half>a\.?m\.?|p\.?m\.?)(?![a-z])|"
    r"(?P<full>\d{1,2}:\d\d)(?![:\d])|"
    r"(?P<word>noon|midday|midnight)\b)",
    re.IGNORECASE,
)
_SPAN, _SPAN_END = re.compile(r"\b(?:between|from) $"), re.compile(r" (?:and|to|until|till) ")  # no moment
# Of several like events, one: *the second landslide struck at 4 am*.
ORDERS = frozenset("second third fourth other another".split())
_ORDER = re.compile(rf"\b(?:{'|'.join(sorted(ORDERS))})\b", re.IGNORECASE)
# Stages of one journey, each with its own time: an aircraft took off, was last heard of and came down.
_STAGE = re.compile(
    r"\b(?:(?P<away>took off|taken off|take-?off|departed|departure|left|set off)|"
    r"(?P<heard>contact|signals?|heard from)|(?P<due>due|scheduled|expected)|"
    r"(?P<there>landed|landing|arrived|arrival|touched down)|"
    r"(?P<down>crash(?:ed)?|came down|went down)|(?P<gone>disappeared|vanished))\b",
    re.IGNORECASE,
)
# One moment has another time in each zone: *6 a.m. CST (5 a.m. MST)*.
_ZONE = re.compile(
    r"(?<=[\d.apmAPM] )\(?(?P<zone>GMT|UTC|BST|[CEW]EST|[CEW]ET|[ECMPAH][SD]?T|[JKI]ST|AE[SD]T|SGT|HKT|MSK|"
    r"(?:Eastern|Central|Mountain|Pacific|Greenwich)(?: (?:Standard |Daylight |Mean )?[Tt]ime)?)\b"
)
_SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
# What did not happen on a day, or should: its day is that of no event.
_NOT_THEN = re.compile(
    r"\b(?:fail(?:ed|s|ing)?|postpon\w+|delay\w*|reject\w*|refus\w+|block\w*|must|should|was to|were to|not)\b|n['’]t\b"
)
_DATE = re.compile(
    rf"\b(?:in|on|since|from|until|by) (?:the )?(?:(?P<season>spring|summer|autumn|winter)(?: of)? (?P<of>{_YEAR})|"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{_MONTH})\b\.?"
    rf"(?: (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.:,]\d|\d))?(?:,? (?P<year>{_YEAR}))?)"
)
_IN_YEAR = re.compile(rf"\b(?P<how>in|since|until) (?P<year>{_YEAR})(?![\w-]|[.,]\d)")
_VOTE = re.compile(
    r"(?<![\w.,-])(?P<high>\d{1,3})(?: votes?)?(?: to |[-–]| against )(?P<low>\d{1,3})(?![\w%]|[.,]\d|-\w)"
)
_VOTED = re.compile(r"\b(?:vot(?:e|es|ed|ing)|passed|approved|ballot|rejected|majority)\b", re.IGNORECASE)
_NAME = rf"[{CAPITALS}][\w’'-]+(?: (?:de|van|von|der|al|bin|[{CAPITALS}][\w’'.-]*)){{0,3}}"
_AGES = (
    re.compile(
        rf"(?P<name>{_NAME})(?:, (?:the|an?|his|her|their) [^,]{{2,40}}(?=, | aged | who ))?,? "
        rf"(?:aged |who is |who was |is |was )?(?P<age>\d{{1,3}})"
        r"(?=[,.](?!\d)| and\b| years old|;|\))"
    ),
    re.compile(rf"(?P<age>\d{{1,3}})-year-old (?P<name>{_NAME})"),
    re.compile(rf"(?P<name>{_NAME}),? (?:was |is |who (?:was|is) )?(?:a )?(?P<age>\d{{1,3}})[ -]years?[ -]old\b"),
)
# "Else Timm, 82; the town's list gave her age as 79": a text that knows of two.
_AGE_AGAIN = re.compile(
    r"\D{0,90}?\b(?:list|giv|gave|put|report|record|stat)(?:ed|es|s|ing)? (?:his|her|their) age (?:as|at|to be) "
    r"(?P<age>\d{1,3})\b"
)
_OLDEST = 110
# "The dead ranged in age from 14 to 27", "those who died were between 16 and 23 years old"
_VICTIMS = re.compile(r"\b(?:dead|died|killed|victims?|deaths)\b", re.IGNORECASE)
_SPANNING = re.compile(
    r"\b(?:ranged? in age from|ranging in age from|aged (?:between|from)|aged|ages? ranged from) (?P<low>\d{1,2}) "
    r"(?:to|and) (?P<high>\d{1,2})\b|\bbetween(?: the ages of)? (?P<low2>\d{1,2}) and (?P<high2>\d{1,2})(?= years old)",
)
_BEFORE = frozenset("but and then when the while now later meanwhile after with for in at as".split())
_DONE = r"(?:arrested|held|detained|charged|in custody|taken into custody|overpowered)"
_DID = r"(?:attacked|stabbed(?! (?:by|to|in)\b)|drove|opened fire|rammed|ploughed|knifed|set fire)"
_DOER = r"(?:suspect|attacker|gunman|assailant)"
_MAN = rf"(?:man|woman|teenager|boy|girl|youth|{_DOER})"
_WAS = r"(?:was|has been|is) (?:\w+ ){0,2}"
_SUSPECT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MAN}(?: of|,? aged|,) (?P<age>\d{{1,2}}),? (?:\w+ )?{_WAS}{_DONE}\b",
        rf"\b(?P<age>\d{{1,2}})-year-old (?:\w+ )?{_MAN} (?:who )?(?:{_DID}|{_WAS}{_DONE})\b",
        rf"\b(?P<age>\d{{1,2}})-year-old {_DOER}\b",
        rf"\b{_DOER},? (?:who is |aged |is )?(?P<age>\d{{1,2}})(?=[,.](?!\d)| years old)",
    )
)


def moments(text: str) -> Iterator[Quantity]:
    """Votes, ages, times of day and dates of a sentence; their values are only for comparing."""
    yield from _votes(text)
    for match in _SPANNING.finditer(text) if _VICTIMS.search(text) else ():
        low, high = ("low", "high") if match["low"] else ("low2", "high2")
        young, old = int(match[low]), int(match[high])
        if young < old < _OLDEST:
            yield Quantity("ages", young * 1000.0 + old, "", match.start(low), match.end(high))
    yield from _ages(text)
    yield from _clocks(text)
    yield from _dates(text)


def _votes(text: str) -> Iterator[Quantity]:
    if _VOTED.search(text):
        for match in _VOTE.finditer(text):
            high, low = int(match["high"]), int(match["low"])
            if high + low > 2:
                yield Quantity("vote", high * 1000.0 + low, "", *match.span())


def _ages(text: str) -> Iterator[Quantity]:
    seen: set[int] = set()
    for unit, patterns in (("age", _AGES), ("suspect", _SUSPECT)):
        for match in (one for pattern in patterns for one in pattern.finditer(text)):
            age = int(match["age"])
            if not 5 < age < 110 or match.start("age") in seen:
                continue
            words = (match.groupdict().get("name") or "").split()
            name = " ".join(words[1:] if words and words[0].lower() in _BEFORE else words)
            if unit == "age" and (not name or name.split()[-1].lower().rstrip(".") in _DATED):
                continue
            seen.add(match.start("age"))
            key = f"age {name}" if unit == "age" else "suspect"
            yield Quantity(key, float(age), "", *match.span("age"))
            if again := _AGE_AGAIN.match(text, match.end()):
                yield Quantity(key, float(again["age"]), "", *again.span("age"), again=True)


def _clocks(text: str) -> Iterator[Quantity]:
    """Times of day; those with a zone are set beside those of the same zone only."""
    zones = {match.start(): match["zone"] for match in _ZONE.finditer(text)}
    for match in _CLOCK.finditer(text):
        if match["word"]:
            minutes = 0.0 if match["word"].lower() == "midnight" else 720.0
        elif match["full"]:
            hour, minute = map(int, match["full"].split(":"))
            minutes = 60.0 * hour + minute
        else:
            late = match["half"][0].lower() == "p"
            minutes = 60.0 * (int(match["hour"]) % 12 + 12 * late) + int(match["minute"] or 0)
        begin = match.start("word") if match["word"] else match.start("full") if match["full"] else match.start("hour")
        span = _SPAN.search(text[:begin]) and _SPAN_END.match(text, match.end())
        if minutes < 1440 and not span:
            hedge = (match["hedge"] or "").lower()
            one = beside(text, "clock", minutes, hedge, begin, match.end(), frozenset(), "")
            clause = text[text.rfind(";", 0, begin) + 1 : begin]
            stage = next((found.lastgroup for found in reversed([*_STAGE.finditer(clause)])), None) or ""
            zone = {zones[at] for at in (match.end(), match.end() + 1) if at in zones}
            when = one.when | {order[0].lower() for order in _ORDER.finditer(clause)} | zone
            yield replace(one, dimension=stage, when=when, around=one.around | set(zones.values()))


def _dates(text: str) -> Iterator[Quantity]:
    if _NOT_THEN.search(text):
        return
    for match in _DATE.finditer(text):
        if match["season"]:
            unit, value = "season", 4.0 * int(match["of"]) + _SEASONS[match["season"].lower()]
        else:
            month, day = MONTHS[match["month"].lower()], match["day"] or match["day2"]
            year = int(match["year"] or 0)
            unit = f"{'day' if day else 'month'}{' of year' if year else ''}"
            value = 400.0 * year + 32.0 * month + int(day or 0)
        yield beside(text, unit, value, match[0].split()[0].lower(), match.start(), match.end(), frozenset(), "")
    for match in _IN_YEAR.finditer(text):
        yield beside(text, "year", float(match["year"]), match["how"], match.start(), match.end(), frozenset(), "")


def names_fit(one: str, other: str) -> bool:
    """Whether two names may be one person's: *Else Timm* and *Timm*, and not *Karl Timm*."""
    first, second = one.split(), other.split()
    return first[-1] == second[-1] and (len(first) == 1 or len(second) == 1 or first[0] == second[0])
