"""Which outlet mentions what, how prominently, and what it leaves out that others carry.

"Left out" is a stated rule, not a verdict: at least half of the independent versions of one piece of news, and at least
two, carry the item, and the outlet does so in none of its articles, under none of the forms that `absence` looks for.
A text of 40 to 100 words leaves out only a name that all others have in the headline or the first two sentences, and
that no role may mean (`in_role`). A reprint leaves out nothing of its own, and neither do articles of other news,
opinion and analysis.
"""

from __future__ import annotations

import polars as pl

from framing.comparison.content.absence import absent, statable
from framing.comparison.content.in_role import in_role
from framing.comparison.content.items import mentions
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.scoring.scores import Scores

# One row: an item that versions share, in an outlet.
COVERAGE: Schema = {
    "item": pl.String,
    "kind": pl.String,  # actor, source (a name that is given the word somewhere), name, figure, date
    "outlet": pl.String,
    "carried": pl.Boolean,  # in at least one article of the outlet, copies included
    "left_out": pl.Boolean,  # by the rule
    "absence": pl.String,  # ? left out; not found in this form (another form is there); not comparable (few carry it,
    # the outlet has a reprint, other news or no news article, or the item is none that can be left out)
    "forms": pl.List(pl.String),  # ? that were looked for
    "prominence": pl.String,  # ? headline, lead (first three paragraphs), later: the best of its articles
    "order": pl.UInt32,  # ? among the items of the outlet's article that carries it first: 1 comes first
    "mentions": pl.UInt32,  # copies not counted
    "articles": pl.UInt32,  # of the outlet, with the item
    "versions": pl.UInt32,  # independent versions of the main news that carry the item
    "of_versions": pl.UInt32,  # independent versions of the main news that there are
    "article": pl.String,  # ? where the outlet's most prominent mention stands
    "start": pl.UInt32,  # ?
    "end": pl.UInt32,  # ?
    "text": pl.String,  # ?
}
LEAD = 3  # paragraphs
SHARE, FEWEST = 0.5, 2  # of the independent versions must carry what another is said to leave out
FEWEST_WORDS = 100  # an outlet with fewer words in all leaves out only what all others have on top
SHORT_WORDS, TOP = 40, 2  # with fewer, nothing; on top: the headline and so many sentences
PROMINENCE = ("headline", "lead", "later")


def coverage(scores: Scores, stories: pl.DataFrame, news: pl.DataFrame) -> pl.DataFrame:
    """`COVERAGE`: a row for each item that two independent versions carry, and each outlet.

    A version is an outlet's coverage without what it took from another: a family of texts counts for the outlet or
    agency whose text it is. So four mastheads that print one agency text are one version of it, but each of them
    carries what the text says. stories, news: of the comparison. Empty where no item is shared.
    """
    corpus = scores.corpus
    known = _known(corpus, stories, news)
    found = _placed(scores).join(known, on="article", how="left", maintain_order="left")
    carriers = found.group_by("item").agg(
        versions=pl.col("version").filter("main").n_unique(), all_versions=pl.col("version").n_unique()
    )
    shared = carriers.filter(pl.col("all_versions") >= FEWEST)
    if shared.is_empty():
        return pl.DataFrame(schema=dict(COVERAGE))
    speakers = _speakers(scores, found)
    rank = pl.col("prominence").replace_strict({name: at for at, name in enumerate(PROMINENCE)})
    best = (
        found.join(shared, on="item")
        .with_columns(rank=rank)
        .sort("item", "outlet", "rank", "start", "article")
        .group_by("item", "outlet", maintain_order=True)
        .agg(
            pl.col("prominence", "order", "article", "start", "end", "text").first(),
            kind=pl.col("kind").first(),
            mentions=(~pl.col("copied")).sum(),
            articles=pl.col("article").n_unique(),
        )
    )
    kinds = best.group_by("item").agg(pl.col("kind").sort().first())
    # What one printing of a text has, the text itself is not said to lack.
    has = found.select("item", "version").unique().with_columns(held=pl.lit(True))
    outlets = known.group_by("outlet").agg(
        version=pl.col("version").filter("main", ~pl.col("copied")).first(),
        words=pl.col("words").sum(),
        own=(pl.col("main") & ~pl.col("copied") & pl.col("reports")).any(),
    )
    grid = shared.join(kinds, on="item").join(outlets, how="cross")
    grid = grid.join(best.drop("kind"), on=["item", "outlet"], how="left")
    grid = grid.join(has, on=["item", "version"], how="left")
    total = known.filter("main")["version"].n_unique()
    carried = pl.col("article").is_not_null()
    widely = (pl.col("versions") >= SHARE * total) & (pl.col("versions") >= FEWEST)
    asked = ~carried & pl.col("held").is_null() & widely & pl.col("own")
    grid = grid.with_columns(asked=asked & pl.col("item").is_in(sorted(statable(corpus, corpus.once(mentions)))))
    grid = grid.join(_on_top(found), on="item", how="left").with_columns(
        asked=pl.col("asked") & ((pl.col("words") >= FEWEST_WORDS) | _short(total))
    )
    looked = _looked(corpus, grid.filter("asked"))
    kind = pl.when((pl.col("kind") == "name") & pl.col("item").is_in(speakers)).then(pl.lit("source")).otherwise("kind")
    absence = (
        pl.when(carried)
        .then(None)
        .when(~pl.col("asked"))
        .then(pl.lit("not comparable"))
        .when(pl.col("found").is_null())
        .then(pl.lit("left out"))
        .otherwise(pl.lit("not found in this form"))
    )
    return (
        grid.join(looked, on=["item", "outlet"], how="left")
        .with_columns(
            kind=kind,
            carried=carried,
            absence=absence,
            left_out=(absence == "left out").fill_null(False),
            mentions=pl.col("mentions").fill_null(0),
            articles=pl.col("articles").fill_null(0),
            of_versions=pl.lit(total),
            total=pl.col("mentions").sum().over("item"),
        )
        .sort(["versions", "total", "item", "outlet"], descending=[True, True, False, False])
        .select(pl.col(name).cast(dtype) for name, dtype in COVERAGE.items())
    )


