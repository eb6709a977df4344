"""Numbers for the same thing that disagree: figures with what they count, set beside each other over the texts.

A figure counts something if its own clause says what: a price or rate (*Urals crude ... at $41.59 a barrel*) by the
nouns before it, people by what became of them (*at least 12 people were killed*). Two figures are of the same thing
where the unit is one and the thing has one name; all else is left alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import polars as pl

from framing.comparison.content.fates import BODIES, OTHER_TIME, fates, of_another_time, other_dates
from framing.comparison.content.givers import cited_in, giver
from framing.comparison.content.grouping import grouped
from framing.comparison.content.labels import Labels
from framing.comparison.content.own_days import without_own_days
from framing.comparison.content.parts import parts
from framing.comparison.content.prison import YEARS, prison_terms
from framing.comparison.content.stems import stem
from framing.comparison.content.tallies import (
    COUNTED,
    CROWD,
    DATELINE,
    JOBS,
    LOOSE,
    MAGNITUDE,
    STRIKERS,
    WAVES,
    Tally,
    tallies,
    tells_of_strike,
)
from framing.comparison.content.tolls import (
    FACTOR,
    FACTOR_OF_DEATHS,
    FATES,
    agrees,
    growing_toll,
    main_counts,
    of_one_nation,
    of_one_order,
    of_one_value,
)
from framing.comparison.content.units import HEDGES, SCALES
from framing.comparison.content.vocabulary import CALENDAR, DEMONYMS, STOP, WORLD
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

# a figure for a thing on which independent reports disagree
NUMBERS: Schema = {
    "object": pl.String,  # what is counted: Urals crude; deaths
    "unit": pl.String,  # $, £, €, %, people, things, part (of people), size (of a paper), forecast, a currency in words
    "article": pl.String,
    "outlet": pl.String,
    "value": pl.Float64,
    "text": pl.String,  # the figure as it stands
    "hedged": pl.Boolean,  # about, around, at least, more than
    "hedge": pl.String,  # ? that word
    "speaker": pl.String,  # ? who gives it, of people and things, where the sentence has one speaker
    "date": pl.String,  # ? a day of the week that stands beside it
    "start": pl.UInt32,
    "end": pl.UInt32,
    "sentence_start": pl.UInt32,  # of the sentence that it stands in
    "sentence_end": pl.UInt32,
}
_FIGURE = re.compile(
    r"(?<![\w.,/:-])(?P<money>US\$|[$£€])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d{1,4})?)"
    r"(?![\d:/]|[.,]\d)(?:[\s-](?P<scale>thousand|million|billion|trillion|mn|bn|tn)\b|(?P<short>bn|mn|tn|m)\b)?"
    r"(?P<share>\s?%|\sper\s?cent\b)?"
)
_CAP = re.compile(r"-|[- ](?:a-barrel )?(?:cap|limit|ceiling|threshold|target|level)\b")  # what is set, not what is
_HEDGE = re.compile(rf"(?:{HEDGES})\s$", re.IGNORECASE)
_NAME = re.compile(rf"(?<=[\w,] )[{CAPITALS}][\w’'-]{{2,}}")  # not the first word of a sentence
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today)\b")
# A level, not a change: the words between the thing and the figure.
_LEVEL = re.compile(
    r"\b(?:prices?|rates?|costs?|worth|valued|at|is|was|are|were|stood|stands|assessed|traded|trading|of)\b[^,;]{0,40}$"
)
_CHANGE = re.compile(
    r"\b(?:by|rose|fell|up|down|gained|lost|dropped|climbed|jumped|slid|added|rising|"
    r"falling)\W+(?:\w+\W+){0,2}$"
)
# "Last Saturday, when 300,000 people marched": the crowd of another day.
_LAST = re.compile(r"\blast (?:weekend|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\ba week (?:ago|earlier)\b", re.I)
_ACROSS = 16  # words before a figure that may say what it counts
_OFTEN = 40  # figures for one thing in a text, from which it is a chronicle
_MANY = 60  # values of one thing in all texts, from which they are of many things
_LEAD = 2  # sentences that tell what the text is about
_EARLY = 5  # of these, the greatest count of the dead is that of all
_VAGUE = STOP | CALENDAR | frozenset("price prices barrel cost rate market level week month year today".split())
_PLACES = frozenset([*DEMONYMS, *DEMONYMS.values(), *WORLD])
_RATES = ("inflation", "unemployment", "turnout")


def numbers(corpus: Corpus, cited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`NUMBERS`: figures that several independent reports give for one thing, with different values.

    A thing is a name with the common noun behind it (*Urals crude*), inflation, unemployment or turnout, before the
    figure in its sentence with a word of level between (*at*, *was*, *price*); or people by what became of them
    (killed, injured, missing, arrested, evacuated, taken ill, ...), as `fates` finds them. Changes (*rose 5 %*), caps
    and targets, and figures of another week, month or year are no levels; a count of people beside a month or year
    joins the same count of other texts, and differs only where all tell of that month (`_of_the_event`).
    Things are also how many marched or struck, were aboard or signed, the seats that a party won, cases of an illness,
    what a deal is worth, what was paid, the pages of a paper, and what economists expected, as `tallies` finds them,
    and an earthquake's magnitude in the first two sentences; sums are of one thing only where their sentences share a
    name. A text that gives a thing two values, or has another's number of people anywhere, is left out for it (of a
    crowd, both are kept: *police say, unions say*), as is one with more than forty figures for it, and values of
    another order than those of most texts; so is a thing on which all texts agree, or with more than sixty values.
    cited: `voices.attributions`.
    """
    whole = {article: grouped(text) for article, text in corpus.articles.select("article", "text").iter_rows()}
    before = ("", "")
    headlines = dict(corpus.articles.select("article", "headline").iter_rows())
    days = dict(corpus.articles.select("article", "published").iter_rows())
    strikes = {article for article, text in whole.items() if tells_of_strike(text)}
    rows, place = list[dict[str, Any]](), 0
    heads = corpus.sentences.filter(part="headline").iter_rows(named=True)
    rows += [row | {"lead": True, "early": True} for sentence in heads for row in _people(sentence, days)]
    for sentence in corpus.sentences.filter(part="body").iter_rows(named=True):
        first = before[0] != sentence["article"]
        ahead, place = ("", 0) if first else (before[1], place)  # the two sentences ahead
        text = sentence["text"]
        found_here = (*tallies(text, ahead, sentence["article"] in strikes), *prison_terms(text))
        counted = [_counted(sentence, tally) for tally in found_here]
        rows += [
            *_levels(sentence),
            *(row | {"lead": place < _LEAD, "early": place < _EARLY} for row in _people(sentence, days)),
            *(
                row | {"early": True}
                for row in counted
                if (place < _LEAD or row["unit"] != MAGNITUDE) and (JOBS in row["names"] or _now(row, days))
            ),
        ]
        place += 1
        before = sentence["article"], f"{ahead.rsplit(chr(10), 1)[-1]}{chr(10)}{sentence['text'].replace(chr(10), ' ')}"
    keyed = _by_thing(rows)
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    found: list[dict[str, Any]] = []
    taken: set[tuple[str, int]] = set()
    told: set[tuple[str, float, str]] = set()
    order = sorted(
        keyed.items(),
        key=lambda item: (
            -labels.independent(row["article"] for row in item[1]),
            not item[0][0].startswith(FATES),
            item[0],
        ),
    )
    for (key, _), every in order:
        group = [row for row in every if row["firm"]]
        loose = [row for row in every if not row["firm"]]
        group += [row for row in loose if _of_the_event(row, every, whole, headlines)]
        tolls = (key.startswith(FATES) and key not in (CROWD, STRIKERS)) or key == MAGNITUDE
        values: defaultdict[str, set[float]] = defaultdict(set)
        for row in group:
            values[row["article"]].add(row["value"])
        group = list(main_counts(group)) if tolls else of_one_nation(group)
        factor = FACTOR_OF_DEATHS if key == f"{FATES}killed" else FACTOR
        several = tolls or key in (CROWD, STRIKERS, WAVES)
        chosen = {
            (row["article"], row["value"] if several else 0.0): row
            for hedged in (False, True)  # *at least five*, not *five* of the headline above it
            for row in reversed(group)
            if row["hedged"] is hedged and (several or len(values[row["article"]]) == 1)
        }
        clear = [row for row in chosen.values() if (row["article"], row["start"]) not in taken]
        if len({row["value"] for row in clear}) > _MANY:
            continue
        if key.startswith("paid ") or (clear and clear[0]["unit"] == YEARS):
            clear = _of_one(clear, nameless=not key.startswith("paid "))
        growing = tolls and bool(clear) and growing_toll(clear, days)
        if clear and clear[0]["unit"] in ("people", "things"):
            clear = clear if growing else of_one_order(clear, labels, factor)
            clear = of_one_value(clear, values, whole)
        if clear and all((row["article"], row["value"], key.split()[-1]) in told for row in clear):
            continue  # the 900 people hurt are the 900 passengers
        if clear and _disagree(clear, labels, several, factor, growing):
            clear += _joining(clear, loose, values, whole)
            taken |= {(row["article"], row["start"]) for row in clear}
            told |= {(row["article"], row["value"], key.split()[-1]) for row in clear if tolls}
            name = min((row["names"][key] for row in clear), key=lambda one: (len(one), one))
            found += [row | {"object": name, "outlet": outlets[row["article"]]} for row in clear]
    known = [{name: row[name] for name in NUMBERS} for row in _given(found, cited)]
    return pl.DataFrame(known, schema=dict(NUMBERS)).sort("object", "value", "article")


