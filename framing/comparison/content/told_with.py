"""Sentences in which a name or a figure stands, short and whole enough to be shown as what a text tells of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

import polars as pl

from framing.comparison.content.edges import STOPPED, debris
from framing.comparison.content.stems import beginning, beginnings, stem
from framing.comparison.content.vocabulary import STOP
from framing.corpus.corpus import Corpus

_FEWEST, _WHOLE, _PART = 6, 28, 24  # words; of a whole sentence, and of its first clause, where it is longer
_EACH = 30  # places in a text
_LETTERS = 4  # of a word that tells something
_APART = 0.25  # of these words that the other texts have in no form, at least
# Not before what a clause may hang on: *will shut if the tide rises*.
_BREAK = re.compile(
    r"[,;:]? [—–] |; |,? (?=(?:while|after|because|following|although|though)\b)|"
    r", (?=(?:but|and|which|who|where|[a-z]+ing)\b)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|says?|said|"
    r"(?<![-‐‑])[a-z]{2,}ed|told|wrote|made|took|gave|held|met|went|came|got|led|ran|won|lost|fell|rose|saw|found|built|cut)\b"
)
_OPEN = re.compile(r"\b(?:that|whether|how|if) (?:\S+ ){0,4}\S+$")  # *told them that the owner*
# What goes back to the sentence before, and lists.
_LEANS = re.compile(
    r"(?:But |And )?(?:The (?:latter|former|others?|two)|Among (?:them|those)|One of (?:them|those|these))\b|"
    r"\d+\. |(?:\S+ ){1,5}(?:him|them|it)\b"
)
_MARK = re.compile(r"[“”\"«»„]")
# Speech to the reader, or without marks; captions and tweets.
_ADDRESSED = re.compile(
    r"\b(?:I|[Ww]e|[Oo]urs?|[Mm]y|[Mm]e|us|[Yy]ou|[Yy]our)\b|\?|[@\ufffd]|\bpic\.twitter|"
    r"\b(?:podcast|photograph|picture|pictured|file photo)\b"
)


Place = tuple[str, int, int]  # article, start, end


@dataclass(frozen=True)
class Told:
    """A sentence of a text, or its first clause. apart: words of it that the other texts have in no form."""

    article: str
    start: int
    end: int
    text: str
    apart: int

    @property
    def words(self) -> int:
        return len(self.text.split())

    def holds(self, place: Place) -> bool:
        return self.article == place[0] and self.start <= place[1] and place[2] <= self.end

    def overlaps(self, place: Place) -> bool:
        return self.article == place[0] and self.start < place[2] and place[1] < self.end


def told_with(corpus: Corpus, places: Iterable[Place], others: Collection[str]) -> Iterator[Told]:
    """The sentences of the body in which these places stand, in the paper's own words: of 6 to 28 words, else the first
    clause of 24 at most, if the place stands in it; of each text thirty places are read. A quarter of the words stands
    in no form in the other texts."""
    every = corpus.once(own_sentences)
    seen: Counter[str] = Counter()
    for article, start, end in places:
        some = every.get(article, [])
        low, high, text = some[at - 1] if (at := bisect_right(some, start, key=itemgetter(0))) else (0, 0, "")
        if not low <= start < end <= high or seen[article] == _EACH:
            continue
        seen[article] += 1
        told = _piece(text, start - low, end - low)
        words = _families(told)
        apart = _apart(corpus, words, others)
        if told and apart >= _APART * len(words):
            yield Told(article, low, low + len(told), told, apart)


def own_sentences(corpus: Corpus) -> dict[str, list[tuple[int, int, str]]]:
    """Article -> its whole sentences of which most words stand outside quotations; use `corpus.once(own_sentences)`."""
    whole = pl.col("text").str.strip_chars_end().str.contains(STOPPED)
    rows = corpus.sentences.filter(
        whole & ~debris(pl.col("text")), pl.col("own_words") * 2 > pl.col("words"), part="body"
    )
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, *place, text in rows.select("article", "start", "end", "text").iter_rows():
        found[article].append((*place, text))
    return found


def _piece(text: str, start: int, end: int) -> str:
    """The sentence, or its first clause, with the place from start to end."""
    marks = [mark.start() for mark in _MARK.finditer(text)]
    if len(marks) % 2 or len([at for at in marks if at < start]) % 2 or _ADDRESSED.search(text) or _LEANS.match(text):
        return ""
    if len(text.split()) <= _WHOLE:
        return text.rstrip() if len(text.split()) >= _FEWEST and _FINITE.search(text) else ""  # else a caption
    cuts = [found.start() for found in _BREAK.finditer(text) if found.start() >= end]
    pieces = [text[:cut] for cut in cuts if len([at for at in marks if at < cut]) % 2 == 0]
    pieces = [one for one in pieces if _FINITE.search(one) and not _OPEN.search(one)]
    pieces = [one for one in pieces if _FEWEST <= len(one.split()) <= _PART]
    return max(pieces, key=len, default="")


def _families(told: str) -> set[str]:
    words = {word for word in re.findall(r"[^\W\d_]+", told.lower()) if len(word) >= _LETTERS and word not in STOP}
    return {beginning(stem(word)) for word in words}


def _apart(corpus: Corpus, families: set[str], others: Collection[str]) -> int:
    holders, rest = corpus.once(beginnings), set(others)
    return sum(rest.isdisjoint(holders.get(one, ())) for one in families)
