"""Turns of phrase that all other reports have, and of which one text has no word: *rape or incest*."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

import polars as pl

from framing.comparison.content.found import COMMON
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import beginning, beginnings, stems
from framing.comparison.content.stems import stem as stem_of
from framing.comparison.content.units import UNIT_WORDS
from framing.comparison.content.vocabulary import CALENDAR, NUMBER_WORDS
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a turn of phrase that all other reports have, and a text that has no word of it
SHARED_PHRASES: Schema = {
    "phrase": pl.String,  # as the first text sets it, in small letters
    "lacking": pl.String,  # the article that has no word of it in any form
    "lacked": pl.String,  # ? the one word that it has in no form, where it has others of the phrase: the last
    "often": pl.UInt32,  # times that it stands in all texts
    "one_matter": pl.Boolean,  # it stands four times, or two sentences of two reports share three more words of content
    "article": pl.String,  # a text that has it: a row for each
    "outlet": pl.String,
    "start": pl.UInt32,  # where it stands first
    "end": pl.UInt32,
    "text": pl.String,
}
_REPORTS, _MANY = 3, 4  # independent reports: of more, `found` tells what goes together
_LONGEST, _TELLING = 5, 2  # words of a phrase, and words of content in it
_LETTERS = 4  # of a word of content
_FEWEST = 100  # words of a text that is said to lack something
_OFTEN, _VERY_OFTEN = 3, 4  # times that a phrase stands, of which a text lacks the last word only
_SURELY = 3  # words of content that two sentences with a phrase share, besides: they are of one matter
_PAIRS = 30  # sentences that are compared
_COMMON = 2  # further words of content that two sentences with it share, where it stands no more than three times
_DULL = frozenset(  # stems
    """vast major chief front wide rang singl close ahead mean whol entir hand least mil southwest northwest southeast
    northeast multipl""".split()
)
_MEASURES = frozenset(map(stem_of, ("square", "cubic", *UNIT_WORDS)))  # *square metres* is *sq m* elsewhere
_JOINTS = frozenset("and or of to in for on with the a".split())  # small words within a phrase


@dataclass(frozen=True)
class _Word:
    key: str  # the stem of a word of content, a small word itself; nothing for a name or a word of any news
    content: bool
    telling: bool  # any word of content, names too
    start: int
    end: int
    lower: str


def shared_phrases(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`SHARED_PHRASES`: of three or four independent reports, phrases of two words of content or more.

    All reports but that of the text that lacks it have it within a sentence, word for word but for endings. No word of
    content is a name, a number, a unit of measure, of less than four letters or a word of any news, and the text has no
    word of the family of any of them (*rapist* beside *rape*), nor what one of them joins to it by *and* (*foul play
    and criminal violence*). Part of a longer phrase of the same texts is left out.
    Of a phrase that stands four times, or three times and in sentences of two reports that share two further words of
    content, the last word alone may be lacking: *marriage penalty*, where a text tells of marriages; but not where the
    word before it has another one behind it there: *nuclear weapons*, *nuclear arms*.
    """
    if not _REPORTS <= labels.reports <= _MANY:
        return pl.DataFrame(schema=dict(SHARED_PHRASES))
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    long = set(corpus.articles.filter(pl.col("words") >= _FEWEST)["article"])
    holders = corpus.once(beginnings)
    places: defaultdict[tuple[str, ...], dict[str, tuple[int, int]]] = defaultdict(dict)
    words_of: dict[tuple[str, ...], list[str]] = {}
    often: Counter[tuple[str, ...]] = Counter()
    around: defaultdict[tuple[str, ...], list[tuple[str, set[str]]]] = defaultdict(list)
    leading: defaultdict[str, set[str]] = defaultdict(set)  # article -> words that another one follows
    joined: defaultdict[tuple[str, ...], set[frozenset[str]]] = defaultdict(set)  # phrase -> what *and* joins it to
    lines: defaultdict[str, list[set[str]]] = defaultdict(list)
    for article, sentence in _sentences(corpus, texts):
        leading[article] |= _leading(sentence, texts[article])
        telling = {word.key for word in sentence if word.content}
        lines[article].append(telling)
        for low, high in _phrases(sentence, texts[article]):
            key = tuple(word.key for word in sentence[low:high])
            often[key] += 1
            joined[key].update([also] if (also := _joined_to(sentence, high)) else [])
            around[key].append((labels.groups[article], telling.difference(key)))
            places[key].setdefault(article, (sentence[low].start, sentence[high - 1].end))
            words_of.setdefault(key, [word.key for word in sentence[low:high] if word.content])
    found: list[tuple[tuple[str, ...], str]] = []
    lacked: dict[tuple[tuple[str, ...], str], str] = {}
    for key, where in places.items():
        others = {labels.groups[article] for article in where}
        for article in sorted(long - set(where)):
            rest = {group for group in labels.groups.values() if group != labels.groups[article]}
            if others != rest or any(with_it <= line for with_it in joined[key] for line in lines[article]):
                continue
            *before, last = (article in holders.get(beginning(word), ()) for word in words_of[key])
            named_otherwise = beginning(words_of[key][-2]) in leading[article]  # *nuclear arms*, of *nuclear weapons*
            if not last and any(before) and not named_otherwise and _matters(often[key], around[key]):
                first = min(places[key])
                lacked[key, article] = texts[first][slice(*places[key][first])].split()[-1].lower()
            if not last and (not any(before) or (key, article) in lacked):
                found.append((key, article))
    rows: list[dict[str, Any]] = []
    for key, lacking in sorted(found, key=lambda one: (-often[one[0]], -len(one[0]), one)):
        if any(other != key and lacking == text and _within(key, other) for other, text in found):
            continue
        first = min(places[key])
        phrase = " ".join(texts[first][slice(*places[key][first])].lower().split())
        rows += [
            {
                "phrase": phrase, "lacking": lacking, "lacked": lacked.get((key, lacking)), "often": often[key],
                "one_matter": often[key] >= _VERY_OFTEN or _beside(around[key]) >= _SURELY,
                "article": article, "outlet": outlets[article], "start": start, "end": end,
                "text": texts[article][start:end],
            }
            for article, (start, end) in sorted(places[key].items())
        ]  # fmt: skip
    return pl.DataFrame(rows, schema=dict(SHARED_PHRASES))


