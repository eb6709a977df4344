"""Shares of one whole: *more than 70 per cent of the oat market*, *75 per cent of the oat market*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from framing.comparison.compare import Comparison
from framing.comparison.content.in_turn import in_turn
from framing.comparison.content.spelling import one_spelling
from framing.comparison.content.stems import stem
from framing.comparison.content.units import HEDGES
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement, foremost
from framing.comparison.worded import of_figures

CHECK = True

_MANY, _EACH = 40, 20  # texts; shares of each
_MOST = 2  # wholes
_SHARE = re.compile(
    rf"(?<![\w.,$£€-])(?:(?:{HEDGES})\s)?(?P<number>\d{{1,3}}(?:\.\d+)?)(?:\s?%|\sper\s?cent\b)"
    r"(?:\sof\s(?:the\s|its\s|their\s|all\s)?(?:[^\W\d_]\.[^\W\d_]\.\s)?"
    r"(?P<whole>[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){1,5})|"
    r"\s(?P<state>contained|complete|completed|finished|built|vaccinated)\b)",
    re.IGNORECASE,
)
# Of another time, or a change.
_OTHER = re.compile(
    r"\b(?:up|down|rose|fell|grew|increase\w*|from|last|previous|earlier|in (?:19|20)\d\d)\b[^.;]{0,15}$"
)
_NEAR_IT = 60  # characters before a share, in which such a word stands
_FEW = 2  # words of the whole that are the same
_NEAR = 1.3  # times the least share: more are of two things
_SHARED = 2  # further words of content of the sentences, with those before them
_VOTES = frozenset(map(stem, "vote votes voters respondents people women men those students adults population".split()))


@dataclass(frozen=True)
class _Share:
    article: str
    value: float
    whole: tuple[str, ...]
    start: int
    end: int
    context: frozenset[str]


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Shares of one whole that texts of two outlets give with different figures.

    The whole has two words of content in common (*of the oat market*), or is in one state (*70 per cent contained*),
    and the sentences, with those before them, two more. The least and the greatest are within a third of each other;
    none is a change, or of another time; not of votes and people, of whom there are several shares. A text may have
    two; of each the first twenty are read. Two wholes at most, of up to forty texts of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or labels.total > _MANY:
        return
    left, some = list(_shares(comparison)), []
    while left:
        group = [left[0], *(one for one in left[1:] if _one_whole(left[0], one))]
        left = [one for one in left if one not in group]
        values, outlets = {one.value for one in group}, labels.of_outlets(one.article for one in group)
        if len(values) > 1 and len(outlets) > 1 and max(values) <= _NEAR * min(values):
            group.sort(key=lambda one: (one.value, one.start))
            places = (Evidence(one.article, one.start, one.end) for one in group)
            some.append(of_figures(comparison, "Shares of what reads like one whole differ", places, 0.6))
    yield from foremost(some, _MOST)


def _one_whole(one: _Share, other: _Share) -> bool:
    same = len({*one.whole} & {*other.whole})
    shared = (one.context & other.context) - {*one.whole, *other.whole}
    return same >= min(_FEW, len(one.whole)) and len(shared) >= _SHARED


def _shares(comparison: Comparison) -> Iterator[_Share]:
    """The shares in each text, the first mention of each."""
    seen: defaultdict[str, set[tuple[float, tuple[str, ...]]]] = defaultdict(set)
    for line in comparison.scores.corpus.once(in_turn):
        for match in _SHARE.finditer(line.text):
            whole, end = _whole(match)
            value, before = float(match["number"]), seen[line.article]
            if not whole or line.article not in comparison.labels.groups or (value, whole) in before:
                continue
            if (
                len(before) < _EACH
                and _VOTES.isdisjoint(whole)
                and not _OTHER.search(line.text, max(0, match.start() - _NEAR_IT), match.start())
            ):
                before.add((value, whole))
                yield _Share(line.article, value, whole, line.start + match.start(), line.start + end, line.context)


def _whole(match: re.Match[str]) -> tuple[tuple[str, ...], int]:
    """The stems of the words up to one that joins another phrase, and where they end; none of one word."""
    if match["state"]:
        return (match["state"].lower(),), match.end()
    found, end = list[str](), match.start("whole")
    for word in re.finditer(r"\S+", match["whole"]):
        if word[0].lower() in STOP:
            break
        found.append(stem(one_spelling(word[0].lower())))
        end = match.start("whole") + word.end()
    return (tuple(found) if len(found) > 1 else ()), end
