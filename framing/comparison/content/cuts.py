"""One quotation, whole in one text and cut in another, word for word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing.comparison.content.edges import STOPPED
from framing.comparison.content.stems import stem
from framing.comparison.content.stretches import stretches
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
    "text": pl.String,  # parts as in fuller_text
    "fuller": pl.String,  # the article that prints more of it
    "fuller_start": pl.UInt32,
    "fuller_end": pl.UInt32,
    "fuller_text": pl.String,  # the words of the fuller one; parts between which the speaker is named, split by " | "
    "lacking": pl.UInt32,  # words of the fuller one that the other text has nowhere, or only in its own words
    "told": pl.Boolean,  # some of them in its own words
}
_FEWEST = 4  # words of a quotation that is cut
_SURE = 6  # of one whose speaker is not sure in one of the texts: the same words are the same remark
_LACKING = 4  # words that a cut leaves out
BETWEEN = " | "  # parts of one remark
_SPLIT = re.compile(r"\b(?:sa(?:id|ys)|told|tells|add(?:s|ed)|wr(?:ote|ites)|continued|went on|explain(?:s|ed))\b")
_SAID_IN = 12  # words between two parts of one remark, that say whose it is
_RUN = 4  # words in a row that tell that a text has what was cut, elsewhere
_END = 400  # characters before the place where a text breaks off
_COMMON = 30  # quotations that begin alike: a slogan
_WORD = re.compile(r"[\w’'-]+")
_SCRAP = re.compile(r"[“\"]([^“”\"\n]{3,80})[”\"]|(?<!\w)[‘']([^‘’'“”\"\n]{3,80})[’'](?!\w)")
_NAMED = re.compile(rf"[{CAPITALS}]")
_BESIDE, _HALF = 200, 0.5  # characters beside a quotation, and share of the words cut that are told there
_THINKING = frozenset("think know mean guess believe".split())
_MOST = 0.75  # of the words cut, anywhere in the text
_TOLD = 12  # words cut, of which some are told in other words
_OPENED, _CLOSED = re.compile(r"[“\"«„‘'�][\s(\[…]*$"), re.compile(r"[\s.,!?…;:)\]—–-]*[”\"»’'�]")
_MARKS = re.compile(r"[“”\"„«»�]")
_LINE, _POST = re.compile(r"\S[^\n]*"), 70  # words of a post
_CITING = re.compile(rf"(?<!\w)['‘]|@|{_SPLIT.pattern}")  # a post or a line that tells what others say
_SELF = frozenset("i me my mine we our".split())  # not *us*, a country in capitals
_ADJUNCT = frozenset("in on at of by for from with to and or the a".split())  # a phrase that anybody may say again


def cuts(corpus: Corpus, credited: pl.DataFrame) -> pl.DataFrame:
    """`CUTS`: quotations of one speaker that stand in order, word for word, in a longer one of another text.

    A quotation is all between two marks, or two and more of them in a paragraph between which only its speaker is named
    (*“...,” said Holm, “...”*). It is cut where the longer one has four words more (not just
    *I don't think it's that*), of which the text has no four in a row in marks, nor a scrap of two; nor is the shorter
    one within a longer quotation of its own text, or close before the place where this breaks off. Told, and then
    twelve words at least, is what has four words in a row outside marks, half of its words of content in the sentences
    beside the quotation, or three quarters anywhere (of a longer one in parts: half). The longer one may be a paragraph
    in the first person without marks (a post, a statement). credited: `voices.quotations`; who says it has a name, and
    is sure in one of the texts, or the same in both.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    pieces = _whole(stretches(corpus, credited), texts)
    quotes = [quote for quote in (*pieces, *_joined(pieces, texts)) if _fit(quote)]
    posts = list(_posts(texts))
    every = [*quotes, *posts]
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, quote in enumerate(every):
        for run in _runs(quote["words"]):
            index[run].append(at)
    own = _Own.of(texts, pieces)
    broken = {article for article, text in texts.items() if not re.search(STOPPED, text.rstrip())}
    rows: list[dict[str, Any]] = []
    cut: set[tuple[str, int]] = set()  # article and end of quotations that are told
    for short in quotes:
        if any(_more(every[at], short) for at in index[tuple(short["words"][:_RUN])]):
            continue  # the text prints more of it elsewhere
        if short["article"] in broken and len(texts[short["article"]]) - short["end"] < _END:
            continue  # the rest may have stood behind it
        text = texts[short["article"]]
        opened = _OPENED.search(text[max(0, short["start"] - 8) : short["start"]])
        if not opened or not _CLOSED.match(text, short["end"]):
            continue  # a piece of a longer quotation
        near = index[tuple(short["words"][:_RUN])]
        if len(near) > _COMMON or (short["words"][0] in _ADJUNCT and len(short["words"]) < 2 * _FEWEST):
            continue
        longer = (_longer(every[at], short, own) for at in near)
        best = max(
            (one for one in longer if one),
            key=lambda one: (not one["told"], -one["parts"], one["lacking"]),
            default=None,
        )
        places = {(short["article"], end) for _, end in short["spans"]}
        if best is not None and not places & cut:
            cut |= places
            del best["parts"]
            kept = {name: short[name] for name in ("article", "start", "end", "text")}
            rows.append(kept | {"outlet": outlets[short["article"]]} | best)
    return pl.DataFrame(rows, schema=dict(CUTS))


