"""An accusation that one report alone prints."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import polars as pl

from framing.comparison.content.denials import answered
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import beginning, beginnings, stem
from framing.comparison.content.vocabulary import STOP
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a sentence in which somebody accuses somebody of something that no other report has a word of.
ACCUSED: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "start": pl.UInt32,  # of the clause
    "end": pl.UInt32,
    "text": pl.String,
}
_CLAUSE = re.compile(
    r"(?P<who>[^.;:“”\"„«»�()\n]{2,80}?) (?:(?:also|now|again|has|have|had) )?(?:accus(?:es|e|ed)) "
    r"(?P<whom>[^.;:“”\"„«»�()\n]{2,60}?) of (?P<what>[^.;:“”\"„«»�()\n]{3,90})"
)
_TOLD = 0.5  # of its words of content, which another report has: it may tell it; the first is the deed
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be|stands?|stood)(?: \w+ly)?$")
_OTHERWISE = re.compile(r"\b(?:accus\w+|alleg\w+|blam\w+|charges?|charged|suspect\w*|criticis\w+|criticiz\w+)\b", re.I)
_WHAT = re.compile(
    r", (?:which|who|and|but|while|as|after|when|saying|a charge|something|an allegation)\b.*"
    r"| (?:before|after|since|when|while|in order|during|on|at) .*",
    re.S,
)
_GENERAL = frozenset(
    "having being making taking doing trying failing years months people public without before".split()
)


def accused(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`ACCUSED`: *X accuses Y of ...*, outside quotations, where no other report has the deed, nor most words about it.

    Nor any word of accusing, alleging, blaming or of an answer: it may be the same in other words.
    """
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    having = corpus.once(beginnings)
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    charging: defaultdict[str, bool] = defaultdict(bool)
    for article, text in texts.items():
        charging[labels.groups[article]] |= _OTHERWISE.search(text) is not None or answered(text)
    quoted: defaultdict[str, set[int]] = defaultdict(set)
    for article, start in (
        corpus.tokens.filter(pl.col("quoted") & pl.col("is_word")).select("article", "start").iter_rows()
    ):
        quoted[article].add(start)
    rows: list[dict[str, Any]] = []
    body = corpus.sentences.filter(part="body").select("article", "start", "text")
    for article, base, text in body.iter_rows():
        match = _CLAUSE.search(text)
        if match is None or _PASSIVE.search(match["who"]):
            continue
        mine = labels.groups[article]
        if any(charges for group, charges in charging.items() if group != mine):
            continue
        what = _WHAT.sub("", match["what"])
        words = [word for word in re.findall(r"[^\W\d_]{4,}", what.lower()) if word not in STOP | _GENERAL]
        told = [any(labels.groups[one] != mine for one in having.get(beginning(stem(word)), ())) for word in words]
        if not words or told[0] or sum(told) >= _TOLD * len(told):
            continue
        low, high = base + match.start("who"), base + match.start("what") + len(what.rstrip())
        low += len(match["who"]) - len(match["who"].lstrip(" ,"))
        if any(low <= place < high for place in quoted[article]):
            continue
        rows.append(
            {
                "article": article, "outlet": outlets[article], "start": low, "end": high,
                "text": " ".join(texts[article][low:high].split()),
            }
        )  # fmt: skip
    return pl.DataFrame(rows, schema=dict(ACCUSED))
