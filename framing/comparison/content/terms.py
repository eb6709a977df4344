"""Words and phrases that one outlet uses more than the others: log-odds with a Dirichlet prior.

Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 16, 18 and 22.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.content.items import known_names
from framing.comparison.content.vocabulary import NUMBER_WORDS, STOP
from framing.comparison.estimates.intervals import Floats
from framing.comparison.estimates.permutation import CELLS, Part, added, adjust
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
LONGEST = 3  # words of a phrase
FEWEST_STORIES = 2  # of the outlet: a term of one story tells what happened, not how the outlet writes
EXACT = 15_000  # arrangements that are all looked at, instead of a sample of them
PERMUTATIONS, REFINED, REFINE_BELOW = 1_999, 39_999, 0.005
MOST_CELLS = 20_000_000  # arrangements times articles that are drawn for an outlet
FEW = 300  # stories up to which a table with all its noughts is quicker
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

    p is of the one side that is shown, and exact where the arrangements are few. q counts every term that
    stands in two stories, for every outlet, shown or not: nothing is won by looking at the largest only.

    Empty with fewer than two outlets. Raises ValueError for a prior that is not above 0.
    """
    if not prior > 0:
        raise ValueError(f"the prior must be above 0, not {prior}")
    articles = corpus.articles.select("article", "own_words").join(_own(stories), on="article").sort("article")
    outlets = articles["outlet"].unique().sort().to_list()
    grams, totals = _counts(corpus, stories)
    if len(outlets) < 2 or grams.is_empty():
        return pl.DataFrame(schema=dict(TERMS))
    kept = grams.filter((pl.lit(names) | ~pl.col("name")) & (pl.lit(numbers) | ~pl.col("number")))
    in_two = kept.group_by("term").agg(told=pl.col("story").n_unique()).filter(pl.col("told") >= FEWEST_STORIES)
    kept = kept.join(in_two, on="term", how="semi", maintain_order="left")
    found = _odds(kept, totals, articles, prior)
    tested = _p_values(found, kept, articles, seed)
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
    wanted = chosen.select("outlet", "term").unique()
    proper = known_names(corpus)
    parts = [
        _grams(_runs(batch, stories, proper)).join(wanted, on=["outlet", "term"], how="semi")
        for batch in corpus.batches()
    ]
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


def _own(stories: pl.DataFrame) -> pl.DataFrame:
    """The articles that are no copies."""
    return stories.filter(pl.col("copy_of").is_null()).select("article", "outlet", "story")


def _runs(corpus: Corpus, stories: pl.DataFrame, proper: frozenset[str]) -> pl.DataFrame:
    """Own words in order, each with how many words the longest run has that begins with it (at most LONGEST)."""
    words = (
        corpus.tokens.lazy()
        .filter(pl.col("is_word") & ~pl.col("quoted"))
        .select("article", "sentence", "token", "start", "end", word=pl.col("lower").str.replace(r"'s?$", ""))
        .join(_own(stories).lazy(), on="article", how="inner", maintain_order="left")
        .collect()
    )
    kinds = words.select(pl.col("word").unique()).with_columns(
        stop=pl.col("word").is_in(STOP) | (pl.col("word").str.len_chars() < 2),
        name=pl.col("word").is_in(proper),
        number=pl.col("word").str.contains(r"^\p{N}") | pl.col("word").is_in(NUMBER_WORDS),
    )

    def follows(step: int) -> pl.Expr:
        """The words up to so many places on stand right behind each other."""
        return (pl.col("token").shift(-step) == pl.col("token") + step) & (
            pl.struct("article", "sentence").shift(-step) == pl.struct("article", "sentence")
        )

    longest = sum((follows(step).fill_null(False).cast(pl.UInt8) for step in range(1, LONGEST)), pl.lit(1, pl.UInt8))
    return words.join(kinds, on="word", how="left", maintain_order="left").with_columns(longest=longest)


def _grams(runs: pl.DataFrame) -> pl.DataFrame:
    """Terms in their places: article, outlet, story, term, words, name, number, start, end."""
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
                **{
                    kind: pl.any_horizontal(pl.col(kind).shift(-step) for step in range(size))
                    for kind in ("name", "number")
                },
            )
            .filter((pl.col("longest") >= size) & ~pl.col("edge"))
            .select("article", "outlet", "story", "term", "words", "name", "number", "start", "end")
        )
    return pl.concat(parts)


def word_counts(corpus: Corpus, stories: pl.DataFrame) -> pl.DataFrame:
    """Single words of each outlet's own voice: outlet, term, n; copies, names, numbers and mere grammar left out."""
    grams, _ = _counts(corpus, stories)
    if grams.is_empty():
        return pl.DataFrame(schema={"outlet": pl.String, "term": pl.String, "n": pl.UInt32})
    words = grams.filter(pl.col("words") == 1, ~pl.col("name"), ~pl.col("number"))
    return words.group_by("outlet", "term").agg(pl.col("n").sum().cast(pl.UInt32)).sort("outlet", "term")