@dataclass(frozen=True)
class _Own:
    """What each text has."""

    texts: dict[str, str]
    runs: dict[str, set[tuple[str, ...]]]
    marked: defaultdict[str, set[tuple[str, ...]]]  # of these, those in quotations
    scraps: dict[str, list[list[str]]]
    stems: dict[str, set[str]]

    @classmethod
    def of(cls, texts: dict[str, str], pieces: list[dict[str, Any]]) -> _Own:
        marked: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for piece in pieces:
            marked[piece["article"]] |= _runs(piece["words"])
        words = {article: _words(text) for article, text in texts.items()}
        return cls(
            texts,
            {article: _runs(some) for article, some in words.items()},
            marked,
            {article: [_words(a or b) for a, b in _SCRAP.findall(text)] for article, text in texts.items()},
            {article: set(map(stem, set(some))) for article, some in words.items()},
        )


def _longer(long: dict[str, Any], short: dict[str, Any], own: _Own) -> dict[str, Any] | None:
    """How the shorter quotation is cut, if the longer one is the same remark."""
    article = short["article"]
    if long["article"] == article:
        return None
    who = {long["speaker"], short["speaker"]} - {NOBODY} or {long["perhaps"]} & {short["perhaps"]}
    unsure = NOBODY in (long["speaker"], short["speaker"])
    if len(who) != 1 or not _NAMED.match(*who) or (unsure and len(short["words"]) < _SURE):
        return None
    if not {long["perhaps"], short["perhaps"]} <= {*who, NOBODY}:
        return None  # somebody else's, as it seems
    place = _inside(short["words"], long["words"])
    if place is None or _inside(short["words"], long["words"][place + 1 :]) is not None:
        return None  # said twice over
    rest = [long["words"][:place], long["words"][place + len(short["words"]) :]]
    lacking = sum(len(part) for part in rest if not _runs(part) & own.marked[article])
    split = len(long["spans"]) > 1
    if (
        lacking < _LACKING
        or _only_thought([*rest[0], *rest[1]])
        or any(
            _runs(part) & own.marked[article] or any(_scrap(one, part) for one in own.scraps[article]) for part in rest
        )
    ):
        return None
    told = any(
        _runs(part) & own.runs[article]
        or _retold(part, own.texts[article], short)
        or _told(part, own.stems[article], _HALF if split else _MOST)
        for part in rest
    )
    if told and len(rest[0]) + len(rest[1]) < _TOLD:
        return None
    return {
        "fuller": long["article"], "fuller_start": long["start"], "fuller_end": long["end"],
        "fuller_text": long["text"], "lacking": lacking, "speaker": who.pop(), "parts": len(long["spans"]),
        "told": told,
    }  # fmt: skip


