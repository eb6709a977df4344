"""Amounts with the words beside them: how many of what, how long, how far, how much, which share.

`mismatches` sets those of several texts beside each other. What a figure is of tell the nouns and verbs right beside
it; what makes it another figure (*another 40*, *last year*, *would*) stands there, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing.comparison.content.grouping import grouped
from framing.comparison.content.stems import stem
from framing.comparison.content.units import AT_LEAST, AT_MOST, HEDGES, IRREGULAR, MONEY, NUMBERS, SCALES, TIMES, UNITS
from framing.comparison.content.vocabulary import CALENDAR, STOP

_TENS = [word for word, value in NUMBERS.items() if value >= 20 and value % 10 == 0]
_ONES = [word for word, value in NUMBERS.items() if 0 < value < 10]
_IN_WORDS = NUMBERS | {f"{ten}-{one}": NUMBERS[ten] + NUMBERS[one] for ten in _TENS for one in _ONES}
_WORDS = "|".join(sorted((word for word in _IN_WORDS if word not in ("zero", "one", "dozen")), key=len, reverse=True))
_FIGURE = re.compile(
    rf"(?<![\w.,/:’'–-])(?:(?P<hedge>{HEDGES}) )?(?P<sign>US\$|[$£€])?(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|"
    rf"\d{{1,9}}(?:\.\d{{1,3}})?|(?:{_WORDS})\b)(?![\d:/–]|[.,]\d)"
    r"(?P<scale>[ -](?:hundred|thousand|million|billion|trillion)\b|(?:bn|mn|tn|m|k)\b)?"
    r"(?P<share> ?%| ?per ?cent\b| pct\b)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\w.,-]*\w|\d")
_BREAK = re.compile(r"[;:()“”\"„«»\n—–]| - |, (?:and|but|while|whereas|though|although|where|when)\b")
_UNIT = re.compile(r"[ -](?:(?P<square>square|sq\.?|cubic)[ -])?(?P<unit>[^\W\d_]+)\b")
_NEXT = re.compile(r" ([^\W\d_][\w’'-]*)")
_POWERS = {"sq": "sq ", "cu": "cubic "}
_LENGTH = r"(?:long|wide|deep|high|tall|thick|away)"
_DIMENSION = re.compile(rf"[ -](?P<what>{_LENGTH})\b")
_OF = re.compile(r" (?:of|from|off|below|beneath|above|under) (?:the |its |their )?")
# A figure of something else than the whole thing, now.
_PART = re.compile(
    r"\b(?:another|other|additional|extra|further|remaining|more|than|first|last|next|every|each|average|of (?:the|its|"
    r"their|those|these|his|her)|up from|down from|from|by|per|least one of|one of|between|hundred and|"
    r"thousand and|or|to|some of|aged?|up to|next to|out of|most|half|score|with just|for (?:the )?past) $",
    re.IGNORECASE,
)
_NO_PART = re.compile(r"\b(?:by|from|to|more than|less than|fewer than|other than|or) $", re.IGNORECASE)
_MORE = re.compile(
    r"[ -](?:more|other|others|additional|further|extra|fewer|of (?:the|its|their|them|those|these|which|whom)|times|"
    r"to \d|and \d|or (?:more|so|\d)|in (?:ten|10|five|four|three)\b|percentage|old)\b|-\d",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r" of (?:the|its|their)\b")
_WHEN = re.compile(
    r"\b(?:last|next|this|previous|past|a|an|per|each|every|the (?:following|same|previous)) (?:day|night|week|month|"
    r"year|quarter|season|decade|hour|summer|winter|spring|autumn|weekend)\b|\b(?:19|20)\d\d\b|"
    r"\b(?:other|another|second|third|neighbouring|nearby|rival|yesterday|today|so far|since|annual\w*|yearly|monthly|"
    r"daily|weekly|overnight|tomorrow|once|earlier|"
    r"initial\w*|original\w*|previous\w*|former\w*|"
    r"later|usual\w*|normal\w*)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|should|if|want\w*|demand\w*|ask\w*|propos\w*|offer\w*|need\w*|hop\w*|expect\w*|"
    r"target\w*|aim\w*|limit\w*|maximum|minimum|not|never|n['’]t|capacity|hold|holds|room for|goal|rumou?r\w*|"
    r"except)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:when|while|after|because|before|as(?! (?:many|much|high|low|few)\b))\b")
_CHANGE = re.compile(
    r"\b(?:rose|rises?|fell|falls?|up|down|gain\w*|drop\w*|climb\w*|jump\w*|slid|add\w*|ris(?:en|ing)|fall(?:en|ing)|"
    r"increas\w*|reduc\w*|rais\w*|grew|grow\w*|shrank|doubl\w*|cut|cuts|cutting|lower\w*|higher)\b",
    re.IGNORECASE,
)
_FILLING = frozenset(
    """people person persons man men woman women number figure total about year years day days week weeks month months
    hour hours minute minutes according report reported reporting estimate estimated estimates spokesman spokeswoman
    police official officials time times part counted count put new news told include including included
    big large small long area place thing lot day half early late officer statement say million thousand billion
    company government group least""".split()
)
_HAS = re.compile(
    r"\b(?:has|have|had|employs?|employed|[Tt]here (?:are|were))\b(?! (?:been|to)\b)(?: \d+)?(?: [\w-]+){0,3} $"
)
_GOES_ON = re.compile(r" and (?:is|was|were|has|had)\b")
_NTH = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINAL = re.compile(
    rf"\b[Tt]he (?P<nth>{'|'.join(_NTH)}) (?:\w+ )?(?P<noun>accident|crash|collision|attack|death|strike|time|fire|"
    r"case|incident|shooting|protest|derailment|spill|flood|explosion|recall|delay|breakdown|stabbing|murder)\b"
)
_PREPOSITION = re.compile(r"\b(?:of|at|in|for|to|on|from|with|by|as|into|near|after|before|under|over)\b")
_PUT = re.compile(
    rf"\b(?:(?:put|puts|estimated?s?|gave|gives?) "
    rf"(?:it|them|that|this|the (?:number|figure|total|toll|amount|sum|cost)) (?:at|as)|"
    rf"sa(?:ys|id|y) (?:that )?(?:it|the (?:number|figure|total)) (?:is|was|were|are)|spoke of|speaks of|counted) "
    rf"(?:(?P<hedge>{HEDGES}) )?(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d{{1,3}})?|(?:{_WORDS})\b)"
    r"(?P<scale> (?:hundred|thousand|million|billion))?(?![\d:/]|[.,]\d| ?%| per cent)",
    re.IGNORECASE,
)
COINS = {"crowns": "crowns", "shillings": "shillings"}  # of several countries
SUMS = frozenset({*MONEY.values(), *COINS.values()})
MEASURES = frozenset(UNITS.values()) - {"people", "men", "women", "children"}
_SHORT = frozenset("km kg ha mw gw cm m² m2".split())  # units
TIMES_AS_MANY = "times"  # the unit of *doubled*
_MULTIPLES = {"halved": 0.5, "doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0}
_TO_MULTIPLY = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}  # *almost treble the figure*
_TIMES = re.compile(
    rf"\b(?:(?P<hedge>{HEDGES}) )?(?P<times>{'|'.join(_MULTIPLES)})\b|"
    rf"\b(?P<hedge2>{HEDGES}) (?P<times2>{'|'.join(_TO_MULTIPLY)})(?= (?:the|that|its|their|since|in|by|from)\b)",
    re.IGNORECASE,
)
_VERSUS = (" versus ", " vs ", " vs. ", " against ", " compared to ", " compared with ")
BARE = "bare"  # the unit of a number without a noun
_AHEAD = 60  # characters before a number in which those words stand that make it another figure
_PHRASE = 6  # words behind a number, of which one may be what it counts
OR_MORE = "or more"  # behind a number or its noun
_OR_MORE = re.compile(rf" {OR_MORE}\b(?! than)")
_LOW, _HIGH = frozenset([*AT_LEAST.split("|"), OR_MORE]), frozenset(AT_MOST.split("|"))
_ROUGH, _FINE = 0.1, 0.03  # of its value, by which *about* may err; *about 112*, with three digits


@dataclass(frozen=True)
class Quantity:
    """A figure of a sentence. unit: what it is in (a noun's stem, metres, %, clock, ...); before, behind: stems of the
    words of content beside it, the nearest first; mods: those between the number and its noun."""

    unit: str
    value: float
    hedge: str
    start: int  # in the sentence, of the number
    end: int  # behind what it counts
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()  # these words, and where they stand
    mods: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()  # words like *last year* in its sentence; when: those beside it
    unreal: bool = False
    dimension: str = ""  # long, high; of, for *litres of water*; of a time the stage of a journey: see `moments`
    link: str = ""  # the word before a sum: *losses of 90 million*; *versus*, before the share of another
    has: bool = False  # behind *has*, *employs*
    subject: str = ""  # the first word of content of its clause
    close: bool = False  # no preposition between what it counts and the next word of content
    again: bool = False  # *put it at 640*: of what the sentence before counts


def quantities(text: str, taken: Sequence[tuple[int, int]] = (), wide: bool = False) -> Iterator[Quantity]:
    """The amounts of a sentence: counts of things, measures, sums, shares. taken: places that are something else.

    wide: also spans of time, numbers without a noun (*117.2 million went to the polls*) and those of longer phrases
    (*11,500 film and television writers*).
    """
    text = grouped(text)
    again = [*_again(text), *_ordinals(text)]
    yield from again
    taken = [*taken, *((one.start, one.end) for one in again)]
    for match in _FIGURE.finditer(text):
        if not any(low < match.end() and match.start("number") < high for low, high in taken):
            counted = _counted(text, match, wide)
            if counted is not None:
                yield counted
    for match in _TIMES.finditer(text) if wide else ():
        times = match["times"] or match["times2"]
        hedge, span = (
            (match["hedge"] or match["hedge2"] or "").lower(),
            match.span("times" if match["times"] else "times2"),
        )
        value = (_MULTIPLES | _TO_MULTIPLY)[times.lower()]
        yield beside(text, TIMES_AS_MANY, value, hedge, *span, frozenset(), "")


def _counted(text: str, match: re.Match[str], wide: bool) -> Quantity | None:
    number, ahead = match["number"].lower(), text[max(0, match.start() - _AHEAD) : match.start()]
    value = _IN_WORDS.get(number) or float(number.replace(",", ""))
    scale = (match["scale"] or "").strip(" -").lower()
    value *= SCALES.get(scale, 1.0)
    begin, end = match.start("sign") if match["sign"] else match.start("number"), match.end()
    if (
        not match["hedge"]
        and _PART.search(ahead)
        and not (match["share"] and ahead.endswith("additional "))  # "an additional 17 per cent"
        and not (match["sign"] is None and _NO_PART.search(ahead) and _verb(ahead))
    ):
        return None
    hedge = (match["hedge"] or "").lower()
    behind = match.end() + (_least(text, match.end()) if wide else 0)
    mods: frozenset[str] = frozenset()
    dimension = ""
    if match["share"]:
        unit = "%"
    elif match["sign"]:
        unit = match["sign"].replace("US$", "$")
    else:
        found = _noun(text, behind) or (_wider(text, behind, scale) if wide else None)
        if found is None:
            return None
        unit, mods, end = found
        year = 1900 <= value <= 2100 and not scale and "," not in number
        if year or (value < 2 and not scale):
            return None
        if long := _DIMENSION.match(text, end):
            dimension, end = long["what"], long.end()
        elif unit in MEASURES and (of := _OF.match(text, end)):
            dimension = of[0].split()[0]
    # "5 per cent of its staff", "11,500 members of the guild"
    whole = wide and (unit == "%" or end > match.end()) and _OF_WHOLE.match(text, end)
    end += _least(text, end) if wide else 0
    least = text.endswith(OR_MORE, 0, behind) or text.endswith(OR_MORE, 0, end)
    if not whole and not least and (_MORE.match(text, end) or _MORE.match(text, match.end())):
        return None
    return beside(text, unit, value, OR_MORE if least else hedge, begin, end, mods, dimension)


def _least(text: str, at: int) -> int:
    """How many characters *or more* takes: *100 or more employees*, *100 employees or more*."""
    found = _OR_MORE.match(text, at)
    return found.end() - at if found else 0


def _noun(text: str, at: int) -> tuple[str, frozenset[str], int] | None:
    """What a number counts: unit or the stem of a noun, the words before that, and where it ends."""
    unit = _UNIT.match(text, at)
    if unit is None:
        return None
    word = unit["unit"].lower()
    if coin := MONEY.get(word.rstrip("s")) or MONEY.get(word) or COINS.get(word):
        return coin, frozenset(), unit.end()
    if UNITS.get(word) in TIMES:
        return None  # `rivals` has spans
    if word in UNITS and UNITS[word] in MEASURES and (len(word) > 2 or word in _SHORT):
        square = (unit["square"] or "")[:2].lower()
        return f"{_POWERS.get(square, '')}{UNITS[word]}", frozenset(), unit.end()
    if text[at : at + 1] == "-":
        return None  # "a 12-strong team"
    mods: list[str] = []
    place = at
    for _ in range(3):
        found = _NEXT.match(text, place)
        if found is None:
            return None
        word, place = found[1].lower(), found.end()
        if word in STOP or not found[1][0].islower() or word in CALENDAR or word.endswith(("'s", "’s")):
            return None
        if word in IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return stem(word), frozenset(map(stem, mods)), place
        mods.append(word)
    return None


def _wider(text: str, at: int, scale: str) -> tuple[str, frozenset[str], int] | None:
    """As `_noun`: a span of time, the plural of a longer phrase, or the number alone where it has a scale."""
    unit = _UNIT.match(text, at)
    if unit and UNITS.get(unit["unit"].lower()) in TIMES:
        return UNITS[unit["unit"].lower()], frozenset(), unit.end()
    mods: list[str] = []
    place = at
    for _ in range(_PHRASE):
        found = _NEXT.match(text, place)
        if found is None:
            break
        word, place = found[1], found.end()
        small = word.lower()
        if small == "and" and mods:
            continue
        if small in STOP or small in CALENDAR or not (word.islower() or word.isupper()):
            break
        if word.islower() and (small in IRREGULAR or (small.endswith("s") and not small.endswith(("ss", "us", "is")))):
            return stem(small), frozenset(map(stem, mods)), place
        mods.append(small)
    return (BARE, frozenset(), at) if scale and at < len(text) and text[at] != "-" else None


def _verb(ahead: str) -> bool:
    """Whether a number behind *by*, *and*, *to* may still be whole: *attended by 300 people*."""
    return (
        re.search(r"\b(?:attended|watched|seen|visited|used|led|signed|owned) by $", ahead, re.IGNORECASE) is not None
    )


def beside(
    text: str, unit: str, value: float, hedge: str, begin: int, end: int, mods: frozenset[str], dimension: str
) -> Quantity:
    start = max([0, *(match.end() for match in _BREAK.finditer(text, 0, begin))])
    stop = next((match.start() for match in _BREAK.finditer(text, end)), len(text))
    before = list(_WORD.finditer(text, start, begin))[-9:]
    behind = list(_WORD.finditer(text, end, stop))[:6]
    at = next((at for at in range(len(before), 0, -1) if before[at - 1][0][0].isdigit()), 0)
    before = before[at:]  # what stands before another figure belongs to that one
    before = [] if text[:begin].endswith(" and ") else before
    at = next((at for at, word in enumerate(behind) if word[0][0].isdigit()), len(behind))
    ahead, after = _content(before[::-1]), _content(behind[:at])
    comma = text.rfind(",", start, begin) + 1 or start
    stop = min(at for at in (text.find(",", end), stop, end + 30) if at >= 0)
    stop = next((at.start() for at in _GOES_ON.finditer(text, end, stop)), stop)
    near = text[max(comma, begin - 45) : stop]
    unreal = _UNREAL.search(_CLAUSE.split(text[max(start, begin - 40) : begin])[-1]) is not None
    if unit == "%" and _CHANGE.search(text[max(start, begin - 40) : end + 15]):
        unreal = True
    clause = (word for word in _WORD.finditer(text, start, begin) if word[0][0].islower() or word.start() == 0)
    subject = next((one for word in clause for one, *_ in _content([word])), "")
    link = "of" if text[:begin].endswith((" of ", " totalling ", " worth ")) else ""
    link = "versus" if unit == "%" and text[:begin].endswith(_VERSUS) else link
    has = _HAS.search(text[start:begin]) is not None
    close = bool(after) and not _PREPOSITION.search(text[end : after[0][1]])
    return Quantity(
        unit, value, hedge, begin, end, tuple(word for word, *_ in ahead), tuple(word for word, *_ in after),
        (*ahead, *after), mods, _when(near), _when(text), unreal, dimension, link, has, subject, close,
    )  # fmt: skip


@lru_cache(maxsize=64)  # of one sentence for each of its figures
def _when(text: str) -> frozenset[str]:
    return frozenset(" ".join(one[0].lower().split()) for one in _WHEN.finditer(text))


def _content(words: list[re.Match[str]]) -> list[tuple[str, int, int]]:
    """The first three words of content that are no names: stem, start, end."""
    found = []
    for word in words:
        lower = word[0].lower().rstrip("’'")
        if lower in STOP or lower in _FILLING or not word[0][0].islower() or len(lower) < 3:
            continue
        found.append((stem(lower), word.start(), word.end()))
    return found[:3]


def _ordinals(text: str) -> Iterator[Quantity]:
    """*the third accident on the bridge this year*"""
    for match in _ORDINAL.finditer(text):
        one = beside(
            text,
            f"nth {stem(match['noun'].lower())}",
            float(_NTH.index(match["nth"].lower()) + 2),
            "",
            match.start("nth"),
            match.end("noun"),
            frozenset(),
            "",
        )
        if one.when:
            yield one


def _again(text: str) -> Iterator[Quantity]:
    for match in _PUT.finditer(text):
        number = match["number"].lower()
        value = (_IN_WORDS.get(number) or float(number.replace(",", ""))) * SCALES.get(
            (match["scale"] or "").strip().lower(), 1.0
        )
        yield Quantity(
            "",
            value,
            (match["hedge"] or "").lower(),
            match.start("number"),
            match.end(),
            places=(("", *match.span()),),
            again=True,
        )


def agree(one: tuple[float, str], other: tuple[float, str], exact: bool = False) -> bool:
    """Whether two values, each with its hedge, may be one figure. exact: none is rounded that has no hedge."""
    (low, below), (high, above) = sorted((one, other))
    fine = all(len(f"{value:.0f}".rstrip("0")) > 2 for value, hedge in (one, other) if hedge)
    near = high - low <= (_FINE if fine else _ROUGH) * high
    return (
        low == high
        or below in _LOW
        or above in _HIGH
        or (near and bool(below or above))
        or (not exact and rounds(low, high))
    )


def rounds(low: float, high: float) -> bool:
    """Whether one is the other, rounded: 738 and 740."""
    return any(float(f"{low:.{digits}e}") == high or float(f"{high:.{digits}e}") == low for digits in (0, 1, 2))
