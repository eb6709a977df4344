"""Other explanations in sentences: genre, length, date, and the columns that were named as covariates."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number
from framing.comparison.estimates.contrasts import OTHERS
from framing.comparison.estimates.covariates import OTHER, stratum_of
from framing.comparison.estimates.differences import LEVEL
from framing.comparison.estimates.strata import standing
from framing.report.blocks import Paragraph, Strong
from framing.report.look.labels import inside, short
from framing.report.writer import Writer

_GENRES = {
    "news": ("news report", "news reports"),
    "opinion": ("opinion piece", "opinion pieces"),
    "editorial": ("editorial", "editorials"),
    "live": ("live page", "live pages"),
    "qa": ("interview or explainer", "interviews or explainers"),
    "analysis": ("analysis", "analyses"),
    "unknown": ("article of no known genre", "articles of no known genre"),
}
_FINDINGS = 6  # said of one covariate; the tables have all
_WIDE = 40  # letters of a value
_SIDES = {"more": "higher", "less": "lower"}
_THERE = {
    "same": "certain too where {}",
    "reversed": "the other way round where {}",
    "open": "not certain where {}, with fewer stories",
    "alike": "no two articles differ where {}",
    "untested": "too few stories to tell where {}",
}


def explanations(writer: Writer) -> Iterator[Paragraph]:
    """A paragraph on genre, length and date, and one for each covariate."""
    yield Paragraph((Strong("Other explanations: genre, length, date. "), *_explained(writer)))
    for name in writer.comparison.options.get("covariates", ()):
        label = Strong(f"Other explanations: {short(name, _WIDE)}. ")
        yield Paragraph((label, " ".join(by_covariate(writer, name))))


def _explained(writer: Writer) -> Iterator[str]:
    """What else may explain the differences, and whether these hold in news alone."""
    articles = writer.comparison.scores.corpus.articles
    genres = articles["genre"].fill_null("unknown").value_counts().sort("count", "genre", descending=[True, False])
    named = listed([_genre(genre, count) for genre, count in genres.iter_rows()])
    words = articles["words"].to_list()
    low, high = min(words), max(words)
    yield (
        f"The articles are filed as {named}. The shortest has {low:,} words, the longest {high:,}. Opinion pieces, "
        "long texts and later dates bring other words with them; differences may come from there. "
    )
    changed = writer.comparison.strata.filter(stratum="news")
    whole = set(writer.comparison.differences.filter("stated", family="primary")["metric"])
    if whole and not changed.is_empty():
        still = set(changed.filter(pl.col("q") <= LEVEL)["metric"]) & whole
        holds, lost = (
            [inside(writer.measures[name].display) for name in sorted(part)] for part in (still, whole - still)
        )
        if holds:
            yield f"In news articles alone the outlets differ as well in {listed(holds)}. "
        if lost:
            also = " any more" if holds else ""
            yield f"In {listed(lost)}, no difference is certain{also} in news articles alone, of which there are fewer."


def _genre(name: str, count: int) -> str:
    """*21 news reports*, *one opinion piece*."""
    single, several = _GENRES.get(name, (f"article of the genre {name}", f"articles of the genre {name}"))
    return f"{number(count)} {single if count == 1 else several}"


def by_covariate(writer: Writer, name: str) -> Iterator[str]:
    """How the articles lie over a covariate's values, and where the differences between outlets hold."""
    comparison, label = writer.comparison, short(name, _WIDE)
    rows = comparison.covariates.filter(covariate=name)
    totals = rows.group_by("given", maintain_order=True).agg(pl.col("articles").sum())
    named = ", ".join(f"{count} {value_label(value)}" for value, count in totals.iter_rows())
    yield f"By {label} the articles are: {named}."
    there = rows.filter(pl.col("given").is_not_null(), pl.col("articles") > 0)
    if there["given"].n_unique() == 0 or totals.height == 1:
        yield "Without two values it explains nothing."
        return
    if there["given"].n_unique() > 1 and there["outlet"].is_unique().all():
        yield f"No outlet has articles of two values: what comes from {label} cannot be told from what is the outlet's."
    if there["given"].is_unique().all():
        return
    found = findings(comparison, name).filter(other=OTHERS)
    if found.is_empty():
        yield "No outlet differs with certainty from all others, in all articles or among those of one value."
    parts = found.partition_by("metric", "outlet", maintain_order=True)
    yield from (_finding(writer, label, part) for part in parts[:_FINDINGS])
    if len(parts) > _FINDINGS:
        yield f"{len(parts) - _FINDINGS} more stand in strata.csv."


def _finding(writer: Writer, label: str, rows: pl.DataFrame) -> str:
    metric, outlet, whole = rows.select("metric", "outlet", "whole").row(0)
    subject = f"{inside(writer.measures[metric].display)} of {outlet}"
    subject = subject[0].upper() + subject[1:]
    if whole not in _SIDES:
        sides = {side: where(label, rows.filter(inside=verdict)["given"].to_list()) for verdict, side in _SIDES.items()}
        said = " and ".join(f"{side} where {places}" for side, places in sides.items() if places)
        return f"{subject}: no certain difference in all articles, but {said}; a hint only, one of several looked at."
    kind = (
        pl.when(pl.col("inside") == whole)
        .then(pl.lit("same"))
        .when(pl.col("inside").is_in(list(_SIDES)))
        .then(pl.lit("reversed"))
        .when(pl.col("inside").is_in(["open", "alike"]))
        .then("inside")
        .otherwise(pl.lit("untested"))
    )
    kinds = rows.with_columns(kind=kind)
    said = "; ".join(
        words.format(where(label, values))
        for key, words in _THERE.items()
        if (values := kinds.filter(kind=key)["given"].to_list())
    )
    return f"{subject}, {_SIDES[whole]} than all others' in all articles: {said}."


def findings(comparison: Comparison, name: str) -> pl.DataFrame:
    """`strata.CHANGES` with `given`: the contrasts that are certain in all articles or among those of one value."""
    values = comparison.covariates.filter(covariate=name)["given"].drop_nulls().unique(maintain_order=True).to_list()
    return pl.concat(
        standing(
            comparison.contrasts, comparison.strata, comparison.scores.measures, stratum_of(name, value)
        ).with_columns(given=pl.lit(value))
        for value in values
        if value != OTHER
    ).sort("metric", "outlet", "other", maintain_order=True)


def where(label: str, values: list[str]) -> str:
    """`leaning is left or right`; empty for no value."""
    return f"{label} is {' or '.join(map(value_label, values))}" if values else ""


def value_label(value: str | None) -> str:
    """A value of a covariate on a line; without one, that it is not given."""
    return "not given" if value is None else short(value, _WIDE)
