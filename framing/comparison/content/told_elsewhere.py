"""Sentences that several reports have in their words, and another hardly a word of: what it passes over."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import polars as pl

from framing.comparison.content.equals import equals
from framing.comparison.content.labels import Labels
from framing.comparison.content.spelling import folded
from framing.comparison.content.stems import beginning, beginnings, stems
from framing.comparison.content.told_words import Place, rare_words
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a sentence that several reports have in much the same words, and a text that has hardly a word of it
TOLD_ELSEWHERE: Schema = {
    "lacking": pl.String,  # the article that has hardly a word of it
    "article": pl.String,  # one that has the sentence
    "outlet": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
    "words": pl.UInt32,  # of content, each once, without the common words of news
    "there": pl.UInt32,  # of them, those of whose family the text that lacks it has a word, anywhere
    "quoted": pl.Boolean,  # half of its words and more stand in quotation marks
    "others": pl.List(pl.String),  # articles of the other reports that have it
    "starts": pl.List(pl.UInt32),  # where its sentence begins in each of them, in that order
    "ends": pl.List(pl.UInt32),  # and where it ends
}
_REPORTS, _MANY = 3, 8  # independent reports
_FEWEST, _MOST = 5, 60  # words of content of a sentence
_TOLD, _THERE = 0.5, 0.2  # shares of them: in one or two sentences of a report that tells it; in the text that lacks it
_MEANT = 0.25  # with words that mean the same, where not all reports have them
_SHORT, _MOSTLY = 8, 0.7  # words of content of which more are asked for, and how many of them
_OFTEN = 30  # sentences of an article with a word, from which it does not lead to a sentence
_SHARED, _TRIED = 2, 6  # words that lead to a sentence; sentences of a report that are compared
_LONG = 100  # words of a text that may lack something
_KEPT = 40  # sentences that one text lacks
_SAME = 0.5  # of the words of the shorter of two sentences that tell one thing

# *Age made almost no difference* here, *age made a difference* there: not told by both.
_NEGATION = re.compile(r"(?i)\b(?:no|not|never|none|nobody|nothing|neither|nor|without|hardly|cannot)\b|n['’]t\b")
_ROUGH = re.compile(r"(?i)\b(?:dozens|scores|hundreds|thousands|millions)\b")


def told_elsewhere(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`TOLD_ELSEWHERE`: of three to eight independent reports, the sentences of bodies that half of them have, and
    two at least, and of which a text of a hundred words has hardly a word.

    A report has a sentence if more than half of its words of content (seven tenths of five to seven words) stand in one
    sentence, or two in a row; not where one of the two denies something and the other does not. A text has hardly a
    word of it if it has, anywhere, a word of the family of at most a fifth of them, or of a quarter one that means so,
    and no other version of it has more. A sentence with a rough number (*dozens*) is left out. Of sentences that tell
    the same, the one with most words; for each text, those that most reports have come first.
    """
    if not _REPORTS <= labels.reports <= _MANY:
        return pl.DataFrame(schema=dict(TOLD_ELSEWHERE))
    words = {place: some for place, some in corpus.once(rare_words).items() if place[0] in labels.groups}
    same = _equals(corpus)
    plain: defaultdict[str, set[str]] = defaultdict(set)  # without accents: *Zielinski*, *Zieliński*
    for (article, _), some in words.items():
        for word in some:
            plain[folded(word)].add(labels.groups[article])
    places: defaultdict[str, defaultdict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place, telling in words.items():
        for word in telling:
            places[word][place[0]].append(place)
    groups, holders = labels.groups, corpus.once(beginnings)
    columns = ("article", "sentence", "start", "end", "text", "words", "own_words", "outlet")
    outlets = corpus.articles.select("article", "outlet")
    sentences = corpus.sentences.filter(part="body").join(outlets, on="article", how="left", maintain_order="left")
    spans = {(row[0], row[1]): row for row in sentences.select(columns).iter_rows()}
    lengths = dict(corpus.sentences.group_by("article").agg(pl.col("words").sum()).iter_rows())
    last = {group: [article for article in groups if groups[article] == group] for group in groups.values()}
    rows: list[dict[str, Any]] = []
    for place, telling in words.items():
        if place not in spans or not _FEWEST <= len(telling) <= _MOST:
            continue
        article, _, start, end, text, many, own, outlet = spans[place]
        having = {word: {groups[one] for one in holders.get(word, ()) if one in groups} for word in telling}
        for word in telling:
            having[word] |= plain.get(folded(word), set())
        there = Counter(group for some in having.values() for group in some)
        for one_word, equal in ((some, equal) for some in telling for equal in same[some]):
            also = {groups[one] for one in holders.get(equal, ()) if one in groups}
            having[one_word] |= also if len(also) < labels.reports else set()
        meant = Counter(group for some in having.values() for group in some)
        without = [group for group in last if there[group] <= _THERE * len(telling)]
        without = [group for group in without if meant[group] <= _MEANT * len(telling)]
        without = [group for group in without if min(lengths.get(one, 0) for one in last[group]) >= _LONG]
        found = _told(place, words, places, labels) if without else {}
        found = {group: one for group, one in found.items() if one in spans and _alike(text, one, spans)}
        if _ROUGH.search(text):
            continue  # *dozens*: the other may have the number
        if not found or 2 * (len(found) + 1) < labels.reports:
            continue
        others = sorted(found.values())
        row = {
            "article": article, "outlet": outlet, "start": start, "end": end, "text": text,
            "words": len(telling), "quoted": 2 * own <= many, "others": [one for one, _ in others],
            "starts": [spans[one][2] for one in others], "ends": [spans[one][3] for one in others],
            "at": place[1], "telling": telling,
        }  # fmt: skip
        rows += [row | {"lacking": last[group][0], "there": there[group]} for group in without if group not in found]
    rows.sort(key=lambda row: (row["lacking"], -len(row["others"]), -row["words"], row["at"], row["article"]))
    kept: list[dict[str, Any]] = []
    for row in rows:
        told = [one["telling"] for one in kept if one["lacking"] == row["lacking"]]
        if len(told) < _KEPT and not any(
            len(row["telling"] & one) >= _SAME * min(len(one), len(row["telling"])) for one in told
        ):
            kept.append(row)
    kept.sort(key=lambda row: (row["lacking"], -len(row["others"]), row["at"], row["article"]))
    return pl.DataFrame(
        [{name: row[name] for name in TOLD_ELSEWHERE} for row in kept], schema=dict(TOLD_ELSEWHERE), orient="row"
    )


def _equals(corpus: Corpus) -> Mapping[str, set[str]]:
    """A family of words -> the families of those that mean the same."""
    same: defaultdict[str, set[str]] = defaultdict(set)
    for stem in corpus.once(stems).filter("content", part="body")["stem"].unique():
        same[beginning(stem)] |= set(map(beginning, equals(stem)))
    return same


def _told(
    place: Place,
    words: Mapping[Place, frozenset[str]],
    places: defaultdict[str, defaultdict[str, list[Place]]],
    labels: Labels,
) -> dict[str, Place]:
    """Report -> where it has most of the words of a sentence of another, in one sentence or it and the next."""
    telling, own = words[place], labels.groups[place[0]]
    shared: defaultdict[str, Counter[Place]] = defaultdict(Counter)
    for word in telling:
        for article, some in places[word].items():
            if labels.groups[article] != own and len(some) <= _OFTEN:
                shared[labels.groups[article]].update(some)
    found: dict[str, Place] = {}
    for group, counts in shared.items():
        tried = [one for one, count in counts.most_common(_TRIED) if count >= _SHARED]
        best = max(tried, key=lambda one: _held(telling, one, words), default=None)
        share = _TOLD if len(telling) >= _SHORT else _MOSTLY
        if best and _held(telling, best, words) > share * len(telling):
            found[group] = best
    return found


def _alike(text: str, place: Place, spans: dict[Place, Any]) -> bool:
    """Whether a sentence denies something as another does, or one beside it."""
    article, sentence = place
    near = [spans[article, sentence + step][4] for step in (-1, 1) if (article, sentence + step) in spans]
    own, other = (_NEGATION.search(one) is not None for one in (text, spans[place][4]))
    return own == other or (own and any(_NEGATION.search(one) for one in near))


def _held(telling: frozenset[str], place: Place, words: Mapping[Place, frozenset[str]]) -> int:
    article, sentence = place
    around = (words.get((article, sentence + step), frozenset[str]()) for step in (-1, 1))
    return max(len(telling & (words[place] | near)) for near in around)
