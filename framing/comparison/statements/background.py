"""Earlier years of which some texts tell, and others say nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import cut_short, number
from framing.comparison.content.stems import stems
from framing.comparison.statements import Evidence, Statement, foremost

_MOST = 2  # years
_REPORTS = 2  # independent ones that tell of it, and that do not
_FEWEST = 100  # words of a text that is said to be silent
_COMMON = 1 / 3  # of the texts without the year: a word that more of them have is of the event itself
_TOLD = 2  # words of such sentences that tell of the same in other words
_PASSAGE = 150  # characters
_YEAR = re.compile(r"(?<![\w.,$£€/-])(?:1[89]|20)\d\d(?![\w%/]|[.,]\d|-\d| (?:people|men|women|words))")


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Years before that of the event which two independent reports name for one matter, and two or more do not.

    One matter: sentences with the year have two words of content in common, in two reports, that few of the texts
    without it have. Of a text without the year that has two such words in a sentence, or fewer than a hundred words in
    all, nothing is said: it may tell of the same. Two years at most, those that divide the reports most evenly; only of
    texts of one event.
    """
    corpus, labels = comparison.scores.corpus, comparison.labels
    days = [day for day in (*corpus.articles["published"], corpus.event.start) if day is not None]
    if not comparison.one_event or not days:
        return
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    short = set(corpus.articles.filter(pl.col("words") < _FEWEST)["article"])
    made: dict[str, Statement] = {}
    for year, places in sorted(_named(comparison, max(days).year).items()):
        words = _words(comparison, places)
        counts: defaultdict[str, set[str]] = defaultdict(set)
        for article, some in words.items():
            for word in some:
                counts[word].add(article)
        matter = {word for word, some in counts.items() if labels.independent(some) >= _REPORTS}
        matter -= _common(comparison, matter, set(labels.names) - set(places))
        telling = sorted(article for article, some in words.items() if len(some & matter) >= _TOLD)
        if len(matter) < _TOLD or labels.independent(telling) < _REPORTS:
            continue
        unsure = _near(comparison, matter) | short | set(places)
        silent = [one for one in labels.names if one not in unsure and str(year) not in texts[one]]
        if labels.independent(silent) < _REPORTS:
            continue
        passages = {one: " ".join(texts[one][slice(*places[one])].split()) for one in telling}
        article = max(telling, key=lambda one: (len(words[one] & matter), -len(passages[one]), one))
        passage = cut_short(passages[article].rstrip("."), _PASSAGE)
        rest = len(labels.names) - len(telling)
        whom = f"the other {number(len(silent))}" if len(silent) == rest else f"at least {number(len(silent))} others"
        if len(silent) < len(telling):
            whom = labels.listed(silent)
        where = labels.listed(telling) + (", among others" if set(places) - set(telling) else "")
        does = "does" if len(silent) == 1 else "do"
        sentence = (
            f"The year {year} comes up in {where}, as in “{passage}” ({labels.names[article]}); "
            f"{whom} {does} not name it."
        )
        even = 2 * min(labels.independent(telling), labels.independent(silent)) / labels.reports
        evidence = tuple(Evidence(one, *places[one]) for one in telling)
        outlets = labels.of_outlets([*telling, *silent])
        salience = 0.36 + 0.2 * min(1.0, even)
        made.setdefault(passage, Statement("texts", "theme", outlets, sentence, evidence, salience))
    yield from foremost(made.values(), _MOST)


def _named(comparison: Comparison, now: int) -> Mapping[int, Mapping[str, tuple[int, int]]]:
    """Year -> text -> the first sentence of its body that names it, by its place."""
    found: defaultdict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
    rows = comparison.scores.corpus.sentences.filter(part="body").select("article", "start", "end", "text")
    for article, start, end, text in rows.iter_rows():
        for year in _YEAR.findall(text):
            if int(year) < now and article in comparison.labels.names:
                found[int(year)].setdefault(article, (start, end))
    return found


def _words(comparison: Comparison, places: Mapping[str, tuple[int, int]]) -> dict[str, set[str]]:
    """Text -> the words of content of its sentence."""
    words = comparison.scores.corpus.once(stems).filter("content")
    told = pl.DataFrame(
        [(article, *place) for article, place in places.items()],
        schema={"article": pl.String, "low": pl.UInt32, "high": pl.UInt32}, orient="row",
    )  # fmt: skip
    some = words.join(told, on="article").filter(pl.col("start") >= pl.col("low"), pl.col("start") < pl.col("high"))
    return {article: set(each) for article, each in some.group_by("article").agg("stem").iter_rows()}


def _common(comparison: Comparison, words: set[str], texts: set[str]) -> set[str]:
    """Those of some words that many of some texts have."""
    rows = comparison.scores.corpus.once(stems).filter(
        pl.col("stem").is_in(sorted(words)), pl.col("article").is_in(sorted(texts))
    )
    counts = rows.group_by("stem").agg(pl.col("article").n_unique())
    return set(counts.filter(pl.col("article") > _COMMON * len(texts))["stem"])


def _near(comparison: Comparison, matter: set[str]) -> set[str]:
    """The texts with two words of a matter in a sentence."""
    rows = comparison.scores.corpus.once(stems).filter(pl.col("stem").is_in(sorted(matter)))
    counts = rows.group_by("article", "sentence").agg(pl.col("stem").n_unique())
    return set(counts.filter(pl.col("stem") >= _TOLD)["article"])
