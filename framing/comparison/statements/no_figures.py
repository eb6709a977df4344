"""Texts without any sum of money, percentage or large number, where the other reports give several."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.figures import figures
from framing.comparison.content.labels import listed
from framing.comparison.content.units import CODES
from framing.comparison.statements import Evidence, Statement

_REPORTS, _MANY = 3, 8  # independent ones
_FEWEST = 100  # words of a text that is said to give none
_EACH, _ALL = 2, 5  # different figures that each other report gives, and all together
_SHOWN, _TEXTS = 2, 4  # figures of each text, and texts, that are shown
_MONEY = re.compile(
    rf"[$£€¥₹]|\b(?:{CODES}) ?\d|\b(?:[Dd]ollars?|[Ee]uros?|[Pp]ounds?|[Cc]ents?|pence|yen|yuan|rou?bles?|"
    r"rupees?|pesos?|francs?|crowns?|shekels?|lira|bucks?)\b"
)
_SHARE = re.compile(
    r"%|\bper ?cent|\bpct\b|\bpercentage|\b(?:half|third|thirds|quarter|quarters|fifths?|tenths?) of\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\d[\d,.]{0,20}\d{2}|\b(?:tens|scores|dozens|hundreds) of (?:thousands|[mb]illions)\b|"
    r"\d (?:hundred|thousand|million|billion|trillion|dozen)\b|\d ?(?:k|m|bn|mn|tn|b)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# the widest first: what is said of them, what a text without them has none of, and which figures count
_KINDS: tuple[tuple[str, tuple[re.Pattern[str], ...], tuple[str, ...]], ...] = (
    (
        "sum of money, no percentage and no number of three digits but years",
        (_MONEY, _SHARE, _NUMBER),
        ("money", "share", "count"),
    ),
    ("sum of money", (_MONEY,), ("money",)),
    ("percentage", (_SHARE,), ("share",)),
)


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Texts of a hundred words that have no sum, no percentage and no number from a hundred up, or none of one kind,
    where each other report gives two and all together five different ones.

    Any word for money counts as a sum, *tens of thousands of* as a number; a year and *thousands of* do not. Of three
    to eight independent reports of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or not _REPORTS <= labels.reports <= _MANY:
        return
    corpus = comparison.scores.corpus
    articles = corpus.articles.filter(pl.col("article").is_in(list(labels.names)))
    texts = dict(articles.select("article", pl.col("headline").fill_null("") + "\n" + pl.col("text")).iter_rows())
    long = set(articles.filter(pl.col("words") >= _FEWEST)["article"])
    said: set[str] = set()
    for title, patterns, sorts in _KINDS:
        without = [text for text in texts if not any(_has(pattern, texts[text]) for pattern in patterns)]
        given = _given(comparison, sorts)
        others = {labels.groups[text] for text in texts if text not in without}
        several = {labels.groups[text] for text, some in given.items() if len(some) >= _EACH}
        every = {item for some in given.values() for item in some}
        shown = [text for text in without if text in long - said]
        mixed = others & {labels.groups[text] for text in without}  # of two versions of a report, one has some
        if mixed or not shown or not others or not others <= several or len(every) < _ALL:
            continue
        said |= set(shown)
        having = [text for text in given if text not in without]
        parts = [
            f"{listed([f'“{written}”' for written in list(given[text])[:_SHOWN]])} in {labels.names[text]}"
            for text in having[:_TEXTS]
        ]
        verb = "gives" if len(shown) == 1 else "give"
        sentence = f"{labels.listed(shown)} {verb} no {title}; elsewhere stand, for example, {'; '.join(parts)}."
        evidence = tuple(place for text in having for place in list(given[text].values())[:_SHOWN])
        yield Statement("texts", "omission", labels.of_outlets(shown), sentence, evidence, 0.45)


def _has(pattern: re.Pattern[str], text: str) -> bool:
    return any(not _YEAR.fullmatch(match[0].strip(".,")) for match in pattern.finditer(text))


def _given(comparison: Comparison, sorts: tuple[str, ...]) -> Mapping[str, dict[str, Evidence]]:
    """Text -> its different figures, as they first stand there, and where."""
    corpus = comparison.scores.corpus
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    bodies = dict(corpus.articles.select("article", "body_start").iter_rows())
    found: defaultdict[str, dict[str, Evidence]] = defaultdict(dict)
    seen: set[tuple[str, str]] = set()
    rows = corpus.once(figures).filter(pl.col("sort").is_in(sorts)).sort("article", "start")
    for article, item, sort, start, end in rows.select("article", "item", "sort", "start", "end").iter_rows():
        small = sort == "count" and not _has(_NUMBER, texts[article][start:end])
        if (
            article in comparison.labels.groups
            and start >= bodies[article]
            and not small
            and (article, item) not in seen
        ):
            seen.add((article, item))
            found[article].setdefault(" ".join(texts[article][start:end].split()), Evidence(article, start, end))
    return found