def _by_thing(rows: Iterable[dict[str, Any]]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Thing and unit -> its figures in order, without those of a text that has many of it: a chronicle, or a list."""
    keyed: defaultdict[tuple[str, str], defaultdict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for key in row["names"]:
            some = keyed[key, row["unit"]][row["article"]]
            if len(some) <= _OFTEN:
                some.append(row)
    return {
        thing: [row for some in texts.values() if len(some) <= _OFTEN for row in some] for thing, texts in keyed.items()
    }


def _of_the_event(
    row: dict[str, Any], group: list[dict[str, Any]], texts: dict[str, str], headlines: dict[str, str | None]
) -> bool:
    """Whether a count beside a month or year (*overflowed last October, killing 14*) is of the event that all tell of.

    It stands in the first two sentences, and each other text with such a count has that month or year as well, and a
    name of its sentence in the headline or beside the count.
    """
    names, others = _names(row["whole"]), [one for one in group if one["article"] != row["article"]]
    return bool(row["lead"] and row["dates"] and others) and all(
        all(date in texts[one["article"]] for date in row["dates"])
        and any(name in f"{headlines[one['article']]} {one['whole']}" for name in names)
        for one in others
    )


def _joining(
    rows: list[dict[str, Any]], loose: list[dict[str, Any]], own: dict[str, set[float]], texts: dict[str, str]
) -> list[dict[str, Any]]:
    """The counts of further texts that are surely the same as one of those that differ: *killed 14 in October*.

    One among a text's first sentences is so whatever others stand further down.
    """
    values, first = {row["value"] for row in rows}, dict[str, dict[str, Any]]()
    have = {row["article"] for row in rows}
    for row in loose:
        if row["value"] in values and row["article"] not in (have if row["early"] else own):
            first.setdefault(row["article"], row)
    return of_one_value(
        list(first.values()), {article: {row["value"]} for article, row in first.items()}, texts, values
    )


def _names(text: str) -> set[str]:
    return {name for name in _NAME.findall(text) if name.lower() not in CALENDAR}


def _given(rows: list[dict[str, Any]], cited: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """With who gives each figure for people and things."""
    spoken = cited_in(cited)
    for row in rows:
        of = row["unit"] in LOOSE
        base, place = row["sentence_start"], (row["start"] - row["sentence_start"], row["end"] - row["sentence_start"])
        yield row | {"speaker": giver(row["whole"], base, place, spoken[row["article"]]) if of else None}


def _of_one(rows: list[dict[str, Any]], nameless: bool) -> list[dict[str, Any]]:
    """The sums whose sentences share the name that most of them have: others may be of another payment.

    nameless: also those whose sentences have no name.
    """
    names = {id(row): set(_NAME.findall(row["sentence"])) for row in rows}
    counts = Counter(name for found in names.values() for name in found)
    common = max(counts, key=lambda name: (counts[name], name), default=None)
    return [row for row in rows if common in names[id(row)] or (nameless and not names[id(row)])]


def _counted(sentence: dict[str, Any], tally: Tally) -> dict[str, Any]:
    text = sentence["text"]
    line = DATELINE.match(text)
    near = text[max(line.end() if line else 0, tally.start - 60) : tally.end + 40]
    span = (tally.start, tally.end)
    row = _row(sentence, tally.unit, tally.value, span, {tally.key: tally.name}, near)
    return row | {"sentence": text, "near": near, "date": None, "earlier": False, "kept": False}


def _now(row: dict[str, Any], days: dict[str, date | None]) -> bool:
    """Whether a tally is of the text's own time: by the words beside it; of people, by the months in its sentence."""
    day, near = days[row["article"]], row["near"]
    told = row["sentence"] if row["unit"] == "people" else ""
    return not (
        (CROWD in row["names"] and _LAST.search(row["sentence"]))
        or of_another_time(without_own_days(near[:1].lower() + near[1:], day))
        or other_dates(without_own_days(told[:1].lower() + told[1:], day))
    )


def _disagree(rows: list[dict[str, Any]], labels: Labels, several: bool, factor: int, growing: bool) -> bool:
    """Whether independent reports have different values (several: not all the same ones), of one order or growing.

    Of people and things, outlets are enough.
    """
    rows = [row for row in rows if not any(agrees(row, other) for other in rows)]
    if not rows:
        return False
    by_report: defaultdict[str, set[float]] = defaultdict(set)
    kept = rows[0]["unit"] not in ("people", "things")  # a toll grows from version to version
    for row in rows:
        by_report[(labels.groups if kept else labels.outlets)[row["article"]]].add(row["value"])
    low, high = min(row["value"] for row in rows), max(row["value"] for row in rows)
    if len({round(row["value"], min(map(_decimals, rows))) for row in rows}) == 1:
        return False  # 52 and 52.3 per cent
    some = list(by_report.values())
    return (
        low > 0
        and (growing or high <= factor * low)
        and any(one != some[0] if several else one.isdisjoint(some[0]) for one in some[1:])
    )


def _decimals(row: dict[str, Any]) -> int:
    """How many digits a figure has behind the point, as its text sets it."""
    found = re.search(r"\d\.(\d+)", row["text"])
    return len(found[1]) if found else 0


def _levels(sentence: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Sums of money and shares, with the things that the words before them may name."""
    text = grouped(sentence["text"])
    figures = [match for match in _FIGURE.finditer(text) if match["money"] or match["share"]]
    for at, match in enumerate(figures):
        before = text[figures[at - 1].end() if at else 0 : match.start()]
        near = text[max(0, match.start() - 60) : match.end() + 40]
        level = _LEVEL.search(before) and not _CHANGE.search(before) and not _CAP.match(text[match.end() :])
        names = _things(before) if level and not OTHER_TIME.search(near) else {}
        if names:
            unit = "%" if match["share"] else match["money"].replace("US$", "$")
            scale = SCALES.get((match["scale"] or match["short"] or "").lower(), 1)
            value = float(match["number"].replace(",", "")) * scale
            yield _row(sentence, unit, value, match.span(), names, near)


def _things(before: str) -> dict[str, str]:
    """What the words before a figure may name: a key of stems -> the words."""
    words = re.findall(r"[\w’'&-]+", before)[-_ACROSS:]
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        bare = re.sub(r"['’]s$", "", word)
        if not bare[:1].isupper() or bare.lower() in _VAGUE or bare in _PLACES or (at == 0 and bare.lower() in STOP):
            continue
        for behind in words[at + 1 : at + 3]:
            if behind[0].islower() and behind.lower() not in _VAGUE and len(behind) > 2 and behind[-2:] != "ed":
                found[f"{stem(bare.lower())} {stem(behind.lower())}"] = f"{bare} {behind}"
    small = {word.lower() for word in words}
    return found | {rate: rate for rate in _RATES if rate in small}


def _people(sentence: dict[str, Any], days: dict[str, date | None]) -> Iterator[dict[str, Any]]:
    """How many people were killed, injured, ...: of all people, or of some (*miners*)."""
    for one in fates(sentence["text"], days[sentence["article"]]):
        name = {"killed": "deaths", BODIES: BODIES}.get(one.fate, f"people {one.fate}")
        of_all = {f"{FATES}{one.fate}": name}
        who = one.who or one.subject
        of_some = {f"{who} {one.fate}": f"{who} {'who died' if one.fate == 'killed' else one.fate}"}
        row = _row(sentence, "people", one.value, (one.start, one.end), of_all, sentence["text"])
        row |= {"earlier": one.earlier, "kept": one.kept}
        yield row | {"firm": one.firm and not one.who, "dates": frozenset() if one.who else one.dates}
        if one.fate == BODIES:  # they may be all of the dead
            yield row | {"names": {f"{FATES}killed": "deaths"}, "firm": False, "dates": frozenset()}
        if who and one.firm:
            yield row | {"names": of_some, "nation": one.nation}
    for some in parts(sentence["text"]):
        key, name = f"part {some.whole:.0f} {some.noun}", f"{some.noun} among the {some.whole:,.0f}"
        yield _row(sentence, "part", some.value, (some.start, some.end), {key: name}, sentence["text"])


def _row(
    sentence: dict[str, Any], unit: str, value: float, span: tuple[int, int], names: dict[str, str], near: str
) -> dict[str, Any]:
    text, base = sentence["text"], sentence["start"]
    day, hedge = _WEEKDAY.search(near), _HEDGE.search(text[: span[0]])
    return {
        "article": sentence["article"],
        "unit": unit,
        "value": value,
        "text": text[slice(*span)].strip(),
        "hedged": hedge is not None,
        "hedge": hedge[0].strip().lower() if hedge else None,
        "date": day[0] if day and unit not in COUNTED else None,
        "names": names,
        "start": base + span[0],
        "end": base + span[1],
        "firm": True,  # not firm: only joins a firm one of the same value
        "whole": text,
        "sentence_start": base,
        "sentence_end": sentence["end"],
    }
