"""Who gives a figure: the one speaker of its sentence, where the verb leads to the figure or stands behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.vocabulary import DEMONYMS
from framing.comparison.content.within import within

# article -> start and end of whoever is cited, and who that is, in order
Cited = defaultdict[str, list[tuple[int, int, str]]]
_DEMONYMS = frozenset(DEMONYMS.values())
_SAYING = re.compile(
    r"\b(?:according to|sa(?:id|ys)|claim(?:ed|s)|announced|estimate[ds]?|put|puts|counted|reported|"
    r"t(?:old|ells)|accus(?:ed|es)|warn(?:ed|s)|added|wrote|insist(?:ed|s)|den(?:ied|ies)|argue[ds]|called?|"
    r"criticised|spoke)\b"
)
_ELSEWHERE = re.compile(
    r"[“”\";]|\b(?:after|when|while|as|since|before|following|but|accus\w+|where|because|who)\b", re.IGNORECASE
)
_CROWD = re.compile(r"(?:the )?(?:[\d,]+|\w+ (?:hundred|thousand)|hundreds|thousands|dozens|many|some) ", re.IGNORECASE)
_WORDS = 3  # between a speaker and the verb of saying
# A pronoun, or a clause about somebody (*the council, whose members argued*), names nobody.
_THEIR = re.compile(
    r"(?:whose|who|whom|which|that|their|its|his|her|your|our|my|a|an|one|some|two|three)\b", re.IGNORECASE
)
# "According to figures from the ministry", cut short
_PAPERS = re.compile(r"(?:.* )?(?:figures|data|statistics|numbers|estimates|records|reports)")
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_LED = re.compile(r"-(?:led|run|based|backed|owned|controlled|appointed)$")  # "the Holm-led ministry", cut short
_COMMON = re.compile(
    r"[^\W\d_]+(?:ers|ors|ists|ents|ials|ants|nesses|eers)"
)  # *Volunteers*, at the start of a sentence


def cited_in(cited: pl.DataFrame) -> Cited:
    """By article. cited: `voices.attributions`."""
    found: Cited = defaultdict(list)
    for article, start, end, source in cited.sort("start").select("article", "start", "end", "source").iter_rows():
        found[article].append((start, end, source))
    return found


def giver(text: str, base: int, figure: tuple[int, int], cited: list[tuple[int, int, str]]) -> str | None:
    """Who gives the figure of a sentence; None where it has two speakers or two verbs of saying, or another clause
    stands between. cited: of `cited_in`; base: where the sentence begins; figure: its places in the sentence.
    """
    who = [(low - base, high - base, source) for low, high, source in within(cited, base, base + len(text))]
    verbs = list(_SAYING.finditer(text))
    if len({source for *_, source in who}) != 1 or len(verbs) != 1:
        return None
    low, high, source = who[0]
    verb, (start, end) = verbs[0], figure
    beside = text[high : verb.start()] if high <= verb.start() else text[verb.end() : low]
    if len(re.sub(r"^,[^,]*,", "", beside).split()) > _WORDS:
        return None  # another verb is theirs
    between = text[verb.end() : start] if verb.end() <= start else text[end : min(low, verb.start())]
    if _ELSEWHERE.search(between) or _CROWD.match(source) or _THEIR.match(source) or _LED.search(source):
        return None
    if _PAPERS.fullmatch(source):
        return None
    return source.lower() if low == 0 and _COMMON.fullmatch(source) else _as_printed(source, text, low, high)


def _as_printed(source: str, text: str, low: int, high: int) -> str:
    """A source without a name in the capitals of its text: *Velm fire department*."""
    own = _ARTICLE.sub("", text[max(0, low) : high])
    if own.lower() != source:
        return source
    first = low == 0 and own == text[:high]  # of the sentence: its capital says nothing
    return own[0].lower() + own[1:] if first else own


def by_giver(rows: Iterable[dict[str, Any]], labels: Labels) -> str:
    """*A and B; C, according to police*: the texts that have a figure, by who gives it. rows: article, speaker."""
    articles: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        articles[row["speaker"] or ""].append(row["article"])
    return "; ".join(
        labels.listed(some) + (f", according to {named(giver)}" if giver else "")
        for giver, some in sorted(articles.items())
    )


def named(giver: str) -> str:
    """*the council*, but *police*, *unions*, *Ada Holm*; *Norwegian officials* with its capital."""
    giver = " ".join(word.title() if word.title() in _DEMONYMS else word for word in giver.split())
    office = giver[0].islower() or (" " in giver and giver.rpartition(" ")[2].islower())
    single = office and not giver.endswith("s") and giver != "police"
    return f"the {giver}" if single else giver
