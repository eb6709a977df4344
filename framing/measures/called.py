"""What somebody is called: words that judge in the name itself, before it, in its apposition and behind *is*.

Read by the order of words, in one clause: *the polluters*, *the embattled mayor Holm*, *Holm, a hero of the flood,*,
*Holm is a threat*. Words of proper names do not count (*the Clean Air Act*), nor those behind a preposition (*the
report on pollution*). A thing (*emissions*, *agreement*) must be what is meant, not what tells another word (*the
emissions report*). What somebody is said not to be is nothing if it is bad, and bad if it is good.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.deeds import Places, places
from framing.measures.lexicon import Lexicon, read_lexicon
from framing.measures.match import find, names_of, words_of
from framing.measures.speaker_words import BE

_Ints = npt.NDArray[np.int64]
_Bools = npt.NDArray[np.bool_]

_SIGNS = {"bad": -1, "good": 1, "harm": -1, "boon": 1}
_THINGS = ["harm", "boon"]  # what is told of things; the others are told of people and bodies
_CLOSES = (
    "of on in from to for with against by about at over under who that which linking and or as than after before"
).split()  # what stands behind one of them tells something else
_LINKS = [*BE, "remains", "remained", "become", "becomes", "became", "seems"]
_AUXILIARIES = ["has", "have", "had", "will", "would", "can", "could", "may", "might"]
_BEFORE, _PREDICATE = 3, 6  # words


def called(corpus: Corpus, mentions: pl.DataFrame) -> pl.DataFrame:
    """What each mention of somebody is called.

    mentions: article, start, at and to (rows of its first and last word in `words_of`), as `match.find` gives them.
    Returns article, start, called (-1, 0 or 1), names (the words; null without any).
    """
    words, hits = corpus.once(places), _hits(corpus)
    at, to = (mentions[name].to_numpy().astype(np.int64) for name in ("at", "to"))
    stretches = pl.concat([_inside(words, at, to), _before(words, at), _apposed(words, to), _behind(words, to)])
    end = pl.lit(pl.Series(to)).gather(pl.col("mention"))
    told = (
        stretches.join(hits, on="row")
        .filter(
            pl.col("last") <= pl.col("high"),
            ~pl.col("thing") | (pl.col("named") & (pl.col("alone") | (pl.col("last") == end))),
        )
        .with_columns(sign=pl.when("denied").then(pl.min_horizontal(-pl.col("sign"), 0)).otherwise("sign"))
        .filter(pl.col("sign") != 0)
        .sort("mention", "row")
        .group_by("mention")
        .agg(called=pl.col("sign").sum().clip(-1, 1), names=pl.col("word").unique(maintain_order=True).str.join(", "))
    )
    return (
        mentions.select("article", "start", mention=pl.int_range(pl.len(), dtype=pl.Int64))
        .join(told, on="mention", how="left", maintain_order="left")
        .select("article", "start", pl.col("called").fill_null(0), "names")
    )


def _hits(corpus: Corpus) -> pl.DataFrame:
    """Words of the list outside names: row, last, sign, thing, alone (no word that it tells follows), word."""
    words, of = corpus.once(places), corpus.once(words_of)
    hits = find(corpus, read_called())
    row, last = (hits[name].to_numpy().astype(np.int64) for name in ("at", "to"))
    own = ~words.capital[row] | (of.opening[row] & ~corpus.once(names_of)[row])
    after = np.minimum(last + 1, len(words.clause) - 1)
    closes = words.lower.gather(after).is_in([*_CLOSES, *_LINKS]).to_numpy()
    second = pl.when(pl.Series(last > row)).then(" " + words.lower.gather(last)).otherwise(pl.lit(""))
    return hits.select(
        row=pl.Series(row),
        last=pl.Series(last),
        sign=pl.col("category").replace_strict(_SIGNS, return_dtype=pl.Int64),
        thing=pl.col("category").is_in(_THINGS),
        alone=pl.Series(closes | (after == last) | (words.clause[after] != words.clause[last])),
        word=words.lower.gather(row) + second,
    ).filter(pl.Series(own))


def _rows(low: _Ints, high: _Ints, which: _Bools, denied: _Bools | None = None, named: bool = False) -> pl.DataFrame:
    """Every row from low to high of some mentions: mention, row, high, denied, named (it is of the name itself)."""
    mention = np.flatnonzero(which & (high >= low))
    size = high[mention] - low[mention] + 1
    number = np.repeat(mention, size)
    row = low[number] + np.arange(len(number)) - np.repeat(np.cumsum(size) - size, size)
    no = np.zeros(len(low), dtype=bool) if denied is None else denied
    return pl.DataFrame({"mention": number, "row": row, "high": high[number], "denied": no[number]}).with_columns(
        named=pl.lit(named)
    )


def _closed(words: Places, low: _Ints, high: _Ints) -> _Ints:
    """The last row from low to high before a word that closes the phrase, or before the clause ends."""
    size = len(words.clause)
    shuts = words.lower.is_in(_CLOSES).to_numpy()
    end = high.copy()
    for step in range(int((high - low).max(initial=-1)), -1, -1):
        row = np.minimum(low + step, size - 1)
        stops = shuts[row] | (words.clause[row] != words.clause[np.minimum(low, size - 1)])
        end = np.where(stops & (low + step <= high), low + step - 1, end)
    return end


def _inside(words: Places, at: _Ints, to: _Ints) -> pl.DataFrame:
    """The words of names: *the polluters*."""
    return _rows(at, _closed(words, at, to), np.ones(len(at), dtype=bool), named=True)


def _before(words: Places, at: _Ints) -> pl.DataFrame:
    """Words before names, with nothing but capitals between: *the embattled Mayor Holm*."""
    found, going = [], np.ones(len(at), dtype=bool)
    for step in range(1, _BEFORE + 1):
        row = np.maximum(at - step, 0)
        going = going & (at >= step) & (words.clause[row] == words.clause[at])
        found.append(_rows(row, row, going))
        going &= words.capital[row]
    return pl.concat(found)


def _apposed(words: Places, to: _Ints) -> pl.DataFrame:
    """Appositions: *Holm, a hero of the flood,*."""
    return _rows(to + 1, _closed(words, to + 1, words.after[to]), words.after[to] > to)


def _behind(words: Places, to: _Ints) -> pl.DataFrame:
    """What stands behind *is* and its like: *Holm has become a threat*."""
    final = len(words.clause) - 1
    links, auxiliary = (words.lower.is_in(forms).to_numpy() for forms in (_LINKS, _AUXILIARIES))
    doing = words.lower.str.ends_with("ing").to_numpy()  # "is drawing attacks": not what somebody is
    last = words.after[to]
    verb = np.minimum(last + 1, final)
    verb = np.where(auxiliary[verb], np.minimum(verb + 1, final), verb)
    going = ~words.owner[to] & (last < final) & links[verb]
    going &= (last != to) | (words.clause[to] == words.clause[verb])
    low = np.minimum(verb + 1, final)
    going &= (low > verb) & (words.clause[low] == words.clause[verb])
    high = _closed(words, low, np.minimum(low + np.where(doing[low], 0, _PREDICATE - 1), final))
    return _rows(low, high, going, denied=words.no[high + 1] > words.no[verb])


@cache
def read_called() -> Lexicon:
    """The word list of what somebody is called."""
    return read_lexicon(Path(__file__).with_suffix(".toml"))
