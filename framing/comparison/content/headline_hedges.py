"""A hedge in one headline and none in another: *alleged coup* here, *coup* there.

Two headlines are taken to be about one thing where they share the word behind the hedge and two more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stems
from framing.comparison.content.vocabulary import DEMONYMS
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a headline with a word that some headline hedges, hedged or not.
HEADLINE_HEDGES: Schema = {
    "stem": pl.String,  # of the word that is hedged
    "article": pl.String,
    "outlet": pl.String,
    "hedge": pl.String,  # ? alleged; null: the word stands without any, in a headline without any
    "start": pl.UInt32,  # of the hedge, else of the word
    "end": pl.UInt32,  # of the word
    "text": pl.String,
}
_HEDGES = frozenset(
    """alleged allegedly suspected reportedly purported purportedly apparent apparently possible possibly
    probable supposed supposedly so-called presumed likely""".split()
)
# A headline with one of these is no plain one: somebody says it, doubts it, asks it or is asked about it.
_OPEN = re.compile(
    r"\?|:|\b(?:alleg\w+|accus\w+|claim\w*|charg\w+|indict\w*|suspect\w*|report\w*|purport\w*|apparent\w*|possibl[ey]|"
    r"probabl[ey]|suppos\w+|presum\w+|likely|may|might|could|would|sa(?:y|ys|id)|tell\w*|told|according|den(?:y|ies|ied)|"
    r"warn\w*|fear\w*|believ\w+|blam\w+|call\w*|insist\w*|denounc\w*|condemn\w*|slam\w*|seem\w*|appear\w*|trial|probe\w*|investigat\w+|inquir\w+|over|"
    r"risk\w*|potential\w*|threat\w*|eye[sd]|mulls?|consider\w*|plan\w*|weigh\w*|hints?|vows?|aims?|seeks?|wants?)\b",
    re.IGNORECASE,
)
_NATIONS = frozenset(word.lower() for word in DEMONYMS.values())  # between a hedge and its word: *alleged Norse spy*
_INITIAL = re.compile(r"\b[^\W\d_]\. ?$")  # of a name that is written short: *E. coli*
_SHARED = 2  # words of content that two headlines share beside the word


class _Word(NamedTuple):
    start: int
    end: int
    lower: str
    stem: str
    content: bool
    quoted: bool


class _Hedged(NamedTuple):
    """A hedge with its word. next_to: the word of content right behind that, if there is any."""

    hedge: str
    start: int
    end: int
    next_to: frozenset[str]


def headline_hedges(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`HEADLINE_HEDGES`: the headlines that hedge a word, with those of independent reports that have it plainly.

    Plainly: outside quotation marks, in a headline without any hedge, question or word of saying, charging, asking or
    planning. A word of content right behind the hedged one must stand in both, for it may be what is hedged: in
    *possible production cuts* the cuts are.
    """
    heads = corpus.once(stems).filter(part="headline").sort("article", "start")
    of = {
        article: (outlet, headline)
        for article, outlet, headline in corpus.articles.select("article", "outlet", "headline").iter_rows()
    }
    words: defaultdict[str, list[_Word]] = defaultdict(list)
    for article, *word in heads.select("article", *_Word._fields).iter_rows():
        words[article].append(_Word(*word))
    content = {article: {word.stem for word in some if word.content} for article, some in words.items()}
    hedged: defaultdict[str, dict[str, _Hedged]] = defaultdict(dict)
    for article, some in words.items():
        for stem, one in _hedged(some):
            hedged[stem].setdefault(article, one)
    found = []
    for stem, places in sorted(hedged.items()):
        plain = {
            article: next(word for word in words[article] if word.stem == stem)
            for article in words
            if article not in places and stem in content[article] and not _OPEN.search(of[article][1])
        }
        pairs = [
            (one, other)
            for one, hedge in places.items()
            for other, word in plain.items()
            if not word.quoted
            and labels.groups[one] != labels.groups[other]
            and hedge.next_to <= content[other]
            and len((content[one] & content[other]) - {stem}) >= _SHARED
        ]
        for article in dict.fromkeys(one for pair in pairs for one in pair):
            own = places.get(article)
            where = own or plain[article]
            outlet, headline = of[article]
            start = where.start - (len(letter[0]) if (letter := _INITIAL.search(headline[: where.start])) else 0)
            text = headline[start : where.end]
            found.append((stem, article, outlet, own.hedge if own else None, start, where.end, text))
    return pl.DataFrame(found, schema=dict(HEADLINE_HEDGES), orient="row")


def _hedged(words: list[_Word]) -> Iterator[tuple[str, _Hedged]]:
    """The stems that a headline hedges: the word of content right behind a hedge, or behind a nation's adjective."""
    for at, word in enumerate(words):
        if word.lower not in _HEDGES or word.quoted:
            continue
        behind = [one for one in range(at + 1, min(at + 3, len(words))) if words[one].content]
        behind = [one for one in behind if words[one].lower not in _NATIONS]
        if behind and not words[behind[0]].quoted:
            it = words[behind[0]]
            next_to = frozenset(one.stem for one in words[behind[0] + 1 : behind[0] + 2] if one.content)
            yield it.stem, _Hedged(word.lower, word.start, it.end, next_to)