def _counts(corpus: Corpus, stories: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Terms in articles with n and their first place; and for each outlet the number of runs of 1, 2 and 3 words."""
    proper = known_names(corpus)
    grams, totals = [], []
    for batch in corpus.batches():
        runs = _runs(batch, stories, proper)
        for size in range(1, LONGEST + 1):
            fits = runs.filter(pl.col("longest") >= size).group_by("outlet").agg(total=pl.len())
            totals.append(fits.with_columns(words=pl.lit(size, pl.UInt8)))
        grams.append(
            _grams(runs)
            .group_by("article", "outlet", "story", "term", "words", "name", "number", maintain_order=True)
            .agg(n=pl.len(), start=pl.col("start").first(), end=pl.col("end").first())
        )
    return pl.concat(grams), pl.concat(totals).group_by("outlet", "words").agg(pl.col("total").sum())


def _odds(kept: pl.DataFrame, totals: pl.DataFrame, articles: pl.DataFrame, prior: float) -> pl.DataFrame:
    """Terms that an outlet has in two stories and uses more often than the others, with their z."""
    own = articles.group_by("outlet").agg(own_words=pl.col("own_words").sum())
    everything = totals.group_by("words").agg(grand=pl.col("total").sum())
    found = (
        kept.sort("article", "start")
        .group_by("outlet", "term", "words", "name", "number", maintain_order=True)
        .agg(
            pl.col("article", "start", "end").first(),
            count=pl.col("n").sum(),
            articles=pl.len(),
            stories=pl.col("story").n_unique(),
        )
        .with_columns(all_count=pl.col("count").sum().over("term"))
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


def _p_values(found: pl.DataFrame, kept: pl.DataFrame, articles: pl.DataFrame, seed: int) -> pl.DataFrame:
    """The rows with p (NaN where it cannot be had)."""
    spoken = articles.filter(pl.col("own_words") > 0)
    most = TESTED if spoken.height <= 5_000 else TESTED // 5
    rank = pl.col("z").rank("ordinal", descending=True).over("outlet")
    found = found.with_columns(rank=rank, p=pl.lit(float("nan")))
    chosen = found.filter(pl.col("rank") <= most)
    line = pl.DataFrame({"article": spoken["article"]}).with_row_index("line")
    cells = kept.join(chosen.select("term").unique(), on="term", how="semi").join(line, on="article")
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
            deals.append((mine, unique["place"], _Deal(part, unique, spoken["own_words"].to_numpy().astype(float))))
    _deal([deal for *_, deal in deals], spoken.height, seed)
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


class _Deal:
    """One outlet's terms, and how often articles dealt out by chance show each as much more often, or more so.

    terms: line (places in the table) and n (how often the term stands there), lists, a row each. Terms are rare: only
    the articles that have them are looked at.
    """

    def __init__(self, part: Part, terms: pl.DataFrame, words: Floats) -> None:
        self.part = part
        at = np.repeat(np.arange(terms.height), terms["line"].list.len().to_numpy())
        line, n = (terms[name].explode(empty_as_null=False).to_numpy() for name in ("line", "n"))
        shape = terms.height, len(part.first)
        if shape[1] > FEW:
            from scipy.sparse import csr_array

            self.hits = csr_array((n, (at, part.units[line])), shape=shape)
        else:
            self.hits = np.zeros(shape)
            np.add.at(self.hits, (at, part.units[line]), n)
        self.words = added(part.units, words[:, None])[:, 0]
        self.p = np.ones(terms.height)
        self.observed = self._ratio(part.mine[part.first][None, :], np.arange(terms.height))[:, 0]

    def _ratio(self, picked: NDArray[np.bool_], chosen: NDArray[np.intp]) -> Floats:
        """The statistic of the contrasts (`permutation.statistic`), of terms (rows) and arrangements."""
        drawn = np.ascontiguousarray(picked.T, dtype=np.float64)
        hits = self.hits[chosen] @ drawn
        whole = np.asarray(self.hits[chosen].sum(axis=1))[:, None]
        expected = whole * (self.words @ drawn / self.words.sum())
        return np.asarray((hits + 0.5) * (whole - expected + 0.5) / ((expected + 0.5) * (whole - hits + 0.5)))

    def above(self, picked: NDArray[np.bool_], chosen: NDArray[np.intp]) -> NDArray[np.int64]:
        """Arrangements in which each chosen term's ratio is at least the observed one; ties stay ties."""
        bar = self.observed[chosen, None] * (1 - 1e-9)
        return np.asarray((self._ratio(picked, chosen) >= bar).sum(axis=1))


def _deal(deals: Sequence[_Deal], width: int, seed: int) -> None:
    """Fill in p of every outlet's terms; all outlets share the random numbers."""
    drawn = []
    for deal in deals:
        if deal.part.arrangements <= EXACT:
            deal.p = deal.above(deal.part.all_arrangements(), np.arange(len(deal.p))) / deal.part.arrangements
        else:
            drawn.append(deal)
    # A p that was drawn small is estimated again from more arrangements, fresh ones; as many as time allows.
    more = min(REFINED, max(PERMUTATIONS, MOST_CELLS // max(1, width)))
    for turn, times in enumerate((PERMUTATIONS, more)):
        left = [(deal, np.flatnonzero(deal.p <= (REFINE_BELOW if turn else 1.0))) for deal in drawn]
        left = [(deal, chosen) for deal, chosen in left if len(chosen)]
        counts = [np.zeros(len(chosen)) for _, chosen in left]
        random = np.random.default_rng([seed, 2, turn])
        step = max(1, CELLS // max(1, width))
        for start in range(0, times if left else 0, step):
            keys = random.random((min(step, times - start), width))
            for (deal, chosen), count in zip(left, counts, strict=True):
                count += deal.above(deal.part.draw(keys), chosen)
        for (deal, chosen), count in zip(left, counts, strict=True):
            deal.p[chosen] = (count + 1) / (times + 1)
