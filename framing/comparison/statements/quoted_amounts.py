"""How many words of one person the texts quote: many here, few there."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, without_office
from framing.comparison.statements import Statement, evidence_of, foremost
from framing.comparison.statements.voices import is_person, together

CHECK = True  # one quotation in many is given to another: a count shows it
_MANY = 8  # independent reports of the event
_TIMES, _WORDS = 3, 30  # so many times as many words here as there, and so many here
_MOST, _TEXTS = 2, 3  # persons, and texts with few words of them


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Persons of whom one text surely quotes three times as many words as another can, thirty at least.

    What surely is theirs is the least that a text quotes of them; with the quotations that have no sure speaker, it is
    the most. The three texts that can have fewest, no copies of the first; the two persons with most words. Of two to
    eight independent reports of one event; only texts that quote them.
    """
    labels, frame = comparison.labels, comparison.speakers
    if not comparison.one_event or labels.reports > _MANY:
        return
    frame = frame.filter(kind="person").filter(pl.col("direct") > 0)
    frame = frame.filter(~together(comparison, frame)).join(_bounds(comparison), on=["article", "speaker"])
    some = []
    for (speaker,), part in frame.sort("least", descending=True, maintain_order=True).group_by(
        "speaker", maintain_order=True
    ):
        fullest, least = part.head(1), part["least"][0]
        same = [one for one, group in labels.groups.items() if group == labels.groups.get(fullest["article"][0])]
        few = part.filter(pl.col("most") * _TIMES <= least, ~pl.col("article").is_in(same))
        few = few.sort("most", maintain_order=True).head(_TEXTS)
        if least < _WORDS or not is_person(str(speaker)) or few.is_empty():
            continue
        exactly = fullest["most"][0] == least
        there = [
            f"{labels.names[article]} {'' if sure == most else 'at most '}{most}"
            for article, sure, most in few.select("article", "least", "most").iter_rows()
        ]
        sentence = (
            f"{labels.names[fullest['article'][0]]} quotes {'' if exactly else 'at least '}{least} words of "
            f"{without_office(str(speaker))}, {listed(there)}."
        )
        shown = pl.concat([fullest, few])
        salience = 0.4 + min(0.15, 0.001 * least)
        outlets = labels.of_outlets(shown["article"])
        some.append(Statement("texts", "voice", outlets, sentence, evidence_of(shown), salience))
    yield from foremost(some, _MOST)


def _bounds(comparison: Comparison) -> pl.DataFrame:
    """article, speaker, least, most: quoted words that surely are theirs, and those that are no other person's for sure
    (*the statement said*: whose?)."""
    credited = comparison.credited
    persons = pl.col("sure") & (pl.col("kind") == "person").fill_null(False)
    theirs = credited.filter(persons).group_by("article", speaker="source").agg(least=pl.col("words").sum())
    open_ = credited.filter(~persons)
    rest = open_.group_by("article").agg(open=pl.col("words").sum())
    return theirs.join(rest, on="article", how="left").select(
        "article", "speaker", "least", most=pl.col("least") + pl.col("open").fill_null(0)
    )