def _on_top(found: pl.DataFrame) -> pl.DataFrame:
    """item, tops: of how many independent versions it stands in the headline or the first two sentences."""
    top = found.filter("main", "top").group_by("item").agg(tops=pl.col("version").n_unique())
    return top.select("item", "tops")


def _short(total: int) -> pl.Expr:
    """Whether a name is asked for in a short text: all others, two at least, have it on top."""
    others = total - 1
    if others < FEWEST:
        return pl.lit(False)
    return (pl.col("words") >= SHORT_WORDS) & (pl.col("tops").fill_null(0) == others) & (pl.col("kind") != "figure")


def _looked(corpus: Corpus, asked: pl.DataFrame) -> pl.DataFrame:
    """`absence.ABSENCE` of what is asked; of a short text, also a role that may mean it is found."""
    found = corpus.once(mentions)
    looked = absent(corpus, found, asked.select("item", "outlet").rows())
    short = asked.filter(pl.col("words") < FEWEST_WORDS).select("item", "outlet").rows()
    meant = in_role(corpus, found, short) if short else set()
    if not meant:
        return looked
    roles = pl.DataFrame(sorted(meant), schema={"item": pl.String, "outlet": pl.String}, orient="row")
    roles = roles.with_columns(role=pl.lit("a role"))
    joined = looked.join(roles, on=["item", "outlet"], how="left", maintain_order="left")
    return joined.with_columns(found=pl.coalesce("found", "role")).drop("role")


def _known(corpus: Corpus, stories: pl.DataFrame, news: pl.DataFrame) -> pl.DataFrame:
    """Articles with outlet, words, copied, version, main (they tell the main news), reports (news, and no opinion)."""
    outlet = dict(stories.select("article", "outlet").iter_rows())
    top = news.group_by("news").agg(pl.len()).sort(["len", "news"], descending=[True, False])["news"][0]
    origin = pl.when(pl.col("basis") == "credit").then("origin")
    return (
        stories.join(news.select("article", main=pl.col("news") == top), on="article", how="left")
        .join(corpus.articles.select("article", "words", "genre"), on="article", how="left")
        .select(
            "article",
            "outlet",
            "words",
            main=pl.col("main").fill_null(False),
            reports=pl.col("genre").fill_null("news") == "news",
            copied=pl.col("copy_of").is_not_null() | (pl.col("role") == "version"),
            version=pl.coalesce(origin, pl.col("story").replace_strict(outlet, return_dtype=pl.String)),
        )
    )


def left_out(found: pl.DataFrame) -> pl.DataFrame:
    """What each outlet leaves out, with a passage of each that carries it.

    found: `COVERAGE`. Columns: outlet, item, kind, versions, of_versions, forms, carrier (an outlet),
    prominence, article, start, end, text; a row for each outlet, item and carrier.
    """
    carriers = found.filter("carried").select("item", "prominence", "article", "start", "end", "text", carrier="outlet")
    return found.filter("left_out").select("outlet", "item", "kind", "versions", "of_versions", "forms").join(
        carriers, on="item", maintain_order="left"
    )  # fmt: skip


def _placed(scores: Scores) -> pl.DataFrame:
    """The mentions with prominence, whether on top, and order (of the item's first mention in its article)."""
    corpus = scores.corpus
    found = corpus.once(mentions)
    parts = []
    for batch in corpus.batches():
        sentences = batch.sentences.select("article", "part", "paragraph", "sentence", "start").with_columns(
            paragraph=pl.col("paragraph") - pl.col("paragraph").filter(pl.col("part") == "body").min().over("article"),
            nth=pl.col("sentence") - pl.col("sentence").filter(pl.col("part") == "body").min().over("article"),
            last=pl.col("paragraph").max().over("article"),
        )
        here = found.join(batch.articles.select("article"), on="article", how="semi").sort("start")
        sentences = sentences.sort("start")
        parts.append(here.join_asof(sentences, on="start", by="article", strategy="backward", check_sortedness=False))
    # A text without paragraphs would be all lead: there the first three sentences are.
    lead = (pl.col("paragraph") < LEAD) & ((pl.col("last") > LEAD) | (pl.col("nth") < LEAD))
    prominence = (
        pl.when(pl.col("part") == "headline")
        .then(pl.lit("headline"))
        .when(lead)
        .then(pl.lit("lead"))
        .otherwise(pl.lit("later"))
    )
    first = pl.col("start").min().over("article", "item")
    return (
        pl.concat(parts)
        .with_columns(prominence=prominence, first=first, top=(pl.col("part") == "headline") | (pl.col("nth") < TOP))
        .with_columns(order=pl.col("first").rank("dense").over("article").cast(pl.UInt32))
        .select("article", "item", "kind", "start", "end", "text", "prominence", "order", "top")
    )


def _speakers(scores: Scores, found: pl.DataFrame) -> list[str]:
    """Items that are named as a source somewhere."""
    sources = scores.evidence.filter(metric="sources_named").select("article", "start", until="end").sort("start")
    beside = found.select("article", "item", "start").sort("start")
    inside = beside.join_asof(sources, on="start", by="article", strategy="backward", check_sortedness=False)
    return inside.filter(pl.col("start") < pl.col("until"))["item"].unique().to_list()
