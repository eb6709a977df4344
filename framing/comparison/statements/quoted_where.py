"""Who is quoted where: persons in one report only, and in some of the reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.by_office import quoted_by_office, with_quotations
from framing.comparison.content.divided import is_place
from framing.comparison.content.earlier import LESS, of_earlier_day
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import listed, number, without_office
from framing.comparison.content.persons import last_name
from framing.comparison.content.picks import runs
from framing.comparison.content.spelling import close
from framing.comparison.content.stretches import stretches
from framing.comparison.statements import Evidence, Statement, evidence_of, made
from framing.comparison.statements.endings import in_marks
from framing.comparison.statements.voices import QUOTE, beside_quotations, is_person, together

_REPORTS, _TEXTS = 2, 3
_PAPERS = frozenset(
    "paper newspaper channel broadcaster website outlet agency daily magazine".split()
)  # *Paper Ledger*
_EACH = 2  # sentences on one report each; more of them are one sentence
_SHOWN = 5  # names of a report
_TOLD = 2  # of them with words of theirs
_MUCH = 8  # words of somebody who is quoted as *he* or *she*
_NEAR, _PRONOUN = 100, re.compile(r"\b(?:he|she|they)\b")  # characters beside their longest quotation
_WORDS = 9  # of a quotation that are shown
_PERSONS = 5  # who are listed
_LISTED = 6  # texts that are named


@dataclass(frozen=True)
class Quoted:
    """A person of whom it is certain which texts quote them with four words, and where.

    by_name: the name stands in a sentence with a quotation in each of the texts, or in no other text at all.
    """

    name: str
    articles: tuple[str, ...]
    words: int
    said: str
    places: tuple[Evidence, ...]
    by_name: bool

    @property
    def shown(self) -> str:
        return without_office(self.name)

    @property
    def with_words(self) -> str:
        """Whom, and how their longest quotation begins."""
        return f"{self.shown} (“{self.said}”)"


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Only X quotes: a person in all versions of one report (in some of them: see `versions`), beside whose name a
    quotation stands, or, with eight words, whom no other text names. Some and not the others: persons whom two outlets
    or more quote, and others do not.

    With four words and more that surely are theirs; how the longest of their quotations begins is shown. The name
    stands in each of these texts, and beside a quotation in no other, nor does their office alone (see
    `quoted_by_office`); no other with the name has a quotation of nobody known, or the same words as somebody else's,
    and no name is spelt nearly so. Of those whom some quote the five with most reports, not whom `heard` tells of. Of
    three texts and two independent reports at least, of one event.
    """
    labels = comparison.labels
    if labels.reports < _REPORTS or labels.total < _TEXTS or not comparison.one_event:
        return
    found = list(surely_quoted(comparison))
    yield from _only(comparison, found)
    yield from _some(comparison, found)


def surely_quoted(comparison: Comparison) -> Iterator[Quoted]:
    """Persons of whom it is certain which texts quote them: see `statements`."""
    corpus, groups = comparison.scores.corpus, comparison.labels.groups
    heard = comparison.speakers.filter((pl.col("longest") >= QUOTE) & (pl.col("kind") == "person") & pl.col("sure"))
    heard = heard.filter(~together(comparison, heard))
    beside, doubtful = beside_quotations(comparison)
    scraps, _ = beside_quotations(comparison, 1)
    named = corpus.once(mentions)
    quoting = with_quotations(corpus, comparison.credited)
    spoken = stretches(corpus, comparison.credited)
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    said = [
        (groups.get(article), source, runs(texts[article][first:last]))
        for article, source, first, last in comparison.credited.filter(pl.col("words") >= QUOTE)
        .select("article", "source", "first", "last")
        .iter_rows()
    ]
    for (speaker,), part in heard.group_by("speaker", maintain_order=True):
        name, articles = str(speaker), set(part["article"])
        surname = last_name(name).casefold()
        near = beside.get(surname, set())
        certain = (
            is_person(name)
            and name.split()[0].lower() not in _PAPERS
            and near <= articles
            and all(surname in texts[article].casefold() for article in articles)
            and not any(surname in names for at, names in doubtful.items() if at not in articles)
            and not any(other != surname and close(surname, other) for other in beside)  # Zelensky, Zelenskyy
            and scraps.get(surname, set()) <= articles
            and quoted_by_office(corpus, name, quoting) <= articles
        )
        within = {groups[article] for article in articles}
        own = [words for group, source, words in said if source == name and group in within]
        if certain and not _elsewhere(own, (words for group, _, words in said if group not in within)):
            theirs = spoken.filter(pl.col("article").is_in(sorted(articles)), source=name)
            longest = theirs.sort("words", descending=True, maintain_order=True)
            article, first, last = longest.select("article", "first", "last").row(0)
            words = in_marks(texts[article][first:last], _WORDS)
            most = max(part["direct"].to_list())
            places = named.filter(item=name).select("article", "start", "end").rows()
            alone = most >= _MUCH and not is_place(texts, places)  # Cape Velm
            alone = alone and not any(surname in texts[one].casefold() for one in texts if one not in articles)
            near_it = texts[article][max(first - _NEAR, 0) : first] + texts[article][last : last + _NEAR]
            alone = alone and (surname in near_it.casefold() or _PRONOUN.search(near_it) is not None)
            yield Quoted(name, tuple(sorted(articles)), most, words, evidence_of(part), alone or near == articles)


