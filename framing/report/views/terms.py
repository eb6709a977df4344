"""Words and phrases that one outlet uses more than the others."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.content.terms import passages, telling
from framing.report.blocks import Block, Cell, Evidence, Paragraph, Section, Table
from framing.report.look.labels import number
from framing.report.passages import passage
from framing.report.writer import Writer, evidence_anchor

ORDER = 50
TERMS = 5  # of each outlet
PASSAGES = 1  # of each term
_MEASURE = "distinctive-terms"
_CERTAIN = 0.05


def sections(writer: Writer) -> Iterator[Section]:
    """The most telling terms of each outlet with their passages; one line where there are none."""
    comparison = writer.comparison
    found = comparison.terms
    if found.is_empty():
        why = _why(writer)
        yield Section("terms", "Distinctive words", (Paragraph((f"No distinctive words: {why}.",)),))
        return
    best = telling(found, TERMS)
    certain = found.filter(pl.col("q") < _CERTAIN).height
    verdict = (
        f"{certain} of them differ by more than chance among articles explains, after correction for all (q < 0.05)."
        if certain
        else "With so many articles none differs by more than chance explains, once all terms are corrected for: they "
        "describe these articles, and say nothing certain of the outlets."
    )
    blocks: list[Block | Section] = [
        Paragraph(
            (
                "Words and phrases of two or three words that an outlet uses in its own voice more than the others do, "
                "in at least two of its stories. Names and numbers are left out, and copies. z is the log-odds ratio "
                "with the whole corpus as prior (Monroe, Colaresi and Quinn 2008), over its standard error. ",
                verdict,
            )
        ),
        *writer.figures("terms"),
        _table(best),
        *_passages(writer, best),
    ]
    yield Section("terms", "Distinctive words", tuple(blocks))


def _why(writer: Writer) -> str:
    stories = writer.comparison.stories.filter(pl.col("copy_of").is_null())
    if stories["outlet"].n_unique() < 2:
        return "fewer than two outlets have texts of their own"
    if stories.group_by("outlet").agg(told=pl.col("story").n_unique())["told"].max() == 1:
        return "a term needs two articles of different stories, and no outlet has two"
    return "no term stands in two stories of an outlet more often than with the others"


def _table(best: pl.DataFrame) -> Table:
    rows = tuple(
        (
            Cell(row["outlet"], None, evidence_anchor(_MEASURE, row["outlet"])),
            Cell(row["term"]),
            Cell(str(row["count"]), row["count"]),
            Cell(str(row["other_count"]), row["other_count"]),
            Cell(number(row["rate"]), row["rate"]),
            Cell(number(row["other_rate"]) if row["other_rate"] is not None else "–", row["other_rate"]),
            Cell(number(row["z"]), row["z"]),
            Cell(_chance(row["p"]), row["p"]),
            Cell(_chance(row["q"]), row["q"]),
        )
        for row in best.iter_rows(named=True)
    )
    columns = ("Outlet", "Term", "Uses", "Others", "per 1,000", "others per 1,000", "z", "p", "q")
    note = (
        "p: permutation test, reprints kept together: how often chance alone shows the term so much more often. "
        "q: corrected for every term that stands in two stories, for every outlet (Benjamini and Hochberg 1995)."
    )
    return Table("distinctive-terms", "Distinctive words and phrases", columns, rows, frozenset(range(2, 9)), note)


def _chance(value: float | None) -> str:
    return "–" if value is None else "< 0.001" if value < 0.001 else f"{value:.3f}"


def _passages(writer: Writer, best: pl.DataFrame) -> Iterator[Evidence]:
    comparison = writer.comparison
    places = passages(comparison.scores.corpus, comparison.stories, best)
    for outlet in comparison.names:
        terms = best.filter(outlet=outlet).select("term", "z")
        rows = terms.join(places.filter(outlet=outlet), on="term", maintain_order="left_right")
        if rows.height:
            chosen = rows.group_by("term", maintain_order=True).head(PASSAGES)
            shown = tuple(
                passage(writer, row, outlet, row["term"], f"z {number(row['z'])}")
                for row in chosen.iter_rows(named=True)
            )
            yield Evidence(evidence_anchor(_MEASURE, outlet), "Distinctive words", outlet, shown, rows.height)
