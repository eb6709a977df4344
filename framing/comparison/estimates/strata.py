"""Does a difference hold where outlets are more alike: in news only, in the own voice only, without wire text?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from framing.comparison.estimates.confounds import independent
from framing.comparison.estimates.contrasts import contrasts, surviving
from framing.comparison.estimates.covariates import by_value
from framing.comparison.estimates.differences import differences
from framing.errors import UnknownNameError
from framing.measures.analyser import Metric
from framing.schema import CONTRASTS, Schema, conform

STRATA: Mapping[str, str] = {
    "news": "news articles only",
    "own-voice": "sentences in the outlet's own voice only",
    "no-wire": "without articles that copy or credit an agency or another outlet",
}
PERMUTATIONS = 999  # nothing is stated of a stratum, only whether the whole's findings hold there
_OWN = {"sentiment": "sentiment_own"}  # the other primary measures leave quotations out already, or are about them
# One row: a contrast in a part of the corpus, where that changes what can be said.
CHANGES: Schema = {
    "stratum": pl.String,
    "metric": pl.String,
    "outlet": pl.String,
    "other": pl.String,
    "whole": pl.String,  # more, less, open: what can be said of all articles
    "inside": pl.String,  # more, less, open, alike (nothing differs), untested (too few stories), absent (no articles)
    "effect": pl.Float64,  # ? in the stratum
    "low": pl.Float64,  # ?
    "high": pl.Float64,  # ?
    "q": pl.Float64,  # ?
    "n": pl.UInt32,
    "other_n": pl.UInt32,
}


def stratum(name: str, metrics: pl.DataFrame, articles: pl.DataFrame, stories: pl.DataFrame) -> pl.DataFrame:
    """The metrics that count in a stratum (a key of `STRATA`); empty where nothing is known of it.

    Raises UnknownNameError for another name.
    """
    if name not in STRATA:
        raise UnknownNameError("stratum", name, STRATA)
    if name == "news":
        return metrics.join(articles.filter(genre="news").select("article"), on="article", how="semi")
    if name == "own-voice":
        return metrics.filter(pl.col("metric").is_in(list(_OWN.values()))).with_columns(
            pl.col("metric").replace({own: whole for whole, own in _OWN.items()})
        )
    return independent(metrics, articles, stories)


def strata(
    metrics: pl.DataFrame,
    measures: Mapping[str, Metric],
    articles: pl.DataFrame,
    stories: pl.DataFrame,
    seed: int = 1,
    names: Sequence[str] = tuple(STRATA),
    covariates: Sequence[str] = (),
) -> pl.DataFrame:
    """The contrasts of the primary measures in each stratum: `schema.CONTRASTS` led by `stratum`.

    covariates: columns of the articles, whose values are strata too (`leaning=left`): see `covariates.py`.
    q is corrected within a stratum. A stratum that leaves nothing out, or nothing in, has no rows.
    """
    primary = metrics.filter(pl.col("metric").is_in([name for name, measure in measures.items() if measure.tested]))
    known = ((name, stratum(name, metrics if name == "own-voice" else primary, articles, stories)) for name in names)
    parts = []
    for name, chosen in (*known, *by_value(primary, articles, covariates)):
        if 0 < chosen.height != primary.height:
            different = differences(chosen, measures, stories, seed, permutations=PERMUTATIONS)
            found = contrasts(chosen, measures, stories, seed=seed, permutations=PERMUTATIONS, different=different)
            parts.append(found.select(pl.lit(name).alias("stratum"), *CONTRASTS))
    return pl.concat(parts) if parts else pl.DataFrame(schema={"stratum": pl.String, **CONTRASTS})


def changes(whole: pl.DataFrame, parts: pl.DataFrame, measures: Mapping[str, Metric]) -> pl.DataFrame:
    """The contrasts of which a stratum says something else than all articles do: `CHANGES`.

    whole: the contrasts of all articles. parts: `strata`. A contrast that is open in both is no change.
    """
    key = ["metric", "outlet", "other"]
    here = parts.join(verdicts(parts, measures, ["stratum", *key]), on=["stratum", *key], how="left")
    there = verdicts(whole, measures, key).rename({"verdict": "whole"})
    found = here.join(there, on=key, how="inner").rename({"verdict": "inside"})
    certain = pl.col("whole").is_in(["more", "less"]) | pl.col("inside").is_in(["more", "less"])
    return conform(found.filter(certain, pl.col("whole") != pl.col("inside")), CHANGES, "changes")


def standing(whole: pl.DataFrame, parts: pl.DataFrame, measures: Mapping[str, Metric], stratum: str) -> pl.DataFrame:
    """`CHANGES` of one stratum, with every contrast that is certain there or in all articles, changed or not.

    whole: the contrasts of all articles. parts: `strata`. inside: "absent" where one side has no articles there.
    """
    key = ["metric", "outlet", "other"]
    inside = parts.filter(stratum=stratum)
    here = inside.join(verdicts(inside, measures, key), on=key, how="left").rename({"verdict": "inside"})
    tested = [name for name, measure in measures.items() if measure.tested]
    whole = whole.filter(pl.col("metric").is_in(tested))
    rows = verdicts(whole, measures, key).rename({"verdict": "whole"}).join(here, on=key, how="left").with_columns(
        pl.col("inside").fill_null("absent"), pl.col("n", "other_n").fill_null(0), stratum=pl.lit(stratum)
    )  # fmt: skip
    certain = pl.col("whole").is_in(["more", "less"]) | pl.col("inside").is_in(["more", "less"])
    return conform(rows.filter(certain).sort(key), CHANGES, "standing")


def verdicts(rows: pl.DataFrame, measures: Mapping[str, Metric], key: list[str]) -> pl.DataFrame:
    """What each contrast allows to say: the key's columns and `verdict` (more, less, open, alike, untested)."""
    certain = surviving(rows, measures).select(*key, certain=pl.lit(True))
    higher = pl.col("value") > pl.col("other_value")
    return (
        rows.join(certain, on=key, how="left", maintain_order="left")
        .with_columns(
            verdict=pl.when(pl.col("certain"))
            .then(pl.when(higher).then(pl.lit("more")).otherwise(pl.lit("less")))
            .when(pl.col("p").is_null() & (pl.min_horizontal("n", "other_n") > 1))
            .then(pl.lit("alike"))
            .when(pl.col("p").is_null())
            .then(pl.lit("untested"))
            .otherwise(pl.lit("open"))
        )
        .select(*key, "verdict")
    )
