"""The words of the report that not every reader knows, in half a line each."""

from __future__ import annotations

from framing.report.blocks import Definitions, Section

_WORDS = (
    ("95 % interval", "values that the articles are in keeping with; the wider, the less is known"),
    ("Chance", "how differently the outlets would seem to write if the same articles bore other outlets' names"),
    ("Charged word", "a loaded term or a word of certainty, or a headline's verb that says more than say or tell"),
    (
        "Confounder",
        "something else that differs between outlets, such as genre or length, and may explain a difference",
    ),
    ("Copy, reprint", "an article that shares at least 80 % of its runs of five words with another"),
    ("Hedge", "a word that tells the reader a statement is less than certain: may, reportedly, about 30"),
    (
        "Independent report",
        "an article that is no copy or version of another one here; a rewrite in other words counts as one of its own",
    ),
    ("Leave-one-out", "calculating again without the most influential article or word"),
    ("Loaded term", "a word that judges where a neutral one was at hand: regime, slam, plot"),
    ("Own words", "words outside quotation marks, reported speech among them: what the outlet puts in its own words"),
    ("p", "how often chance alone would bring so large a difference"),
    ("q", "p corrected for the number of measures that were tested together"),
    (
        "School grade",
        "years of US schooling that the length of words and sentences asks for; it says nothing of quality",
    ),
    (
        "Tone",
        "VADER's sum of positive and negative words, from −1 to 1; made for short informal texts. Words such as "
        "security or united count as positive whomever they are about: it is no stance",
    ),
    ("°", "one article only, or no interval can be given: do not read as typical of the outlet"),
)


def glossary() -> Section:
    """The section with all of them."""
    return Section("glossary", "Glossary", (Definitions(_WORDS),))
