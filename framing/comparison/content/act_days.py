"""On which day texts tell one act: *ended the search on Thursday*, *ceased the search on Nov. 24*.

An act is a verb of a list with what it is done to or by; a day stands in its clause. Days that are set, hoped for or
missed are of no act.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from framing.comparison.content.in_turn import in_turn
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import CALENDAR, MONTHS, STOP
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_DAY = re.compile(
    rf"(?<!last )(?<!next )(?<!every )(?<!each )(?<!since )(?<!until )(?<!by )(?<!from )(?<!before )(?<!after )"
    rf"(?<!of )(?<!the )(?<!Black )(?<!Good )\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)})(?!['’s-])|"
    rf"(?P<month>{_MONTH})\b\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? (?:19|20)\d\d|[:.]\d)|"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{_MONTH})\b(?!,? (?:19|20)\d\d))"
)
# One word for what may be one act; those of which an event has many are left out: *said*, *met*, *voted*.
_ACTS = {
    "open": "opened(?! fire)|launch(?:ed)? the|inaugurated|unveiled",
    "end": "ended|ceased|halted|called off|suspended|abandoned|stopped",
    "hold": "arrested|detained|abducted|kidnapped|captured|seized|taken into custody",
    "die": "died|passed away|was killed|was shot dead",
    "resign": "resigned|stepped down|quit",
    "sign": "signed",
    "crash": "crashed|went down|came down|derailed",
    "find": "was found|were found|found dead|found alive",
    "sentence": "sentenced|jailed",
    "convict": "convicted|found guilty|pleaded guilty",
    "charge": "charged",
    "launch": "launched|fired|test-fired|lifted off|blasted off",
    "sink": "sank|capsized",
    "leave": "disappeared|vanished|went missing",
    "free": "released|freed",
    "marry": "married|wed",
    "sack": "sacked|fired from|dismissed|ousted",
}
_ACT = re.compile("|".join(rf"\b(?P<{act}>{words})\b" for act, words in _ACTS.items()))
# Between an act and its day: another clause, or another act.
_APART = re.compile(
    r"[;“”\"()—–]|:(?!\d)|,(?! [^a-z])| - |\b(?:after|before|when|while|who|whom|which|that|but|sa(?:id|ys)|since|"
    r"until|where|because|if|as|would|will|could|told)\b|, and\b"
)
_UNREAL = re.compile(
    r"\b(?:will|would|could|should|may|might|not|never|plan\w*|expect\w*|due|set|schedul\w+|hop\w+|ask\w*|demand\w*|"
    r"if|fail\w*|refus\w+|urg\w+|call\w* for|threat\w+|to be|re)\b[^.;,]{0,30}$|n['’]t\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:^|[,;“”]\s?)(?:[Oo]n |[Ll]ate |[Ee]arly )*$")  # before a day that opens its clause
_NAME = re.compile(rf"[{CAPITALS}][\w’'-]{{2,}}")
_WORD = re.compile(r"[a-z]{3,}")
_PRONOUN = re.compile(r"(?:He|She|They|It)\b")
_TO = re.compile(r"\b(?:was|were|is|been|being|be) (?:\w+ly )?$|\b(?:am|is|are|was|were)n['’]t $")  # passive
_THEM = re.compile(r" (?:him|her|them)\b")
_OWN = frozenset("die resign leave convict".split())  # acts of one whom the sentence tells of
_ONCE = frozenset("open end crash sink launch".split())  # of which an event has one
_NEAR, _FAR = 80, 200  # characters before an act or a day, and between them
_EACH = 10  # mentions of one act in a text
_WITHIN, _AHEAD = 12, 9  # words from an act to its day, from a day that opens the clause to its act
# Words of content that two have: of their sentences and those before them, and of the sentences; of what is done once,
# or to somebody, those of both.
_SHARED, _CLOSE, _FEW = 4, 2, 2
_WEEK = 7


@dataclass(frozen=True)
class ActDay:
    """An act with its day. day: *Monday*, or *14 November*."""

    article: str
    act: str
    day: str
    on: date | None  # of a text with a day of its own
    start: int
    end: int
    about: str  # to whom it is done: the name with which the sentence begins, or the one before, behind a pronoun
    context: frozenset[str]  # stems of the sentence and of the one before it
    own: frozenset[str]  # of the sentence


def act_days(corpus: Corpus, labels: Labels) -> Iterator[list[ActDay]]:
    """Acts that texts of two outlets tell on different days, the first mention of each text."""
    by_act: defaultdict[str, list[ActDay]] = defaultdict(list)
    for one in _found(corpus):
        if one.article in labels.groups:
            by_act[one.act].append(one)
    for _, found in sorted(by_act.items()):
        for group in _groups(found):
            if kept := _differing(group, labels):
                yield kept


def _groups(found: list[ActDay]) -> Iterator[list[ActDay]]:
    near: defaultdict[int, set[int]] = defaultdict(set)
    for low, high in combinations(range(len(found)), 2):
        if _one_act(found[low], found[high]):
            near[low].add(high)
            near[high].add(low)
    seen: set[int] = set()
    for at in sorted(near):
        if at in seen:
            continue
        reached, ahead = {at}, [at]
        while ahead:
            new = near[ahead.pop()] - reached
            reached |= new
            ahead += new
        seen |= reached
        yield [found[one] for one in sorted(reached)]


def _one_act(one: ActDay, other: ActDay) -> bool:
    shared = len(one.context & other.context)
    if one.about and other.about:
        return one.about == other.about and shared >= _FEW
    return shared >= (_FEW if one.act in _ONCE else _SHARED) and (
        one.act in _ONCE or len(one.own & other.own) >= _CLOSE
    )


def _differing(group: list[ActDay], labels: Labels) -> list[ActDay]:
    by_text: defaultdict[str, list[ActDay]] = defaultdict(list)
    for one in group:
        by_text[one.article].append(one)
    kept = [some[0] for some in by_text.values() if all(_one_day(some[0], one) for one in some)]
    apart = [(one, other) for one, other in combinations(kept, 2) if not _one_day(one, other)]
    return kept if any(labels.outlets[one.article] != labels.outlets[other.article] for one, other in apart) else []


def known(group: list[ActDay]) -> bool:
    """Whether the days can be set beside each other: not a weekday and a date of texts without a day of their own."""
    return all(one.on for one in group) or len({one.day in _WEEKDAYS for one in group}) == 1


def alike(group: list[ActDay]) -> int:
    """How many words of content the sentences have in common, with those before them."""
    return len(frozenset.intersection(*(one.context for one in group)))


def _one_day(one: ActDay, other: ActDay) -> bool:
    return one.on == other.on if one.on and other.on else one.day == other.day


def _found(corpus: Corpus) -> Iterator[ActDay]:
    """Of each text the first mentions of each act on each day."""
    days = dict(corpus.articles.select("article", "published").iter_rows())
    of, about, seen = "", "", Counter[str]()
    for line in corpus.once(in_turn):
        if line.article != of:
            of, about, seen = line.article, "", Counter()
        first = _NAME.search(line.text)
        if not (_PRONOUN.match(line.text) and about):
            about = first[0].removesuffix("’s").removesuffix("'s") if first and _names(first[0]) else ""
        for act, day in _placed(line.text):
            name, (told, on) = act.lastgroup or "", _day(day, days[of])
            seen[name] += 1
            if seen[name] > _EACH:
                continue
            words = {stem(word) for word in _WORD.findall(_ACTS[name])}
            low, high = line.start + min(act.start(), day.start()), line.start + max(act.end(), day.end())
            done = name in _OWN or _TO.search(line.text[: act.start()]) or _THEM.match(line.text, act.end())
            yield ActDay(of, name, told, on, low, high, about if done else "", line.context - words, line.own - words)


def _names(word: str) -> bool:
    return word.lower() not in STOP | CALENDAR


def _placed(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Acts with their days."""
    acts = list(_ACT.finditer(text))
    begins = [act.start() for act in acts]
    for day in _DAY.finditer(text) if acts else ():
        behind = bisect_left(begins, day.end())
        ahead = bisect_left(begins, day.start()) - 1
        opens = _FIRST.search(text, max(0, day.start() - _NEAR), day.start())
        if opens and behind < len(acts) and begins[behind] - day.end() <= _FAR:
            act, between, words = acts[behind], text[day.end() : begins[behind]].lstrip(","), _AHEAD
        elif ahead >= 0 and day.start() - acts[ahead].end() <= _FAR:
            act, between, words = acts[ahead], text[acts[ahead].end() : day.start()], _WITHIN
        else:
            continue
        if (
            len(between.split()) <= words
            and not _APART.search(between)
            and not _UNREAL.search(text[max(0, act.start() - _NEAR) : act.start()])
        ):
            yield act, day


def _day(day: re.Match[str], published: date | None) -> tuple[str, date | None]:
    """The day as it is told, and which it is, within a week before that of the text."""
    if day["weekday"]:
        if published is None:
            return day["weekday"], None
        off = (published.weekday() - _WEEKDAYS.index(day["weekday"])) % _WEEK
        return day["weekday"], published - timedelta(days=off)
    month, number = MONTHS[(day["month"] or day["month2"]).lower()], int(day["day"] or day["day2"])
    name = f"{number} {month}"
    if published is None:
        return name, None
    try:
        one = date(published.year, month, number)
        return name, one if one <= published else date(published.year - 1, month, number)
    except ValueError:  # 31 April
        return name, None
