"""A hedge in one headline and none in another: *alleged coup* here, *coup* there.

Two headlines are taken to be about one thing where they share the word behind the hedge and two more.
"""

from __future__ import annotations

import re
from collections import defaultdict

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
    r"risk\w*|potential\w*|threat\w*)\b",
    re.IGNORECASE,
)
_NATIONS = frozenset(word.lower() for word in DEMONYMS.values())  # between a hedge and its word: *alleged Norse spy*
_SHARED = 2  # words of content that two headlines share beside the word


def headline_hedges(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`HEADLINE_HEDGES`: the headlines that hedge a word, with those of independent reports that have it plainly.

    Plainly: outside quotation marks, in a headline without any hedge, question or word of saying, charging or asking.
    """
    heads = corpus.once(stems).filter(part="headline").sort("article", "start")
    rows = corpus.articles.select("article", "outlet", "headline").drop_nulls("headline").rows()
    of = {article: (outlet, headline) for article, outlet, headline in rows}
    words: defaultdict[str, list[tuple[int, int, str, str, bool, bool]]] = defaultdict(list)
    columns = ("article", "start", "end", "lower", "stem", "content", "quoted")
    for article, *word in heads.select(columns).iter_rows():
        words[article].append(tuple(word))
    content = {article: {word[3] for word in some if word[4]} for article, some in words.items()}
    hedged: defaultdict[str, dict[str, tuple[str, int, int]]] = defaultdict(dict)
    for article, some in words.items():
        for at, (start, _, lower, *_rest, quoted) in enumerate(some):
            behind = [word for word in some[at + 1 : at + 3] if word[4] and word[2] not in _NATIONS][:1]
            if lower in _HEDGES and not quoted and behind and not behind[0][5]:
                hedged[behind[0][3]].setdefault(article, (lower, start, behind[0][1]))
    found = []
    for stem, places in sorted(hedged.items()):
        plain = {
            article: next(word for word in words[article] if word[3] == stem)
            for article in words
            if article not in places and stem in content[article] and not _OPEN.search(of[article][1])
        }
        pairs = [
            (one, other)
            for one in places
            for other, word in plain.items()
            if not word[5] and labels.groups[one] != labels.groups[other]
            and len((content[one] & content[other]) - {stem}) >= _SHARED
        ]  # fmt: skip
        for article in dict.fromkeys(one for pair in pairs for one in pair):
            hedge, start, end = places.get(article) or (None, *plain[article][:2])
            outlet, headline = of[article]
            found.append((stem, article, outlet, hedge, start, end, headline[start:end]))
    return pl.DataFrame(found, schema=dict(HEADLINE_HEDGES), orient="row")
