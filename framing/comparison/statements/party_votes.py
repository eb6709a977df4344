"""A party in one vote: *all Greens voted against it* here, *four Greens did not vote* there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.content.units import NUMBERS
from framing.comparison.statements import Evidence, Statement
from framing.text.typography import CAPITALS

_RESULT = re.compile(r"(?<![\d.,-])(\d{2,3})(?: votes)?(?:[-–]| to |-to-)(\d{2,3})(?![\d.,%-]*\d)")
_NEAR = 220  # characters on either side of the result of a vote that tell of it
_PARTY = rf"(?:House |Senate |of the |\d{{1,3}} ){{0,4}}(?P<party>[{CAPITALS}][^\W\d_]{{3,}})(?: [a-z]+)?"
_WAY = r"(?P<way>against|for|in favou?r of)\b(?: it\b| the [a-z]+)?"
_WHOLE = re.compile(
    r"(?<!almost )(?<!nearly )(?<!not )\b(?P<count>[Aa]ll|[Ee]very|[Nn]o|[Nn]ot (?:one|a single)) "
    rf"{_PARTY} (?:voted|voting|votes) {_WAY}"
)
_SOME = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(word for word in NUMBERS if word not in ('zero', 'dozen'))}) {_PARTY} "
    rf"(?:(?:did not vote|didn['’]t vote|abstain(?:ed|ing)|(?:was|were) absent)|(?:voted|voting) {_WAY})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Told:
    article: str
    result: tuple[str, ...]
    party: str
    way: str  # against, for; empty: did not vote
    none: bool  # of the whole party nobody did
    start: int
    end: int


def statements(comparison: Comparison) -> Iterator[Statement]:
    """One vote, by its result, of which one report has a whole party on one side, and an independent one has some of
    that party who did not vote or voted otherwise. Both stand near the result (220 characters); the first text has no
    such number itself.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    articles = comparison.scores.corpus.articles.select("article", "text").iter_rows()
    texts = {article: text for article, text in articles if article in labels.groups}
    whole, some = (
        [one for article, text in texts.items() for one in _told(article, text, pattern)] for pattern in (_WHOLE, _SOME)
    )
    knowing = {(one.article, one.party) for one in some}
    for one, other in product(whole, some):
        apart = labels.groups[one.article] != labels.groups[other.article]
        if apart and (one.article, one.party) not in knowing and _contrary(one, other):
            words = [" ".join(texts[each.article][each.start : each.end].split()) for each in (one, other)]
            shown = listed(
                [labels.beside(f"“{words[0]}”", [one.article]), labels.beside(f"“{words[1]}”", [other.article])]
            )
            evidence = tuple(Evidence(each.article, each.start, each.end) for each in (one, other))
            names = labels.of_outlets([one.article, other.article])
            yield Statement(
                "texts",
                "number",
                names,
                f"Of the {'-'.join(one.result)} vote texts tell different things: {shown}.",
                evidence,
                0.7,
            )
            return


def _told(article: str, text: str, pattern: re.Pattern[str]) -> Iterator[_Told]:
    results = list(_RESULT.finditer(text))
    for match in pattern.finditer(text):
        near = {result.groups() for result in results if -_NEAR < result.start() - match.start() < _NEAR}
        if len(near) == 1:  # of two votes, it may be of either
            way = (match["way"] or "").lower()
            yield _Told(
                article, near.pop(), match["party"].rstrip("s"), "for" if way.startswith("in ") else way,
                match["count"].lower().startswith("no"), *match.span(),
            )  # fmt: skip


def _contrary(one: _Told, other: _Told) -> bool:
    """*All against it* and *four did not vote* or *two for it*; *none for it* and *two for it*."""
    same = (one.result, one.party) == (other.result, other.party)
    return same and (one.way == other.way if one.none else one.way != other.way)
