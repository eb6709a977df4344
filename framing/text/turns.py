"""Interviews and transcripts: who speaks is said by a label before the turn, *Ada Holm:*, *Q:*, *HOLM, MAYOR:*.

An article has turns if at least three paragraphs, and most of those that begin with a label, begin with one that
comes again; the labels are names or the letters Q and A, and somebody in the turns says *I*, *we* or *you*. Names
before a dash or in brackets (*Ada Holm — No.*, *[Ada Holm] No.*) are labels where one of them mostly asks. A turn goes
on over the paragraphs behind it until the next label; in a transcript that is set in quotation marks, over those that
open with one. So has a block quotation that ends in its author's name.

In a Q&A the questions are the outlet's own: those of *Q*, of the outlet by its name or initials, and of the one who
mostly asks. In a broadcast, whose labels are in capitals and none the outlet's, every word is somebody's speech; the
host, who is called so in a label (*MOOR, HOST:*), is nobody's source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import polars as pl

from framing.text.tokenise import Numbers, Tokens
from framing.text.typography import CAPITALS, DASHES, HYPHENS, fold

_LABEL = 14  # tokens before a colon that may name a speaker
_TURNS = 3  # labelled paragraphs that make an interview
_ASKERS = frozenset("q question interviewer reporter moderator host anchor presenter".split())
_LETTERS = frozenset("q a question answer".split())
_SEPARATORS = [":", ".", ")", "]", *DASHES, *HYPHENS]  # behind a letter: *Q. Why?*, *[A] Well*
_PARTICLES = frozenset("de del der van von den la le al el bin ibn of the and di da dos du y zu ter".split())
_PERSONS = ["i", "we", "you", "my", "our", "your", "me", "us"]
_HOST = re.compile(r"(?i)\b(?:host|co-host|anchor|moderator|presenter|correspondent|reporter|newsreader)\b")
_POST = re.compile(
    r"\s*(?:,.*|\([^()]*\)\s*)$"
)  # *HOLM, MAYOR OF PORT* and *Holm (mayor)*: what stands behind the name
_AUTHOR = re.compile(r"(?:-+ ?|A post shared by )([^()@]{2,80}?) \(@[^()]{1,60}\).*")  # of a post from elsewhere
_SIGNED = re.compile(rf"-+ ?([{CAPITALS}][^.!?\"]{{2,80}})")  # the last line of a block quotation
_WORD = re.compile(rf"[{CAPITALS}][\w.'&-]*|\d+")


class Turn(NamedTuple):
    """Rows of tokens, half-open: of the label, of the name in it, and of what is said.

    asks: it is the outlet's own question. who: the name; null for Q and A, and for the host of a broadcast.
    """

    label: int
    label_end: int
    name: int
    name_end: int
    begin: int
    end: int
    asks: bool
    who: str | None


class _Labelled(NamedTuple):
    """A paragraph that begins with a label: its number, the rows of the label and the colon, the label, its name."""

    paragraph: int
    row: int
    colon: int
    label: str
    name: str


def turns(tokens: Tokens, starts: Numbers, outlets: list[str]) -> Iterator[Turn]:
    """The turns of all articles.

    starts: the row at which each paragraph begins, and behind the last. outlets: the outlet of each article, by its
    number.
    """
    begins = starts[:-1]
    bracket = tokens.holds(pl.col("text") == "[", begins)
    letters = begins + bracket
    letters = letters[:-1] if len(begins) and letters[-1] + 1 >= len(tokens.gap) else letters
    letters = letters[tokens.holds(pl.col("text").is_in(["Q", "A"]), letters)]
    letters = letters[tokens.holds(pl.col("text").is_in(_SEPARATORS), letters + 1)] + 1
    colons = np.union1d(np.flatnonzero(tokens.holds(pl.col("text") == ":") & (tokens.gap < 0)), letters)
    apart = (tokens.gap >= 0) & (np.append(tokens.gap[1:], -1)[: len(tokens.gap)] >= 0)
    dashes = np.flatnonzero(tokens.holds(pl.col("text").is_in([*DASHES, *HYPHENS, "--"])) & apart)
    closes = np.flatnonzero(tokens.holds(pl.col("text") == "]"))
    closes = closes[bracket[np.searchsorted(starts, closes, "right") - 1]]
    taken: set[int] = set()
    for signs in (colons, dashes, closes):
        for article, labelled in _labelled(tokens, starts, signs).items():
            if article not in taken:
                last = int(np.searchsorted(tokens.row, article, "right"))
                found = list(_of_article(tokens, starts, labelled, last, outlets[article], loose=signs is not colons))
                taken.update([article] if found else [])
                yield from found


def _labelled(tokens: Tokens, starts: Numbers, signs: Numbers) -> dict[int, list[_Labelled]]:
    """The paragraphs of each article that begin with a name before one of these signs; few are none."""
    paragraph = np.searchsorted(starts, signs, "right") - 1
    near = (signs - starts[paragraph] <= _LABEL) & (signs > starts[paragraph])
    numbers, first = np.unique(paragraph[near], return_index=True)
    articles, signs = tokens.row[starts[numbers]], signs[near][first]
    often = np.bincount(articles, minlength=1)[articles] >= _TURNS
    if not often.any():
        return {}
    numbers, articles, signs = numbers[often], articles[often], signs[often]
    rows = starts[numbers]
    marks = [text in ('"', "'") for text in _texts(tokens, rows, rows + 1)]  # a transcript that is quoted: *"HOLM: No.*
    rows = rows + np.array(marks)
    of_article: dict[int, list[_Labelled]] = {}
    labels = _texts(tokens, rows, signs)
    for number, row, sign, article, label in zip(
        numbers.tolist(), rows.tolist(), signs.tolist(), articles.tolist(), labels, strict=True
    ):
        if (name := _name(label)) is not None:
            of_article.setdefault(article, []).append(_Labelled(number, row, sign, label, name))
    return of_article


def posts(tokens: Tokens, blocks: list[tuple[int, int]]) -> Iterator[Turn]:
    """Block quotations whose last paragraph says who wrote them: *— Ada Holm (@adaholm) January 5, 2026*.

    blocks: the rows of each quoted paragraph.
    """
    first: int | None = None
    for (low, high), behind in zip(blocks, [*(low for low, _ in blocks), -1][1:], strict=False):
        first = low if first is None else first
        line = _text(tokens, low, high)
        found = _AUTHOR.fullmatch(line) or (_SIGNED.fullmatch(line) if behind != high else None)
        if found and first < low:
            of = tokens.start[low:high] - tokens.start[low]
            name, name_end = (low + int(np.searchsorted(of, place)) for place in (found.start(1), found.end(1)))
            yield Turn(low, high, name, name_end, first, low, False, found[1])
        if found or behind != high:
            first = None


def _of_article(
    tokens: Tokens, starts: Numbers, labelled: list[_Labelled], last: int, outlet: str, loose: bool
) -> Iterator[Turn]:
    """The turns of one article, if its labels are those of speakers. loose: the signs behind labels have other uses."""
    often = Counter(_surname(one.name) for one in labelled)
    again = [one for one in labelled if often[_surname(one.name)] > 1]
    if len(again) < max(_TURNS, 0.6 * len(labelled)) or len({_surname(one.name) for one in again}) < 2:
        return
    labelled = again if loose else labelled[labelled.index(again[0]) :]  # *Q&A:* in a headline comes once
    often = Counter(_surname(one.name) for one in labelled)
    behind = [*(one.paragraph for one in labelled[1:]), int(np.searchsorted(starts, last))]
    ends = [_end(tokens, starts, one, until) for one, until in zip(labelled, behind, strict=True)]
    said = [(one.colon + 1, end) for one, end in zip(labelled, ends, strict=True)]
    first = int(starts[labelled[0].paragraph])
    if not tokens.holds(pl.col("lower").is_in(_PERSONS), slice(first, last)).any():
        return
    asked = Counter(
        _surname(one.name)
        for one, (low, high) in zip(labelled, said, strict=True)
        if "?" in tokens.of("text", slice(max(low, high - 3), high))
    )
    loud = Counter(_surname(one.name) for one in labelled if one.name.isupper() and len(one.name) > 1)
    called = _called(often, outlet)
    broadcast = (
        not called
        and 2 * loud.total() > len(labelled)
        and (len(loud.keys() - _LETTERS) > 2 or any("," in one.label for one in labelled))
    )
    own = set() if broadcast else _who_asks(often, asked, called)
    if loose and 2 * sum(asked[name] for name in own) <= sum(often[name] for name in own):
        return
    hosts = {_surname(one.name) for one in labelled if _HOST.search(one.label.partition(one.name)[2])}
    for one, (low, high) in zip(labelled, said, strict=True):
        start = one.row
        first = start + (_text(tokens, start, start + 1) == "[")
        nobody = one.name.casefold() in _LETTERS or (broadcast and _surname(one.name) in hosts)
        size = len(one.name)
        end = next(
            row + 1 for row in range(first, one.colon) if row + 1 == one.colon or _reaches(tokens, first, row, size)
        )
        yield Turn(start, one.colon + 1, first, end, low, high, _surname(one.name) in own, None if nobody else one.name)


def _end(tokens: Tokens, starts: Numbers, one: _Labelled, until: int) -> int:
    """Behind the last row of a turn; one in quotation marks goes on over paragraphs that open with a mark."""
    marked = one.row > int(starts[one.paragraph])
    for paragraph in range(one.paragraph + 1, until) if marked else ():
        row = int(starts[paragraph])
        if _text(tokens, row, row + 1) not in ('"', "'"):
            return row
    return int(starts[until])


def _reaches(tokens: Tokens, start: int, row: int, size: int) -> bool:
    return int(tokens.end[row] - tokens.start[start]) >= size


def _called(often: Counter[str], outlet: str) -> set[str]:
    """The labels that are the outlet's: its name, the last word of it, or its initials."""
    words = fold(outlet).casefold().split()
    short = "".join(word[0] for word in words)
    return {name for name in often if name not in _LETTERS and name in (*words, short)}


