"""Versions of one report: what some of them lack that the others carry, and texts stitched from two sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import cut_short, listed, number, possessive, the, without_office
from framing.comparison.content.only import items
from framing.comparison.content.persons import last_name
from framing.comparison.content.sourcing import is_medium
from framing.comparison.content.spelling import close, folded
from framing.comparison.statements import Evidence, Statement
from framing.comparison.texts.day_times import latest_hours
from framing.corpus.metadata.agencies import agency_of

_NAMES = 5  # in one sentence
FEWEST = 2  # names and sums that a version lacks; or one who is quoted


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Lacks: names and sums that versions of one report have and no other report, and that one of its versions lacks.

    *Lacks*, not *cut*: it may be an earlier version. Two names or sums at least, or one speaker; no media.
    Stitched: see
    `versions.stitches`.
    """
    yield from _lacking(comparison)
    yield from _stitched(comparison)


def _lacking(comparison: Comparison) -> Iterator[Statement]:
    labels = comparison.labels
    members: defaultdict[str, set[str]] = defaultdict(set)
    for article, group in labels.groups.items():
        members[group].add(article)
    lacked: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in items(comparison.only.filter(rule="only")):
        rest = members[labels.groups[row["articles"][0]]] - set(row["articles"])
        if rest:
            lacked[tuple(sorted(rest))].append(row)
    spoken = comparison.speakers.filter(pl.col("direct") >= 4).group_by("speaker").agg("article")
    quoted = {speaker: set(texts) for speaker, texts in spoken.iter_rows()}
    known = sorted({last_name(str(name)) for name in comparison.speakers["speaker"]})
    for articles, rows in sorted(lacked.items()):
        rows = [row for row in rows if not any(_misspelt(row["item"], name) for name in known)]
        rows = [
            row for row in rows if not (agency_of(row["item"]) or is_medium(row["item"]))
        ]  # a source, not a speaker
        if not rows:
            continue
        having = set.intersection(*(set(row["articles"]) for row in rows))
        speakers = [row for row in rows if quoted.get(row["item"], set()) >= having]
        if not having or (len(rows) < FEWEST and not speakers):
            continue
        order = sorted(
            rows,
            key=lambda row: (
                row["item"] not in quoted,
                row["kind"] == "figure",
                " " not in row["item"],
                -row["sentences"],
            ),
        )
        rows = order = speakers or order  # who is quoted matters more than a name
        names = [the(without_office(row["item"])) for row in order[:_NAMES]]
        more = len(order[_NAMES:])
        terms = listed([*names, f"{number(more)} more"] if more else names)
        one, verb = len(articles) == 1, "is" if len(names) == 1 else "are"
        sentence = (
            f"{terms[0].upper()}{terms[1:]} {verb} {'quoted' if speakers else 'mentioned'} only in "
            f"{labels.listed(having)}; {labels.listed(articles)}, {'a version' if one else 'versions'} of the same "
            f"report, {'lacks this' if one else 'lack this'}{_earlier(comparison, having, articles)}."
        )
        evidence = tuple(
            Evidence(one["article"], one["start"], one["end"]) for row in order[:_NAMES] for one in row["evidence"]
        )
        salience = 0.35 + 0.05 * min(len(rows), 4) + (0.1 if speakers else 0)
        yield Statement("texts", "version", labels.of_outlets([*articles, *having]), sentence, evidence, salience)


def _earlier(comparison: Comparison, having: set[str], lacking: tuple[str, ...]) -> str:
    """That versions which lack something may be earlier ones, where none of them is of a later day or tells of a later
    hour (*by evening*)."""
    days = dict(comparison.scores.corpus.articles.select("article", "published").iter_rows())
    known = [days[article] for article in having if days[article] is not None]
    later = known and any(days[article] is not None and days[article] > max(known) for article in lacking)
    hours = comparison.scores.corpus.once(latest_hours)
    told = [hours[article] for article in having if article in hours]
    later = later or (told and any(hours.get(article, 0) > max(told) for article in lacking))
    return "" if later else f", and may be {'an earlier one' if len(lacking) == 1 else 'earlier ones'}"


def _misspelt(name: str, other: str) -> bool:
    """Whether a name of one word may be a surname of somebody who is cited, in another spelling: *Arden*, *Ardern*."""
    one, two = folded(name), folded(other)
    return " " not in name and one != two and close(one, two)


def _stitched(comparison: Comparison) -> Iterator[Statement]:
    labels = comparison.labels
    for row in comparison.stitches.unique("article", keep="first", maintain_order=True).to_dicts():
        text = " ".join(row["text"].split()).rstrip(".")
        short = cut_short(text, 120)
        marked = short if short[0] in '“"' else f"“{short}”"
        sentence = (
            f"{possessive(labels.names[row['article']])} version of a report has a sentence that the other versions "
            f"lack and that {labels.names[row['other']]} has in nearly the same words: {marked}."
        )
        evidence = (
            Evidence(row["article"], row["start"], row["end"]),
            Evidence(row["other"], row["other_start"], row["other_end"]),
        )
        yield Statement("texts", "version", labels.of_outlets([row["article"], row["other"]]), sentence, evidence, 0.6)
