"""Sentences of one report of whose words the others have hardly one: what it alone tells."""

from __future__ import annotations

from collections import Counter, defaultdict

import polars as pl

from framing.comparison.content.found import COMMON
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels
from framing.comparison.content.spelling import close
from framing.comparison.content.stems import beginning, beginnings, stems
from framing.comparison.content.told_words import Shared, told_words
from framing.comparison.content.vocabulary import CALENDAR, DEMONYMS, NUMBER_WORDS
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a sentence of whose words of content no other report has most
UNTOLD: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
    "words": pl.UInt32,  # of content, each once, without the common words of news
    "alone": pl.UInt32,  # of them, those of whose family no other report has a word
    "names": pl.UInt32,  # of those, the words of names, which no other report has in another spelling either
    "quoted": pl.Boolean,  # half of its words and more stand in quotation marks
}
_REPORTS, _MANY = 2, 14  # independent reports: of more, each has something
FEW = 8  # of more than so many reports, only sentences with names that are alone
_FEWEST, _SHARE = 4, 0.45  # words of content that are alone, and their share of the sentence's
_ALIKE, _OFTEN = 0.3, 30  # of its words that one sentence of another report has; sentences with a word, to be compared
_MOSTLY = 0.55  # share of words that are alone, of many reports
_MOST, _NAMES, _MORE = 0.6, 2, 3  # of many reports: names among them, and how many of a smaller share
_LETTERS = 4  # of a word
_SHARED = 2  # rare words and numbers of two sentences that may tell the same
_PEOPLES = {place.lower(): people.lower() for place, people in DEMONYMS.items()}
_PEOPLES |= {people: place for place, people in _PEOPLES.items()}


