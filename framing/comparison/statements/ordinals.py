"""Which of a row something is: *the first night clinic in the province*, *the fourth night clinic to open*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from framing.comparison.compare import Comparison
from framing.comparison.content.in_turn import in_turn
from framing.comparison.content.spelling import one_spelling
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement, foremost
from framing.comparison.worded import of_figures

CHECK = True

_MANY, _EACH = 40, 20  # texts; things of each
_MOST = 2  # things
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_OPENS = (
    r"(?:is|was|be|been|being|becom(?:e|es|ing)|became|as|marks|marked|open(?:s|ed|ing)?|unveil(?:s|ed|ing)?|"
    r"buil(?:ds?|t|ding))"
)
_ORDINAL = re.compile(
    rf"\b{_OPENS} (?:only )?(?:the |a |its |their |our )?"
    rf"(?:(?P<nth>{'|'.join(_NTH)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))"
    r"(?P<what>(?:[ -](?!(?:in|to|of|on|at|for|since|and|or|with|after|before|from|that|who|which|will|was|is|has)\b)"
    r"[^\W\d_][\w’'-]*){1,7})(?P<behind> (?:in|to|of|on|at|for|since)\b(?: [^\W_][\w’'-]*){1,5})?"
)
# Of a row that any event may have several of.
_ROWS = frozenset(
    map(
        stem,
        """day week month year quarter half time round place degree floor phase stage edition amendment lady minister
        war grade class generation person reading hearing vote race game match set period season term episode district
        street avenue circuit division anniversary century debate wave dose shot trimester step question""".split(),
    )
)
_SHARED = 2  # words of content of what is counted


@dataclass(frozen=True)
class _Nth:
    article: str
    nth: int
    what: frozenset[str]
    head: str  # the last word of it
    start: int
    end: int


def statements(comparison: Comparison) -> Iterator[Statement]:
    """What one text calls the first, and another the fourth, of one kind.

    The ordinal stands behind *is*, *as*, *becomes* or a verb of opening; what is counted has two words of content in
    common, the last among them; no text has two for it. Not of what comes in rows (days, rounds, debates). Two things
    at most, of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or labels.total > _MANY:
        return
    made = []
    for group in _groups(list(_ordinals(comparison))):
        of: defaultdict[str, set[int]] = defaultdict(set)
        for one in group:
            of[one.article].add(one.nth)
        kept = {one.article: one for one in reversed(group) if len(of[one.article]) == 1}
        outlets = {(labels.outlets[article], one.nth) for article, one in kept.items()}
        if len({nth for _, nth in outlets}) > 1 and len({outlet for outlet, _ in outlets}) > 1:
            order = sorted(kept.values(), key=lambda one: (one.nth, one.article))
            places = (Evidence(one.article, one.start, one.end) for one in order)
            made.append(of_figures(comparison, "One thing seems to be counted differently", places, 0.6))
    yield from foremost(made, _MOST)


def _groups(found: list[_Nth]) -> Iterator[list[_Nth]]:
    left = found
    while left:
        group = [left[0], *(one for one in left[1:] if _one_kind(left[0], one))]
        left = [one for one in left if one not in group]
        yield group


def _one_kind(one: _Nth, other: _Nth) -> bool:
    return one.head == other.head and len(one.what & other.what) >= _SHARED


def _ordinals(comparison: Comparison) -> Iterator[_Nth]:
    """Of each text the first mention of each, twenty at most."""
    seen: defaultdict[str, set[tuple[int, frozenset[str]]]] = defaultdict(set)
    for line in comparison.scores.corpus.once(in_turn):
        for match in _ORDINAL.finditer(line.text) if line.article in comparison.labels.groups else ():
            words = [word.lower() for word in re.findall(r"[^\W\d_][\w’']*", match["what"])]
            kind = [stem(one_spelling(word)) for word in words if word not in STOP and len(word) > 2]
            nth, before = _NTH.index(match["nth"]) + 1 if match["nth"] else int(match["digits"]), seen[line.article]
            if kind and _ROWS.isdisjoint(kind) and (nth, frozenset(kind)) not in before and len(before) < _EACH:
                before.add((nth, frozenset(kind)))
                low = match.start("nth") if match["nth"] else match.start("digits")
                yield _Nth(line.article, nth, frozenset(kind), kind[-1], line.start + low, line.start + match.end())
