"""Words and phrases that one outlet uses more than the others: log-odds with a Dirichlet prior.

Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 16, 18 and 22.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.content.term_counts import (
    TERM,
    Codes,
    Counted,
    count_terms,
    grams,
    numbered,
    own_articles,
    runs,
)
from framing.comparison.content.term_deals import Deal, deal_out
from framing.comparison.estimates.permutation import Part, adjust
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a word or phrase of an outlet, against the others.
TERMS: Schema = {
    "outlet": pl.String,
    "term": pl.String,  # small letters; one to three words
    "words": pl.UInt8,  # of the term
    "count": pl.UInt32,  # in the outlet's own voice, copies left out
    "other_count": pl.UInt32,  # of all the others
    "rate": pl.Float64,  # per 1,000 own words
    "other_rate": pl.Float64,  # per 1,000 own words of the others
    "log_odds": pl.Float64,  # natural logarithm of the ratio of the smoothed odds, outlet over others
    "z": pl.Float64,  # log_odds over its standard error
    "articles": pl.UInt32,  # of the outlet, with the term
    "stories": pl.UInt32,  # of the outlet, with the term
    "p": pl.Float64,  # ? that articles dealt out by chance show the term as much more often; null with one story
    "q": pl.Float64,  # ? Benjamini-Hochberg over every outlet and every term that it could have been
    "name": pl.Boolean,  # holds a word that is mostly written with a capital
    "number": pl.Boolean,  # holds a number
    "article": pl.String,  # where it stands first
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
FEWEST_STORIES = 2  # of the outlet: a term of one story tells what happened, not how the outlet writes
TESTED = 150  # terms of an outlet, by z, that are tested


def terms(
    corpus: Corpus,
    stories: pl.DataFrame,
    names: bool = False,
    numbers: bool = False,
    prior: float = 1.0,
    seed: int = 1,
) -> pl.DataFrame:
    """`TERMS`: what each outlet writes more often than the others do, the largest z of each outlet first.

    Only the outlet's own words count, the headline's included: what it quotes does not, nor what it copies. A
    phrase never crosses the end of a sentence, a mark, or the border of a quotation; it begins and ends with
    words that are not mere grammar (of, the, would). A term needs two articles of different stories.

    names, numbers: keep terms with names or numbers in them. prior: words of prior for each word of the
    corpus; at 1 the counts of the whole corpus are the prior. stories: of the comparison. seed: of the
    permutations, which deal the articles out anew, articles of one story together.

    p is of the one side that is shown, and exact where the arrangements are few; with a hundred stories on either
    side it comes from the moments of all arrangements (`term_deals`). q counts every term that
    stands in two stories, for every outlet, shown or not: nothing is won by looking at the largest only.

    Empty with fewer than two outlets. Raises ValueError for a prior that is not above 0.
    """
    if not prior > 0:
        raise ValueError(f"the prior must be above 0, not {prior}")
    articles = (
        corpus.articles.select("article", "own_words")
        .join(own_articles(stories).select("article", "outlet", "story"), on="article")
        .sort("article")
    )
    outlets = articles["outlet"].unique().sort().to_list()
    counted = count_terms(corpus, stories)
    if len(outlets) < 2 or counted.terms.is_empty():
        return pl.DataFrame(schema=dict(TERMS))
    kept = counted.terms.filter((pl.lit(names) | ~pl.col("name")) & (pl.lit(numbers) | ~pl.col("number")))
    in_two = counted.told(kept).filter(pl.col("stories") >= FEWEST_STORIES)
    kept = kept.join(in_two, on=TERM, how="semi", maintain_order="left")
    kept = kept.join(counted.told(kept, "outlet"), on=["outlet", *TERM], how="left", maintain_order="left")
    found = _odds(kept, counted.totals, articles, prior)
    tested = _p_values(found, counted, articles, seed)
    # The terms that are not tested have p = 1 at most: they only raise the number that is corrected for.
    p = tested["p"].to_numpy()
    family = in_two.height * len(outlets)
    q = np.minimum(1.0, adjust(p) * (family / max(1, np.isfinite(p).sum())))
    return (
        tested.drop("grand")
        .with_columns(q=pl.Series(q))
        .with_columns(pl.col("p", "q").fill_nan(None))
        .with_columns(text=corpus.words_at(tested))
        .sort(["outlet", "z", "term"], descending=[False, True, False])
        .select(pl.col(name).cast(dtype) for name, dtype in TERMS.items())
    )


def passages(corpus: Corpus, stories: pl.DataFrame, chosen: pl.DataFrame) -> pl.DataFrame:
    """Every place where chosen terms stand in the own voice of their outlets, copies left out.

    chosen: rows of `TERMS`. Columns: outlet, term, article, start, end.
    """
    codes: Codes = {}
    wanted = chosen.select("outlet", "term").unique().join(numbered(chosen["term"], codes), on="term")
    own = own_articles(stories)
    parts = [
        grams(runs(batch, own, codes)).join(own.select("row", "article", "outlet"), on="row", maintain_order="left")
        .join(wanted, on=["outlet", *TERM])
        for batch in corpus.batches()
    ]  # fmt: skip
    return (
        pl.concat(parts).select("outlet", "term", "article", "start", "end").sort("outlet", "term", "article", "start")
    )


def telling(found: pl.DataFrame, most: int) -> pl.DataFrame:
    """The terms of each outlet with the largest z: of *air*, *force* and *air force* with equal counts, the longest.

    found: `TERMS`.
    """
    kept: list[int] = []
    ranked = found.with_row_index("row").group_by("outlet", maintain_order=True).head(20 * most)
    for _, rows in ranked.group_by("outlet", maintain_order=True):
        alike: dict[int, list[str]] = {}
        for term, count in rows.select("term", "count").iter_rows():
            alike.setdefault(count, []).append(f" {term} ")
        shown = [
            row
            for row, term, count in rows.select("row", "term", "count").iter_rows()
            if not any(f" {term} " in other and len(other) > len(term) + 2 for other in alike[count])
        ]
        kept += shown[:most]
    return found[kept]


def log_odds(
    count: NDArray[np.float64],
    other_count: NDArray[np.float64],
    total: NDArray[np.float64],
    other_total: NDArray[np.float64],
    prior: NDArray[np.float64],
    prior_total: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Log-odds ratio with an informative Dirichlet prior, and z: Monroe, Colaresi and Quinn (2008).

    Equation 16 for each side, their difference (18), and the approximate variance (22), 1 / (count + prior)
    summed over both sides. prior: pseudo-counts of each term, above 0; prior_total: of all terms.
    """
    one, two = count + prior, other_count + prior
    delta = np.log(one / (total + prior_total - one)) - np.log(two / (other_total + prior_total - two))
    return delta, delta / np.sqrt(1 / one + 1 / two)


