"""Whom one report alone names, where there are more than four."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from framing.comparison.compare import Comparison
from framing.comparison.content.divided import also_called, is_told_as_person, middle
from framing.comparison.content.in_full import in_full
from framing.comparison.content.labels import listed, without_office
from framing.comparison.content.only import items
from framing.comparison.content.persons import is_person
from framing.comparison.content.posts import post
from framing.comparison.content.spelling import folded
from framing.comparison.content.vocabulary import DEMONYMS
from framing.comparison.statements import Evidence, Statement, made
from framing.comparison.statements.only import HOME, doubtful, seats
from framing.text.typography import CAPITALS

_OF_PLACE = re.compile(rf"['’]s? [{CAPITALS}]")  # *John Roe's Quay*
_FEWEST, _MANY = 5, 20  # independent reports: of fewer, `only` tells each name; of more, a name alone says little
_TWICE = 2  # mentions of a country that is worth a sentence of its own
_NAMES, _REPORTS = 3, 6  # names of a report, and reports, in the sentence


def statements(comparison: Comparison) -> Iterator[Statement]:
    """One sentence, of five to twenty reports of one event: the persons, by their full names, and the countries that
    one report alone names, three of each at most, of the six reports that have most; of the first of
    each what the text says beside the name that they are. Not whom `only` tells of, or
    `quoted_where` and `voices` tell as quoted; nothing where there is no person, and no country that is named twice.
    """
    labels = comparison.labels
    if not _FEWEST <= labels.reports <= _MANY or not comparison.one_event:
        return
    rows = [row for row in items(comparison.only) if row["rule"] == "only" and row["kind"] != "figure"]
    unsure = doubtful(comparison, rows)
    told = " ".join(one.sentence for name in ("only", "quoted_where", "voices") for one in made(comparison, name))
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    by_texts: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        name, articles = row["item"], tuple(row["articles"])
        country = name in DEMONYMS and name not in HOME
        person = " " in name and is_person(folded(name))
        if not (country or person) or name in unsure or without_office(name) in told:
            continue
        places = _places(row)
        if person and not (is_told_as_person(texts, places) or post(texts, places)):
            continue
        if person and any(_OF_PLACE.match(texts[article][end:]) for article, _, end in places):
            continue
        others = [text for article, text in texts.items() if article not in articles]
        if any(other in text for other in [*also_called(texts, places), *middle(name)] for text in others):
            continue
        if country and name in seats(comparison, articles):
            continue
        by_texts[articles].append(row)
    ranked = sorted(by_texts.items(), key=lambda one: (-len(one[1]), labels.listed(one[0])))[:_REPORTS]
    every = [row for _, found in ranked for row in found]
    among = ", among others" if len(by_texts) > len(ranked) or any(len(found) > _NAMES for _, found in ranked) else ""
    if not any(row["item"] not in DEMONYMS or row["sentences"] >= _TWICE for row in every):
        return
    parts, evidence = [], []
    for articles, found in ranked:
        found.sort(key=lambda row: (row["item"] in DEMONYMS, -row["sentences"], row["evidence"][0]["start"]))
        who = "" if found[0]["item"] in DEMONYMS else post(texts, _places(found[0]))
        found = [row for row in found if row["item"] not in who]
        shown = in_full(comparison.scores.corpus, [row["item"] for row in found[:_NAMES]])
        shown[0] += f", “{' '.join(who.split())}”" if who else ""
        last = " and " if len(shown) == 2 else " "
        told_of = f"{shown[0]},{last}{listed(shown[1:])}" if who and len(shown) > 1 else listed(shown)
        parts.append(f"{told_of} ({labels.listed(articles)})")
        evidence += [Evidence(one["article"], one["start"], one["end"]) for row in found for one in row["evidence"]]
    once = ", versions of one counted once" if any(len(articles) > 1 for articles, _ in ranked) else ""
    sentence = f"Named in one report alone{once}{among}: {'; '.join(parts)}."
    outlets = labels.of_outlets(article for articles, _ in ranked for article in articles)
    yield Statement("texts", "only", outlets, sentence, tuple(evidence), 0.42)


def _places(row: dict[str, Any]) -> list[tuple[str, int, int]]:
    return [(one["article"], one["start"], one["end"]) for one in row["evidence"]]