def _who_asks(often: Counter[str], asked: Counter[str], called: set[str]) -> set[str]:
    """Whose turns are the outlet's own: who is called so, else the one that mostly asks where the others do not."""
    if called := called | _ASKERS.intersection(often):
        return called
    share = {name: asked[name] / count for name, count in often.items()}
    asks = max(share, key=lambda name: (share[name], often[name]))
    return (
        {asks} if share[asks] >= 0.6 and all(2 * share[name] < share[asks] for name in share if name != asks) else set()
    )


def _name(label: str) -> str | None:
    """The name in a label; null where it is none."""
    name = _POST.sub("", label).strip("[ ")
    words = name.split()
    if not words or len(words) > 5 or not name[0].isupper():
        return None
    return name if all(_WORD.fullmatch(word) or word in _PARTICLES for word in words) else None


def _text(tokens: Tokens, low: int, high: int) -> str:
    """The text of some tokens, with plain marks, and a blank where there is white space."""
    return _texts(tokens, np.array([low]), np.array([high]))[0]


def _texts(tokens: Tokens, low: Numbers, high: Numbers) -> list[str]:
    """`_text` of many runs of tokens, half-open."""
    sizes = high - low
    rows = np.repeat(low - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
    words, gaps = tokens.of("text", rows).to_list(), tokens.gap[rows].tolist()
    pieces = [f" {word}" if gap >= 0 else word for word, gap in zip(words, gaps, strict=True)]
    ends = np.cumsum(sizes).tolist()
    return [fold("".join(pieces[end - size : end])).strip() for end, size in zip(ends, sizes.tolist(), strict=True)]


def _surname(name: str) -> str:
    """What the labels of one speaker have in common: *ANA MOOR* and *Moor*."""
    return name.split()[-1].casefold()
