"""Figures that newswriting gives in set phrases: how many marched or struck, what a deal is worth, what was paid.

Each has a name of its own, so that figures of several texts for it can be set beside each other: see `numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.comparison.content.grouping import grouped
from framing.comparison.content.units import HEDGES, NUMBERS
from framing.text.typography import CAPITALS

_WORDS = "|".join(sorted((word for word, value in NUMBERS.items() if value > 1), key=len, reverse=True))
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?"
_ABOUT = rf"(?P<hedge>(?:{HEDGES}) )?"
_BEHIND = r"(?=[ -](?:thousand|million|met(?:re|er)s?|feet|foot)\b)"  # a number in words
_COUNT = (
    rf"{_ABOUT}(?P<number>(?<![\w$£€.,-])(?:{_NUMBER}|\b(?:{_WORDS}){_BEHIND}))"
    r"(?P<scale> (?:thousand|million))?(?![\d%]|[.,]\d| per ?cent)”?"  # “more than two million” people
)
_MONEY = (
    rf"{_ABOUT}(?P<sign>US\$|[$£€])?(?P<number>(?:{_NUMBER}))"
    r"(?P<scale>[ -](?:million|billion|trillion)\b|(?:bn|mn|tn|m)\b)?"
    r"(?P<coin> (?:euros?|dollars?|pounds?|crowns?|kroner|kronor|francs?|rupees?|yuan|yen|pesos?|rand|reais|lira|"
    r"zlotys?|dinars?|shillings?|naira|won|roubles?|rubles?)\b)?"
)
_PEOPLE = (
    r"(?:people|residents|protesters|demonstrators|marchers|supporters|students|pupils|teachers|workers|farmers|fans|"
    r"of us)"
)
# "VELM, June 3 (Norpress) - ": its day is that of the text.
# "VELM (NW) - ", "VELM, March 3 - ", "Velm, Mar 12 (NW) Pilots ...", "VELM: Pilots ..."
DATELINE = re.compile(
    r"^[^\n]{2,60}?\) ?\.?[-–—―]{1,2} |^[^a-z\n]{3,40}(?:, \w+\.? \d{1,2})? ?[-–—―]{1,2} |"
    rf"^[{CAPITALS}][^\n(.]{{1,40}}\([{CAPITALS}]{{2,8}}\) (?=[{CAPITALS}])|^[{CAPITALS}][{CAPITALS} ]{{2,30}}: "
)
_CROWD = re.compile(
    r"\b(?:march|protest|demonstrat|rall(?:y|ied)|took to the streets|crowd|turned out|turnout|gathered|"
    r"filled the|tide of|"
    r"sea of)",
    re.IGNORECASE,
)
_STRIKE = re.compile(r"\b(?:strikes?|striking|walk-?outs?|stoppages?|picket)\b", re.IGNORECASE)
_CAME = (
    r"(?:marched|protested|demonstrated|rallied|turned out|gathered|filled|took (?:part|to the streets)|"
    r"(?:were|are) (?:protesting|marching|demonstrating|rallying|involved in (?:the )?(?:protest|march|rall)\w*))"
)
_MASS = r"(?:crowd|march|rally|protest|demonstration|number|turnout|attendance|tide|sea)(?: of people)?"
_MEASURES = r"(?: (?:euros|dollars|pounds|years|hours|minutes|metres|miles|complaints|criticism))"
_GATHERED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_COUNT} (?:[\w-]+, ){{0,3}}(?:[\w-]+ and )?{_PEOPLE}\b(?: [\w-]+){{0,2}}? {_CAME}"
        r"(?! (?:\w+ )?(?:injured|arrested|killed))",
        rf"\b{_MASS} (?:of|at) {_COUNT}(?!{_MEASURES})",
        rf"\b(?:protests?|march(?:es)?|demonstrations?|rall(?:y|ies))\b[^.;]{{0,60}}? (?:mobili[sz]ed|drew) {_COUNT} "
        "people",
        rf"\b{_COUNT} (?:marched|protested|demonstrated|rallied) ",
        rf"\b{_COUNT} (?:participants|marchers|demonstrators) (?:of|at|in) ",
        rf"\b(?:counted|estimated|saw|reported) {_COUNT} (?:marchers|protesters|demonstrators|participants)\b",
        rf"\b(?:drawn|drew|attracted|attended by|brought together) {_COUNT}(?: {_PEOPLE})?(?=[ ,.;]|$)(?!{_MEASURES})",
    )
)
# Also in the sentence behind one with a crowd.
_TOOK_PART = re.compile(
    rf"\b{_COUNT} (?:[\w-]+ )?(?:people|marchers|protesters|demonstrators) (?:had |have |has )?(?:taken part|took part|"
    r"came out|joined in|turned up|said no)\b",
    re.IGNORECASE,
)
# Another count of the same crowd, right behind the first: "The unions spoke of 120,000", "... and unions at 120,000".
_EMPLOYER = "hospital|port|company|firm|board|airline|operator|management|employers?|council|ministry|government"
_AGAIN = re.compile(
    rf"\b(?:police|officials|authorities|unions?|organi[sz]ers|{_EMPLOYER})\b"
    r"(?:,| (?:put|estimated|gave)(?: (?:it|the (?:number|figure|crowd)))?(?: at)?| spoke of| counted| claimed| at) "
    rf"{_COUNT}(?: {_PEOPLE})?(?=[,.;]|$| (?:and|had|took|marched))",
    re.IGNORECASE,
)
_LEFT = (
    r"(?:walked out|on strike|joined the (?:strike|walk-?out|stoppage)|(?:taking|took) part|stopped work|downed tools|"
    r"struck(?! by)|(?:are|were) (?:now |all )?out)\b"
)
_WALKOUT = r"(?:strike|walk-?out|stoppage)"
_STRUCK = re.compile(
    rf"\b{_COUNT} (?:of (?:its|the|our) )?(?:[\w’'-]+ ){{1,4}}?(?:(?:had|have|are|were|would) (?:now |all )?)?{_LEFT}",
    re.IGNORECASE,
)
_WALKED = (
    _STRUCK,
    # "640 nurses at the hospital have begun a two-day strike"
    re.compile(
        rf"\b{_COUNT} (?:(?!(?:after|as|when|while|before|since|until|because|on)\b)[\w’'-]+ ){{1,6}}?"
        r"(?:have |had )?(?:begun|began|started|launched|staged|held) "
        rf"(?:an? |the |their )?(?:[\w-]+ ){{0,2}}?{_WALKOUT}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_WALKOUT} (?:by|of) {_COUNT} [\w-]+s\b", re.IGNORECASE),  # a strike by some 400 nurses
)
_JOINED = re.compile(
    rf"\b{_COUNT} (?:[\w-]+ ){{0,2}}(?:nurses|workers|employees|teachers|drivers|members|people|staff) joined\b",
    re.IGNORECASE,
)
_BUYING = r"(?:buy|buying|bought|acquire[ds]?|acquiring|purchase of|takeover of|acquisition of)"
_BOUGHT = r"(?:deal|takeover|merger|acquisition|buyout|purchase)"
_DEAL = (
    re.compile(rf"\b{_BUYING}\b[^.;$£€]{{0,50}}? (?:for|worth) (?=[^ ]*[$£€]){_MONEY}", re.IGNORECASE),
    re.compile(rf"(?=[$£€]|US\$){_MONEY} (?:cash |all-cash |all-share )?{_BOUGHT}\b", re.IGNORECASE),
)
_PAID = re.compile(
    r"\b(?P<noun>contracts?|payments?|bribes?|fines?|loans?|grants?|budget|debts?|losses|damages?|ransom|settlement|"
    r"subsid(?:y|ies)|compensation|bonus|salary|investment|donations?|reserves?|price|fee|surplus|deficit|stake|fund|"
    rf"insurance|sale|pension|imports|exports|goods) (?:worth|of|totall?ing) {_MONEY}",
    re.IGNORECASE,
)
_WORTH = re.compile(rf"{_MONEY} of (?:[\w-]+ )?(?P<noun>imports|exports|goods)\b", re.IGNORECASE)
# "Barley Front won 113 of the 222 seats": of a name, which is one in all texts.
_WON = r"(?:won|took|taken|secured|gained|got|captured|bagged)"
_SEATS = re.compile(
    rf"\b(?!The )(?P<party>[{CAPITALS}][\w’'-]+(?: [{CAPITALS}][\w’'-]+){{0,3}})(?: \([^()]{{2,20}}\))?"
    rf"(?: coalition| party| alliance)? (?:(?:has|have|had) )?{_WON} {_COUNT} (?:of (?:the )?\d+ )?"
    r"(?:parliamentary )?seats\b"
)
WAVES = "metres that the waves rose"  # key
JOBS = "jobs to be cut"  # key; the month is that of the closure
_JOBS = r"(?:[\w-]+ )?(?:jobs|posts|positions)"
_STAFF = r"(?:[\w-]+ )?(?:workers|employees|people|staff)"
_NOT_ALL = r"(?! (?:worldwide|across|nationwide|globally|elsewhere|over|by|in (?:all|total|other)))"
_LACK = r"(?:(?: (?!still\b|remain)[\w-]+){0,3}? without| (?:had|have) no)"
_BURNED = r"(?:burn(?:ed|t|ing)|destroy(?:ed|ing)|consumed|scorched|blackened|devoured|charred) (?:through )?"
_HOMES = r"(?:homes|households|customers|people|houses|properties)"
_FEET = r"(?: |-)?(?:feet|foot|ft)\b"
_METRES = r"(?: |-)?(?:met(?:re|er)s?|m)\b"
_HIGH = r"(?:waves?|tsunami|wall of water)"
_TALL = r"(?:[\w-]+ ){0,3}?(?:as high as|as tall as|up to|of|reach(?:ed|ing)|measur(?:ed|ing))"
_TOLD = r"(?:have been |were |had been )?(?:reported|confirmed|recorded|linked)"
_DISEASE = (
    r"(?:[\w.-]+ ){0,3}?(?:disease|virus|covid\S*|coronavirus|flu|influenza|infections?|illness|poisoning|fever|pox|"
    r"measles|cholera|ebola|malaria|polio|salmonella|listeria|e\. ?coli)\b"
)
_ILL = rf"cases (?:of {_DISEASE}|{_TOLD}|across|in (?:\d|\w+ states))"
_OF_THINGS = tuple(
    (name, re.compile(rf"\b{pattern}", re.IGNORECASE))
    for name, pattern in (
        ("hectares burned", rf"{_BURNED}{_COUNT} hectares"),
        ("acres burned", rf"{_BURNED}{_COUNT} acres"),
        ("homes without power", rf"{_COUNT} {_HOMES}\b{_LACK} (?:power|electricity)"),
        (WAVES, rf"{_HIGH} {_TALL} {_COUNT}{_METRES}"),
        (WAVES, rf"{_COUNT}{_METRES}(?:[- ]high)? {_HIGH}\b"),
        ("feet that the waves rose", rf"{_HIGH} {_TALL} {_COUNT}{_FEET}"),
        ("feet that the waves rose", rf"{_COUNT}{_FEET}(?:[- ]high)? {_HIGH}\b"),
        ("cases", rf"{_COUNT} (?:confirmed |reported )?{_ILL}"),
        ("signatures", rf"signed by {_COUNT}(?! of\b)"),
        (
            "signatures",
            rf"{_COUNT} (?:[\w-]+ ){{0,3}}?(?:have |had )?signed (?:an?|the) (?:\w+ )?(?:letter|petition|appeal)",
        ),
        ("people on board", rf"{_COUNT} people (?:were |was )?(?:on[ -]board|aboard)\b"),
        ("people on board", rf"carrying {_COUNT} people\b"),
        ("flights cancelled", rf"{_COUNT} flights? (?:\w+ ){{0,3}}?(?:cancell?ed|grounded)"),
        ("homes destroyed or damaged", rf"{_COUNT} (?:homes|houses) (?:\w+ ){{0,2}}?(?:destroyed|damaged|flooded)"),
        (
            JOBS,
            rf"(?:cut|cuts|cutting|shed|sheds|shedding|axe|axes|axing|lose|loses|losing|loss of|slash(?:es|ing)?|"
            rf"scrap(?:s|ping)?|eliminat(?:e|es|ing)|cost) {_COUNT} {_JOBS}\b{_NOT_ALL}",
        ),
        (JOBS, rf"{_COUNT} {_JOBS} (?:[\w-]+ ){{1,3}}?(?:cut|go|lost|axed|disappear|eliminated)\b"),
        (JOBS, rf"{_COUNT} {_STAFF} (?:\w+ ){{0,2}}(?:lose|losing) their jobs\b"),
        (JOBS, rf"(?:lay|laying) off {_COUNT} {_STAFF}\b{_NOT_ALL}"),
    )
)
MAGNITUDE = "magnitude"  # key, and unit
_QUAKE = re.compile(
    r"\b(?:magnitude(?:[- ]|,? (?:of|was|at) )(?:about |around )?(?P<number>\d\.\d)(?!\d)|"
    r"(?P<number2>\d\.\d)[- ]magnitude\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\baftershocks?\b|\b(?:up to|between|from) $", re.IGNORECASE)  # of other quakes than the one
# "The 47-page indictment", "a report of 120 pages": an event has one such paper.
SIZE = "size"  # unit
_PAPER = (
    r"(?P<noun>indictment|complaint|affidavit|report|ruling|opinion|dissent|verdict|judgment|lawsuit|bill|resolution|"
    r"agreement|treaty|transcript|oath|pledge|speech|manifesto|dossier|draft|plan|study|memo|letter)\b"
)
_LONG = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|{_WORDS})"
_OTHER = "another|second|third|separate|earlier|previous|dissenting|concurring"
_NO_OTHER = "".join(rf"(?<!\b{word} )" for word in _OTHER.split("|"))
_OF_PAPER = (
    re.compile(
        rf"(?<![\w.,-]){_NO_OTHER}{_LONG}-(?P<part>page|word|paragraph|count)"
        rf"(?: (?!(?:{_OTHER}) )[a-z-]+){{0,3}}? {_PAPER}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NO_OTHER}\b{_PAPER}(?:,| is| was)? (?:(?:of|runs|ran|running)(?: to)? )?{_LONG} "
        r"(?P<part>page|word|paragraph|count)s\b",
        re.IGNORECASE,
    ),
)
# "It was lower than the 2.7% economists had predicted", "economists had expected the economy to grow by 2.8 percent".
FORECAST = "forecast"  # unit
_EXPECTED = r"(?:expect(?:ed|ations?)|predict(?:ed|ions?)|forecasts?|forecasted|projected|anticipated|estimate[sd]?)"
_THOSE = r"\b(?:economists|analysts|forecasters)(?:['’]|\b)"
_SHARE = r"(?P<shown>(?<![\w.,$£€-])(?P<number>\d{1,2}(?:\.\d{1,2})?)(?: ?%| ?per ?cent\b))(?! (?:next|this|by) )"
_EXPECTING = (
    re.compile(rf"{_THOSE}(?P<what>[^.;\d“”]{{0,60}}?\b{_EXPECTED}\b[^.;\d“”]{{0,60}}?){_SHARE}", re.IGNORECASE),
    re.compile(rf"{_SHARE}(?P<what>(?: that)? {_THOSE}(?: \w+){{0,6}}? {_EXPECTED}\b)", re.IGNORECASE),
)
_RATES = {
    "growth": re.compile(r"\b(?:GDP|gross domestic product|growth|econom(?:y|ic)|grow|expand)\b", re.IGNORECASE),
    "inflation": re.compile(r"\b(?:inflation|consumer prices|CPI|price index)\b", re.IGNORECASE),
    "unemployment": re.compile(r"\b(?:unemployment|jobless) rate\b", re.IGNORECASE),
}
_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
COUNTED = ("people", "things", "part", SIZE)  # units
LOOSE = ("people", "things", "part", FORECAST)  # of what may be counted in several ways
CROWD, STRIKERS = "people in the crowd", "people on strike"  # keys: of these a text may give several figures
_LEAST = 20  # people of a crowd


@dataclass(frozen=True)
class Tally:
    """A figure for a thing with a name: key tells the same thing, unit what the value is in."""

    key: str
    name: str
    unit: str
    value: float
    start: int
    end: int


def tells_of_strike(article: str) -> bool:
    """Whether an article has a strike in it: people who walked out of something else are no strikers."""
    return _STRIKE.search(article) is not None


def tallies(text: str, before: str, strike: bool) -> Iterator[Tally]:
    """The tallies of a sentence. before: the sentences ahead of it; strike: its article tells of one."""
    text = grouped(text)
    about = _CROWD.search(text) is not None
    if about or _CROWD.search(before):
        places: list[tuple[int, int]] = []
        patterns = (*(_GATHERED if about else ()), _TOOK_PART, _AGAIN)
        for match in (one for pattern in patterns for one in pattern.finditer(text)):
            span = match.span("number")
            if _value(match) >= _LEAST and not _year(match) and span not in places:
                places.append(span)
                yield _tally(CROWD, CROWD, "people", match)
    if strike:
        here = _STRIKE.search(text) is not None
        patterns = (*_WALKED, *((_JOINED,) if here else ()))
        struck = next(filter(None, (pattern.search(text) for pattern in patterns)), None)
        again = (
            _AGAIN.search(text) if not about and (here or _STRIKE.search(before) or _STRUCK.search(before)) else None
        )
        for found in (struck, again):
            if found and _value(found) >= _LEAST and not _year(found):
                yield _tally(STRIKERS, STRIKERS, "people", found)
    for match in (one for pattern in _DEAL for one in pattern.finditer(text)):
        yield _tally("deal", "the deal", _unit(match), match)
    for match in (*_PAID.finditer(text), *_WORTH.finditer(text)):
        if match["sign"] or match["coin"]:
            noun = match["noun"].lower()
            yield _tally(f"paid {noun.rstrip('s')}", f"the {noun}", _unit(match), match)
    for match in _QUAKE.finditer(text):
        number = "number" if match["number"] else "number2"
        if _AFTER.search(text[: match.start(number)]):
            continue
        yield Tally(MAGNITUDE, "the magnitude", MAGNITUDE, float(match[number]), *match.span(number))
    for name, pattern in _OF_THINGS:
        found = pattern.search(text)
        if found:
            yield _tally(name, name, "things", found)
    for match in (one for pattern in _OF_PAPER for one in pattern.finditer(text)):
        number, part, noun = (match[name].lower() for name in ("number", "part", "noun"))
        value = NUMBERS.get(number) or float(number.replace(",", ""))
        yield Tally(f"{part}s {noun}", f"{part}s of the {noun}", SIZE, value, *match.span("number"))
    yield from _forecasts(text, before)
    for match in _SEATS.finditer(text):
        yield _tally(f"seats {match['party']}", f"seats of {match['party']}", "things", match)


def _forecasts(text: str, before: str) -> Iterator[Tally]:
    """The rate that economists had expected, of the one thing that is named nearest to it."""
    match = next(filter(None, (pattern.search(text) for pattern in _EXPECTING)), None)
    if match is None:
        return
    found = [[rate for rate, word in _RATES.items() if word.search(where)] for where in (match["what"], text, before)]
    rates = next(filter(None, found), [])
    if len(rates) == 1:
        name = f"the {rates[0]} that economists had expected"
        yield Tally(f"expected {rates[0]}", name, FORECAST, float(match["number"]), *match.span("shown"))


def _value(match: re.Match[str]) -> float:
    scale = (match["scale"] or "").strip(" -").lower()
    number = match["number"].lower()
    return (NUMBERS.get(number) or float(number.replace(",", ""))) * _SCALE.get(scale, 1)


def _year(match: re.Match[str]) -> bool:
    return 1900 <= _value(match) <= 2100 and "," not in match["number"]


def _unit(match: re.Match[str]) -> str:
    coin = (match["coin"] or "").strip().lower().rstrip("s")
    signs = {"dollar": "$", "pound": "£", "euro": "€"}
    return (match["sign"] or "").replace("US$", "$") or signs.get(coin, coin)


def _tally(key: str, name: str, unit: str, match: re.Match[str]) -> Tally:
    parts = match.re.groupindex
    end = max(match.end(part) for part in ("number", "scale", "coin") if part in parts and match[part])
    start = match.start("sign") if "sign" in parts and match["sign"] else match.start("number")
    return Tally(key, name, unit, _value(match), start, end)
