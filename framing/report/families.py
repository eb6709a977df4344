"""Which measures a report shows where."""

from __future__ import annotations

from framing.comparison.compare import Comparison

FAMILIES = {  # section -> the measures that belong there, each with its parts
    "Tone": ("sentiment", "sentiment_headline", "sentiment_own", "sentiment_quoted", "sentiment_toward"),
    "Hedging and certainty": ("hedging", "boosting"),
    "Loaded terms": ("loaded", "scare_quotes"),
    "Voices": (
        "quoted_share",
        "sources_named",
        "sources_unnamed",
        "reporting_doubt",
        "reporting_endorse",
        "reporting_neutral",
    ),
    "Readability": ("flesch_kincaid_grade", "words_per_sentence", "lexical_diversity"),
}
# The measures that the first pages show, as far as they were measured.
MAIN = (
    "sentiment",
    "sentiment_headline",
    "sentiment_own",
    "hedging",
    "boosting",
    "loaded",
    "quoted_share",
    "sources_named",
    "sources_unnamed",
    "reporting_doubt",
    "flesch_kincaid_grade",
    "words_per_sentence",
    "lexical_diversity",
)


def main_measures(comparison: Comparison) -> list[str]:
    """The main measures that were taken, and those of the user's own; up to a dozen others where there is none."""
    measures = comparison.scores.measures
    placed = {name for names in FAMILIES.values() for name in names}
    own = [name for name, metric in measures.items() if metric.tested and name not in placed]
    return [name for name in MAIN if name in measures] + own or list(measures)[:12]


def explored_measures(comparison: Comparison) -> list[str]:
    """Measures that are no part of another and stand nowhere else in the report: counted, but not tested."""
    placed = {name for names in FAMILIES.values() for name in names} | set(main_measures(comparison))
    return [
        name
        for name, metric in comparison.scores.measures.items()
        if metric.family is None and not metric.tested and metric.kind == "rate" and name not in placed
    ]