def untold(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`UNTOLD`: of two to fourteen independent reports, the sentences of bodies of whose words of content .45, and
    four, stand in no other report in any form, and of which no sentence of another report has more than three tenths;
    those with most such words first.

    Of more than eight reports more than half (.55) of the words stand in no other, two of them are words of names
    (three, where fewer than three fifths of the words are alone), for who or where was part of it is not told in other
    words; and no sentence of another report has two words or numbers of it that few reports have (*Meta*, *11,000*).
    The words of a name that another report has in other words are not alone.
    """
    if not _REPORTS <= labels.reports <= _MANY:
        return pl.DataFrame(schema=dict(UNTOLD))
    holders = corpus.once(beginnings)
    known = sorted(COMMON | CALENDAR | NUMBER_WORDS)
    starts = corpus.sentences.select("article", "sentence", first=pl.col("start") + 1)  # or behind a mark
    capital = pl.col("text").str.contains(r"^\p{Lu}")
    rows = (
        corpus.once(stems)
        .filter(pl.col("content") | pl.col("lower").str.contains(r"^\d\S"), part="body")
        .filter(~pl.col("stem").is_in(known))
        .join(starts, on=["article", "sentence"], how="left", maintain_order="left")
        .with_columns(named=capital & (pl.col("start") > pl.col("first")))
    )
    words: defaultdict[tuple[str, int], dict[str, str]] = defaultdict(dict)  # stem -> the word, where it is a name
    elsewhere = _items_elsewhere(corpus, labels, rows)
    for article, sentence, stem_, lower, name in (
        rows.filter(pl.col("content"), pl.col("stem").str.len_chars() >= _LETTERS)
        .select("article", "sentence", "stem", "lower", "named")
        .iter_rows()
    ):
        words[article, sentence].setdefault(stem_, lower if name else "")
    many_reports = labels.reports > FEW
    spelt, told = _Spellings(rows.filter(capital), labels), _Rare(rows, labels)
    content = corpus.once(told_words)
    shared = Shared({place: some for place, some in content.items() if place[0] in labels.groups}, _OFTEN)
    found = []
    columns = ("article", "sentence", "start", "end", "text", "words", "own_words")
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    for article, sentence, start, end, text, many, own in (
        corpus.sentences.filter(part="body").select(columns).iter_rows()
    ):
        telling, group = words[article, sentence], {labels.groups[article]}
        alone = [word for word in telling if _groups(labels, holders.get(beginning(word), set())) == group]
        alone = [word for word in alone if (article, sentence, word) not in elsewhere]
        share = len(alone) / max(len(telling), 1)
        if len(alone) < _FEWEST or share < _SHARE:
            continue
        names = [telling[word] for word in alone if telling[word] and not spelt.elsewhere(telling[word], group)]
        enough = len(names) >= (_NAMES if share >= _MOST else _MORE)
        if many_reports and (share < _MOSTLY or not enough or told.elsewhere(article, sentence)):
            continue
        families = content[article, sentence]
        near = (count for place, count in shared.beside(families).items() if {labels.groups[place[0]]} != group)
        if any(count > _ALIKE * len(families) for count in near):
            continue
        row = article, outlets[article], start, end, text, len(telling), len(alone), len(names), 2 * own <= many
        found.append(row)
    frame = pl.DataFrame(found, schema=dict(UNTOLD), orient="row")
    return frame.sort("alone", "article", "start", descending=[True, False, False])


def _items_elsewhere(corpus: Corpus, labels: Labels, rows: pl.DataFrame) -> set[tuple[str, int, str]]:
    """article, sentence, stem of the words of names that another report has, be it in other words: *Ivory Coast*."""
    items = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    items = items.select("article", "item", at="start", until="end").sort("at")
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for article, item in items.select("article", "item").unique().iter_rows():
        reports[item] |= _groups(labels, {article})
    near = rows.sort("start").join_asof(
        items, left_on="start", right_on="at", by="article", strategy="backward", check_sortedness=False
    )
    inside = near.filter(pl.col("start") < pl.col("until")).select("article", "sentence", "stem", "item")
    return {
        (article, sentence, word)
        for article, sentence, word, item in inside.iter_rows()
        if reports[item] - _groups(labels, {article})
    }


class _Rare:
    """Sentences that share words or numbers which at most half of the reports have."""

    def __init__(self, rows: pl.DataFrame, labels: Labels) -> None:
        self.labels = labels
        self.words: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        self.places: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
        for article, sentence, word in rows.select("article", "sentence", "stem").unique().iter_rows():
            if article in labels.groups:
                self.words[article, sentence].add(word)
                for part in _parts(word):
                    self.places[part].add((article, sentence))

    def elsewhere(self, article: str, sentence: int) -> bool:
        """Whether a sentence of another report has two such words of this one."""
        groups, shared = self.labels.groups, Counter[tuple[str, int]]()
        for word in self.words[article, sentence]:
            places = set().union(*(self.places[part] for part in _parts(word)))
            if 2 * len({groups[one] for one, _ in places}) <= self.labels.reports:
                shared.update(place for place in places if groups[place[0]] != groups[article])
        return any(count >= _SHARED for count in shared.values())


def _parts(word: str) -> set[str]:
    """*mini-budget*, *mini*, *budget*."""
    return {word, *word.split("-")}


class _Spellings:
    """In which reports a name, another spelling of it or the name of a country's people stands."""

    def __init__(self, names: pl.DataFrame, labels: Labels) -> None:
        self.reports: defaultdict[str, set[str]] = defaultdict(set)
        for article, lower in names.select("article", "lower").unique().iter_rows():
            if article in labels.groups:
                self.reports[lower].add(labels.groups[article])
        self.by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for lower in self.reports:
            self.by_letter[lower[0]].append(lower)

    def elsewhere(self, name: str, group: set[str]) -> bool:
        people = _PEOPLES.get(name, name)
        others = [one for one in self.by_letter[name[0]] if close(name, one)] + [people]
        return any(self.reports.get(one, set()) - group for one in others)


def _groups(labels: Labels, articles: set[str]) -> set[str]:
    return {labels.groups[one] for one in articles if one in labels.groups}
