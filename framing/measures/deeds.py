"""Who does what to whom: deeds that speak for or against the one who does them, or the one to whom they are done.

Read by the order of words, in one clause. Whose deed it is: the verb stands at most seven words behind the name, or
behind an apposition to it (*Holm, the mayor, saved*), or before *by* and the name. To whom it is done: the verb, or a
noun such as *the threat of*, stands at most four words before the name, or behind it in the passive (*Holm was
accused*). Harm that is denied is no deed (*never lied*), and help that is denied speaks against. Whether the one who
suffers harm is to be pitied, the words do not say: harm counts for who does it alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.lexicon import Lexicon, read_lexicon
from framing.measures.match import find, words_of
from framing.measures.speaker_words import BE

_Ints = npt.NDArray[np.int64]
_Bools = npt.NDArray[np.bool_]

# What a category of deeds.toml says of who does it, and of whom it is done to.
_SIGNS = {
    "harm": (-1, 0), "help": (1, 0), "fight": (1, -1), "against": (0, -1), "attack": (-1, -1), "praise": (0, 1),
    "support": (1, 1),
}  # fmt: skip
_DOER, _SUFFERER = (np.array([0, *(signs[side] for signs in _SIGNS.values())]) for side in (0, 1))
_NUMBER = {name: number for number, name in enumerate(_SIGNS, 1)}  # 0: no deed
_ENDS = ["but", "while", "whereas", "although", "though", "because", "which"]  # and every mark: a clause ends there
_BEHIND, _BEFORE, _BY = 7, 4, 3  # words
_APPOSITION = 12  # words and marks between two commas
_PASSIVE = r"ed$|^(?:shot|hit|hurt|hidden|stolen|broken|beaten|fought|built|chosen|given|led|won)$"


def deeds(corpus: Corpus, mentions: pl.DataFrame) -> pl.DataFrame:
    """What the deeds around each mention of somebody say of that one.

    mentions: article, start, at and to (rows of its first and last word in `words_of`), as `match.find` gives them.
    Returns article, start, deeds (deeds that speak for less those against, each kind once on each side of the name:
    -2 to 2), done (the words; null without a deed).
    """
    words = corpus.once(_places)
    at, to = (mentions[name].to_numpy().astype(np.int64) for name in ("at", "to"))
    found = pl.concat([_behind(words, to), _before(words, at)])
    told = (
        found.with_columns(word=words.lower.gather(found["row"]))
        .sort("mention", "row")
        .group_by("mention")
        .agg(
            deeds=pl.struct("sign", "behind").unique().struct.field("sign").sum(),
            done=pl.col("word").unique(maintain_order=True).str.join(", "),
        )
    )
    return (
        mentions.select("article", "start", mention=pl.int_range(pl.len(), dtype=pl.Int64))
        .join(told, on="mention", how="left", maintain_order="left")
        .select("article", "start", pl.col("deeds").fill_null(0), "done")
    )


@dataclass(frozen=True)
class _Places:
    """What is asked of each word (a row of `words_of`): lower, its clause, the deed that begins and that ends there.

    be, no: how many forms of *to be*, and negations, stand before. after: the last word of the apposition that
    follows, else the word itself. owner: it ends in *'s*.
    """

    lower: pl.Series
    clause: _Ints
    begins: _Ints
    ends: _Ints
    be: _Ints
    no: _Ints
    by: _Bools
    passive: _Bools
    owner: _Bools
    after: _Ints


def _places(corpus: Corpus) -> _Places:
    text, frame = corpus.annotation, corpus.once(words_of).frame
    token, form = frame["token"].to_numpy().astype(np.int64), text.words["form"]
    every, sentence = text.forms["lower"].gather(form), text.words["sentence"].to_numpy()
    opens = np.append(True, sentence[1:] != sentence[:-1])[: len(sentence)]
    clause = np.cumsum((every.is_in(_ENDS) | ~text.words["is_word"]).to_numpy() | opens)
    lower = every.gather(frame["token"])
    hits = find(corpus, read_deeds())
    kind = hits["category"].replace_strict(_NUMBER, return_dtype=pl.Int64).to_numpy()
    begins, ends = np.zeros(len(token), np.int64), np.zeros(len(token), np.int64)
    begins[hits["at"].to_numpy()], ends[hits["to"].to_numpy()] = kind, kind
    negations = lower.is_in(["not", "no", "never", "nor"]) | lower.str.contains("n['’]t$")
    return _Places(
        lower=lower,
        clause=clause[token],
        begins=begins,
        ends=ends,
        be=np.append(0, np.cumsum(lower.is_in(list(BE)).to_numpy())),
        no=np.append(0, np.cumsum(negations.to_numpy())),
        by=(lower == "by").to_numpy(),
        passive=lower.str.contains(_PASSIVE).to_numpy(),
        owner=lower.str.contains("['’]s?$").to_numpy(),
        after=_appositions((every == ",").to_numpy(), sentence, token),
    )


def _appositions(comma: _Bools, sentence: _Ints, token: _Ints) -> _Ints:
    """For each word the last of the apposition that a comma behind it opens and another closes, else the word."""
    size = len(comma)
    following = np.where(comma, np.arange(size), size)
    following = np.append(np.minimum.accumulate(following[::-1])[::-1], [size, size])  # the next comma from each token
    opening = np.minimum(token + 1, size - 1)
    closing = following[opening + 1]
    found = comma[opening] & (closing < size) & (closing - opening <= _APPOSITION)
    found &= sentence[np.minimum(closing, size - 1)] == sentence[token]
    return np.where(found, np.searchsorted(token, closing) - 1, np.arange(len(token)))


def _behind(words: _Places, to: _Ints) -> pl.DataFrame:
    """The deeds behind mentions: what these do, and in the passive what is done to them."""
    last, size = words.after[to], len(words.clause)
    opens = words.clause[np.minimum(last + 1, size - 1)]  # the clause that must go on
    going = ~words.owner[to] & ((last != to) | (opens == words.clause[to]))
    found = []
    for step in range(1, _BEHIND + 1):
        row = np.minimum(last + step, size - 1)
        inside = going & (last + step < size) & (words.clause[row] == opens)
        deed, suffered = words.begins[row], (words.be[row + 1] > words.be[last + 1]) & words.passive[row]
        done = np.where(words.no[row] > words.no[last + 1], -np.maximum(_DOER[deed], 0), _DOER[deed])
        found.append(_told(inside, np.where(suffered, _SUFFERER[deed], done), row, behind=True))
    return pl.concat(found)


def _before(words: _Places, at: _Ints) -> pl.DataFrame:
    """The deeds before mentions: what is done to them, and what is done *by* them; the nearest alone."""
    going = np.ones(len(at), dtype=bool)
    found = []

    def looked(step: int | _Ints) -> tuple[_Ints, _Bools]:
        row = np.maximum(at - step, 0)
        return row, (at >= step) & (words.clause[row] == words.clause[at])

    for step in range(1, _BEFORE + 1):
        row, inside = looked(step)
        going &= inside
        done, agent = going & (_SUFFERER[words.ends[row]] != 0), going & words.by[row] & (step <= _BY)
        found.append(_told(done, _SUFFERER[words.ends[row]], row, behind=False))
        for back in (step + 1, step + 2):
            verb, inside = looked(back)
            found.append(_told(agent & inside, _DOER[words.ends[verb]], verb, behind=False))
        going &= ~done & ~words.by[row]
    return pl.concat(found)


def _told(which: _Bools, sign: _Ints, row: _Ints, behind: bool) -> pl.DataFrame:
    there = which & (sign != 0)
    return pl.DataFrame(
        {"mention": np.flatnonzero(there), "sign": sign[there], "row": row[there]},
        schema={"mention": pl.Int64, "sign": pl.Int64, "row": pl.Int64},
    ).with_columns(behind=pl.lit(behind))


@cache
def read_deeds() -> Lexicon:
    """The word list of deeds."""
    return read_lexicon(Path(__file__).with_suffix(".toml"))
