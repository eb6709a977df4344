"""What a study calls its measures, on page one and in every table and chart alike."""

from __future__ import annotations

from framing.measures.analyser import Metric
from framing.report.look.labels import inside

_NAMES = {
    "loaded": "loaded terms",
    "hedging": "hedges",
    "boosting": "words of certainty",
    "scare_quotes": "scare quotes",
    "sources_named": "named sources",
    "sources_unnamed": "unnamed sources",
    "quoted_share": "quoted words",
    "reporting_doubt": "sceptical speech verbs",
    "reporting_endorse": "speech verbs that vouch",
    "reporting_neutral": "plain speech verbs",
    "words_per_sentence": "words per sentence",
    "sentiment": "tone of the sentences",
    "sentiment_headline": "tone of the headline",
    "sentiment_own": "tone outside quotations",
    "sentiment_quoted": "tone of quotations",
    "lexical_diversity": "variety of words",
    "flesch_kincaid_grade": "reading grade",
}
_MORE = {  # what belongs to it, where the name may not say so
    "hedging": "may, reportedly, about",
    "boosting": "clearly, of course",
    "reporting_doubt": "claimed, insisted",
    "reporting_endorse": "revealed, acknowledged",
    "reporting_neutral": "said",
    "flesch_kincaid_grade": "Flesch-Kincaid",
} | dict.fromkeys(("sentiment", "sentiment_headline", "sentiment_own", "sentiment_quoted"), "VADER")


def called(measure: Metric) -> str:
    """Within a sentence: *hedges*. A measure of the user's own by its title."""
    return _NAMES.get(measure.name, inside(measure.display))


def told(measure: Metric) -> str:
    """With what belongs to it: *hedges (may, reportedly, about)*."""
    more = _MORE.get(measure.name)
    return called(measure) + (f" ({more})" if more else "")
