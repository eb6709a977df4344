"""Words and phrases of outlets' own voices, counted: of each outlet a row a term, however many articles there are."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from framing.comparison.content.names import capitals, known_names, names_by
from framing.comparison.content.vocabulary import NUMBER_WORDS, STOP
from framing.corpus.corpus import BATCH, Corpus

LONGEST = 3  # words of a phrase
_HELD = 1_000_000  # rows of batches that wait to be added up


@dataclass(frozen=True, eq=False)
class Counted:
    """Terms of outlets.

    terms: outlet, term, words, name, number, count, articles, alone (articles whose story no other tells), and where
    the term stands first: article, start, end. shared: outlet, term, story, of stories that several articles tell.
    totals: outlet, words, total: runs of so many words. places: of each batch key (of a term), row (of `own`) and n.
    own: `own_articles`.
    """

    terms: pl.DataFrame
    shared: pl.DataFrame
    totals: pl.DataFrame
    places: list[pl.DataFrame]
    own: pl.DataFrame

    def told(self, rows: pl.DataFrame, *by: str) -> pl.DataFrame:
        """In how many stories the terms of some rows stand, by term, or by outlet and term: `by` and stories."""
        alone = rows.group_by(*by).agg(pl.col("alone").sum())
        shared = self.shared.group_by(*by).agg(together=pl.col("story").n_unique())
        stories = pl.col("alone") + pl.col("together").fill_null(0)
        return alone.join(shared, on=by, how="left").select(*by, stories=stories)

    def cells(self, terms: pl.Series) -> pl.DataFrame:
        """In which articles some terms stand: term, article, n."""
        keys = pl.DataFrame({"term": terms}).with_columns(key=_key())
        found = [part.join(keys, on="key", how="inner").select("term", "row", "n") for part in self.places]
        article = self.own["article"]
        rows = pl.concat(found, how="vertical_relaxed")
        return rows.select("term", article=article.gather(rows["row"]), n="n")


def count_terms(corpus: Corpus, stories: pl.DataFrame) -> Counted:
    """Terms of every outlet's own words; copies and quotations are left out. stories: of the comparison."""
    own = own_articles(stories)
    parts: list[pl.DataFrame] = []
    shared, totals, places, spelled = [], [], [], []
    for batch in corpus.batches():
        if corpus.articles.height > BATCH:
            spelled.append(capitals(batch))
        words = runs(batch, own)
        for size in range(1, LONGEST + 1):
            fits = words.filter(pl.col("longest") >= size).group_by("outlet").agg(total=pl.len())
            totals.append(fits.with_columns(words=pl.lit(size, pl.UInt8)))
        first = pl.col("outlet", "story", "alone", "words", "number", "article", "start", "end").first()
        found = grams(words).group_by("row", "term", maintain_order=True).agg(first, n=pl.len())
        places.append(found.select(key=_key(), row="row", n=found["n"].shrink_dtype()))
        shared.append(found.filter(~pl.col("alone")).select("outlet", "term", "story").unique())
        parts.append(found.select(*_FACTS, pl.col("alone").cast(pl.UInt32), count="n", articles=pl.lit(1, pl.UInt32)))
        if sum(part.height for part in parts[1:]) > _HELD:
            parts = [_added(parts)]
    terms = _added(parts)
    proper = names_by(spelled) if spelled else known_names(corpus)
    names = pl.DataFrame({"word": terms["term"].str.split(" ").list.explode().unique()})
    named = names.filter(pl.col("word").is_in(proper))["word"].implode()
    name = pl.col("term").str.split(" ").list.set_intersection(named).list.len() > 0
    return Counted(
        terms.with_columns(name=name),
        pl.concat(shared).unique(),
        pl.concat(totals).group_by("outlet", "words").agg(pl.col("total").sum()),
        places,
        own,
    )


_FACTS = ("outlet", "term", "words", "number", "article", "start", "end")


def _added(parts: list[pl.DataFrame]) -> pl.DataFrame:
    """Counts of batches as one: the first place of a term is that of the first batch."""
    return (
        pl.concat(parts)
        .group_by("outlet", "term", maintain_order=True)
        .agg(pl.col(_FACTS[2:]).first(), pl.col("alone", "count", "articles").sum())
    )


def _key() -> pl.Expr:
    return pl.col("term").hash(seed=1)


def own_articles(stories: pl.DataFrame) -> pl.DataFrame:
    """The articles that are no copies: article, outlet, story, alone (no other tells its story), row."""
    own = stories.filter(pl.col("copy_of").is_null()).select("article", "outlet", "story")
    return own.with_columns(alone=pl.len().over("story") == 1).with_row_index("row")


def runs(corpus: Corpus, own: pl.DataFrame) -> pl.DataFrame:
    """Own words in order, each with how many words the longest run has that begins with it (at most LONGEST).

    own: `own_articles`.
    """
    words = (
        corpus.tokens.lazy()
        .filter(pl.col("is_word") & ~pl.col("quoted"))
        .select("article", "sentence", "token", "start", "end", word=pl.col("lower").str.replace(r"'s?$", ""))
        .join(own.lazy(), on="article", how="inner", maintain_order="left")
        .collect()
    )
    kinds = words.select(pl.col("word").unique()).with_columns(
        stop=pl.col("word").is_in(STOP) | (pl.col("word").str.len_chars() < 2),
        number=pl.col("word").str.contains(r"^\p{N}") | pl.col("word").is_in(NUMBER_WORDS),
    )

    def follows(step: int) -> pl.Expr:
        """The words up to so many places on stand right behind each other."""
        return (pl.col("token").shift(-step) == pl.col("token") + step) & (
            pl.struct("article", "sentence").shift(-step) == pl.struct("article", "sentence")
        )

    longest = sum((follows(step).fill_null(False).cast(pl.UInt8) for step in range(1, LONGEST)), pl.lit(1, pl.UInt8))
    return words.join(kinds, on="word", how="left", maintain_order="left").with_columns(longest=longest)


def grams(runs: pl.DataFrame) -> pl.DataFrame:
    """Terms in their places: article, outlet, story, row, alone, term, words, number, start, end."""
    parts = []
    for size in range(1, LONGEST + 1):
        last = 1 - size
        members = [pl.col("word").shift(-step) for step in range(size)]
        parts.append(
            runs.with_columns(
                term=pl.concat_str(members, separator=" "),
                words=pl.lit(size, pl.UInt8),
                end=pl.col("end").shift(last),
                edge=pl.col("stop") | pl.col("stop").shift(last),
                number=pl.any_horizontal(pl.col("number").shift(-step) for step in range(size)),
            )
            .filter((pl.col("longest") >= size) & ~pl.col("edge"))
            .select("article", "outlet", "story", "row", "alone", "term", "words", "number", "start", "end")
        )
    return pl.concat(parts)
