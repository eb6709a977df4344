"""What an outlet did to another's text: loaded terms brought in, hedges taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number, possessive
from framing.comparison.statements import Evidence, Statement

_MOST, _SHOWN = 3, 3  # texts that are stated, words that are shown
_FEWEST = 4  # loaded terms brought in or out, or hedges, in all; sentences of the source, outside quotations
_CHANGES = ("loaded_in", "loaded_out", "hedges_in", "hedges_out")
_ALIKE = 0.5  # similarity of a sentence and its source


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The three rewrites with most changes of tone: four loaded terms or hedges, net, that came in or went out
    (not a word that the other side has somewhere, too).

    Only where the source was there before the rewrite by their days (see `accounts`): else nobody knows who changed
    what; and where a sentence is as it was: else both may be of a third. Copies with the same changes are one. Four
    sentences that are no quotations come back, half of their words the same: reports that print the same statement are
    no versions of each other.
    """
    told = comparison.accounts.filter("before")
    changes = sum((pl.col(name).list.len() for name in _CHANGES), pl.lit(0))
    found = told.with_columns(changes=changes).filter(pl.col("changes") >= _FEWEST, pl.col("kept") > 0).sort(
        "changes", "article", descending=[True, False]
    )  # fmt: skip
    found = found.join(_own(comparison), on=["source", "article"], how="semi", maintain_order="left")
    said: set[str] = set()
    labels, rows = comparison.labels, comparison.rewrites
    for row in found.iter_rows(named=True):
        if said.intersection(row["same_changes"]) or len(said) >= _MOST:
            continue
        said.add(row["article"])
        parts = [
            f"{verb} {listed(words)}"
            for verb, way in (("brought in", "in"), ("took out", "out"))
            if (words := _counted(row[f"loaded_{way}"], row[f"hedges_{way}"]))
        ]
        sentence = (
            f"Of {possessive(row['source_outlet'])} report, {labels.names[row['article']]} kept {row['kept']} of "
            f"{row['sentences']} sentences as they were; it {' and '.join(parts)}."
        )
        steps = rows.filter(
            pl.col("source") == row["source"], pl.col("article") == row["article"], pl.col("start").is_not_null(),
            (pl.col("loaded_in").list.len() + pl.col("hedges_out").list.len()) > 0,
        )  # fmt: skip
        evidence = tuple(
            Evidence(*place) for place in steps.select("article", "start", "end").unique().sort("start").rows()
        )
        if evidence:
            salience = 0.7 + 0.02 * min(row["changes"], 10)
            yield Statement("texts", "version", labels.of_outlets([row["article"]]), sentence, evidence, salience)


def _own(comparison: Comparison) -> pl.DataFrame:
    """Pairs of a source and a rewrite that share four sentences outside quotations: source, article."""
    voice = comparison.scores.corpus.sentences.filter(2 * pl.col("own_words") >= pl.col("words"))
    again = comparison.rewrites.filter(pl.col("source_sentence").is_not_null(), pl.col("similarity") >= _ALIKE)
    again = again.join(voice.select("article", "sentence"), on=["article", "sentence"], how="semi")
    pairs = again.group_by("source", "article").agg(pl.col("sentence").n_unique())
    return pairs.filter(pl.col("sentence") >= _FEWEST).select("source", "article")


def _counted(loaded: Sequence[str], hedges: Sequence[str]) -> list[str]:
    """*17 loaded terms (“regime”, “plot” and others)*, *one hedge (“may”)*."""
    parts = []
    for words, noun in ((loaded, "loaded term"), (hedges, "hedge")):
        if words:
            shown = [f"“{word}”" for word in dict.fromkeys(word.lower() for word in words)]
            shown = [*shown[:_SHOWN], "others"] if len(shown) > _SHOWN else shown
            parts.append(f"{number(len(words))} {noun}{'' if len(words) == 1 else 's'} ({listed(shown)})")
    return parts
