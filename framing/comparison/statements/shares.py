"""Shares of one whole: *more than 70 per cent of the oat market*, *75 per cent of the oat market*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from framing.comparison.compare import Comparison
from framing.comparison.content.given import contents
from framing.comparison.content.labels import listed
from framing.comparison.content.spelling import one_spelling
from framing.comparison.content.stems import stem
from framing.comparison.content.units import HEDGES
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement, foremost

CHECK = True

_MANY = 40  # texts
_MOST = 2  # wholes
_SHARE = re.compile(
    rf"(?<![\w.,$£€-])(?:(?P<hedge>{HEDGES})\s)?(?P<number>\d{{1,3}}(?:\.\d+)?)(?:\s?%|\sper\s?cent\b)"
    r"(?:\sof\s(?:the\s|its\s|their\s|all\s)?(?:[A-Z]\.[A-Z]\.\s)?(?P<whole>[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){1,5})|"
    r"\s(?P<state>contained|complete|completed|finished|built|vaccinated)\b)",
    re.IGNORECASE,
)
# Of another time, or a change.
_OTHER = re.compile(
    r"\b(?:up|down|rose|fell|grew|increase\w*|from|last|previous|earlier|in (?:19|20)\d\d)\b[^.;]{0,15}$"
)
_FEW = 2  # words of the whole that are the same
_NEAR = 1.3  # times the least share: more are of two things
_SHARED = 2  # further words of content of the sentences, with those before them
_VOTES = frozenset(map(stem, "vote votes voters respondents people women men those students adults population".split()))


@dataclass(frozen=True)
class _Share:
    article: str
    value: float
    hedge: str
    whole: tuple[str, ...]
    start: int
    end: int
    context: frozenset[str]


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Shares of one whole that texts of two outlets give with different figures.

    The whole has two words of content in common (*of the oat market*), or is in one state (*70 per cent contained*),
    and the sentences, with those before them, two more. The least and the greatest are within a third of each other;
    none is a change, or of another time; not of votes and people, of whom there are several shares. A text may have
    two. Two wholes at most, of up to forty texts of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or labels.total > _MANY:
        return
    left = [one for one in _shares(comparison) if one.article in labels.groups]
    some = []
    while left:
        group = [left[0], *(one for one in left[1:] if _one_whole(left[0], one))]
        left = [one for one in left if one not in group]
        apart = [
            (one, other)
            for one, other in combinations(group, 2)
            if one.value != other.value and labels.outlets[one.article] != labels.outlets[other.article]
        ]
        if apart and max(one.value for one in group) <= _NEAR * min(one.value for one in group):
            some.append(_said(comparison, group))
    yield from foremost(some, _MOST)


def _one_whole(one: _Share, other: _Share) -> bool:
    same = len({*one.whole} & {*other.whole})
    shared = (one.context & other.context) - {*one.whole, *other.whole}
    return same >= min(_FEW, len(one.whole)) and len(shared) >= _SHARED


def _said(comparison: Comparison, group: list[_Share]) -> Statement:
    labels = comparison.labels
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    by_words: defaultdict[str, list[str]] = defaultdict(list)
    for one in sorted(group, key=lambda one: (one.value, one.start)):
        words = " ".join(texts[one.article][one.start : one.end].split())
        if one.article not in by_words[words]:
            by_words[words].append(one.article)
    shown = listed([labels.beside(f"“{words}”", articles) for words, articles in by_words.items()])
    names = labels.of_outlets(one.article for one in group)
    evidence = tuple(Evidence(one.article, one.start, one.end) for one in group)
    return Statement("texts", "number", names, f"Shares of what reads like one whole differ: {shown}.", evidence, 0.6)


def _shares(comparison: Comparison) -> Iterator[_Share]:
    corpus = comparison.scores.corpus
    content = corpus.once(contents)
    of, before = "", frozenset[str]()
    body = corpus.sentences.filter(part="body").select("article", "sentence", "start", "text")
    for article, sentence, base, text in body.iter_rows():
        before = before if article == of else frozenset()
        of, own = article, content.get((article, sentence), frozenset())
        for match in _SHARE.finditer(text):
            whole, end = _whole(match)
            if whole and _VOTES.isdisjoint(whole) and not _OTHER.search(text[: match.start()]):
                hedge = (match["hedge"] or "").lower()
                place = base + match.start(), base + end
                yield _Share(article, float(match["number"]), hedge, whole, *place, own | before)
        before = own


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
