"""Words and phrases of outlets' own voices, counted: of each outlet a row a term, however many articles there are.

Words are numbers until all is counted, from 1. A term is a `pair`, the numbers of its first two words, and a `third`,
that of its last; 0 stands where it has no such word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.content.names import capitals, known_names, names_by
from framing.comparison.content.vocabulary import NUMBER_WORDS, STOP
from framing.corpus.corpus import BATCH, Corpus

LONGEST = 3  # words of a phrase
TERM = ("pair", "third")
_HELD = 1_000_000  # rows of batches that wait to be added up
_FACTS = ("row", "words", "number", "start", "end")
_HALF = 32  # bits of a number
Codes = dict[str, int]


@dataclass(frozen=True, eq=False)
class Counted:
    """Terms of outlets.

    terms: outlet, term, pair, third, words, name, number, count, articles, alone (articles whose story no other tells),
    and where the term stands first: article, start, end. shared: outlet, pair, third, story, of stories that several
    articles tell. totals: outlet, words, total: runs of so many words. places: of each batch key (of a term), row (of
    `own`) and n. own: `own_articles`. codes: the words and their numbers.
    """

    terms: pl.DataFrame
    shared: pl.DataFrame
    totals: pl.DataFrame
    places: list[pl.DataFrame]
    own: pl.DataFrame
    codes: Codes

    def told(self, rows: pl.DataFrame, *by: str) -> pl.DataFrame:
        """In how many stories the terms of some rows stand, by `by` and term: these columns and stories."""
        keys = [*by, *TERM]
        alone = rows.group_by(keys).agg(pl.col("alone").sum())
        shared = self.shared.group_by(keys).agg(together=pl.col("story").n_unique())
        stories = pl.col("alone") + pl.col("together").fill_null(0)
        return alone.join(shared, on=keys, how="left").select(*keys, stories=stories)

    def cells(self, terms: pl.Series) -> pl.DataFrame:
        """In which articles some terms stand: term, article, n."""
        keys = numbered(terms, self.codes).select("term", key=_key())
        found = [part.join(keys, on="key", how="inner").select("term", "row", "n") for part in self.places]
        rows = pl.concat(found, how="vertical_relaxed")
        return rows.select("term", article=self.own["article"].gather(rows["row"]), n="n")


def count_terms(corpus: Corpus, stories: pl.DataFrame) -> Counted:
    """Terms of every outlet's own words; copies and quotations are left out. stories: of the comparison."""
    own = own_articles(stories)
    names = own["outlet"].unique().sort()
    outlet = own["outlet"].replace_strict(names, np.arange(len(names)), return_dtype=pl.UInt64)
    codes: Codes = {}
    parts: list[pl.DataFrame] = []
    shared, totals, places, spelled = [], [], [], []
    for batch in corpus.batches():
        if corpus.articles.height > BATCH:
            spelled.append(capitals(batch))
        words = runs(batch, own, codes)
        for size in range(1, LONGEST + 1):
            fits = pl.DataFrame({"outlet": outlet.gather(words.filter(pl.col("longest") >= size)["row"])})
            totals.append(fits.group_by("outlet").agg(total=pl.len()).with_columns(words=pl.lit(size, pl.UInt8)))
        found = grams(words).group_by("row", *TERM, maintain_order=True).agg(pl.col(_FACTS[1:]).first(), n=pl.len())
        places.append(found.select(key=_key(), row="row", n=found["n"].shrink_dtype()))
        found = found.with_columns(
            own.select("alone").cast(pl.UInt32)[found["row"]], outlet=outlet.gather(found["row"])
        )
        together = found.filter(pl.col("alone") == 0)
        shared.append(
            together.with_columns(own.select("story")[together["row"]]).select("outlet", *TERM, "story").unique()
        )
        parts.append(found.select("outlet", *TERM, *_FACTS, "alone", count="n", articles=pl.lit(1, pl.UInt32)))
        if sum(part.height for part in parts[1:]) > _HELD:
            parts = [_added(parts)]
    terms = _added(parts)
    vocabulary = pl.Series(["", *codes], dtype=pl.String)
    known = names_by(spelled) if spelled else known_names(corpus)
    proper = vocabulary.is_in(list(known)).to_numpy()
    members = _members(terms)

    def named(frame: pl.DataFrame) -> pl.DataFrame:
        return frame.with_columns(outlet=names.gather(frame["outlet"]))

    return Counted(
        named(terms).select(
            "outlet", *TERM, *_FACTS[1:], "alone", "count", "articles",
            term=_spelled(members, vocabulary),
            name=pl.Series(np.any([proper[at] for at in members], axis=0), dtype=pl.Boolean),
            article=own["article"].gather(terms["row"]),
        ),
        named(pl.concat(shared).unique()),
        named(pl.concat(totals).group_by("outlet", "words").agg(pl.col("total").sum())),
        places,
        own,
        codes,
    )  # fmt: skip


