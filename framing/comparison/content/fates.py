"""How many people were killed, hurt, missing, arrested, evacuated or driven from their homes, as sentences tell it.

All forms of a count are one: *killing 14*, *fourteen people were killed*, *14 dead*, *claimed 14 lives*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from framing.comparison.content.grouping import grouped
from framing.comparison.content.own_days import without_own_days
from framing.comparison.content.tallies import DATELINE
from framing.comparison.content.units import HEDGES, SCALES
from framing.comparison.content.units import NUMBERS as IN_WORDS
from framing.comparison.content.vocabulary import MONTHS

WORDS = {word: value for word, value in IN_WORDS.items() if word not in ("zero", "dozen")}
_ONES = {word: value for word, value in WORDS.items() if value < 10}
WORDS |= {f"{ten}-{one}": WORDS[ten] + _ONES[one] for ten in WORDS if WORDS[ten] >= 20 for one in _ONES}
# The month or year of another time than that of the text.
_DATES = r"\b(?:19|20)\d\d\b|\b(?:" + "|".join(
    sorted((month.capitalize() for month in MONTHS if month not in ("may", "march")), key=len, reverse=True)
) + r")\b|\bMarch(?= \d)|(?<=\b[Ii]n )March\b|(?<=\b[Oo]f )March\b|(?<= since )March\b|(?<= last )March\b"  # fmt: skip
OTHER_TIME = re.compile(
    r"\b(?:last|next|previous|a) (?:week|month|year|quarter(?! of))\b|" + _DATES + r"|"
    r"\bsince\b(?! (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_DATE = re.compile(_DATES)
_WORST = re.compile(
    r"\b(?:not seen|unseen|worst|deadliest|bloodiest|biggest|largest|first|most \w+)\b[^,.;]{0,60}? since[^,.;]*"
)
_SINCE = re.compile(r"\bsince\b[^.;]{0,90}?\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today)\b")
_ALL = r"people|persons|individuals"
SOME = (
    r"civilians|soldiers|troops|children|women|men|passengers|migrants|protesters|workers|students|residents|patients|"
    r"pensioners|babies|mothers|tourists|farmers|firefighters|villagers|miners|police officers|officers|demonstrators|"
    r"pilgrims|adults|pupils|teenagers|girls|boys|foreigners|palestinians|israelis|ukrainians|russians|syrians|americans|"
    r"sailors|seamen|crew members|service members|servicemen|prisoners|inmates|hostages|fishermen|employees|nurses|"
    r"doctors|journalists|worshippers|worshipers|refugees|militants|fighters|rebels|gunmen|climbers|hikers|guests"
)
# "three Norlandish sailors": of one nation; of two nations nobody knows which the sailors of another text are.
_NATION = r"(?:(?:pro|anti)-\w+ )?(?:(?P<nation>\w+(?:ian|ean|ese|ish|can|aeli|ench|utch|eek|aqi|wiss)) )?"
_OF_PLACE = r"[a-z]{2,}(?:ians|eans)"  # *Norlandians*
_PEOPLE = rf"{_NATION}(?P<who>{_ALL}|{SOME}|{_OF_PLACE})"
_MOSTLY = r"(?:, (?:most|many|all|mostly|some|half|including) [^,.;]{2,40}?,?)?"  # "37 people, most of them children"
_WERE = (
    r"(?:were |was |are |is |been |being |be |had |have |has |gone |known to |said to |estimated to |confirmed |"
    r"reported |reportedly |remain |remained |still |slightly |lightly )*"
)
_DEAD = r"dead(?! (?:\w+ )?(?!days|hours|weeks)\w+s\b)"  # not "14 dead birds"
_VIOLENTLY = r"(?:shot |stabbed |beaten |crushed |trampled )?(?:and )?"
_TAKEN, _STILL = "taken to hospital", re.compile(r"\b(?:still|remain)\b")
_FATES: dict[str, tuple[str, str | None]] = {
    "killed": (
        rf"(?:{_VIOLENTLY}(?:killed|massacred|slaughtered|slain|{_DEAD})|died|lost their lives|perished|"
        r"fatally (?:shot|stabbed|wounded))",
        r"(?:killed|killing|kills|shot dead|shooting dead|(?:massacr|slaughter|murder)(?:ed|s|es|ing)|"
        r"claimed the lives of|(?:cost|took) the lives of|deaths? of)",
    ),
    "injured": (
        r"(?:(?:injured|wounded)(?! (?:individuals|people|persons|victims|patients|men|women|children)\b)|hurt|"
        r"sustain(?:ed|ing) injuries)",
        r"(?:injured|injuring|injures|wounded|wounding|wounds)",
    ),
    "missing": (r"(?:(?:feared |presumed )?missing(?! presumed)|unaccounted for)", None),
    "arrested": (r"(?:arrested|detained)", r"(?:arrested|arresting|detained|detaining)"),
    "evacuated": (r"evacuated", r"(?:evacuated|evacuating)"),
    "driven from their homes": (
        r"(?:(?:internally )?displaced|uprooted)",
        r"(?:displaced|displacing|uprooted|uprooting)",
    ),
    "buried": (r"buried(?: alive)?", r"(?:buried|burying|buries)"),
    "trapped": (r"trapped", r"(?:trapped|trapping|traps)"),
    "stranded": (r"stranded", r"(?:stranded|stranding)"),
    "rescued": (r"rescued", r"(?:rescued|rescuing)"),
    _TAKEN: (
        r"(?:hospitali[sz]ed|(?:taken|sent|rushed|brought|transported) (?:by \w+ )?to (?:[\w-]+ ){0,2}hospitals?|"
        r"admitted to (?:[\w-]+ ){0,4}hospitals?)",
        r"(?:hospitali[sz](?:ed|ing))",
    ),
    "made homeless": (r"(?:left |made |rendered )?homeless", None),
    "taken ill": (
        r"(?:sickened|infected|(?:fallen|fell|become|became|taken) (?:ill|sick))",
        r"(?:sickened|sickening|infected|infecting)",
    ),
}
_NAMED = "|".join(sorted(WORDS, key=len, reverse=True))
# Not the end of a longer number: *thirty-one*, *two hundred and three*, *twenty to thirty*.
COUNT = (
    r"(?<!\w[-–])(?<!hundred )(?<!thousand )(?<!million )(?<!hundred and )(?<!\d[.,])(?P<count>\d{1,3}(?:,\d{3})+|"
    rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?|{_NAMED}) (?:thousand|million)|\d{{1,7}}|{_NAMED})(?![\d%]|[.,]\d| per ?cent)"
)
_ABOUT = rf"(?:(?:{HEDGES}) )?"
_NUMBER = re.compile(COUNT, re.IGNORECASE)
_ANY = COUNT.replace("?P<count>", "?:")
_TOTAL = rf"{COUNT}(?=[,.;]|$| (?:people|on|in|after|as|by|with|from|and|late|this|when|because|since)\b)"
_DIED = r"killed|killing|kills|died|dead"


def _forms() -> Iterator[tuple[str, str]]:
    for fate, (after, before) in _FATES.items():
        more = "" if fate == "killed" else "(?: more| others)?"  # besides those killed
        number = rf"{_ABOUT}{COUNT}(?: (?:of (?:its|their|his|her|our) |injured |wounded )?{_PEOPLE})?"
        yield fate, rf"\b{number}{more}{_MOSTLY}(?: who)? {_WERE}{after}\b"
        if before:
            stop = rf"{more}(?=[,.;]|$| (?:in|on|and|at|near|after|when|as)\b)"
            tail = rf"(?: (?:\w+ )?{_PEOPLE}\b|{stop})"
            yield fate, rf"\b{before} (?:all )?{_ABOUT}{COUNT}{tail}"
        if fate != "killed":  # "the number of people still missing in Velm fell to 12", "was revised down from 40"
            yield (
                fate,
                rf"\bnumber of (?:[\w-]+ ){{0,4}}?{after}\b(?: [\w’'-]+,?){{0,12}}? (?:to|at|reached) {_ABOUT}{_TOTAL}",
            )
            yield fate, rf"\bnumber\b[^.;,]{{0,40}}? from {_TOTAL}(?=[^.;]*\b{after}\b)"
    lives = rf"\b(?:claim|cost|took|taken|claimed|claiming|taking|costing) {_ABOUT}{COUNT} lives\b"
    lost = rf"\b{_ABOUT}{COUNT} (?:lives (?:were |had been )?lost|deaths|fatalities)\b"
    people_who = r"people (?:who (?:have )?)?(?:killed|died)"
    counted = rf"(?:(?:death|official|confirmed) toll|number of (?:deaths|fatalities|dead|{people_who}))"
    toll = (
        rf"\b{counted} (?:of|(?:[\w’'-]+,? ){{0,20}}?(?:to(?: be)?|at|is|was|reach(?:ed|es)|exceed(?:ed|s)|"
        rf"pass(?:ed|es)|surpass(?:ed|es)|topp?(?:ed|s)|hit|hits)) {_ABOUT}{COUNT}"
        r"(?! (?!people|dead|so|on|in|after|as|by|with|from|and|or|at|but|late|this)\w)"
    )
    some = rf"(?P<who>{SOME})"
    including = rf"\b(?:{_DIED})[^.;]{{2,60}}? including {COUNT} {some}\b"
    toll_with = rf"\b(?:fatalities|victims|dead|toll)\b[^.;]{{2,40}}?\d, including {COUNT} {some}\b"
    beside = rf"\b{_ABOUT}{COUNT} {some} and {_ANY} (?:{SOME}) {_WERE}(?:killed|died|dead)\b"
    among = rf"\b{COUNT} {some} (?:were |are )?among the (?:dead|victims|killed|fatalities)\b"
    board = r"(?:on[ -]board|aboard)"
    all_died = rf"\ball {COUNT}(?: (?:{_ALL}|passengers and crew),?)? {board}(?: [\w’'-]+){{0,4}}? {_WERE}(?:{_DIED})\b"
    killing = rf"\bkill(?:ed|ing) all {COUNT}(?: (?:{_ALL}))? {board}\b"
    for one in (lives, lost, toll, including, toll_with, beside, among, all_died, killing):
        yield "killed", one
    for fate, noun in (("injured", "injuries"), ("arrested", "arrests"), (_TAKEN, "hospitali[sz]ations")):
        yield fate, rf"\b{_ABOUT}{COUNT} {noun}\b(?! (?:rate|in|per)\b)"
    all_found = rf"(?! (?:from|in|at|near|on|by|along|inside|outside)\b(?! (?:the )?{_RUINS}))"
    bodies = rf"{_ABOUT}{COUNT} bodies"
    for found in (
        rf"\b{bodies} (?:and [^,.;]{{2,30}} )?(?:were |have been |had been |have so far been )?{_DUG}\b{all_found}",
        rf"\b(?:recovered|retrieved|pulled|found|dug up) {bodies}\b{all_found}",
        rf"\bremains of (?:only )?{_ABOUT}{COUNT} {_PEOPLE} (?:were |have been |had been )?{_DUG}\b{all_found}",
    ):
        yield BODIES, found
    fled = r"(?:forc(?:ed|ing)|dr(?:ove|iving)|made|making)"
    home = r"(?:to (?:flee|leave|abandon|evacuate)\b|(?:from|out of) (?:their )?(?:homes|houses|flats|apartments))"
    houses = r"(?:their )?(?:homes|houses|flats|apartments)"
    had = r"(?:had to |have to |were told to |were made to |have |had )?"
    forced = r"(?:were |was |are |have been |had been |been )?(?:forced|driven)"
    for moved in (
        rf"\b(?:moved|brought|took|taken) {_ABOUT}{COUNT} {_PEOPLE} (?:out of|from) {houses}\b",
        rf"\b{_ABOUT}{COUNT}(?: {_PEOPLE})? {had}(?:left|leave|fled|flee|abandon|abandoned) {houses}\b",
        rf"\b{fled} {_ABOUT}{COUNT}(?: {_PEOPLE})? {home}",
        rf"\b{_ABOUT}{COUNT}(?: {_PEOPLE})? {forced} {home}",
    ):
        yield "driven from their homes", moved


BODIES = "bodies recovered"  # a count that is no word for what became of people
_DUG = r"(?:recovered|retrieved|found|pulled|dug up|exhumed)"
# Behind the count of all bodies, not of those that one place gave back: *from the river*.
_RUINS = r"(?:debris|rubble|ruins|wreck\w*|mud|site|scene|so far)"
# "a girl and 13 others died", "killing the driver and five passengers": one more, if it is the whole.
_OTHERS = re.compile(
    rf"\b(?:an?|the|his|her|one) (?:[\w-]+ )?[\w-]+ and {COUNT} (?P<who>others|other people|more people)\b",
    re.IGNORECASE,
)
# A sentence without any of a fate's says nothing of it: most are read no further.
_TOLD_BY = {
    "killed": r"fatal|murder|massacr|slaughter|slain|kill|dead|death|died|lost their|perish|lives|victims|toll",
    "injured": r"injur|wound|hurt",
    "missing": r"missing|unaccounted",
    "arrested": r"arrest|detain",
    "evacuated": r"evacuat",
    "driven from their homes": r"displac|uproot|forc|drove|driv|(?:homes|houses|flats|apartments)\b",
    "buried": r"bur(?:ied|y)",
    "trapped": r"trap",
    "stranded": r"strand",
    "rescued": r"rescu",
    _TAKEN: r"hospital",
    "made homeless": r"homeless",
    "taken ill": r"sick|infect|\bill\b",
    BODIES: r"bodies|remains of",
}
_FATEFUL = re.compile("|".join(_TOLD_BY.values()), re.IGNORECASE)


@cache
def _patterns(fate: str) -> tuple[re.Pattern[str], ...]:
    """The forms of a count of one fate, compiled when a text may have one."""
    return tuple(re.compile(form, re.IGNORECASE) for of, form in _forms() if of == fate)


_KILLING = re.compile(r"\b(?:kill(?:ed|ing|s)|died|dead)\b", re.IGNORECASE)
# What may come, or is only feared; a count of before; a sentence that keeps count.
_UNREAL = re.compile(
    r"\b(?:could|may|might|would|will|feared|fears?|expected|projected|risk\w*|predict\w*)\b"
    r"(?:(?!\b(?:which|who|after|following|when|where)\b)[^,;”\"])*$"
)
_MORE = re.compile(r"\b(?:another|(?:a )?further|an additional) $", re.IGNORECASE)  # besides others: no count of all
_EARLIER = re.compile(r"\b(?:from|previous\w*|earlier|initial\w*)\b(?: \w+){0,3} $")
_RANGE = re.compile(r"(?:\bbetween [\w,]+ and|[\d,]+ to|\d[-–]|\b(?:young|old|little) as) ?$")
_KEPT = re.compile(r"\b(?:toll|counts?|number of|revis\w+|previous\w*|earlier|initial\w*)\b", re.IGNORECASE)
# "The sailors were taken ashore and at least three were wounded"
_SUBJECT = re.compile(
    rf"\b{_PEOPLE} (?:were|are|was|have been|had been) [^,.;:]{{3,80}} and (?:at least )?$", re.IGNORECASE
)
_AHEAD = 300  # characters before a count that may say of what it is
_PART_OF_ALL = re.compile(r"\balone\b")  # "in our two centres alone 14 died"


@dataclass(frozen=True)
class Fate:
    """A count of people in a sentence.

    who: the noun that is counted, empty of all people; nation: *Norlandish*, empty of none. firm: it is of the event
    that the text tells of; else (another month or year stands in the sentence, one more than *13 others*) it may only
    be the same as a firm one.
    """

    fate: str
    value: float
    who: str
    firm: bool
    dates: frozenset[str]
    start: int
    end: int
    earlier: bool = False
    kept: bool = False
    nation: str = ""
    subject: str = ""  # of a count without a noun, who the clause before it tells of


def of_another_time(text: str) -> bool:
    """Whether a sentence names another week, month or year than that of its text, but for *the worst since 1960*.

    *Since the attack on Tuesday* is no other time.
    """
    return OTHER_TIME.search(_SINCE.sub("", _WORST.sub("", text))) is not None


def other_dates(text: str) -> frozenset[str]:
    """The months and years that a sentence names, but for *the worst since 1960*."""
    return frozenset(_DATE.findall(_WORST.sub("", text)))


def fates(text: str, day: date | None = None) -> Iterator[Fate]:
    """The counts of people in a sentence, by what became of them; one place for each fate and value.

    day: that of the text.
    """
    if not _FATEFUL.search(text) or not _NUMBER.search(text):
        return
    text = grouped(text)
    line = DATELINE.match(text)
    told = without_own_days(text[line.end() :] if line else text, day)
    if _PART_OF_ALL.search(told):
        return
    firm, dates = not of_another_time(told), frozenset(_DATE.findall(told))
    seen: set[tuple[str, float, str]] = set()
    for fate, pattern in _likely(text):
        for match in pattern.finditer(text):
            value, who = value_of(match["count"]), _who(match)
            year = 1900 <= value <= 2100 and "," not in match["count"]
            ahead = text[max(0, match.start("count") - _AHEAD) : match.start("count")]
            bare = re.sub(rf"(?:{HEDGES}) $", "", ahead, flags=re.IGNORECASE)
            left = fate == _TAKEN and _STILL.search(match[0])  # of those who were taken there, some
            others = _UNREAL.search(bare) or _MORE.search(bare)
            if left or year or others or (fate, value, who) in seen or _RANGE.search(ahead):
                continue
            seen.add((fate, value, who))
            earlier = _EARLIER.search(bare) is not None
            kept, nation = _KEPT.search(told) is not None, match.groupdict().get("nation") or ""
            subject = _SUBJECT.search(bare) if not who else None  # who: of people, too
            of = _who(subject) if subject else ""
            yield Fate(fate, value, who, firm, dates, *match.span("count"), earlier, kept, nation.lower(), of)
    others = _OTHERS.search(text) if _KILLING.search(text) else None
    if others:
        yield Fate("killed", value_of(others["count"]) + 1, "", False, dates, *others.span())


def _likely(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for fate, words in _TOLD_BY.items():
        if re.search(words, text, re.IGNORECASE):
            yield from ((fate, pattern) for pattern in _patterns(fate))


def value_of(count: str) -> float:
    """Of digits or words: *fourteen*, *6.9 million*."""
    number, _, scale = count.lower().partition(" ")
    return (WORDS.get(number, 0) or float(number.replace(",", ""))) * SCALES.get(scale, 1)


_LIKE = {"seamen": "sailors", "worshipers": "worshippers", "service members": "servicemen"}
_SMALL = frozenset("civilians politicians musicians technicians physicians pedestrians guardians librarians".split())


def spelled(who: str) -> str:
    """*Palestinians*, with its capital."""
    return who.capitalize() if who.endswith(("ians", "aelis", "icans")) and who not in _SMALL else who


def _who(match: re.Match[str]) -> str:
    who = (match.groupdict().get("who") or "").lower()
    return "" if who in _ALL.split("|") else spelled(_LIKE.get(who, who))
