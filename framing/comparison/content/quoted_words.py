"""Whose words stand inside quotations: the rules by which they go to one of those who may be speaking."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.speaker_words import BODIES

_BESIDE, _QUOTATION = 60, 4  # characters behind a quotation of so many words, within which its speaker is named
_NEAR = 60  # sentences before and behind a quotation among which its speaker is looked for
_BACK = 2  # paragraphs back to which *she said* may lead
_POSTS = (
    r"president|prime minister|minister|governor|senator|congress(?:man|woman)|mayor|speaker|secretary|justice|judge|"
    r"chair(?:man|woman)?|nominee|candidate|chief executive|director|general|ambassador|lawmaker|lawyer|attorney|"
    r"professor|author|billionaire|businessman|chancellor|king|queen|prince|pope|bishop|leader|premier|commissioner|commander"
)
_SINGLE = re.compile(rf"\b(?:he|she|He|She|[Tt]he (?:[\w-]+ ){{0,3}}?(?:{_POSTS}))\b")
_HE_SAID = re.compile(
    r"(?:(?:But|And|Yet|Still|Later|Then),? )?(?:He|he|She|she) (?:also |then |later |\w+ly )?"
    r"(?:said|says|added|adds|told|tells|called|calls|warned|warns|noted|notes|wrote|writes|argued|argues|insisted|"
    r"claimed|claims|described|explained|acknowledged|continued|stressed|promised|vowed|admitted|denied|tweeted)\b"
)
_SEVERAL = re.compile(r"\b(?:they|They)\b")
# Between a quotation and a name behind it: then it is somebody who is spoken to.
_SPOKEN_TO = re.compile(rf"{_SINGLE.pattern}|\b(?:told|tells|with|to|by|I|they)\b")
_RELAYED = re.compile(r"^(?:He|She) (?:\w+ ){1,4}(?:that|how|why) ")
_DASH = re.compile(r"[”\"’')\s]*[—–-]{1,2}\s*")
_MOTTO = 8  # sentences of a quotation whose speaker is named behind a dash
_CLOSES = re.compile(r"[,?!][\"”’'�]{1,2}\s*$|[\"”’'�]{1,2},\s*$")  # a comma leads to the speaker
# A body that speaks by its noun alone: *the union thanked Roe but said*.
_BODY = rf"[Tt]he (?:[a-z][\w-]* ){{0,2}}(?:{'|'.join(sorted(BODIES))})"
_SAID = r"(?:said|says|added|adds|told|tells|wrote|writes|warned|argued|insisted|announced|replied|stated)\b"
_BODY_SAID = re.compile(
    rf"(?:^|[\"”’',:;—–-] ?|\b(?:and|but|while|as|that) ){_BODY} "
    rf"(?:(?!(?:he|she|they|I|we|who|it|which)\b)[\w.,'’-]+ ){{0,8}}?{_SAID}|[\"”’'] {_SAID} {_BODY}\b"
)
_LETTER = re.compile(r"[^\W\d_]")
_OBJECT = re.compile(r"\b(?:to|of|by|with|at|for|against|from|about|on|in) (?:[\w.-]+ ){0,2}$")


def quoted_words(corpus: Corpus, speakers: pl.DataFrame, own: pl.DataFrame) -> pl.DataFrame:
    """Quoted words by sentence: article, at (where the speaker stands, null if unknown), words, first, last.

    first, last: where the quoted words begin and end.
    """
    body = corpus.sentences.filter(pl.col("part") == "body").join(own, on="article", how="semi", maintain_order="left")
    quoted = (
        corpus.tokens.filter(pl.col("quoted") & pl.col("is_word") & (pl.col("part") == "body"))
        .group_by("article", "sentence")
        .agg(words=pl.len(), first=pl.col("start").min(), last=pl.col("end").max())
    )
    sentences = (
        body.drop("words")
        .join(quoted, on=["article", "sentence"], how="left", maintain_order="left")
        .with_columns(any=pl.col("words").is_not_null().any().over("article"))
        .filter("any")
    )
    turns: dict[str, list[tuple[int, int, int, str | None]]] = {}
    for article, *turn in corpus.annotation.turns.select("article", "first", "last", "start", "who").iter_rows():
        turns.setdefault(article, []).append((turn[0], turn[1], turn[2], turn[3]))
    by_article: dict[str, list[_Speaker]] = {}
    for article, *rest in speakers.select("article", *_Speaker._fields).iter_rows():
        by_article.setdefault(article, []).append(_Speaker(*rest))
    rows: list[tuple[str, int | None, int, int, int]] = []
    columns = ("paragraph", "start", "end", "text", "words", "first", "last")
    for (article,), part in sentences.group_by("article", maintain_order=True):
        lines = [_Line(*row) for row in part.select(columns).iter_rows()]
        there = by_article.get(str(article), [])
        labelled = turns.get(str(article), [])
        last: tuple[int, int, int] | None = None  # a paragraph, where its last quotation ends, and who spoke it
        starts = [one.start for one in there]
        for at, line in enumerate(lines):
            if line.words is not None and line.first is not None and line.last is not None:
                near = lines[max(0, at - _NEAR) : at + _NEAR]
                some = there[bisect_left(starts, near[0].start) : bisect_left(starts, near[-1].end + _BESIDE)]
                found = _speaker(near, line, some, last[1:] if last and last[0] == line.paragraph else None)
                if found is None and last and last[0] == line.paragraph - 1 and not _LETTER.search(line.outside):
                    found = last[2]  # a block quotation of several paragraphs
                for low, high, start, who in labelled:
                    found = (start if who else None) if low <= line.first < high else found
                last = None if found is None else (line.paragraph, line.end, found)
                rows.append((str(article), found, line.words, line.first, line.last))
    schema = {"article": pl.String} | dict.fromkeys(("at", "words", "first", "last"), pl.UInt32)
    return pl.DataFrame(rows, schema=schema, orient="row")


class _Speaker(NamedTuple):
    """Somebody who may be speaking: where, who, attributed (1) or only named (0), a single person, `SOURCES.kind`."""

    start: int
    end: int
    source: str
    attributions: int
    single: bool
    kind: str


class _Line(NamedTuple):
    """A sentence, with its quoted words and where they begin and end."""

    paragraph: int
    start: int
    end: int
    text: str
    words: int | None
    first: int | None
    last: int | None

    @property
    def outside(self) -> str:
        """What stands outside the quotation, roughly."""
        if self.first is None or self.last is None:
            return self.text
        return self.text[: self.first - self.start] + " " + self.text[self.last - self.start :]


def _speaker(lines: list[_Line], line: _Line, speakers: list[_Speaker], last: tuple[int, int] | None) -> int | None:
    """Where the speaker of a sentence's quoted words stands; None where it cannot be told.

    lines, speakers: those near the sentence. last: where the sentence of the quotation before ends and where its
    speaker stands, if it is in the same paragraph.
    """
    attributed = [one for one in speakers if one.attributions]
    pronoun = any(said.match(line.text) for said in (_HE_SAID, _RELAYED))  # "He added that Moscow will answer"
    here = [] if pronoun else [one for one in attributed if line.start <= one.start < line.end]
    if here:
        return _nearest(here, line)
    if not pronoun and _BODY_SAID.search(line.outside):  # nobody's but a body's: its name, where one was given
        speakers = [one for one in speakers if one.kind == "institution"]
        attributed = [one for one in speakers if one.attributions]
        last = last if last and any(one.start == last[1] for one in speakers) else None
    credited = _credit(lines, line, speakers)
    if credited is not None:
        return credited
    subject = None if pronoun else _subject(line, speakers)
    if subject is not None:
        return subject
    end = line.last or 0
    beside = [
        one
        for one in speakers
        if one.start < line.end
        and 0 <= one.start - end < _BESIDE
        and not _SPOKEN_TO.search(line.text[end - line.start : one.start - line.start])
    ]
    whole = (line.words or 0) >= _QUOTATION or not _LETTER.search(line.outside)
    if whole and not pronoun and len({one.source for one in beside}) == 1:
        return beside[0].start
    block = [other for other in lines if other.paragraph == line.paragraph]
    there = [
        one.start for one in attributed if block[0].start <= one.start < block[-1].end and (one.single or not pronoun)
    ]
    if not whole and not _SINGLE.search(line.outside) and not _SEVERAL.search(line.outside):
        return None  # two or three words in a sentence of the outlet's own
    before = [start for start in there if (last[0] if last else 0) <= start < line.start]
    if before:
        return max(before)
    if last:
        return last[1]
    outside = " ".join(other.outside for other in block)
    alone = not _LETTER.search(outside)  # a paragraph of nothing but a quotation goes on where the last one ended
    if there and whole and not _SINGLE.search(line.outside):
        return there[0]
    back = [other for other in lines if 0 <= line.paragraph - other.paragraph <= (1 if alone else _BACK)]
    near = [one for one in speakers if back[0].start <= one.start < line.start]
    if _SINGLE.search(outside):
        near = _antecedents([one for one in near if one.single], back)
    elif alone or _SEVERAL.search(outside):
        near = [one for one in near if one.attributions]
    else:
        return None
    return near[-1].start if near else None


def _credit(lines: list[_Line], line: _Line, speakers: list[_Speaker]) -> int | None:
    """Who is named behind a dash after the quotation, as under a motto: "“No ...” — Ada Holm, Nordlys"."""
    at = next(number for number, other in enumerate(lines) if other.start == line.start)
    for other in lines[at : at + _MOTTO]:
        begins = other.start if other is not line and other.first is None else other.last or other.start
        dash = _DASH.match(other.text[begins - other.start :])
        if dash:
            name = begins + dash.end()
            return next((one.start for one in speakers if name <= one.start <= name + 1), None)
        if other is not line and (other.first is None or _LETTER.search(other.outside)):
            return None
        if other is line and _LETTER.search(line.outside):
            return None
    return None


def _nearest(here: list[_Speaker], line: _Line) -> int:
    """Of those whom a sentence gives the word: who stands right behind a whole quotation, else the first.

    Not who asks: *Challenged by Roe, Holm said*.
    """
    first, last = line.first or 0, line.last or 0
    behind = next((one for one in here if 0 <= one.start - last < _BESIDE), None)
    if behind is not None and (line.words or 0) >= _QUOTATION and _CLOSES.search(line.text[: last + 3 - line.start]):
        return behind.start
    answers = [one for one in here if not line.text[: one.start - line.start].endswith("by ") or one.start > first]
    return (answers or here)[0].start


def _subject(line: _Line, speakers: list[_Speaker]) -> int | None:
    """The person that a sentence begins with, where it goes on to quote at some length: "Roe was blunt: “No ...”"."""
    if line.first is None or (line.words or 0) < _QUOTATION:
        return None
    opening = next((one for one in speakers if one.single and line.start <= one.start < line.first), None)
    if opening is None:
        return None
    ahead, behind = line.text[: opening.start - line.start], line.text[opening.end - line.start :]
    spoken_of = _SINGLE.search(ahead) or _OBJECT.search(ahead) or behind.startswith(("'s", "’s"))
    return None if spoken_of else opening.start


def _antecedents(persons: list[_Speaker], lines: list[_Line]) -> list[_Speaker]:
    """Whom *he* or *she* may mean: those who spoke, and those who are the first named in their sentence."""
    opening = {line.start: one for line in lines for one in reversed(persons) if line.start <= one.start < line.end}
    return sorted({*opening.values(), *(one for one in persons if one.attributions)}) or persons
