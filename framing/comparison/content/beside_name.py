"""What a text says right behind a name, in its sentence."""

from __future__ import annotations

import re

import polars as pl

from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_FEWEST = 4  # words that say something
_AHEAD = 30  # characters before a name
# A verb, or a comma and small letters: not *Ada Holm's*, *Ada Holm attacks in town*, *Ada Holm, Ben Roe*.
_VERB = (
    r"(?:who|has|had|is|was|will|would|could|can|did|does|also|said|says|told|wrote|came|went|became|led|ran|won|lost|got|"
    r"made|took|gave|left|spoke|began|held|met|saw|[a-z]{2,}ed)\b"
)
_GOES_ON = re.compile(
    rf" (?={_VERB})|, (?=[^\W\d_{CAPITALS}])"
    r"(?!(?:and|or|but|as|that|of|for|from|at|in|on|with|by|to|after|before|than)\b)"
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|do|said|says)\b")
_WHEN = re.compile(r"(?:last|this|next|early|late) ")  # *Ada Holm, last week*
_MARKS = re.compile(r"[“”\"„«»�();:]")
# Before a name that something else is of: *the daughter of Ada Holm could relate*.
_OF = re.compile(
    r"\b(?:of|for|to|from|with|by|at|in|on|against|about|and|or|than|like) (?:the |an? )?"
    r"(?:(?:[\w’'-]+|U\.[SK]\.) ){0,3}$",
    re.IGNORECASE,
)


def behind_name(corpus: Corpus, article: str, start: int, end: int) -> str:
    """The words behind a name to the end of its sentence or of the quotation, or those between commas.

    Nothing where few stand there, where they go on with another name, a mark or a possessive, or where something is
    said of who is theirs: *a friend of Ada Holm*.
    """
    text = corpus.articles.filter(article=article)["text"].item()
    ends = corpus.sentences.filter(pl.col("start") <= start, pl.col("end") >= end, article=article)["end"]
    if ends.is_empty():
        return ""
    if _OF.search(text[max(0, start - _AHEAD) : start]):
        return ""
    words = _MARKS.split(text[end : ends[0]])[0]
    found = _GOES_ON.match(words)
    words = words[found.end() :] if found else ""
    if found and found[0].startswith(
        ","
    ):  # ", the mayor of Velm, came"; not "Under Ada Holm, the piers have been shut."
        aside = words.partition(", ")[0]
        return aside if len(aside.split()) > 1 and not _FINITE.search(aside) and not _WHEN.match(aside) else ""
    return words if len(words.split()) >= _FEWEST else ""
