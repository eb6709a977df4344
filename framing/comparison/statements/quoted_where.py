"""Who is quoted in some of the texts and not in the others."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import number, without_office
from framing.comparison.statements import Evidence, Statement, made
from framing.comparison.statements.voices import surely_quoted

_REPORTS = 3
_PERSONS = 5  # who are listed
_LISTED = 6  # texts that are named


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Persons whom two reports or more quote, and others do not: with four words and more that surely are theirs.

    Nothing is said of a person where it is not certain which texts quote them (see `voices.surely_quoted`), or where
    another sentence tells the same (`heard`). Those whom most reports quote come first, five at most; of three
    independent reports and more, of one event.
    """
    labels = comparison.labels
    if labels.reports < _REPORTS or not comparison.one_event:
        return
    told = [one.sentence for one in made(comparison, "heard")]
    found = []
    for name, part in surely_quoted(comparison).items():
        articles = set(part["article"])
        groups = {labels.groups[article] for article in articles}
        whole = {article for article, group in labels.groups.items() if group in groups} == articles
        who = without_office(name)
        if 2 <= len(groups) < labels.reports and whole and not any(one.startswith(f"{who} is ") for one in told):
            found.append((len(groups), int(part["direct"].sum()), who, sorted(articles), part))
    found.sort(key=lambda one: (-one[0], -one[1], one[2]))
    if not found:
        return
    shown = found[:_PERSONS]
    where = [labels.listed(texts) if len(texts) <= _LISTED else f"{number(len(texts))} texts" for *_, texts, _ in shown]
    listing = "; ".join(f"{who} in {texts}" for (_, _, who, _, _), texts in zip(shown, where, strict=True))
    sentence = f"Quoted by some and not by the others: {listing}."
    if len(shown) == 1:
        *_, who, texts, _ = shown[0]
        rest = labels.total - len(texts)
        others = "the other one" if rest == 1 else f"any of the other {number(rest)}"
        sentence = f"{who} is quoted directly in {where[0]}, and not in {others}."
    places = pl.concat([part for *_, part in shown]).select("article", "start", "end")
    evidence = tuple(Evidence(*row) for row in places.iter_rows())
    outlets = labels.of_outlets(article for *_, texts, _ in shown for article in texts)
    share = max(min(count, labels.reports - count) for count, *_ in shown) / labels.reports
    yield Statement("texts", "source", outlets, sentence, evidence, 0.5 + 0.2 * share)