def _leading(words: Sequence[_Word], text: str) -> set[str]:
    """The words of a sentence right behind which another word of content stands, as their families have them."""
    return {
        beginning(one.key)
        for one, after in pairwise(words)
        if one.key and after.content and text[one.end : after.start].strip(" \n") in ("", "-")
    }


def _joined_to(words: Sequence[_Word], at: int) -> frozenset[str]:
    """The words of content to which *and* or *or* joins the phrase before it, two at least: they tell of the same."""
    found: list[str] = []
    for word in words[at + 1 : at + 1 + _LONGEST] if at < len(words) and words[at].lower in ("and", "or") else ():
        if not word.telling:
            break
        found += [word.key] if word.content else []
    return frozenset(found if len(found) >= _TELLING else ())


def _matters(often: int, around: Sequence[tuple[str, set[str]]]) -> bool:
    """Whether a phrase is of one matter: it comes often, or beside the same words in two reports. around: the report
    and the other words of content of each sentence with it."""
    return often >= _VERY_OFTEN or (often >= _OFTEN and _beside(around) >= _COMMON)


def _beside(around: Sequence[tuple[str, set[str]]]) -> int:
    """How many other words of content two sentences of two reports share at most."""
    pairs = ((words & others) for (one, words), (other, others) in combinations(around[:_PAIRS], 2) if one != other)
    return max(map(len, pairs), default=0)


def _sentences(corpus: Corpus, texts: dict[str, str]) -> Iterator[tuple[str, list[_Word]]]:
    """The words of each sentence of the bodies, those of names without a key."""
    inside: defaultdict[str, set[int]] = defaultdict(set)
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    for article, start, end in named.select("article", "start", "end").iter_rows():
        inside[article].update(range(start, end))
    plain = COMMON | _DULL | CALENDAR | NUMBER_WORDS | _MEASURES
    words = corpus.once(stems).filter(part="body")
    columns = ("article", "sentence", "lower", "stem", "content", "start", "end")
    sentences: defaultdict[tuple[str, int], list[_Word]] = defaultdict(list)
    for article, sentence, lower, stem, content, start, end in words.select(columns).iter_rows():
        telling = content and len(lower) >= _LETTERS and stem not in plain and lower.isalpha()
        telling = telling and start not in inside[article] and texts[article][start].islower()
        key = stem if telling else lower if lower in _JOINTS else ""
        sentences[article, sentence].append(_Word(key, telling, bool(content), start, end, lower))
    for (article, _), some in sentences.items():
        yield article, some


def _phrases(words: Sequence[_Word], text: str) -> Iterator[tuple[int, int]]:
    """First word, and the one behind the last, of what may be a phrase."""
    for low, first in enumerate(words):
        if not first.content:
            continue
        telling = 1
        for high in range(low + 1, min(low + _LONGEST, len(words))):
            word = words[high]
            if not word.key or text[words[high - 1].end : word.start].strip(" \n") not in ("", "-"):
                break
            if word.content:
                telling += 1
                if telling >= _TELLING and not word.lower.endswith("ed") and not _goes_on(words, high, text):
                    yield low, high + 1


def _goes_on(words: Sequence[_Word], last: int, text: str) -> bool:
    """Whether a word of content follows: *pursuing multiple* of *pursuing multiple repair paths*."""
    after = words[last + 1] if last + 1 < len(words) else None
    return after is not None and after.telling and text[words[last].end : after.start].strip(" \n") in ("", "-")


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    size = len(short)
    return size < len(long) and any(long[at : at + size] == short for at in range(len(long) - size + 1))
