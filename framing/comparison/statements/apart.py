"""A text that has little in common with the rest: it is about something else, or of another kind."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import listed, number
from framing.comparison.statements import Evidence, Statement

_FEWEST = 8  # sentences of a text
_HALF, _LEAST = 0.5, 0.25  # of the share of every other text; and that share at least
_SHOWN, _OFTEN = 3, 5  # words; times that those stand which it lacks


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A text of whose sentences at most half as many share three words of content with another report as of the
    sentences of each other text (see `apart`), with the words that come back in it alone and those that it lacks (see
    `keywords`); one text only, for of two each may be about its own. Nothing is said where there are no such words and
    the text has half of the names that all others have: it may tell the same in other words.
    """
    labels, frame = comparison.labels, comparison.apart
    texts = frame.filter(pl.col("sentences") >= _FEWEST).sort("share")
    if texts.height < frame.height or texts.height < 3 or not comparison.one_event:
        return
    first, second = texts.row(0, named=True), texts.row(1, named=True)
    article = first["article"]
    own = [one for one, group in labels.groups.items() if group == labels.groups[article]]
    if second["share"] < _LEAST or first["share"] > _HALF * second["share"] or len(own) > 1:
        return
    words = comparison.keywords
    alone = words.filter(pl.col("lacking").is_null(), article=article).sort("count", descending=True)
    lacking = words.filter(pl.col("often") >= _OFTEN, lacking=article).sort(
        "often", descending=True, maintain_order=True
    )
    lacking = lacking.unique("word", keep="first", maintain_order=True)
    has, without = alone.head(_SHOWN), lacking.head(_SHOWN)
    if has.is_empty() and without.is_empty() and not _lacks_names(comparison, article):
        return  # the same in other words
    text = labels.names[article]
    told = [f"it alone often has {listed(_marked(has))}"] if has.height else []
    told += [f"it has no form of {listed(_marked(without), 'or')}"] if without.height else []
    like = number(first["alike"]) if first["alike"] else "none"
    sentence = (
        f"{text} has little in common with the other reports: {like} of its {number(first['sentences'])} sentences "
        f"{'shares' if first['alike'] < 2 else 'share'} three words of content with a sentence of another report; of "
        f"each other text at least {round(100 * second['share'])} % do{'; ' if told else ''}{', and '.join(told)}."
    )
    evidence = [Evidence(*place) for place in has.select("article", "start", "end").iter_rows()]
    evidence += [Evidence(*place) for place in without.select("article", "start", "end").iter_rows()]
    start = comparison.scores.corpus.sentences.filter(article=article, part="body").select("start", "end").row(0)
    evidence += [] if evidence else [Evidence(article, *start)]
    yield Statement("texts", "about", (first["outlet"],), sentence, tuple(evidence), 0.6)


def _lacks_names(comparison: Comparison, article: str) -> bool:
    """Whether a text has fewer than half of the names that all others have."""
    named = comparison.scores.corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    others = named.filter(pl.col("article") != article).group_by("item").agg(pl.col("article").n_unique())
    common = set(others.filter(pl.col("article") >= len(comparison.labels.names) - 1)["item"])
    return 2 * len(common & set(named.filter(article=article)["item"])) < len(common)


def _marked(words: pl.DataFrame) -> list[str]:
    return [f"“{word}”" for word in words["word"]]
