"""Who is given the word: sources that are named, sources that are not, and groups."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser
from framing.measures.attributions import attributions


def _metric(name: str, title: str, primary: bool = True) -> Metric:
    return Metric(
        name,
        unit="per 1,000 words",
        weight="words",
        higher="more attributions to such sources",
        source="attribution by speech verb and position; written for framing, after Bell (1991) on sources in news",
        kind="rate",
        title=title,
        primary=primary,
    )


KINDS = ("named", "unnamed", "group")


@analyser(
    _metric("sources_named", "Named sources"),
    _metric("sources_unnamed", "Unnamed sources"),
    _metric("sources_group", "Groups and bodies by their noun", primary=False),
)
def sources(corpus: Corpus) -> Findings:
    """Attributions to named sources, to unnamed ones and to groups per 1,000 words of the body.

    An attribution is a verb of speech, of praise or blame, or of views (or *according to*) in the outlet's own words
    with a speaker beside it: a name, what belongs to one (*the mill's owners*), or a description such as *two people
    familiar with the matter*; a turn of an interview; a post from elsewhere. *The mayor* is named where the article
    puts the word beside a name, unnamed where no person is named before (two words or more; a body is none). An
    unnamed source is somebody who could be named: *an official*, *two White House officials*, *experts*. Groups are
    told by what they belong to (*Republicans*, *White
    House officials*, *Holm's voters*), by a share (*68 % of voters*) or by their noun (*police*, *the union*, which is
    named where the article names one union and no other). Pronouns and documents without an author's name (*the
    letter*) are not counted. Evidence is the speaker's phrase, its label the speaker. Null for an article
    without words.
    """
    found = corpus.once(attributions).filter(pl.col("kind").is_in(KINDS))
    words = pl.col("words")
    values = (
        corpus.articles.select("article", "words")
        .join(
            found.group_by("article").agg((pl.col("kind") == kind).sum().alias(kind) for kind in KINDS),
            on="article", how="left",
        )
        .select(
            "article",
            *(
                (1000 * pl.col(kind).fill_null(0) / pl.when(words > 0).then(words)).alias(f"sources_{kind}")
                for kind in KINDS
            ),
        )
    )  # fmt: skip
    evidence = found.select(
        "article", "start", "end", "label", "rule", metric="sources_" + pl.col("kind"), value=pl.lit(1.0)
    )
    return Findings(values, evidence)