def _elsewhere(own: list[set[tuple[str, ...]]], others: Iterable[set[tuple[str, ...]]]) -> bool:
    """Whether a quotation of a speaker is another report's, too: half of the shorter one's runs of four words.

    A phrase that both use (*low- and middle-income countries*) is no quotation of the other.
    """
    return any(2 * len(mine & theirs) >= min(len(mine), len(theirs)) > 0 for theirs in others for mine in own)


def _whole(comparison: Comparison, one: Quoted) -> bool:
    """Whether all versions of the reports that quote somebody do."""
    groups = comparison.labels.groups
    within = {groups[article] for article in one.articles}
    return {article for article, group in groups.items() if group in within} == set(one.articles)


def _only(comparison: Comparison, found: list[Quoted]) -> Iterator[Statement]:
    labels = comparison.labels
    by_texts: defaultdict[tuple[str, ...], list[Quoted]] = defaultdict(list)
    for one in found:
        if one.by_name and labels.independent(one.articles) == 1 and _whole(comparison, one):
            by_texts[one.articles].append(one)
    quoting = comparison.speakers.filter(pl.col("longest") >= QUOTE, pl.col("sure"), kind="person")["article"]
    rare = 1 - labels.independent(quoting) / max(labels.reports, 1)
    if len(by_texts) > _EACH:
        order = sorted(by_texts.items(), key=lambda item: -max(one.words for one in item[1]))
        parts = [f"{_listed(some, 1)} in {labels.listed(texts)}" for texts, some in order]
        sentence = f"Quoted in one report only, among others: {'; '.join(parts)}."
        yield _statement(comparison, [one for some in by_texts.values() for one in some], sentence, 0.4 + 0.2 * rare)
        return
    for texts, some in by_texts.items():
        verb = "quotes" if len(texts) == 1 else "quote"
        more = ", among others" if len(some) > _SHOWN else ""
        sentence = f"Only {labels.listed(texts)} {verb} {_listed(some[:_SHOWN], _TOLD)}{more}."
        yield _statement(comparison, some, sentence, 0.3 + 0.2 * rare)


def _listed(some: list[Quoted], told: int) -> str:
    """Whom a report quotes; of so many the words, too."""
    return listed([one.with_words if at < told else one.shown for at, one in enumerate(some)])


def _some(comparison: Comparison, found: list[Quoted]) -> Iterator[Statement]:
    labels = comparison.labels
    told = [one.sentence for one in made(comparison, "heard")]
    some = [
        one
        for one in found
        if len(labels.of_outlets(one.articles)) > 1
        and 1 < labels.independent(one.articles) < labels.reports
        and _whole(comparison, one)
        and not any(sentence.startswith(f"{one.shown} is ") for sentence in told)
    ]
    some.sort(key=lambda one: (-labels.independent(one.articles), -one.words, one.shown))
    if not some:
        return
    some = some[:_PERSONS]
    where = [
        labels.listed(one.articles) if len(one.articles) <= _LISTED else f"{number(len(one.articles))} texts"
        for one in some
    ]
    listing = "; ".join(f"{one.shown} in {texts}" for one, texts in zip(some, where, strict=True))
    sentence = f"Quoted by some and not by the others: {listing}."
    if len(some) == 1:
        rest = sorted(set(labels.names) - set(some[0].articles))
        either = "either" if len(rest) == 2 else "any"
        others = labels.listed(rest) if len(rest) == 1 else f"{either} of the other {number(len(rest))}"
        sentence = f"{some[0].shown} is quoted directly in {where[0]}, and not in {others}."
    without = set(labels.names) - {article for one in some for article in one.articles}
    earlier = of_earlier_day(comparison.scores.corpus, labels, without, set(labels.names) - without)
    counts = [labels.independent(one.articles) for one in some]
    share = max(min(count, labels.reports - count) for count in counts) / labels.reports
    salience = 0.5 + 0.2 * share - (LESS if earlier else 0)
    yield _statement(comparison, some, sentence + earlier, salience)


def _statement(comparison: Comparison, some: list[Quoted], sentence: str, salience: float) -> Statement:
    outlets = comparison.labels.of_outlets(article for one in some for article in one.articles)
    evidence = tuple(place for one in some for place in one.places)
    return Statement("texts", "source", outlets, sentence, evidence, salience)
