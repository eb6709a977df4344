"""A turn of phrase that all other reports have, and of which one text has no word."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.earlier import LESS, of_earlier_day
from framing.comparison.content.labels import listed, number
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement

_SHOWN = 3  # phrases of one text


def statements(comparison: Comparison) -> Iterator[Statement]:
    """For each text, the three phrases that come most often in the others, of which it has no word in any form, or not
    the last one: see `shared_phrases`. To be checked where one of them may be of two matters. Of three or four
    independent reports of one event. Not phrases of a quotation of which `found` says that the text lacks it.
    """
    labels = comparison.labels
    if not comparison.one_event:
        return
    told = {
        (article, at)
        for article, start, end in comparison.found.filter("reported").select("article", "start", "end").iter_rows()
        for at in range(start, end)
    }
    places = pl.struct("article", "start").map_elements(
        lambda row: (row["article"], row["start"]) in told, return_dtype=pl.Boolean
    )
    frame = comparison.shared_phrases
    frame = frame.filter(~places.all().over("phrase", "lacking")) if told and frame.height else frame
    for (article,), part in frame.group_by("lacking", maintain_order=True):
        themes = comparison.found.filter(pl.col("article") == article, pl.col("hits") == 0)["words"].to_list()
        named = {word for words in themes for word in words}
        phrases = [
            phrase
            for phrase in part.sort(pl.col("lacked").is_not_null(), maintain_order=True)["phrase"].unique(
                maintain_order=True
            )
            if not named.issuperset(word for word in phrase.split() if word not in STOP)  # `found` says so
        ][:_SHOWN]
        if not phrases:
            continue
        rows = part.filter(pl.col("phrase").is_in(phrases))
        others = labels.reports - 1
        who = "both other reports" if others == 2 else f"all {number(others)} other reports"
        name = labels.names[str(article)]
        earlier = of_earlier_day(comparison.scores.corpus, labels, [str(article)], rows["article"])
        whole = dict(rows.select("phrase", "lacked").iter_rows())
        without = [f"“{phrase}”" for phrase in phrases if not whole[phrase]]
        parts = [f"no word of {listed(without, 'or')}"] if without else []
        parts += [f"no form of “{word}” as in “{phrase}”" for phrase in phrases if (word := whole[phrase])]
        sentence = f"{name} has {listed(parts, 'and')}, which {who} have.{earlier}"
        evidence = tuple(Evidence(*place) for place in rows.select("article", "start", "end").iter_rows())
        salience = min(0.6, 0.38 + 0.02 * float(rows["often"].max() or 0))  # type: ignore[arg-type]
        salience -= LESS if earlier else 0
        outlets, check = labels.of_outlets([str(article)]), not rows["one_matter"].all()
        yield Statement("texts", "omission", outlets, sentence, evidence, salience, check=check)
