"""Figures of all bodies with their sentences: what stands around them, whose names, who gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import polars as pl

from framing.comparison.content.givers import cited_in, giver
from framing.comparison.content.in_turn import in_turn
from framing.comparison.content.moments import DATES, moments
from framing.comparison.content.quantities import Quantity, quantities
from framing.comparison.content.tallies import DATELINE
from framing.comparison.content.vocabulary import CALENDAR
from framing.comparison.content.within import within
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

UNSCALED = frozenset({"clock", "vote", "suspect", "ages", *DATES})  # values that are no amounts
_GOES_ON = re.compile(r"(?:It|This|That|They|The (?:sum|price|deal|cost|bill))\b")
_NAME = re.compile(rf"(?<=[\w,] )[{CAPITALS}][\w’'-]{{2,}}")  # not the first word of a sentence
_CAPITAL = re.compile(rf"\b[{CAPITALS}][\w’'-]{{2,}}")
_APART = 5  # times the least value: more are two things


@dataclass(frozen=True)
class Sited:
    """A figure of a sentence, with its place in the text."""

    article: str
    base: int  # where its sentence begins
    one: Quantity

    @property
    def start(self) -> int:
        return self.base + self.one.start

    @property
    def end(self) -> int:
        return self.base + self.one.end


@dataclass(frozen=True)
class Given(Sited):
    """With what stands around it, and who gives it."""

    speaker: str | None
    context: frozenset[str]  # of its sentence and the one before
    names: frozenset[str]  # of its sentence, without who gives the figure
    carried: frozenset[str]  # of the sentence before, where this one begins with a pronoun


def names_inside(corpus: Corpus) -> dict[str, frozenset[str]]:
    """Words with a capital that stand inside sentences of each text: at the start of one, any word has a capital."""
    texts = corpus.articles.select("article", "text").iter_rows()
    return {article: frozenset(_NAME.findall(text)) for article, text in texts}


def figures_given(corpus: Corpus, cited: pl.DataFrame) -> Iterator[Given]:
    """The figures of all bodies."""
    spoken = cited_in(cited)
    inside = corpus.once(names_inside)
    of, last, since = "", None, 0
    for told in corpus.once(in_turn):
        article, sentence, base, text = told.article, told.sentence, told.start, told.text
        if article != of:
            of, last = article, None
        carried = told.before if _GOES_ON.match(text) else frozenset[str]()
        line = DATELINE.match(text)
        names = _named(text, base, spoken[article], inside[article])
        found = list(moments(text))
        for one in (*found, *quantities(text, [(some.start, some.end) for some in found])):
            if line and one.start < line.end():
                continue
            if one.again and not one.unit:
                if last is None or sentence - since > 1 or not of_one_size(last.one.value, one.value):
                    continue
                one = replace(
                    last.one,
                    value=one.value,
                    hedge=one.hedge,
                    start=one.start,
                    end=one.end,
                    places=one.places,
                    again=True,
                )
            figure = Given(
                article,
                base,
                one,
                giver(text, base, (one.start, one.end), spoken[article]),
                told.context,
                names,
                carried,
            )
            if one.unit not in UNSCALED and not one.unit.startswith("age "):
                last, since = figure, sentence
            yield figure


def _named(text: str, base: int, cited: list[tuple[int, int, str]], inside: frozenset[str]) -> frozenset[str]:
    """Names in a sentence that are not its speakers': figures of two people are two. inside: `names_inside`."""
    own = within(cited, base, base + len(text))
    return frozenset(
        match[0]
        for match in _CAPITAL.finditer(text)
        if match[0] in inside
        and match[0].lower() not in CALENDAR
        and not any(low <= base + match.start() < high for low, high, _ in own)
    )


def of_one_size(one: float, other: float) -> bool:
    return 0 < max(one, other) <= _APART * min(one, other)
