"""Reports that have sentences in common, nearly word for word, though none is a copy of another."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import cut_short, listed, number
from framing.comparison.statements import Evidence, Statement, made

_PAIRS, _SHOWN = 3, 110  # pairs that are stated, and characters of a sentence
_FEWEST, _ALIKE = 3, 0.5  # sentences, outside quotations, of which half of the words' weight is the same
_NEARLY = 0.95  # of the weight: a sentence that is shown differs by a word
_WORDS, _IN_ALL = 8, 40  # of a sentence, and of all of them: shorter ones anybody may write


def statements(comparison: Comparison) -> Iterator[Statement]:
    """One sentence: the pairs of reports that have most sentences in common, three at least, that are no quotations, of
    eight words and more (40 in all), half of them the same by weight, two of which follow one another in both: see
    `rewrites`.

    Not those that share passages word for word, versions of one report, nor a rewrite that `rewrites` tells of.
    """
    labels, same = comparison.labels, comparison.shared_passages
    together = {frozenset(pair) for pair in same.select("article", "other").iter_rows()}
    told = {place.article for one in made(comparison, "rewrites") for place in one.evidence}
    found = []
    for (source, article), part in _alike(comparison).group_by("source", "article", maintain_order=True):
        apart = labels.groups[source] != labels.groups[article] and article not in told
        count = min(part["source_sentence"].n_unique(), part["sentence"].n_unique())
        enough = count >= _FEWEST and part["words"].sum() >= _IN_ALL and _in_a_row(part)
        if enough and apart and {source, article} not in together:
            found.append((count, str(source), str(article), part))
    found.sort(key=lambda one: (-one[0], one[1:3]))
    parts, evidence, texts = list[str](), list[Evidence](), set[str]()
    for count, source, article, part in found[:_PAIRS]:
        near = part.filter(pl.col("similarity") < _NEARLY)
        first = (part if near.is_empty() else near).row(0, named=True)
        shown = [cut_short(" ".join(first[name].split()), _SHOWN) for name in ("source_text", "text")]
        noun = "" if parts else " sentences"
        parts.append(f"{number(count)}{noun} of {labels.listed([source, article])} (“{shown[0]}” and “{shown[1]}”)")
        evidence += [Evidence(source, low, high) for low, high in part.select("source_start", "source_end").iter_rows()]
        evidence += [Evidence(article, low, high) for low, high in part.select("start", "end").iter_rows()]
        texts |= {source, article}
    if parts:
        sentence = (
            f"Nearly the same, outside quotation marks, are {listed(parts)}: they have a source in common, or one has "
            "it from the other."
        )
        salience = min(0.75, 0.45 + 0.4 * len(texts) / labels.total)
        yield Statement("texts", "family", labels.of_outlets(texts), sentence, tuple(evidence), salience)


def _in_a_row(part: pl.DataFrame) -> bool:
    """Whether two of the sentences follow one another in both texts."""
    places = set(part.select("source_sentence", "sentence").iter_rows())
    return any((one + 1, other + 1) in places for one, other in places)


def _alike(comparison: Comparison) -> pl.DataFrame:
    """Sentences of rewrites that are like one of their source, each once: the columns of `REWRITES`."""
    voice = (2 * pl.col("own_words") >= pl.col("words")) & (pl.col("words") >= _WORDS)
    own = comparison.scores.corpus.sentences.filter(voice).select("article", "sentence", "words")
    of_source = own.rename({"article": "source", "sentence": "source_sentence"})
    return (
        comparison.rewrites.filter(pl.col("source_sentence").is_not_null(), pl.col("similarity") >= _ALIKE)
        .drop_nulls("start")
        .join(own, on=["article", "sentence"], maintain_order="left")
        .join(of_source, on=["source", "source_sentence"], how="semi", maintain_order="left")
        .unique(["source", "article", "sentence"], keep="first", maintain_order=True)
        .sort("source", "article", "similarity", "step", descending=[False, False, True, False])
    )
