"""Figures that differ by who gives them: what a raise, a budget, a ban or a sentence comes to.

A sum or a span of time belongs to the noun that it stands beside: *a raise of 90 euros*, *the $740bn defence budget*,
*a two-week strike*, *the strike lasted two weeks*. The nouns are of a closed list, of things that an event has one of;
other words before them must not speak against it (*the defence budget*, *the health budget*).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from framing.comparison.content.figures import in_text
from framing.comparison.content.labels import Labels
from framing.comparison.content.quantities import agree
from framing.comparison.content.stems import stem
from framing.comparison.content.units import HEDGES, NUMBERS, SCALES
from framing.comparison.content.vocabulary import STOP
from framing.comparison.content.within import within
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

# One row: a figure for a thing on which speakers or independent reports disagree.
RIVALS: Schema = {
    "object": pl.String,  # what it is the figure of: defence budget, strike
    "unit": pl.String,  # a currency, also a month or year (€ a month); hours, days, months
    "article": pl.String,
    "outlet": pl.String,
    "value": pl.Float64,
    "speaker": pl.String,  # ? who gives it, by name or as *police*
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
_SUMS = (
    "raise|bonus|budget|bill|package|fund|bailout|aid|deficit|reward|bail|wage|pension|surcharge|toll|rescue|levy|"
    "increase"
)
_SPANS = (
    "strike|walkout|ceasefire|truce|ban|closure|lockdown|sentence|suspension|delay|talks|siege|curfew|blackout|outage|"
    "standoff|trial|blockade|quarantine"
)
_PERSONAL = frozenset("sentence ban suspension bail trial bonus pension reward".split())  # each of somebody
_NUMBER = r"(?:\d{1,3}(?:\.\d)?|" + "|".join(word for word in NUMBERS if word not in ("zero", "dozen")) + ")"
_SPAN = re.compile(
    rf"(?<![\w.,-])(?P<number>{_NUMBER})[ -](?P<unit>hour|day|week|month|year)s?\b(?![ -]old)", re.IGNORECASE
)
_DAYS = {"hour": (1.0, "hours"), "day": (1.0, "days"), "week": (7.0, "days"), "month": (1.0, "months"),
         "year": (12.0, "months")}  # fmt: skip
_LINK = (
    r"(?: of| at| worth| totall?ing|,? (?:(?:which|that) )?(?:(?:has|had|will|would) )?(?:last(?:s|ed|ing)?|is worth|"
    r"was worth|comes to|came to|amounts to|amounted to|costs?))(?: (?:of|for))?"
)
_BEFORE = re.compile(rf"(?P<mod>(?:[\w’'-]+ )?)(?P<noun>{{nouns}}){_LINK}(?: (?P<hedge>{HEDGES}))? $")
_SUM_BEFORE = re.compile(_BEFORE.pattern.replace("{nouns}", _SUMS), re.IGNORECASE)
_SPAN_BEFORE = re.compile(_BEFORE.pattern.replace("{nouns}", _SPANS), re.IGNORECASE)
_SUM_BEHIND = re.compile(rf"^[ -](?P<mod>(?:[\w’'-]+ ){{0,2}}?)(?P<noun>{_SUMS})\b")
_SPAN_BEHIND = re.compile(rf"^[ -](?P<mod>(?:[\w’'-]+ ){{0,2}}?)(?P<noun>{_SPANS})\b")
_SENTENCED = re.compile(r"\b(?:jailed|imprisoned|sentenced)\b(?: [\w’'-]+){0,5}? (?:for|to) $", re.IGNORECASE)
_SUM = re.compile(rf"(?:(?P<sign>\D+?) ?)?(?P<number>[\d,.]+)(?: (?P<scale>{'|'.join(SCALES)}))?(?: (?P<coin>[a-z]+))?")
RATE = re.compile(r"[ -](?:a|per|each|every)[ -](hour|day|week|month|year)\b")
_AHEAD = re.compile(rf"\b(?P<hedge>{HEDGES}) $", re.IGNORECASE)
_PUT = re.compile(rf"^(?:But )?(?P<who>(?:[Tt]he )?(?:[{CAPITALS}][\w’'-]+ ){{1,4}})(?:put|puts) (?:the|its|it|that)\b")
_NAMES = re.compile(rf"(?<!^)(?<![.!?”] )[{CAPITALS}][\w’'-]{{2,}}")
# Not what it is, but what it was, might be, or somebody wants.
_OTHER = re.compile(
    r"(?<!will )(?<!would )(?<!to )\b(?:last|next|previous|earlier|former|initial\w*|original\w*|first|second|another|"
    r"other|since|instead|rather|than|demand\w*|want\w*|ask\w*|call\w* for|offer\w*|propos\w*|seek\w*|sought|threat\w*|"
    r"maximum|minimum|could|may|might|would (?:have|like)|raised|cut|from|per cent|compared|usual|average|"
    r"(?<!for )(?:every|each)|(?:19|20)\d\d)\b|%",
    re.IGNORECASE,
)
_NEAR = 70  # characters before and behind a figure that may say so
_APART = 5  # times the least value: more are two things


@dataclass(frozen=True)
class _Figure:
    noun: str
    mods: frozenset[str]  # stems of the words before the noun
    words: str  # those words
    unit: str
    value: float
    hedge: str
    start: int
    end: int

    def agrees(self, other: _Figure) -> bool:
        """Whether both may be the same figure, rounded or hedged."""
        return agree((self.value, self.hedge), (other.value, other.hedge))


@dataclass(frozen=True)
class _Given:
    """A figure in a text. names: those of its sentence and the one before."""

    article: str
    speaker: str | None
    figure: _Figure
    names: frozenset[str]
    text: str


def rivals(corpus: Corpus, cited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`RIVALS`: a figure of one unit for one thing, of which there are two that cannot both be right.

    Either each text has one figure, and independent reports disagree; or each figure has a speaker of its own. Silent
    where figures may be one, rounded or hedged; where other words stand before the noun; where a text has two and does
    not say whose. cited: `voices.attributions`.
    """
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    spoken: defaultdict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for article, start, source, kind in cited.sort("start").select("article", "start", "source", "kind").iter_rows():
        spoken[article].append((start, source, kind))
    keyed: defaultdict[tuple[str, str], list[_Given]] = defaultdict(list)
    body = corpus.sentences.filter(part="body").select("article", "start", "end", "text")
    before = ("", "")
    for article, base, end, text in body.iter_rows():
        who = sorted({source for _, source, _ in within(spoken[article], base, end)})
        put = _PUT.match(text)
        speaker = who[0] if len(who) == 1 else put["who"].strip() if put and not who else None
        names = frozenset(_NAMES.findall(f"{before[1] if before[0] == article else ''} {text}"))
        before = article, text
        for one in _figures(text):
            figure = replace(one, start=base + one.start, end=base + one.end)
            shown = " ".join(text[one.start : one.end].split())
            keyed[one.noun, one.unit].append(_Given(article, speaker, figure, names, shown))
    rows: list[dict[str, Any]] = []
    for (noun, unit), found in sorted(keyed.items()):
        for name, same in _things(noun, found):
            rows += [
                {
                    "object": name, "unit": unit, "article": one.article, "outlet": outlets[one.article],
                    "value": one.figure.value, "speaker": one.speaker, "start": one.figure.start,
                    "end": one.figure.end, "text": one.text,
                }
                for one in _disagree(same, labels)
            ]  # fmt: skip
    return pl.DataFrame(rows, schema=dict(RIVALS))