def _more(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a text prints a quotation within a longer one, too."""
    longer = one["article"] == other["article"] and len(one["words"]) > len(other["words"])
    return longer and not set(other["spans"]) & set(one["spans"]) and _inside(other["words"], one["words"]) is not None


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
    for article, low, high, whose, sure in said.iter_rows():
        source = whose if sure else NOBODY
        for first, last in _marked(texts[article], low, high):
            ahead = found[-1] if found else None
            if (
                ahead is not None
                and (ahead["article"], ahead["speaker"]) == (article, source)
                and not _MARKS.search(texts[article][ahead["end"] : first])
                and not _WORD.search(texts[article][ahead["end"] : first])
            ):
                ahead["end"] = last
            else:
                found.append({"article": article, "speaker": source, "perhaps": whose, "start": first, "end": last})
    for quote in found:
        quote["text"] = texts[quote["article"]][quote["start"] : quote["end"]]
        quote["words"] = _words(quote["text"])
        quote["spans"] = [(quote["start"], quote["end"])]
    return found


def _posts(texts: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Paragraphs without marks in which somebody speaks of themselves, as a post or a statement stands on a page."""
    for article, text in texts.items():
        for line in _LINE.finditer(text):
            words = _words(line[0])
            fit = _FEWEST + _LACKING <= len(words) <= _POST and not _SELF.isdisjoint(words)
            if fit and not _MARKS.search(line[0]) and not _CITING.search(line[0]):
                yield {
                    "article": article, "speaker": NOBODY, "perhaps": NOBODY, "start": line.start(), "end": line.end(),
                    "text": line[0], "words": words, "spans": [line.span()],
                }  # fmt: skip


def _marked(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts in marks of a stretch that begins and ends within a quotation; all of it where marks do not match."""
    marks = [match.start() for match in _MARKS.finditer(text, first, last)]
    if len(marks) % 2:
        yield first, last
        return
    yield from zip([first, *(at + 1 for at in marks[1::2])], [*marks[::2], last], strict=True)


def _joined(pieces: list[dict[str, Any]], texts: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Quotations of one speaker between which only he is named."""
    run: list[dict[str, Any]] = []
    for quote in [*pieces, None]:
        if run and not (quote and _goes_on(run[-1], quote, texts)):
            if len(run) > 1:
                yield {
                    "article": run[0]["article"], "speaker": run[0]["speaker"], "perhaps": run[0]["perhaps"],
                    "start": run[0]["start"], "end": run[-1]["end"], "text": BETWEEN.join(one["text"] for one in run),
                    "words": [word for one in run for word in one["words"]],
                    "spans": [span for one in run for span in one["spans"]],
                }  # fmt: skip
            run = []
        if quote:
            run.append(quote)


def _goes_on(one: dict[str, Any], other: dict[str, Any], texts: dict[str, str]) -> bool:
    if (one["article"], one["speaker"]) != (other["article"], other["speaker"]) or one["speaker"] == NOBODY:
        return False
    between = texts[one["article"]][one["end"] : other["start"]]
    words = _WORD.findall(between)
    closed = between.rstrip(' “„«»"').endswith((",", ".", ":"))  # not: said Holm of "the wreck"
    return closed and "\n" not in between and len(words) <= _SAID_IN and _SPLIT.search(between) is not None


def _fit(quote: dict[str, Any]) -> bool:
    """Whether a quotation is long enough and whole. *W]e write* is not."""
    return (
        len(quote["words"]) >= _FEWEST
        and not _MARKS.search(quote["text"])
        and quote["text"].count("[") == quote["text"].count("]")
    )


def _scrap(scrap: list[str], rest: list[str]) -> bool:
    """Whether two words or more in marks, one of them of content, are of what was cut; small words may be left out."""
    telling, whole = ([word for word in words if word not in STOP] for words in (scrap, rest))
    if len(scrap) < 2 or not telling:
        return False
    return _inside(scrap, rest) is not None or (len(telling) > 1 and _inside(telling, whole) is not None)


def _retold(rest: list[str], text: str, short: dict[str, Any]) -> bool:
    """Whether half of what was cut stands beside the quotation in other words: *that was not far, he said*."""
    beside = text[max(0, short["start"] - _BESIDE) : short["start"]] + " " + text[short["end"] :][:_BESIDE]
    near = {stem(word) for word in _words(beside)}
    content = _telling(rest)
    return bool(content) and len(content & near) >= _HALF * len(content)


def _told(rest: list[str], stems: set[str], share: float) -> bool:
    """Whether a text has such a share of what was cut in other words, wherever."""
    content = _telling(rest)
    return bool(content) and len(content & stems) >= share * len(content)


def _telling(words: list[str]) -> set[str]:
    """The stems of words of content; *don't* is none."""
    return {stem(word) for word in words if word not in STOP and len(word) > 2 and "'" not in word}


def _only_thought(words: list[str]) -> bool:
    """Whether words say no more than that somebody thinks so: *I don't think it's that far*."""
    return not _THINKING.isdisjoint(words) and _telling(words) <= set(map(stem, _THINKING))
