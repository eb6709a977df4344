"""Themes found in the texts themselves: words that go together in the texts that have them, and stand in no others.

Words of content that the very same texts have are brought together where sentences of two independent reports have
both (of a theme of one report alone: where two of its sentences have both). Names, numbers and the common words of news
make no theme.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations
from typing import Any

import polars as pl

from framing.comparison.content.equals import equals
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels
from framing.comparison.content.shared_passages import POST
from framing.comparison.content.stems import beginnings, holders, stem, stems
from framing.comparison.content.vocabulary import CALENDAR, NUMBER_WORDS
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a theme found in the texts, and a text.
FOUND: Schema = {
    "theme": pl.UInt32,  # number of the theme
    "words": pl.List(pl.String),  # its words as most texts spell them, the most telling first
    "article": pl.String,
    "outlet": pl.String,
    "hits": pl.UInt32,  # forms of its words in the text, headline included; 0 where it has none
    "reported": pl.Boolean,  # ? whether most words of the passage stand inside a quotation; null without one
    "start": pl.UInt32,  # ? of the sentence with most of its words
    "end": pl.UInt32,  # ?
    "text": pl.String,  # ?
}
_LETTERS, _CAPITAL = 4, 0.34  # of a word; of its places that begin with a capital (more: a name)
_PAST = 0.5  # of a word's places end in -ed: a verb mostly
_WORDS, _LONG = 2, 9  # of a theme that several reports have, and their letters: fewer are a turn of phrase
_OFTEN, _VERY = 3, 5  # sentences of a word that one report alone has; where it is the theme's only one
_GROUP = 60  # words of the same texts that are compared with each other, the most frequent first
# Words of any news: alone they tell no theme.
COMMON = frozenset(
    stem(word)
    for word in """week day month year hour today yesterday tomorrow morning evening night official people statement
    report news story article reporter journalist spokesman spokeswoman member country world time man woman person call
    ask show work need want know think find tell include use begin start turn move hold bring come continue remain
    believe consider expect follow run set plan issue question point part place number group fact thing case side end
    former current recent new old good great big small high low long short full early late public national local federal
    state able clear possible certain important different several main major least half whole next earlier later
    according interview conference press release source comment added noted told asked called wrote talk speak speech
    help try add note write read hear feel look live lead leave allow provide offer support change happen mean mind
    problem situation effort result level kind sort form order area line decision move step action role idea reason
    government president law bill measure campaign options policy country administration company particular party
    senior junior deputy top anonymous unnamed aide adviser process
    right simply really actually certainly clearly fully entirely highly directly already likely quickly especially
    particularly recently previously currently finally immediately""".split()
)
_ADJECTIVES = ("al", "iv", "ou", "ful", "bl", "ary", "ic")  # endings of stems
_BEFORE = frozenset(
    "a an the this that these those his her its their our my your no any some such of in on for with by from into as "
    "between against over about under after during without".split()
)


def found(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`FOUND`: a row for each theme and each text.

    A theme of several reports has three words at least, or two that stand in two sentences of two reports; one of a
    single report two words in three sentences each, or one
    in five.
    """
    places = words_of_themes(corpus)
    begun = corpus.once(beginnings)  # who has any word of the family anywhere does not lack it
    groups: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for word in places:
        having = frozenset(holders(begun, word)).union(*(begun.get(one, set()) for one in equals(word)))
        if not having.issubset(places[word]):
            continue  # *immigrants* here, *immigration* there: another form of the same word; *troops* there
        if len(having) < labels.total:
            groups[having].append(word)
    themes: list[tuple[frozenset[str], list[str]]] = []
    for having, words in groups.items():
        reports = labels.independent(having)
        if reports == 1 and labels.reports < 3:
            continue
        themes += [(having, theme) for theme in _together(words, places, labels, reports)]
    themes.sort(key=lambda theme: (-_weight(theme[1], places), sorted(theme[0]), theme[1]))
    return _frame(corpus, themes, places)


_Places = dict[str, dict[str, list[tuple[int, str]]]]  # stem -> article -> sentence and form


