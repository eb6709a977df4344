"""Who may be quoted without a name: by the office that other texts set beside the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.posts import post
from framing.comparison.content.vocabulary import STOP
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_WORD = re.compile(r"[^\W\d_]+")
_OF = re.compile(r" (?:of|for|from|at|in|with|on|to) ")
_RANKS = STOP | frozenset("chief former acting deputy vice senior first general head s".split())


def with_quotations(corpus: Corpus, credited: pl.DataFrame) -> dict[str, list[str]]:
    """Text -> its sentences with a quotation. credited: `voices.quotations`."""
    sentences = corpus.sentences.select("article", "text", low="start").sort("low")
    placed = credited.sort("first").join_asof(
        sentences, left_on="first", right_on="low", by="article", check_sortedness=False
    )
    told: defaultdict[str, list[str]] = defaultdict(list)
    for article, text in placed.select("article", "text").drop_nulls().unique(maintain_order=True).iter_rows():
        told[article].append(text)
    return dict(told)


def quoted_by_office(corpus: Corpus, name: str, sentences: Mapping[str, Iterable[str]]) -> set[str]:
    """Texts that may quote a person by their office alone: beside a quotation stands the noun of a post that some text
    sets beside the name (*Ada Holm, the Kettle chief pilot officer*), with another word of it, and no name behind it:
    *Kettle's pilot officer said*. sentences: `with_quotations`.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    by_text: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    places = corpus.once(mentions).filter(item=name).select("article", "start", "end")
    for place in places.iter_rows():
        by_text[place[0]].append(place)
    posts = {one for some in by_text.values() if (one := post(texts, some))}
    return {
        article
        for article, quoting in sentences.items()
        if any(_names_office(one, sentence) for one in posts for sentence in quoting)
    }


def _names_office(office: str, sentence: str) -> bool:
    noun = _WORD.findall(_OF.split(office)[0])[-1].casefold()
    telling = set(_WORD.findall(office.casefold())) - _RANKS - {noun}
    alone = re.search(rf"\b(?i:{noun})\b(?!,? [{CAPITALS}])", sentence) is not None
    return alone and (not telling or not telling.isdisjoint(_WORD.findall(sentence.casefold())))
