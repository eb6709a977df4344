"""The last chapters of the report that is read: how far to trust it, and how it was made."""

from __future__ import annotations

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import number as in_words
from framing.comparison.content.labels import some
from framing.comparison.estimates.outlets import story_totals
from framing.comparison.estimates.planning import articles_needed, rate_variation
from framing.report.blocks import Block, Bullets, Inline, Paragraph, Section, Strong
from framing.report.checked import checked, how_often_right, in_this_corpus
from framing.report.explained import explanations
from framing.report.front import compared, kinds
from framing.report.look.labels import inside
from framing.report.look.labels import short as short_label
from framing.report.writer import Writer

_WEAK = 6  # findings that would not hold, which are listed


def trust(writer: Writer) -> Section:
    """How robust the findings are, what coders say of the measures, other explanations, the state of the texts."""
    comparison = writer.comparison
    blocks: list[Block | Section] = []
    hangs = comparison.sensitivity.filter(pl.col("metric").is_in(comparison.options["primary"]))
    if not hangs.is_empty():
        weak = hangs.filter(~pl.col("holds"))
        lead = (
            "Each difference between outlets was calculated again without its most influential article, and without "
            "its most influential word (leave-one-out)."
        )
        if weak.is_empty():
            lead += " All of them still hold."
        blocks.append(Paragraph((Strong("Robustness. "), lead)))
        names = comparison.labels.names
        items = [
            (
                f"{inside(writer.measures[row['metric']].display).capitalize()}, {row['outlet']}: without "
                f"{names.get(row['left_out'], row['left_out'])} the difference would not be certain.",
            )
            for row in weak.head(_WEAK).iter_rows(named=True)
        ]
        if items:
            blocks.append(Bullets(tuple(items)))
    measures = [writer.measures[name] for name in comparison.options["primary"] if name in writer.measures]
    blocks.extend(
        (checked({metric.display: metric for metric in measures}), how_often_right(), *in_this_corpus(comparison))
    )
    if (advice := _advice(writer)) is not None:
        blocks.append(Paragraph((Strong("How many articles it takes. "), advice)))
    blocks.extend(explanations(writer))
    damaged = comparison.scores.corpus.articles.explode("flags", empty_as_null=False)["flags"].value_counts()
    flags = [f"{flag.replace('_', ' ')} ({count})" for flag, count in damaged.sort("flags").iter_rows() if flag]
    removed = comparison.scores.corpus.removed.height
    many = "One passage, such as a byline, a caption or a link list, was" if removed == 1 else (
        f"{in_words(removed).capitalize()} passages such as bylines, captions and link lists were"
    )  # fmt: skip
    text = f"{many} taken out before counting. " if removed else ""
    text += f"Marked as damaged: {', '.join(flags)}." if flags else "No text is marked as damaged."
    blocks.append(Paragraph((Strong("The texts. "), text)))
    return Section("trust", "How far to trust this", tuple(blocks))


def _advice(writer: Writer) -> str | None:
    """Articles that an outlet needs to be told apart, for the primary rate with the most hits."""
    comparison = writer.comparison
    primary = [name for name in comparison.options["primary"] if name in writer.measures]
    rates = [name for name in primary if writer.measures[name].kind == "rate"]
    metrics = comparison.scores.metrics.filter(pl.col("metric").is_in(rates))
    units = story_totals(metrics, comparison.scores.measures, comparison.stories).filter(~pl.col("copy"))
    sums = units.group_by("metric").agg(pl.col("part", "weight").sum(), pl.len()).filter(pl.col("part") > 0)
    if sums.is_empty() or len(comparison.names) < 2:
        return None
    metric, hits, weight, n = sums.sort(["part", "metric"], descending=[True, False]).row(0)
    rate = 1_000 * hits / weight
    needed = articles_needed(
        rate, weight / n, rate_variation(units.filter(metric=metric)), outlets=len(comparison.names),
        measures=len(primary),
    )  # fmt: skip
    return (
        f"To tell one outlet apart that has twice the others' rate of {inside(writer.measures[metric].display)}, about "
        f"{needed} articles from each of the {len(comparison.names)} outlets would do (80 % power, after correction)."
    )


def _permuted(done: int) -> str:
    """How outlets are tested against each other, or that none can be."""
    if not done:
        return "No test was possible: no outlet has two independent reports to be set against two of others."
    return (
        f"Two-sided permutation tests ({done:,} random arrangements, p at least {1 / (done + 1):.4f}): the outlets’ "
        "names are shuffled among the stories, reprints kept together. One test a measure over all outlets, corrected "
        "over the measures declared in advance; then each outlet of the group that lies apart against the outlets on "
        "the other side (max-T). Stated only where the 95 % interval excludes no difference."
    )


def _counted(comparison: Comparison) -> str:
    """That all articles count, and which files were left out."""
    out = comparison.scores.corpus.problems.filter(severity="error")["file"].unique().sort().to_list()
    every = " Every article that could be read counts" if out else " Every article in the event's folder counts"
    every += "; nothing was sampled." if comparison.closely is comparison else " in values, tests and copies."
    if out:
        files = "one file is" if len(out) == 1 else f"{in_words(len(out))} files are"
        every += f" {files.capitalize()} left out or faulty ({some([short_label(name, 60) for name in out], 3)}): see "
        every += "problems.csv."
    return every


def method(writer: Writer) -> Section:
    comparison = writer.comparison
    done = int(max(comparison.differences["permutations"], default=0))
    items: tuple[tuple[Inline, ...], ...] = (
        (
            Strong("Compared. "),
            compared(comparison),
            _counted(comparison),
        ),
        (Strong("The marks. "), kinds([*comparison.statements, *comparison.to_check])),
        (
            Strong("Measures. "),
            "Word lists and rules count in the outlets' own words, quotations apart; reported speech (he said that "
            "prices may collapse) counts as the outlet's. Tone is VADER's sum of positive and negative words in each "
            "sentence: it is not a stance. How well every other measure agrees with coders: run framing measures.",
        ),
        (
            Strong("Between outlets. "),
            f"{_permuted(done)} Intervals: "
            "Student's t over stories; rates on the log scale with half a hit added and never narrower than the exact "
            "Poisson interval; shares on the logit scale.",
        ),
        (
            Strong("Between texts. "),
            "Where most outlets have one article, each text is cut into blocks of about 40 words, and the blocks are "
            "shuffled; distances are shortened by how alike neighbouring blocks are. Such a difference is one of "
            "the articles only.",
        ),
        (
            Strong("To repeat it. "),
            "run.json names versions, word lists, seed and corpus by their hashes; every table of the report lies "
            "beside it as CSV and Parquet.",
        ),
    )
    return Section("method", "Method", (Bullets(items),))
