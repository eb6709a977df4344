"""One quotation, whole in one text and cut in another, word for word."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import STOP
from framing.comparison.content.voices import NOBODY
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

# a quotation of which another report prints more
CUTS: Schema = {
    "speaker": pl.String,
    "article": pl.String,  # that prints less
    "outlet": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
    "fuller": pl.String,  # the article that prints more of it
    "fuller_start": pl.UInt32,
    "fuller_end": pl.UInt32,
    "fuller_text": pl.String,  # the words of the fuller one
    "lacking": pl.UInt32,  # words of the fuller one that the other text has nowhere
}
_FEWEST = 4  # words of a quotation that is cut
_SURE = 6  # of one whose speaker is not sure in one of the texts: the same words are the same remark
_LACKING = 4  # words that a cut leaves out
_RUN = 4  # words in a row that tell that a text has what was cut, elsewhere
_COMMON = 30  # quotations that begin alike: a slogan
_WORD = re.compile(r"[\w’'-]+")
_SCRAP = re.compile(r"[“\"]([^“”\"\n]{3,80})[”\"]")
_NAMED = re.compile(rf"[{CAPITALS}]")
_BESIDE, _HALF = 200, 0.5  # characters beside a quotation, and share of the words cut that are told there
_MARKS = re.compile(r"[“”\"„«»�]")
_ADJUNCT = frozenset("in on at of by for from with to and or the a".split())  # a phrase that anybody may say again


def cuts(corpus: Corpus, credited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`CUTS`: quotations of one speaker that stand in order, word for word, in a longer one of another report.

    A quotation is all between two marks. It is cut where the longer one has four words more, of which the text has no
    four in a row anywhere, nor a scrap of two in marks, nor half of its words of content in the sentences beside the
    quotation, told in other words. credited: `voices.quotations`; who says it is sure in one of the texts at least, and
    has a name.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    quotes = _whole(credited, texts)
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, quote in enumerate(quotes):
        for run in _runs(quote["words"]):
            index[run].append(at)
    every = {article: _runs(_words(text)) for article, text in texts.items()}
    scraps = {article: [_words(one) for one in _SCRAP.findall(text)] for article, text in texts.items()}
    rows: list[dict[str, Any]] = []
    for short in quotes:
        near = index[tuple(short["words"][:_RUN])]
        best: dict[str, Any] | None = None
        if short["words"][0] in _ADJUNCT and len(short["words"]) < 2 * _FEWEST:
            continue
        for at in near if len(near) <= _COMMON else []:
            long = quotes[at]
            if labels.groups[long["article"]] == labels.groups[short["article"]]:
                continue
            who = {long["speaker"], short["speaker"]} - {NOBODY}
            unsure = NOBODY in (long["speaker"], short["speaker"])
            if len(who) != 1 or not _NAMED.match(*who) or (unsure and len(short["words"]) < _SURE):
                continue
            place = _inside(short["words"], long["words"])
            if place is None or _inside(short["words"], long["words"][place + 1 :]) is not None:
                continue  # said twice over
            rest = [long["words"][:place], long["words"][place + len(short["words"]) :]]
            lacking = sum(len(part) for part in rest if not _runs(part) & every[short["article"]])
            missed = [
                part
                for part in rest
                if _runs(part) & every[short["article"]]
                or any(_scrap(one, part) for one in scraps[short["article"]])
                or _retold(part, texts[short["article"]], short)
            ]
            if lacking >= _LACKING and not missed and (best is None or lacking > best["lacking"]):
                best = {
                    "fuller": long["article"], "fuller_start": long["start"], "fuller_end": long["end"],
                    "fuller_text": long["text"], "lacking": lacking, "speaker": who.pop(),
                }  # fmt: skip
        if best is not None:
            kept = {name: short[name] for name in ("article", "start", "end", "text")}
            rows.append(kept | {"outlet": outlets[short["article"]]} | best)
    return pl.DataFrame(rows, schema=dict(CUTS))


def _words(text: str) -> list[str]:
    words = (word.strip("'’-").casefold().replace("’", "'") for word in _WORD.findall(text))
    return [word for word in words if word]


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _inside(short: list[str], long: list[str]) -> int | None:
    """Where the shorter one begins in the longer one."""
    size = len(short)
    return next((at for at in range(len(long) - size + 1) if long[at : at + size] == short), None)


def _whole(credited: pl.DataFrame, texts: dict[str, str]) -> list[dict[str, Any]]:
    """Quotations from mark to mark: sentences of one speaker with no mark between them are one."""
    found: list[dict[str, Any]] = []
    said = credited.sort("article", "first").select("article", "first", "last", "source", "sure")
    for article, first, last, whose, sure in said.iter_rows():
        source = whose if sure else NOBODY
        ahead = found[-1] if found else None
        if (
            ahead is not None
            and (ahead["article"], ahead["speaker"]) == (article, source)
            and not _MARKS.search(texts[article][ahead["end"] : first])
            and not _WORD.search(texts[article][ahead["end"] : first])
        ):
            ahead["end"] = last
        else:
            found.append({"article": article, "speaker": source, "start": first, "end": last})
    for quote in found:
        quote["text"] = texts[quote["article"]][quote["start"] : quote["end"]]
        quote["words"] = _words(quote["text"])
    return [
        quote
        for quote in found
        if len(quote["words"]) >= _FEWEST
        and not _MARKS.search(quote["text"])
        and quote["text"].count("[") == quote["text"].count("]")  # "W]e write"
    ]


def _scrap(scrap: list[str], rest: list[str]) -> bool:
    """Whether two words or more in marks, one of them of content, are of what was cut."""
    return len(scrap) > 1 and not STOP.issuperset(scrap) and _inside(scrap, rest) is not None


def _retold(rest: list[str], text: str, short: dict[str, Any]) -> bool:
    """Whether half of what was cut stands beside the quotation in other words: *that was not far, he said*."""
    beside = text[max(0, short["start"] - _BESIDE) : short["start"]] + " " + text[short["end"] :][:_BESIDE]
    near = {stem(word) for word in _words(beside)}
    content = {stem(word) for word in rest if word not in STOP and len(word) > 2}
    return bool(content) and len(content & near) >= _HALF * len(content)
