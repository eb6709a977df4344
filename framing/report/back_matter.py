"""The last sections of a report: methods and limits, what was taken out, every article."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing import __version__
from framing.measures.grades import by_level, in_words
from framing.measures.validation import NOT_VALIDATED, decisions, validated
from framing.report.blocks import Block, Bullets, Cell, Paragraph, Section, Strong, Table
from framing.report.checked import here
from framing.report.families import main_measures
from framing.report.look.labels import number
from framing.report.writer import Writer

_REFERENCES = (
    "Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. "
    "Journal of the Royal Statistical Society B 57, 289-300.",
    "Boukes, M., van de Velde, B., Araujo, T. and Vliegenthart, R. (2020). What's the tone? "
    "Communication Methods and Measures 14, 83-104.",
    "Grimmer, J. and Stewart, B. M. (2013). Text as data. Political Analysis 21, 267-297.",
    "Hutto, C. J. and Gilbert, E. (2014). VADER: a parsimonious rule-based model for sentiment analysis of social "
    "media text. ICWSM.",
    "Hyland, K. (2005). Metadiscourse. Continuum.",
    "Recasens, M., Danescu-Niculescu-Mizil, C. and Jurafsky, D. (2013). Linguistic models for analyzing and "
    "detecting biased language. ACL.",
    "van Atteveldt, W., van der Velden, M. and Boukes, M. (2021). The validity of sentiment analysis. "
    "Communication Methods and Measures 15, 121-140.",
)


def _validated(writer: Writer, name: str) -> str:
    """The grade, and agreement with human coding: in this corpus, where it was coded, and elsewhere."""
    metric = writer.measures[name]
    grade = in_words(by_level(metric))
    if metric.established:
        return grade
    elsewhere = validated(name, metric.family)
    if elsewhere != NOT_VALIDATED:
        elsewhere = f"{grade}. {elsewhere}"
    known = writer.comparison.accuracy.get(name)
    if known is None and name in writer.comparison.options.get("outdated", ()):
        return f"coded in this corpus with another version of the measure, which does not count; {elsewhere}"
    if known is None:
        return elsewhere
    coded = f"this corpus ({known.n} sentences): {here(known)}"
    return coded if elsewhere == NOT_VALIDATED else f"{coded}; {elsewhere}"


def methods(writer: Writer) -> Section:
    comparison = writer.comparison
    shown = [
        (name, measure)
        for name, measure in comparison.scores.measures.items()
        if measure.family is None or measure.label is None or name in comparison.accuracy
    ]
    rows = tuple(
        (
            Cell(measure.display),
            Cell(measure.unit),
            Cell(measure.higher),
            Cell(measure.undefined),
            Cell(measure.source),
        )
        for _, measure in shown
    )
    checked = tuple((Cell(measure.display), Cell(_validated(writer, name))) for name, measure in shown)
    limits = (
        "The article is the unit. An interval over articles is Student's t on the stories of an outlet; with one "
        "article it covers the sentences of that article only, and nothing is said about the outlet.",
        "Contrasts are permutation tests over stories, one outlet against all others, corrected together for all the "
        "measures shown (Benjamini and Hochberg 1995).",
        "Word lists find words, not meanings. A list that agrees with human coders on one corpus may fail on another: "
        "draw a sample with `framing evidence` and read it. Figures of sets marked “also read” are optimistic: the "
        "rules were written with these texts in view.",
        f"How often framing is right when it says that two differ in loaded terms: {decisions()}.",
        "Differences between outlets may come from genre, date and length as well as from framing.",
        "Measures are for English. Articles in other languages are left out and named.",
    )
    cite = (
        f"Cite the tool as: The framing authors, framing {__version__} (software). The file run.json "
        "names the versions, the hashes of all word lists and of the corpus, the seed and the options: with it the "
        "numbers can be made again."
    )
    return Section(
        "methods",
        "Methods and limits",
        (
            Bullets(tuple((limit,) for limit in limits)),
            Table(
                "measures",
                "What was measured",
                ("Measure", "Unit", "A larger value says", "Undefined for", "Source"),
                rows,
            ),
            Table("validity", "Agreement with human coders", ("Measure", "What is known"), checked),
            Section("cite", "How to cite", (Paragraph((cite,)),)),
            Section("references", "References", (Bullets(tuple((reference,) for reference in _REFERENCES)),)),
        ),
    )


def removed(writer: Writer) -> Iterator[Section]:
    corpus = writer.comparison.scores.corpus
    blocks: list[Block | Section] = []
    if not corpus.removed.is_empty():
        counts = corpus.removed.group_by("kind").agg(
            passages=pl.len(), articles=pl.col("article").n_unique(), example=pl.col("text").first()
        )
        rows = tuple(
            (
                Cell(row["kind"]),
                Cell(str(row["passages"]), float(row["passages"])),
                Cell(str(row["articles"]), float(row["articles"])),
                Cell(row["example"][:90]),
            )
            for row in counts.sort(["passages", "kind"], descending=[True, False]).iter_rows(named=True)
        )
        columns = ("Kind", "Passages", "Articles", "For example")
        blocks.append(Table("removed", "Taken out of the pages before measuring", columns, rows, frozenset({1, 2})))
    if not corpus.problems.is_empty():
        items = tuple(
            ((Strong(row["severity"]), f" {row['file']}: {row['problem']}; {row['advice']}"))
            for row in corpus.problems.iter_rows(named=True)
        )
        blocks.append(Bullets(items))
    if blocks:
        yield Section("preparation", "Text removed, and files with problems", tuple(blocks))


def appendix(writer: Writer) -> Section:
    comparison = writer.comparison
    metrics = main_measures(comparison)[:6]
    values = {
        (row["article"], row["metric"]): row["value"]
        for row in comparison.scores.metrics.filter(pl.col("metric").is_in(metrics)).iter_rows(named=True)
    }
    rows = []
    for row in comparison.scores.corpus.articles.sort("outlet", "published", "article").iter_rows(named=True):
        cells = [
            Cell(row["outlet"]),
            Cell(row["headline"] or "(no headline)"),
            Cell(str(row["published"] or "")),
            Cell(row["genre"] or ""),
            Cell(str(row["words"]), float(row["words"])),
        ]
        for metric in metrics:
            value = values.get((row["article"], metric))
            cells.append(Cell("–" if value is None else number(value), value))
        rows.append(tuple(cells))
    columns = ("Outlet", "Headline", "Date", "Genre", "Words", *(writer.measures[metric].display for metric in metrics))
    return Section(
        "articles",
        "All articles",
        (
            Table(
                "all-articles", "Every article and its values", columns, tuple(rows), frozenset(range(4, len(columns)))
            ),
        ),
    )
