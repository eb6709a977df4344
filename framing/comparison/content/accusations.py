"""What somebody is accused of, text by text: each charge with the words that follow it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from framing.comparison.content.charges import frames, named
from framing.comparison.content.labels import Labels
from framing.comparison.content.persons import is_person
from framing.comparison.content.spelling import folded
from framing.comparison.content.stems import beginning, beginnings, stem
from framing.comparison.content.vocabulary import DEMONYMS, SEATS, STOP, WORLD
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a charge against somebody whom several texts name, that the texts of one report alone have a word of
ACCUSATIONS: Schema = {
    "actor": pl.String,  # who is accused
    "charge": pl.String,  # its telling word, as a stem
    "article": pl.String,
    "outlet": pl.String,
    "start": pl.UInt32,  # of the words that are shown
    "end": pl.UInt32,
    "text": pl.String,
}
_CUE = re.compile(
    r"\b(?:accus(?:es?|ed|ing|ations?)|alleg(?:es?|ed|ing|ations?)|charg(?:es?|ed|ing)|suspicions?|complaints?)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"The (?:company|firm|group|bank|manufacturer|airline|club|agency|retailer|maker)\b")
_PLACES = frozenset({*DEMONYMS, *WORLD, *SEATS})
_PRONOUN = re.compile(r"\bthat (?:it|they|he|she)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|never|no|denie[sd]|denying|deny|rejects?|rejected|cleared|dropped)\b|n['’]t\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"[,;:!?()“”\"„«»–—]|(?<!\b\w)\.(?:\s|$)|\b(?:and|but|while|when|after|before|which|who|because|last|over)\b"
)
_WORDS = 8  # that are shown
_FEWEST = 3  # words that tell a charge


def accusations(corpus: Corpus, naming: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`ACCUSATIONS`: a row for each charge and text, outside quotations.

    A charge is a word of wrongdoing (`charges`) behind *accused*, *alleged*, *charged* or their nouns, of somebody whom
    the frame names (*charged Huawei with ...*), or who opens the sentence (by name, or as *the company* named last),
    where it goes on *that it ...*; not where the sentence says that it is not so. Only charges of which no other report
    has a word of the family.
    naming: `NAMING`.
    """
    meant: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, start, end, actor in naming.sort("start").select("article", "start", "end", "actor").iter_rows():
        meant[article].append((start, end, actor))
    quoted = corpus.tokens.filter("quoted").group_by("article").agg(pl.col("start").sort())
    inside = dict(quoted.iter_rows())
    holders = corpus.once(beginnings)
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: dict[tuple[str, str, str], tuple[object, ...]] = {}
    body = corpus.sentences.filter(part="body").select("article", "start", "end", "text")
    for article, base, until, text in body.iter_rows():
        if not _CUE.search(text) or _NOT.search(text):
            continue
        there = [(start - base, end - base, actor) for start, end, actor in meant[article] if base <= start < until]
        if _FIRM.match(text) and (not there or there[0][0] > 0):
            before = [actor for start, _, actor in meant[article] if start < base and actor not in _PLACES]
            firm = before[-1:] if before and not is_person(folded(before[-1])) else []
            there = [(0, 3, actor) for actor in firm] + there
        for actor, charge, start, end in _charges(text, there):
            marks = inside.get(article, [])
            at = bisect_left(marks, base + start)
            if at < len(marks) and marks[at] < base + end:
                continue  # somebody's words
            having = {labels.groups[one] for one in holders.get(beginning(charge), ()) if one in labels.groups}
            if having == {labels.groups[article]}:
                shown = text[start:end]
                row = (actor, charge, article, outlets[article], base + start, base + end, shown)
                rows.setdefault((actor, charge, article), row)
    return pl.DataFrame(list(rows.values()), schema=dict(ACCUSATIONS), orient="row")


def _charges(text: str, there: list[tuple[int, int, str]]) -> Iterator[tuple[str, str, int, int]]:
    """Who is accused, of what (a stem), and where the words for it stand."""
    cue = _CUE.search(text)
    for frame in frames(text):
        if frame.accused is None:
            continue
        low, high = frame.accused
        who = [actor for start, _, actor in there if low <= start < high]
        if who:
            yield from _words(text, frame.start, who[-1])
    pronoun = cue and _PRONOUN.search(text, cue.end())
    if cue and pronoun and there and there[0][1] < cue.start():
        yield from _words(text, pronoun.end(), there[0][2])


def _words(text: str, low: int, actor: str) -> Iterator[tuple[str, str, int, int]]:
    """The words of wrongdoing behind a place, each with what follows it in its clause."""
    for word in re.finditer(r"[\w-]+", text[low:]):
        lower = word[0].lower()
        if not named(lower) or lower in STOP or _CUE.fullmatch(lower):
            continue
        start = low + word.start()
        stop = _ENDS.search(text, low + word.end())
        clause = list(re.finditer(r"\S+", text[start : stop.start() if stop else len(text)]))[:_WORDS]
        while clause and clause[-1][0].lower() in STOP:
            clause.pop()
        if len(clause) >= _FEWEST:
            yield actor, stem(lower), start, start + clause[-1].end()