def word_counts(corpus: Corpus, stories: pl.DataFrame) -> pl.DataFrame:
    """Single words of each outlet's own voice: outlet, term, n; copies, names, numbers and mere grammar left out."""
    words = count_terms(corpus, stories).terms.filter(pl.col("words") == 1, ~pl.col("name"), ~pl.col("number"))
    return words.select("outlet", "term", n=pl.col("count").cast(pl.UInt32)).sort("outlet", "term")


def _odds(kept: pl.DataFrame, totals: pl.DataFrame, articles: pl.DataFrame, prior: float) -> pl.DataFrame:
    """Terms that an outlet has in two stories and uses more often than the others, with their z."""
    own = articles.group_by("outlet").agg(own_words=pl.col("own_words").sum())
    everything = totals.group_by("words").agg(grand=pl.col("total").sum())
    found = (
        kept.sort("article", "start", maintain_order=True)
        .with_columns(all_count=pl.col("count").sum().over(TERM))
        .filter(pl.col("stories") >= FEWEST_STORIES)
        .join(totals, on=["outlet", "words"], how="left", maintain_order="left")
        .join(everything, on="words", how="left", maintain_order="left")
        .join(own, on="outlet", how="left", maintain_order="left")
        .with_columns(other_count=pl.col("all_count") - pl.col("count"))
    )
    count, other, total, whole, every = (
        found[name].to_numpy().astype(float) for name in ("count", "other_count", "total", "grand", "all_count")
    )
    delta, z = log_odds(count, other, total, whole - total, prior * every, prior * whole)
    rest = articles["own_words"].sum() - pl.col("own_words").cast(pl.Int64)
    return found.with_columns(
        log_odds=pl.Series(delta),
        z=pl.Series(z),
        rate=1000 * pl.col("count") / pl.col("own_words"),
        other_rate=1000 * pl.col("other_count") / pl.when(rest > 0).then(rest),
    ).filter(pl.col("z") > 0)


def _p_values(found: pl.DataFrame, counted: Counted, articles: pl.DataFrame, seed: int) -> pl.DataFrame:
    """The rows with p (NaN where it cannot be had)."""
    spoken = articles.filter(pl.col("own_words") > 0)
    most = TESTED if spoken.height <= 5_000 else TESTED // 5
    rank = pl.col("z").rank("ordinal", descending=True).over("outlet")
    found = found.with_columns(rank=rank, p=pl.lit(float("nan")))
    chosen = found.filter(pl.col("rank") <= most)
    line = pl.DataFrame({"article": spoken["article"]}).with_row_index("line")
    cells = counted.cells(chosen["term"].unique()).join(line, on="article")
    # Terms that stand equally often in the same articles (air, force, air force) have one p: it is found once.
    places = cells.sort("term", "line").group_by("term").agg(pl.col("line"), pl.col("n").cast(pl.Float64))
    places = places.group_by("line", "n").agg("term").with_row_index("place")
    story = np.unique(spoken["story"].to_numpy().astype(np.str_), return_inverse=True)[1]
    outlet = spoken["outlet"].to_numpy().astype(np.str_)
    terms_of = chosen.select("outlet", "term").join(
        places.explode("term").select("term", "place", "line", "n"), on="term"
    )
    deals = []
    for (name,), mine in terms_of.sort("outlet", "place").group_by("outlet", maintain_order=True):
        part = Part(
            str(name), "all others", np.arange(0), np.arange(spoken.height), outlet == name, story, np.ones(0),
            np.zeros(0, np.int64),
        )  # fmt: skip
        if part.testable:
            unique = mine.unique("place", maintain_order=True)
            deals.append((mine, unique["place"], Deal(part, unique, spoken["own_words"].to_numpy().astype(float))))
    deal_out([deal for *_, deal in deals], spoken.height, seed)
    rows = [
        mine.select("outlet", "term", p=pl.col("place").replace_strict(place, deal.p, return_dtype=pl.Float64))
        for mine, place, deal in deals
    ]
    if not rows:
        return found
    return (
        found.drop("p")
        .join(pl.concat(rows), on=["outlet", "term"], how="left", maintain_order="left")
        .with_columns(pl.col("p").fill_null(float("nan")))
    )