def words_of_themes(corpus: Corpus) -> _Places:
    """Where the words of content stand that may make a theme: nouns mostly, told by what stands before them."""
    words = corpus.once(stems)
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"])).select("article", "start").unique()
    words = words.with_columns(
        capital=pl.col("text").str.contains(r"^\p{Lu}"),
        noun=pl.col("lower").shift(1).is_in(sorted(_BEFORE)) & (pl.col("sentence") == pl.col("sentence").shift(1)),
    ).filter("content")
    past = pl.col("lower").str.ends_with("ed").mean() > _PAST
    kinds = words.group_by("stem").agg(pl.col("capital").mean(), pl.col("noun").any(), past=past)
    left_out = COMMON | CALENDAR | NUMBER_WORDS
    telling = kinds.filter(
        (pl.col("capital") < _CAPITAL)
        & pl.col("noun")
        & (pl.col("stem").str.len_chars() >= _LETTERS)
        & ~pl.col("past")
        & pl.col("stem").str.contains(r"^\p{L}+$")  # compounds are spelled in many ways: 3-D-printed
        & ~pl.col("stem").is_in(sorted(left_out))
    )["stem"]
    kept = (
        words.filter((pl.col("part") == "body") & pl.col("stem").is_in(telling.implode()))
        .join(named, on=["article", "start"], how="anti", maintain_order="left")
    )  # fmt: skip
    posts = corpus.sentences.filter(pl.col("text").str.contains(POST)).select("article", "sentence")
    kept = kept.join(posts, on=["article", "sentence"], how="anti", maintain_order="left")
    kept = kept.with_columns(lower=pl.col("lower").str.replace(r"['’]s?$", ""))
    found: _Places = defaultdict(lambda: defaultdict(list))
    for article, sentence, word, lower in kept.select("article", "sentence", "stem", "lower").iter_rows():
        found[word][article].append((sentence, lower))
    return found


def _together(words: list[str], places: _Places, labels: Labels, reports: int) -> Iterator[list[str]]:
    """The words of the same texts that share sentences, the most telling first."""
    words = sorted(words, key=lambda word: (-_count(word, places), word))[:_GROUP]
    if reports == 1:
        words = [word for word in words if max(map(_sentences, places[word].values())) >= _OFTEN]
    owner = {word: word for word in words}

    def root(word: str) -> str:
        while owner[word] != word:
            word = owner[word]
        return word

    at = {word: {(article, one) for article, rows in places[word].items() for one, _ in rows} for word in words}
    for one, other in combinations(words, 2):
        shared = at[one] & at[other]
        enough = len(shared) >= 2 if reports == 1 else labels.independent(article for article, _ in shared) >= 2
        if enough:
            owner[root(other)] = root(one)
    clusters: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        clusters[root(word)].append(word)
    for cluster in clusters.values():
        if reports == 1:
            alone = max(map(_sentences, places[cluster[0]].values())) >= _VERY and not cluster[0].endswith(_ADJECTIVES)
            told = len(cluster) > 1 or alone
        else:
            told = len(cluster) >= _WORDS and sum(map(len, cluster)) >= _LONG and _weighty(cluster, places, labels)
        if told:
            yield cluster


def _weighty(cluster: list[str], places: _Places, labels: Labels) -> bool:
    """Whether two reports come back to it, or more than two words tell it: else it is a turn of phrase of both."""
    counts: defaultdict[str, set[int]] = defaultdict(set)
    for word in cluster:
        for article, rows in places[word].items():
            counts[article] |= {sentence for sentence, _ in rows}
    return len(cluster) > _WORDS or labels.independent(one for one, some in counts.items() if len(some) > 1) > 1


def _sentences(rows: list[tuple[int, str]]) -> int:
    return len({sentence for sentence, _ in rows})


def _count(word: str, places: _Places) -> int:
    return sum(map(_sentences, places[word].values()))


def _weight(words: Collection[str], places: _Places) -> int:
    return sum(_count(word, places) for word in words)


def _frame(corpus: Corpus, themes: list[tuple[frozenset[str], list[str]]], places: _Places) -> pl.DataFrame:
    sentences = {
        (article, sentence): (start, end, text, 2 * own <= many)
        for article, sentence, start, end, text, many, own in corpus.sentences.select(
            "article", "sentence", "start", "end", "text", "words", "own_words"
        ).iter_rows()
    }
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[dict[str, Any]] = []
    for number, (_, words) in enumerate(themes):
        forms = [
            Counter(form for rows in places[word].values() for _, form in rows).most_common(1)[0][0] for word in words
        ]
        for article, outlet in outlets.items():
            inside = Counter(
                sentence for word in words for sentence in {one for one, _ in places[word].get(article, [])}
            )
            row: dict[str, Any] = {"theme": number, "words": forms, "article": article, "outlet": outlet}
            row["hits"] = sum(len(places[word].get(article, [])) for word in words)
            if inside:
                best = max(inside, key=lambda sentence: (inside[sentence], -sentence))
                row["start"], row["end"], row["text"], row["reported"] = sentences[article, best]
            rows.append(row)
    return pl.DataFrame(rows, schema=dict(FOUND))
