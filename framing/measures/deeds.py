"""Who does what to whom: deeds that speak for or against the one who does them, or the one to whom they are done.

Read by the order of words, in one clause. Whose deed it is: the verb stands at most seven words behind the name, or
behind an apposition to it (*Holm, the mayor, saved*), or before *by* and the name. To whom it is done: the verb, or a
noun such as *the threat of*, stands at most four words before the name, or behind it in the passive (*Holm was
accused*, *Holm accused of fraud*). What belongs to whom: a noun or adjective behind *Holm's* (*Holm's failure*). Harm
that is denied is no deed (*never lied*), and help that is denied speaks against; what else is only said not to be done
(*Holm did not answer*) counts half. Whether the one who suffers harm is to be pitied, the words do not say: harm counts
for who does it alone.
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

# What a category of deeds.toml says of who does it, of whom it is done to, and of whom it belongs to.
_SIGNS = {
    "harm": (-1, 0, 0), "help": (1, 0, 0), "fight": (1, -1, 0), "against": (0, -1, 0), "attack": (-1, -1, -1),
    "praise": (0, 1, 0), "support": (0, 1, 0), "trouble": (-1, 0, 0), "success": (1, 0, 0), "failing": (0, 0, -1),
    "merit": (0, 0, 1),
}  # fmt: skip
_DOER, _SUFFERER, _OWNER = (np.array([0, *(signs[side] for signs in _SIGNS.values())]) for side in (0, 1, 2))
_STATES = np.array([False, *(name in ("trouble", "success") for name in _SIGNS)])  # the same in the passive
_NUMBER = {name: number for number, name in enumerate(_SIGNS, 1)}  # 0: no deed
_ENDS = ["but", "while", "whereas", "although", "though", "because", "which"]  # and every mark: a clause ends there
_BEHIND, _BEFORE, _BY = 7, 4, 3  # words
# Behind a participle they show that no object follows: *Holm accused of fraud*.
_BARE = ["by", "of", "with", "for", "over", "in", "on", "at", "after", "as", "from", "under"]
_DENIED, _OWNED = 3, 3  # words
_UNDONE = -0.5  # what is only said not to be done: *Holm did not answer*
_APPOSITION = 12  # words and marks between two commas
_PASSIVE = r"ed$|^(?:shot|hit|hurt|hidden|stolen|broken|beaten|fought|built|chosen|given|led|won)$"


def deeds(corpus: Corpus, mentions: pl.DataFrame) -> pl.DataFrame:
    """What the deeds around each mention of somebody say of that one.

    mentions: article, start, at and to (rows of its first and last word in `words_of`), as `match.find` gives them.
    Returns article, start, deeds (deeds that speak for less those against, each kind once on each side of the name:
    -2 to 2), done (the words; null without a deed).
    """
    words = corpus.once(places)
    at, to = (mentions[name].to_numpy().astype(np.int64) for name in ("at", "to"))
    found = pl.concat([_behind(words, to), _before(words, at)])
    told = (
        found.with_columns(word=words.lower.gather(found["row"]))
        .join(words.phrases, on=["row", "behind"], how="left")
        .with_columns(word=pl.coalesce("phrase", "word"))
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
        .select("article", "start", pl.col("deeds").fill_null(0.0), "done")
    )


@dataclass(frozen=True)
class Places:
    """What is asked of each word (a row of `words_of`): lower, its clause, the deed that begins and that ends there.

    phrases: of deeds of several words: row (of the first, or of the last), behind (the first), phrase.
    be, no: how many forms of *to be*, and negations, stand before. bare: it shows that no object stands before it.
    after: the last word of the apposition that follows, else the word itself. owner: it ends in *'s*.
    """

    lower: pl.Series
    clause: _Ints
    begins: _Ints
    ends: _Ints
    phrases: pl.DataFrame
    be: _Ints
    no: _Ints
    by: _Bools
    bare: _Bools
    capital: _Bools
    passive: _Bools
    owner: _Bools
    after: _Ints


def places(corpus: Corpus) -> Places:
    """What is asked of the words of a corpus (kept with it: `corpus.once(places)`)."""
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
    return Places(
        lower=lower,
        clause=clause[token],
        begins=begins,
        ends=ends,
        phrases=_phrases(hits, lower),
        be=np.append(0, np.cumsum(lower.is_in(list(BE)).to_numpy())),
        no=np.append(0, np.cumsum(negations.to_numpy())),
        by=(lower == "by").to_numpy(),
        bare=lower.is_in(_BARE).to_numpy(),
        capital=text.forms["text"].str.contains(r"^\p{Lu}").gather(form.gather(frame["token"])).to_numpy(),
        passive=lower.str.contains(_PASSIVE).to_numpy(),
        owner=lower.str.contains("['’]s?$").to_numpy(),
        after=_appositions((every == ",").to_numpy(), sentence, token),
    )


def _phrases(hits: pl.DataFrame, lower: pl.Series) -> pl.DataFrame:
    several = hits.filter(pl.col("at") < pl.col("to")).select("at", "to")
    told = (
        several.with_columns(row=pl.int_ranges("at", pl.col("to") + 1))
        .explode("row")
        .with_columns(word=pl.lit(lower).gather(pl.col("row")))
        .group_by("at", "to")
        .agg(phrase=pl.col("word").str.join(" "))
    )
    return pl.concat(
        told.select(pl.col(row).cast(pl.Int64).alias("row"), pl.lit(row == "at").alias("behind"), "phrase")
        for row in ("at", "to")
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


def _behind(words: Places, to: _Ints) -> pl.DataFrame:
    """The deeds behind mentions: what these do, and in the passive what is done to them; and what belongs to them."""
    last, size = words.after[to], len(words.clause)
    opens = words.clause[np.minimum(last + 1, size - 1)]  # the clause that must go on
    going = ~words.owner[to] & ((last != to) | (opens == words.clause[to]))
    found, any_deed, denied = [], np.zeros(len(to), dtype=bool), np.zeros(len(to), dtype=np.int64)
    for step in range(1, _BEHIND + 1):
        row = np.minimum(last + step, size - 1)
        inside = going & (last + step < size) & (words.clause[row] == opens)
        deed, no = words.begins[row], words.no[row] > words.no[last + 1]
        after = words.bare[np.minimum(row + 1, size - 1)]  # "Holm accused of fraud": no object follows
        suffered = words.passive[row] & ((words.be[row + 1] > words.be[last + 1]) | (after & (_SUFFERER[deed] != 0)))
        done = np.where(no, -np.maximum(_DOER[deed], 0), _DOER[deed])
        found.append(_told(inside, np.where(suffered & ~_STATES[deed], _SUFFERER[deed], done), row, behind=True))
        any_deed |= inside & (deed != 0)
        denied = np.where(inside & (denied == 0) & (step <= _DENIED) & (words.no[row + 1] > words.no[row]), row, denied)
    found.append(_told((denied > 0) & ~any_deed, np.full(len(to), _UNDONE), denied, behind=True))
    for step in range(1, _OWNED + 1):
        row = np.minimum(to + step, size - 1)
        inside = words.owner[to] & (to + step < size) & (words.clause[row] == words.clause[to])
        found.append(_told(inside, _OWNER[words.begins[row]], row, behind=True))
    return pl.concat(found)


def _before(words: Places, at: _Ints) -> pl.DataFrame:
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


def _told(which: _Bools, sign: npt.NDArray[np.number], row: _Ints, behind: bool) -> pl.DataFrame:
    there = which & (sign != 0)
    return pl.DataFrame(
        {"mention": np.flatnonzero(there), "sign": sign[there].astype(np.float64), "row": row[there]},
        schema={"mention": pl.Int64, "sign": pl.Float64, "row": pl.Int64},
    ).with_columns(behind=pl.lit(behind))


@cache
def read_deeds() -> Lexicon:
    """The word list of deeds."""
    return read_lexicon(Path(__file__).with_suffix(".toml"))
