"""Figures that seem to be of one thing, by the words beside them, and differ: schools to be merged, a crack's length.

No set phrase is needed, as for `numbers` and `rivals`: two figures are of one thing where they count the same noun or
are in the same unit, and the word right beside both is the same (*merging six schools*, *to merge nine schools*).
Times of day, dates, votes and the age of somebody with a name are set beside each other as well. Whatever may make
them two things keeps it silent: another year, a plan, a part, a second figure of the sort in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.content.alike import Placed, alike, likewise, shown
from framing.comparison.content.given import UNSCALED, Given, figures_given
from framing.comparison.content.labels import Labels
from framing.comparison.content.moments import DATES, ORDERS, names_fit
from framing.comparison.content.quantities import MEASURES, SUMS, Quantity, agree
from framing.comparison.content.stems import stem
from framing.comparison.content.units import NUMBERS
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a figure of a thing for which independent texts give different ones.
MISMATCHES: Schema = {
    "thing": pl.UInt32,  # the same for all figures of one thing
    "unit": pl.String,  # what is counted (a stem), a measure, a currency, %, clock, day, month, season, vote, age
    "article": pl.String,
    "outlet": pl.String,
    "value": pl.Float64,  # minutes of the day of a time; of dates and votes only for comparing
    "speaker": pl.String,  # ? who gives it, where the sentence has one speaker
    "figure": pl.String,  # as it stands
    "start": pl.UInt32,  # of the figure
    "end": pl.UInt32,
    "low": pl.UInt32,  # of the figure with the words that tell what it is of
    "high": pl.UInt32,
    "text": pl.String,  # these words
}
_GENERIC = frozenset(map(stem, "people person men women children workers residents staff members".split()))
_SAME = {"kill": "die", "slain": "die", "destroy": "burn"}  # of one deed
_LIGHT = frozenset("begin start happen occur place open close end finish stop last".split())
_ENDING = frozenset("end close finish stop".split())
_LEAKING = frozenset("leak escap spill lose releas pour discharg drain gush flow run".split())
_FEEBLE = frozenset("say new more worth cost price total sum".split())
_PARTICLE = re.compile(r" (?:off|out|up|down|away)\b")  # *450 operations were called off*
_COMMON = 60  # figures with a word beside them from which the word finds no others
_SUMMED = frozenset({"worth", "total", "sum"})
_VALUED = frozenset({"valu", "insur"})
_EVENTS = frozenset(
    map(
        stem, "election vote referendum trial hearing verdict talks match concert wedding funeral summit launch".split()
    )
)
_PRICE = frozenset({"cost", "worth", "pric"})
_APART = 5  # times the least value: more are two things
_CLOSE, _ABOUT = 10, 30  # minutes by which times of day may differ and be one; where one is hedged
_CONTEXT = 1  # words of content, beside those that tell, that the sentences (each with the one before) share
_LONGEST = 14  # words of a passage that is shown


def mismatches(corpus: Corpus, cited: pl.DataFrame, told: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`MISMATCHES`: figures of independent reports that seem to be of one thing and cannot all be right.

    First by the words right beside both, then by the sum of signs, see `alike`.

    cited: `voices.attributions`; told: article, start, end of the figures that other frames set beside each other.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    by_unit: defaultdict[str, list[Given]] = defaultdict(list)
    known = defaultdict(list)
    for article, start, end in told.iter_rows():
        known[article].append((start, end))
    for figure in figures_given(corpus, cited):
        if not any(low < figure.end and figure.start < high for low, high in known[figure.article]):
            by_unit["age" if figure.one.unit.startswith("age ") else figure.one.unit].append(figure)
    rows: list[dict[str, Any]] = []
    number = 0
    for _, found in sorted(by_unit.items()):
        for group in _things(found, labels):
            kept = _differing(group, texts, labels)
            rows += [_row(one, kept, number, texts[one.article], outlets[one.article]) for one in kept]
            number += bool(kept)
    for row in rows:
        known[row["article"]].append((row["start"], row["end"]))
    for thing, same in enumerate(alike(corpus, labels, known), number):
        for one in same:
            low, high = shown(one, (each for each in same if each.one.value != one.one.value), texts[one.article])
            row = _bare(one, thing, texts[one.article], outlets[one.article])
            said = " ".join(texts[one.article][low:high].split())
            rows.append(row | {"low": low, "high": high, "text": said})
    rows += [_bare(one, thing, texts[one.article], outlets[one.article]) for thing, one in likewise(rows, corpus)]
    return pl.DataFrame(rows, schema=dict(MISMATCHES))


def _bare(one: Placed, number: int, text: str, outlet: str) -> dict[str, Any]:
    """Without the words beside it."""
    figure = Given(one.article, one.base, one.one, None, one.context, one.names, frozenset())
    row = _row(figure, [], number, text, outlet)
    return row | {"low": row["start"], "high": row["end"], "text": row["figure"]}


def _row(given: Given, kept: list[Given], number: int, text: str, outlet: str) -> dict[str, Any]:
    """With the words beside the figure that one of another value has as well."""
    one = given.one
    others = {
        _deed(word)
        for other in kept
        if other.one.value != one.value
        for word in (*other.one.before, *other.one.behind, *other.carried)
    }
    told = [(start, end) for word, start, end in one.places if _deed(word) in others or one.again or given.carried]
    behind = [end for start, end in told if start >= one.end and "," not in text[given.end : given.base + end]]
    ahead = [start for start, end in told if end <= one.start or (one.again and start < one.start)]
    near = [start for start in ahead if "," not in text[given.base + start : given.start]]
    low = given.base + min(near or ahead[:1] or [one.start])
    high = given.base + max([one.end, *behind])
    if particle := _PARTICLE.match(text, high):
        high = particle.end()
    if len(text[low:high].split()) > _LONGEST or "\n" in text[low:high]:
        low, high = given.start, given.end
    shown = " ".join(text[low:high].split())
    return {
        "thing": number, "unit": one.unit, "article": given.article, "outlet": outlet, "value": one.value,
        "speaker": None if one.unit.startswith("age ") else given.speaker,
        "figure": " ".join(text[given.start : given.end].split()).rstrip(".,"),
        "start": given.start, "end": given.end, "low": low, "high": high - len(shown) + len(shown.rstrip(".,")),
        "text": shown.rstrip(".,"),
    }  # fmt: skip


def _things(found: list[Given], labels: Labels) -> Iterator[list[Given]]:
    """Figures of one unit that match, one with the other."""
    parent = list(range(len(found)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        ahead = found[at - 1] if at else None
        if one.one.again:
            if ahead is not None and ahead.article == one.article and ahead.one.before == one.one.before:
                parent[root(at)] = root(at - 1)
            continue
        keys = {*one.one.before, *one.one.behind, *one.carried} if _beside_words(one.one.unit) else {""}
        for place in sorted({place for key in keys for place in holders[key][:_COMMON]}):
            other = found[place]
            if labels.groups[one.article] != labels.groups[other.article] and _match(one, other):
                parent[root(at)] = root(place)
        for key in keys:
            holders[key].append(at)
    groups: defaultdict[int, list[Given]] = defaultdict(list)
    for at, one in enumerate(found):
        groups[root(at)].append(one)
    yield from (group for group in groups.values() if len(group) > 1)


def _beside_words(unit: str) -> bool:
    """Whether only words beside a figure can tell what it is of."""
    return unit not in ("vote", "suspect", "ages", "clock") and not unit.startswith("age ")


def _match(one: Given, other: Given) -> bool:
    """Whether two figures of one unit seem to be of one thing."""
    a, b = one.one, other.one
    if a.unit.startswith("age "):
        return names_fit(a.unit[4:], b.unit[4:])
    if a.unit in ("vote", "suspect", "ages"):
        return True
    shared = (set(a.before) | set(a.behind)) & (set(b.before) | set(b.behind)) - _FEEBLE
    if one.names and other.names and one.names.isdisjoint(other.names):
        return False
    more = (one.context & other.context) - shared - {a.unit}
    owns = a.has and b.has and a.subject == b.subject != ""  # *the bakery has 85 shops*
    when = [some.when if some.unit not in DATES else frozenset[str]() for some in (a, b)]
    if not (when[0] <= b.around and when[1] <= a.around) or a.unreal != b.unreal or len(more) < _CONTEXT - owns:
        return False
    verbs = [next((_deed(word) for word in some.before if word not in _SUMMED), "") for some in (a, b)]
    fates = [_deed(some.behind[0]) if some.close else "" for some in (a, b)]
    ahead = verbs[0] == verbs[1] != "" and verbs[0] not in _FEEBLE
    after = fates[0] == fates[1] != "" or (verbs[0] == fates[1] != "") or (verbs[1] == fates[0] != "")  # passive
    left = set(a.before) & set(b.before) - _FEEBLE
    goes_on = {*a.before, a.subject} & other.carried | {*b.before, b.subject} & one.carried
    if a.unit == "clock":
        shared |= goes_on - _FEEBLE if _LIGHT & {*a.before, *b.before} else set()
        ends = [bool(_ENDING & {*some.before, *some.behind}) for some in (a, b)]
        return (
            a.dimension == b.dimension
            and bool(shared - _LIGHT)
            and ends[0] == ends[1]
            and a.when & ORDERS == b.when & ORDERS
        )
    if a.unit in DATES:
        until = [some.hedge in ("by", "until") for some in (a, b)]
        alone = (min(len(a.before), len(b.before)) == 1 and len(more) > 2) or verbs[0] in _EVENTS
        alone = alone or a.subject == b.subject != ""
        return ahead and until[0] == until[1] and (len(left) > 1 or alone)
    if a.unit == "%":
        return bool(left) and len(shared) > 1 and a.link == b.link
    if a.unit in MEASURES or a.unit.startswith(("sq ", "cubic ")):
        same = goes_on or (len(one.carried & other.carried) > 1)
        return _measured(a, b, left, ahead or after, shared) or bool(a.dimension == b.dimension != "of" and same)
    if a.unit in SUMS and "worth" in (a.behind[:1] + b.behind[:1]):  # *$9,587 worth of clothes*
        return ahead and len(a.behind) > 1 and a.behind[:2] == b.behind[:2]
    if a.unit in SUMS:
        owner = [bool(set(some.one.behind[:1]) & of.carried - _FEEBLE) for some, of in ((one, other), (other, one))]
        fits = (
            fates[0] == fates[1] != ""
            or any(owner)
            or (ahead and (len(left) > 1 or not set(a.behind).isdisjoint(b.behind)))
        )
        of = ahead and (a.link == b.link == "of" or verbs[0] in _VALUED)
        price = _PRICE & {*a.before[:2]} and _PRICE & {*b.before[:2]} and (a.subject == b.subject or goes_on)
        return (fits or of or bool(price)) and len(more) > 2
    if a.unit.startswith("nth "):
        return a.when == b.when and (not set(a.behind).isdisjoint(b.behind) or not (a.behind and b.behind))
    if a.mods != b.mods and len(left) < 2:
        return False
    if a.unit in _GENERIC:
        return (ahead or after) and len(shared) > 1
    there = a.subject == b.subject == "" and a.behind[:1] == b.behind[:1] != ()  # *there are 300 beds in the clinic*
    has = a.has and b.has and (a.subject == b.subject != "" or bool(goes_on) or there)
    return ahead or after or has or (bool(left) and len(shared) > 1)


def _deed(word: str) -> str:
    return _SAME.get(word, word)


def _measured(a: Quantity, b: Quantity, left: set[str], beside: bool, shared: set[str]) -> bool:
    """Lengths of one thing, amounts of one stuff, distances from one place."""
    if {a.dimension, b.dimension} - {"", "of"} and a.dimension != b.dimension:
        return False
    if a.dimension in ("from", "off", "below", "beneath", "above", "under"):
        return a.behind[:1] == b.behind[:1] and bool(left)
    if a.dimension == b.dimension == "of":
        flows = all(_LEAKING & {*some.before, *some.behind} for some in (a, b))
        return a.behind[:1] == b.behind[:1] and (bool(left) or flows)
    if a.dimension:
        return bool(left)
    return beside or (bool(set(a.before[:2]) & set(b.before[:2]) - _FEEBLE)) or len(shared) > 1


def _differing(group: list[Given], texts: dict[str, str], labels: Labels) -> list[Given]:
    """One figure for each text (two where the text itself sets another beside it); none where they may agree."""
    by_text: defaultdict[str, dict[float, Given]] = defaultdict(dict)
    for given in group:
        by_text[given.article].setdefault(given.one.value, given)
    kept = [
        given
        for some in by_text.values()
        if len(some) == 1 or (len(some) == 2 and sum(given.one.again for given in some.values()) == 1)
        for given in some.values()
    ]
    values = {given.one.value for given in kept}
    unit = group[0].one.unit
    scaled = unit not in UNSCALED and not unit.startswith("age ")
    if len(values) < 2 or (scaled and max(values) > _APART * min(values)):
        return []
    several = {given.article for given in kept if len(by_text[given.article]) > 1}
    kept = [
        given
        for given in kept
        if given.article in several
        or not any(_has(texts[given.article], other, unit) for other in kept if other.one.value != given.one.value)
    ]
    pairs = [
        (given, other) for at, given in enumerate(kept) for other in kept[:at] if given.one.value != other.one.value
    ]
    if not pairs or any(_agree(given.one, other.one, scaled) for given, other in pairs):
        return []
    of: defaultdict[str, set[float]] = defaultdict(set)
    for given in kept:
        of[labels.groups[given.article]].add(given.one.value)
    reports = list(of.values())
    return kept if any(some != reports[0] for some in reports) and len(reports) > 1 else []


def _has(text: str, other: Given, unit: str) -> bool:
    """Whether a text has the other's figure, too, wherever: it may know both."""
    if unit in UNSCALED - {"suspect"}:
        return False
    number = f"{other.one.value:.12g}"
    words = [word for word, value in NUMBERS.items() if value == other.one.value]
    forms = "|".join([re.escape(number), *words])
    return (
        re.search(
            rf"(?<![\w.,])(?:{forms})(?!\w|[.,]\d| (?:hundred|thousand|million|billion))",
            text.replace(",", ""),
            re.IGNORECASE,
        )
        is not None
    )


def _agree(a: Quantity, b: Quantity, scaled: bool) -> bool:
    if a.unit == "clock":
        apart = abs(a.value - b.value)
        return apart <= _ABOUT if a.hedge or b.hedge else apart < _CLOSE  # "just after midday", 12:30
    if not scaled:
        return False
    exact = max(a.value, b.value) < 100 and a.unit != "%" and a.unit.isalpha()
    return agree((a.value, a.hedge), (b.value, b.hedge), exact)
