"""First and last: what the openings have that others lack, and whose words end the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.content.stems import stems
from framing.comparison.statements import Evidence, Statement

_WORDS = 1  # words of openings that are stated
_SOME, _MOST = 0.25, 0.75  # of the reports open with a word that sets them apart


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Last word: a speaker's own words are the last sentence of a text, where other texts end on something else.

    Openings: a word that most headlines share (see `about`), that half of the reports carry and a quarter to three
    quarters of them have in their first two sentences, where some text lacks it altogether. Only of
    texts of one event.
    """
    if comparison.about["one_event"].not_().any() or comparison.labels.reports < 3:
        return
    yield from _last(comparison)
    yield from _first(comparison)


def _last(comparison: Comparison) -> Iterator[Statement]:
    labels, frame = comparison.labels, comparison.edges
    ended = frame.filter(pl.col("last_speaker").is_not_null())
    for (speaker,), part in ended.group_by("last_speaker", maintain_order=True):
        articles = part["article"].to_list()
        if labels.independent(articles) < 2 or part.height == frame.height:
            continue
        sentence = (
            f"{speaker}’s own words end {labels.count(articles)}: {labels.listed(articles)}. The others end on "
            f"something else."
        )
        evidence = tuple(Evidence(*row) for row in part.select("article", "last_start", "last_end").iter_rows())
        yield Statement(
            "texts", "lead", labels.of_outlets(articles), sentence, evidence, 0.4 + 0.3 * len(articles) / labels.total
        )


def _first(comparison: Comparison) -> Iterator[Statement]:
    labels, frame = comparison.labels, comparison.edges
    words = comparison.scores.corpus.once(stems)
    carried: defaultdict[str, set[str]] = defaultdict(set)
    for article, stem in words.filter("content").select("article", "stem").unique().iter_rows():
        carried[stem].add(article)
    opened: defaultdict[str, set[str]] = defaultdict(set)
    for article, opening in frame.select("article", "opening").iter_rows():
        for stem in opening:
            opened[stem].add(article)
    core = comparison.about["core"].to_list()[0]
    topic = set(words.filter(pl.col("lower").is_in(core))["stem"])
    candidates = []
    for stem, articles in opened.items():
        share = labels.independent(articles) / labels.reports
        if stem not in topic:
            continue
        if (
            labels.independent(carried[stem]) >= labels.reports / 2
            and _SOME <= share <= _MOST
            and len(articles) >= 2
            and carried[stem] < set(labels.names)
        ):
            elsewhere = carried[stem] - articles
            nowhere = set(labels.names) - carried[stem]
            candidates.append((min(share, 1 - share), len(articles), stem, articles, elsewhere, nowhere))
    best = sorted(candidates, key=lambda one: (-one[0], -one[1], one[2]))[:_WORDS]
    for _, _, stem, articles, elsewhere, nowhere in best:
        forms = words.filter(pl.col("stem") == stem)["lower"].mode().sort()
        parts = [f"in the first two sentences of {labels.listed(articles)}"]
        parts += [f"further down in {labels.listed(elsewhere)}"] if elsewhere else []
        parts += [f"nowhere in {labels.listed(nowhere)}"] if nowhere else []
        sentence = f"“{forms[0].capitalize()}” stands {listed(parts)}."
        evidence = tuple(
            Evidence(*row)
            for row in frame.filter(pl.col("article").is_in(sorted(articles)))
            .select("article", "start", "end")
            .iter_rows()
        )
        yield Statement("texts", "lead", labels.of_outlets(articles), sentence, evidence, 0.35)
