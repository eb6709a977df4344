"""What stands where another text has three dots."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement

_MOST = 3  # places that are stated
_NEAR = 200  # characters beside the dots
_MARKS = re.compile(r"[“”\"„«»]")


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The three places with most words left out behind *…* in a quotation that another report prints: see `gaps`.

    Not where the words that stand there are parted by the paper (*“every paycheck,” the advertisement says*), nor
    where two reports fill the place in different words, or half of them stand near the dots, too (*as we turned over*).
    """
    labels = comparison.labels
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    found = []
    for (article, start), part in comparison.gaps.group_by("article", "start", maintain_order=True):
        plain = {" ".join(text.split()).strip(" ,.;:…").casefold() for text in part["fuller_text"]}
        row = part.row(0, named=True)
        near = {stem(word) for word in _words(texts[article][max(0, row["start"] - _NEAR) : row["end"] + _NEAR])}
        left_out = [word for word in _words(row["fuller_text"]) if word not in STOP]
        if left_out and 2 * sum(stem(word) in near for word in left_out) >= len(left_out):
            continue
        if len(plain) == 1 and not _MARKS.search(row["fuller_text"]) and not _MARKS.search(row["text"]):
            found.append((-row["words"], str(article), int(str(start)), row, part))
    for _, article, _, row, part in sorted(found, key=lambda one: one[:3])[:_MOST]:
        fuller = part["fuller"].to_list()
        verb = "prints" if len(labels.of_outlets(fuller)) == 1 else "print"
        sentence = (
            f"Where {labels.names[article]} has three dots in a quotation, “{' '.join(row['text'].split())}”, "
            f"{labels.listed(fuller)} {verb} “{' '.join(row['fuller_text'].split())}”."
        )
        places = part.select(pl.col("fuller"), "fuller_start", "fuller_end").rows()
        evidence = (Evidence(article, row["start"], row["end"]), *(Evidence(*place) for place in places))
        outlets = labels.of_outlets([article, *fuller])
        yield Statement("texts", "quotation", outlets, sentence, evidence, 0.42 + 0.01 * min(row["words"], 20))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())