def _figures(text: str) -> Iterator[_Figure]:
    """The sums and spans of a sentence that stand beside a noun of the list."""
    for item, sort, start, end in in_text(text):
        if sort == "money" and " to " not in item and (match := _SUM.fullmatch(item)):
            value = float(match["number"].replace(",", "")) * SCALES.get(match["scale"] or "", 1.0)
            rate = RATE.match(text[end:])
            sign = match["sign"] or match["coin"]
            unit = f"{sign} a {rate[1]}" if rate else sign
            yield from _beside(text, start, end, unit, value, _SUM_BEFORE, _SUM_BEHIND)
    for match in _SPAN.finditer(text):
        number = match["number"].lower()
        times, unit = _DAYS[match["unit"].lower()]
        value = times * (NUMBERS[number] if number in NUMBERS else float(number))
        if _SENTENCED.search(text[: match.start()]):
            yield _Figure("sentence", frozenset(), "", unit, value, "", *match.span())
        else:
            yield from _beside(text, *match.span(), unit, value, _SPAN_BEFORE, _SPAN_BEHIND)


def _beside(
    text: str, start: int, end: int, unit: str, value: float, before: re.Pattern[str], behind: re.Pattern[str]
) -> Iterator[_Figure]:
    near = text[max(0, start - _NEAR) : start] + " " + text[end : end + _NEAR // 2]
    match = before.search(text[:start]) or behind.match(text[end:])
    if match is None or _OTHER.search(near):
        return
    if match.re is behind and not STOP.isdisjoint(match["mod"].lower().split()):
        return  # "three weeks before the strike"
    hedged = _AHEAD.search(text[:start])
    hedge = (match.groupdict().get("hedge") or (hedged["hedge"] if hedged else "")).lower()
    words = [word for word in match["mod"].lower().split() if word not in STOP and word.isalpha()]
    mods, said = frozenset(map(stem, words)), "".join(f"{word} " for word in words)
    yield _Figure(match["noun"].lower(), mods, said, unit, value, hedge, start, end)


def _things(noun: str, found: list[_Given]) -> Iterator[tuple[str, list[_Given]]]:
    """The figures of each thing: *budget* alone is the *defence budget* where no other budget is spoken of.

    Of what somebody has of their own (a sentence, a ban), only where all sentences share a name.
    """
    kinds = {one.figure.mods for one in found}
    largest = [kind for kind in kinds if not any(kind < other for other in kinds)]
    for kind in sorted(largest, key=sorted):
        same = [
            one for one in found if one.figure.mods <= kind and sum(one.figure.mods <= other for other in largest) == 1
        ]
        if noun in _PERSONAL and same and not frozenset.intersection(*(one.names for one in same)):
            continue
        words = max((one.figure.words for one in same), key=len, default="")
        yield f"{words}{noun}", same


def _disagree(found: list[_Given], labels: Labels) -> list[_Given]:
    """The first figure of each text, or of each of its speakers; none where they may agree after all."""
    by_text: defaultdict[str, dict[tuple[float, str | None], _Given]] = defaultdict(dict)
    for one in found:
        by_text[one.article].setdefault((one.figure.value, one.speaker), one)
    kept: list[_Given] = []
    for some in by_text.values():
        speakers = [speaker for _, speaker in some]
        if len({value for value, _ in some}) == 1 or (None not in speakers and len(set(speakers)) == len(speakers)):
            kept += {value: one for (value, _), one in some.items()}.values()
    values = {one.figure.value for one in kept}
    pairs = [(one.figure, other.figure) for at, one in enumerate(kept) for other in kept[:at]]
    if len(values) < 2 or max(values) > _APART * min(values):
        return []
    if any(one.agrees(other) for one, other in pairs if one.value != other.value):
        return []
    whose: defaultdict[str, set[float]] = defaultdict(set)
    of: defaultdict[str, set[float]] = defaultdict(set)
    for one in kept:
        of[labels.groups[one.article]].add(one.figure.value)
        if one.speaker:
            whose[one.speaker].add(one.figure.value)
    several = list(of.values())
    if any(len(some) > 1 for some in whose.values()) or all(some == several[0] for some in several):
        return []  # somebody gives two, or all reports have the same
    return kept
