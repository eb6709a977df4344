"""What each text lets somebody say, clause by clause: quoted, or told with a verb of speaking.

Only where the sentence leaves no doubt who speaks and which words are said: a quotation that surely is theirs, or a
clause of which the order of words tells where it begins (*Holm said that ...*, *..., Holm said*).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing.comparison.content.stems import stem, stems
from framing.comparison.content.vocabulary import NEGATION
from framing.comparison.content.voices import NOBODY
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_WORDS = 4  # of a clause
_VERBS = (
    r"(?:sa(?:id|ys)|claim(?:ed|s)|insist(?:ed|s)|den(?:ied|ies)|argu(?:ed|es)|assert(?:ed|s)|allege[ds]|state[ds]|"
    r"contend(?:ed|s)|maintain(?:ed|s)|boast(?:ed|s)|declare[ds]|announce[ds]|warn(?:ed|s)|added|adds|predict(?:ed|s)|"
    r"repeat(?:ed|s)|suggest(?:ed|s)|t(?:old|ells)|promise[ds]|vow(?:ed|s)|believe[ds]|estimate[ds]|wrote|tweeted)"
)
_ADVERB = r"(?:(?:also|again|later|then|has|have|had|\w+ly) ){0,2}"
_TIME = (
    r"(?:,? (?:on|in|at|to|during|after|before|from|this|last|yesterday|today|late|early|here)\b[^,.;:“”\"]{0,50}?)?"
)
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|\d{1,2} )"
)
_MARKS = '“”"„«»'
_THAT = re.compile(
    rf"^(?:,(?:[^,]{{1,60}},)?)? {_ADVERB}(?P<verb>{_VERBS})[^.;:{_MARKS}]{{0,90}}? that (?P<what>.+)$", re.S
)
_BARE = re.compile(
    rf"^(?:,(?:[^,]{{1,60}},)?)? {_ADVERB}(?P<verb>{_VERBS})(?<!told)(?<!tells){_TIME} (?!{_DAY})(?P<what>(?:the|a|an|"
    rf"its?|his|her|their|he|she|they|we|this|these|those|there|no|nobody|all|most|some|more|only|"
    rf"[{CAPITALS}][\w’'-]*|\d\S*) .+)$",
    re.S,
)
_BEHIND = re.compile(rf"^(?:,[^,]{{1,60}},)? {_ADVERB}(?P<verb>{_VERBS})\b{_TIME}(?P<rest>[,.;].*)?$", re.S)
_INVERTED = re.compile(rf"(?:^|[,{_MARKS}] )(?P<verb>{_VERBS}) $")
_ACCORDING = re.compile(r"^(?P<what>.+), according to $", re.S)
_TAIL = re.compile(r"(?:,? (?:and|but|while|although|though) (?:he|she|it|they|that)\b.*|[.;]\s*)$", re.S)

_NOT = re.compile(NEGATION, re.IGNORECASE)


@dataclass(frozen=True)
class Utterance:
    """A clause that a text lets somebody say. place: which sentence of the body."""

    article: str
    speaker: str
    place: int
    start: int
    end: int
    text: str
    verb: str
    quoted: bool
    stems: frozenset[str]

    @property
    def negative(self) -> bool:
        """Whether it says that something is not so; *denied that* turns it round."""
        return (_NOT.search(self.text) is not None) != self.verb.startswith("den")


@dataclass(frozen=True)
class Line:
    """A sentence of a body, with who is given the word in it and the quotations that begin in it."""

    start: int
    end: int
    paragraph: int
    text: str
    speakers: tuple[tuple[str, str, int, int], ...] = ()  # source, kind, start, end
    quotes: tuple[tuple[int, int, str], ...] = ()  # first, last, source
    stems: frozenset[str] = frozenset()  # of content, outside quotations

    @property
    def own(self) -> str:
        """The words outside quotations; quoted ones are blanks, so that places stay."""
        text = self.text
        for first, last, _ in self.quotes:
            low, high = max(first - self.start, 0), max(last - self.start, 0)
            text = text[:low] + " " * len(text[low:high]) + text[high:]
        return text


def lines(corpus: Corpus, cited: pl.DataFrame, credited: pl.DataFrame) -> dict[str, list[Line]]:
    """The sentences of each body. cited: `voices.attributions`; credited: `voices.quotations`."""
    body = corpus.sentences.filter(part="body").select("article", "start", "end", "paragraph", "text").sort("start")
    spoken = _placed(body, cited.select("article", "start", "source", "kind", "end"))
    quoted = _placed(body, credited.select("article", "first", "last", "source"))
    words = _placed(body, corpus.once(stems).filter("content", ~pl.col("quoted")).select("article", "start", "stem"))
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for article, start, end, paragraph, text in body.iter_rows():
        key = article, start
        found[article].append(
            Line(
                start, end, paragraph, text,
                tuple((source, kind, at, to) for at, source, kind, to in spoken[key]),
                tuple(quoted[key]),
                frozenset(stem for _, stem in words[key]),
            )
        )  # fmt: skip
    return found


def _placed(body: pl.DataFrame, rows: pl.DataFrame) -> defaultdict[tuple[str, int], list[Any]]:
    """Rows (article, place, ...) by the sentence that they begin in: article and its first character."""
    starts = dict(body.group_by("article").agg(pl.col("start").sort()).iter_rows())
    found: defaultdict[tuple[str, int], list[Any]] = defaultdict(list)
    for article, *row in rows.iter_rows():
        places = starts.get(article, [])
        at = bisect_right(places, row[0]) - 1
        if at >= 0:
            found[article, places[at]].append(tuple(row))
    return found


def utterances(corpus: Corpus, body: dict[str, list[Line]], sure: set[tuple[str, int]]) -> Iterator[Utterance]:
    """The clauses of persons and institutions with a name. sure: article and first character of the quotations that
    surely are theirs."""
    places = corpus.sentences.filter(part="body").select("article", "start").sort("start")
    words = _placed(places, corpus.once(stems).filter("content").select("article", "start", "stem"))
    for article, some in body.items():
        for place, line in enumerate(some):
            for speaker, start, end, verb, quoted in _clauses(article, line, sure):
                text = " ".join(line.text[start - line.start : end - line.start].split())
                own = {stem(part) for part in re.findall(r"\w+", speaker.lower())}
                inside = frozenset(word for at, word in words[article, line.start] if start <= at < end) - own
                if len(text.split()) >= _WORDS:
                    yield Utterance(article, speaker, place, start, end, text, verb, quoted, inside)


def _clauses(article: str, line: Line, sure: set[tuple[str, int]]) -> Iterator[tuple[str, int, int, str, bool]]:
    for first, last, source in line.quotes:
        if source != NOBODY and not source.islower() and (article, first) in sure:
            yield source, first, last, "", True
    if line.quotes or len({source for source, *_ in line.speakers}) != 1:
        return
    source, kind, start, end = line.speakers[0]
    if kind not in ("person", "institution") or source.islower():
        return
    before, after = line.text[: start - line.start], line.text[end - line.start :]
    ahead = re.fullmatch(r"(?P<what>.+\w),? ", before, re.S) if before.endswith(", ") else None
    behind = _BEHIND.match(after) if ahead else None
    told = _THAT.match(after) or (None if behind else _BARE.match(after))
    if told and not behind:
        low = end + told.start("what")
        yield source, low, low + len(_TAIL.sub("", told["what"])), told["verb"], False
    elif ahead and behind and not told:
        yield source, line.start, line.start + len(ahead["what"]), behind["verb"], False
    elif match := _INVERTED.search(before):
        yield source, line.start, line.start + match.start(), match["verb"], False
    elif match := _ACCORDING.match(before):
        yield source, line.start, line.start + match.end("what"), "according to", False
