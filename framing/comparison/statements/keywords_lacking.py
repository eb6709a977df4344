"""Words that all other reports have, and one text in no form."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.earlier import LESS, of_earlier_day
from framing.comparison.content.keywords import without
from framing.comparison.content.labels import listed, number
from framing.comparison.statements import Statement, evidence_of, made

CHECK = True  # another word may say the same there: *permits*, *licences*
_SHOWN = 3  # words of a text
_BASE, _EACH, _TIMES = 0.36, 0.01, 15  # salience; more for each time the first word stands; times that count
_BEFORE = ("found", "themes", "shared_phrases", "names", "text_words")  # what they say is not said again


def statements(comparison: Comparison) -> Iterator[Statement]:
    """For each text, the three words that stand most often in all other reports, and in no form in it: see `keywords`.

    Of three to eight independent reports of one event; not words that `found`, `themes`, `shared_phrases`, `names` or
    `text_words` has in its sentences.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    others = "both other reports" if labels.reports == 3 else f"all {number(labels.reports - 1)} other reports"
    others = others if labels.reports == labels.total else "all other reports"  # versions are counted once
    frame = without(comparison.keywords, (one.sentence for name in _BEFORE for one in made(comparison, name)))
    for (text,), part in frame.drop_nulls("lacking").group_by("lacking", maintain_order=True):
        words = part.unique("word", keep="first", maintain_order=True).head(_SHOWN)
        # At least: nouns and adjectives are counted, and the verb may stand there, too.
        shown = [
            f"“{word}” ({often if at else f'at least {often} times in the others'})"
            for at, (word, often) in enumerate(words.select("word", "often").iter_rows())
        ]
        earlier = of_earlier_day(comparison.scores.corpus, labels, [str(text)], part["article"])
        sentence = f"{labels.names[str(text)]} has no form of {listed(shown, 'or')}, which {others} have.{earlier}"
        salience = _BASE + _EACH * min(_TIMES, words["often"][0]) - (LESS if earlier else 0)
        places = evidence_of(part.filter(pl.col("word").is_in(words["word"].to_list())))
        yield Statement("texts", "omission", labels.of_outlets([str(text)]), sentence, places, salience)