def _added(parts: list[pl.DataFrame]) -> pl.DataFrame:
    """Counts of batches as one: the first place of a term is that of the first batch."""
    return (
        pl.concat(parts)
        .group_by("outlet", *TERM, maintain_order=True)
        .agg(pl.col(_FACTS).first(), pl.col("alone", "count", "articles").sum())
    )


def _key() -> pl.Expr:
    """A term as one number."""
    return pl.struct(TERM).hash(seed=1)


def _members(terms: pl.DataFrame) -> list[NDArray[np.uint64]]:
    """The numbers of the first, second and third words."""
    pair, third = terms["pair"].to_numpy(), terms["third"].to_numpy()
    return [pair & np.uint64(2**_HALF - 1), pair >> np.uint64(_HALF), third]


def _spelled(members: Sequence[NDArray[np.uint64]], vocabulary: pl.Series) -> pl.Series:
    first, *others = (vocabulary.gather(at) for at in members)
    behind = [pl.select(pl.when(of != "").then(" " + of).otherwise(pl.lit(""))).to_series() for of in others]
    return pl.select(pl.concat_str([first, *behind])).to_series()


def numbered(terms: pl.Series, codes: Codes) -> pl.DataFrame:
    """Terms by number: term, pair, third. A word that has none yet gets one."""
    rows = []
    for term in terms.unique():
        first, second, third = ([codes.setdefault(w, len(codes) + 1) for w in term.split(" ")] + [0, 0])[:LONGEST]
        rows.append((term, first | second << _HALF, third))
    return pl.DataFrame(rows, {"term": pl.String, "pair": pl.UInt64, "third": pl.UInt64}, orient="row")


def own_articles(stories: pl.DataFrame) -> pl.DataFrame:
    """The articles that are no copies: article, outlet, story, alone (no other tells its story), row."""
    own = stories.filter(pl.col("copy_of").is_null()).select("article", "outlet", "story")
    return own.with_columns(alone=pl.len().over("story") == 1).with_row_index("row")


def runs(corpus: Corpus, own: pl.DataFrame, codes: Codes) -> pl.DataFrame:
    """Own words in order: row (of `own`), word, stop, number, start, end, and how many words the longest run has that
    begins with it (at most LONGEST).

    own: `own_articles`. codes: the numbers of words; new ones are added.
    """
    layer = corpus.annotation
    plain = layer.forms["lower"].str.replace(r"'s?$", "")
    forms = pl.DataFrame(
        {
            "word": pl.Series([codes.setdefault(word, len(codes) + 1) for word in plain], dtype=pl.UInt64),
            "stop": plain.is_in(STOP) | (plain.str.len_chars() < 2),
            "number": plain.str.contains(r"^\p{N}") | plain.is_in(NUMBER_WORDS),
        }
    )
    rows = layer.articles.select("article").join(own, on="article", how="left", maintain_order="left")["row"]
    words = layer.words.with_row_index("token").filter(pl.col("is_word") & ~pl.col("quoted"))
    words = words.with_columns(row=rows.gather(words["row"])).filter(pl.col("row").is_not_null())

    def follows(step: int) -> pl.Expr:
        """The words up to so many places on stand right behind each other."""
        token, sentence = (pl.col(name).shift(-step) for name in ("token", "sentence"))
        return ((token == pl.col("token") + step) & (sentence == pl.col("sentence"))).fill_null(False)

    longest = sum((follows(step).cast(pl.UInt8) for step in range(1, LONGEST)), pl.lit(1, pl.UInt8))
    return words.select("row", "start", "end", longest=longest).hstack(forms[words["form"]])


def grams(runs: pl.DataFrame) -> pl.DataFrame:
    """Terms in their places: row, pair, third, words, number, start, end."""
    row, start, end, longest, word, stop, number = (runs[name].to_numpy() for name in _RUN)
    parts = []
    for size in range(1, LONGEST + 1):
        at = np.flatnonzero((longest >= size) & ~stop & ~np.roll(stop, 1 - size))
        second = word[at + 1] << np.uint64(_HALF) if size > 1 else np.uint64(0)
        parts.append(
            pl.DataFrame(
                {
                    "row": row[at],
                    "pair": word[at] | second,
                    "third": word[at + 2] if size == LONGEST else np.zeros(len(at), np.uint64),
                    "number": np.any([number[at + step] for step in range(size)], axis=0),
                    "start": start[at],
                    "end": end[at + size - 1],
                }
            ).with_columns(words=pl.lit(size, pl.UInt8))
        )
    return pl.concat(parts)


_RUN = ("row", "start", "end", "longest", "word", "stop", "number")
