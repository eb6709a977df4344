"""Whom versions of one report quote, and with which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import without_office
from framing.comparison.content.persons import last_name
from framing.comparison.content.picks import runs, telling
from framing.comparison.content.spelling import folded
from framing.comparison.content.stretches import stretches
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.endings import in_marks
from framing.comparison.statements.quoted_where import Quoted, surely_quoted
from framing.comparison.statements.voices import QUOTE, is_person, together

_SHOWN = 16  # words of a quotation
_MUCH = 8  # words of a quotation that a version has in place of another
_SHARED = 1  # runs of four words that two remarks may have in common: the name of a place
_LEAST, _CONTENT = 6, 3  # words that a version lacks, and words of content in them
_MOST = 3  # sentences of each kind


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Of versions of one report. Other words: a person whom all versions quote, in two groups of them that have no four
    words in a row of each other's quotations but once, with eight words at least on each side; who is quoted where is
    certain (see `quoted_where`). Lacking words: what a person surely says, six words of it and three of content, of
    which a version that names the person has no four in a row and no sentence with half of the words of content. Whom
    a version does not name either: see `versions`.
    """
    families: defaultdict[str, set[str]] = defaultdict(set)
    for article, group in comparison.labels.groups.items():
        families[group].add(article)
    several = [family for _, family in sorted(families.items()) if len(family) > 1]
    if not several or not comparison.one_event:
        return
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    spoken = stretches(comparison.scores.corpus, comparison.credited)
    spoken = spoken.filter("sure", pl.col("words") >= QUOTE)
    persons = sorted(surely_quoted(comparison), key=lambda one: (-one.words, one.name))
    for family in several:
        some = [one for one in persons if family & set(one.articles) and one.by_name]
        differing = list(_otherwise(comparison, family, some, spoken, texts))
        yield from [one for _, one in differing][:_MOST]
        yield from list(_lacking(comparison, family, spoken, texts, {name for name, _ in differing}))[:_MOST]


def _said(spoken: pl.DataFrame, name: str, texts: dict[str, str]) -> dict[str, list[tuple[int, int, str]]]:
    """Text -> the quotations of a person, the longest first."""
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    rows = spoken.filter(source=name).sort("words", descending=True, maintain_order=True)
    for article, first, last in rows.select("article", "first", "last").iter_rows():
        found[article].append((first, last, texts[article][first:last]))
    return found


def _lacking(
    comparison: Comparison, family: set[str], spoken: pl.DataFrame, texts: dict[str, str], told: set[str]
) -> Iterator[Statement]:
    labels = comparison.labels
    lines = comparison.scores.corpus.sentences.filter(pl.col("article").is_in(sorted(family)))
    words = {str(article): [telling(text) for text in part["text"]] for (article,), part in lines.group_by("article")}
    own = {article: _runs([texts[article]]) for article in family}
    found: defaultdict[tuple[str, frozenset[str]], list[tuple[str, int, int, str]]] = defaultdict(list)
    persons = spoken.filter(pl.col("article").is_in(sorted(family)), pl.col("words") >= _LEAST, kind="person")
    persons = persons.filter(
        ~together(comparison, persons.select("article", speaker="source", start="first", end="last"))
    )
    for article, name, first, last in persons.select("article", "source", "first", "last").iter_rows():
        text, surname = texts[article][first:last], last_name(name).casefold()
        content = telling(text)
        if not is_person(name) or name in told or len(content) < _CONTENT:
            continue
        lacking = frozenset(
            other
            for other in family - {article}
            if not _runs([text]) & own[other]
            and all(len(content & line) < len(content) / 2 for line in words.get(other, ()))
        )
        if lacking and all(surname in texts[other].casefold() for other in lacking):
            found[name, lacking].append((article, first, last, text))
    for (name, lacking), some in sorted(found.items(), key=lambda one: (-len(one[1]), one[0][0])):
        article, first, last, text = max(some, key=lambda one: (len(one[3].split()), one[0]))
        having = {one for one, *_, words_ in some if words_ == text}
        kind = "a version" if len(lacking) == 1 else "versions"
        verb = "prints" if len(labels.of_outlets(having)) == 1 else "print"
        sentence = (
            f"{labels.listed(lacking)}, {kind} of the same report, {'lacks' if len(lacking) == 1 else 'lack'} words of "
            f"{without_office(name)} that {labels.listed(having)} {verb}: “{in_marks(text, _SHOWN)}”."
        )
        yield Statement("texts", "version", labels.of_outlets(family), sentence, (Evidence(article, first, last),), 0.5)


def _otherwise(
    comparison: Comparison, family: set[str], persons: list[Quoted], spoken: pl.DataFrame, texts: dict[str, str]
) -> Iterator[tuple[str, Statement]]:
    labels = comparison.labels
    for one in persons:
        if not family <= set(one.articles):
            continue
        said = _said(spoken, one.name, texts)
        own = {article: _runs(text for *_, text in said[article]) for article in sorted(family)}
        first = max(own, key=lambda article: (len(own[article]), article))
        alike = {article for article in own if len(own[article] & own[first]) > _SHARED}
        rest = family - alike
        if (
            not alike
            or not rest
            or any(len(own[article] & own[other]) > _SHARED for article in rest for other in alike)
        ):
            continue
        parts, places = [], []
        for articles in sorted((alike, rest), key=lambda some: (-len(some), sorted(some))):
            shown = max((said[article][0] for article in sorted(articles)), key=lambda quote: len(quote[2].split()))
            article = next(article for article in sorted(articles) if said[article][0] == shown)
            parts.append(labels.beside(f"“{in_marks(shown[2], _SHOWN)}”", articles))
            places.append((Evidence(article, *shown[:2]), len(shown[2].split())))
        if len(rest) > 1 and len({frozenset(own[article]) for article in rest}) > 1:
            continue
        if all(words >= _MUCH for _, words in places):
            sentence = f"Versions of one report quote {one.shown} with different words: {'; '.join(parts)}."
            evidence = tuple(place for place, _ in places)
            yield one.name, Statement("texts", "version", labels.of_outlets(family), sentence, evidence, 0.55)


def _runs(some: Iterable[str]) -> set[tuple[str, ...]]:
    return {run for text in some for run in runs(folded(text))}
