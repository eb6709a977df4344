"""Which articles tell the same news: how far a folder is one event.

Articles of other days, or on other things, do not leave out what had not happened yet. Two articles are of the same
news where they are of one family of texts, or where their beginnings share enough words for the days between them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.content.labels import number
from framing.comparison.content.stems import stems
from framing.corpus.corpus import Corpus
from framing.schema import Schema, conform, empty

# One row: an article, with the news that it tells.
NEWS: Schema = {
    "article": pl.String,  # key
    "outlet": pl.String,  # that printed it
    "published": pl.Date,  # ? day
    "news": pl.String,  # key of the group's first article
    "size": pl.UInt32,  # articles of the group
    "shared": pl.Float64,  # ? mean similarity to the other articles of the group, 0 to 1; null where alone
}
LEAD = 8  # sentences of an article that tell its news
# Days between two articles, and the least similarity of the same news. On BASIL (59 events of three articles each) the
# similarity of one event is .19 or more in 95 % of pairs, and of two events .14 or less in 95 %.
SAME = ((3, 0.08), (7, 0.15), (14, 0.3))
UNDATED = 0.18
WIDEST = 4_000  # words looked at: those that most articles have
MAIN = 2 / 3  # of the articles tell one news: the folder is one event


def news(corpus: Corpus, told: pl.DataFrame) -> pl.DataFrame:
    """`NEWS`: the articles in groups that tell the same news, by average linkage.

    told: `schema.STORIES`. Similarity is the cosine of the sets of content words of the headline and the first eight
    sentences.
    """
    articles = corpus.articles.select("article", "outlet", "published").sort("published", "article", nulls_last=True)
    if articles.is_empty():
        return empty(NEWS)
    keys = articles["article"].to_list()
    alike = _similarity(corpus, keys)
    story = dict(told.select("article", "story").iter_rows())
    same = _same(alike, articles["published"].to_physical().to_list(), [story[key] for key in keys])
    group = _grouped(same)
    counts = Counter(group)
    first = {number: keys[group.index(number)] for number in counts}
    shared = [
        float(np.mean([alike[at, other] for other in range(len(keys)) if other != at and group[other] == group[at]]))
        if counts[group[at]] > 1
        else None
        for at in range(len(keys))
    ]
    frame = articles.with_columns(
        news=pl.Series([first[number] for number in group], dtype=pl.String),
        size=pl.Series([counts[number] for number in group]),
        shared=pl.Series(shared, dtype=pl.Float64),
    )
    return conform(frame, NEWS, "news")


def _similarity(corpus: Corpus, keys: list[str]) -> NDArray[np.float32]:
    words = (
        corpus.once(stems)
        .filter(pl.col("content"), pl.col("sentence") < LEAD)
        .select("article", "stem")
        .unique()
        .with_columns(held=pl.len().over("stem"))
        .filter(pl.col("held") > 1)
    )
    wide = words.select("stem", "held").unique().sort(["held", "stem"], descending=[True, False]).head(WIDEST)["stem"]
    size = (
        corpus.once(stems).filter(pl.col("content"), pl.col("sentence") < LEAD)
        .group_by("article").agg(size=pl.col("stem").n_unique())
    )  # fmt: skip
    place = {key: at for at, key in enumerate(keys)}
    column = {stem: at for at, stem in enumerate(wide)}
    table = np.zeros((len(keys), len(column)), dtype=np.float32)
    for article, stem in words.filter(pl.col("stem").is_in(wide.implode())).select("article", "stem").iter_rows():
        table[place[article], column[stem]] = 1
    length = np.ones(len(keys), dtype=np.float32)
    for article, count in size.iter_rows():
        length[place[article]] = max(1.0, count**0.5)
    alike: NDArray[np.float32] = (table @ table.T) / length[:, None] / length[None, :]
    return alike


def _same(alike: NDArray[np.float32], days: list[int | None], story: list[str]) -> NDArray[np.bool_]:
    """Which pairs tell the same news."""
    day = np.array([np.nan if one is None else float(one) for one in days])
    apart = np.abs(day[:, None] - day[None, :])
    same: NDArray[np.bool_] = np.isnan(apart) & (alike >= UNDATED)
    for most, least in SAME:
        same |= (apart <= most) & (alike >= least)
    known = {name: at for at, name in enumerate(dict.fromkeys(story))}
    family = np.array([known[name] for name in story])
    same |= family[:, None] == family[None, :]
    return same


def _grouped(same: NDArray[np.bool_]) -> list[int]:
    """Average linkage: two groups are one where half of the pairs between them are of the same news.

    By chains of nearest neighbours (Murtagh 1983), as scipy does it, whose module takes half a second to load.
    """
    count = len(same)
    apart = 1.0 - same.astype(np.float64)
    np.fill_diagonal(apart, np.inf)
    size, group = np.ones(count), np.arange(count)
    chain: list[int] = []
    for _ in range(count - 1):
        chain = chain or [int(np.flatnonzero(size)[0])]
        while True:
            near = np.where(size > 0, apart[chain[-1]], np.inf)
            nearest = int(near.argmin())
            if len(chain) > 1 and near[chain[-2]] <= near[nearest]:
                break
            chain.append(nearest)
        one, other = sorted((chain.pop(), chain.pop()))
        if apart[one, other] <= 0.5:  # later ones are never nearer
            group[group == one] = other
        both = size[one] + size[other]
        apart[other] = apart[:, other] = (size[one] * apart[one] + size[other] * apart[other]) / both
        apart[other, other] = np.inf
        size[one], size[other] = 0, both
    found: list[int] = group.tolist()
    return found


def said(found: pl.DataFrame) -> str | None:
    """What a reader must know of the folder: null where it is one event.

    Such as: These eight articles are not one event: they run from 21 January to 16 May 2020 and tell seven different
    pieces of news, so an article may lack something because it had not happened yet.
    """
    total = found.height
    groups = found["news"].n_unique()
    largest = max(found["size"], default=0)
    if total < 2 or largest >= MAIN * total:
        return None
    days: list[dt.date] = found["published"].drop_nulls().sort().to_list()
    spread = ""
    if days and days[0] != days[-1]:
        first, last = days[0], days[-1]
        year = "" if first.year == last.year else f" {first.year}"
        undated = total - len(days)
        dated = f" ({number(undated)} {'bears' if undated == 1 else 'bear'} no date)" if undated else ""
        spread = f"they run from {first.day} {first:%B}{year} to {last.day} {last:%B %Y}{dated} and "
    return (
        f"These {number(total)} articles are not one event: {spread}tell {number(groups)} different pieces of news, "
        "so an article may lack something because it had not happened yet."
    )
