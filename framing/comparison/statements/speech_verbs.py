"""One remark with different verbs: what a text says that somebody *said*, another says that they *boasted*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.headline_verbs import CHARGED, KIND, LEMMA
from framing.comparison.content.labels import cut_short, listed
from framing.comparison.content.persons import last_name
from framing.comparison.statements import Evidence, Statement

_ALIKE = 0.5  # of the weight of a wording's words, from which it is the same remark
_SHOWN = 90  # characters of the remark
_MOST = 2  # statements
_VERB = r"(?P<verb>[a-z]+)"


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A remark that two independent reports quote (see `quotations`), with a verb of threat, warning, attack, promise,
    admission or doubt in one of them, and none of that kind in another.

    Only verbs that stand between the speaker (by surname, *he* or *she*) and the quotation, or with the speaker right
    behind it; a text that puts the remark with two verbs is left out. The two remarks that most texts have.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    made: list[Statement] = []
    known = comparison.quotations.filter(pl.col("shared") >= _ALIKE, pl.col("speaker").is_not_null())
    for _, part in known.group_by("remark", maintain_order=True):
        verbs: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
        for row in part.iter_rows(named=True):
            verbs[row["article"]] |= set(_verb(texts[row["article"]], row))
        by_verb: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for article, found in verbs.items():
            if len({LEMMA[verb] for verb, *_ in found}) == 1:
                verb, start, end = min(found, key=lambda one: one[1])
                by_verb[LEMMA[verb]].append((article, start, end))
        charged = [lemma for lemma in by_verb if KIND[lemma] in CHARGED]
        plain = [lemma for lemma in by_verb if KIND[lemma] == "neutral"]
        articles = [article for places in by_verb.values() for article, *_ in places]
        if not charged or not plain or labels.independent(articles) < 2:
            continue
        apart = {labels.groups[one[0]] for lemma in charged for one in by_verb[lemma]}
        if apart >= {labels.groups[one[0]] for lemma in plain for one in by_verb[lemma]}:
            continue
        parts = [
            f"“{texts[by_verb[lemma][0][0]][slice(*by_verb[lemma][0][1:])]}” "
            f"({labels.listed(article for article, *_ in by_verb[lemma])})"
            for lemma in [*charged, *plain]
        ]
        first = part.row(0, named=True)
        remark = cut_short(" ".join(first["text"].split()), _SHOWN)
        sentence = f"One remark of {first['speaker']} (“{remark}”) is told with different verbs: {listed(parts)}."
        evidence = tuple(Evidence(*place) for lemma in [*charged, *plain] for place in by_verb[lemma])
        share = len(set(articles)) / labels.total
        made.append(Statement("texts", "wording", labels.of_outlets(articles), sentence, evidence, 0.5 + 0.3 * share))
    yield from sorted(made, key=lambda one: -one.salience)[:_MOST]


def _verb(text: str, row: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    """The verb that gives the speaker the words of a quotation: in small letters, start, end."""
    name = re.escape(last_name(row["speaker"]))
    who = rf"(?:(?:\w+\.? ){{0,3}}{name}|[Hh]e|[Ss]he)"
    behind = rf"[,.?!]?[”\"’'�]{{1,2}},? (?:{who} {_VERB}\b|{_VERB} {who}\b)".replace("(?P<verb>", "(?P<inverted>", 1)
    hit = re.match(behind, text[row["end"] : row["end"] + 80])
    if hit:
        group = "verb" if hit["verb"] else "inverted"
        if hit[group].lower() in LEMMA:
            yield hit[group].lower(), row["end"] + hit.start(group), row["end"] + hit.end(group)
        return
    low = max(row["start"] - 60, 0)
    ahead = re.search(rf"\b{who} {_VERB}(?: \w+)?(?: that)?[:,]? [“\"‘]$", text[low : row["start"]])
    if ahead and ahead["verb"].lower() in LEMMA:
        yield ahead["verb"].lower(), low + ahead.start("verb"), low + ahead.end("verb")
