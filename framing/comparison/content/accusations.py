"""What somebody is accused of in one report alone: a charge with the words that follow it, or the whole clause.

Charges that the accused deny in another report are the matter of `denials`; what is a charge, both know from `charges`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from framing.comparison.content.charges import PASSIVE, frames, named, words_of
from framing.comparison.content.denials import answered
from framing.comparison.content.labels import Labels
from framing.comparison.content.persons import is_person
from framing.comparison.content.spelling import folded
from framing.comparison.content.stems import beginning, beginnings, stem
from framing.comparison.content.vocabulary import DEMONYMS, NEGATION, SEATS, STOP, WORLD
from framing.comparison.content.within import within
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a charge, or a clause in which somebody accuses somebody, of which one report alone has a word.
ACCUSATIONS: Schema = {
    "actor": pl.String,  # ? who is accused, of a charge; of a clause, which says so itself, null
    "charge": pl.String,  # ? its telling word, as a stem; of a clause null
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
    rf"{NEGATION}|\b(?:denie[sd]|denying|deny|rejects?|rejected|cleared|dropped)\b"
    r"|\b(?:is|are|was|were) (?:\w+ )?(?:false|untrue|unfounded|baseless|groundless|wrong)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[,;:!?()“”\"„«»–—]|(?<!\b\w)\.(?:\s(?!\d)|$)|\b(?:and|but|while|when|after|before|which|who|because|last|over)\b"
)
_WORDS = 8  # that are shown
_FEWEST = 3  # words that tell a charge
_PART = r"[^.;:“”\"„«»\ufffd()\n]"
_CLAUSE = re.compile(
    rf"(?P<who>{_PART}{{2,80}}?) (?:(?:also|now|again|has|have|had) )?(?:accus(?:es|e|ed)) "
    rf"(?P<whom>{_PART}{{2,60}}?) of (?P<what>{_PART}{{3,90}})"
)
_OTHERWISE = re.compile(r"\b(?:accus\w+|alleg\w+|blam\w+|charges?|charged|suspect\w*|criticis\w+|criticiz\w+)\b", re.I)
_BEHIND = re.compile(  # the deed
    r", (?:which|who|and|but|while|as|after|when|saying|a charge|something|an allegation)\b.*"
    r"| (?:before|after|since|when|while|in order|during|on|at) .*",
    re.DOTALL,
)
_GENERAL = frozenset(
    "having being making taking doing trying failing years months people public without before".split()
)
_TOLD = 0.5  # of a clause's words of content, which another report has: it may tell it; the first is the deed

_Found = tuple[str | None, str | None, str, int, int]  # actor, charge, article, start, end


def accusations(corpus: Corpus, naming: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`ACCUSATIONS`: a row for each charge and text, then one for each clause, all of it outside quotations.

    A charge is a word of wrongdoing (`charges`) behind *accused*, *alleged*, *charged* or their nouns, of somebody whom
    the frame names (*charged Huawei with ...*), or who opens the sentence (by name, or as *the company* named last),
    where it goes on *that it ...*; not where the sentence says that it is not so. Only charges of which no other report
    has a word of the family.

    A clause is *X accuses Y of ...*, where no other report has the deed, nor most words about it, nor any word of
    accusing, alleging, blaming or of an answer: it may be the same in other words. naming: `NAMING`.
    """
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    quoted = corpus.tokens.filter("quoted", "is_word").group_by("article").agg(pl.col("start").sort())
    inside: dict[str, list[int]] = dict(quoted.iter_rows())
    rows: dict[tuple[str | None, str | None, str, int], tuple[object, ...]] = {}
    for actor, charge, article, start, end in [*_charges(corpus, naming, labels), *_clauses(corpus, texts, labels)]:
        marks = inside.get(article, [])
        at = bisect_left(marks, start)
        if at < len(marks) and marks[at] < end:
            continue  # somebody's words
        text = texts[article][start:end] if actor else " ".join(texts[article][start:end].split())
        key = actor, charge, article, 0 if actor else start  # a charge once for a text
        rows.setdefault(key, (actor, charge, article, outlets[article], start, end, text))
    return pl.DataFrame(list(rows.values()), schema=dict(ACCUSATIONS), orient="row")


def _charges(corpus: Corpus, naming: pl.DataFrame, labels: Labels) -> Iterator[_Found]:
    """The charges of which one report alone has a word of the family."""
    meant: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, start, end, actor in naming.sort("start").select("article", "start", "end", "actor").iter_rows():
        meant[article].append((start, end, actor))
    holders = corpus.once(beginnings)
    body = corpus.sentences.filter(part="body").select("article", "start", "end", "text")
    for article, base, until, text in body.iter_rows():
        if not _CUE.search(text) or _NOT.search(text):
            continue
        there = [(start - base, end - base, actor) for start, end, actor in within(meant[article], base, until)]
        if _FIRM.match(text) and (not there or there[0][0] > 0):
            last = _last(meant[article], base)
            there = [(0, 3, last), *there] if last and not is_person(folded(last)) else there
        for actor, charge, start, end in _accused(text, there):
            words = {beginning(charge), *map(beginning, words_of(charge))}
            having = {labels.groups[one] for word in words for one in holders.get(word, ()) if one in labels.groups}
            if having == {labels.groups[article]}:
                yield actor, charge, article, base + start, base + end


def _last(meant: list[tuple[int, int, str]], base: int) -> str | None:
    """Who was named last before a place; towns and countries are no firm."""
    behind = range(bisect_left(meant, (base,)) - 1, -1, -1)
    return next((meant[at][2] for at in behind if meant[at][2] not in _PLACES), None)


def _clauses(corpus: Corpus, texts: dict[str, str], labels: Labels) -> Iterator[_Found]:
    """The clauses *X accuses Y of ...* of which no other report tells anything."""
    having = corpus.once(beginnings)
    charging: defaultdict[str, bool] = defaultdict(bool)
    for article, text in texts.items():
        charging[labels.groups[article]] |= _OTHERWISE.search(text) is not None or answered(text)
    groups = [group for group, charges in charging.items() if charges]
    body = corpus.sentences.filter(part="body").select("article", "start", "text")
    for article, base, text in body.iter_rows():
        mine = labels.groups[article]
        match = _CLAUSE.search(text) if groups == [mine] else None
        if match is None or PASSIVE.search(match["who"] + " "):
            continue
        what = _BEHIND.sub("", match["what"])
        words = [word for word in re.findall(r"[^\W\d_]{4,}", what.lower()) if word not in STOP | _GENERAL]
        told = [any(labels.groups[one] != mine for one in having.get(beginning(stem(word)), ())) for word in words]
        if words and not told[0] and sum(told) < _TOLD * len(told):
            low = base + match.start("who") + len(match["who"]) - len(match["who"].lstrip(" ,"))
            yield None, None, article, low, base + match.start("what") + len(what.rstrip())


def _accused(text: str, there: list[tuple[int, int, str]]) -> Iterator[tuple[str, str, int, int]]:
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
