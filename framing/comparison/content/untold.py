"""Sentences of one report of whose words the others have hardly one: what it alone tells."""

from __future__ import annotations

from collections import defaultdict

import polars as pl

from framing.comparison.content.found import COMMON
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import beginning, beginnings, stems
from framing.comparison.content.vocabulary import CALENDAR, NUMBER_WORDS
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a sentence of whose words of content no other report has most
UNTOLD: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
    "words": pl.UInt32,  # of content, each once, without the common words of news
    "alone": pl.UInt32,  # of them, those of whose family no other report has a word
    "quoted": pl.Boolean,  # half of its words and more stand in quotation marks
}
_REPORTS, _MANY = 3, 4  # independent reports: of more, each has something
_FEWEST, _SHARE = 5, 0.6  # words of content that are alone, and of the sentence's
_LETTERS = 4  # of a word


def untold(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`UNTOLD`: of three or four independent reports, the sentences of bodies of whose words of content three fifths,
    and five, stand in no other report in any form, names among them; those with most such words first.
    """
    if not _REPORTS <= labels.reports <= _MANY:
        return pl.DataFrame(schema=dict(UNTOLD))
    holders = corpus.once(beginnings)
    plain = COMMON | CALENDAR | NUMBER_WORDS
    words: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    rows = corpus.once(stems).filter("content", pl.col("part") == "body")
    for article, sentence, stem in rows.select("article", "sentence", "stem").iter_rows():
        if len(stem) >= _LETTERS and stem not in plain:
            words[article, sentence].add(stem)
    found = []
    columns = ("article", "sentence", "start", "end", "text", "words", "own_words")
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    for article, sentence, start, end, text, many, own in (
        corpus.sentences.filter(part="body").select(columns).iter_rows()
    ):
        telling = words[article, sentence]
        alone = [
            word for word in telling if _groups(labels, holders.get(beginning(word), set())) == {labels.groups[article]}
        ]
        if len(alone) >= _FEWEST and len(alone) >= _SHARE * len(telling):
            found.append((article, outlets[article], start, end, text, len(telling), len(alone), 2 * own <= many))
    frame = pl.DataFrame(found, schema=dict(UNTOLD), orient="row")
    return frame.sort("alone", "article", "start", descending=[True, False, False])


def _groups(labels: Labels, articles: set[str]) -> set[str]:
    return {labels.groups[one] for one in articles if one in labels.groups}
