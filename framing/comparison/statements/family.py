"""One text in several outlets, and agency text in one: who prints it, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number, possessive
from framing.comparison.statements import Evidence, Statement, evidence_of

WHOLE = True


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A sentence for each family of texts: see `families`.

    Stated where texts of several outlets share half of their five-word runs or are takes of one agency story, or where
    a text credits an agency. Whose text it is, is said only by an agency's own version, a credit, or a notice; of one
    outlet's text alone it is to be checked: the credit may be a picture's. Where
    several families have texts of several outlets, one sentence counts them together, and comes first.
    """
    articles = comparison.scores.corpus.articles
    ends = articles.select("article", start="body_start", end=pl.col("text").str.len_chars()).rows_by_key(
        "article", named=True, unique=True
    )
    members = dict(comparison.stories.group_by("story").agg(pl.col("article").sort()).iter_rows())
    together = list(_together(comparison, members))
    several = bool(together)  # which tells of each what matters most
    yield from together
    for row in comparison.families.iter_rows(named=True):
        texts = members[row["story"]]
        if len(row["outlets"]) == 1 and row["basis"] == "credit" and not row["credited"]:
            yield from _resting(comparison, texts[0], row["origin"])
            continue
        share, alone = len(texts) / max(1, articles.height), len(row["outlets"]) == 1
        yield Statement(
            kind="texts",
            subject="family",
            outlets=tuple(row["outlets"]),
            sentence=row["sentence"],
            evidence=tuple(Evidence(key, ends[key]["start"], ends[key]["end"]) for key in texts),
            salience=0.3 if alone else min(0.6 if several else 1.0, 0.5 + share),
            check=alone,
        )


def _together(comparison: Comparison, members: dict[str, list[str]]) -> Iterator[Statement]:
    labels = comparison.labels
    families = [row for row in comparison.families.iter_rows(named=True) if len(members[row["story"]]) > 1]
    if len(families) < 2:
        return
    texts = [text for row in families for text in members[row["story"]]]
    agencies = all(row["basis"] in ("agency", "credit") for row in families)
    parts = []
    for row in sorted(families, key=lambda row: (-len(members[row["story"]]), row["story"])):
        origin = f" of {row['origin']}" if row["origin"] else ""
        parts.append(f"{number(len(members[row['story']]))}{origin} ({labels.listed(members[row['story']])})")
    stories = f"{number(len(families))} {'agency ' if agencies else ''}stories"
    count = labels.count(texts)
    sentence = (
        f"{count[0].upper()}{count[1:]} are {stories}, {listed(parts)}. Where the texts of one story agree, that is "
        "one report reprinted, not confirmed by another."
    )
    ends = comparison.scores.corpus.articles.select("article", "body_start", pl.col("text").str.len_chars())
    evidence = tuple(Evidence(*place) for place in ends.filter(pl.col("article").is_in(texts)).iter_rows())
    salience = min(1.0, 0.6 + 0.6 * len(texts) / labels.total)
    yield Statement("texts", "family", labels.of_outlets(texts), sentence, evidence, salience)


def _resting(comparison: Comparison, article: str, agency: str) -> Iterator[Statement]:
    """A text that only says in a sentence where it has its news from: *two sources told Norpress*."""
    places = comparison.sourcing.filter(kind="medium", name=agency, article=article)
    if places.is_empty():
        return
    labels, first = comparison.labels, places.row(0, named=True)
    sentence = (
        f"{labels.names[article]} has news from {agency} (“{' '.join(first['text'].split())}”). {possessive(agency)} "
        "own story is not among these articles, so changes to it cannot be checked."
    )
    evidence = evidence_of(places)
    yield Statement("texts", "family", labels.of_outlets([article]), sentence, evidence, 0.35)
